"""Whether what a word tells happened: three classes of factuality, over the words that an event was made for."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Scores, overlap
from sayso.evaluate.rows import measured
from sayso.model import Event, Reading

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

_LABELS = ("happened", "other", "denied")
_OF_STATUS = {"happened": "happened", "ongoing": "happened", "denied": "denied"}


def measure(reader: "Reader", path: Path) -> Scores:
    """Read sentences of JSON Lines with `text` and `targets` (start, end, label from -3, did not happen, to 3, did) and compare."""
    pairs: list[tuple[str, str]] = []
    scores = measured(reader, path, "targets", lambda row, reading, scores: pairs.extend(compare(row, reading, scores)))
    measures = []
    for label in _LABELS:
        right, gold = sum(g == p == label for g, p in pairs), sum(g == label for g, _ in pairs)
        scores.count(label, right, gold, sum(p == label for _, p in pairs))
        measures += [scores.counts[label].f1] if gold else []
    scores.notes.append(f"macro F1 {sum(measures) / len(measures) if measures else 0.0:.3f}")
    return scores


def compare(row: dict[str, Any], reading: Reading, scores: Scores) -> list[tuple[str, str]]:
    """(gold, ours) of each target that has an event."""
    pairs = []
    for target in row["targets"]:
        span = (target["start"], target["end"])
        event = best_event(reading, span)
        scores.share("an event was made for it, of all targets", event)
        if event is not None:
            gold, ours = factuality(target["label"]), _OF_STATUS.get(event.status, "other")
            pairs.append((gold, ours))
            scores.share("right class, of those with an event", gold == ours)
            if gold != ours:
                scores.wrong(f"{ours} for {gold}", row["id"], row["text"], span)
    return pairs


def factuality(label: float) -> str:
    """The class of a factuality from -3 to 3."""
    return "happened" if label >= 2 else "denied" if label <= -1.5 else "other"


def best_event(reading: Reading, span: tuple[int, int]) -> Event | None:
    """The event whose trigger fits a span best, by overlap over union; the first of those that fit alike."""
    near = [(overlap(e.trigger, span) / (max(e.trigger[1], span[1]) - min(e.trigger[0], span[0])), -n) for n, e in enumerate(reading.events)]
    best = max((one for one in near if one[0] > 0), default=None)
    return reading.events[-best[1]] if best is not None else None
