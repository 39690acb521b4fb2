"""A person's corrections laid over a reading. Pure: the same reading and corrections give the same result.

A correction stands while the text has its words where it quotes them, whatever the newest reading makes of them. It finds
its fact by those words first and by the fact's id second, since another reader counts its facts differently.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from sayso.model import Correction, Reading

PERSON = "person"
_REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "parties": (
        ("statements", "speaker"), ("statements", "via"), ("statements", "audience"), ("events", "actors"), ("events", "recipients"),
        ("control", "holder"), ("moves", "from"), ("moves", "to"), ("moves", "through"), ("forecasts", "by"),
    ),
    "places": (("events", "place"), ("control", "place")),
    "statements": (
        ("statements", "within"), ("statements", "repeats"), ("events", "according_to"), ("figures", "according_to"),
        ("control", "according_to"), ("moves", "according_to"), ("forecasts", "according_to"),
    ),
    "figures": (("events", "figures"),),
    "moves": (("moves", "answers"),),
}  # fmt: skip
_KEPT_OF_REPORT = ("id", "text", "parts", "appearances")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A correction that could not be applied, and why, in a sentence."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with corrections applied, and those that no longer stand."""

    reading: Reading
    orphaned: tuple[Orphan, ...] = ()


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Corrected:
    """Apply corrections in the order of their time (then id). One that does not fit is orphaned, and the others still hold."""
    ordered = sorted(corrections, key=lambda c: (c.when, c.id))
    undone = _undone(ordered)
    orphaned = []
    for correction in ordered:
        if correction.id in undone or correction.undoes:
            continue
        try:
            reading = _apply(reading, correction)
        except _OrphanedError as error:
            orphaned.append(Orphan(correction, str(error)))
        except ValidationError as error:
            orphaned.append(Orphan(correction, f"With it the reading is not sound: {error.errors()[0]['msg']}."))
    return Corrected(reading, tuple(orphaned))


class _OrphanedError(Exception):
    pass


def _undone(ordered: list[Correction]) -> set[str]:
    """Ids of corrections that are undone; an undoing that is itself undone undoes nothing."""
    undone: set[str] = set()
    for correction in reversed(ordered):
        if correction.undoes and correction.id not in undone:
            undone.add(correction.undoes)
    return undone


def _apply(reading: Reading, correction: Correction) -> Reading:
    if correction.report != reading.report.id:
        raise _OrphanedError(f"It is about report {correction.report[:12]}.")
    if correction.quoted:
        try:
            correction.quoted.check(reading.report.text)
        except ValueError as error:
            raise _OrphanedError(f"The words it rests on are gone: {error}.") from None
    if correction.action in ("merge", "split"):
        raise _OrphanedError(f"This version does not apply a {correction.action} yet; it is kept.")
    data = reading.model_dump(mode="json")
    if correction.layer == "report":
        if correction.action == "edit":
            data["report"].update({k: v for k, v in (correction.after or {}).items() if k not in _KEPT_OF_REPORT})
        return Reading.model_validate(data)
    facts: list[Json] = data[correction.layer]
    fact = _find(facts, correction)
    if correction.action == "reject":
        if fact is not None:  # a reader that no longer finds it has come round to the person's view
            facts.remove(fact)
            _forget(data, correction.layer, fact["id"])
    elif fact is None:
        facts.append(_made(correction, {one["id"] for one in facts}))
    else:
        fact.update(correction.after or {}, id=fact["id"], confidence=1.0)
        if correction.action != "confirm":
            fact["rule" if correction.layer == "forecasts" else "by"] = PERSON
    return Reading.model_validate(data)


def _find(facts: list[Json], correction: Correction) -> Json | None:
    """The fact a correction is about: the one whose words overlap the quoted ones most, its own id first among equals.
    Without quoted words, the one with its id. An addition is about a fact only where a reader has come to find the very same."""
    if correction.quoted is None:
        return next((fact for fact in facts if fact["id"] == correction.fact), None)
    start, end = correction.quoted.span
    if correction.action == "add":
        return next((fact for fact in facts if (start, end) in _spans(fact) and _same_code(fact, correction.after or {})), None)
    best: tuple[float, bool] = (0.0, False)
    found = None
    for fact in facts:
        for a, b in _spans(fact):
            shared = min(b, end) - max(a, start)
            score = (shared / max(b - a, end - start), fact["id"] == correction.fact)
            if shared > 0 and score > best:
                best, found = score, fact
    return found


def _same_code(fact: Json, after: Json) -> bool:
    return all(fact.get(field) == after[field] for field in ("type", "kind", "relation") if field in after)


def _spans(fact: Json) -> list[tuple[int, int]]:
    """The spans that a fact is known by: its trigger, span, mentions or content."""
    one = fact.get("trigger") or fact.get("span")
    return [tuple(one)] if one else [tuple(span) for span in fact.get("mentions") or fact.get("content") or ()]


def _made(correction: Correction, taken: set[str]) -> Json:
    """A fact out of the correction alone: an added one, or one that the newest reading no longer has."""
    value = {**(correction.before or {}), **(correction.after or {})}
    if not correction.after and not correction.before:
        raise _OrphanedError("The reading has no such fact any more, and the correction does not say what it was.")
    fact = str(value.get("id") or correction.fact or correction.id)
    maker = "rule" if correction.layer == "forecasts" else "by"
    return {**value, "id": fact if fact not in taken else correction.id, "confidence": 1.0, maker: PERSON}


def _forget(data: Json, layer: str, fact: str) -> None:
    """Take every reference to a rejected fact away, so that what rests on it stays sound."""
    for other, field in _REFERENCES.get(layer, ()):
        for one in data[other]:
            value = one[field]
            if isinstance(value, list):
                one[field] = [v for v in value if v != fact]
            elif value == fact:
                one[field] = None
    if layer == "parties":
        for party in data["parties"]:
            for role in party["roles"]:
                if role["of"] == fact:
                    role["of"] = None
    dateline = data["report"]["dateline"]
    if layer == "places" and dateline and dateline["place"] == fact:
        dateline["place"] = None
