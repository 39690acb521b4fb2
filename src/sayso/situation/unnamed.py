"""The organisation that stands behind somebody who is not named: "officials of the SDF", "a Pentagon spokesman".

Its word is one origin with whatever else the organisation says. Whoever is only near to it, against it or watching it
("a source close to the guard", "activists opposed to it") is not meant.
"""

import re
from collections.abc import Mapping

from sayso.model import Span
from sayso.situation.words import fold

_OFFICE = re.compile(
    r"\b(?:officials?|officers?|spokes(?:man|men|woman|women|person|people)|commanders?|leaders?|leadership|chiefs?|heads?|directors?|ministers?"
    r"|ministry|command|generals?|colonels?|captains?|representatives?|envoys?|diplomats?|authorities|offices?|units?|wings?|statements?|sources?)\b"
)
_AWAY = re.compile(
    r"\b(?:close|near|loyal|allied|linked|affiliated|opposed|against|former|ex|anti|pro|supporters?|followers?|opponents?|tracks?|monitors?"
    r"|activists?|residents?|defectors?|familiar|briefed|who|which|that|held)\b"
)
_LINKS = re.compile(r"\b(?:of|for|from|in|at|with|within|inside)(?: the| a| an)?$")
_MOST_WORDS = 12


def organisation_behind(text: str, span: Span, known: Mapping[Span, str]) -> str | None:
    """The party behind the speaker whose words stand at `span`; `known` are the mentions of organisations, each with its party."""
    start, end = span
    said = fold(text[start:end])
    if len(said.split()) > _MOST_WORDS or _AWAY.search(said):
        return None
    for (first, last), party in sorted(known.items()):
        if not (start <= first and last <= end) or (first, last) == (start, end):
            continue
        before, after = fold(text[start:first]), fold(text[last:end])
        if _OFFICE.search(after) or (_OFFICE.search(before) and _LINKS.search(before)):
            return party
    return None
