"""What became of a double coding put into force: where coders agree, or where somebody has looked at both and takes one's."""

from collections.abc import Sequence

from sayso.casefile.agreement import Agreement, agreement
from sayso.casefile.amend import find
from sayso.casefile.casefile import Casefile
from sayso.casefile.coding import decided
from sayso.casefile.corrected import Coding, counts, standing
from sayso.casefile.decide import Decision
from sayso.casefile.records import CasefileError
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
    theirs = [one for one in standing(made) if counts(one, Coding(name, coder)) and _about(reading, one, fact)]
    if not theirs:
        raise CasefileError(f"{coder} has decided nothing about {fact} of report {report[:10]} in the coding {name}.")
    because = f"coding {name}: {coder}'s" + (f"; {why}" if why else "")
    return [case.decide(_as_decision(one, because), who=who) for one in theirs]


def accept(case: Casefile, name: str, *, who: str | None = None) -> list[Correction]:
    """Put into force what all coders agree on, where that was not done before. Gives the corrections made."""
    found = agreement_of(case, name)
    apart = {(one.report, one.layer, one.fact) for one in found.disagreements}
    done: list[Correction] = []
    for report in reports_of(case, name):
        reading, made = case.reading(report, corrected=False), case.corrections(report)
        coded = [decided(reading, made, Coding(name, coder)) for coder in found.coders]
        both = sorted(set.intersection(*coded)) if len(coded) > 1 else []
        before = {(one.layer, one.fact) for one in made if one.coding is None and (one.why or "").startswith(f"coding {name}: ")}
        for layer, fact in both:
            if (report, layer, fact) not in apart and (layer, fact) not in before:
                done += take(case, name, found.coders[0], report, fact, why="as all coders", who=who)
    return done


def _about(reading: Reading, one: Correction, fact: str) -> bool:
    """Whether a decision is about a fact: one of the reader's by its id, an added one by where its words stand."""
    if fact.startswith("+"):
        start, end = map(int, fact[1:].split("-"))
        return one.action == "add" and one.quoted is not None and one.quoted.span[0] < end and start < one.quoted.span[1]
    if one.action == "add" or one.layer == "report":
        return False
    found = find(reading.model_dump(mode="json")[one.layer], one)
    return found is not None and found["id"] == fact


def _as_decision(one: Correction, why: str) -> Decision:
    return Decision(
        one.report, one.action, one.fact, layer=one.layer, after=one.after, span=one.quoted.span if one.quoted else None, others=one.others, why=why
    )
