"""Whether a passage that two stories of one outlet share tells something, or is what stands on each of its pages."""

import re

from sayso.model import Span

_SENTENCE = re.compile(r"[A-Z“\"'][^.!?\n|]{40,}[.!?]?")
_FURNITURE = re.compile(
    r"\b(?:subscribe|follow us|sign(?:ed)? up|read (?:also|more)|more on|privacy|copyright|all rights reserved|newsletter|click|download|share this"
    r"|telegram channel|terms of use|cookies?|e-?mail|contact us|about us|edit(?:ed|ing) by|report(?:ed|ing) by|source|related (?:news|topics))\b",
    re.IGNORECASE,
)
_ENDS = ".!?”\""
_FEWEST_WORDS = 12
_MOST_CAPITALS = 0.45
"""The share of capitals among the words of a sentence from which on it is a row of headlines."""


def tells(text: str, span: Span) -> bool:
    """Whether a whole sentence of prose stands within a stretch of a report."""
    start, end = span
    while end < len(text) and text[end] in _ENDS:
        end += 1
    return any(_prose(sentence.group()) and _whole(text, sentence.span()) for sentence in _SENTENCE.finditer(text, start, end))


def _prose(sentence: str) -> bool:
    said = sentence.split()
    capitals = sum(word[:1].isupper() for word in said)
    return len(said) >= _FEWEST_WORDS and capitals < _MOST_CAPITALS * len(said) and not _FURNITURE.search(sentence)


def _whole(text: str, span: Span) -> bool:
    """Whether a sentence begins and ends here."""
    first, last = span
    before = text[:first].rstrip()
    begins = not before or before[-1] in _ENDS or "\n" in text[len(before) : first]
    return begins and (text[last - 1] in ".!?" or text[last : last + 1] in ("", "\n"))
