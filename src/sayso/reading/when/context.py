"""What a time expression is measured from: the publication day, or in a narrative the date told last."""

from dataclasses import dataclass
from datetime import date

from sayso.reading.parsed import Parsed
from sayso.reading.when import tense
from sayso.reading.when.atoms import LETTER, Atoms
from sayso.reading.when.values import days, granularity, value_of

NARRATIVE_DATES = 4
"""At least so many explicit years that are not of the publication's time make a narrative..."""
NARRATIVE_SHARE = 0.6
"""... if they are this share of all explicit years."""
NEWS_SHARE = 0.1
"""More weekdays, "today" and "ago" than this share of the years make it news all the same."""
NEAR_YEARS = 2
_OF_THE_DAY = ("WEEKDAY", "DAY", "NIGHT", "AGO")


def is_narrative(atoms: Atoms, published: date | None) -> bool:
    """Whether a text tells of years other than its own: then months and weekdays follow the date told last, not the publication."""
    years = [int(word) for word, kind in zip(atoms.words, atoms.kinds, strict=True) if kind == "YEAR"]
    from_today = sum(atoms.letters.count(LETTER[kind]) for kind in _OF_THE_DAY)
    if len(years) < NARRATIVE_DATES or from_today > NEWS_SHARE * len(years):
        return False
    if published is None:
        return True
    if sum(atoms.kinds.count(kind) for kind in ("ERA",)) >= NARRATIVE_DATES:
        return True
    away = sum(year != published.year for year in years)
    far = sum(abs(year - published.year) > NEAR_YEARS for year in years)
    return far >= NARRATIVE_DATES and away >= NARRATIVE_SHARE * len(years)


@dataclass(slots=True)
class Context:
    """Where the reader stands in the text."""

    doc: Parsed
    published: date | None
    narrative: bool
    told: str | None = None
    """The value of the calendar date told last."""
    last: str | None = None
    """The value of the time told last, to the hour or part of the day where it was told so."""
    told_day: date | None = None
    """The last day that was told to the day; of what is told in later sentences not the day on which somebody said so."""
    deed_day: date | None = None
    """The last of these that is no day on which somebody spoke."""
    past_day: date | None = None
    """The last day told that was not yet to come when the text came out."""
    sentence: int = -1
    quarter: str | None = None
    """The value of the quarter told last, where the text reports quarters."""
    ancient: bool = False
    """Whether the text counts years before Christ."""

    @property
    def today(self) -> date | None:
        """What "today" is: the publication day; in a narrative the date told last."""
        return self.anchor if self.narrative else self.published

    @property
    def anchor(self) -> date | None:
        """The first day of the date told last, else the publication day."""
        covered = days(self.told) if self.told else None
        return covered[0] if covered else self.published

    def enter(self, sentence: int) -> None:
        """Go on to a sentence: after "they left the port on Sunday, he said on Monday" the day before is the Saturday."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.told_day = self.deed_day or self.told_day

    def tell(self, value: str, of_telling: bool = False) -> None:
        """Note a date that the text has just told. `of_telling`: it is that on which somebody spoke."""
        kind = granularity(value)
        if kind is None or kind in "EC":
            return
        self.told = self.last = value
        covered = days(value)
        if kind == "D" and covered:
            self.told_day = covered[0]
            if self.published is None or covered[0] <= self.published:
                self.past_day = covered[0]
            self.deed_day = self.deed_day if of_telling else covered[0]
        elif kind == "Q" and not (self.quarter and self.published and int(value[:4]) < self.published.year):
            self.quarter = value

    def day_before(self, token: int) -> date | None:
        """The day told last, as "the same day" means it: what the verb tells of the past was not done on a day to come."""
        ahead = self.told_day is not None and self.published is not None and self.told_day > self.published
        return self.past_day if ahead and not self.narrative and self.direction(token) == tense.BACK else self.told_day

    def direction(self, token: int) -> int:
        """Where the verb above a token looks; see tense.direction."""
        return tense.direction(self.doc[token])

    def year_of(self, month: int, day: int | None, token: int, before: str = "") -> str:
        """The year of a month, or of a day of it, that comes without one: four digits, or XXXX where nothing says which."""
        today = self.today
        if today is None:
            return "XXXX"
        if self.narrative:
            return f"{_next_in_story(today, month):04d}"
        look = tense.BACK if before == "since" else self.direction(token)  # "has been trying since May to take the town"
        if look == tense.BACK and (before in OPEN_ENDED or self._inside_noun(token)):
            look = tense.NEITHER
        later = (month, day or 0) > (today.month, today.day if day else 0)
        if look == tense.BACK:
            return f"{today.year - later:04d}"
        if look == tense.AHEAD:
            return f"{today.year + (month < today.month):04d}"
        return f"{min((today.year - 1, today.year, today.year + 1), key=lambda y: abs((y - today.year) * 12 + month - today.month)):04d}"

    def _inside_noun(self, token: int) -> bool:
        """Whether the expression belongs to a noun ("a cut in September") rather than to the verb."""
        head = self.doc[token].head
        return head.dep_ == "prep" and head.head.pos_ in ("NOUN", "PROPN") and head.i > head.head.i

    def value(self, unit: str, day: date | None) -> str:
        """The value of the unit around a day, undetermined where there is no day."""
        return value_of(unit, day) if day else UNDETERMINED.get(unit, "XXXX-XX-XX")


OPEN_ENDED = frozenset({"until", "till", "through", "by", "to"})
UNDETERMINED = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "Q": "XXXX-QX", "H": "XXXX-HX", "E": "XXX", "C": "XX", "K": "XXXX-WXX-WE"}


def _next_in_story(today: date, month: int) -> int:
    """A story goes forward: after December, January is next year's; after May, March is still this year's."""
    return today.year + (today.month == 12 and month == 1)
