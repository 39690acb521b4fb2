"""Whole Readings against gold Readings, layer by layer.

P, R and F1 are micro over all documents; a `+x` row adds one condition to the row that found the item; shares are
accuracy among matched items. The rules are those under which the development gold was published (docs/accuracy.md).
"""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Pair, Scores, candidates, greedy_pairs, half_overlap, overlap
from sayso.evaluate.mentions import finished, parties
from sayso.evaluate.sameness import Document, same_days, same_parties, same_party, same_place, same_source
from sayso.intake import Known, from_row
from sayso.model import Event, Figure, Interval, Reading, Report, Statement

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader


def measure(reader: "Reader", folder: Path) -> Scores:
    """Read the texts of the gold Readings in `folder` and compare. Raises ValueError when there is none."""
    gold = gold_readings(folder)
    if not gold:
        raise ValueError(f"{folder} holds no *.json with a gold Reading")
    reports = [_input(folder, name, one.report) for name, one in gold]
    scores = Scores(documents=len(gold))
    for (_, one), predicted in zip(gold, reader.read_many(reports), strict=True):
        compare(one, predicted, scores)
    return finished(scores)


def gold_readings(folder: Path) -> list[tuple[str, Reading]]:
    """The gold Readings of a folder with their file names, sorted. Items without an id are given one."""
    found = []
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        for layer in ("times", "control", "figures", "forecasts", "moves"):
            for number, item in enumerate(row.get(layer) or [], start=1):
                item.setdefault("id", f"{layer[0].upper()}{number}")
        row["reader"] = {"name": "gold", "version": "1", "model": "gold", "lexicon": "gold"}
        row.pop("gold", None)
        found.append((path.stem, Reading.model_validate(row)))
    return found


def _input(folder: Path, name: str, report: Report) -> Report:
    """What the reader is given: the row of inputs.jsonl where there is one, else the gold report's own text and date."""
    path = folder / "inputs.jsonl"
    if path.exists():
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip() and json.loads(line).get("id") == name:
                return from_row(json.loads(line), Known())
    return from_row({"text": report.text, "title": report.title, "outlet": report.outlet, "published": report.published}, Known())


def compare(gold: Reading, predicted: Reading, scores: Scores) -> None:
    """Add one document to the scores."""
    ours, theirs = Document(gold), Document(predicted)
    _statements(ours, theirs, scores)
    _events(ours, theirs, scores)
    _moves(ours, theirs, scores)
    _control(ours, theirs, scores)
    _figures(ours, theirs, scores)
    _forecasts(ours, theirs, scores)
    _times(ours, theirs, scores)
    _places(ours, theirs, scores)
    parties(ours, theirs, scores)


# --- statements ---------------------------------------------------------------------------------------------------------


def _content_words(document: Document, statement: Statement) -> set[int]:
    words = [
        (start + m.start(), m.group().casefold()) for start, end in statement.content for m in re.finditer(r"\w+", document.text[start:end])
    ]
    while words and words[0][1] in ("that", "to"):
        words.pop(0)
    return {offset for offset, _ in words}


def _statements(ours: Document, theirs: Document, scores: Scores) -> None:
    gold, found = ours.reading.statements, theirs.reading.statements
    gold_words, found_words = [_content_words(ours, s) for s in gold], [_content_words(theirs, s) for s in found]

    def speaker(i: int, j: int) -> bool:
        return same_party(ours, gold[i].speaker, theirs, found[j].speaker, by_word=True)

    def score(i: int, j: int) -> float | None:
        shared, most = len(gold_words[i] & found_words[j]), max(len(gold_words[i]), len(found_words[j]))
        if not shared or not (shared >= 0.8 * most or (most <= 4 and shared >= most - 1)):
            return None
        return shared / most + 2 * speaker(i, j) + 0.1 * (gold[i].stance == found[j].stance)

    pairs = greedy_pairs(candidates(len(gold), len(found), score))
    matched = {gold[i].id: found[j].id for i, j in pairs}
    of_speaker = {j for i, j in pairs if speaker(i, j)}
    for j, statement in enumerate(found):
        scores.sure("statements: content and speaker", statement.confidence, j in of_speaker)
    _unmatched("statements", ours, gold, found, pairs, scores)
    scores.count("statements content", len(pairs), len(gold), len(found))
    scores.count("statements +speaker", sum(speaker(i, j) for i, j in pairs), len(gold), len(found))
    for i, j in pairs:
        g, p = gold[i], found[j]
        if j not in of_speaker:
            scores.wrong("statements: another speaker", ours.id, ours.text, _whole(g))
        scores.share("statements stance", g.stance == p.stance)
        scores.share("statements kind", g.kind == p.kind)
        scores.share("statements cue", (g.cue is None and p.cue is None) or (g.cue and p.cue and overlap(g.cue, p.cue) > 0))
        if g.channel != "unknown":
            scores.share("statements channel, where known", g.channel == p.channel)
        if g.via:
            scores.share("statements via, where there is one", same_parties(ours, g.via, theirs, p.via))
        if g.within:
            scores.share("statements within, where nested", p.within is not None and matched.get(g.within) == p.within)
        if g.anonymous:
            scores.share("statements anonymous, where so", p.anonymous)


# --- events -------------------------------------------------------------------------------------------------------------

EVENT_CONDITIONS = ("actor", "recipient", "status", "place", "date", "source")


def _attributes(ours: Document, g: Event, theirs: Document, p: Event) -> dict[str, bool]:
    return {
        "actor": same_parties(ours, g.actors, theirs, p.actors),
        "recipient": same_parties(ours, g.recipients, theirs, p.recipients),
        "status": g.status == p.status,
        "place": same_place(ours.places.get(g.place or ""), theirs.places.get(p.place or "")),
        "date": same_days(g.when, p.when),
        "source": same_source(ours, g.according_to, theirs, p.according_to),
    }


def _same_trigger(g: Event, p: Event) -> bool:
    length = p.trigger[1] - p.trigger[0]
    return any(
        overlap(a, p.trigger) > 0 and (length <= 60 or overlap(a, p.trigger) >= 0.5 * max(length, a[1] - a[0]))
        for a in (g.trigger, *g.also)
    )


def _events(ours: Document, theirs: Document, scores: Scores) -> None:
    gold, found = ours.reading.events, theirs.reading.events
    hits = candidates(
        len(gold), len(found),
        lambda i, j: sum(_attributes(ours, gold[i], theirs, found[j]).values()) + 0.5 * (overlap(gold[i].trigger, found[j].trigger) > 0)
        if _same_trigger(gold[i], found[j]) else None,
    )  # fmt: skip
    typed = [(s, i, j) for s, i, j in hits if gold[i].type == found[j].type]
    of_type = {j for _, _, j in typed}
    for j, event in enumerate(found):
        scores.sure("events: trigger and type", event.confidence, j in of_type)
    _unmatched("events", ours, gold, found, [(i, j) for _, i, j in typed], scores)
    _count_once("events trigger", [(s + 10 * (gold[i].type == found[j].type), i, j) for s, i, j in hits], len(gold), len(found), scores)
    pairs, counted = _count_once("events trigger+type", typed, len(gold), len(found), scores)
    held = [_attributes(ours, gold[i], theirs, found[j]) for i, j in pairs]
    for (i, _), a in zip(pairs, held, strict=True):
        for name in (name for name in EVENT_CONDITIONS if not a[name]):
            scores.wrong(f"events: another {name}", ours.id, ours.text, gold[i].trigger)
    for name in EVENT_CONDITIONS:
        scores.count(f"events +{name}", sum(a[name] for a in held), len(gold), counted)
        for a in held:
            scores.share(f"events {name}", a[name])
    scores.count("events +all six", sum(all(a.values()) for a in held), len(gold), counted)
    for i, j in pairs:
        if gold[i].mode:
            scores.share("events mode, where there is one", gold[i].mode == found[j].mode)
        scores.share("events hedged", gold[i].hedged == found[j].hedged)


def _count_once(name: str, scored: list[tuple[float, int, int]], n_gold: int, n_found: int, scores: Scores) -> tuple[list[Pair], int]:
    """Count a layer in which a further prediction on the same gold item (its `also`) is neither right nor wrong."""
    pairs = greedy_pairs(scored)
    further = {j for _, _, j in scored} - {j for _, j in pairs}
    counted = n_found - len(further)
    scores.count(name, len(pairs), n_gold, counted)
    return pairs, counted


# --- spans with a kind --------------------------------------------------------------------------------------------------

Condition = Callable[[Any, Any], bool]


def _layer(
    scores: Scores,
    ours: Document,
    name: str,
    key: str,
    gold: Sequence[Any],
    found: Sequence[Any],
    fits: Condition,
    conditions: dict[str, Condition],
    *,
    whole: str | None = None,
    repeats: bool = False,
) -> None:
    """Count a layer of spans. A confidence is worth what was right by `key`, and by the condition `whole` where one is named."""
    scored = [
        (sum(c(g, p) for c in conditions.values()) + overlap(g.span, p.span) / max(g.span[1] - g.span[0], p.span[1] - p.span[0]), i, j)
        for i, g in enumerate(gold) for j, p in enumerate(found) if fits(g, p)
    ]  # fmt: skip
    if repeats:
        pairs, counted = _count_once(f"{name} {key}", scored, len(gold), len(found), scores)
    else:
        pairs, counted = greedy_pairs(scored), len(found)
        scores.count(f"{name} {key}", len(pairs), len(gold), counted)
    further = {j for _, _, j in scored} - {j for _, j in pairs} if repeats else set()
    right = {j for i, j in pairs if whole is None or conditions[whole](gold[i], found[j])}
    for j, one in enumerate(found):
        if j not in further:
            scores.sure(f"{name}: {whole or key}", one.confidence, j in right)
    _unmatched(name, ours, gold, found, [*pairs, *((-1, j) for j in further)], scores)
    for condition, holds in conditions.items():
        wrong = [(i, j) for i, j in pairs if not holds(gold[i], found[j])]
        scores.count(f"{name} +{condition}", len(pairs) - len(wrong), len(gold), counted)
        for i, _ in wrong:
            scores.wrong(f"{name}: another {condition}", ours.id, ours.text, gold[i].span)


_KINDS = ("stance", "type", "kind", "relation")


def _unmatched(name: str, ours: Document, gold: Sequence[Any], found: Sequence[Any], pairs: Sequence[Pair], scores: Scores) -> None:
    """Keep what was missed and what is not there, by its kind."""
    right = {i for i, _ in pairs}, {j for _, j in pairs}
    for cause, facts, used in (("missed", gold, right[0]), ("not there", found, right[1])):
        for n, fact in enumerate(facts):
            if n not in used:
                kind = next((getattr(fact, field) for field in _KINDS if hasattr(fact, field)), "")
                scores.wrong(f"{name}: {cause} {kind}".rstrip(), ours.id, ours.text, _whole(fact))


def _whole(fact: Any) -> tuple[int, int]:
    """The stretch of the text that a fact is about."""
    if isinstance(fact, Statement):
        return fact.content[0][0], max(end for _, end in fact.content)
    span: tuple[int, int] = fact.trigger if isinstance(fact, Event) else fact.span
    return span


def _overlaps(g: Any, p: Any) -> bool:
    return p.span[1] - p.span[0] <= 400 and any(half_overlap(s, p.span) for s in (g.span, *getattr(g, "also", ())))


def _moves(ours: Document, theirs: Document, scores: Scores) -> None:
    gold = ours.reading.moves
    conditions: dict[str, Condition] = {
        "from": lambda g, p: same_parties(ours, g.from_, theirs, p.from_),
        "to": lambda g, p: same_parties(ours, g.to, theirs, p.to),
        "from+to": lambda g, p: same_parties(ours, g.from_, theirs, p.from_) and same_parties(ours, g.to, theirs, p.to),
        "status": lambda g, p: g.status == p.status,
        "source": lambda g, p: same_source(ours, g.according_to, theirs, p.according_to),
    }
    _layer(
        scores, ours, "moves", "kind+span", gold, theirs.reading.moves,
        lambda g, p: g.kind == p.kind and _overlaps(g, p), conditions, whole="from+to", repeats=bool(gold),
    )  # fmt: skip


def _control(ours: Document, theirs: Document, scores: Scores) -> None:
    def holder(g: Any, p: Any) -> bool:
        return same_party(ours, g.holder, theirs, p.holder)

    def place(g: Any, p: Any) -> bool:
        return same_place(ours.places.get(g.place or ""), theirs.places.get(p.place or ""))

    conditions: dict[str, Condition] = {"holder": holder, "place": place, "holder+place": lambda g, p: holder(g, p) and place(g, p)}
    _layer(
        scores, ours, "control", "relation+span", ours.reading.control, theirs.reading.control,
        lambda g, p: g.relation == p.relation and _overlaps(g, p), conditions, whole="holder+place",
    )  # fmt: skip


def _same_number(g: Figure, p: Figure) -> bool:
    return (g.min, g.max) == (p.min, p.max)


def _one_bound(g: Figure, p: Figure) -> bool:
    return _same_number(g, p) or any(x is not None and x == y for x in (g.min, g.max) for y in (p.min, p.max))


def _figures(ours: Document, theirs: Document, scores: Scores) -> None:
    conditions: dict[str, Condition] = {
        "number (one bound)": _one_bound,
        "number (both bounds)": _same_number,
        "source": lambda g, p: same_source(ours, g.according_to, theirs, p.according_to),
    }
    _layer(
        scores, ours, "figures", "span", ours.reading.figures, theirs.reading.figures,
        lambda g, p: overlap(g.span, p.span) > 0 and p.span[1] - p.span[0] <= 200, conditions, whole="number (both bounds)",
    )  # fmt: skip


def _forecasts(ours: Document, theirs: Document, scores: Scores) -> None:
    conditions: dict[str, Condition] = {
        "by": lambda g, p: same_party(ours, g.by, theirs, p.by, by_word=True),
        "due": lambda g, p: same_days(g.due, p.due),
    }
    _layer(scores, ours, "forecasts", "span", ours.reading.forecasts, theirs.reading.forecasts, _overlaps, conditions)


def _times(ours: Document, theirs: Document, scores: Scores) -> None:
    def covered(time: Any) -> Interval:
        return Interval(earliest=time.earliest, latest=time.latest)

    conditions: dict[str, Condition] = {
        "value": lambda g, p: g.value == p.value,
        "type": lambda g, p: g.type == p.type,
        "day overlap": lambda g, p: same_days(covered(g), covered(p)),
    }
    _layer(
        scores, ours, "times", "span", ours.reading.times, theirs.reading.times, lambda g, p: overlap(g.span, p.span) > 0, conditions,
        whole="value",
    )  # fmt: skip


class _Mention:
    def __init__(self, span: tuple[int, int], of: Any) -> None:
        self.span, self.of, self.confidence = span, of, of.confidence


def _places(ours: Document, theirs: Document, scores: Scores) -> None:
    gold = [_Mention(m, p) for p in ours.reading.places for m in p.mentions]
    found = [_Mention(m, p) for p in theirs.reading.places for m in p.mentions]
    conditions: dict[str, Condition] = {
        "right point (25 km; larger for areas)": lambda g, p: same_place(g.of, p.of),
        "right country": lambda g, p: g.of.country == p.of.country,
    }
    point = next(iter(conditions))
    _layer(scores, ours, "places", "mention", gold, found, lambda g, p: half_overlap(g.span, p.span), conditions, whole=point)
