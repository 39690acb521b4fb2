"""Headings of paragraphs: "Tavira. Two shells hit the market", "2. TAVIRA – ...", "Orlat, Tavira: ...", "Ports. A boat sank"."""

import re
from bisect import bisect_right

from sayso.reading.names.knowledge import Knowledge
from sayso.reading.page import Heading, Page

_HEADING = re.compile(
    r"^[ \t]*(?:\(?\d{1,2}[.)][ \t]+|[•*·–-][ \t]+)?([^\W\d_][^.:;!?()\n\"“”–—]{0,50}?)(\.|:|[ \t]+[–—-])[ \t]+(?=[\"“‘'(]?[^\W_a-z])", re.MULTILINE
)
"""A few words at the start of a line, behind a number or a bullet, parted from what follows by a stop, a colon or a dash."""
_SMALL = frozenset({"al", "el", "e", "i", "of", "and", "de", "the"})
"""Words of names that need no capital."""
_NUMBERS = frozenset({"no", "nos", "nr", "art", "fig", "vol"})
"""Words that are shortened before a number: "No. 5 Brigade"."""
_MOST_NAMES = 3
_MOST_WORDS = 4
_ENDS = ".!?\"'”’:)"
"""What a line ends with behind which a paragraph may begin, where no line is empty between them."""


def headings(page: Page, known: Knowledge) -> list[Heading]:
    """The words that head paragraphs, whatever they name, in the order of the text. A dateline heads nothing."""
    text, found = page.report.text, []
    filed = page.report.dateline.span if page.report.dateline is not None else (0, 0)
    for match in _HEADING.finditer(text):
        start, end = match.span(1)
        if filed[0] <= start < filed[1] or page.skipped(start) or not _begins(text, match.start()) or not _names(page, known, match):
            continue
        until = text.find("\n", match.end())
        found.append(Heading(start, end, _name(start, match[1]), match[2].strip(), until if until >= 0 else len(text)))
    rows = sum(one.stop != "." for one in found)  # one colon alone may be a title's: "Tavira: Five killed"
    return [one for one in found if one.stop == "." or rows > 1]


def _begins(text: str, line: int) -> bool:
    """Whether a paragraph may begin with a line: behind an empty one, or behind the end of a sentence."""
    at, breaks = line - 1, 0
    while at >= 0 and text[at].isspace():
        breaks += text[at] == "\n"
        at -= 1
    return at < 0 or breaks > 1 or text[at] in _ENDS


def _names(page: Page, known: Knowledge, found: re.Match[str]) -> bool:
    """Whether words only name something, and a sentence begins behind their stop: not "He fled.", "Mr. Orr", "No. 5 Brigade"."""
    words, after = page.tokens(*found.span(1)), page.tokens(found.end(), found.end() + 1)
    if not len(words) or not len(after):
        return False
    several = len(words) > 1
    if any(word.pos_ in ("AUX", "PRON") or (several and word.pos_ == "VERB") for word in words):
        return False
    if found[2] != ".":
        return True
    low = found[1].casefold()
    last = low.split()[-1]
    shortened = last in known.titles or low in known.titles or last in _NUMBERS or words[len(words) - 1].text.endswith(".")
    return not shortened and bool(after[0].is_sent_start)


def _name(start: int, words: str) -> tuple[int, int] | None:
    """Where the last of one or several names stands, if the words may all be names."""
    names = words.split(", ")
    if len(names) > _MOST_NAMES or any(len(name.split()) > _MOST_WORDS for name in names):
        return None
    if not all(word[0].isupper() or word in _SMALL for word in words.replace(",", "").split()):
        return None
    return start + len(words) - len(names[-1]), start + len(words)


class Headed:
    """Under which heading an offset stands, and at which place that says it is."""

    def __init__(self, page: Page) -> None:
        self._headings = page.headings
        self._starts = [one.end for one in self._headings]
        found = (page.atlas.at(*one.name) if one.name else None for one in self._headings)
        self._places = [place if place and page.atlas[place].kind != "country" else None for place in found]
        self._around = [frozenset(page.atlas.within(one.start, one.end)) for one in self._headings]
        stops = {one.stop for one, place in zip(self._headings, self._places, strict=True) if place}
        scenes = [one.end for one in self._headings if one.name and one.stop in stops]
        self._scenes = scenes if len(scenes) > 1 else []

    def since(self, offset: int) -> int:
        """Where the last heading at or before an offset stands, of those that name places or stand in a row with such; 0 where there is none.
        What is told before it is of another scene."""
        at = bisect_right(self._scenes, offset) - 1
        return self._scenes[at] if at >= 0 else 0

    def of(self, offset: int) -> str | None:
        """The place that heads the paragraph, or None."""
        at = self._over(offset)
        return self._places[at] if at >= 0 else None

    def names(self, offset: int, place: str) -> bool:
        """Whether the heading over an offset names a place, be it the last or one that this lies in: "Orlat, Tavira"."""
        at = self._over(offset)
        return at >= 0 and place in self._around[at]

    def _over(self, offset: int) -> int:
        """Which heading stands over an offset; -1 where none does."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self._headings[at].until else -1
