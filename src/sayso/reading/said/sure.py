"""How sure a statement is: near the share of such statements whose content and speaker were right on development texts.

Fitted by least squares on 4,791 statements of the first 300 texts of PolNeAR's training part, and checked on 215 others
(docs/accuracy.md, "What a confidence is worth").
"""

_OF_FRAME = {
    "clause": 0.72, "quote": 0.80, "np": 0.57, "insert": 0.58, "to": 0.53, "name": 0.54, "noun": 0.42, "according": 0.80, "np_to": 0.48,
    "floating": 0.10, "of": 0.44,
}  # fmt: skip
"""By the construction that tells the statement; _RARE for those met too seldom."""
_RARE = 0.49
_NO_PARTY = -0.29
"""The speaker is a description or nobody."""
_SHORT = -0.15
_SHORT_WORDS = 5
_CONTINUED = 0.13
"""The content goes on behind its attribution."""
_NOT_SAID = -0.07
"""The stance is another than "say": a demand, a denial."""
_LEAST, _MOST = 0.05, 0.95


def confidence(frame: str, *, party: bool, words: int, stretches: int, stance: str) -> float:
    """From 0.05 to 0.95, by the frame, whether a party speaks, the words and stretches of the content, and the stance."""
    sure = _OF_FRAME.get(frame, _RARE) + _NO_PARTY * (not party) + _SHORT * (words < _SHORT_WORDS)
    sure += _CONTINUED * (stretches > 1) + _NOT_SAID * (stance != "say")
    return round(min(_MOST, max(_LEAST, sure)), 2)
