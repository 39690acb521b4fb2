"""One correction applied to one reading, as JSON. Whether the result is sound is for the caller to check."""

from sayso.casefile.references import Json, by_words, redirect, renamed, resolve, spans_known_by
from sayso.model import Correction

PERSON = "person"
"""The maker of every fact that a person changed or added."""
FIXED_OF_REPORT = ("id", "text", "parts", "appearances")
"""What no correction changes: the text was read as it is, and appearances are how it was met."""


class OrphanedError(Exception):
    """The correction no longer stands. The message is a sentence that says why."""


def amend(reading: Json, correction: Correction) -> str | None:
    """Apply a correction in place, and give the id of the fact it fell on; None where that is gone, or is the report itself."""
    if correction.report != reading["report"]["id"]:
        raise OrphanedError(f"It is about report {correction.report[:12]}.")
    if correction.quoted:
        try:
            correction.quoted.check(reading["report"]["text"])
        except ValueError as error:
            raise OrphanedError(f"The words it rests on are gone: {error}.") from None
    if correction.layer == "report":
        if correction.action == "edit":
            reading["report"].update({k: v for k, v in (correction.after or {}).items() if k not in FIXED_OF_REPORT})
        return None
    facts: list[Json] = reading[correction.layer]
    fact = find(facts, correction)
    match correction.action:
        case "reject":
            if fact is not None:  # a reader that no longer finds it has come round to the person's view
                facts.remove(fact)
                redirect(reading, correction.layer, fact["id"], None)
            return None
        case "merge" | "split" if any(":" in other for other in correction.others):
            return str(fact["id"]) if fact else None  # joins or parts reports: for the situation
        case "merge":
            return _merge(reading, correction, fact)
        case "split":
            return _split(reading, correction, fact)
    if fact is None:
        facts.append(fact := _made(reading, correction))
    else:
        was = dict(fact)
        fact.update(_here(reading, correction, correction.after or {}), id=fact["id"], confidence=1.0)
        if correction.action != "confirm":
            _sign(fact, correction)
        if correction.layer == "events":
            _keep_in_step(reading, was, fact)
    return str(fact["id"])


def _keep_in_step(reading: Json, was: Json, event: Json) -> None:
    """What the event's own words tell besides, ground that is taken and a move in talks, has its day and place from them too: where it had
    the event's before, it has the person's now."""
    start, end = event["trigger"]
    for other in (*reading["control"], *reading["moves"]):
        if other["span"][0] < end and start < other["span"][1]:
            changed = {name: event[name] for name in ("when", "place") if name in other and other[name] == was[name] != event[name]}
            other |= {**changed, "by": PERSON} if changed else {}


def find(facts: list[Json], correction: Correction) -> Json | None:
    """The fact a correction is about: the one whose words overlap the quoted ones most, its own id first among equals.
    Without quoted words, the one with its id. An addition is about a fact only where a reader has come to find the very same."""
    if correction.quoted is None:
        return next((fact for fact in facts if fact["id"] == correction.fact), None)
    if correction.action == "add":
        span = correction.quoted.span
        return next((fact for fact in facts if span in spans_known_by(fact) and _same_code(fact, correction.after or {})), None)
    return by_words(facts, correction.quoted.span, correction.fact)


def _same_code(fact: Json, after: Json) -> bool:
    return all(fact.get(field) == after[field] for field in ("type", "kind", "relation") if field in after)


def _here(reading: Json, correction: Correction, value: Json) -> Json:
    """The person's value with the ids that the facts it names have in this reading."""
    names: dict[tuple[str, str], str] = {}
    for one in correction.refers:
        found = resolve(reading, one)
        if found is None and any(one.id == used for used in _strings(value)):
            called = one.name or (one.quoted.words if one.quoted else one.id)
            raise OrphanedError(f"It names “{called}” ({one.layer} {one.id}), which this reading does not have.")
        if found is not None:
            names[one.layer, one.id] = found
    return renamed(correction.layer, value, names)


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _strings(one)]
    if isinstance(value, (list, tuple)):
        return [text for one in value for text in _strings(one)]
    return [value] if isinstance(value, str) else []


def _made(reading: Json, correction: Correction) -> Json:
    """A fact out of the correction alone: an added one, or one that the newest reading no longer has."""
    if not correction.after and not correction.before:
        raise OrphanedError("The reading has no such fact any more, and the correction does not say what it was.")
    value = _here(reading, correction, {**(correction.before or {}), **(correction.after or {})})
    taken = {one["id"] for one in reading[correction.layer]}
    fact = str(value.get("id") or correction.fact or correction.id)
    return _sign({**value, "id": fact if fact not in taken else correction.id, "confidence": 1.0}, correction)


def _sign(fact: Json, correction: Correction) -> Json:
    fact["rule" if correction.layer == "forecasts" else "by"] = PERSON
    return fact


def _merge(reading: Json, correction: Correction, fact: Json | None) -> str:
    """The other facts become this one: it takes over their names, their words and whatever named them."""
    if fact is None:
        raise OrphanedError("The reading no longer has the fact that the others were joined to.")
    facts = reading[correction.layer]
    references = {one.id: one for one in correction.refers if one.layer == correction.layer}
    for other_id in correction.others:
        here = resolve(reading, references[other_id]) if other_id in references else other_id
        other = next((one for one in facts if one["id"] == here), None)
        if other is None:
            raise OrphanedError(f"The reading no longer has {other_id}, which it joins.")
        if other is fact:
            continue  # this reader has joined them by itself
        facts.remove(other)
        redirect(reading, correction.layer, other["id"], fact["id"])
        _take_over(fact, other)
    fact["confidence"] = 1.0
    return str(_sign(fact, correction)["id"])


def _take_over(fact: Json, other: Json) -> None:
    if "mentions" in fact:
        fact["mentions"] = sorted({*map(tuple, fact["mentions"]), *map(tuple, other["mentions"])})
    if "aliases" in fact:
        fact["aliases"] = list(dict.fromkeys([*fact["aliases"], other["name"], *other["aliases"]]))
    if "roles" in fact:
        fact["roles"] += [role for role in other["roles"] if role not in fact["roles"] and role["of"] != fact["id"]]
    if "also" in fact:
        words = {*map(tuple, fact["also"]), *spans_known_by(other), *map(tuple, other["also"])}
        fact["also"] = sorted(words - set(spans_known_by(fact)))


def _split(reading: Json, correction: Correction, fact: Json | None) -> str:
    """Some mentions are another fact: it takes them, and what was said with those words."""
    if fact is None or "mentions" not in fact:
        raise OrphanedError("The reading no longer has the party or place that was split.")
    value = _here(reading, correction, correction.after or {})
    taken = [tuple(span) for span in value.get("mentions", ())]
    rest = [span for span in fact["mentions"] if tuple(span) not in taken]
    if not taken or not rest:
        raise OrphanedError("A split takes some of the mentions of a party or place and leaves some; here it does not.")
    fact["mentions"] = rest
    ids = {one["id"] for one in reading[correction.layer]}
    new = value.get("id")
    part = {"kind": fact["kind"], **value, "id": new if new and new not in ids else correction.id, "confidence": 1.0}
    reading[correction.layer].append(_sign(part, correction))
    if correction.layer == "parties":
        for statement in reading["statements"]:
            if statement["speaker"] == fact["id"] and tuple(statement["speaker_span"] or ()) in taken:
                statement["speaker"] = part["id"]
    fact["confidence"] = 1.0
    return str(_sign(fact, correction)["id"])
