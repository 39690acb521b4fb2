"""A person's decision drafted as a correction: the fact as the person saw it, what it rests on, and what it names."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError

from sayso.casefile.amend import FIXED_OF_REPORT
from sayso.casefile.corrected import Coding, Corrected, corrected
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


@dataclass(slots=True)
class Seen:
    """What the person who decides sees: a report as its corrections have left it."""

    raw: Reading
    made: list[Correction]
    coding: Coding | None
    now: Corrected = field(init=False)
    data: Json = field(init=False)

    def __post_init__(self) -> None:
        self.now = corrected(self.raw, self.made, self.coding)
        self.data = self.now.reading.model_dump(mode="json")


def drafted(state: Seen, decision: Decision, who: str, now: datetime) -> Correction:
    """The correction that a decision is. Raises CasefileError with the reason where it cannot be one of this report."""
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
    return signed(fields, state.made, who, now)


def signed(fields: Json, made: list[Correction], who: str, now: datetime) -> Correction:
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


def _layer_of(state: Seen, decision: Decision) -> Layer:
    if decision.fact in (None, "report"):
        return "report"
    for data in (state.data, state.raw.model_dump(mode="json")):
        for layer in LAYERS:
            if any(one["id"] == decision.fact for one in data[layer]):
                return layer
    raise CasefileError(f"Report {decision.report[:12]} has no fact {decision.fact}.")


def _fact(state: Seen, layer: Layer, decision: Decision) -> Json | None:
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


def _before(state: Seen, layer: Layer, after: Json | None) -> Json:
    return {name: state.data[layer].get(name) for name in after or {}}


def _refers(state: Seen, layer: Layer, decision: Decision, fact: Json | None) -> tuple[Reference, ...]:
    if layer == "report":
        return ()
    named = [*named_in(layer, fact or {}), *named_in(layer, decision.after or {}), *((layer, one) for one in decision.others if ":" not in one)]
    found = (refer(state.data, target, one) for target, one in dict.fromkeys(named))
    return tuple(one for one in found if one is not None)
