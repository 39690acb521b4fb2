"""The reports of a casefile for people: one line each, in order of publication."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.model import Reading
from sayso.view import harmless


def print_reports(console: Console, readings: Sequence[Reading]) -> None:
    """A table of the reports: id, date, outlets, title, and how much each says."""
    if not readings:
        console.print("No reports yet: `sayso read PATH --into CASE` adds some.")
        return
    table = Table(box=None, padding=(0, 1), header_style="dim", expand=True)
    for column in ("id", "published", "outlet"):
        table.add_column(column, overflow="ellipsis", no_wrap=True, max_width=28)
    table.add_column("title", overflow="ellipsis", no_wrap=True, ratio=1)
    for column in ("stmts", "events", "moves"):
        table.add_column(column, justify="right", no_wrap=True)
    for reading in sorted(readings, key=lambda r: (r.report.published or "9", r.report.id)):
        report = reading.report
        outlets = list(dict.fromkeys([report.outlet or "", *(a.outlet or "" for a in report.appearances)]))
        shown = ", ".join(o for o in outlets if o) or "-"
        title = report.title or report.text[:70]
        counts = [str(len(x)) for x in (reading.statements, reading.events, reading.moves)]
        table.add_row(
            Text(report.id[:10], style="dim"),
            report.published[:10] if report.published else "-",
            Text(harmless(shown)),
            Text(harmless(title)),
            *counts,
        )
    console.print(table)
