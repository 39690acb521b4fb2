"""A Reading: everything one report says, each fact tied to its words. Checked whole at construction."""

from collections.abc import Iterable, Iterator
from typing import Any, Self

from pydantic import model_validator

from sayso.model.base import Noun
from sayso.model.items import Control, Event, Fact, Figure, Forecast, Move, Party, Place, Statement, Time
from sayso.model.report import Report

SCHEMA_VERSION = "1"


class ReaderVersion(Noun):
    """Which reader made a reading. The same four values and the same report give the same reading."""

    name: str = "sayso"
    version: str
    model: str
    lexicon: str


class Reading(Noun):
    """What one report says. Every span lies inside its text and every reference names a fact that is here, or construction fails."""

    schema_version: str = SCHEMA_VERSION
    reader: ReaderVersion
    report: Report
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    control: tuple[Control, ...] = ()
    moves: tuple[Move, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    warnings: tuple[str, ...] = ()
    """What to know before trusting this reading, each a sentence for a person: that the text bears another date than was given with it."""

    @model_validator(mode="after")
    def _sound(self) -> Self:
        length = len(self.report.text)
        known = {layer: {fact.id for fact in getattr(self, layer)} for layer in _REFERENCES_TO}
        for layer, fact in self.facts():
            for name, start, end in spans_of(fact):
                if end > length:
                    raise ValueError(f"{layer} {fact.id}: {name} [{start}, {end}] runs past the text, which has {length} characters")
            for name, target, value in references_of(fact):
                if value not in known[target]:
                    raise ValueError(f"{layer} {fact.id}: {name} names {value!r}, which is not among the {target}")
        for time in self.times:
            if self.report.text[time.span[0] : time.span[1]] != time.text:
                raise ValueError(f"times {time.id}: the text has other words at {list(time.span)} than {time.text!r}")
        for part in self.report.parts:
            if part.span[1] > length:
                raise ValueError(f"report: the {part.kind} {list(part.span)} runs past the text, which has {length} characters")
        if self.report.dateline and self.report.dateline.place and self.report.dateline.place not in known["places"]:
            raise ValueError(f"report: dateline names {self.report.dateline.place!r}, which is not among the places")
        return self

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact with the name of its layer, in the order of the contract."""
        for layer in _ALL_LAYERS:
            for fact in getattr(self, layer):
                yield layer, fact

    def words(self, span: tuple[int, int]) -> str:
        """The words at a span."""
        return self.report.text[span[0] : span[1]]


_ALL_LAYERS = ("parties", "places", "times", "statements", "events", "figures", "control", "moves", "forecasts")
_REFERENCES_TO = ("parties", "places", "statements", "figures", "moves")
_SPAN_FIELDS = ("span", "trigger", "cue", "speaker_span")
_SPAN_LISTS = ("mentions", "content", "also", "insertions")
_REFERENCE_FIELDS: dict[type[Fact], tuple[tuple[str, str], ...]] = {
    Statement: (("speaker", "parties"), ("via", "parties"), ("audience", "parties"), ("within", "statements"), ("repeats", "statements")),
    Event: (
        ("actors", "parties"), ("recipients", "parties"), ("place", "places"),
        ("according_to", "statements"), ("figures", "figures"),
    ),
    Figure: (("according_to", "statements"),),
    Control: (("holder", "parties"), ("place", "places"), ("according_to", "statements")),
    Move: (
        ("from_", "parties"), ("to", "parties"), ("through", "parties"),
        ("answers", "moves"), ("according_to", "statements"),
    ),
    Forecast: (("by", "parties"), ("according_to", "statements")),
}  # fmt: skip


def spans_of(fact: Fact) -> Iterator[tuple[str, int, int]]:
    """Every span of a fact, with the name of its field."""
    values = fact.__dict__
    for name in _SPAN_FIELDS:
        span = values.get(name)
        if span is not None:
            yield name, span[0], span[1]
    for name in _SPAN_LISTS:
        for start, end in values.get(name) or ():
            yield name, start, end


def references_of(fact: Fact) -> Iterator[tuple[str, str, str]]:
    """Every reference of a fact: the name of its field, the layer of what it names, and that one's id."""
    for name, target in _REFERENCE_FIELDS.get(type(fact), ()):
        value: Any = getattr(fact, name)
        values: Iterable[str | None] = value if isinstance(value, tuple) else (value,)
        for one in values:
            if one is not None:
                yield name, target, one
    if isinstance(fact, Party):
        for role in fact.roles:
            if role.of is not None:
                yield "roles", "parties", role.of
