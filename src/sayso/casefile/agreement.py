"""How far the people of a double coding agree: F1 on what is in the words at all, Krippendorff's alpha for each thing that was coded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.casefile.alpha import alpha, masi
from sayso.casefile.amend import find
from sayso.casefile.coding import Unit, decided, to_code
from sayso.casefile.corrected import Coding, corrected, standing
from sayso.casefile.references import FIELDS, Json, spans_known_by
from sayso.model import Correction, Reading

PRESENT = "in the words"
COMPARED: dict[str, tuple[str, ...]] = {
    "statements": ("stance", "speaker"),
    "events": ("type", "mode", "status", "actors", "recipients", "place", "when"),
    "moves": ("kind", "from", "to", "through", "status", "when"),
    "control": ("relation", "holder", "place", "when"),
}
"""For each coded layer the fields that are compared, by their JSON names."""
Coded = frozenset[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that was coded. `facts` have the values of two coders or more, and on `agreed` of them all are the same; `alpha` is None
    where it cannot be told, all values being one. `f1`, of what is in the words at all, is the mean over the pairs of coders."""

    layer: str
    what: str
    facts: int
    agreed: int
    alpha: float | None
    f1: float | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact about which coders differ: in which field, and each coder's value. `words` are the fact's with those around them."""

    report: str
    layer: str
    fact: str
    words: str
    what: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A double coding as it stands. `waiting` says how many facts of the set each coder has still to code."""

    coding: str
    coders: tuple[str, ...]
    reports: int
    facts: int
    waiting: tuple[tuple[str, int], ...]
    measures: tuple[Measure, ...]
    disagreements: tuple[Disagreement, ...]


@dataclass(slots=True)
class _Fact:
    """A fact with each coder's values: whether it is in the words, and the fields that the coder gave. Nothing for one who gave none."""

    report: str
    layer: str
    id: str
    words: str
    present: dict[str, bool] = field(default_factory=dict)
    values: dict[str, dict[str, Coded]] = field(default_factory=dict)
    """Field, coder, value."""


def agreement(name: str, cases: Iterable[tuple[Reading, Sequence[Correction]]], only: Sequence[str] = ()) -> Agreement:
    """Compare what people coded under a name in these reports, given each with its raw reading and corrections; `only` these coders.

    A coder's value counts where the coder gave it: a confirmation gives all of a fact's values, an edit those it names.
    """
    facts: list[_Fact] = []
    cases = list(cases)
    found = {one.who for _, made in cases for one in made if one.coding == name}
    coders = tuple(sorted(found & set(only) if only else found))
    waiting = dict.fromkeys(coders, 0)
    for reading, made in cases:
        units = to_code(reading)
        done = {who: decided(reading, made, Coding(name, who)) for who in coders}
        for who in coders:
            waiting[who] += len(set(units) - done[who])
        here = {one.who for one in standing(made) if one.coding == name}
        facts += _facts(reading, made, name, {who: units for who, units in done.items() if who in here})
    facts = [one for one in facts if len(one.present) > 1]
    measures = [measure for layer in COMPARED for measure in _measures(layer, [one for one in facts if one.layer == layer], coders)]
    return Agreement(
        name, coders, len(cases), len(facts), tuple(waiting.items()), tuple(measures), tuple(d for one in facts for d in _disagreements(one))
    )


def _facts(reading: Reading, made: Sequence[Correction], name: str, done: Mapping[str, set[Unit]]) -> list[_Fact]:
    raw = reading.model_dump(mode="json")
    text = reading.report.text
    found: dict[Unit, _Fact] = {}
    added: list[_Fact] = []
    for layer in COMPARED:
        for fact in raw[layer]:
            found[layer, fact["id"]] = _Fact(reading.report.id, layer, fact["id"], _around(text, spans_known_by(fact)[0]))  # type: ignore[index]
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


def _counterpart(added: list[_Fact], layer: str, fact: Json, text: str) -> _Fact:
    """The fact that another coder added on words that overlap, or a new one."""
    spans = spans_known_by(fact)
    for one in added:
        start, end = map(int, one.id.partition(":")[2].split("-"))
        if one.layer == layer and any(a < end and start < b for a, b in spans):
            return one
    start, end = spans[0]
    new = _Fact("", layer, f"+{layer}:{start}-{end}", _around(text, (start, end)))
    added.append(new)
    return new


def _put(into: _Fact, who: str, fact: Json, reading: Json, gave: set[str]) -> None:
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


def _measures(layer: str, facts: Sequence[_Fact], coders: Sequence[str]) -> Iterable[Measure]:
    present = [list(one.present.values()) for one in facts]
    if facts:
        pairs = [pair for pair in combinations(coders, 2) if any(set(pair) <= one.present.keys() for one in facts)]
        f1 = [_f1([(one.present[a], one.present[b]) for one in facts if {a, b} <= one.present.keys()]) for a, b in pairs]
        yield Measure(layer, PRESENT, len(facts), sum(len(set(unit)) == 1 for unit in present), alpha(present), sum(f1) / len(f1))
    for name in COMPARED[layer]:
        units = [list(values.values()) for one in facts if len(values := one.values.get(name, {})) > 1]
        if units:
            yield Measure(layer, name, len(units), sum(len(set(unit)) == 1 for unit in units), alpha(units, masi))


def _f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    both = kept = 0
    for one, other in pairs:
        both, kept = both + (one and other), kept + one + other
    return 2 * both / kept if kept else 1.0


def _disagreements(one: _Fact) -> Iterable[Disagreement]:
    if len(set(one.present.values())) > 1:
        said = tuple((who, "yes" if there else "no") for who, there in sorted(one.present.items()))
        yield Disagreement(one.report, one.layer, one.id, one.words, PRESENT, said)
        return
    for name, values in one.values.items():
        if len(set(values.values())) > 1:
            said = tuple((who, ", ".join(sorted(value)) or "nothing") for who, value in sorted(values.items()))
            yield Disagreement(one.report, one.layer, one.id, one.words, name, said)
