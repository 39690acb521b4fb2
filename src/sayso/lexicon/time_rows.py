"""Words of time and number: what a token may be in a time expression or a figure."""

from dataclasses import dataclass
from typing import ClassVar

from sayso.lexicon.table import Row


@dataclass(frozen=True, slots=True)
class TimeWordRow(Row):
    """One lower-cased word of time expressions: its kind in the time grammar and its value (a TIMEX3 fragment or a number)."""

    TABLE: ClassVar[str] = "time_words"
    KEY: ClassVar[tuple[str, ...]] = ("word",)

    word: str
    kind: str
    value: str = ""


TIME_ROWS: tuple[type[Row], ...] = (TimeWordRow,)
