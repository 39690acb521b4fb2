"""A person's decision made into a correction: what it rests on is gathered, what others decided is asked, then it is stored."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection

from sayso.casefile import browse, store
from sayso.casefile.amend import FIXED_OF_REPORT, find
from sayso.casefile.corrected import Applied, Coding, Corrected, corrected, undone
from sayso.casefile.elsewhere import refuse_words_taken_out
from sayso.casefile.log import Signature
from sayso.casefile.records import CasefileError
from sayso.casefile.references import Json, named_in, refer, spans_known_by
from sayso.model import Correction, Quoted, Reading, Reference
from sayso.model.codes import LAYERS, CorrectionAction, Layer

NOT_FOR_PEOPLE = ("id", "confidence", "by", "rule")
"""Fields of a fact that say how it was made; a forecast's `by` is its maker in another sense and may be corrected."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of a fact. `report` is the report's whole id; `layer` may be left out where `fact` tells it.

    `after` holds the fields the person gives, by their JSON names, as in a Reading. `span` are the words the decision rests
    on, by default the fact's own; an addition needs them. For the rest see `Correction`.
    """

    report: str
    action: CorrectionAction
    fact: str | None = None
    layer: Layer | None = None
    after: dict[str, Any] | None = None
    span: tuple[int, int] | None = None
    others: tuple[str, ...] = ()
    why: str | None = None
    overrules: tuple[str, ...] = ()
    coding: str | None = None


def resting_on(layer: Layer, after: Mapping[str, Any], span: tuple[int, int]) -> dict[str, Any]:
    """The fields of a fact to be added, with its words in the field where its layer keeps them."""
    field_of = {"events": "trigger", "parties": "mentions", "places": "mentions", "statements": "content"}.get(layer, "span")
    return {field_of: [list(span)] if field_of in ("mentions", "content") else list(span), **after}


class ConflictError(CasefileError):
    """Somebody else has decided otherwise about the same fact. `others` are those decisions, in the order of their time."""

    def __init__(self, sentence: str, others: tuple[Correction, ...]) -> None:
        super().__init__(sentence)
        self.others = others


@dataclass(slots=True)
class _State:
    """A report as its corrections have left it, for the person who decides."""

    raw: Reading
    made: list[Correction]
    coding: Coding | None
    now: Corrected = field(init=False)
    data: Json = field(init=False)

    def __post_init__(self) -> None:
        self.now = corrected(self.raw, self.made, self.coding)
        self.data = self.now.reading.model_dump(mode="json")


def decide(connection: Connection, decision: Decision, who: str, signature: Signature) -> Correction:
    """Store what a person decided. Raises ConflictError, or CasefileError with the reason why it cannot stand."""
    coding = Coding(decision.coding, who) if decision.coding else None
    state = _State(_reading(connection, decision.report), browse.corrections(connection, decision.report), coding)
    correction = _drafted(state, decision, who, signature.when)
    result = corrected(state.raw, [*state.made, correction], coding)
    for orphan in result.orphaned:
        if orphan.correction.id == correction.id:
            raise CasefileError(f"This cannot be said of report {decision.report[:12]}. {orphan.reason}")
    refuse_conflict(state.raw, result, correction)
    store.correct(connection, correction, signature)
    return correction


def keep(connection: Connection, correction: Correction, signature: Signature) -> bool:
    """Store a correction made elsewhere, unless it is here; whether it was stored. Raises RedactedError where it may hold what was
    taken out of its report here."""
    if store.has_correction(connection, correction):
        return False
    refuse_words_taken_out(connection, correction)
    raw = browse.readings(connection, [correction.report])
    if raw and correction.undoes is None:
        made = [*browse.corrections(connection, correction.report), correction]
        coding = Coding(correction.coding, correction.who) if correction.coding else None
        refuse_conflict(raw[0], corrected(raw[0], made, coding), correction)
    return store.correct(connection, correction, signature)


def undo(connection: Connection, correction_id: str, why: str | None, who: str, signature: Signature) -> Correction:
    """Take a correction back, or an undo. It stays where it is and no longer holds."""
    target = browse.correction(connection, correction_id)
    made = browse.corrections(connection, target.report)
    if target.id in undone(made):
        done = next(one for one in made if one.undoes == target.id)
        raise CasefileError(f"Correction {target.id} was undone by {done.who} on {done.when[:16]} already ({done.id}).")
    fields = {"report": target.report, "layer": target.layer, "fact": target.fact, "undoes": target.id, "coding": target.coding}
    correction = _signed({**fields, "action": "undo", "why": why}, made, who, signature.when)
    store.correct(connection, correction, signature)
    return correction


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


def _reading(connection: Connection, report: str) -> Reading:
    found = browse.readings(connection, [report])
    if not found:
        raise CasefileError(f"The casefile has no reading of report {report[:12]}.")
    return found[0]


def _drafted(state: _State, decision: Decision, who: str, now: datetime) -> Correction:
    layer = decision.layer or _layer_of(state, decision)
    fact = _fact(state, layer, decision)
    text = state.raw.report.text
    span = decision.span or next(iter(spans_known_by(fact or {})), None)
    if span and not 0 <= span[0] < span[1] <= len(text):
        raise CasefileError(f"The text of report {decision.report[:12]} has {len(text)} characters: there are no words at {list(span)}.")
    after = _allowed(layer, decision, fact)
    before = _before(state, layer, after) if layer == "report" else fact
    fields: Json = {
        "report": decision.report, "layer": layer, "action": decision.action, "fact": decision.fact, "before": before, "after": after,
        "quoted": Quoted(span=span, words=text[span[0]:span[1]]) if span else None, "others": decision.others, "why": decision.why,
        "refers": _refers(state, layer, decision, fact), "overrules": decision.overrules, "coding": decision.coding,
    }  # fmt: skip
    return _signed(fields, state.made, who, now)


def _signed(fields: Json, made: list[Correction], who: str, now: datetime) -> Correction:
    """The correction with who, when (never before an earlier one of the same report) and an id that is its content's hash."""
    when = now.astimezone(UTC)
    for one in made:
        earlier = datetime.fromisoformat(one.when)
        when = max(when, earlier + timedelta(microseconds=1)) if earlier.tzinfo else when
    stamped = {**fields, "who": who, "when": when.strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
    try:
        draft = Correction(id="?", **stamped)
    except ValidationError as error:
        raise CasefileError(str(error.errors()[0]["msg"]).removeprefix("Value error, ").replace("correction ?: ", "") + ".") from None
    return draft.model_copy(update={"id": hashlib.sha256(draft.to_json().encode()).hexdigest()[:12]})


def _layer_of(state: _State, decision: Decision) -> Layer:
    if decision.fact in (None, "report"):
        return "report"
    for data in (state.data, state.raw.model_dump(mode="json")):
        for layer in LAYERS:
            if any(one["id"] == decision.fact for one in data[layer]):
                return layer
    raise CasefileError(f"Report {decision.report[:12]} has no fact {decision.fact}.")


def _fact(state: _State, layer: Layer, decision: Decision) -> Json | None:
    """The fact as the person saw it: corrected, or, where someone rejected it since, as the reader found it."""
    if layer == "report" or decision.action == "add":
        return None
    for data in (state.data, state.raw.model_dump(mode="json")):
        found: Json | None = next((one for one in data[layer] if one["id"] == decision.fact), None)
        if found is not None:
            return found
    raise CasefileError(f"Report {decision.report[:12]} has no fact {decision.fact} among its {layer}.")


def _allowed(layer: Layer, decision: Decision, fact: Json | None) -> Json | None:
    for name in decision.after or {}:
        closed = FIXED_OF_REPORT if layer == "report" else [x for x in NOT_FOR_PEOPLE if not (layer == "forecasts" and x == "by")]
        if name in closed or (fact is not None and decision.action == "edit" and name not in fact):
            fields = ", ".join(x for x in fact or () if x not in closed)
            raise CasefileError(f"{name!r} is no field that a correction of {layer} can give" + (f"; these are: {fields}." if fields else "."))
    return decision.after


def _before(state: _State, layer: Layer, after: Json | None) -> Json:
    return {name: state.data[layer].get(name) for name in after or {}}


def _refers(state: _State, layer: Layer, decision: Decision, fact: Json | None) -> tuple[Reference, ...]:
    if layer == "report":
        return ()
    named = [*named_in(layer, fact or {}), *named_in(layer, decision.after or {}), *((layer, one) for one in decision.others if ":" not in one)]
    found = (refer(state.data, target, one) for target, one in dict.fromkeys(named))
    return tuple(one for one in found if one is not None)
