"""Parquet through DuckDB: a folder with one file for each layer, every column typed. Needs the extra `parquet`."""

import json
from collections.abc import Iterable
from pathlib import Path

import duckdb

from sayso.export.cells import Cell
from sayso.export.layers import tables
from sayso.export.material import Material
from sayso.export.whole import whole_folder

NUMBERS = {
    "confidence": "DOUBLE", "lat": "DOUBLE", "lon": "DOUBLE", "min": "DOUBLE", "max": "DOUBLE", "area_km2": "DOUBLE", "start": "BIGINT",
    "end": "BIGINT", "origins_for": "BIGINT", "origins_against": "BIGINT", "unnamed_sources": "BIGINT", "characters": "BIGINT",
    "hedged": "BOOLEAN", "approximate": "BOOLEAN", "anonymous": "BOOLEAN",
}  # fmt: skip
"""The columns that are no text."""


def write(material: Material, out: Path) -> int:
    """Write the folder `out`: reports.parquet and one file for each layer. Gives the number of facts."""
    count = 0
    with whole_folder(out) as folder, duckdb.connect() as database:
        for name, columns, rows in tables(material):
            written = _table(database, folder, name, columns, rows)
            count += written if name != "reports" else 0
    return count


def _table(database: "duckdb.DuckDBPyConnection", folder: Path, name: str, columns: list[str], rows: Iterable[list[Cell]]) -> int:
    """One table, by way of a file of JSON lines: DuckDB reads that faster than rows one by one."""
    lines, count = folder / f"{name}.jsonl", 0
    with lines.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(dict(zip(columns, row, strict=True))) + "\n")
            count += 1
    kinds = ", ".join(f"'{column}': '{NUMBERS.get(column, 'VARCHAR')}'" for column in columns)
    source = f"read_json('{_quoted(lines)}', format = 'newline_delimited', maximum_object_size = 1000000000, columns = {{{kinds}}})"
    database.execute(f"COPY (SELECT * FROM {source}) TO '{_quoted(folder / f'{name}.parquet')}' (FORMAT parquet)")
    lines.unlink()
    return count


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
