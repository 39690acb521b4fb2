"""The codes that other datasets give to countries."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

from sayso.lexicon.table import Row, read_table

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class CountryCodes(Row):
    """A country: ISO 3166 alpha-2, alpha-3 and numeric code, English name, region of the world."""

    TABLE: ClassVar[str] = "countries"
    KEY: ClassVar[tuple[str, ...]] = ("iso",)

    iso: str
    name: str
    iso3: str
    numeric: str | None = None
    region: str | None = None


@cache
def countries() -> dict[str, CountryCodes]:
    """All countries by their two letters."""
    return {row.iso: row for _, row in read_table(TABLES / "countries.tsv", CountryCodes)}
