"""Headings of paragraphs that name where what follows was: "Tavira. Two shells hit the market", "2. TAVIRA – ...", "Orlat, Tavira: ..."."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.reading.page import Page

_WORD = r"[^\W\d_][^\s.:,;()]*"
_NAME = rf"{_WORD}(?:[ \t]{_WORD}){{0,3}}"
_HEADING = re.compile(rf"^[ \t]*(?:\(?\d{{1,2}}[.)][ \t]+|[•*·–-][ \t]+)?({_NAME}(?:,[ \t]{_NAME}){{0,2}})(\.|:|[ \t][–—-])(?=\s+\S)", re.MULTILINE)
"""At the start of a line, behind a number or a bullet: up to four words, or several such names with commas, and a stop, a colon or a dash."""
_SMALL = frozenset({"al", "el", "e", "i", "of", "and", "de", "the"})
"""Words of names that need no capital."""
_ENDS = ".!?\"'”’:)"
"""What a line ends with behind which a paragraph may begin, where no line is empty between them."""
_IN_ROWS = (":", "-", "–", "—")
"""What stands behind one heading may be another's, behind several each is one: "Tavira: five killed" may be a title."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The offsets of a heading's last name, and those of the paragraph that it heads."""

    start: int
    end: int
    until: int

    @property
    def name(self) -> tuple[int, int]:
        return self.start, self.end


def headings(page: Page) -> list[Heading]:
    """The words that head paragraphs, whatever they name, in the order of the text. A dateline heads nothing."""
    text, found, stops = page.report.text, [], []
    for match in _HEADING.finditer(text):
        words = match[1]
        if not all(word[0].isupper() or word in _SMALL for word in words.replace(",", "").split()):
            continue
        before = text[: match.start()].rstrip(" \t")
        if before and before.rstrip("\n") and not before.endswith("\n\n") and before.rstrip()[-1] not in _ENDS:
            continue
        if page.skipped(match.start(1)):
            continue
        start = match.start(1) + len(words) - len(words.rpartition(", ")[2])
        until = text.find("\n", match.end())
        found.append(Heading(start, match.start(1) + len(words), until if until >= 0 else len(text)))
        stops.append(match[2].strip())
    rows = sum(stop in _IN_ROWS for stop in stops)
    return [heading for heading, stop in zip(found, stops, strict=True) if stop not in _IN_ROWS or rows > 1]


class Headed:
    """Under which heading an offset stands, and at which place that says it is."""

    def __init__(self, page: Page) -> None:
        self._headings = headings(page)
        self._starts = [one.end for one in self._headings]
        found = (page.atlas.at(*one.name) for one in self._headings)
        self._places = [place if place and page.atlas[place].kind != "country" else None for place in found]

    def since(self, offset: int) -> int:
        """Where the last heading at or before an offset stands; 0 where there is none. What is told before it is of another scene."""
        at = bisect_right(self._starts, offset) - 1
        return self._starts[at] if at >= 0 and len(self._starts) > 1 else 0

    def of(self, offset: int) -> str | None:
        """The place that heads the paragraph, or None."""
        at = bisect_right(self._starts, offset) - 1
        return self._places[at] if at >= 0 and offset < self._headings[at].until else None
