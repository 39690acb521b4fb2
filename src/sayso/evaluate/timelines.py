"""The days that matter: those with most evidence in a situation, against timelines that journalists wrote (Timeline17).

Of a timeline only its days are compared, and as many days of ours are taken as it has, between its first and its last: the measure of Tran et
al. (2013). Beside it stands what needs no reading: the days on which most reports were published.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Count, Scores
from sayso.evaluate.rows import reports_of, rows_with
from sayso.model import Reading
from sayso.situation import situate

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

ARTICLES, TIMELINES = "articles.jsonl", "timelines.jsonl"


def measure(reader: "Reader", folder: Path) -> Scores:
    """Read and merge each topic at or below `folder`: reports in articles.jsonl, and in timelines.jsonl an object a line, whose keys are the
    timeline's days. Raises ValueError when there is none."""
    scores = Scores()
    means: dict[str, list[float]] = defaultdict(list)
    for topic in _topics(folder):
        rows = rows_with(topic / ARTICLES, "text")
        readings = list(reader.read_many(reports_of(rows)))
        scores.documents += len(rows)
        timelines = [json.loads(line) for line in (topic / TIMELINES).read_text(encoding="utf-8").split("\n") if line.strip()]
        for name, days in (("days of incidents", told_days(readings)), ("days of publication", published_days(rows))):
            compared = [compare(days, sorted(timeline)) for timeline in timelines]
            for one in compared:
                scores.count(name, one.right, one.gold, one.predicted)
            means[name].append(fmean(one.f1 for one in compared))
            scores.notes.append(f"{topic.name}, {name}: F1 {means[name][-1]:.3f}, mean of {len(compared)} timelines")
    for name, of_topics in means.items():
        scores.notes.append(f"all topics, {name}: F1 {fmean(of_topics):.3f}, mean of {len(of_topics)}")
    return scores


def told_days(readings: Sequence[Reading]) -> Mapping[str, int]:
    """How many reports tell an incident of each day; incidents of a longer or an unknown time count for no day."""
    reports: dict[str, set[str]] = defaultdict(set)
    for incident in situate(readings).incidents:
        when = incident.when
        if when is not None and when.earliest and when.latest and when.earliest[:10] == when.latest[:10]:
            reports[when.earliest[:10]] |= {claim.report for claim in incident.claims}
    return {day: len(of) for day, of in reports.items()}


def published_days(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, int]:
    """How many reports were published on each day."""
    return Counter(row["published"][:10] for row in rows if row.get("published"))


def compare(days: Mapping[str, int], timeline: Sequence[str]) -> Count:
    """The days with most reports, as many as a timeline has, against its own; of equal days the earlier is taken."""
    inside = sorted((day for day in days if timeline[0] <= day <= timeline[-1]), key=lambda day: (-days[day], day))[: len(timeline)]
    return Count(right=len(set(inside) & set(timeline)), predicted=len(inside), gold=len(timeline))


def _topics(folder: Path) -> Iterator[Path]:
    topics = [path.parent for path in sorted(folder.rglob(TIMELINES)) if (path.parent / ARTICLES).is_file()]
    if not topics:
        raise ValueError(f"{folder} holds no folder with {ARTICLES} and {TIMELINES}")
    return iter(topics)
