"""The shared table: one row for each event as a report tells it, with its passport and what other reports make of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.export.codebook import CodebookRow
from sayso.export.material import Material
from sayso.export.standing import ClaimStatus, Standing, claim_status, origins_in_words
from sayso.model import Event, Party, Place, Reading, Statement
from sayso.model.chain import chain_of, sentence
from sayso.model.situation import Claim, Incident
from sayso.situation.words import sentence_around


@dataclass(frozen=True, eq=False)
class EventRow:
    """One event of one report."""

    material: Material
    reading: Reading
    event: Event
    code: CodebookRow | None
    """The line of the user's codebook, if one is asked for."""

    @property
    def id(self) -> str:
        """The event's id in every format: the first twelve characters of its report's, and its own."""
        return row_id(self.reading, self.event.id)

    @property
    def incident(self) -> Incident:
        """The incident that it is a telling of."""
        return self._known[0]

    @property
    def claim(self) -> Claim:
        """What it says about that incident, and on whose word."""
        return self._known[1]

    @cached_property
    def _known(self) -> tuple[Incident, Claim]:
        return self.material.incident_of[self.reading.report.id, self.event.id]

    @property
    def standing(self) -> Standing:
        """How that incident stands, in short; asks for less memory than the incident."""
        return self.material.standing_of[self.reading.report.id][self.event.id]

    @property
    def actors(self) -> tuple[Party, ...]:
        """Who did it."""
        return self._parties(self.event.actors)

    @property
    def recipients(self) -> tuple[Party, ...]:
        """To whom."""
        return self._parties(self.event.recipients)

    def _parties(self, ids: Sequence[str]) -> tuple[Party, ...]:
        return tuple(party for one in ids for party in self.reading.parties if party.id == one)

    @property
    def place(self) -> Place | None:
        """Where."""
        return next((place for place in self.reading.places if place.id == self.event.place), None)

    @property
    def statement(self) -> Statement | None:
        """The statement that it rests on."""
        return next((one for one in self.reading.statements if one.id == self.event.according_to), None)

    @property
    def words(self) -> str:
        """The sentence it stands in."""
        return sentence_around(self.reading.report.text, self.event.trigger)

    @property
    def chain(self) -> str:
        """Whose word it is, outermost first: "Jazira Wire ← interview ← Adnan Shero"."""
        return sentence(chain_of(self.reading, self.event.according_to))

    @property
    def reader(self) -> str:
        """The reader that found it."""
        return reader_of(self.reading)


def event_rows(material: Material) -> Iterator[EventRow]:
    """The chosen events of the chosen reports, by date of publication, report and place in the text. Events that a user's codebook
    has no code for are left out."""
    for reading in material.chosen():
        for event in material.events_of(reading):
            code = material.codebook.row(event.type, event.mode, event.status) if material.codebook else None
            if material.codebook is None or code is not None:
                yield EventRow(material, reading, event, code)


def row_id(reading: Reading, fact: str) -> str:
    """The id of a fact in every format."""
    return f"{reading.report.id[:12]}/{fact}"


def reader_of(reading: Reading) -> str:
    """Name, version, model and lexicon of the reader of a reading, in one line."""
    reader = reading.reader
    return f"{reader.name} {reader.version}; model {reader.model}; lexicon {reader.lexicon}"


def claim_status_of(material: Material, incident: Incident) -> ClaimStatus:
    """How an incident stands on the day of the situation: see `claim_status`."""
    return claim_status(incident, bool(material.disputes_of.get(incident.id)))


def origins_of(material: Material, incident: Incident) -> str:
    """The names of the origins for and against an incident: see `origins_in_words`."""
    known = material.origins
    return origins_in_words(incident, {claim.origin: known[claim.origin].name for claim in incident.claims if claim.origin in known})
