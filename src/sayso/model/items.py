"""The facts a reading holds. Each has an id, a confidence and the rule or model that made it."""

from pydantic import Field

from sayso.model.base import Confidence, Interval, IsoTime, Noun, Span
from sayso.model.codes import (
    Channel,
    EventType,
    Extent,
    MoveChannel,
    MoveKind,
    PartyKind,
    PlaceKind,
    PlaceRole,
    Relation,
    Stance,
    StatementKind,
    Status,
    TimexType,
)


class Fact(Noun):
    """What every fact carries besides its own fields."""

    id: str
    confidence: Confidence = 0.5


class Item(Fact):
    """A fact and `by`, the rule or model that made it."""

    by: str = "unknown"


class Role(Noun):
    """An office a person holds: its title and the party it is an office of."""

    title: str
    of: str | None = None


class Party(Item):
    """One real actor in this report, with every name and description it goes by here."""

    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()
    entry: str | None = None
    """The row of the lexicon that this party is, if any."""


class Place(Item):
    """One real place in this report. Without a point it is unresolved, and `reason` says why."""

    name: str
    kind: PlaceKind
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    gazetteer: str | None = None
    division: str | None = None
    """The gazetteer's code of the province that it lies in, or is ("SY.09")."""
    namesake: bool = False
    """Whether that province bears its name too, and the words do not say that the town is meant and not the province: "killed nine in Idlib"."""
    within: str | None = None
    """The id of the place in which the text says that it lies: "Jobar, a suburb of Damascus"."""
    mentions: tuple[Span, ...] = ()
    roles: tuple[PlaceRole, ...] = ()
    """What it is in the report by some mention: where it was filed, where an event is, where somebody goes or comes from, or what was told
    of more than a year before. Empty where the text gives none."""
    reason: str | None = None


class Time(Item):
    """A time expression: its TIMEX3 type and value, and the interval that it covers."""

    span: Span
    text: str
    type: TimexType
    value: str
    earliest: IsoTime | None = None
    latest: IsoTime | None = None


class Statement(Item):
    """Somebody says something. `content` is the proposition alone; `within` points one level out."""

    content: tuple[Span, ...] = Field(min_length=1)
    kind: StatementKind
    stance: Stance = "say"
    cue: Span | None = None
    insertions: tuple[Span, ...] = ()
    speaker: str | None = None
    speaker_span: Span | None = None
    anonymous: bool = False
    channel: Channel = "unknown"
    via: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    stated: Interval | None = None
    within: str | None = None
    repeats: str | None = None


class Event(Item):
    """A PLOVER event. `according_to` is the innermost statement whose content contains the trigger."""

    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    trigger: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    when: Interval | None = None
    status: Status = "happened"
    hedged: bool = False
    also: tuple[Span, ...] = ()
    according_to: str | None = None
    figures: tuple[str, ...] = ()


class Figure(Item):
    """A quantity as an interval: "at least 17" is [17, None]. `what` is counted, in `unit`."""

    span: Span
    what: str
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    approximate: bool = False
    according_to: str | None = None


class Control(Item):
    """Who holds, besieges, contests, took or lost which ground. `extent`: whether the words say it of the place, of a part, or of ground near it."""

    span: Span
    holder: str | None = None
    place: str | None = None
    relation: Relation
    extent: Extent = "whole"
    denied: bool = False
    """The source of `according_to` says that it is not so."""
    area_km2: float | None = None
    when: Interval | None = None
    according_to: str | None = None


class Term(Noun):
    """What a move gives and gets, both seen from the party that makes it."""

    gives: str | None = None
    gets: str | None = None
    text: str


class Move(Item):
    """One move in a negotiation: who asks or answers whom, for what, through whom."""

    kind: MoveKind
    from_: tuple[str, ...] = Field(default=(), alias="from")
    to: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    answers: str | None = None
    channel: MoveChannel = "unknown"
    span: Span
    also: tuple[Span, ...] = ()
    when: Interval | None = None
    status: Status = "happened"
    according_to: str | None = None


class Forecast(Fact):
    """What somebody says will be, and by when. `by` is the party that says so; the rule that found it is `rule`."""

    rule: str = "unknown"
    span: Span
    by: str | None = None
    what: str
    due: Interval | None = None
    made: IsoTime | None = None
    according_to: str | None = None
