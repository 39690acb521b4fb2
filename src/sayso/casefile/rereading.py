"""What another reader makes of a report that was read before: the differences, for people to look at before they accept it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.casefile.references import FIELDS, Json, by_words, spans_known_by
from sayso.model import Reading, Report
from sayso.model.codes import LAYERS, Layer

_HOW_MADE = ("id", "confidence", "rule")
_WHERE = ("mentions", "also", "cue", "speaker_span", "insertions", "span", "trigger", "content")


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that the new reading has and the old one lacks, or the other way round, or has otherwise. `words` are the fact's;
    `fields` maps each field that differs to its old and new value, with names in place of ids."""

    layer: Layer
    kind: Literal["new", "gone", "changed"]
    fact: str
    words: str
    fields: tuple[tuple[str, str, str], ...] = ()


def as_taken(report: Report) -> Report:
    """The report as it was before it was read: the reading fills in the dateline's place and nothing else."""
    return report.model_copy(update={"dateline": report.dateline.model_copy(update={"place": None})}) if report.dateline else report


def differences(old: Reading, new: Reading) -> list[Difference]:
    """What differs, layer by layer in the order of the text. Facts are the same where their words overlap most; how sure a reader
    is, which rule it used and how it numbers its facts is no difference."""
    before, after = old.model_dump(mode="json"), new.model_dump(mode="json")
    return [one for layer in LAYERS for one in sorted(_in_layer(layer, before, after), key=lambda x: (x.kind, x.fact))]


def _in_layer(layer: Layer, before: Json, after: Json) -> Iterator[Difference]:
    text = after["report"]["text"]
    left = list(before[layer])
    for fact in after[layer]:
        spans = spans_known_by(fact)
        was = by_words(left, spans[0], fact["id"]) if spans else next((x for x in left if x.get("name") == fact.get("name")), None)
        words = text[slice(*spans[0])] if spans else str(fact.get("name"))
        if was is None:
            yield Difference(layer, "new", fact["id"], words)
            continue
        left.remove(was)
        one, other = _comparable(layer, was, before), _comparable(layer, fact, after)
        fields = tuple((name, one[name], other[name]) for name in other if one.get(name) != other[name])
        if fields:
            yield Difference(layer, "changed", fact["id"], words, fields)
    for fact in left:
        spans = spans_known_by(fact)
        yield Difference(layer, "gone", fact["id"], text[slice(*spans[0])] if spans else str(fact.get("name")))


def _comparable(layer: Layer, fact: Json, reading: Json) -> dict[str, str]:
    """The fact's values as text, names for ids, without what says how it was made or where it stands."""
    left_out = {*_HOW_MADE, *_WHERE, *(() if layer == "forecasts" else ("by",))}
    named = dict(FIELDS.get(layer, ()))
    names = {(kind, one["id"]): _called(one, reading) for kind in LAYERS for one in reading[kind]}
    values = {}
    for field, value in fact.items():
        if field in left_out or field == "roles":
            continue
        if field in named:
            ids = value if isinstance(value, list) else [value] if value else []
            value = sorted(names.get((named[field], one), one) for one in ids)
        values[field] = _as_text(value)
    return values


def _called(fact: Json, reading: Json) -> str:
    spans = spans_known_by(fact)
    return str(fact.get("name") or (reading["report"]["text"][slice(*spans[0])] if spans else fact["id"]))


def _as_text(value: object) -> str:
    if isinstance(value, dict):
        return "/".join(_as_text(one) for one in value.values())
    if isinstance(value, list):
        return ", ".join(_as_text(one) for one in value) or "-"
    return "-" if value is None else str(value)
