"""Time expressions as TempEval-3 counts them: strict, relaxed (any overlap, one to one) and value (relaxed and the same TIMEX3 value)."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Pair, Scores
from sayso.evaluate.rows import measured
from sayso.model import Reading

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader


def measure(reader: "Reader", path: Path) -> Scores:
    """Read the texts of JSON Lines with `timexes` (start, end, type, value) and compare."""
    return measured(reader, path, "timexes", compare)


def compare(row: dict[str, Any], reading: Reading, scores: Scores) -> None:
    """Add one document to the scores."""
    gold, found, row_id = row["timexes"], reading.times, row["id"]
    pairs, exact = _pairs([(g["start"], g["end"]) for g in gold], [t.span for t in found])
    n = (len(gold), len(found))
    scores.count("strict", exact, *n)
    scores.count("relaxed", len(pairs), *n)
    scores.count("value", sum(plain(gold[i]["value"]) == plain(found[j].value) for i, j in pairs), *n)
    same = {j for i, j in pairs if plain(gold[i]["value"]) == plain(found[j].value)}
    for j, time in enumerate(found):
        scores.sure("times: value", time.confidence, j in same)
    right = {i for i, _ in pairs}, {j for _, j in pairs}
    for cause, spans, used in (("missed", [(g["start"], g["end"]) for g in gold], right[0]), ("not there", [t.span for t in found], right[1])):
        for k, span in enumerate(spans):
            if k not in used:
                scores.wrong(cause, row_id, reading.report.text, span)
    for i, j in pairs:
        if plain(gold[i]["value"]) != plain(found[j].value):
            cause = f"another value: {gold[i]['value']} read as {found[j].value}"
            scores.wrong(cause, row_id, reading.report.text, found[j].span)
        scores.share("type, of relaxed", gold[i]["type"] == found[j].type)


def _pairs(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> tuple[list[Pair], int]:
    """Equal spans first, in the order of the text, then the largest overlap; and how many are equal."""
    used: set[int] = set()
    pairs: list[Pair] = []
    for i, span in enumerate(gold):
        same = next((j for j, other in enumerate(found) if j not in used and tuple(other) == tuple(span)), None)
        if same is not None:
            pairs.append((i, same))
            used.add(same)
    exact, taken = len(pairs), {i for i, _ in pairs}
    rest = []
    for i, a in enumerate(gold):
        for j, b in enumerate(found):
            shared = min(a[1], b[1]) - max(a[0], b[0])
            if i not in taken and j not in used and shared > 0:
                rest.append((-shared, i, j))
    for _, i, j in sorted(rest):
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            pairs.append((i, j))
    return pairs, exact


def plain(value: str | None) -> str:
    """A TIMEX3 value in one spelling: no midnight, no seconds, decades and centuries in years."""
    value = re.sub(r"T00:00(:00)?$", "", (value or "").strip())
    for pattern, years in ((r"P(\d+)DE", 10), (r"P(\d+)CE", 100)):
        if match := re.fullmatch(pattern, value):
            value = f"P{int(match.group(1)) * years}Y"
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?.*", value):
        value = match.group(1)
    return value
