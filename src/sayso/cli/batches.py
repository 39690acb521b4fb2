"""Reading many inputs, a batch at a time, in this process or in others."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import make_readers

if TYPE_CHECKING:
    from sayso.intake import Refused, Taken
    from sayso.model import Reading, Report
    from sayso.scale.workers import Fault, Reads

FIRST_BATCH = 4
BATCH_CHARS = 100_000
"""Fewer where they are long: what waits for its turn is in memory."""


@contextmanager
def reads_by(workers: int, model: str, lexicons: tuple[Path, ...], time_limit: float | None = None) -> "Iterator[Reads]":
    """What reads, in this process or in so many others; a report may take so many seconds."""
    if workers == 1:
        from sayso.scale.workers import Here

        yield Here(make_readers(model, lexicons), time_limit)
        return
    from sayso.scale.workers import Workers

    try:
        started = Workers(workers, model, lexicons, time_limit)
    except LookupError as error:
        raise click.UsageError(str(error)) from None
    with started as reads:
        yield reads


def read_each(
    reads: "Reads", taken: "Iterator[Taken | Refused]", between: "Callable[[], object]" = lambda: None
) -> "Iterator[tuple[Taken | Refused, Reading | Fault | None]]":
    """Each input with its reading or why it has none, in order; None for one that was refused, after the reason was said on standard error.
    `between` is called after each batch, before the next, which may take minutes, is waited for."""
    from sayso.cli.terminal import notice
    from sayso.intake import Refused

    ahead: deque[list[Taken | Refused]] = deque()

    def batches() -> "Iterator[list[Report]]":
        for batch in _together(taken, reads.together):
            ahead.append(batch)
            yield [one.report for one in batch if not isinstance(one, Refused)]

    for answers in reads.read(batches()):
        outcomes = iter(answers)
        for one in ahead.popleft():
            if not isinstance(one, Refused):
                for doubt in (*one.doubts, *_of_the_future(one)):
                    notice(f"{one.source}: {doubt}")
                yield one, next(outcomes)
                continue
            notice(str(one))
            if not one.harmless:
                yield one, None
        between()


def _of_the_future(taken: "Taken") -> "Iterator[str]":
    """The sentence on a report that is dated after tomorrow (it is tomorrow somewhere): the reader knows no clock, so it is said here."""
    day = (taken.report.published or "")[:10]
    if day > (date.today() + timedelta(days=1)).isoformat():
        mend = f"`sayso correct CASE {taken.report.id[:10]} report --set published=...`"
        yield f"its day of publication, {day}, is still to come. If that is wrong, {mend} mends it."


def _together(taken: "Iterator[Taken | Refused]", many: int) -> "Iterator[list[Taken | Refused]]":
    """The inputs in batches of at most so many: small ones first, so that something is shown soon and every worker has some of a few reports."""
    from sayso.intake import Refused

    batch: list[Taken | Refused] = []
    waiting, most = 0, FIRST_BATCH
    for one in taken:
        batch.append(one)
        waiting += 0 if isinstance(one, Refused) else len(one.report.text)
        if len(batch) >= most or waiting >= BATCH_CHARS:
            yield batch
            batch, waiting, most = [], 0, min(2 * most, many)
    if batch:
        yield batch
