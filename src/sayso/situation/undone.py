"""What reports tell as not done, by anybody, so that a forecast of it whose last day has passed can be called missed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sayso.model import Event
from sayso.model.days import moved
from sayso.model.situation import Ref
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.rebuttal import names_in
from sayso.situation.words import words

_STEM = 4
"""Letters by which two forms of a verb are taken for one ("cross", "crossed")."""
_WITHIN = 30
"""Days after the last one in which a report that tells of no deed is about the one that was foretold."""

Kind = tuple[str, str]
"""An event's type and the stem of its word."""


class _Untrue(NamedTuple):
    """An event that is told as not done: its report's day, which it is, and whom, where and by which names it is about."""

    day: str
    ref: Ref
    about: frozenset[str]


class Undone:
    """The events of a case that are told as not done."""

    def __init__(self, sheets: Iterable[Sheet], identity: Identity) -> None:
        self._identity = identity
        self._of: dict[Kind, list[_Untrue]] = defaultdict(list)
        for sheet in sheets:
            for event in sheet.reading.events:
                if event.status == "denied" and sheet.published:
                    untrue = _Untrue(sheet.published, Ref(report=sheet.id, fact=event.id), self._about(sheet, event))
                    self._of[_kind(sheet, event)].append(untrue)

    def after(self, sheet: Sheet, events: Iterable[Event], last: str) -> list[Ref]:
        """Where other reports, in the weeks after a day, tell as not done what these events of a report foretell: the same act of the same
        side, at the same place, or with a name of its sentence."""
        found = {ref for event in events for ref in self._told(sheet, event, last)}
        return sorted(found, key=lambda ref: (ref.report, ref.fact))

    def _told(self, sheet: Sheet, event: Event, last: str) -> Iterator[Ref]:
        about, until = self._about(sheet, event), _until(last)
        for one in self._of.get(_kind(sheet, event), ()):
            if last < one.day <= until and one.ref.report != sheet.id and about & one.about:
                yield one.ref

    def _about(self, sheet: Sheet, event: Event) -> frozenset[str]:
        sides = (self._identity.side(a) for a in self._identity.actors_of(sheet, event.actors) if self._identity.named(a))
        site = self._identity.site(sheet, event.place)
        return frozenset((*sides, *([site] if site else []), *names_in(sheet, event.trigger)))


def _until(day: str) -> str:
    """The last day on which a report may still be about what was due on a day."""
    return moved(date.fromisoformat(day), _WITHIN).isoformat()


def _kind(sheet: Sheet, event: Event) -> Kind:
    first = next(iter(words(sheet.reading.words(event.trigger))), "")
    return event.type, first[:_STEM]
