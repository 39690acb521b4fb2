"""Quotation marks paired over a whole text: curly, straight, mixed, French, single, left open, and running over paragraphs."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"[\u201c\u201d\u201e\u201f\u00ab\u00bb\"\u2018\u2019'`]+|\n[^\S\n]*\n?|\n")
_OPENERS = frozenset("\u201c\u201e\u201f\u00ab")
_CLOSERS = frozenset("\u201d\u00bb")
_ENDS = frozenset(",.!?;\u2026-\u2013\u2014")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks: offsets without the marks (`start`, `end`) and with them (`left`, `right`)."""

    left: int
    start: int
    end: int
    right: int
    closed: bool = True
    continues: bool = False
    """Whether this is a further paragraph of the quotation before it."""


def quotations(text: str, shadow: str) -> list[Quotation]:
    """All outermost quotations in order. `shadow` is the text in which wrapped lines are joined: a line break there ends a quotation."""
    found: list[Quotation] = []
    opened: tuple[int, int, str] | None = None
    carried = False
    for match in _MARK.finditer(text):
        mark, at, end = match.group(), match.start(), match.end()
        if mark[0] == "\n":
            if shadow[at] == "\n" and opened is not None:
                found.append(Quotation(opened[0], opened[1], at, at, closed=False, continues=carried))
                carried, opened = opened[2] == "double", None
            continue
        kind = _kind(text, at, end, mark, opened)
        if kind is None:
            continue
        side, family = kind
        if opened is None and side == "close" and carried and family == "double":
            line = text.rfind("\n", 0, at) + 1
            if text[line:at].strip():
                found.append(Quotation(line, line, at, end, continues=True))
            carried = False
        elif opened is None:
            if side == "open":
                carried = carried and _starts_paragraph(text, at)
                opened = (at, end, family)
            elif carried:
                carried = False
        elif family == opened[2]:
            if side == "close":
                if at > opened[1]:
                    found.append(Quotation(opened[0], opened[1], at, end, continues=carried))
                opened, carried = None, False
            else:
                if at > opened[1]:
                    found.append(Quotation(opened[0], opened[1], at, at, closed=False, continues=carried))
                opened, carried = (at, end, family), False
    if opened is not None and len(text) > opened[1]:
        found.append(Quotation(opened[0], opened[1], len(text), len(text), closed=False, continues=carried))
    return [q for q in found if q.closed or q.continues or _long(text, q)]


def _long(text: str, quotation: Quotation) -> bool:
    return text.count(" ", quotation.start, quotation.end) >= 3


def _starts_paragraph(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _kind(text: str, at: int, end: int, mark: str, opened: tuple[int, int, str] | None) -> tuple[str, str] | None:
    """(open or close, single or double), or None for an apostrophe."""
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    if any(c in _OPENERS for c in mark):
        return "open", "double"
    if any(c in _CLOSERS for c in mark):
        # A closing mark where nothing is open and a word follows a blank was meant to open.
        return ("open" if opened is None and before.isspace() and not after.isspace() else "close"), "double"
    if '"' in mark or len(mark) > 1:
        return _straight(before, after, opened is not None and opened[2] == "double"), "double"
    if opened is not None and opened[2] == "double":
        return None
    if mark == "\u2018" or ((before.isspace() or before in "([\u2014") and (after.isalnum() or after in "[(")):
        return ("open", "single") if opened is None and not after.isdigit() else None
    if opened is not None and not after.isalnum() and (before in _ENDS or before.isalnum()):
        return "close", "single"
    return None


def _straight(before: str, after: str, is_open: bool) -> str:
    """Which side a straight mark is: by turns, unless the blanks around it say otherwise."""
    if is_open:
        return "open" if (before.isspace() or before in "([") and after.isalnum() else "close"
    return "close" if (before.isalnum() or before in _ENDS) and (after.isspace() or after in ",.;:!?)") else "open"
