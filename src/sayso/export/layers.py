"""Every layer of the readings as a flat table: the columns are the contract's fields, the ids stay the same from one export to the next."""

import json
from collections.abc import Iterator
from typing import Any

from sayso.export.cells import Cell, joined
from sayso.export.material import Material
from sayso.export.rows import reader_of, row_id
from sayso.model import Control, Event, Fact, Figure, Forecast, Move, Party, Place, Reading, Statement, Time
from sayso.model.chain import chain_of, sentence
from sayso.model.codes import LAYERS, Layer
from sayso.model.reading import spans_of

FACTS: dict[Layer, type[Fact]] = {
    "parties": Party, "places": Place, "times": Time, "statements": Statement, "events": Event, "figures": Figure, "control": Control,
    "moves": Move, "forecasts": Forecast,
}  # fmt: skip
SPANS = ("span", "trigger", "cue", "speaker_span", "mentions", "content", "insertions", "also")
LED_BY = ("row", "report", "published", "outlet", "words", "source_chain")
NAMES: dict[Layer, tuple[tuple[str, str], ...]] = {
    "statements": (("speaker", "parties"), ("via", "parties"), ("audience", "parties")),
    "events": (("actors", "parties"), ("recipients", "parties"), ("place", "places")),
    "control": (("holder", "parties"), ("place", "places")),
    "moves": (("from", "parties"), ("to", "parties"), ("through", "parties")),
    "forecasts": (("by", "parties"),),
}
"""The references that are also given by name, for people: the column is the field's name and "_name"."""
ENDED_BY = ("start", "end", "reader")
STANDING = ("claim_status", "incident", "origins_for", "origins_against", "unnamed_sources", "origins")
BESIDE: dict[str, tuple[str, ...]] = {"statements": STANDING, "events": (*STANDING, "code", "code_label")}
"""What is worked out beside a fact. A statement has an incident where it denies one that its report has no event for."""
REPORT_COLUMNS = (
    "row", "report", "title", "outlet", "byline", "editor", "url", "language", "published", "published_basis", "origin", "origin_basis",
    "appearances", "characters", "reader",
)  # fmt: skip

TABLES = ("reports", *LAYERS)
"""The tables, in their order."""

Row = list[Cell]


def fields_of(layer: Layer) -> list[str]:
    """The contract's fields of a layer that are columns of its table, in its order."""
    return [field.alias or name for name, field in FACTS[layer].model_fields.items()]


def columns_of(layer: str) -> list[str]:
    """All columns of a layer's table."""
    if layer == "reports":
        return list(REPORT_COLUMNS)
    kind: Layer = next(one for one in LAYERS if one == layer)
    return [*LED_BY, *(f"{field}_name" for field, _ in NAMES.get(kind, ())), *fields_of(kind), *BESIDE.get(kind, ()), *ENDED_BY]


def rows_of(material: Material, reading: Reading) -> Iterator[tuple[str, Row]]:
    """The rows of one reading, each with the name of its table. A filter on events leaves the other layers whole."""
    yield "reports", _report(reading)
    for layer in LAYERS:
        facts = material.events_of(reading) if layer == "events" else getattr(reading, layer)
        for fact in facts:
            yield layer, _row(material, reading, layer, fact)


def _row(material: Material, reading: Reading, layer: Layer, fact: Fact) -> Row:
    spans = [(start, end) for _, start, end in spans_of(fact)]
    start, end = spans[0] if spans else (None, None)
    report = reading.report
    statement = fact.id if isinstance(fact, Statement) else getattr(fact, "according_to", None)
    chain = sentence(chain_of(reading, statement)) if layer not in ("parties", "places", "times") else report.outlet
    data = fact.model_dump(mode="json")
    row: Row = [row_id(reading, fact.id), report.id, report.published, report.outlet, words_of(reading, fact), chain]
    row += [_names(reading, data[field], of) for field, of in NAMES.get(layer, ())]
    row += [cell(data[name]) for name in fields_of(layer)]
    if isinstance(fact, Event | Statement):
        row += _standing(material, reading, fact)
    if isinstance(fact, Event):
        row += _code(material, fact)
    return [*row, start, end, reader_of(reading)]


def _standing(material: Material, reading: Reading, fact: Event | Statement) -> Row:
    one = material.standing_of.get(reading.report.id, {}).get(fact.id)
    if one is None:
        return [None] * len(STANDING)
    return [one.claim_status, one.incident, one.origins_for, one.origins_against, one.unnamed, one.origins]


def _code(material: Material, event: Event) -> Row:
    code = material.codebook.row(event.type, event.mode, event.status) if material.codebook else None
    return [code.code, code.label] if code else [None, None]


def _names(reading: Reading, ids: str | list[str] | None, layer: str) -> str:
    wanted = [ids] if isinstance(ids, str) else ids or []
    known = {fact.id: fact.name for fact in getattr(reading, layer)}
    return joined(known[one] for one in wanted)


def words_of(reading: Reading, fact: Fact) -> str:
    """The words that a fact rests on: its own span, or all spans of a statement."""
    spans = fact.content if isinstance(fact, Statement) else [(start, end) for _, start, end in spans_of(fact)][:1]
    return " … ".join(reading.words(span) for span in spans)


def cell(value: Any) -> Cell:
    """A field's value as a cell: texts, numbers and yes/no as they are, everything else as JSON; `None` for what is unknown or empty."""
    if value is None or value == [] or isinstance(value, str | int | float):
        return None if value == [] else value
    return json.dumps(value, ensure_ascii=False)


def _report(reading: Reading) -> Row:
    report = reading.report
    met = [one.model_dump(mode="json") for one in report.appearances]
    return [
        report.id[:12], report.id, report.title, report.outlet, report.byline, report.editor, report.url, report.language, report.published,
        report.published_basis, report.origin.name, report.origin.basis, cell(met), len(report.text), reader_of(reading),
    ]  # fmt: skip
