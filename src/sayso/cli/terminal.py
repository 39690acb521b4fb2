"""The terminal: colour and progress for people, neither when piped; text from reports made harmless before it is printed."""

import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO, cast

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sayso.view import harmless

_FILLED = re.compile(r" +(?=\n)")

PATIENCE_SECONDS = 2.0
"""Progress is shown only for work that takes longer than this."""


def output() -> Console:
    """Standard output for people: as wide as the terminal up to 110 columns, plain text of 100 columns when piped."""
    if sys.stdout.isatty():
        return Console(width=min(Console().width, 110), highlight=False)
    return Console(file=cast(TextIO, _Trimmed(sys.stdout)), width=100, highlight=False, no_color=True, force_terminal=False)


class _Trimmed:
    """A stream without the blanks with which lines are filled up to a terminal's width."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(_FILLED.sub("", text))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def notice(text: str) -> None:
    """One line on standard error, whatever it holds."""
    sys.stderr.write(harmless(text) + "\n")


class Tick(Protocol):
    """Call it once for each thing done."""

    def __call__(self, step: int = 1) -> None: ...


@contextmanager
def progress(label: str, total: int | None = None) -> Iterator[Tick]:
    """A bar on standard error after two seconds of work; nothing when standard error is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda step=1: None  # noqa: ARG005
        return
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
    task = bar.add_task(label, total=total, rate="")
    started, done, shown = time.monotonic(), 0, False

    def tick(step: int = 1) -> None:
        nonlocal done, shown
        done += step
        elapsed = time.monotonic() - started
        if not shown and elapsed > PATIENCE_SECONDS:
            bar.start()
            shown = True
        bar.update(task, completed=done, rate=f"{done / elapsed:.1f}/s" if elapsed else "")

    try:
        yield tick
    finally:
        if shown:
            bar.stop()
