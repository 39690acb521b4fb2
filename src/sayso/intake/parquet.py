"""Parquet tables: one report a row, its fields found by the columns' names as in any table. Read by DuckDB, some rows at a time."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.intake.format import Format, Opened, Piece, Unread
from sayso.intake.table import mapped, row_of
from sayso.intake.terms import RefusalError
from sayso.intake.workbook import cell_text

_ROWS = 256


def pieces(opened: Opened) -> Iterator[Piece]:
    """A piece for each row."""
    import duckdb

    with TemporaryDirectory(prefix="sayso-") as folder, duckdb.connect() as database:
        path = Path(folder) / "table.parquet"  # under a name of ours: DuckDB would take a * or [ in another for a pattern
        _lay_out(opened, path)
        number = 0
        try:
            database.execute("SET threads = 1")
            found = database.execute("SELECT * FROM read_parquet(?)", [str(path)])
            fields = mapped([column[0] for column in found.description or ()], opened.limits.columns)
            while rows := found.fetchmany(_ROWS):
                for row in rows:
                    number += 1
                    yield _piece([cell_text(value) for value in row], fields, f":{number}", opened)
        except duckdb.Error as error:
            raise RefusalError(f"is a Parquet table that cannot be read ({str(error).splitlines()[0]}). Write it again.") from None
        if not number:
            raise RefusalError("is a table without rows.")


FORMAT = Format(
    "parquet", "Parquet tables, a report a row", lambda head, name: head.startswith(b"PAR1"), pieces,  # noqa: ARG005
    identity="its text", modules=("duckdb",), extra="parquet",
)  # fmt: skip


def _lay_out(opened: Opened, path: Path) -> None:
    """The table as a file: itself where it is one, else a copy."""
    name = getattr(opened.rest, "name", None)
    if opened.depth == 0 and isinstance(name, str) and Path(name).is_file():
        path.symlink_to(Path(name).resolve())
        return
    with path.open("wb") as file:
        shutil.copyfileobj(opened.stream(), file)


def _piece(cells: list[str], fields: dict[str, int], where: str, opened: Opened) -> Piece:
    if len(cells[fields["text"]]) > opened.limits.max_bytes:
        return Unread(where, f"the text is longer than the limit of {opened.limits.max_bytes} bytes. Raise it with --max-bytes.")
    try:
        return row_of(cells, fields, where)
    except RefusalError as error:
        return Unread(where, str(error))
