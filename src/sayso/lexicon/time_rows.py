"""Words of time and number: what a token may be in a time expression or a figure."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from sayso.lexicon.table import Row

CountKind = Literal["bound", "vague", "scale", "share", "person", "unit", "fate"]


@dataclass(frozen=True, slots=True)
class TimeWordRow(Row):
    """One lower-cased word of time expressions: its kind in the time grammar and its value (a TIMEX3 fragment or a number)."""

    TABLE: ClassVar[str] = "time_words"
    KEY: ClassVar[tuple[str, ...]] = ("word",)

    word: str
    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class CountWordRow(Row):
    """A word or phrase of figures, lower-cased.

    Kinds: `bound` (min, over, max, under, about, exact: how it turns a number into an interval), `vague` (its lower bound),
    `scale` (a multiplier), `share` (percent), `person` (a noun that counts persons), `unit` (a unit's symbol), `fate` (a lemma and
    what became of those that are counted).
    """

    TABLE: ClassVar[str] = "count_words"
    KEY: ClassVar[tuple[str, ...]] = ("word", "kind")

    word: str
    kind: CountKind
    value: str = ""


TIME_ROWS: tuple[type[Row], ...] = (TimeWordRow, CountWordRow)
