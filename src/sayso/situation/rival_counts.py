"""Two sources' counts of the same people that cannot both be right. A later count that is higher is an update, and contradicts nothing."""

import re
from dataclasses import dataclass
from datetime import date

from sayso.model.codes import PartyKind
from sayso.situation.counted import WHOLE_WAR, Counted
from sayso.situation.incidents import Given
from sayso.situation.origins import Whose
from sayso.situation.publishers import VOICES
from sayso.situation.words import sentence_span

_LATER = re.compile(r"\b(?:later|since|now|rose|risen|rises|climbed|grown)\b", re.IGNORECASE)
_FAR = 10
"""How many times a count of a thousand or more has to be another, so that it counts the dead of a war."""
_COUNTING: frozenset[PartyKind] = VOICES | {"monitor"}
"""Kinds of those who count and are named for nothing else."""
_A_WEEK = 7
_BESIDE = 350
"""Characters of a count in which who gave it is named."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count of somebody's, with its bounds and the day as of which it is."""

    given: Given
    owner: str
    """Whose count it is: an outlet that gives its source for the deed has the count from there."""
    said: str
    what: Counted
    stated: str

    @property
    def whose(self) -> Whose:
        """Whose word it is."""
        return self.given.whose

    def contradicts(self, other: "Count") -> bool:
        """Whether another owner counts the same and no number fits both."""
        if self.owner == other.owner or not self.what.may_be(other.what):
            return False
        one_report = self.given.one.sheet is other.given.one.sheet
        if (self.whose.unnamed or other.whose.unnamed) and (not one_report or self.whose.own or other.whose.own):
            return False
        if self.has_from(other) or other.has_from(self):
            return False
        if self.sums_up(other) or other.sums_up(self) or self.of_more_than(other) or other.of_more_than(self):
            return False
        earlier, later = (self, other) if self.stated <= other.stated else (other, self)
        if self.stated == other.stated:
            if self.by_outlet and other.by_outlet:
                return False  # two papers' own counts of one day are of different hours of it
            return _below(self, other) or _below(other, self)
        return _below(later, earlier)

    def has_from(self, other: "Count") -> bool:
        """Whether an outlet names beside this count, as who said it, the monitor or agency whose count another report has: an update of its own."""
        if not self.by_outlet or self.given.one.sheet is other.given.one.sheet:
            return False
        sheet, start = self.given.one.sheet, self.given.span[0]
        named = (one for one in sheet.reading.parties if one.kind in _COUNTING and one.entry == other.owner)
        return any(abs(first - start) <= _BESIDE for one in named for first, _ in one.mentions)

    def of_more_than(self, other: "Count") -> bool:
        """Whether this is of a later hour ("said later that 22 had died"), or of the whole war, as no count of one deed is."""
        if not _below(other, self):
            return False
        later = self.stated == other.stated and self.later_than(other)
        return later or ((self.given.low or 0) >= WHOLE_WAR and (self.given.low or 0) > _FAR * (other.given.high or 0))

    def later_than(self, other: "Count") -> bool:
        """Whether this count is the later one of two that are stated on one day: by its words, because it looks back on the deed ("in early
        October a bombing killed 52"), or because an outlet's own count is that of the day on which it came out."""
        start, _ = sentence_span(self.given.one.sheet.report.text, self.given.span)
        if _LATER.search(self.given.one.sheet.report.text[start : self.given.span[0]]) or (self.looks_back and not other.looks_back):
            return True
        mine, others = (count.given.one.sheet.published or "" for count in (self, other))
        return (self.by_outlet or other.by_outlet) and mine > others

    @property
    def looks_back(self) -> bool:
        """Whether the deed is told without its day, as some time ago: "early in October", not "this week"."""
        days, published = self.given.one.days, self.given.one.sheet.published
        if days is None or not days.stated or days.precise or not published:
            return False
        return days.last - days.first >= _A_WEEK or date.fromisoformat(published[:10]).toordinal() - days.last > _A_WEEK

    @property
    def by_outlet(self) -> bool:
        """Whether it is an outlet's own word, without a source."""
        return self.whose.own and self.whose.side is None

    def less_than_its(self, part: "Count") -> bool:
        """Whether this count of all, no earlier than another owner's count of some of them, is lower."""
        if self.owner == part.owner or self.has_from(part) or part.has_from(self):
            return False
        if self.what.narrowed or (self.what.side and part.what.side and self.what.side != part.what.side):
            return False
        return part.stated <= self.stated and _below(self, part) and not part.sums_up(self)

    def sums_up(self, other: "Count") -> bool:
        """Whether a text's own higher count may be what it tells on others' word, added up."""
        return self.whose.own and not other.whose.own and self.given.one.text == other.given.one.text and _below(other, self)


def _below(one: Count, other: Count) -> bool:
    """Whether the most that one count allows is less than the least of the other."""
    return one.given.high is not None and other.given.low is not None and one.given.high < other.given.low
