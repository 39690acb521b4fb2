"""Row types of the tables about figures: words for vague amounts, words before a number, units."""

from dataclasses import dataclass
from typing import ClassVar

from sayso.lexicon.table import Row


@dataclass(frozen=True, slots=True)
class AmountRow(Row):
    """A word that stands for an amount by itself: dozens, hundreds, several. Bounds may be open."""

    TABLE: ClassVar[str] = "amounts"
    KEY: ClassVar[tuple[str, ...]] = ("word",)

    word: str
    least: float | None = None
    most: float | None = None
    times: bool = False
    """Whether a number before it multiplies it: several dozen, two scores."""


@dataclass(frozen=True, slots=True)
class BoundRow(Row):
    """Words before (or after) a number that open or blur it: at least, up to, about, or more."""

    TABLE: ClassVar[str] = "bounds"
    KEY: ClassVar[tuple[str, ...]] = ("words",)

    words: str
    least: bool = False
    """The number is the lower bound only."""
    most: bool = False
    """The number is the upper bound only."""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class UnitRow(Row):
    """A unit of length, area or weight, by its words."""

    TABLE: ClassVar[str] = "units"
    KEY: ClassVar[tuple[str, ...]] = ("unit",)

    unit: str
    words: tuple[str, ...]
    counts: bool = True
    """Whether it makes a figure: durations, money and percentages do not."""


COUNT_ROWS: tuple[type[Row], ...] = (AmountRow, BoundRow, UnitRow)
