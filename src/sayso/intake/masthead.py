"""The line that names who published a report, above its date: "The Harbour Courier" and below it "4 March 2023"."""

import re
from dataclasses import dataclass
from datetime import date

from sayso.intake.agencies import agency, same_outlet
from sayso.intake.dates import record_at
from sayso.intake.headline import headline_at, title_at

_LINE = re.compile(r"[*_]{0,2}(?P<name>[^\W_][^\n|•:]{1,58}?)[ \t\xa0\r]*(?P<bar>\n\s*|[ \xa0]?[|•][ \xa0]*|,[ \xa0]|[ \xa0][–—-][ \xa0])(?=\S)")
_AFTER = re.compile(r"(?:[ \xa0]?[|•][ \xa0]*|,[ \xa0]|[ \xa0][–—-][ \xa0])(?P<name>[^\W_][^\n|•:,]{2,58}?)[ \t\xa0\r]*(?=\n|\Z)")
_LINE_ENDS = re.compile(r"[ \t\xa0\r|–—*_-]*(?:\n|\Z)")
_WORD_COUNT = re.compile(r"\d[\d,]* words[ \t\r]*\n")
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


def masthead_at(text: str, start: int, headed: bool, dated: bool, own: str | None, title: str | None) -> Masthead | None:
    """The line at `start` that stands right above a date (or before one on the same line), or alone below a headline and a date; above a
    headline, where none was met yet, only one that plainly names an outlet. `own` and `title` are the known ones."""
    found = _LINE.match(text, start, start + 120)
    if not found:
        return None
    name = found.group("name").rstrip(" \xa0,")
    words = name.split()
    if len(words) > _MOST_WORDS or not _capitalised(words):
        return None
    outlet = name if same_outlet(name, own) or named_outlet(name) else None
    same_line = "\n" not in found.group("bar")
    if headed:
        plain = outlet is not None or not (same_line or words[0].isdigit() or name[-1] in ".!?;”\"'")
        fits = plain and (_dated(text, found.end()) or (dated and outlet is not None and not same_line))
    else:
        below = _below_date(text, found.end()) if _dated(text, found.end()) else None if same_line else found.end()
        fits = outlet is not None and len(words) <= _BEFORE_A_HEADLINE and below is not None and _headline(text, below, title)
    return Masthead(found.end(), outlet) if fits else None


def outlet_after(text: str, end: int, own: str | None) -> Masthead | None:
    """The outlet that follows a date, which ends at `end`, on its line: "4 March 2023 | The Hill Courier"."""
    found = _AFTER.match(text, end, end + 80)
    name = found.group("name") if found else ""
    if not found or not _capitalised(name.split()) or not (same_outlet(name, own) or named_outlet(name)):
        return None
    return Masthead(found.end(), name)


def closing_outlet(text: str, start: int, end: int) -> tuple[int, str, date] | None:
    """Where a last line begins that is an outlet and a date, with or without brackets, and both: "(The Hill Courier, 4 March 2023)"."""
    end = len(text[:end].rstrip())
    line = text.rfind("\n", start, end) + 1
    found = _LINE.match(text, line + (text[line : line + 1] in ("(", "[")), end) if 0 < line < end <= line + 100 else None
    record = record_at(text, found.end()) if found else None
    name = found.group("name") if found else ""
    if record is None or record.day is None or text[record.end : end].strip(" )].") or not (_capitalised(name.split()) and named_outlet(name)):
        return None
    return line, name, record.day


def _capitalised(words: list[str]) -> bool:
    return all(word[0].isupper() or word[0].isdigit() or word.casefold() in _SMALL for word in words)


def named_outlet(name: str) -> bool:
    """Whether a name is plainly an outlet's: it begins or ends with what outlets are called, and is not an agency's, which is a credit."""
    plain = name.casefold().split()
    called = len(plain) > 1 and (plain[0] in _BEGINS or plain[-1] in _ENDS)
    return called and _OTHERS.isdisjoint(plain) and agency(name) is None


def _dated(text: str, at: int) -> bool:
    """Whether nothing but a date, and a time with it, stands from `at` to the end of its line; or a count of words, as archives give it."""
    record = record_at(text, at)
    end = record.end if record and record.day else at
    return (_LINE_ENDS if record and record.day else _WORD_COUNT).match(text, end, end + 40) is not None


def _below_date(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end + len(text[end:]) - len(text[end:].lstrip())


def _headline(text: str, at: int, title: str | None) -> bool:
    return (title is not None and title_at(text, at, title) is not None) or headline_at(text, at) is not None
