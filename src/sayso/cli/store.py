"""Reading into a casefile: what is known already is not read again, and a summary says what came of it."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.casefile import Added, Casefile
    from sayso.intake import Refused, Taken
    from sayso.model import Reading
    from sayso.scale.workers import Reads


def read_into(casefile: "Casefile", reads: "Reads", taken: "Iterator[Taken | Refused]") -> int:
    """Read and store, one transaction a report, so that a stop at any moment leaves a usable casefile. Gives the exit status."""
    from sayso.casefile import Added
    from sayso.cli.read import read_each
    from sayso.cli.terminal import progress
    from sayso.intake import Refused

    counts: Counter[Added | str | None] = Counter()
    stale = set(casefile.stale(reads.version))

    def unread() -> "Iterator[Taken | Refused]":
        for one in taken:
            if not isinstance(one, Refused) and casefile.has(one.report.id, reads.version, one.report.published):
                counts[_put(casefile, one)] += 1
                continue
            if not isinstance(one, Refused) and one.report.id in stale:
                _put(casefile, one)
                counts["stale"] += 1
                continue
            yield one

    with progress("reading") as tick:
        for one, reading in read_each(reads, unread()):
            tick()
            counts[None if reading is None or isinstance(one, str) else _put(casefile, one, reading)] += 1
    click.echo(_summary(counts), err=True)
    return 1 if counts[None] else 0


def _put(casefile: "Casefile", taken: "Taken", reading: "Reading | None" = None) -> "Added | None":
    """Store a reading, or that a known report was met; None, after it was said why, for one that was redacted here."""
    from sayso.casefile import RedactedError
    from sayso.cli.terminal import notice

    try:
        return casefile.add(taken, reading) if reading else casefile.meet(taken)
    except RedactedError as error:
        notice(str(error))
        return None


def _summary(counts: "Counter[Added | str | None]") -> str:
    from sayso.casefile import Added

    words: dict[Added | str | None, str] = {
        Added.NEW: "new", Added.REREAD: "read again by this reader, an earlier date being known",
        Added.APPEARANCE: "met in one more place",
        Added.KNOWN: "known already",
        "stale": "read by another reader (`sayso reread CASE` shows what this one would change)", None: "not read (named above)",
    }  # fmt: skip
    total = sum(counts.values())
    parts = [f"{counts[key]} {text}" for key, text in words.items() if counts[key]]
    return f"{total} report{'s' if total != 1 else ''}: {', '.join(parts) if parts else 'nothing to read'}"
