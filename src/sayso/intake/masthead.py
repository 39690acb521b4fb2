"""The line that names who published a report, above its date: "The Harbour Courier" and below it "4 March 2023"."""

import re
from dataclasses import dataclass

from sayso.intake.agencies import agency, same_outlet
from sayso.intake.dates import record_at
from sayso.intake.headline import headline_at, title_at

_LINE = re.compile(r"(?P<name>[^\W_][^\n|•]{1,58}?)[ \t\xa0\r]*(?P<bar>\n\s*|[ \xa0]?[|•][ \xa0]*|,[ \xa0]|[ \xa0][–—-][ \xa0])(?=\S)")
_MOST_WORDS = 6
_BEFORE_A_HEADLINE = 5
"""A headline may be in title case too, so above one a name has fewer words."""
_ENDS = frozenset(
    "news newswire wire post times herald tribune gazette daily journal observer courier press agency radio tv television today weekly monitor "
    "chronicle dispatch telegraph guardian inquirer bulletin broadcasting media network online magazine newspaper".split()
)
_BEGINS = frozenset("radio tv television channel daily agence journal".split())
_OTHERS = frozenset("briefing statement release conference note digest summary report update remarks interview freedom".split())
"""Words of lines that may begin or end like an outlet's name and are none: "Daily Press Briefing"."""
_SMALL = frozenset("of the and for de la le du des el al & i y".split())


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the line stands above begins at `after`. `outlet` is its words where they are plainly an outlet's; None where they may be anything."""

    after: int
    outlet: str | None


def masthead_at(text: str, start: int, headed: bool, own: str | None, title: str | None) -> Masthead | None:
    """The line at `start` that stands right above a date (or before one on the same line); above a headline, where none was met yet, only
    one that plainly names an outlet. `own` and `title` are the known ones."""
    found = _LINE.match(text, start, start + 120)
    if not found:
        return None
    name = found.group("name").rstrip(" \xa0,")
    words = name.split()
    if len(words) > _MOST_WORDS or not all(word[0].isupper() or word[0].isdigit() or word.casefold() in _SMALL for word in words):
        return None
    outlet = name if same_outlet(name, own) or _named(words) else None
    same_line = "\n" not in found.group("bar")
    if headed:
        fits = _dated(text, found.end()) and (outlet is not None or not (same_line or words[0].isdigit() or name[-1] in ".!?:;”\"'"))
    else:
        below = _below_date(text, found.end()) if _dated(text, found.end()) else None if same_line else found.end()
        fits = outlet is not None and len(words) <= _BEFORE_A_HEADLINE and below is not None and _headline(text, below, title)
    return Masthead(found.end(), outlet) if fits else None


def _named(words: list[str]) -> bool:
    """Whether words are an outlet's name: they begin or end with what outlets are called, and are not an agency's, which is a credit."""
    plain = [word.casefold() for word in words]
    called = plain[0] in _BEGINS or plain[-1] in _ENDS
    return len(words) > 1 and called and _OTHERS.isdisjoint(plain) and agency(" ".join(words)) is None


def _dated(text: str, at: int) -> bool:
    """Whether nothing but a date, and a time with it, stands from `at` to the end of its line."""
    record = record_at(text, at)
    return record is not None and record.day is not None and re.match(r"[ \t\xa0\r|–—-]*(?:\n|\Z)", text[record.end : record.end + 40]) is not None


def _below_date(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end + len(text[end:]) - len(text[end:].lstrip())


def _headline(text: str, at: int, title: str | None) -> bool:
    return (title is not None and title_at(text, at, title) is not None) or headline_at(text, at) is not None
