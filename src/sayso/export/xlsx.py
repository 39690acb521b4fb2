"""XLSX: one sheet for the reports, one for each layer, one of incidents, and one with the texts. Every text is a text cell, never a formula."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.export.cells import Cell
from sayso.export.incident_table import COLUMNS, INCIDENTS, Chosen
from sayso.export.layers import TABLES, columns_of, rows_of
from sayso.export.material import Material
from sayso.export.whole import whole_bytes
from sayso.model import Reading

LONGEST = 32_000
"""A cell holds 32,767 characters of UTF-16; longer texts go over several rows."""
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def write(material: Material, out: Path) -> int:
    """Write the workbook. Gives the number of rows, those with texts left out."""
    from openpyxl import Workbook

    book, count, chosen = Workbook(write_only=True), 0, Chosen(material)
    sheets = {name: _sheet(book, name, columns_of(name)) for name in TABLES}
    incidents = _sheet(book, INCIDENTS, COLUMNS)
    texts = _sheet(book, "texts", ("report", "part", "text"))
    for reading in material.chosen():
        for name, row in rows_of(material, reading):
            sheets[name].append([_cell(sheets[name], value) for value in row])
            count += name != "reports"
        for piece in _texts(reading):
            texts.append([_cell(texts, value) for value in piece])
        chosen.count(reading)
    for row in chosen.rows():
        incidents.append([_cell(incidents, value) for value in row])
        count += 1
    with whole_bytes(out) as file:
        book.save(file)
    return count


def _sheet(book: Any, name: str, columns: Sequence[str]) -> Any:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    sheet.append(list(columns))
    return sheet


def _cell(sheet: Any, value: Cell) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet)
    cell._value, cell.data_type = escaped(value[:LONGEST]), "s"
    cell.quotePrefix = True  # a text stays a text when somebody edits it
    return cell


def escaped(text: str) -> str:
    """The text with what XML cannot hold as _xHHHH_, as Office Open XML writes it (ECMA-376, 22.9.2.19)."""
    return _UNWRITABLE.sub(lambda m: f"_x{ord(m.group()):04X}_", text)


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


def _texts(reading: Reading) -> Iterator[list[Cell]]:
    """The text, whole: its pieces follow each other, and nothing stands between them."""
    text = reading.report.text
    for part, start in enumerate(range(0, len(text), LONGEST // 2), start=1):
        yield [reading.report.id, part, text[start : start + LONGEST // 2]]
