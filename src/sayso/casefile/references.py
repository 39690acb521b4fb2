"""Which fields of a fact name other facts, and what an id of one reading is called in another: the same words, another number."""

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.model import Quoted, Reference
from sayso.model.codes import LAYERS, Layer

Json = dict[str, Any]

FIELDS: dict[str, tuple[tuple[str, Layer], ...]] = {
    "statements": (
        ("speaker", "parties"), ("via", "parties"), ("audience", "parties"), ("within", "statements"), ("repeats", "statements"),
    ),
    "events": (
        ("actors", "parties"), ("recipients", "parties"), ("place", "places"), ("according_to", "statements"), ("figures", "figures"),
    ),
    "figures": (("according_to", "statements"),),
    "control": (("holder", "parties"), ("place", "places"), ("according_to", "statements")),
    "moves": (("from", "parties"), ("to", "parties"), ("through", "parties"), ("answers", "moves"), ("according_to", "statements")),
    "forecasts": (("by", "parties"), ("according_to", "statements")),
}  # fmt: skip
"""For each layer the fields that name facts, by their JSON names, and the layer of those facts."""


def spans_known_by(fact: Json) -> list[tuple[int, int]]:
    """The spans that a fact is known by: its trigger, span, mentions or content."""
    one = fact.get("trigger") or fact.get("span")
    return [tuple(one)] if one else [tuple(span) for span in fact.get("mentions") or fact.get("content") or ()]


def by_words(facts: Iterable[Json], span: tuple[int, int], fact_id: str | None) -> Json | None:
    """The fact whose words overlap the span most, relative to the longer of the two; `fact_id` goes first among equals."""
    start, end = span
    best: tuple[float, bool] = (0.0, False)
    found = None
    for fact in facts:
        for a, b in spans_known_by(fact):
            shared = min(b, end) - max(a, start)
            score = (shared / max(b - a, end - start), fact["id"] == fact_id)
            if shared > 0 and score > best:
                best, found = score, fact
    return found


def refer(reading: Json, layer: Layer, fact_id: str) -> Reference | None:
    """What a later reader needs to find this fact again; None when the reading has no such fact."""
    fact = next((one for one in reading[layer] if one["id"] == fact_id), None)
    if fact is None:
        return None
    spans = spans_known_by(fact)
    quoted = Quoted(span=spans[0], words=reading["report"]["text"][slice(*spans[0])]) if spans else None
    return Reference(layer=layer, id=fact_id, name=fact.get("name"), quoted=quoted)


def resolve(reading: Json, reference: Reference) -> str | None:
    """The id that the fact has in this reading: found by its words, or else by its name; None when it is not there."""
    facts: list[Json] = reading[reference.layer]
    if reference.quoted is not None:
        found = by_words(facts, reference.quoted.span, reference.id)
        if found is not None:
            return str(found["id"])
    if reference.name is not None:
        return next((str(one["id"]) for one in facts if one.get("name") == reference.name), None)
    return None


def named_in(layer: Layer, value: Json) -> Iterator[tuple[Layer, str]]:
    """Every fact that a fact (or some fields of one) names: its layer and id."""
    for field, target in FIELDS.get(layer, ()):
        found = value.get(field)
        for one in found if isinstance(found, (list, tuple)) else (found,):
            if isinstance(one, str):
                yield target, one
    if layer == "parties":
        for role in _roles(value):
            if role.get("of"):
                yield "parties", role["of"]


def renamed(layer: Layer, value: Json, names: dict[tuple[str, str], str]) -> Json:
    """The same fact, or fields of one, with other ids for the facts that it names; what `names` lacks stays."""
    done = dict(value)
    for field, target in FIELDS.get(layer, ()):
        found = done.get(field)
        if isinstance(found, (list, tuple)):
            done[field] = list(dict.fromkeys(names.get((target, one), one) for one in found))
        elif isinstance(found, str):
            done[field] = names.get((target, found), found)
    if layer == "parties" and _roles(done):
        done["roles"] = [{**role, "of": names.get(("parties", role.get("of")), role.get("of"))} for role in done["roles"]]
    return done


def _roles(party: Json) -> list[Json]:
    """The roles of a party, where they are any: what a person types may be none, which the reading's own check says in a sentence."""
    found = party.get("roles")
    return found if isinstance(found, list) and all(isinstance(one, dict) for one in found) else []


def redirect(reading: Json, layer: Layer, fact_id: str, to: str | None) -> None:
    """Let everything that names a fact name another one of its layer, or nothing."""
    for other in LAYERS:
        for field, target in FIELDS.get(other, ()):
            if target == layer:
                for one in reading[other]:
                    one[field] = _redirected(one[field], fact_id, to if to != one["id"] or other != layer else None)
    if layer == "parties":
        for party in reading["parties"]:
            for role in party["roles"]:
                role["of"] = _redirected(role["of"], fact_id, to)
    dateline = reading["report"]["dateline"]
    if layer == "places" and dateline:
        dateline["place"] = _redirected(dateline["place"], fact_id, to)


def _redirected(value: Any, fact_id: str, to: str | None) -> Any:
    if isinstance(value, list):
        return [one for one in dict.fromkeys(to if one == fact_id else one for one in value) if one is not None]
    return to if value == fact_id else value
