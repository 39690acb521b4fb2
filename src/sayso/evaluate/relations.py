"""Which PLOVER event a sentence says between two given parties: macro F1 and accuracy over root types and quad classes.

Public data merge CONCEDE and RETREAT into one root, YIELD. A row without an answer is a wrong answer.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Scores
from sayso.evaluate.rows import rows_with
from sayso.reading.relate import Relater

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

ROOT = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "DEMAND": "REQUEST", "INVESTIGATE": "ACCUSE", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT"}
QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "ACCUSE": 3, "REQUEST": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "MOBILIZE": 4, "SANCTION": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


def measure(reader: "Reader", path: Path) -> Scores:
    """Relate the spans of JSON Lines with `sentence`, `source`, `target` and `root` and compare."""
    rows = rows_with(path, "root")
    answers = list(Relater(reader).relate_many(rows))
    return compare(rows, [answer["type"] for answer in answers], [answer["confidence"] for answer in answers])


def compare(rows: list[dict[str, Any]], types: list[str | None], confidences: Sequence[float] = ()) -> Scores:
    """The scores of answers to rows, and of how sure they were."""
    gold = [ROOT.get(row["root"], row["root"]) for row in rows]
    found = [ROOT.get(t, t) if t else "NONE" for t in types]
    scores = Scores(documents=len(rows))
    _level("root", gold, found, scores)
    for confidence, right, ours in zip(confidences, gold, found, strict=False):
        if ours != "NONE":
            scores.sure("relations: type", confidence, right == ours)
    for row, right, ours in zip(rows, gold, found, strict=True):
        if right != ours:
            scores.wrong(f"{ours} for {right}", row.get("id", ""), row.get("sentence", ""))
    quads = [str(QUAD.get(root, int(float(row["quad"])))) for root, row in zip(gold, rows, strict=True)]
    _level("quad", quads, [str(QUAD.get(root, "NONE")) for root in found], scores)
    return scores


def _level(name: str, gold: list[str], found: list[str], scores: Scores) -> None:
    of_gold, of_found = Counter(gold), Counter(found)
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    labels = sorted(of_gold)
    macro = sum(2 * right[label] / (of_gold[label] + of_found[label]) for label in labels) / len(labels)
    scores.notes.append(f"{name}: macro F1 {macro:.3f}, accuracy {sum(right.values()) / len(gold):.3f}, n {len(gold)}")
    for label in labels:
        scores.count(f"{name} {label}", right[label], of_gold[label], of_found[label])
