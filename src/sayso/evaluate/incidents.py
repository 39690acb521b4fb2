"""One incident across reports: which reports tell of the same one, and which mentions of events are of one, by the measures of coreference.

Gold mentions are given, so that both sides cluster the same things. A mention without an event of ours is a cluster of its own. An
event has one trigger; the mentions are compared once by the triggers alone and once with the further mentions (`also`) that it keeps.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.assignment import best_pairs
from sayso.evaluate.counting import Scores, overlap
from sayso.evaluate.rows import reports_of, rows_with
from sayso.evaluate.status import best_event
from sayso.situation import situate

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

Clusters = Mapping[Hashable, Hashable]
"""The cluster of each thing."""
PRF = tuple[float, float, float]


def measure(reader: "Reader", path: Path) -> Scores:
    """Read and merge reports of JSON Lines with `text`, `incident` and `mentions` (start, end, chain) and compare."""
    rows = rows_with(path, "mentions")
    readings = list(reader.read_many(reports_of(rows)))
    row_of = {reading.report.id: row["id"] for row, reading in zip(rows, readings, strict=True)}
    claims: dict[str, list[tuple[str, str]]] = {row["id"]: [] for row in rows}
    incident_of: dict[tuple[str, str], str] = {}
    for incident in situate(readings).incidents:
        for claim in incident.claims:
            row_id = row_of[claim.report]
            claims[row_id].append((incident.id, incident.type))
            incident_of[row_id, claim.fact] = incident.id
    scores = Scores(documents=len(rows))
    gold, found, kept = _mentions(rows, readings, incident_of, scores)
    _torn(rows, gold, found, scores)
    told: dict[Hashable, Hashable] = {row["id"]: row["incident"] for row in rows}
    grouped: dict[Hashable, Hashable] = dict(report_groups(claims).items())
    compared: list[tuple[str, Clusters, Clusters]] = [("reports", told, grouped), ("mentions", gold, found), ("mentions with also", gold, kept)]
    for label, ours, theirs in compared:
        measures = coreference(ours, theirs)
        for name, (precision, recall, f1) in measures.items():
            scores.notes.append(f"{label} {name}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
        conll = sum(measures[name][2] for name in ("MUC", "B3", "CEAFe")) / 3
        scores.notes.append(f"{label} CoNLL: {conll:.3f}, n {len(ours)}")
    return scores


def _mentions(
    rows: list[dict[str, Any]], readings: list[Any], incident_of: Mapping[tuple[str, str], str], scores: Scores
) -> tuple[dict[Hashable, Hashable], dict[Hashable, Hashable], dict[Hashable, Hashable]]:
    """The chain of each mention; the incident of the event whose trigger it is; and of the event that it is any mention of."""
    gold: dict[Hashable, Hashable] = {}
    found: dict[Hashable, Hashable] = {}
    kept: dict[Hashable, Hashable] = {}
    for row, reading in zip(rows, readings, strict=True):
        for i, mention in enumerate(row["mentions"]):
            span = (mention["start"], mention["end"])
            event = best_event(reading, span)
            told = event or next((e for e in reading.events if any(overlap(also, span) > 0 for also in e.also)), None)
            key = (row["id"], i)
            gold[key] = mention["chain"]
            found[key] = incident_of.get((row["id"], event.id), key) if event else key
            kept[key] = incident_of.get((row["id"], told.id), key) if told else key
            scores.share("an event was made for it, of all mentions", event)
            scores.share("it is kept as an event's trigger or further mention", told)
            if told is None:
                scores.wrong("a mention without an event", row["id"], row["text"], span)
    return gold, found, kept


def _torn(rows: list[dict[str, Any]], gold: Clusters, found: Clusters, scores: Scores) -> None:
    """Keep the mentions that lie with another incident's, or apart from their own: those with an event, beside the first of their chain."""
    spans = {(row["id"], i): (row, (m["start"], m["end"])) for row in rows for i, m in enumerate(row["mentions"])}
    home: dict[Hashable, Hashable] = {}
    owner: dict[Hashable, Hashable] = {}
    for key, (row, span) in spans.items():
        if found[key] == key:
            continue
        if home.setdefault(gold[key], found[key]) != found[key]:
            scores.wrong("apart from the first mention of its incident", row["id"], row["text"], span)
        if owner.setdefault(found[key], gold[key]) != gold[key]:
            scores.wrong("together with another incident", row["id"], row["text"], span)


def report_groups(claims: Mapping[str, list[tuple[str, str]]]) -> dict[str, str]:
    """The group of each report, from its (incident, type)s: reports are of one group that share a third of the incidents of the one that
    tells of fewer. Only violence counts where a report tells of any."""
    told = {report: {i for i, kind in of if kind == "ASSAULT"} or {i for i, _ in of} for report, of in claims.items()}
    group = {report: report for report in claims}

    def root(report: str) -> str:
        while group[report] != report:
            report = group[report]
        return report

    for a in told:
        for b in told:
            if 3 * len(told[a] & told[b]) >= min(len(told[a]), len(told[b])) > 0:
                group[root(b)] = root(a)
    return {report: root(report) for report in claims}


def coreference(gold: Clusters, found: Clusters) -> dict[str, PRF]:
    """MUC, B3 and CEAFe of two clusterings of the same things, each as precision, recall and F1."""
    ours, theirs = _sets(found), _sets(gold)
    similar: dict[tuple[int, int], float] = {}
    at_gold = {next(iter(gold[x] for x in cluster)): n for n, cluster in enumerate(theirs)}
    for j, cluster in enumerate(ours):
        for key, shared in Counter(gold[x] for x in cluster).items():
            i = at_gold[key]
            similar[i, j] = 2 * shared / (len(theirs[i]) + len(cluster))
    total = sum(similar[pair] for pair in best_pairs(similar))
    return {
        "MUC": _prf(_muc(ours, gold), _muc(theirs, found)),
        "B3": _prf(_b3(ours, gold), _b3(theirs, found)),
        "CEAFe": _prf(total / len(ours), total / len(theirs)),
    }


def _sets(clusters: Clusters) -> list[list[Hashable]]:
    found: dict[Hashable, list[Hashable]] = defaultdict(list)
    for thing, cluster in clusters.items():
        found[cluster].append(thing)
    return list(found.values())


def _muc(sets: list[list[Hashable]], other: Clusters) -> float:
    links = sum(len(things) - 1 for things in sets)
    return sum(len(things) - len({other[x] for x in things}) for things in sets) / links if links else 0.0


def _b3(sets: list[list[Hashable]], other: Clusters) -> float:
    shares = (sum(n * n for n in Counter(other[x] for x in things).values()) / len(things) for things in sets)
    return sum(shares) / sum(map(len, sets))


def _prf(precision: float, recall: float) -> PRF:
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
