"""Reading into a casefile: what is known already is not read again, and a summary says what came of it."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

import click

from sayso.cli.batches import read_each

if TYPE_CHECKING:
    from sayso.casefile import Added, Casefile
    from sayso.intake import Refused, Taken
    from sayso.model import Reading
    from sayso.scale.workers import Reads


def worth_making(case: str, taken: "Iterator[Taken | Refused]") -> "Iterator[Taken | Refused]":
    """The same inputs, where the casefile is there or can be made and there is something to put in; otherwise the command ends here with
    its sentences, and nothing was made."""
    from sayso.casefile import Casefile, CasefileError
    from sayso.cli.terminal import notice
    from sayso.intake import Refused

    try:
        there = Casefile.possible(case)
    except CasefileError as error:
        raise click.ClickException(str(error)) from None
    if there:
        return taken
    before: list[Taken | Refused] = []
    for one in taken:
        before.append(one)
        if not isinstance(one, Refused):
            return chain(before, taken)
    for refused in before:
        notice(str(refused))
    notice(f"There is nothing to read, so the casefile {case} was not made.")
    sys.exit(1)


def read_into(casefile: "Casefile", reads: "Reads", taken: "Iterator[Taken | Refused]") -> int:
    """Read and store, a batch a transaction, so that a stop at any moment leaves a usable casefile. Gives the exit status."""
    from sayso.casefile import Added
    from sayso.cli.terminal import progress
    from sayso.intake import Refused
    from sayso.model import ReaderVersion, Reading

    counts: Counter[Added | str | None] = Counter()
    stale: dict[ReaderVersion, set[str]] = {}
    aside = {one.id for one in casefile.quarantine()}

    def stale_for(version: ReaderVersion) -> set[str]:
        if version not in stale:
            stale[version] = set(casefile.stale(version))
        return stale[version]

    def unread() -> "Iterator[Taken | Refused]":
        for one in taken:
            if not isinstance(one, Refused) and one.report.id in aside:
                _met(casefile, one)
                counts["aside"] += 1
            elif not isinstance(one, Refused) and casefile.has(one.report.id, reads.version_of(one.report), one.report.published):
                counts[_met(casefile, one)] += 1
            elif not isinstance(one, Refused) and one.report.id in stale_for(reads.version_of(one.report)):
                _met(casefile, one)
                counts["stale"] += 1
            else:
                yield one

    waiting, undated = _Waiting(casefile, counts), 0
    with progress("reading") as tick, closing(waiting):
        for one, reading in read_each(reads, unread(), between=waiting.store):
            tick()
            if reading is None or isinstance(one, Refused):
                counts[None] += 1
            elif isinstance(reading, Reading):
                waiting.put(one, reading)
                undated += reading.report.published is None
            else:
                waiting.store()
                counts["failed"] += _set_aside(casefile, one, reading.reason)
    click.echo(_summary(counts), err=True)
    if undated:
        have = "one of them has" if undated == 1 else f"{undated} of them have"
        how = f"--published, or `sayso correct {casefile.name} REPORT report --set published=2024-03-12`"
        click.echo(f"{have} no day of publication, so what is told of Monday or last week has no date. Give one: {how}.", err=True)
    return 1 if counts[None] or counts["failed"] or counts["aside"] else 0


class _Waiting:
    """Readings of a batch, stored together before the next is waited for: a process that is killed loses no more than those."""

    def __init__(self, casefile: "Casefile", counts: "Counter[Added | str | None]") -> None:
        self._casefile, self._counts = casefile, counts
        self._ready: list[tuple[Taken, Reading]] = []

    def put(self, taken: "Taken", reading: "Reading") -> None:
        """Store it with the others of its batch."""
        self._ready.append((taken, reading))

    def store(self) -> None:
        """Store what waits. What was redacted here is named."""
        from sayso.casefile import RedactedError
        from sayso.cli.terminal import notice

        ready, self._ready = self._ready, []
        for answer in self._casefile.add_all(ready) if ready else ():
            if isinstance(answer, RedactedError):
                notice(str(answer))
            self._counts[None if isinstance(answer, RedactedError) else answer] += 1

    close = store


def _set_aside(casefile: "Casefile", taken: "Taken", reason: str) -> int:
    """Keep a report that could not be read, and say why; 1."""
    from sayso.casefile import RedactedError
    from sayso.cli.terminal import notice

    try:
        kept = casefile.set_aside(taken, reason)
    except RedactedError as error:
        notice(str(error))
        return 1
    what = f"it is kept in quarantine: `sayso retry {casefile.name}` tries again" if kept else "its earlier reading stays"
    notice(f"{taken.source}: {reason}; {what}.")
    return 1


def _met(casefile: "Casefile", taken: "Taken") -> "Added | None":
    """Store that a known report was met; None, after it was said why, for one that was redacted here."""
    from sayso.casefile import RedactedError
    from sayso.cli.terminal import notice

    try:
        return casefile.meet(taken)
    except RedactedError as error:
        notice(str(error))
        return None


def _summary(counts: "Counter[Added | str | None]") -> str:
    from sayso.casefile import Added

    words: dict[Added | str | None, str] = {
        Added.NEW: "new", Added.REREAD: "read again by this reader, an earlier date being known",
        Added.APPEARANCE: "met in one more place",
        Added.KNOWN: "known already",
        "stale": "read by another reader (`sayso reread CASE` shows what this one would change)",
        "failed": "that the reader failed on (named above)", "aside": "in quarantine (`sayso retry CASE` tries again)",
        None: "not read (named above)",
    }  # fmt: skip
    total = sum(counts.values())
    parts = [f"{counts[key]} {text}" for key, text in words.items() if counts[key]]
    return f"{total} report{'s' if total != 1 else ''}: {', '.join(parts) if parts else 'nothing to read'}"
