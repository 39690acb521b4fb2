"""Deeds told of weeks, months or a whole war at once: "is regularly shelled", "has come under fire in recent months", "used it before".

Such words tell what has been going on, or had been done before, and no single deed: they are no telling of Tuesday's strike.
"""

import re

from sayso.model import Span
from sayso.situation.words import fold, sentence_span

_REACH = 80
"""Characters around the words of a deed in which it is told that it is more than one: what stands further off is said of something else."""
_SPELL = r"(?:(?:few|several|many|couple of|two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:weeks|months|years|decades?)"
_HABIT = re.compile(
    r"\b(?:regularly|routinely|repeatedly|frequently|often|constantly|consistently|habitually|time and again|almost daily|near daily|every day"
    rf"|in recent (?:weeks|months|years)|(?:in|over|during|for|within) the (?:past|last|previous|preceding|first|final) {_SPELL}|for {_SPELL}"
    r"|on (?:multiple|several|many|numerous|other|previous|earlier|countless) occasions|(?:multiple|many|numerous|countless) times"
    r"|throughout the (?:\w+ ){0,2}(?:war|conflict|uprising|campaign|year)|since \d{4}"
    r"|(?:has|have) (?:been )?(?:struck|bombed|bombarded|battered|shelled|pounded|targeted|hit|devastated|ravaged|rocked)"
    r" (?:(?:large|wide|many) )?(?:parts|swaths|swathes|areas) of)\b"
)
_BEFORE_NOW = re.compile(
    r"\b(?:has|have|had)\b(?: \w+){0,10} (?:previously|in the past(?! (?:\w+ )?(?:hours?|days?|night|week)))\b"
    r"|\b(?:has|have)\b(?: \w+){0,8} before(?=$| (?:hence|but|though|although)\b)"
)
_OTHERS = re.compile(r"\w\W+(?:previous|earlier|prior|similar) (?!this |that |on |in |today |yesterday )(?:[\w-]+ ){0,3}$")
"""Before a noun in the plural: "three earlier reported gas attacks"; at the head of a sentence "earlier" may say when."""
_ANOTHER = re.compile(
    r"\b(?:another|a further|a separate)(?! (?:day|night|week|month|year)\b)(?: (?!(?:said|says|told|saw|heard)\b)\w+){0,3}(?: (?:which|that))?"
    r"(?: (?:had|has|was|were))?(?: been)?$"
)
_DEED = r"(?:attacks?|assaults?|raids?|(?:air ?)?strikes?|bombings?|bombardments?|blasts?|explosions?|shellings?|massacre)"
_AFTER_IT = re.compile(
    rf"\bcontinu\w+ to [^.]* (?:after|following|since) (?:the|that|this) (?:\w+ ){{0,2}}{_DEED}\b(?! (?:began|started))"
    rf"|\btimes since (?:the|that|this) (?:\w+ ){{0,2}}{_DEED}\b"
)
"""Deeds that came after the one that the report is about."""


def is_habit(text: str, trigger: Span) -> bool:
    """Whether the words around a deed tell that it was done again and again, or for a long time, or at other times before."""
    first, last = sentence_span(text, trigger)
    around = fold(text[max(first, trigger[0] - _REACH) : min(last, trigger[1] + _REACH)])
    if any(words.search(around) for words in (_HABIT, _BEFORE_NOW, _AFTER_IT)):
        return True
    return text[trigger[1] - 1] == "s" and _OTHERS.search(text[first : trigger[0]]) is not None


def is_another(text: str, trigger: Span) -> bool:
    """Whether the words before a deed set it, or what was used for it, apart from one told before: "another device, which had been planted"."""
    first, _ = sentence_span(text, trigger)
    return _ANOTHER.search(fold(text[max(first, trigger[0] - _REACH) : trigger[0]])) is not None
