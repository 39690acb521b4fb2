"""Where a deal is one of: a local truce or an evacuation is of its town, and another town's is another deal."""

import re

from sayso.model.codes import MoveKind
from sayso.situation.identity import Identity
from sayso.situation.made import Made
from sayso.situation.topics import topics_of
from sayso.situation.words import fold, sentence_span

WHOLE = "*"
"""Stands for the whole country."""
_NATIONWIDE = re.compile(r"\b(?:nation ?wide|country ?wide|broader|wider|across the country|throughout the country)\b")
_LOCAL = re.compile(r"\blocal\b")
_OF_A_TOWN = frozenset({"leaving", "surrender"})
"""What is agreed for a town: who leaves it, who gives it up."""
_MADE: frozenset[MoveKind] = frozenset({"agree", "mediate", "implement"})
_SMALL = frozenset({"city", "town", "village", "suburb"})


def places_of_deal(made: Made, identity: Identity) -> frozenset[str]:
    """The towns that a deal is about as far as a move's own words tell, or its sentence where it is called local or somebody leaves; `WHOLE`
    of one for the whole country. Where a truce is broken is not where it was made."""
    sheet, (start, end) = made.sheet, made.move.span
    text = sheet.report.text
    own = text[start:end]
    if _NATIONWIDE.search(fold(own)):
        return frozenset({WHOLE})
    if made.move.kind not in _MADE:
        return frozenset()
    towns = [(place.name, place) for place in sheet.reading.places if place.kind in _SMALL and place.country == sheet.country and "event" in place.roles]
    if not towns:
        return frozenset()
    told = own
    if not any(name in own for name, _ in towns):
        first, last = sentence_span(text, (start, end))
        told = text[first:last]
        if not _LOCAL.search(fold(told)) and not topics_of(made) & _OF_A_TOWN:
            return frozenset()
    found = (identity.site(sheet, place.id) for name, place in towns if re.search(rf"\b{re.escape(name)}\b", told))
    return frozenset(site for site in found if site is not None)
