"""Words of time and number: what a token may be in a time expression or a figure."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from sayso.lexicon.table import Row

TimeKind = Literal[
    "A", "ABOUT", "AGO", "COMING", "COMMA", "DAY", "DAYPART", "EARLIER", "EDGE", "EDGE_NOUN", "ERA", "EVERY", "FEW", "FISCAL",
    "FUTURE", "HALF", "HOLIDAY", "HYPHEN", "LAST", "LATER", "MERIDIEM", "MONTH", "NEXT", "NIGHT", "OF", "ON", "PAST_SPAN",
    "PER", "PERIOD", "POSSESSIVE", "QUARTER", "QUARTERS", "RECENT", "REF", "SEASON", "SET", "SHORT_UNIT", "SHORT_UNITS",
    "THAT", "THE", "THIS", "TIME", "TO", "UNIT", "UNITS", "WEEKDAY", "WEEKDAYS", "WEEKDAY_SHORT", "WEEKEND", "ZONE",
]  # fmt: skip
CountKind = Literal["bound", "vague", "scale", "share", "person", "unit", "fate", "carrier"]
ProspectKind = Literal["prospect", "hold", "warn", "need", "will", "stand", "vow", "scheduled", "aim", "speech", "occasion"]


@dataclass(frozen=True, slots=True)
class TimeWordRow(Row):
    """One lower-cased word of time expressions: its kind in the time grammar and its value (a TIMEX3 fragment or a number)."""

    TABLE: ClassVar[str] = "time_words"
    KEY: ClassVar[tuple[str, ...]] = ("word",)

    word: str
    kind: TimeKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class CountWordRow(Row):
    """A word or phrase of figures, lower-cased.

    Kinds: `bound` (min, over, max, under, about, exact: how it turns a number into an interval), `vague` (its lower bound),
    `scale` (a multiplier), `share` (percent), `person` (a noun that counts persons), `unit` (a unit's symbol), `fate` (a lemma, or
    one with words that hang on it, and what became of those that are counted), `carrier` (a lemma that carries a count of the dead).
    """

    TABLE: ClassVar[str] = "count_words"
    KEY: ClassVar[tuple[str, ...]] = ("word", "kind")

    word: str
    kind: CountKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class ProspectWordRow(Row):
    """A word of forecasts.

    Kinds: `prospect` (an adjective or participle: set to, due to), `hold` (a lemma: whoever does it expects), `warn`, `need` (a lemma
    that takes a length of time), `will` (a lemma that speaks of one's own will: refusing it in advance is no forecast), `stand`
    (a lemma that takes a stand now though it says "will"), `vow` (a lemma that announces an act), `scheduled` (a lemma that tells in
    the present tense of a day to come), `aim` (a noun that "is to" do what it is for), `speech` (a lemma under which "would" is the
    future), `occasion` (a noun that is a forecast where its day is to come: "a truce on Friday").
    """

    TABLE: ClassVar[str] = "prospect_words"
    KEY: ClassVar[tuple[str, ...]] = ("word", "kind")

    word: str
    kind: ProspectKind


TIME_ROWS: tuple[type[Row], ...] = (TimeWordRow, CountWordRow, ProspectWordRow)
