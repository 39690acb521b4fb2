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
from sayso.situation.words import words

_STEM = 4
"""Letters by which two forms of a verb are taken for one ("cross", "crossed")."""
_WITHIN = 30
"""Days after the last one in which a report that tells of no deed is about the one that was foretold."""

Kind = tuple[str, str]
"""An event's type and the stem of its word."""


class _Deed(NamedTuple):
    """What tells a deed from others of its kind: who does it, where, and to whom or what, by the words for them."""

    sides: frozenset[str]
    site: str | None
    objects: frozenset[str]

    def answered_by(self, denied: "_Deed") -> bool:
        """Whether a denial of the other is one of this: of the same side (or of anybody), at the same place or of the same object, and of
        no narrower thing. Who has not attacked a hospital in a town may have attacked the town."""
        if (denied.sides and not self.sides & denied.sides) or (denied.objects and not denied.objects & self.objects):
            return False
        there = denied.site is not None and denied.site == self.site
        return there or (denied.site is None and bool(denied.objects and denied.sides))


class _Untrue(NamedTuple):
    """An event that is told as not done: its report's day, which it is, the last day it is told of, and the deed."""

    day: str
    ref: Ref
    of: str | None
    deed: _Deed


class Undone:
    """The events of a case that are told as not done."""

    def __init__(self, sheets: Iterable[Sheet], identity: Identity) -> None:
        self._identity = identity
        self._of: dict[Kind, list[_Untrue]] = defaultdict(list)
        for sheet in sheets:
            for event in sheet.reading.events:
                if event.status == "denied" and sheet.published:
                    of = event.when.latest if event.when else None
                    untrue = _Untrue(sheet.published, Ref(report=sheet.id, fact=event.id), of, self._deed(sheet, event))
                    self._of[_kind(sheet, event)].append(untrue)

    def after(self, sheet: Sheet, events: Iterable[Event], last: str) -> list[Ref]:
        """Where other reports, in the weeks after a day, tell as not done what these events of a report foretell: the same act of the same
        side, at the same place or to the same ones, in days that end no sooner than the report that foretells it."""
        found = {ref for event in events for ref in self._told(sheet, event, last)}
        return sorted(found, key=lambda ref: (ref.report, ref.fact))

    def _told(self, sheet: Sheet, event: Event, last: str) -> Iterator[Ref]:
        deed, until, made = self._deed(sheet, event), _until(last), sheet.published or ""
        for one in self._of.get(_kind(sheet, event), ()):
            in_time = one.of is None or one.of[:10] >= made[:10]
            if last < one.day <= until and in_time and one.ref.report != sheet.id and deed.answered_by(one.deed):
                yield one.ref

    def _deed(self, sheet: Sheet, event: Event) -> _Deed:
        sides = frozenset(self._identity.side(actor) for actor in self._identity.actors_of(sheet, event.actors))
        site = self._identity.site(sheet, event.place)
        names = (name for p in event.recipients for name in (sheet.parties[p].name, *sheet.parties[p].aliases))
        return _Deed(sides, site, frozenset(part for name in names for part in words(name)))


def _until(day: str) -> str:
    """The last day on which a report may still be about what was due on a day."""
    return moved(date.fromisoformat(day), _WITHIN).isoformat()


def _kind(sheet: Sheet, event: Event) -> Kind:
    first = next(iter(words(sheet.reading.words(event.trigger))), "")
    return event.type, first[:_STEM]
