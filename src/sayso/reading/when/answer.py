"""What a rule makes of a match."""

from dataclasses import dataclass
from datetime import date

from sayso.model.codes import TimexType
from sayso.reading.numerals import number


@dataclass(frozen=True, slots=True)
class Answer:
    """A TIMEX3 type and value; `covers` gives the days where they do not follow from the value ("the past week")."""

    type: TimexType
    value: str
    covers: tuple[date, date] | None = None


def clock(words: list[str], kinds: list[str]) -> str | None:
    """"5 p.m." is T17:00, "0630 gmt" is T06:30, "16:55" is T16:55; a zone is added only for UTC (Z). None where it is no time of day."""
    hour = minute = None
    for word, kind in zip(words, kinds, strict=True):
        if kind == "CLOCK":
            parts = word.split(":")
            hour, minute = int(parts[0]), int(parts[1])
            break
    if "DAYPART" in kinds and hour is None:
        number_ = number([words[0]])
        if number_ is None or not 0 < number_ <= 12:
            return None
        late = words[-1] in ("afternoon", "evening") or (words[-1] == "night" and number_ > 5)
        return f"T{int(number_) % 12 + (12 if late else 0):02d}:00"
    meridiem = next((w[0] for w, k in zip(words, kinds, strict=True) if k == "MERIDIEM"), None)
    if hour is None:
        hour, minute = _plain(words, kinds, meridiem)
    if hour is None or minute is None or hour > 24 or minute > 59:
        return None
    if meridiem and hour <= 12:
        hour = hour % 12 + (12 if meridiem == "p" else 0)
    return f"T{hour:02d}:{minute:02d}"


def _plain(words: list[str], kinds: list[str], meridiem: str | None) -> tuple[int | None, int | None]:
    anchor = "MERIDIEM" if meridiem else "ZONE"
    if anchor not in kinds:
        return None, None
    word = words[kinds.index(anchor) - 1]
    if anchor == "ZONE":
        return (int(word[:-2]), int(word[-2:])) if word.isdigit() and len(word) == 4 else (None, None)
    if "." in word:
        head, _, tail = word.partition(".")
        return (int(head), int(tail)) if tail.isdigit() and len(tail) == 2 else (None, None)
    value = number([word])
    return (int(value), 0) if value is not None and 0 < value <= 12 else (None, None)
