"""Readings as Parquet, a row each: what is asked for most as columns, and the whole reading as JSON. Needs the extra `parquet`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

COLUMNS = ("id", "published", "outlet", "title", "url", "language")
"""Those of the report."""
_ROWS = 256


def write_parquet(lines: Path, out: Path) -> None:
    """Write the readings in `lines`, JSON Lines, as the Parquet file `out`: the same readings give the same bytes.

    Raises LookupError with a sentence where DuckDB is not installed.
    """
    duckdb = _duckdb()
    columns = ", ".join(f"reading->>'$.report.{column}' AS {column}" for column in COLUMNS)
    options = "delim = '\\x01', quote = '', escape = '', header = false, auto_detect = false, max_line_size = 1000000000, parallel = false"
    source = f"read_csv('{_quoted(lines)}', columns = {{'reading': 'VARCHAR'}}, {options})"
    with duckdb.connect() as database:
        database.execute("SET threads = 1")  # more would write rows in groups of whatever size came about
        database.execute(f"COPY (SELECT {columns}, reading FROM {source}) TO '{_quoted(out)}' (FORMAT parquet, COMPRESSION zstd)")


def lines_of(path: Path) -> Iterator[str]:
    """The readings of a Parquet file as JSON, in order."""
    with _duckdb().connect() as database:
        database.execute("SET threads = 1")
        found = database.execute(f"SELECT reading FROM read_parquet('{_quoted(path)}')")
        while rows := found.fetchmany(_ROWS):
            yield from (row[0] for row in rows)


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise LookupError("shards as Parquet need DuckDB: pip install 'sayso[parquet]'") from None
    return duckdb


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
