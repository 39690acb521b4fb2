"""Finding names in any text, whatever their case and accents and what stands between their words: for taking them out again."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_GAP = r"(?:\s|[-_+.]|%20)+"  # between the words of a name, in a text as in an address or a file's name
_BETWEEN = re.compile(_GAP)
_ALIKE = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'"})
_UNSEEN = ("Mn", "Cf")
"""Categories of Unicode: marks on the letter before, and characters that are not seen."""


class Found(NamedTuple):
    """A name at [start, end) of a text, and its words as `plain` gives them."""

    start: int
    end: int
    name: str


class Names:
    """Names to look for. A name is found where its words stand whole, one after the other."""

    def __init__(self, names: Iterable[str]) -> None:
        told = sorted({plain(name) for name in names} - {""}, key=lambda name: (-len(name), name))
        said = "|".join(_GAP.join(map(re.escape, name.split(" "))) for name in told)
        self._pattern = re.compile(rf"(?<![^\W_])(?:{said})(?![^\W_])") if told else None

    def find(self, text: str) -> list[Found]:
        """Where they stand, from left to right, the longest first where several begin at one place."""
        if self._pattern is None:
            return []
        folded, places = _folded(text)
        found = []
        for one in self._pattern.finditer(folded):
            start, end = (one.start(), one.end()) if places is None else (places[one.start()], places[one.end()])
            found.append(Found(start, end, _BETWEEN.sub(" ", one.group())))
        return found


def plain(name: str) -> str:
    """A name's words, a blank between each two, without case and accents: what its spellings share."""
    return _BETWEEN.sub(" ", _folded(name)[0]).strip()


def _folded(text: str) -> tuple[str, list[int] | None]:
    """A text without case and accents; and for each of its characters, and for its end, the offset in `text`, None where they are the same."""
    if text.isascii():
        return text.lower().replace("`", "'"), None
    letters: list[str] = []
    places: list[int] = []
    for offset, letter in enumerate(text):
        simple = _letter(letter)
        letters.append(simple)
        places += [offset] * len(simple)
    return "".join(letters), [*places, len(text)]


@lru_cache(maxsize=1 << 14)
def _letter(letter: str) -> str:
    simple = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(one for one in simple if unicodedata.category(one) not in _UNSEEN).translate(_ALIKE)
