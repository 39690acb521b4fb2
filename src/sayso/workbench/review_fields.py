"""The fields of a fact that a person may correct: as a form, and back from a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from sayso.model import Reading
from sayso.model.chain import short_name
from sayso.model.codes import MODES, EventType, MoveKind, PartyKind, PlaceKind, Relation, Stance, Status
from sayso.view import deed, harmless, plain

Kind = Literal["one", "party", "parties", "place", "text", "days"]
_SPEC: dict[str, tuple[tuple[str, str, Kind, tuple[str, ...]], ...]] = {
    "events": (
        ("type", "What", "one", get_args(EventType)), ("mode", "More exactly", "one", ()), ("status", "Told as", "one", get_args(Status)),
        ("actors", "By", "parties", ()), ("recipients", "Against or with", "parties", ()), ("place", "Where", "place", ()),
        ("when", "When", "days", ()),
    ),
    "statements": (("stance", "Stance", "one", get_args(Stance)), ("speaker", "Speaker", "party", ())),
    "moves": (
        ("kind", "Move", "one", get_args(MoveKind)), ("from", "By", "parties", ()), ("to", "To", "parties", ()),
        ("through", "Through", "parties", ()), ("status", "Told as", "one", get_args(Status)), ("when", "When", "days", ()),
    ),
    "control": (
        ("relation", "Relation", "one", get_args(Relation)), ("holder", "Holder", "party", ()), ("place", "Place", "place", ()),
        ("when", "When", "days", ()),
    ),
    "parties": (("name", "Name", "text", ()), ("kind", "Kind", "one", get_args(PartyKind))),
    "places": (("name", "Name", "text", ()), ("kind", "Kind", "one", get_args(PlaceKind)), ("country", "Country, by its two letters", "text", ())),
}  # fmt: skip
"""For each layer that can be corrected here: a field's JSON name, its label, how it is asked for, and its closed values."""
LAYERS = tuple(_SPEC)


@dataclass(frozen=True, slots=True)
class Field:
    """One question of the form. `options` are value, words, chosen; `values` are what a text or two days hold now."""

    name: str
    label: str
    kind: Kind
    options: tuple[tuple[str, str, bool], ...]
    values: tuple[str, ...]


def fields(reading: Reading, layer: str, fact: Mapping[str, Any]) -> tuple[Field, ...]:
    """The form of a fact, given as in the Reading's JSON."""
    return tuple(_field(reading, spec, fact) for spec in _SPEC[layer])


def blank_fields(reading: Reading, layer: str, known: Mapping[str, Any] | None = None) -> tuple[Field, ...]:
    """The form without the machine's values, for a person who codes before looking or adds a fact, of which some may be `known`. A mode
    is left out: its choice would tell the type."""
    asked = (spec for spec in _SPEC[layer] if spec[0] != "mode")
    return tuple(_unanswered(_field(reading, spec, known or {})) for spec in asked)


def _unanswered(field: Field) -> Field:
    closed = field.kind in ("one", "party", "place") and not any(value == "" for value, _, _ in field.options)
    options = (("", "choose", True), *field.options) if closed else field.options
    return replace(field, options=options)


def compared(reading: Reading, layer: str, fact: Mapping[str, Any], given: Mapping[str, Any]) -> list[tuple[str, str | None, str]]:
    """Each field with the person's answer and the machine's, in words; None for what the person did not answer, or was not asked."""
    mine, theirs = fields(reading, layer, {**fact, **given}), fields(reading, layer, fact)
    return [(one.label, _said(one) if one.name in given else None, _said(other)) for one, other in zip(mine, theirs, strict=True)]


def _said(field: Field) -> str:
    if field.kind in ("days", "text"):
        return " to ".join(dict.fromkeys(value for value in field.values if value)) or "not told"
    return ", ".join(words for _, words, on in field.options if on) or "nobody"


def changed(layer: str, fact: Mapping[str, Any], given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The fields in which a filled form differs from the fact, with the form's values."""
    found = {}
    for name, _, kind, closed in _SPEC[layer]:
        if (kind != "parties" and name not in given) or (closed and not any(given.get(name, ()))):
            continue  # not asked, or not answered
        value = _value(name, kind, given, fact.get(name))
        if value != _plain(fact.get(name)):
            found[name] = value
    if "type" in found and "mode" not in found and fact.get("mode"):
        found["mode"] = None  # a mode belongs to its type
    return found


def answered(layer: str, given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The values of all fields of a blank form that were answered: no box that is ticked means nobody, no day means none is told."""
    found = {}
    for name, _, kind, closed in _SPEC[layer]:
        if name != "mode" and (kind == "parties" or name in given) and not (closed and not any(given.get(name, ()))):
            found[name] = _value(name, kind, given, None)
    return found


def _plain(value: Any) -> Any:
    """A value as the form can say it: days without their hours."""
    if isinstance(value, dict):
        cut = {key: day[:10] if day else None for key, day in value.items()}
        return cut if any(cut.values()) else None
    return value


def _value(name: str, kind: Kind, given: Mapping[str, Sequence[str]], now: Any) -> Any:
    values = [value.strip() for value in given.get(name, ())]
    match kind:
        case "parties":
            chosen = [value for value in values if value]
            return [*(one for one in now or () if one in chosen), *(one for one in chosen if one not in (now or ()))]
        case "days":
            first, last = [*values, "", ""][:2]
            return {"earliest": first or None, "latest": last or None} if first or last else None
        case _:
            return (values[0] if values else "") or None


def _field(reading: Reading, spec: tuple[str, str, Kind, tuple[str, ...]], fact: Mapping[str, Any]) -> Field:
    name, label, kind, closed = spec
    now = fact.get(name)
    chosen = list(now) if isinstance(now, (list, tuple)) else [now]
    options: tuple[tuple[str, str, bool], ...] = ()
    values: tuple[str, ...] = ()
    match kind:
        case "parties":
            listed = ((p.id, harmless(short_name(p)), p.id in chosen) for p in reading.parties)
            options = tuple(sorted(listed, key=lambda option: not option[2]))  # the chosen ones first
        case "party":
            options = (("", "nobody named", now is None), *((p.id, harmless(short_name(p)), p.id in chosen) for p in reading.parties))
        case "place":
            options = (("", "no place told", now is None), *((p.id, harmless(p.name), p.id in chosen) for p in reading.places))
        case "days":
            values = tuple(((now or {}).get(end) or "")[:10] for end in ("earliest", "latest"))
        case "text":
            values = (str(now or ""),)
        case "one" if name == "mode":
            modes = MODES.get(fact["type"], ())
            options = (("", "not told", now is None), *((one, deed(fact["type"], one), one == now) for one in modes))
        case _:
            options = tuple((one, f"{deed(one, None)} ({one})" if name == "type" else plain(one), one == now) for one in closed)  # type: ignore[arg-type]
    return Field(name, label, kind, options, values)
