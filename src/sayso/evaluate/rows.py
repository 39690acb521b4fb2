"""Rows of a benchmark: JSON Lines in a file or in every *.jsonl of a folder, and sets in the form in which their makers hand them out."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Scores
from sayso.evaluate.originals import forms_of, muc4, rows_of
from sayso.intake import Known, from_row
from sayso.model import Reading, Report

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

Compare = Callable[[dict[str, Any], Reading, Scores], object]
"""Adds one row, as it was read, to the scores."""


def measured(reader: "Reader", path: Path, field: str, compare: Compare) -> Scores:
    """The scores of the rows that have a field, each read as a report. Raises ValueError when there is none."""
    rows = rows_with(path, field)
    scores = Scores(documents=len(rows))
    for row, reading in zip(rows, reader.read_many(reports_of(rows)), strict=True):
        compare(row, reading, scores)
    return scores


def rows_with(path: Path, field: str) -> list[dict[str, Any]]:
    """The rows that have a field, those without an id numbered. Raises ValueError when there is none."""
    rows = rows_of(path, field)
    if not rows or path.is_dir():
        files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        rows = [row for file in files for row in _lines(file)] + rows
    rows = [{"id": str(n), **row} for n, row in enumerate(rows) if field in row]
    if not rows:
        raise ValueError(f"{path} holds no JSON Lines with {field!r}{forms_of(field)}")
    return rows


def _lines(file: Path) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError:
                raise ValueError(f"{file}:{number} is no JSON, and one object a line was expected") from None
    return [muc4.row(row) if "doctext" in row else row for row in rows]


def reports_of(rows: Iterable[dict[str, Any]]) -> list[Report]:
    """The reports that rows with a text describe, as the caller of `sayso read` would give them."""
    known = ("text", "title", "outlet", "url", "published")
    return [from_row({k: row[k] for k in known if row.get(k)}, Known()) for row in rows]
