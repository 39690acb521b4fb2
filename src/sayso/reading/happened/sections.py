"""The sections of a digest: paragraphs that open with a heading ("SELM. Two shells fell", "3. Ports. A boat sank") tell each of its own scene."""

from bisect import bisect_right

from sayso.reading.page import Page
from sayso.reading.parsed import Token

_LEAST = 3
"""So many headings make a digest: a name before a colon or an interjection does not."""


class Sections:
    """Where the sections of a page begin; a text that is no digest has none."""

    def __init__(self, page: Page) -> None:
        self._starts = [one.start for one in page.headings] if len(page.headings) >= _LEAST else []

    def __bool__(self) -> bool:
        return bool(self._starts)

    def parted(self, one: Token, other: Token) -> bool:
        """Whether two words stand in two sections."""
        return bool(self._starts) and bisect_right(self._starts, one.idx) != bisect_right(self._starts, other.idx)
