"""A campaign: reports with gold for what holds across them (`gold.json`, described in samples/campaigns/README.md)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.evaluate.counting import Scores
from sayso.intake import Known, from_text
from sayso.model import Report, Span

Row = dict[str, Any]
KEPT_ASIDE = "kept aside"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one report: the report's id, and where in its text."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Campaign:
    """The reports of a campaign as the caller knows them, by file name, and the gold as it stands in the file."""

    name: str
    part: str
    lexicon: Path | None
    reports: dict[str, Report]
    gold: Row

    def spot(self, place: Row) -> Spot:
        """Where the quoted words of a gold item stand. Raises ValueError when they are not there exactly once."""
        report = self.reports[place["report"]]
        words: str = place["words"]
        around: str = place.get("in", words)
        if report.text.count(around) != 1 or around.count(words) != 1:
            raise ValueError(f"gold of {self.name}: {around!r} does not stand exactly once in {place['report']}")
        start = report.text.index(around) + around.index(words)
        return Spot(report.id, (start, start + len(words)))

    def wrong(self, scores: Scores, cause: str, words: str) -> None:
        """Keep a wrong answer for reading; of what is kept aside nobody reads any."""
        if self.part != KEPT_ASIDE:
            scores.wrong(f"{self.part} {cause}", self.name, words)

    def spots(self, places: Iterable[Row]) -> list[Spot]:
        """As `spot`, for many."""
        return [self.spot(place) for place in places]


def campaigns(folder: Path) -> list[Campaign]:
    """The campaigns at or below a folder, by path. Raises ValueError when there is none, or one that cannot be read."""
    found = sorted(folder.rglob("gold.json"))
    campaigns = [_campaign(path) for path in found if "copies" in _json(path)]
    if not campaigns:
        raise ValueError(f"{folder} holds no gold.json of a campaign; samples/campaigns/README.md says what that is")
    return campaigns


def _campaign(path: Path) -> Campaign:
    gold = _json(path)
    reports = {}
    for row in gold["reports"]:
        file = path.parent / row["file"]
        if not file.is_file():
            raise ValueError(f"{path} names the report {row['file']}, which is not there")
        # Bytes first: text mode would change the line ends, and with them the report's id.
        reports[row["file"]] = from_text(file.read_bytes().decode("utf-8"), Known(published=row["published"], outlet=row["outlet"]))
    lexicon = path.parent / gold["lexicon"] if gold.get("lexicon") else None
    return Campaign(gold["campaign"], gold["part"], lexicon, reports, gold)


def _json(path: Path) -> Row:
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path} is not JSON: {error}") from None
    return row if isinstance(row, dict) else {}
