"""Captives set free, or others told to have been: a step of the talks in which they are spoken of, which may be told without a word of talks."""

import re

from sayso.situation.made import Made
from sayso.situation.words import fold, sentence_around

RULE = "negotiated.freed"
"""The reader's rule for such a step; any other step carries out a deal of which its report speaks."""
_A_PART = re.compile(r"\b(?:first|some|several|many)\b|\b(?:\w+) (?:of|from) (?:the|its|their|his|about|some|\d+)\b")
_THE_REST = re.compile(r"\b(?:last|all|rest|remaining|both)\b")
_FREELY = re.compile(r"\b(?:gestures?|good ?will|sign of|token of|mercy|humanitarian grounds)\b")


def is_release(made: Made) -> bool:
    """Whether a move is told as a plain deed, the release of captives."""
    return made.move.by == RULE


def settles(made: Made) -> bool:
    """Whether all the captives of talks are free, and not as a gesture that leaves the talks open."""
    freed = fold(_freed(made))
    part = _A_PART.search(freed) is not None and _THE_REST.search(freed) is None
    return not part and _FREELY.search(fold(sentence_around(made.sheet.report.text, made.move.span))) is None


def _freed(made: Made) -> str:
    return made.move.terms[0].gives or "" if made.move.terms else made.sheet.reading.words(made.move.span)
