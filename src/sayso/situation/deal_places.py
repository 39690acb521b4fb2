"""Where a deal is made for: a local truce or an evacuation is of its town, and another town's is another deal."""

import re
from collections.abc import Iterator

from sayso.model.codes import MoveKind
from sayso.situation.identity import Identity
from sayso.situation.made import Made
from sayso.situation.topics import topics_of
from sayso.situation.words import fold, sentence_around

MAKING: frozenset[MoveKind] = frozenset({"agree", "mediate", "implement"})
"""What tells that there is a deal. Where it is broken, and what else its words ask for, says nothing of where it holds."""
_WHOLE = "*"
"""Stands for the whole country."""
_NATIONWIDE = re.compile(r"\b(?:nation ?wide|country ?wide|broader|wider|(?:across|throughout) the country)\b")
_LOCAL = re.compile(r"\blocal\b")
_BEHIND = re.compile(r" (?:in|for|around) [A-Z][\w'’-]*(?:(?: (?:al|el|and|de|of))?[ -][A-Z][\w'’-]*)*")
"""The place that stands right behind a move's words: "signed a truce" of "signed a truce in Arnholt"."""
_OF_A_TOWN = frozenset({"leaving", "surrender"})
"""What is agreed for a town: who leaves it, who gives it up."""
_SMALL = frozenset({"city", "town", "village", "suburb"})


def places_of_deal(made: Made, identity: Identity) -> frozenset[str]:
    """The towns that a deal is for, as far as its own words and the place right behind them tell, or its sentence where it is called
    local or somebody leaves."""
    text, (start, end) = made.sheet.report.text, made.move.span
    behind = _BEHIND.match(text, end)
    own = text[start : behind.end() if behind else end]
    if _NATIONWIDE.search(fold(own)):
        return frozenset({_WHOLE})
    if made.move.kind not in MAKING:
        return frozenset()
    if found := frozenset(_towns_in(own, made, identity)):
        return found
    sentence = sentence_around(text, made.move.span)
    of_a_town = _LOCAL.search(fold(sentence)) or topics_of(made) & _OF_A_TOWN
    return frozenset(_towns_in(sentence, made, identity)) if of_a_town else frozenset()


def _towns_in(text: str, made: Made, identity: Identity) -> Iterator[str]:
    """The towns of the report's country in a stretch of it in which something happens: not where somebody goes, or speaks."""
    sheet = made.sheet
    for place in sheet.reading.places:
        if place.kind in _SMALL and place.country == sheet.country and "event" in place.roles and re.search(rf"\b{re.escape(place.name)}\b", text):
            site = identity.site(sheet, place.id)
            if site is not None:
                yield site
