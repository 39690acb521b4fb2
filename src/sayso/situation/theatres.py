"""In which countries talks are, so that one war's move is not taken for another's: "a ceasefire in the Congo collapsed" says nothing of Gaza's."""

import re
from collections import defaultdict
from collections.abc import Iterable

from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.words import sentence_span

_OF_COUNTRY = re.compile(r"@([A-Z]{2})$")
"""At the end of the id of a party that is only described."""


class Theatres:
    """The countries in which each two sides have their talks, as far as the reports of these tell."""

    def __init__(self, moves: Iterable[Made], identity: Identity) -> None:
        self._identity = identity
        self._told: dict[Pair, set[str]] = defaultdict(set)
        for made in moves:
            self._told[made.sides].update(place.country for place in made.sheet.reading.places if place.country)

    def of(self, made: Made, talks: Iterable[Pair]) -> list[Pair]:
        """Those talks that a move may belong to by the country that it is told of. Of a power whose talks nobody sets anywhere only a country
        by name is another: it fights beyond its borders."""
        here = self._own_country(made) or _countries_around(made)
        by_name = here & {place.country for place in made.sheet.reading.places if place.kind == "country"}
        return [sides for sides in talks if not here or not self._elsewhere(sides, here, by_name)]

    def _elsewhere(self, sides: Pair, here: set[str], by_name: set[str]) -> bool:
        states = {state for side in sides if (state := self._identity.country_of_power(side))}
        if here & (self._told[sides] | states):
            return False
        return bool(self._told[sides] - states or (states and by_name))

    def _own_country(self, made: Made) -> set[str]:
        described = (_OF_COUNTRY.search(side) for side in made.sides if not self._identity.named(side))
        return {found[1] for found in described if found}


def _countries_around(made: Made) -> set[str]:
    """The countries that a move's sentence names, or in which it tells that something happened, else those of its report."""
    start, end = sentence_span(made.sheet.report.text, made.move.span)
    places = [place for place in made.sheet.reading.places if place.kind == "country" or "event" in place.roles]
    near = [place for place in places if any(start <= at < end for at, _ in place.mentions)]
    return {place.country for place in near or places if place.country}
