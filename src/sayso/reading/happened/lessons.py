"""Sentences with their events marked, to learn from and to test on.

One report a line: `[TYPE word]` marks an event that happened, `[TYPE:status word]` one that stands otherwise, `[= word]` words that tell
an event of the line again. What is not marked tells no event. Lines that start with # are comments.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast, get_args

from sayso.model.codes import EventType, Status

_One = TypeVar("_One")
_MARK = re.compile(r"\[([A-Z]+|=)(?::([a-z]+))? ([^\[\]]+)\]")
AGAIN = "="
"""The type of a mark that tells an event of its line again."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked word: its type or AGAIN, its status, and its offsets in the text without marks."""

    type: str
    status: Status
    start: int
    end: int

    def touches(self, span: tuple[int, int]) -> bool:
        """Whether a span shares a character with it."""
        return span[0] < self.end and self.start < span[1]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A line without its marks, and the marks."""

    text: str
    marks: tuple[Mark, ...]

    def at(self, *spans: tuple[int, int]) -> Mark | None:
        """The first mark that touches one of these spans, events before what tells them again; None: no event is told there."""
        touching = [mark for mark in self.marks if any(mark.touches(span) for span in spans)]
        return min(touching, key=lambda mark: mark.type == AGAIN, default=None)


def lessons_in(path: Path) -> list[Lesson]:
    """The lessons of a file. Raises ValueError with the line's number where a mark has no known type or status."""
    return marked_lines(path, lesson)


def marked_lines(path: Path, one: Callable[[str], _One]) -> list[_One]:
    """What `one` makes of each line of a file but blank ones and comments. Raises ValueError with the line's number where `one` does."""
    made = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            try:
                made.append(one(line.strip()))
            except ValueError as error:
                raise ValueError(f"{path}, line {number}: {error}") from None
    return made


def lessons_under(folder: Path) -> list[Lesson]:
    """The lessons of the *.txt files of a folder, those called *_holdout.txt apart, in the order of the file names.

    Raises ValueError where there are none, or for a wrong mark.
    """
    files = sorted(file for file in folder.glob("*.txt") if not file.stem.endswith("_holdout"))
    lessons = [one for file in files for one in lessons_in(file)]
    if not lessons:
        raise ValueError(f"{folder} holds no *.txt with sentences to train on")
    return lessons


def lesson(line: str) -> Lesson:
    """The lesson that one line gives. Raises ValueError for a mark without a known type or status, or with brackets left over."""
    text, marks, last = "", [], 0
    for found in _MARK.finditer(line):
        text += line[last : found.start()]
        marks.append(_mark(found[1], found[2] or "happened", len(text), len(text) + len(found[3])))
        text, last = text + found[3], found.end()
    text += line[last:]
    if "[" in text or "]" in text:
        raise ValueError(f"a mark is written [TYPE word], [TYPE:status word] or [= word]; something else stands in brackets in {line!r}")
    return Lesson(text, tuple(marks))


def _mark(type_: str, status: str, start: int, end: int) -> Mark:
    if type_ != AGAIN and type_ not in get_args(EventType):
        raise ValueError(f"{type_!r} is no event type; the types are {', '.join(get_args(EventType))}")
    if status not in get_args(Status):
        raise ValueError(f"{status!r} is no status; they are {', '.join(get_args(Status))}")
    return Mark(type_, cast(Status, status), start, end)
