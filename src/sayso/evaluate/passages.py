"""Passages with their moves of talks marked, to develop the rules on and to test them.

One report a line: `[KIND FROM > TO | words]` marks a move, `[KIND FROM > TO via THROUGH | words]` one with a go-between, `[= words]` words
that tell a move of the line again. FROM, TO and THROUGH are names or descriptions that stand in the line, joined by " + "; "-" is nobody
that the line tells. What is not marked makes no move. Lines that start with # are comments.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from sayso.model.codes import MoveKind
from sayso.reading.happened.lessons import marked_lines

_MARK = re.compile(r"\[(?:= |(?P<kind>[a-z_]+) (?P<sides>[^\[\]|>]+>[^\[\]|]+)\| ?)(?P<words>[^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class MarkedMove:
    """One marked move: its kind, None for words that tell one again, the names of its parties, and its offsets in the text without marks."""

    kind: MoveKind | None
    from_: tuple[str, ...]
    to: tuple[str, ...]
    through: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A line without its marks, and the marks."""

    text: str
    marks: tuple[MarkedMove, ...]

    @property
    def moves(self) -> tuple[MarkedMove, ...]:
        """The marks that tell a move, not one that is told again."""
        return tuple(mark for mark in self.marks if mark.kind is not None)


def passages_in(path: Path) -> list[Passage]:
    """The passages of a file. Raises ValueError with the line's number for a mark that cannot be read or names who is not in the line."""
    return marked_lines(path, passage)


def passages_kept_aside(folder: Path) -> list[Passage]:
    """The passages of the files of a folder called *_holdout.txt. Raises ValueError where there are none, or for a wrong mark."""
    passages = [one for file in sorted(folder.glob("*_holdout.txt")) for one in passages_in(file)]
    if not passages:
        raise ValueError(f"{folder} holds no *_holdout.txt with marked passages")
    return passages


def passage(line: str) -> Passage:
    """The passage that one line gives. Raises ValueError for a mark of no known kind, with a name that the line has not, or brackets left over."""
    text, marks, last = "", [], 0
    for found in _MARK.finditer(line):
        text += line[last : found.start()]
        marks.append(_mark(found["kind"], found["sides"] or ">", len(text), len(text) + len(found["words"])))
        text, last = text + found["words"], found.end()
    text += line[last:]
    if "[" in text or "]" in text:
        raise ValueError(f"a mark is written [KIND FROM > TO | words] or [= words]; something else stands in brackets in {line[:80]!r}")
    for name in (name for mark in marks for name in (*mark.from_, *mark.to, *mark.through)):
        if name not in text:
            raise ValueError(f"{name!r} is named in a mark and does not stand in the line")
    return Passage(text, tuple(marks))


def _mark(kind: str | None, sides: str, start: int, end: int) -> MarkedMove:
    if kind is not None and kind not in get_args(MoveKind):
        raise ValueError(f"{kind!r} is no kind of move; the kinds are {', '.join(get_args(MoveKind))}")
    makers, _, others = sides.partition(">")
    to, _, through = others.partition(" via ")
    return MarkedMove(cast(MoveKind | None, kind), _names(makers), _names(to), _names(through), start, end)


def _names(side: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in side.split(" + ") if name.strip() not in ("", "-"))
