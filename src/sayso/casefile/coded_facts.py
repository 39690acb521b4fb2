"""What the people of a double coding gave, fact by fact: whether it is in the words, and the values of its fields."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.casefile.amend import find
from sayso.casefile.coding import Unit
from sayso.casefile.corrected import Coding, corrected
from sayso.casefile.references import FIELDS, Json, spans_known_by
from sayso.model import Correction, Reading

COMPARED: dict[str, tuple[str, ...]] = {
    "statements": ("stance", "speaker"),
    "events": ("type", "mode", "status", "actors", "recipients", "place", "when"),
    "moves": ("kind", "from", "to", "through", "status", "when"),
    "control": ("relation", "holder", "place", "when"),
}
"""For each coded layer the fields that are compared, by their JSON names."""
Coded = frozenset[str]


@dataclass(slots=True)
class CodedFact:
    """A fact with each coder's values: whether it is in the words, and the fields that the coder gave. Nothing for one who gave none."""

    report: str
    layer: str
    id: str
    words: str
    present: dict[str, bool] = field(default_factory=dict)
    values: dict[str, dict[str, Coded]] = field(default_factory=dict)
    """Field, coder, value."""


def coded_facts(reading: Reading, made: Sequence[Correction], name: str, done: Mapping[str, set[Unit]]) -> list[CodedFact]:
    """The facts of a report, given as a raw reading, that the coders of `name` had before them or added; `done` are those that each coded."""
    raw = reading.model_dump(mode="json")
    text = reading.report.text
    found: dict[Unit, CodedFact] = {}
    added: list[CodedFact] = []
    for layer in COMPARED:
        for fact in raw[layer]:
            found[layer, fact["id"]] = CodedFact(reading.report.id, layer, fact["id"], _around(text, spans_known_by(fact)[0]))  # type: ignore[index]
    for who, units in done.items():
        result = corrected(reading, made, Coding(name, who))
        data = result.reading.model_dump(mode="json")
        kept = {(layer, fact["id"]): fact for layer in COMPARED for fact in data[layer]}
        gave = _gave(raw, [one.correction for one in result.applied])
        for unit in units:
            if unit in found:
                found[unit].present[who] = unit in kept
                if unit in kept:
                    _put(found[unit], who, kept[unit], data, gave[unit])
        for one in result.applied:
            if one.correction.action == "add" and one.correction.layer in COMPARED and one.fact is not None:
                fact = kept[one.correction.layer, one.fact]
                same = _counterpart(added, one.correction.layer, fact, text)
                same.report = reading.report.id
                same.present[who] = True
                _put(same, who, fact, data, set(one.correction.after or ()))
    for one_added in added:  # whoever has coded this report and did not add it does not find it in the words
        for who in done:
            one_added.present.setdefault(who, False)
    return [*found.values(), *added]


def _around(text: str, span: tuple[int, int]) -> str:
    """The words at a span, in brackets, and up to eight to either side."""
    before, after = text[max(0, span[0] - 200) : span[0]].split(), text[span[1] : span[1] + 200].split()
    return " ".join([*before[-8:], f"[{' '.join(text[slice(*span)].split())}]", *after[:8]])


def _gave(raw: Json, applied: Iterable[Correction]) -> dict[Unit, set[str]]:
    """Which fields of which of the reader's facts a coder gave."""
    gave: dict[Unit, set[str]] = defaultdict(set)
    for one in applied:
        fact = find(raw[one.layer], one) if one.layer in COMPARED and one.action != "add" else None
        if fact is not None:
            after = one.after or {}
            given = set(COMPARED[one.layer]) if one.action == "confirm" else set(after)
            gave[one.layer, fact["id"]] |= given - {"mode"} if "type" in after and after.get("mode") is None else given  # a mode left open
    return gave


def _counterpart(added: list[CodedFact], layer: str, fact: Json, text: str) -> CodedFact:
    """The fact that another coder added on words that overlap, or a new one."""
    spans = spans_known_by(fact)
    for one in added:
        start, end = map(int, one.id.partition(":")[2].split("-"))
        if one.layer == layer and any(a < end and start < b for a, b in spans):
            return one
    start, end = spans[0]
    new = CodedFact("", layer, f"+{layer}:{start}-{end}", _around(text, (start, end)))
    added.append(new)
    return new


def _put(into: CodedFact, who: str, fact: Json, reading: Json, gave: set[str]) -> None:
    for name in COMPARED[into.layer]:
        if name in gave:
            into.values.setdefault(name, {})[who] = _value(into.layer, name, fact.get(name), reading)


def _value(layer: str, name: str, value: object, reading: Json) -> Coded:
    """A value as a set of words: names in place of ids, days in place of intervals; nothing for none."""
    if isinstance(value, dict):
        return frozenset(["/".join((value[end] or "")[:10] for end in ("earliest", "latest"))] if any(value.values()) else ())
    ids = value if isinstance(value, list) else [] if value is None else [value]
    named = dict(FIELDS.get(layer, ())).get(name)
    if named is None:
        return frozenset(map(str, ids))
    return frozenset(next((str(one["name"]) for one in reading[named] if one["id"] == given), str(given)) for given in ids)
