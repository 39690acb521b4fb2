"""`sayso read --gate FILE`: reports that are not about armed conflict are passed over, and kept in a file of their own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.intake import Refused, Taken


@contextmanager
def gated(taken: "Iterator[Taken | Refused]", gate: Path | None) -> "Iterator[Iterator[Taken | Refused]]":
    """The inputs that are to be read. Each of the others is in the file before the next is looked at."""
    if gate is None:
        yield taken
        return
    from sayso.cli.terminal import notice
    from sayso.intake import Taken
    from sayso.intake.conflict import kept_row, passes_over

    try:
        gate.touch(0o600)  # whole texts: the owner's alone
        there = _passed_over(gate)
        file = gate.open("a", encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"{gate} cannot be written: {(error.strerror or str(error)).lower()}") from None
    count = 0

    def let_through() -> "Iterator[Taken | Refused]":
        nonlocal count
        for one in taken:
            reason = passes_over(one.report) if isinstance(one, Taken) else None
            if reason is None or not isinstance(one, Taken):
                yield one
                continue
            count += 1
            if one.report.id not in there:
                file.write(kept_row(one.report, source=one.source, report=one.report.id, reason=reason) + "\n")
                file.flush()
                there.add(one.report.id)

    with file:
        yield let_through()
    if count:
        notice(f"{count} reports are not about armed conflict and were not read; {gate} keeps them, and `sayso read {gate}` reads them.")


def _passed_over(gate: Path) -> set[str]:
    """The ids of the reports that an earlier run has put there. What else stands in the file is left alone."""
    found = set()
    with gate.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            with suppress(ValueError, AttributeError):
                found.add(json.loads(line).get("report"))
    return found
