"""Parquet through DuckDB: a folder with one file for each layer and one of incidents, every column typed. Needs the extra `parquet`."""

import json
from contextlib import ExitStack
from pathlib import Path

import duckdb

from sayso.export.incident_table import COLUMNS, INCIDENTS, Chosen
from sayso.export.layers import TABLES, columns_of, rows_of
from sayso.export.material import Material
from sayso.export.whole import whole_folder

NUMBERS = {
    "confidence": "DOUBLE", "lat": "DOUBLE", "lon": "DOUBLE", "min": "DOUBLE", "max": "DOUBLE", "area_km2": "DOUBLE", "start": "BIGINT",
    "end": "BIGINT", "origins_for": "BIGINT", "origins_against": "BIGINT", "unnamed_sources": "BIGINT", "characters": "BIGINT",
    "parties_among_origins": "BIGINT", "disputed": "BOOLEAN", "hedged": "BOOLEAN", "approximate": "BOOLEAN", "anonymous": "BOOLEAN",
}  # fmt: skip
"""The columns that are no text."""


def write(material: Material, out: Path) -> int:
    """Write the folder `out`: reports.parquet, one file for each layer, and incidents.parquet. Gives the number of rows."""
    count, chosen = 0, Chosen(material)
    columns = {name: columns_of(name) for name in TABLES} | {INCIDENTS: list(COLUMNS)}
    with whole_folder(out) as folder, duckdb.connect() as database:
        with ExitStack() as open_files:  # by way of files of JSON lines: DuckDB reads those faster than rows one by one
            lines = {name: open_files.enter_context((folder / f"{name}.jsonl").open("w", encoding="utf-8")) for name in columns}
            for reading in material.chosen():
                for name, row in rows_of(material, reading):
                    lines[name].write(json.dumps(dict(zip(columns[name], row, strict=True))) + "\n")
                    count += name != "reports"
                chosen.count(reading)
            for row in chosen.rows():
                lines[INCIDENTS].write(json.dumps(dict(zip(COLUMNS, row, strict=True))) + "\n")
                count += 1
        for name, own in columns.items():
            _packed(database, folder, name, own)
    return count


def _packed(database: "duckdb.DuckDBPyConnection", folder: Path, name: str, columns: list[str]) -> None:
    lines = folder / f"{name}.jsonl"
    kinds = ", ".join(f"'{column}': '{NUMBERS.get(column, 'VARCHAR')}'" for column in columns)
    source = f"read_json('{_quoted(lines)}', format = 'newline_delimited', maximum_object_size = 1000000000, columns = {{{kinds}}})"
    database.execute(f"COPY (SELECT * FROM {source}) TO '{_quoted(folder / f'{name}.parquet')}' (FORMAT parquet)")
    lines.unlink()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
