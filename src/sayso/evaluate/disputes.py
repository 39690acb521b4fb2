"""Contradictions in cases of a few reports each, with who contradicts whom, and as many kinds of seeming contradiction that are none."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.across import disputes
from sayso.evaluate.across.cases import cases_in
from sayso.evaluate.across.found import Found
from sayso.evaluate.across.gold import Campaign
from sayso.evaluate.counting import Scores
from sayso.evaluate.rows import rows_with
from sayso.evaluate.situation import situation_of
from sayso.intake import Known, from_row

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader


def measure(reader: "Reader", path: Path) -> Scores:
    """Read and merge the reports of each case, alone, and compare its disputes by the measure of the campaigns.

    A case is a line of JSON with `id`, `part`, `reports` (outlet, published, text) and `disputes` (kinds, sides of source and words; a report is
    named by its number, from 0). Raises ValueError where there is none, or where words do not stand in their report exactly once.
    """
    cases = [_case(row) for row in _rows(path)]
    scores = Scores(documents=sum(len(case.reports) for case in cases))
    readings = iter(list(reader.read_many(report for case in cases for report in case.reports.values())))
    for case in cases:
        read = [next(readings) for _ in case.reports]
        found = Found({reading.report.id: reading for reading in read}, situation_of(read, reader.lexicon.parents, None), {})
        disputes.score(case, found, scores, case.part)
        if not case.gold["disputes"]:
            scores.share(f"{case.part} disputes: none called where there is none", not found.last["disputes"])
    return scores


def _rows(path: Path) -> list[dict[str, Any]]:
    """The cases of a file of JSON Lines or of marked text, or of those of a folder; of marked text in a folder those kept aside."""
    marked = [path] if path.suffix == ".txt" else sorted(path.glob("*_holdout.txt")) if path.is_dir() else []
    if not marked:
        return rows_with(path, "disputes")
    return [case.row(file.stem) for file in marked for case in cases_in(file)]


def _case(row: dict[str, Any]) -> Campaign:
    reports = {str(number): from_row(report, Known()) for number, report in enumerate(row["reports"])}
    gold: dict[str, Any] = {"incidents": [], "updates": [], "disputes": [_with_numbers(dispute) for dispute in row["disputes"]]}
    return Campaign(row["id"], row.get("part", "development"), None, reports, gold)


def _with_numbers(dispute: dict[str, Any]) -> dict[str, Any]:
    """A gold dispute as the campaigns have it: about no incident, its reports named by a string."""
    sides = [side | {"words": [place | {"report": str(place["report"])} for place in side["words"]]} for side in dispute["sides"]]
    return {"id": "/".join(side["source"] for side in sides), "incidents": [], **dispute, "sides": sides}
