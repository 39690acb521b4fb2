"""The Situation: what holds across reports as of a date, with every claim kept apart from its source."""

from typing import Literal

from pydantic import Field

from sayso.model.base import Confidence, Interval, IsoTime, Noun, Span
from sayso.model.codes import EventType, Extent, MoveKind, PartyKind, PlaceKind, Relation, Stance, Status
from sayso.model.items import Term

Stand = Literal["asserts", "denies", "silent", "unsure"]
DisputeKind = Literal["denied", "figures", "actor", "place", "time", "status"]
Verdict = Literal["same", "different", "unsure"]
ThreadStatus = Literal["open", "refused", "agreed", "implemented", "broken", "unknown"]
Outcome = Literal["open", "due", "held", "missed", "unknown"]


class Ref(Noun):
    """A fact of one reading: the report's id and the fact's id in it."""

    report: str
    fact: str


class Actor(Noun):
    """A party across reports. `id` is its lexicon entry, or "person:" or "party:" and its folded name where the lexicon does not know it."""

    id: str
    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    seen: tuple[Ref, ...] = ()


class Site(Noun):
    """A place across reports. `id` is its gazetteer entry, or its country and folded name."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Sides(Noun):
    """Who did it, to whom: ids of actors."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


class Claim(Noun):
    """One report's word on an incident, and whose word that is.

    It rests on an event of the report, or, where somebody denies the deed without a word for it ("none of our aircraft flew"), on a
    statement. `event` may so be null: then `statement` is set, to the id of that statement in the report's reading. Of the two, one is
    always set and the other null.
    """

    report: str
    event: str | None = None
    statement: str | None = None
    according_to: str | None = None
    speaker: str | None = None
    origin: str
    side: str | None = None
    party_to_conflict: bool = False
    unnamed: bool = False
    stand: Stand
    status: Status
    hedged: bool = False

    @property
    def fact(self) -> str:
        """The id of what it rests on in its report's reading."""
        return self.event or self.statement or ""


class SourceFigure(Noun):
    """A figure as one source gives it, and when it said so."""

    source: str
    min: float | None = None
    max: float | None = None
    stated: IsoTime | None = None


class FigureRange(Noun):
    """What is counted, by source. Figures of different sources are never averaged."""

    what: str
    by_source: tuple[SourceFigure, ...]


class Incident(Noun):
    """Events of one or many reports taken to be the same happening."""

    id: str
    type: EventType
    mode: str | None = None
    parties: Sides = Sides()
    place: str | None = None
    when: Interval | None = None
    status: Status
    claims: tuple[Claim, ...]
    origins_for: int
    origins_against: int
    unnamed: int
    parties_among_origins: int
    figures: tuple[FigureRange, ...] = ()


class Judgement(Noun):
    """Whether two reports' events are one happening: a rule's verdict with its grounds, or a person's, which goes before it for ever.

    `grounds` of a rule are weights by name; their sum is `evidence`, relative to what is asked for. A person's verdict carries
    the correction that holds it, who gave it and when.
    """

    verdict: Verdict
    one: Ref
    other: Ref
    by: Literal["rule", "person"]
    grounds: tuple[str, ...] = ()
    evidence: float | None = None
    who: str | None = None
    when: IsoTime | None = None
    correction: str | None = None


class DisputeSide(Noun):
    """What one source says in a dispute, and the claims it rests on."""

    source: str
    says: str
    claims: tuple[Ref, ...]


class Dispute(Noun):
    """What origins contradict each other on. Kept, never resolved by the machine.

    Of who, where and when there is one incident for each side: what cannot be one happening is not merged. Of a deal that is told as a
    move alone, and of ground, there is no incident: `threads` are the talks, and the sides' claims name moves or facts of control.

    What no rule tells may be taken for a dispute by learnt weights: then `chance` is how likely it is by them, and `grounds` what weighs
    most for it and against it. Its claims may name any fact that stands in the words, a statement among them.
    """

    id: str
    incidents: tuple[str, ...]
    kind: DisputeKind
    sides: tuple[DisputeSide, ...]
    since: IsoTime | None = None
    threads: tuple[str, ...] = ()
    chance: float | None = None
    grounds: tuple[str, ...] = ()


class ThreadMove(Noun):
    """One move of a thread, in the order of time."""

    report: str
    move: str
    kind: MoveKind
    from_: tuple[str, ...] = Field(default=(), alias="from")
    to: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    when: Interval | None = None
    status: Status
    origin: str
    source: str = "unnamed"
    words: str
    told_again: tuple[Ref, ...] = ()
    """The same move in the same words in copies of the report."""


class Precedent(Noun):
    """Earlier talks, or a deal or evacuation, that a thread may be measured by: what it was, and how it ended as far as is told."""

    id: str
    of: Literal["thread", "incident"]
    words: str
    when: Interval | None = None
    ended: str


class ThreadState(Noun):
    """A status of the talks, derived from the moves, with the origins that it rests on."""

    value: ThreadStatus
    origins: tuple[str, ...]


class Thread(Noun):
    """Talks between the same parties about the same thing."""

    id: str
    parties: tuple[str, ...]
    moves: tuple[ThreadMove, ...]
    status: tuple[ThreadState, ...]
    precedents: tuple[str, ...] = ()
    recalled: tuple[Precedent, ...] = ()
    """The precedents by name, with how they ended."""


class GroundHeld(Noun):
    """Who holds, besieges, contests, took or lost which ground, as of when, on whose word, and who says that it is not so."""

    report: str
    control: str
    holder: str | None
    place: str | None
    relation: Relation
    extent: Extent = "whole"
    area_km2: float | None = None
    when: Interval | None = None
    origin: str
    source: str = "unnamed"
    """The speaker, or whose text it is; "unnamed" for a source without a name."""
    words: str
    denied: bool = False
    """The source does not say so but denies it."""
    denied_by: tuple[str, ...] = ()
    """The other sources of the case that deny it, or deny the act by which it was done."""
    told_again: tuple[Ref, ...] = ()
    """Where copies and later reports say the same again on the word of the same origin."""


class FollowedForecast(Noun):
    """A forecast and what became of it as of the situation's date."""

    report: str
    forecast: str
    by: str | None
    what: str
    due: Interval | None = None
    made: IsoTime | None = None
    origin: str
    confidence: Confidence
    words: str
    outcome: Outcome
    evidence: tuple[Ref, ...] = ()
    """The events, or the figures, by which it held or was missed."""


class Copy(Noun):
    """A report that carries another's text, or a passage of an earlier story of its own outlet's: the share of its own text that it took, from
    which report, and the stretches."""

    report: str
    share: float = Field(ge=0, le=1)
    of: str | None = None
    spans: tuple[Span, ...] = ()


class SourceOrigin(Noun):
    """A first hop with access of its own: a speaker on an occasion, or an outlet's own reporting.

    `owner` is the organisation whose word it is. Origins of one owner count as one where independence is counted.
    """

    id: str
    kind: Literal["text", "speaker"] = "text"
    name: str
    owner: str
    reports: tuple[str, ...]
    copies: tuple[Copy, ...] = ()


class SourceStatement(Noun):
    """One statement of a source, as a report carries it."""

    report: str
    statement: str
    stance: Stance
    words: str


class Source(Noun):
    """A party that says something: its statements, the incidents other origins confirm or contradict, its forecasts by what became
    of them. No ratio, no ranking."""

    party: str
    side: str | None = None
    """The organisation for which it speaks, where that is another one: reports give it an office there, or it is part of it."""
    statements: tuple[SourceStatement, ...]
    corroborated: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()
    held: tuple[Ref, ...] = ()
    missed: tuple[Ref, ...] = ()


class Situation(Noun):
    """The reduce of a case's readings as of a date. It does not depend on the order in which they came."""

    schema_version: str = "1"
    as_of: IsoTime | None
    reports: tuple[str, ...] = ()
    parties: tuple[Actor, ...] = ()
    places: tuple[Site, ...] = ()
    incidents: tuple[Incident, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    threads: tuple[Thread, ...] = ()
    control: tuple[GroundHeld, ...] = ()
    forecasts: tuple[FollowedForecast, ...] = ()
    origins: tuple[SourceOrigin, ...] = ()
    sources: tuple[Source, ...] = ()
    judgements: tuple[Judgement, ...] = ()
