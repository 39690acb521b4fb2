"""Mentions of parties and of places, pronouns left out: one to one, sharing half of the shorter."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.assignment import best_pairs
from sayso.evaluate.counting import Pair, Scores, half_overlap, overlap
from sayso.evaluate.pronouns import PRONOUNS
from sayso.evaluate.rows import measured
from sayso.model import Party, Place, Reading

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader


def measure(reader: "Reader", path: Path) -> Scores:
    """Read reports of JSON Lines with `text` and `names` (start, end, kind: party or place) and compare."""
    return measured(reader, path, "names", compare)


def compare(row: dict[str, Any], reading: Reading, scores: Scores) -> None:
    """Add one report."""
    gold = {kind: [(x["start"], x["end"]) for x in row["names"] if x["kind"] == kind] for kind in ("party", "place")}
    found = {"party": [m for p in reading.parties for m in p.mentions], "place": [m for p in reading.places for m in p.mentions]}
    named = {kind: sorted({m for m in spans if reading.words(m).strip().lower() not in PRONOUNS}) for kind, spans in found.items()}
    sure = {kind: {m: fact.confidence for fact in facts for m in fact.mentions} for kind, facts in _facts(reading)}
    for kind, label in (("party", "parties"), ("place", "places")):
        pairs = _paired(gold[kind], named[kind])
        n = (len(pairs), len(gold[kind]), len(named[kind]))
        scores.count("names", *n)
        scores.count(label, *n)
        right = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, span in enumerate(gold[kind]):
            if i not in right[0]:
                scores.wrong(f"missed: {kind}", row["id"], row["text"], span)
        for j, span in enumerate(named[kind]):
            scores.sure(f"{label}: the words are one", sure[kind][span], j in right[1])
            if j not in right[1]:
                scores.wrong(f"not there: {kind}", row["id"], row["text"], span)
    both = gold["party"] + gold["place"], sorted({*named["party"], *named["place"]})
    scores.count("either kind", len(_paired(*both)), len(both[0]), len(both[1]))


def _facts(reading: Reading) -> tuple[tuple[str, Sequence[Party | Place]], ...]:
    return ("party", reading.parties), ("place", reading.places)


def _paired(gold: list[Pair], found: list[Pair]) -> list[Pair]:
    return best_pairs(
        {
            (i, j): overlap(a, b) / (max(a[1], b[1]) - min(a[0], b[0]))
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if half_overlap(a, b)
        }
    )
