"""The mark of a move that is told as a plain deed, so that only the reports of a case together can say whether it is one of talks."""

STEP = "negotiated.step"
