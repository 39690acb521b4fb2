"""The reports of a casefile for people: one line each, in order of publication."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.casefile import ReportRow
from sayso.view import harmless


def print_reports(console: Console, rows: Sequence[ReportRow]) -> None:
    """A table of the reports: id, date, outlets, title, and how much each says."""
    if not rows:
        console.print("No reports yet: `sayso read PATH --into CASE` adds some.")
        return
    table = Table(box=None, padding=(0, 1), header_style="dim", expand=True)
    for column in ("id", "published", "outlet"):
        table.add_column(column, overflow="ellipsis", no_wrap=True, max_width=28)
    table.add_column("title", overflow="ellipsis", no_wrap=True, ratio=1)
    for column in ("stmts", "events", "moves"):
        table.add_column(column, justify="right", no_wrap=True)
    for row in rows:
        more = f" +{row.appearances - 1}" if row.appearances > 1 else ""
        table.add_row(
            Text(row.id[:10], style="dim"),
            row.published[:10] if row.published else "-",
            Text(harmless((row.outlet or "-") + more)),
            Text(harmless(row.title or row.opening)),
            *(str(count) for count in (row.statements, row.events, row.moves)),
        )
    console.print(table)
