"""The sections of a digest: paragraphs that open with a heading ("SELM. Two shells fell", "3. Ports. A boat sank") tell each of its own scene."""

import re
from bisect import bisect_right

from sayso.reading.page import Page
from sayso.reading.parsed import Token

_HEADED = re.compile(r"^[ \t]*(?:\d{1,2}[.)][ \t]+)?([^\W\d_][^.:!?\n\"“”–—]{0,50}?)(?:[.:][ \t]+|[ \t]+[–—-][ \t]+)(?=[^\W_a-z])", re.MULTILINE)
"""A few words at the beginning of a line, parted from what follows by a stop, a colon or a dash."""
_LEAST = 3
"""So many headings make a digest: a name before a colon or an interjection does not."""


class Sections:
    """Where the sections of a page begin; a text that is no digest has none."""

    def __init__(self, page: Page) -> None:
        dateline = page.report.dateline.span if page.report.dateline is not None else (0, 0)
        found = [one for one in _HEADED.finditer(page.report.text) if not dateline[0] <= one.start(1) < dateline[1] and _names(page, one)]
        self._starts = [one.start(1) for one in found] if len(found) >= _LEAST else []

    def parted(self, one: Token, other: Token) -> bool:
        """Whether two words stand in two sections."""
        return bool(self._starts) and bisect_right(self._starts, one.idx) != bisect_right(self._starts, other.idx)


def _names(page: Page, found: re.Match[str]) -> bool:
    """Whether words before a stop only name something, and the sentence does not go on after it: not "He fled.", "Mr. Orr"."""
    words = page.tokens(*found.span(1))
    if not len(words) or any(word.pos_ in ("VERB", "AUX", "PRON") for word in words):
        return False
    after = page.doc[words.end + 1 : words.end + 2]
    return found.group().rstrip()[-1] != "." or not len(after) or after[0].is_sent_start
