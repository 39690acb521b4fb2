"""An edited CSV folder or XLSX workbook taken back: each changed cell of a fact becomes a person's decision.

A row finds its fact by its columns `report` and `id`. Only the contract's fields count; names, words and counts beside them are for
people. A row that is gone says nothing, for people filter and sort. Nothing is changed by a table that nobody edited.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from sayso.casefile import BLOCK, Decision
from sayso.export.cells import Cell, safe, unsafe
from sayso.export.layers import FACTS, cell, fields_of
from sayso.export.pseudonyms import MARK
from sayso.export.table import as_text
from sayso.export.xlsx import LONGEST, unescaped
from sayso.model import Fact, Reading
from sayso.model.codes import LAYERS, Layer

_NOT_TO_EDIT = frozenset({"id", "confidence", "by", "rule"})
Row = dict[str, Cell]


class TableError(ValueError):
    """A table that cannot be taken back: which one, which row, and why."""


def decisions(source: Path, reading_of: Callable[[str], Reading]) -> Iterator[Decision]:
    """What the person changed. `reading_of` gives a report's reading as it stands. Raises TableError, and whatever it raises."""
    for layer, rows in _tables(source):
        for number, row in enumerate(rows, start=2):
            where = f"{source}: {layer}, row {number}"
            report, one = str(row.get("report") or ""), str(row.get("id") or "")
            if MARK in str(row.get("reader") or ""):
                raise TableError(f"{source} was exported with --pseudonyms: its names and places in the text are not the case's. Export without it.")
            if not report or not one:
                raise TableError(f"{where} has no report or no id. Keep these two columns as the export wrote them.")
            fact = next((fact for fact in getattr(reading_of(report), layer) if fact.id == one), None)
            if fact is None:
                raise TableError(f"{where}: report {report[:12]} has no {one} now. Export the case again and edit that table.")
            after = dict(_changes(layer, fact, row, where))
            if after:
                yield Decision(report, "edit", fact=one, layer=layer, after=after)


def _changes(layer: Layer, fact: Fact, row: Row, where: str) -> Iterator[tuple[str, Any]]:
    data = fact.model_dump(mode="json")
    for name in fields_of(layer):
        was = cell(data[name])
        if name in row and name not in _NOT_TO_EDIT and not _same(row[name], was):
            if BLOCK in as_text(was):
                taken_out = f"{where}: {name} was redacted since; the table may have what was taken out."
                raise TableError(f"{taken_out} Export the case again and edit that table.")
            yield name, _value(name, row[name], data[name], where)


def _same(found: Cell, was: Cell) -> bool:
    """Whether a cell is as it was written: made harmless or not, cut where a workbook's cell ends or not; numbers may have been written anew
    by a spreadsheet."""
    if found == was or as_text(found) in (as_text(was), as_text(was)[:LONGEST], as_text(safe(was))):
        return True
    try:
        return not isinstance(was, bool | str) and was is not None and abs(float(str(found)) - was) < 1e-9
    except ValueError:
        return False


def _value(name: str, found: Cell, was: Any, where: str) -> Any:
    """What the person wrote, as the field's value."""
    if found is None or found == "":
        return [] if isinstance(was, list) else None
    if not isinstance(found, str):
        return found
    text = unsafe(found)
    if text.startswith(("[", "{")):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            raise TableError(f"{where}: {name} is no JSON: {text[:80]!r}") from None
    if isinstance(was, list):
        return [part.strip() for part in text.split(",") if part.strip()]
    if isinstance(was, bool):
        if text.lower() not in ("yes", "no", "true", "false"):
            raise TableError(f"{where}: {name} is {text!r}; write yes or no")
        return text.lower() in ("yes", "true")
    if isinstance(was, float):
        try:
            return float(text)
        except ValueError:
            raise TableError(f"{where}: {name} is {text!r}, which is no number") from None
    return text


def _tables(source: Path) -> Iterator[tuple[Layer, Iterator[Row]]]:
    """The layers' tables that are there."""
    if source.is_dir():
        for layer in LAYERS:
            if (source / f"{layer}.csv").exists():
                yield layer, iter(_of_csv(source / f"{layer}.csv", f"{source}: {layer}"))
        return
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(source.read_bytes()), read_only=True)
    except (BadZipFile, OSError, KeyError, ValueError) as error:
        raise TableError(f"{source} is neither a folder of CSV tables nor an XLSX workbook ({error}).") from None
    for layer in FACTS:
        if layer in book.sheetnames:
            rows = book[layer].iter_rows(values_only=True)
            header = [str(name) for name in next(rows, ())]
            yield layer, (dict(zip(header, map(_cell, row), strict=False)) for row in rows if any(value is not None for value in row))
    book.close()


def _of_csv(path: Path, where: str) -> list[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_whole(csv.DictReader(file), where))
    except (UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"{where} is no CSV table in UTF-8 ({error}). Save it again as CSV UTF-8.") from None


def _whole(rows: "csv.DictReader[str]", where: str) -> Iterator[Row]:
    for number, row in enumerate(rows, start=2):
        if None in row:
            raise TableError(f"{where}, row {number} has more cells than the header names")
        yield dict(row)


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        text = unescaped(value)
        return "'" + text if text.startswith("'") else text  # a workbook's texts carry no apostrophe of ours
    return value if value is None or isinstance(value, bool | int | float) else str(value)[:10]
