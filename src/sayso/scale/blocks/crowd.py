"""Who is who and where is where in a case of which only the counts are in memory."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sayso.model.situation import Actor, Ref
from sayso.situation.case import Sheet
from sayso.situation.identity import PRIVATE, Identity, actors_in, is_named, pocket_of, site_id
from sayso.situation.known import Known, Order
from sayso.situation.publishers import voices_of


@dataclass(frozen=True, eq=False)
class Placed(Sheet):
    """A sheet that knows which parties and places across reports its own are."""

    @cached_property
    def actors(self) -> dict[str, str]:
        """The party across reports by the party's id."""
        return actors_in(self)

    @cached_property
    def sites(self) -> dict[str, str]:
        """The place across reports by the place's id."""
        parties = self.reading.parties
        return {place.id: pocket_of(place, parties) or site_id(place) for place in self.reading.places}


class Crowd(Identity):
    """All parties and places of a case that is entered once, then settled, and then stands. Its sheets are `Placed` ones."""

    def __init__(self, parents: dict[str, str]) -> None:
        super().__init__(parents)
        self._number: dict[str, int] = {}
        self._party: dict[str, int] = {}
        self._seen = (array("I"), array("I"), array("I"))

    def enter(self, sheet: Placed, rank: int) -> None:
        """Take in a report's parties and places; reports come in their order."""
        actors = sheet.actors
        for party in sheet.reading.parties:
            offices = self.offices_of(party, actors, sheet)
            self._known.setdefault(actors[party.id], Known()).count(sheet.order, party, offices, is_named(party), 1)
        self._count_places(sheet, sheet.sites, 1)
        for actor in set(actors.values()):
            self._known[actor].forget_beyond(PRIVATE + 1)
        for name in sorted(actors):
            row = (self._number.setdefault(actors[name], len(self._number)), rank, self._party.setdefault(name, len(self._party)))
            for column, value in zip(self._seen, row, strict=True):
                column.append(value)

    def settle(self) -> None:
        """Work out offices and voices, after all reports were entered."""
        for actor, known in self._known.items():
            self._take_office(actor, known)
            for folded in voices_of(known):
                self._voiced[folded][actor] = 1

    def actor(self, sheet: Sheet, party: str) -> str:
        """The party across reports that a report's party is."""
        return placed(sheet).actors[party]

    def actors_of(self, sheet: Sheet, parties: Iterable[str]) -> tuple[str, ...]:
        """The same for several, each once."""
        ids = placed(sheet).actors
        return tuple(dict.fromkeys(ids[party] for party in parties))

    def site(self, sheet: Sheet, place: str | None) -> str | None:
        """The place across reports that a report's place is."""
        return placed(sheet).sites[place] if place is not None else None

    def everybody(self, orders: list[Order], voices: Iterable[str]) -> Iterator[Actor]:
        """All parties with the reports that name them, and those of the outlets that no report speaks of, by id."""
        numbers, ranks, parties = (np.frombuffer(column, dtype=np.uint32) for column in self._seen)
        by_actor = np.argsort(numbers, kind="stable")
        starts = np.searchsorted(numbers[by_actor], np.arange(len(self._number) + 1))
        names = list(self._party)
        own = {actor.id: actor for actor in self.of_voices(voices)}
        for id in sorted(own.keys() | self._known.keys()):
            if id in own:
                yield own[id]
                continue
            rows = by_actor[starts[self._number[id]] : starts[self._number[id] + 1]].tolist()
            seen = tuple(Ref.model_construct(report=orders[ranks[row]][1], fact=names[parties[row]]) for row in rows)
            yield self.one(id).model_copy(update={"seen": seen})

    def ids(self) -> Iterable[str]:
        """The ids of all parties that reports speak of."""
        return self._known.keys()


def placed(sheet: Sheet) -> Placed:
    """The sheet as what it is."""
    if not isinstance(sheet, Placed):
        raise TypeError("a Crowd is asked about the sheets of its spool")
    return sheet
