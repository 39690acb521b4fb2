"""A situation laid out for looking things up: made once for each state of the casefile, then only read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log
from typing import Any, TypeVar

from sayso.model import Reading, Report, Situation
from sayso.model.situation import Actor, Claim, Dispute, FollowedForecast, GroundHeld, Incident, Judgement, Site, Source, SourceOrigin, Thread
from sayso.situation.case import first_published
from sayso.situation.words import quoted
from sayso.view import harmless, nameless
from sayso.workbench.columns import Columns, columns
from sayso.workbench.report_line import ReportLine, report_line

T = TypeVar("T")
_DOUBTS = 2000
"""How many facts wait in the queue at most."""
_DOUBTED = ("events", "moves", "control", "statements")
_URGENT = {"due": 0, "open": 1, "missed": 2, "held": 3, "unknown": 4}
_LONGEST = 220  # characters of a sentence to each side of an event's words


@dataclass(frozen=True, slots=True)
class Head:
    """A report as it is named on pages."""

    id: str
    title: str
    outlet: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact that a person had better look at."""

    report: str
    layer: str
    fact: str


@dataclass(frozen=True)
class Board:
    """A situation with its reports' names, the words of each incident, and who and what stands where. `incidents` are in the order
    in which people want them: most origins first, then those that say most of who, whom, where and when."""

    situation: Situation
    heads: Mapping[str, Head]
    lines: Mapping[str, ReportLine]
    """The reports' lines in a list."""
    words: Mapping[str, str]
    """The sentence of an incident's first claim."""
    incidents: Sequence[Incident]
    doubts: Sequence[Doubt]
    """The most doubtful and weightiest facts first."""
    state: tuple[int, str]
    """The state of the casefile that it was made of."""

    @cached_property
    def prepared(self) -> dict[Any, Any]:
        """Pages that were prepared from this board, by what was asked: nobody waits twice for the same view."""
        return {}

    @cached_property
    def weights(self) -> Sequence[tuple[int, int, int, str]]:
        """What puts the incidents in order."""
        return [weight(one) for one in self.incidents]

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """The position of each incident, by its id."""
        return {one.id: i for i, one in enumerate(self.incidents)}

    @cached_property
    def parties(self) -> Mapping[str, Actor]:
        """Parties by id."""
        return {one.id: one for one in self.situation.parties}

    @cached_property
    def sites(self) -> Mapping[str, Site]:
        """Places by id."""
        return {one.id: one for one in self.situation.places}

    @cached_property
    def threads(self) -> Mapping[str, Thread]:
        """Talks by id."""
        return {one.id: one for one in self.situation.threads}

    @cached_property
    def origins(self) -> Mapping[str, SourceOrigin]:
        """Origins by id."""
        return {one.id: one for one in self.situation.origins}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by the party that they are."""
        return {one.party: one for one in self.situation.sources}

    @cached_property
    def by_name(self) -> Sequence[Source]:
        """The sources in the order of their names."""
        return sorted(self.situation.sources, key=lambda s: (self.party_in_full(s.party).casefold(), s.party))

    @cached_property
    def disputes(self) -> Mapping[str, Dispute]:
        """Disputes by id."""
        return {one.id: one for one in self.situation.disputes}

    @cached_property
    def disputes_of(self) -> Mapping[str, Sequence[Dispute]]:
        """The disputes about an incident."""
        return _grouped((i, dispute) for dispute in self.situation.disputes for i in dispute.incidents)

    @cached_property
    def judged(self) -> Mapping[str, Sequence[Judgement]]:
        """The judgements that touch an incident's claims."""
        ends = ((one, {self.incident_of.get((ref.report, ref.fact)) for ref in (one.one, one.other)}) for one in self.situation.judgements)
        return _grouped((incident, one) for one, incidents in ends for incident in incidents if incident)

    @cached_property
    def columns(self) -> Columns:
        """The incidents as columns, for filters and counts."""
        return columns(self.incidents, dict(self.sites), self.disputes_of, self.sources_of)

    def having(self, facet: str, value: str) -> list[Incident]:
        """The incidents with a party, place, type, source or report, in order."""
        return [self.incidents[n] for n in self.columns.facets[facet].positions(value)]

    @cached_property
    def newest(self) -> Sequence[str]:
        """The reports' ids, the newest first, undated ones last."""
        return sorted(self.heads, key=lambda one: (self.heads[one].published or "", one), reverse=True)

    @cached_property
    def days(self) -> Sequence[str]:
        """The days on which reports were published."""
        return sorted({head.published for head in self.heads.values() if head.published})

    @cached_property
    def owners(self) -> int:
        """How many organisations' words are told: independent sources."""
        return len({one.owner for one in self.situation.origins})

    @cached_property
    def forecasts(self) -> Sequence[FollowedForecast]:
        """The forecasts whose day or end is known: those that are due first, then open, missed and held ones."""
        known = (one for one in self.situation.forecasts if one.due or one.outcome in ("held", "missed"))
        return sorted(known, key=lambda one: _URGENT[one.outcome])

    @cached_property
    def forecasts_by(self) -> Mapping[str, Sequence[FollowedForecast]]:
        """All forecasts of a party."""
        return _grouped((one.by, one) for one in self.situation.forecasts if one.by)

    @cached_property
    def ground_by(self) -> Mapping[str, Sequence[GroundHeld]]:
        """What a party is said to hold or fight for."""
        return _grouped((one.holder, one) for one in self.situation.control if one.holder)

    @cached_property
    def talks_of(self) -> Mapping[str, Sequence[Thread]]:
        """The talks that a party takes part in, or carries words in, the latest first."""
        taking = (({*one.parties, *(p for m in one.moves for p in (*m.from_, *m.to, *m.through))}, one) for one in reversed(self.situation.threads))
        return _grouped((party, one) for parties, one in taking for party in parties)

    @cached_property
    def ground_of(self) -> Mapping[str, Sequence[GroundHeld]]:
        """What is said to be held where, by place."""
        return _grouped((one.place, one) for one in self.situation.control if one.place)

    @cached_property
    def incident_of(self) -> Mapping[tuple[str, str], str]:
        """The incident that an event belongs to, by the report and the event's id."""
        return {(claim.report, claim.fact): one.id for one in self.incidents for claim in one.claims}

    @cached_property
    def side_of(self) -> Mapping[str, str]:
        """The organisation whose word a speaker's word is, as far as claims tell."""
        return {claim.speaker: claim.side for one in self.incidents for claim in one.claims if claim.speaker and claim.side}

    def make_ready(self) -> None:
        """Work out all that is looked up in."""
        for name, value in vars(Board).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    def sources_of(self, claim: Claim) -> set[str]:
        """The parties whose word a claim is: the speaker and its organisation, or the owner of the text."""
        found = {party for party in (claim.speaker, claim.side) if party}
        origin = self.origins.get(claim.origin)
        return found | {origin.owner} if origin and not found else found

    def party(self, party: str | None) -> str:
        """A party's name, short where it has an acronym; "?" where nobody is named."""
        if party is None:
            return "?"
        known = self.parties.get(party)
        return harmless(_short(known)) if known else nameless(party)

    def party_in_full(self, party: str) -> str:
        """A party's whole name."""
        return harmless(self.parties[party].name) if party in self.parties else nameless(party)

    def place(self, place: str | None) -> str:
        """A place's name; empty where none is told."""
        return harmless(self.sites[place].name) if place and place in self.sites else ""


def lay_out(situation: Situation, readings: Iterable[Reading], state: tuple[int, str] = (0, "")) -> Board:
    """A board of a situation. `readings` are those it was made of, at that state of the casefile, gone through once."""
    telling = {(claim.report, claim.fact): len(one.claims) for one in situation.incidents for claim in one.claims}
    first = _first_claims(situation.incidents)
    doubts: list[tuple[float, str, str, str]] = []
    heads: dict[str, Head] = {}
    lines: dict[str, ReportLine] = {}
    words: dict[str, str] = {}
    for reading in readings:
        heads[reading.report.id], lines[reading.report.id] = _head(reading.report), report_line(reading)
        words |= _words(reading, first.get(reading.report.id, ()))
        doubts += _doubts(reading, telling)
        if len(doubts) > 2 * _DOUBTS:
            doubts = nsmallest(_DOUBTS, doubts)
    first_doubts = tuple(Doubt(*one[1:]) for one in nsmallest(_DOUBTS, doubts))
    return Board(situation, heads, lines, words, sorted(situation.incidents, key=weight), first_doubts, state)


def first_claim(incident: Incident) -> Claim:
    """The claim whose words stand for an incident: the first that asserts it, where one does."""
    return next((claim for claim in incident.claims if claim.stand == "asserts"), incident.claims[0])


def heads_and_lines(readings: Iterable[Reading]) -> tuple[dict[str, Head], dict[str, ReportLine]]:
    """Reports as they are named and listed."""
    given = list(readings)
    return {one.report.id: _head(one.report) for one in given}, {one.report.id: report_line(one) for one in given}


def words_of_incidents(incidents: Iterable[Incident], readings: Iterable[Reading]) -> dict[str, str]:
    """The sentences of incidents' first claims, of those in `readings`."""
    first = _first_claims(incidents)
    return {one: said for reading in readings for one, said in _words(reading, first.get(reading.report.id, ())).items()}


def _first_claims(incidents: Iterable[Incident]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """By report: the events whose words stand for an incident, each with that incident."""
    return _grouped((claim.report, (claim.fact, one.id)) for one in incidents for claim in [first_claim(one)])


def _words(reading: Reading, wanted: Sequence[tuple[str, str]]) -> dict[str, str]:
    events = {event.id: event for event in reading.events} if wanted else {}
    return {one: harmless(quoted(reading.report, events[event].trigger, _LONGEST)) for event, one in wanted if event in events}


def _head(report: Report) -> Head:
    return Head(report.id, harmless(report.title or report.text[:90]), harmless(report.outlet or "outlet unknown"), first_published(report))


def _doubts(reading: Reading, telling: Mapping[tuple[str, str], int]) -> Iterable[tuple[float, str, str, str]]:
    """The facts of a reading that no person has made or confirmed, with what puts them in order: the least first."""
    report = reading.report.id
    for layer in _DOUBTED:
        for fact in getattr(reading, layer):
            if fact.confidence < 1:
                weight = 1 + log(telling.get((report, fact.id), 1)) if layer == "events" else 1.0
                yield round(-(1 - fact.confidence) * weight, 6), report, layer, fact.id


def weight(incident: Incident) -> tuple[int, int, int, str]:
    """What puts incidents in order: most origins first, then those that say most of who, whom, where and when."""
    told = [incident.parties.actors, incident.parties.recipients, incident.place, incident.when]
    return -incident.origins_for - incident.origins_against, -sum(map(bool, told)), -len(incident.claims), incident.id


def _short(actor: Actor) -> str:
    acronyms = [a for a in actor.aliases if a.isupper() and a.isalpha() and 2 <= len(a) <= 6]
    return acronyms[0] if len(actor.name) > 20 and acronyms else actor.name


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
