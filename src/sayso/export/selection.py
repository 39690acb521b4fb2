"""Which reports and events are handed over."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from sayso.model import Event, Reading
from sayso.model.codes import EventType, Status
from sayso.situation.case import first_published
from sayso.situation.words import fold


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; a field that is empty asks for nothing. Names are compared without case and accents.

    `as_of`, `since`, `until` and `outlets` choose reports; the others choose events. A format with a row for each event or
    incident has the chosen ones alone; a format of whole readings has the reports that hold at least one.
    """

    as_of: date | None = None
    """Only what was published on or before this day, and the situation of that day."""
    since: date | None = None
    until: date | None = None
    """Only reports first published from `since` to `until`, both inclusive."""
    outlets: tuple[str, ...] = ()
    types: tuple[EventType, ...] = ()
    statuses: tuple[Status, ...] = ()
    parties: tuple[str, ...] = ()
    """Actors or recipients, by a name or alias of theirs."""
    places: tuple[str, ...] = ()
    """Places, by name, or by the two letters of their country."""
    min_origins: int = 0
    """Only incidents that at least so many independent origins assert."""

    @property
    def asks_for_events(self) -> bool:
        """Whether any field chooses events."""
        return bool(self.types or self.statuses or self.parties or self.places or self.min_origins)

    def takes_report(self, reading: Reading) -> bool:
        """Whether the report is one of those asked for. Of an undated report nobody can say that it lies between two days."""
        day = first_published(reading.report)
        bounds = [self.as_of, self.since, self.until]
        if any(bounds):
            if day is None:
                return False
            latest = min((bound for bound in (self.as_of, self.until) if bound), default=date.max)
            if not (self.since or date.min).isoformat() <= day <= latest.isoformat():
                return False
        names = {fold(name) for name in (reading.report.outlet, *(a.outlet for a in reading.report.appearances)) if name}
        return not self.outlets or bool(names & {fold(outlet) for outlet in self.outlets})

    def fitting(self, reading: Reading) -> Iterator[Event]:
        """The events of a reading that are asked for by what the reading says of them, in the order of the text. By how many origins they
        are asserted, the whole material tells: see `Material.events_of`."""
        wanted, where = {fold(name) for name in self.parties}, {fold(name) for name in self.places}
        parties = {p.id: {fold(name) for name in (p.name, *p.aliases)} for p in reading.parties} if wanted else {}
        places = {p.id: {fold(p.name), fold(p.country or "")} for p in reading.places} if where else {}
        for event in sorted(reading.events, key=lambda e: (e.trigger, e.id)):
            if self.types and event.type not in self.types:
                continue
            if self.statuses and event.status not in self.statuses:
                continue
            if wanted and not any(parties[one] & wanted for one in (*event.actors, *event.recipients)):
                continue
            if where and not places.get(event.place or "", set()) & where:
                continue
            yield event

    def describe(self) -> str:
        """What is asked for, as `field=value` joined by "; "; empty when everything is."""
        parts = []
        for one in fields(self):
            value = getattr(self, one.name)
            if value:
                parts.append(f"{one.name}={'|'.join(map(str, value)) if isinstance(value, tuple) else value}")
        return "; ".join(parts)


EVERYTHING = Selection()
