"""Hand the readings over: one module for each format, each with `write(material, out)`, which gives the number of rows written."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.export.material import Material

FORMATS: dict[str, str] = {
    "jsonl": "one Reading a line, in the contract's JSON",
    "csv": "a folder with one table for each layer of the readings, and one of incidents; `sayso corrections --table` takes an edited one back",
    "xlsx": "the same tables as sheets of one workbook, taken back in the same way",
    "parquet": "the same tables as typed Parquet files in a folder, through DuckDB (extra: parquet)",
    "plover": "PLOVER events as TSV, one row for each event of each report, with POLECAT's columns",
    "acled": "ACLED-like CSV of 31 columns, one row an incident; not ACLED's coding",
    "ged": "UCDP-GED-like CSV, one row for each incident with deaths; not UCDP's coding",
    "geojson": "incidents and ground held, as a FeatureCollection",
    "ftm": "FollowTheMoney entities, one a line: reports, parties, offices, places, incidents",
    "webannotation": "W3C Web Annotations: each fact with position and quotation selectors, as JSON-LD",
    "prov": "PROV-JSON: which reader made which reading of which report, and what was derived from it on whose word",
}
"""Each format that ships, and what it is."""

PLUGINS = "sayso.exporters"
"""The entry-point group in which another package offers a format of its own: its name, and a function like `write`."""

Write = Callable[["Material", Path], int]


def lacking() -> frozenset[str]:
    """The formats that ship whose library is not installed: an extra of their name brings it."""
    from importlib.util import find_spec

    return frozenset() if find_spec("duckdb") else frozenset({"parquet"})


def formats() -> dict[str, str]:
    """Every format that there is, those of installed plug-ins included, and what it is."""
    from importlib.metadata import entry_points

    return FORMATS | {point.name: f"from the plug-in {point.value}" for point in entry_points(group=PLUGINS) if point.name not in FORMATS}


def writer(name: str) -> Write:
    """The function that writes a format. KeyError for a name that is not among the formats."""
    from importlib.metadata import entry_points

    if name in FORMATS:
        write: Write = importlib.import_module(f"sayso.export.{name}").write
        return write
    found: Write = entry_points(group=PLUGINS)[name].load()
    return found
