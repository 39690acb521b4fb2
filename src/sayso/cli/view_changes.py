"""What changed between two days, for people at a terminal."""

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from sayso.cli.view_situation import View
from sayso.model import Reading, Situation
from sayso.model.change import Change, Changes

_TITLES = {"incident": "Incidents", "dispute": "Contested", "thread": "Talks", "control": "Ground", "forecast": "Forecasts"}


def print_changes(console: Console, found: Changes, before: Situation, after: Situation, readings: Mapping[str, Reading]) -> None:
    """Print the changes by what they are about, the words of each taken from the later situation, or the earlier one where it is gone."""
    later, earlier = View(console, after, readings), View(console, before, readings)
    came = f"{len(found.reports)} new report{'s' if len(found.reports) != 1 else ''}"
    console.print(Text(f"From {found.since or '?'} to {found.until or '?'}: {came}", style="bold"))
    for what, title in _TITLES.items():
        some = [change for change in found.changes if change.what == what]
        if some:
            later.heading(title, len(some))
        for change in some:
            page = earlier if change.kind == "gone" else later
            later.line(Text(f"{change.kind}  ", style="yellow") + Text(page.named(change.what, change.id)))
            if said := _what(change):
                later.line(said, 6, "dim")
    if not found.changes:
        later.line("Nothing changed.")


def _what(change: Change) -> str:
    """How a thing was and is. Of ground its line says it all, but for who denies it."""
    before, after = change.before or "", change.after or ""
    if change.what == "control":
        before, after = (one.partition("; ")[2] for one in (before, after))
    if change.kind != "changed":
        return after or before
    return f"{before or 'denied by nobody'} → {after or 'denied by nobody'}" if change.what == "control" else f"{before} → {after}"
