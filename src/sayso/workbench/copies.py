"""Which reports carry the same text, and which passages two of them share."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.situation import SourceOrigin
from sayso.situation.words import fold
from sayso.workbench.board import Board

_RUN = 5
"""Words in a row from which on a passage counts as shared."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Relative:
    """A report that carries the same text: the first to have it, or one that took a share of its own text from an earlier one."""

    id: str
    title: str
    outlet: str
    published: str
    words: str


def relatives(board: Board, report: str) -> list[Relative]:
    """The other reports of a report's text, the first one at the head."""
    origin = next((one for one in board.situation.origins if _copied(one) and report in one.reports), None)
    if origin is None:
        return []
    shares = {copy.report: copy.share for copy in reversed(origin.copies) if copy.report != origin.reports[0]}
    found = []
    for one in origin.reports:
        if one in board.heads and one != report:
            head = board.heads[one]
            words = f"{shares[one]:.0%} of its text stands in an earlier report" if one in shares else "the first to have it"
            found.append(Relative(one, head.title, head.outlet, head.published or "undated", words))
    return found


def _copied(origin: SourceOrigin) -> bool:
    """Whether another report has its text; what an outlet takes up of its own earlier story makes it no copy."""
    return any(copy.report != origin.reports[0] for copy in origin.copies)


def shared(text: str, other: str) -> list[tuple[int, int]]:
    """The passages of a text that stand in another one word for word, as spans; case, accents and punctuation do not count."""
    mine, theirs = list(_words(text)), [word for word, _, _ in _words(other)]
    runs = {tuple(theirs[n : n + _RUN]) for n in range(len(theirs) - _RUN + 1)}
    spans: list[tuple[int, int]] = []
    for n in range(len(mine) - _RUN + 1):
        if tuple(word for word, _, _ in mine[n : n + _RUN]) in runs:
            start, end = mine[n][1], mine[n + _RUN - 1][2]
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


def _words(text: str) -> Iterable[tuple[str, int, int]]:
    for found in _WORD.finditer(text):
        yield fold(found.group()), found.start(), found.end()
