"""Deals that a report only speaks of in a clause about something else, as of one that there was: "despite a truce brokered by Oman"."""

import re
from datetime import date

from sayso.model import Move, Span
from sayso.model.codes import MoveKind
from sayso.model.days import moved
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.words import fold, sentence_span

_MAKING: frozenset[MoveKind] = frozenset({"agree", "mediate"})
_LONG = 30
"""Days after which what a report tells of a deal is no news."""
_PACT = r"(?:truces?|cease ?fires?|cessation|armistice|deals?|agreements?|accords?|pacts?|pause|lull)"
_IN_PASSING = re.compile(
    r"^(?:(?:an?|the|this|that|its|their) (?!.*\b(?:was|were|is|are|has|have|had|been|will|would)\b)|"
    r"(?:brokered|mediated|sponsored|covered) )"
)
"""A deal that a clause about something else speaks of: "a truce brokered by Oman", not "a truce was reached"."""
_FRESH = re.compile(rf"\b(?:new|another|second|third|fresh|latest|renewed|newly) (?:\w+ ){{0,3}}?{_PACT}\b")
_NAMED = re.compile(
    rf"^(?:(?:an?|the|this|that|its|their) )?(?:(?!(?:an?|the|to|on|for|of|has|have|had)\b)\w+ ){{0,6}}?{_PACT}\b|"
    r"^(?:(?:that|which) (?:was|were) )?(?:brokered|mediated|sponsored|covered)\b"
)
"""Words that name a deal, "a truce brokered by Oman", and do not tell that one was made: "agreed a truce"."""
_BETWEEN = (
    r"(?:(?!(?:after|as|when|while|since|before|because|until|but|amid|following|despite|if|unless|though|although|once|whose|where|hours?)\b)"
    r"\w+ )"
)
"""A word of the same clause."""
_ENDED = (
    r"(?:(?:not|never) (?:\w+ )?(?:held|holding|taken)|collapse[ds]|(?:fell|falls|fallen) (?:apart|through)|"
    r"broke down|broken|expired|lapsed|unravel\w*|failed|frayed|crumbled|violated|breached|"
    r"ended(?= (?:on|in|last|this|after|at|amid|when)\b|$))\b"
)
_OVER = re.compile(rf"^ ?{_BETWEEN}{{0,6}}?{_ENDED}")
"""What became of it, told behind it."""
_WHICH_IS_OVER = re.compile(rf"^ ?{_BETWEEN}{{0,4}}?(?:but )?(?:that|which|it) (?:(?:has|had|have|was|were|been|soon|later|then|\w+ly) )*{_ENDED}")
"""The same of a deal that the words before tell to have been made."""
_COLLAPSED = re.compile(rf"^ ?{_BETWEEN}*?(?:collapsed|(?:fell|fallen) (?:apart|through)|broke down|unravelled)\b")
_END_OF = re.compile(r"\b(?:(?:collapse|breakdown|failure|unravell?ing|end) of|(?:breach|breaches|violations?) (?:of|in)) (?:\w+ ){0,4}?$")
"""The same, told before it: "after the collapse of a truce brokered by Oman", "the latest breach of"."""
_HOLDS = re.compile(
    r"^ ?(?:(?!not\b|never\b|to\b|failed\b)\w+ ){0,3}?(?:(?:took|takes|taken|taking) (?:hold|effect)|holds|holding|held|in (?:place|force|effect)|"
    r"(?:came|comes|come|went|goes) into (?:force|effect))\b"
)
_IN_FORCE = re.compile(r"\b(?:under|thanks to|by the terms of|bound by) (?:\w+ ){0,3}?$")
"""What is done by the terms of a deal is done while it is in force."""
_DEFINITE = re.compile(rf"^(?:the|this|that|its|their) |\b(?:the|this|that|its|their) (?:\w+ ){{0,3}}?{_PACT} $")


def is_recalled(sheet: Sheet, move: Move) -> bool:
    """Whether a move only speaks of a deal that there was, and does not say when it was made. A new one, one that is told to hold and one under
    which something is done, was made."""
    words = fold(sheet.reading.words(move.span))
    if move.kind not in _MAKING or move.when is not None or not _IN_PASSING.search(words):
        return False
    start, end = sentence_span(sheet.report.text, move.span)
    before, after = fold(sheet.report.text[start : move.span[0]]) + " ", fold(sheet.report.text[move.span[1] : end])
    if _FRESH.search(_noun_before(before) + words):
        return False
    if _OVER.search(after) or long_ago(sheet, move.span):
        return True
    if _HOLDS.search(after):
        return False
    definite = _DEFINITE.search(words) or _DEFINITE.search(_noun_before(before))
    return definite is not None or _IN_FORCE.search(before) is None


def is_over(sheet: Sheet, move: Move) -> bool:
    """Whether what tells of a deal tells in the same breath that there is none any more: "a truce brokered by Oman collapsed"."""
    if move.kind not in _MAKING:
        return False
    words = fold(sheet.reading.words(move.span))
    start, end = sentence_span(sheet.report.text, move.span)
    before, after = fold(sheet.report.text[start : move.span[0]]) + " ", fold(sheet.report.text[move.span[1] : end])
    deal = re.search(_PACT, words)
    own = words[deal.end() :] if deal else ""
    if not _NAMED.search(words):
        return bool(_WHICH_IS_OVER.search(f"{own} {after}".lstrip()))
    return bool(_OVER.search(after) or _END_OF.search(before) or _COLLAPSED.search(own))


def long_ago(sheet: Sheet, span: Span) -> str | None:
    """The last day that the sentence around a span gives for what became of a deal, where that is long before the report: "on 27 February a truce
    brokered by Oman took effect"."""
    start, end = sentence_span(sheet.report.text, span)
    days = (one.when.latest for one in sheet.reading.moves if one.when is not None and start <= one.span[0] < end)
    published = (sheet.published or UNDATED)[:10]
    old = [day[:10] for day in days if day is not None and moved(date.fromisoformat(day[:10]), _LONG).isoformat() < published]
    return max(old, default=None) if published != UNDATED else None


def _noun_before(before: str) -> str:
    """The words just before a deal's own, where these may begin behind its noun: "a new truce" of "brokered by Oman"."""
    return " ".join(before.split()[-5:]) + " "
