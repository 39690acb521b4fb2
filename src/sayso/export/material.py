"""What every export is made from: the readings as of a day, the situation they describe, and what the caller asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import BaseModel

from sayso.export.codebook import Codebook
from sayso.export.selection import EVERYTHING, Selection
from sayso.export.standing import Standing, standings
from sayso.lexicon import Lexicon
from sayso.model import Event, Party, Reading, Situation
from sayso.model.situation import Actor, Claim, Dispute, Incident, Judgement, Site, SourceOrigin
from sayso.situation import situate
from sayso.situation.case import country_of, lay_out
from sayso.situation.identity import actor_id, site_id
from sayso.situation.officials import country_of_party
from sayso.situation.parties import with_joined_parties

if TYPE_CHECKING:
    from sayso.export.kept import KeptReadings


@dataclass(frozen=True, eq=False)
class Material:
    """The readings of a case for one export. The situation is worked out when a format first asks for it.

    `raw` leaves cells as they are, for machines; otherwise those that a spreadsheet would take for a formula are made harmless.
    """

    readings: "tuple[Reading, ...] | KeptReadings"
    lexicon: Lexicon = field(default_factory=Lexicon)
    selection: Selection = EVERYTHING
    codebook: Codebook | None = None
    raw: bool = False
    judgements: tuple[Judgement, ...] = ()
    """What people decided about which events are one happening."""
    notices: list[str] = field(default_factory=list)
    """What whoever asked for the export should know of it, a sentence each, once it is written."""

    @cached_property
    def situation(self) -> Situation:
        """The situation as of the selection's day, of all readings: a filter hides rows and never changes what is counted in them."""
        if isinstance(self.readings, tuple):
            return situate(self.readings, self.selection.as_of, self.lexicon.parents, self.judgements)
        return self.readings.situation(self.selection.as_of, self.lexicon.parents)

    def chosen(self) -> Iterator[Reading]:
        """The readings that the selection lets through, by date of publication, undated ones last, then by id."""
        for reading in self.by_report.values() if isinstance(self.readings, tuple) else self.readings:
            if not self.selection.takes_report(reading):
                continue
            if not self.selection.asks_for_events or any(True for _ in self.events_of(reading)):
                yield reading

    def events_of(self, reading: Reading) -> Iterator[Event]:
        """The events of a reading that the selection lets through, in the order of the text."""
        least = self.selection.min_origins
        for event in self.selection.fitting(reading):
            if not least or self.standing_of[reading.report.id][event.id].origins_for >= least:
                yield event

    @cached_property
    def standing_of(self) -> dict[str, dict[str, Standing]]:
        """How the happening that an event tells stands: by the report's id and the event's."""
        return standings(self.items("disputes", "origins"), self.items("incidents"))

    def items(self, *lists: str) -> Iterator[BaseModel]:
        """The items of some lists of the situation; of a case that is too large for memory without the whole of it."""
        if isinstance(self.readings, tuple):
            return (item for name in lists for item in getattr(self.situation, name))
        return self.readings.items(self.selection.as_of, self.lexicon.parents, lists)

    @cached_property
    def incident_of(self) -> dict[tuple[str, str], tuple[Incident, Claim]]:
        """The incident, and the claim in it, that an event of a report is: by the report's id and the event's."""
        found: dict[tuple[str, str], tuple[Incident, Claim]] = {}
        for incident in self.situation.incidents:
            for claim in incident.claims:
                found.setdefault((claim.report, claim.fact), (incident, claim))  # whoever denies what is told there comes behind it
        return found

    @cached_property
    def disputes_of(self) -> dict[str, list[Dispute]]:
        """The disputes about each incident, by its id."""
        found: dict[str, list[Dispute]] = {}
        for dispute in self.situation.disputes:
            for incident in dispute.incidents:
                found.setdefault(incident, []).append(dispute)
        return found

    def denied_beside(self, incident: Incident) -> bool:
        """Whether one of its reports tells of a denial that may be of this incident, and that no rule has tied to any: nothing that both
        name speaks against it."""
        beside = (one for claim in incident.claims for one in self._untied_denials.get(claim.report, ()))
        return any(_may_deny(one, incident) for one in beside)

    @cached_property
    def _untied_denials(self) -> dict[str, list[Incident]]:
        """Violence that a report tells only as denied, by the report's id."""
        found: dict[str, list[Incident]] = {}
        for one in self.situation.incidents:
            if one.type == "ASSAULT" and one.origins_against and not one.origins_for and not one.unnamed:
                for report in {claim.report for claim in one.claims}:
                    found.setdefault(report, []).append(one)
        return found

    @cached_property
    def origins(self) -> dict[str, SourceOrigin]:
        """Origins by id."""
        return {origin.id: origin for origin in self.situation.origins}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Parties across reports, by id."""
        return {actor.id: actor for actor in self.situation.parties}

    @cached_property
    def sites(self) -> dict[str, Site]:
        """Places across reports, by id."""
        return {site.id: site for site in self.situation.places}

    @cached_property
    def by_report(self) -> dict[str, Reading]:
        """Readings by their report's id, each report once, in the case's order: all of them in memory."""
        return {sheet.id: sheet.reading for sheet in lay_out(self.readings, None, whole=True)}

    def party_ids(self, reading: Reading, parties: Iterable[str]) -> tuple[str, ...]:
        """The ids across reports of parties of a reading."""
        known, country = self._parties[reading.report.id], country_of(reading)
        told = ((known[party], country_of_party(known[party], reading, country)) for party in parties)
        return tuple(dict.fromkeys(actor_id(party, reading.report.id, where) for party, where in told))

    @cached_property
    def _parties(self) -> dict[str, dict[str, Party]]:
        """The parties of each report by their ids, those that people joined across reports with one entry."""
        return {one.report.id: {party.id: party for party in one.parties} for one in with_joined_parties(self.by_report.values(), self.judgements)}

    @staticmethod
    def site(reading: Reading, place: str | None) -> str | None:
        """The id across reports of a place of a reading."""
        return next((site_id(one) for one in reading.places if one.id == place), None)


def _may_deny(denied: Incident, incident: Incident) -> bool:
    if incident.type != "ASSAULT" or denied.id == incident.id:
        return False
    if denied.place and incident.place and denied.place != incident.place:
        return False
    if denied.when and incident.when:
        ends = (denied.when.earliest or "", incident.when.latest or "9"), (incident.when.earliest or "", denied.when.latest or "9")
        if any(start > end for start, end in ends):
            return False
    doers, theirs = set(denied.parties.actors), set(incident.parties.actors)
    return not doers or not theirs or bool(doers & theirs)
