"""Where two people's decisions about the same fact cannot both hold."""

from sayso.casefile.amend import find
from sayso.casefile.corrected import Applied, Corrected
from sayso.casefile.records import CasefileError
from sayso.casefile.references import Json
from sayso.model import Correction, Reading


class ConflictError(CasefileError):
    """Somebody else has decided otherwise about the same fact. `others` are those decisions, in the order of their time."""

    def __init__(self, sentence: str, others: tuple[Correction, ...]) -> None:
        super().__init__(sentence)
        self.others = others


def refuse_conflict(raw: Reading, result: Corrected, correction: Correction) -> None:
    """Raise ConflictError where somebody else's standing decision about the same fact says otherwise and was not overruled."""
    data = raw.model_dump(mode="json")
    mine = next((one for one in result.applied if one.correction.id == correction.id), Applied(correction, None))
    related = [one for one in result.applied if one is not mine and _same_fact(data, one, mine)]
    overruled = {one for other in (*related, mine) for one in other.correction.overrules}
    against = tuple(
        one.correction for one in related
        if one.correction.who != correction.who and disagree(one.correction, correction)
        and one.correction.id not in overruled and not _changed_mind(one.correction, related)
    )  # fmt: skip
    if against:
        last = against[-1]
        because = f", because: {last.why}" if last.why else ""
        ids = ", ".join(one.id for one in against)
        raise ConflictError(
            f"{last.who} has decided otherwise about {correction.fact or 'report'} of report {correction.report[:12]} on {last.when[:16]}: "
            f"{in_words(last)}{because}. Nothing was stored. Look at both; to decide against it all the same, overrule {ids}.",
            against,
        )


def _changed_mind(correction: Correction, related: list[Applied]) -> bool:
    """Whether the same person later decided otherwise."""
    later = (one.correction for one in related if one.correction.when > correction.when)
    return any(one.who == correction.who and disagree(one, correction) for one in later)


def disagree(one: Correction, other: Correction) -> bool:
    """Whether two decisions about the same fact cannot both hold."""
    actions = {one.action, other.action}
    if actions <= {"edit", "add"}:
        mine, theirs = one.after or {}, other.after or {}
        return any(mine[name] != theirs[name] for name in mine.keys() & theirs.keys())
    if len(actions) == 1:
        return one.action == "split" and one.after != other.after
    if actions == {"merge", "split"}:
        return bool(set(one.others) & set(other.others))
    return "reject" in actions or actions == {"confirm", "edit"}


def in_words(correction: Correction) -> str:
    """What a correction does, for people: "status = denied"."""
    match correction.action:
        case "edit" | "add":
            said = ", ".join(f"{name} = {_value(value)}" for name, value in (correction.after or {}).items() if name != "id")
            return said if correction.action == "edit" else f"added with {said}"
        case "merge":
            return f"the same as {', '.join(correction.others)}"
        case "split" if correction.others:
            return f"not the same as {', '.join(correction.others)}"
        case "split":
            return f"split off: {_value((correction.after or {}).get('name'))}"
        case "undo":
            return f"took back {correction.undoes}"
    return {"confirm": "confirmed", "reject": "rejected"}[correction.action]


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "/".join(_value(one) for one in value.values())
    if isinstance(value, (list, tuple)):
        return ", ".join(_value(one) for one in value) or "nobody"
    return "nothing" if value is None else str(value)


def _same_fact(raw: Json, one: Applied, other: Applied) -> bool:
    if one.correction.layer != other.correction.layer:
        return False
    if one.correction.layer == "report":
        return True
    if one.fact is not None and other.fact is not None:
        return one.fact == other.fact
    facts = [find(raw[x.correction.layer], x.correction) for x in (one, other)]
    return facts[0] is not None and facts[0] is facts[1]
