"""Stretches of text trimmed to what is said."""

from sayso.reading.said.draft import Draft
from sayso.reading.said.sheet import Sheet

_EDGE = " \t\r\n\u00a0,;:.-\u2013\u2014\u2026"
_MARKS = "\u201c\u201d\u201e\u00ab\u00bb\"\u2018\u2019'`"


def filled(sheet: Sheet, draft: Draft, start: int, end: int, frame: str) -> list[Draft]:
    found = stretch(sheet, start, end)
    if not found:
        return []
    draft.content, draft.frame = found, frame
    return [draft]


def stretch(sheet: Sheet, start: int, end: int) -> list[tuple[int, int]]:
    """The tokens [start, end) as one span of offsets, without what does not belong to a proposition."""
    if start >= end:
        return []
    return trimmed(sheet, sheet.starts[start], sheet.end_of(end - 1))


def trimmed(sheet: Sheet, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch without outer punctuation, outer quotation marks and a leading "that"."""
    text = sheet.text
    for _ in range(3):
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        if start < end and text[start] in _MARKS and _whole(sheet, start, end):
            start += 1
        while start < end and text[start] in _MARKS and text[start - 1 : start] and text[start - 1] in _MARKS:
            start += 1
        while end > start and text[end - 1] in _MARKS and text[end - 1] != "'":
            end -= 1
        while end > start and text[end - 1] == "'" and (not text[end - 2 : end - 1].isalnum() or text[end - 2 : end] == "''"):
            end -= 1
        if text[start : start + 5] == "that ":
            start += 5
    return [(start, end)] if end - start > 1 else []


def _whole(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the mark at `start` opens a quotation that is the whole stretch, or that never closes inside it."""
    quotation = sheet.quotation_around(start)
    return quotation is None or quotation.left > start or quotation.right >= end - 1
