"""The shared table of incidents, for formats that have one row for each happening and not for each telling."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.export.deaths import Deaths, deaths_of
from sayso.export.material import Material
from sayso.export.rows import EventRow, claim_status_of, event_rows
from sayso.export.standing import ClaimStatus
from sayso.model import Interval
from sayso.model.situation import Actor, Incident, Site
from sayso.situation.case import first_published

A_WARS_TOLL = 1000


@dataclass(frozen=True, eq=False)
class IncidentRow:
    """One incident, with the chosen events that tell it: the first in the order of publication first."""

    material: Material
    incident: Incident
    events: tuple[EventRow, ...]

    @property
    def claim_status(self) -> ClaimStatus:
        """How it stands: see `claim_status_of`."""
        return claim_status_of(self.material, self.incident)

    @property
    def told(self) -> tuple[EventRow, ...]:
        """The events that assert it; all, where none does."""
        return tuple(row for row in self.events if row.claim.stand == "asserts") or self.events

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who did it, the most told first."""
        return tuple(self.material.actors[one] for one in self.incident.parties.actors)

    @property
    def recipients(self) -> tuple[Actor, ...]:
        """To whom, the most told first."""
        return tuple(self.material.actors[one] for one in self.incident.parties.recipients)

    @property
    def site(self) -> Site | None:
        """Where."""
        return self.material.sites.get(self.incident.place or "")

    @property
    def published(self) -> str | None:
        """The day on which the first of its reports was published."""
        return min((day for row in self.events if (day := first_published(row.reading.report))), default=None)

    @property
    def when(self) -> tuple[Interval | None, str]:
        """The days that a report states, and "stated"; else the day of the first report, and "published": the latest that it can
        have begun. (None, "unknown") where no report carries a date."""
        if self.incident.when:
            return self.incident.when, "stated"
        if self.published:
            return Interval(earliest=self.published, latest=self.published), "published"
        return None, "unknown"

    @property
    def sums_up(self) -> bool:
        """Whether it is the toll of a whole war or campaign, told in passing ("more than 230,000 since 2011"), and no single happening:
        a thousand dead or more, and no report says that it was within a month."""
        count = days(self.incident.when)
        return (self.deaths.low or self.deaths.high or 0) >= A_WARS_TOLL and (count is None or count > 31)

    @cached_property
    def deaths(self) -> Deaths:
        """How many were killed."""
        return deaths_of(self.material, self.incident, self.events)


def incident_rows(material: Material) -> Iterator[IncidentRow]:
    """The incidents of the chosen events, in the order in which the first of them was told. Those that nobody asserts (planned, demanded,
    possible, or only denied) are left out: datasets of this kind list what somebody says has happened."""
    found: dict[str, list[EventRow]] = {}
    for row in event_rows(material):
        found.setdefault(row.incident.id, []).append(row)
    for events in found.values():
        incident = events[0].incident
        if any(claim.stand == "asserts" for claim in incident.claims):
            yield IncidentRow(material, incident, tuple(events))


def noting_undated(rows: Iterator[IncidentRow], material: Material) -> Iterator[IncidentRow]:
    """The same rows; a sentence goes to the material's notices where some have no day at all."""
    undated = 0
    for row in rows:
        undated += row.when[1] == "unknown"
        yield row
    if undated:
        have = "row has" if undated == 1 else "rows have"
        material.notices.append(
            f"{undated} {have} no day: no report of it has one, nor a day of publication. "
            "Give the report one (sayso correct CASE REPORT report --set published=2024-03-12) and export again."
        )


def days(when: Interval | None) -> int | None:
    """How many days an interval covers; None for one with an open end."""
    if when is None or not when.earliest or not when.latest:
        return None
    return (date.fromisoformat(when.latest[:10]) - date.fromisoformat(when.earliest[:10])).days + 1
