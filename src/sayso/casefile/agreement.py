"""How far the people of a double coding agree: F1 on what is in the words at all, Krippendorff's alpha for each thing that was coded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.casefile.alpha import alpha, masi
from sayso.casefile.coded_facts import COMPARED, CodedFact, coded_facts
from sayso.casefile.coding import decided, to_code
from sayso.casefile.corrected import Coding, standing
from sayso.model import Correction, Reading

PRESENT = "in the words"
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


def agreement(name: str, cases: Iterable[tuple[Reading, Sequence[Correction]]], only: Sequence[str] = ()) -> Agreement:
    """Compare what people coded under a name in these reports, given each with its raw reading and corrections; `only` these coders.

    A coder's value counts where the coder gave it: a confirmation gives all of a fact's values, an edit those it names.
    """
    facts: list[CodedFact] = []
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
        facts += coded_facts(reading, made, name, {who: units for who, units in done.items() if who in here})
    facts = [one for one in facts if len(one.present) > 1]
    measures = [measure for layer in COMPARED for measure in _measures(layer, [one for one in facts if one.layer == layer], coders)]
    return Agreement(
        name, coders, len(cases), len(facts), tuple(waiting.items()), tuple(measures), tuple(d for one in facts for d in _disagreements(one))
    )


def _measures(layer: str, facts: Sequence[CodedFact], coders: Sequence[str]) -> Iterable[Measure]:
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


def _disagreements(one: CodedFact) -> Iterable[Disagreement]:
    if len(set(one.present.values())) > 1:
        said = tuple((who, "yes" if there else "no") for who, there in sorted(one.present.items()))
        yield Disagreement(one.report, one.layer, one.id, one.words, PRESENT, said)
        return
    for name, values in one.values.items():
        if len(set(values.values())) > 1:
            said = tuple((who, ", ".join(sorted(value)) or "nothing") for who, value in sorted(values.items()))
            yield Disagreement(one.report, one.layer, one.id, one.words, name, said)
