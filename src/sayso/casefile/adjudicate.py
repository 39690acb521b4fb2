"""What became of a double coding put into force: where coders agree, or where somebody has looked at both and takes one's."""

import json
from collections.abc import Sequence

from sayso.casefile.agreement import Agreement, agreement
from sayso.casefile.amend import find
from sayso.casefile.casefile import Casefile
from sayso.casefile.coding import CODED, Unit, decided, units
from sayso.casefile.corrected import Coding, corrected, counts, standing
from sayso.casefile.draft import Decision
from sayso.casefile.records import CasefileError
from sayso.casefile.references import Json
from sayso.model import Correction, Reading


def agreement_of(case: Casefile, name: str, only: Sequence[str] = ()) -> Agreement:
    """How far the people of a coding agree. Raises CasefileError where there is no such coding."""
    return agreement(name, [(case.reading(one, corrected=False), case.corrections(one)) for one in reports_of(case, name)], only)


def reports_of(case: Casefile, name: str) -> tuple[str, ...]:
    """The set of a coding. Raises CasefileError where there is none of that name."""
    known = case.codings()
    if name not in known:
        there = f"there are: {', '.join(known)}" if known else "there is none"
        raise CasefileError(f"The casefile {case.name} has no coding {name}; {there}. `sayso agreement CASE NAME --start 20` begins one.")
    return known[name]


def take(case: Casefile, name: str, coder: str, report: str, fact: str, *, why: str | None = None, who: str | None = None) -> list[Correction]:
    """Make what a coder decided about a fact a correction that counts, by the person who adjudicates. `report` is the whole id; `fact` as
    the agreement names it. Raises CasefileError where the coder decided nothing about it, and what `decide` raises."""
    reading, made = case.reading(report, corrected=False), case.corrections(report)
    added = _added(fact)
    theirs = [one for one in standing(made) if counts(one, Coding(name, coder)) and _about(reading, one, fact, added)]
    if not theirs:
        raise CasefileError(f"{coder} has decided nothing about {fact} of report {report[:10]} in the coding {name}.")
    because = _because(name, coder) + (f"; {why}" if why else "")
    return [case.decide(_as_decision(one, because), who=who) for one in theirs]


def accept(case: Casefile, name: str, *, who: str | None = None) -> list[Correction]:
    """Put into force what all coders agree on, where that was not done before or was undone since: facts that are the same in every value
    as each of them has coded them. One on which coders gave different things is nobody's to accept. Gives the corrections made."""
    found = agreement_of(case, name)
    done: list[Correction] = []
    for report in reports_of(case, name):
        reading, made = case.reading(report, corrected=False), case.corrections(report)
        before = units(reading, [one for one in standing(made) if one.coding is None and _adjudicates(one, name, found.coders)])
        for _, fact in sorted(_same(reading, made, [Coding(name, coder) for coder in found.coders]) - before):
            done += take(case, name, found.coders[0], report, fact, why="as all coders", who=who)
    return done


def _same(reading: Reading, made: Sequence[Correction], codings: Sequence[Coding]) -> set[Unit]:
    """The facts that all have coded and that are the same in what each of them made of the reading."""
    if len(codings) < 2:
        return set()
    coded = [corrected(reading, made, coding).reading.model_dump(mode="json") for coding in codings]
    both = set.intersection(*(decided(reading, made, coding) for coding in codings))
    return {(layer, fact) for layer, fact in both if len({_content(one[layer], fact) for one in coded}) == 1}


def _content(facts: Sequence[Json], fact: str) -> str:
    """A fact's values, apart from who gave them and how surely; nothing for one that was rejected."""
    found: Json = next((one for one in facts if one["id"] == fact), {})
    return json.dumps({key: value for key, value in found.items() if key not in ("by", "rule", "confidence")}, sort_keys=True)


def _because(name: str, coder: str) -> str:
    return f"coding {name}: {coder}'s"


def _adjudicates(one: Correction, name: str, coders: Sequence[str]) -> bool:
    return any((one.why or "").partition("; ")[0] == _because(name, coder) for coder in coders)


def _added(fact: str) -> tuple[str, int, int] | None:
    """Layer and words of an added fact, as the agreement names it: +events:10-15. None for one of the reader's."""
    if not fact.startswith("+"):
        return None
    layer, _, words = fact[1:].partition(":")
    start, _, end = words.partition("-")
    if layer not in CODED or not (start.isdecimal() and end.isdecimal()):
        raise CasefileError(f"{fact} names no added fact. Write it as `sayso agreement` shows it: +events:10-15, its layer and its words' place.")
    return layer, int(start), int(end)


def _about(reading: Reading, one: Correction, fact: str, added: tuple[str, int, int] | None) -> bool:
    """Whether a decision is about a fact: one of the reader's by its id, an added one by its layer and where its words stand."""
    if one.layer == "report" or (one.action == "add") != (added is not None):
        return False
    if added is not None:
        layer, start, end = added
        return one.layer == layer and one.quoted is not None and one.quoted.span[0] < end and start < one.quoted.span[1]
    found = find(reading.model_dump(mode="json")[one.layer], one)
    return found is not None and found["id"] == fact


def _as_decision(one: Correction, why: str) -> Decision:
    return Decision(
        one.report, one.action, one.fact, layer=one.layer, after=one.after, span=one.quoted.span if one.quoted else None, others=one.others, why=why
    )
