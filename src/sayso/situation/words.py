"""Words made comparable: case, accents, quotation marks and spacing folded away."""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from sayso.model import Report, Span

_WORD = re.compile(r"\w+")
_EDGES = " .\n"
_AFTER_DATELINE = " \n–—-:"
_STOP = re.compile(r"\. ")
_BREAKS = " \n(\"\u201c"
_SHORT = frozenset("dr mr mrs ms gen col lt maj capt sgt brig cmdr prof rev st sen rep gov no jan feb mar apr aug sept oct nov dec u.s u.n".split())
"""Short forms after which a sentence goes on, folded and without their last stop."""
_DETERMINERS = frozenset({"the", "a", "an", "some", "several", "its", "their", "his", "her", "our"})


def fold(text: str) -> str:
    """Lower case without accents; everything that is neither letter nor digit is a single space."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """What two writings of one name share: folded, without a leading "the" and a possessive "s"."""
    parts = words(name.replace("’s ", " ").replace("'s ", " "))
    while len(parts) > 1 and parts[0] in _DETERMINERS:
        parts.pop(0)
    return " ".join(parts)


_KINDS_OF_PLACES = frozenset({
    "city", "town", "village", "hamlet", "district", "county", "province", "governorate", "region", "state", "department", "municipality", "township",
    "commune", "quarter", "suburb", "neighbourhood", "neighborhood", "area", "woreda", "raion", "oblast", "canton",
})  # fmt: skip


def place_key(name: str) -> str:
    """What two writings of a place's name share: "Duk county" and "Duk"."""
    parts = name_key(name).split()
    while len(parts) > 1 and parts[-1] in _KINDS_OF_PLACES:
        parts.pop()
    return " ".join(parts)


def sentence_around(text: str, span: tuple[int, int], most: int = 300) -> str:
    """The sentence around a span, roughly: between full stops or line breaks, at most `most` characters to each side."""
    start, end = sentence_span(text, span, most)
    return text[start:end].strip(" .\n")


def sentence_span(text: str, span: tuple[int, int], most: int = 300) -> tuple[int, int]:
    """Where that sentence begins and ends."""
    first, last = max(span[0] - most, 0), min(span[1] + most, len(text))
    stops = [stop.end() - 1 for stop in _STOP.finditer(text, first, last) if _ends(text, stop.start())]
    before = [stop for stop in stops if stop <= span[0]]
    after = [stop - 1 for stop in stops if stop > span[1]]
    start = max(text.rfind("\n", first, span[0]) + 1, before[-1] if before else first)
    line = text.find("\n", span[1], last)
    return start, min([*after[:1], *([line] if line >= 0 else []), last])


def _ends(text: str, at: int) -> bool:
    """Whether the full stop at a place ends a sentence, and no title, initial or other short form: "Dr. Osei", "J. Lund", "the U.S. army"."""
    word = text[max(text.rfind(mark, 0, at) for mark in _BREAKS) + 1 : at].casefold()
    return word not in _SHORT and not (len(word) == 1 and word.isalpha()) and not text[at + 2 : at + 3].islower()


def sentence_of(report: Report, span: Span, most: int = 300) -> Span:
    """Where the sentence around a span of a report's text begins and ends, without the dateline that may stand before it."""
    start, end = sentence_span(report.text, span, most)
    line = report.dateline
    if line is not None and start < line.span[1] <= span[0]:
        start = line.span[1]
        while start < span[0] and report.text[start] in _AFTER_DATELINE:
            start += 1
    while start < span[0] and report.text[start] in _EDGES:
        start += 1
    while end > span[1] and report.text[end - 1] in _EDGES:
        end -= 1
    return start, end


def quoted(report: Report, span: Span, most: int = 300) -> str:
    """The words of that sentence."""
    start, end = sentence_of(report, span, most)
    return report.text[start:end]


def short_id(letter: str, *parts: str) -> str:
    """An id out of content alone, so that it does not change with the order of arrival."""
    return letter + sha256("\0".join(parts).encode()).hexdigest()[:12]
