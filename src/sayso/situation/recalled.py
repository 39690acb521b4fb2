"""Deals that a report only speaks of in a clause about something else, as of one that there was: "despite a truce brokered by Oman"."""

import re

from sayso.model import Move
from sayso.model.codes import MoveKind
from sayso.situation.case import Sheet
from sayso.situation.words import fold, sentence_span

_MAKING: frozenset[MoveKind] = frozenset({"agree", "mediate"})
_PACT = r"(?:truces?|cease ?fires?|cessation|armistice|deals?|agreements?|accords?|pacts?|pause|lull)"
_IN_PASSING = re.compile(
    r"^(?:(?:an?|the|this|that|its|their) (?!.*\b(?:was|were|is|are|has|have|had|been|will|would)\b)|"
    r"(?:brokered|mediated|sponsored|covered) )"
)
"""A deal that a clause about something else speaks of: "a truce brokered by Oman", not "a truce was reached"."""
_FRESH = re.compile(rf"\b(?:new|another|second|third|fresh|latest|renewed|newly) (?:\w+ ){{0,3}}?{_PACT}\b")
_OVER = re.compile(
    r"^ ?(?:\w+ ){0,6}?(?:(?:not|never) (?:\w+ )?(?:held|holding|taken)|collapse[ds]?|(?:fell|falls|fallen) (?:apart|through)|"
    r"broke down|broken|expired|lapsed|unravel\w*|failed|frayed|crumbled|violated|breached|"
    r"ended(?= (?:on|in|last|this|after|at|amid|when)\b|$))\b"
)
"""What became of it, told behind it."""
_HOLDS = re.compile(
    r"^ ?(?:(?!not\b|never\b|to\b|failed\b)\w+ ){0,3}?(?:(?:took|takes|taken|taking) (?:hold|effect)|holds|holding|held|in (?:place|force|effect)|"
    r"(?:came|comes|come|went|goes) into (?:force|effect))\b"
)
_OF_OLD = re.compile(
    r"\b(?:after|since|despite|in spite of|notwithstanding|following|before|until|"
    r"(?:breach|violation|defiance|collapse|end|expiry|failure|breakdown) of|"
    rf"violat\w+|breach\w+) (?:(?:an?|the|this|that|its|their) (?:\w+ ){{0,3}}?)?(?:{_PACT} (?:\w+ ){{0,3}}?)?$"
)
"""What stands before it and sets it before something else."""
_DEFINITE = re.compile(rf"^(?:the|this|that|its|their) |\b(?:the|this|that|its|their) (?:\w+ ){{0,3}}?{_PACT} $")


def is_recalled(sheet: Sheet, move: Move) -> bool:
    """Whether a move only speaks of a deal that there was, and does not say when it was made. A new one, and one that is told to hold, was made."""
    words = fold(sheet.reading.words(move.span))
    if move.kind not in _MAKING or move.when is not None or not _IN_PASSING.search(words):
        return False
    start, end = sentence_span(sheet.report.text, move.span)
    before, after = fold(sheet.report.text[start : move.span[0]]) + " ", fold(sheet.report.text[move.span[1] : end])
    if _FRESH.search(_noun_before(before) + words):
        return False
    if _OVER.search(after):
        return True
    if _HOLDS.search(after):
        return False
    return bool(_OF_OLD.search(before) or _DEFINITE.search(words) or _DEFINITE.search(_noun_before(before)))


def _noun_before(before: str) -> str:
    """The words just before a deal's own, where these may begin behind its noun: "a new truce" of "brokered by Oman"."""
    return " ".join(before.split()[-5:]) + " "
