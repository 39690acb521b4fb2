"""Excel workbooks: each sheet a table. Only values are read: a formula counts as what it last came to, and is never worked out."""

import io
import itertools
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime

from sayso.intake.budget import Unpacking
from sayso.intake.format import Format, Opened, Piece, Unread
from sayso.intake.table import mapped, row_of
from sayso.intake.terms import RefusalError

MOST_COLUMNS = 256
MOST_EMPTY = 20_000
"""After so many empty rows in succession a sheet counts as ended: sheets can claim a million."""


def pieces(opened: Opened) -> Iterator[Piece]:
    """A piece for each row of each sheet that has a column of texts."""
    raw = opened.whole(opened.limits.max_file)
    try:
        _check(raw, opened)
    except RefusalError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise RefusalError(f"is a damaged Excel workbook ({error}). Save it again, or save it as CSV.") from error
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise RefusalError(f"is an Excel workbook that cannot be opened ({type(error).__name__}). Save it again, or save it as CSV.") from error
    read = False
    for sheet in book.worksheets:
        try:
            for piece in _rows(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), opened, sheet.title):
                read = True
                yield piece
        except RefusalError as error:
            read = True
            yield Unread(f":{sheet.title}", str(error).replace("is a table", "is a sheet"))
        except Exception as error:
            read = True
            yield Unread(f":{sheet.title}", f"is a sheet that cannot be read to its end ({type(error).__name__}). Save it again, or as CSV.")
    if not read:
        raise RefusalError("is a workbook without rows.")


FORMAT = Format(
    "xlsx", "Excel workbooks (XLSX), a report a row", lambda head, name: False, pieces,  # noqa: ARG005
    identity="its text", modules=("openpyxl",),
)  # fmt: skip
"""It is recognised by what its ZIP archive holds: see archive.py."""


def _rows(rows: Iterator[tuple[object, ...]], opened: Opened, sheet: str) -> Iterator[Piece]:
    fields: dict[str, int] | None = None
    empty = 0
    for number in itertools.count(1):
        cells = [cell_text(value) for value in next(rows, ("\0",))]
        if cells == ["\0"] or empty > MOST_EMPTY:
            return
        if not any(cells):
            empty += 1
            continue
        empty = 0
        if fields is None:
            fields = mapped(cells, opened.limits.columns)
            continue
        where = f":{sheet}:{number}"
        try:
            yield row_of(cells, fields, where)
        except RefusalError as error:
            yield Unread(where, str(error))


def cell_text(value: object) -> str:
    """A cell as text: a date as ISO, nothing as a blank."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.time().min else value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def _check(raw: bytes, opened: Opened) -> None:
    """A workbook is a ZIP archive of XML files, which Excel writes without entities: one with them is made to do harm."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for info in archive.infolist():
            with archive.open(info) as member:
                stream = Unpacking(member, opened.budget)  # type: ignore[arg-type]
                head = stream.read(4096) or b""
                if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                    raise RefusalError("is a workbook that declares entities, as no spreadsheet program writes it; passed over as hostile.")
                while stream.read(1 << 20):
                    pass
