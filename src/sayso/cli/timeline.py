"""`sayso timeline`."""

import json
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import DAY, case_situation, lexicon_option, min_confidence_option, open_case

if TYPE_CHECKING:
    from sayso.cli.lines import Lines
    from sayso.model import Situation
    from sayso.model.situation import ThreadMove


@click.command(name="timeline")
@click.argument("case")
@click.option("--from", "first", type=DAY, metavar="DATE", help="From this day on.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="Up to this day.")
@click.option("--as-of", type=DAY, metavar="DATE", help="What was known on this day; by default the day of the latest report.")
@click.option("--origins", type=click.IntRange(0), default=1, show_default=True, help="Only what at least so many origins tell.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@min_confidence_option
@lexicon_option
def command(
    case: str, first: datetime | None, last: datetime | None, as_of: datetime | None, origins: int, as_json: bool, min_confidence: float,
    lexicons: tuple[Path, ...],
) -> None:  # fmt: skip
    """What happened on which day, by the reports of CASE: incidents and moves in talks that have a day, in order of time; then the
    incidents of which no report says the day, in --json with an empty "day"."""
    from sayso.cli.terminal import output
    from sayso.cli.view_situation import View

    if first is not None and last is not None and last < first:
        raise click.UsageError(f"--from {first:%Y-%m-%d} is later than --to {last:%Y-%m-%d}")
    day: date | None = as_of.date() if as_of else None
    with open_case(case) as casefile:
        situation, readings = case_situation(casefile, day, lexicons, min_confidence)
        page = View(output(), situation, readings)
        low, high = (one.date().isoformat() if one else None for one in (first, last))
        every = _rows(situation, page)
        found = [row for row, count in every if count >= origins]
        rows = [row for row in found if _within(row, low, high)]
        undated = [row for row in found if not row["day"]]
        fewer = [count for row, count in every if count < origins and (_within(row, low, high) or (not row["day"] and low is high is None))]
        if as_json:
            for row in (*rows, *(undated if low is high is None else ())):
                click.echo(json.dumps(row, ensure_ascii=False))
            return
        for row in rows:
            page.line(f"{row['day']}  {row['words']}  [{row['id']}]", 0)
        if not rows:
            page.line(f"Nothing{' else' if fewer else ''}: no report of this case tells of an incident or a move on a day of that time.", 0)
        if undated and low is high is None:
            page.line("No report says on which day:", 0)
            for row in undated:
                page.line(f"{row['words']}  [{row['id']}]", 2)
        elif undated:
            told = f"{len(undated)} more incidents stand on no day" if len(undated) > 1 else "One more incident stands on no day"
            page.line(f"{told}, since no report says when they began. Without --from and --to they are listed.", 0)
        if fewer:
            page.line(_left_out(fewer), 0)


def _within(row: dict[str, str], low: str | None, high: str | None) -> bool:
    return bool(row["day"]) and (low is None or row["day"] >= low) and (high is None or row["day"] <= high)


def _left_out(counts: list[int]) -> str:
    """What is not printed since too few origins tell it; what rests on unnamed sources alone is said to."""
    nameless, more = counts.count(0), len(counts)
    several = "are" if more > 1 else "is"
    on = "on fewer origins" + (f", {nameless} of them on unnamed sources only" if nameless else "")
    if nameless == more:
        on = "on unnamed sources only"
    return f"{more} more that rest{'s' if more == 1 else ''} {on} {several} not shown: --origins 0 lists {'them' if more > 1 else 'it'}."


def _rows(situation: "Situation", lines: "Lines") -> list[tuple[dict[str, str], int]]:
    """The rows in order, each with how many origins tell it."""
    from sayso.view import days, grounds

    rows = []
    for incident in situation.incidents:
        start = incident.when.earliest if incident.when else None
        if incident.status in ("happened", "ongoing"):
            words = f"{lines.label(incident)}  ({grounds(incident)})"
            row = {"day": (start or "")[:10], "what": "incident", "id": incident.id, "words": words, "when": days(incident.when)}
            rows.append((row, incident.origins_for))
    for thread in situation.threads:
        tell: dict[tuple[object, ...], set[str]] = defaultdict(set)
        for move in thread.moves:
            tell[_same_move(move)].add(move.origin)
        for move in thread.moves:
            start = move.when.earliest if move.when else None
            if start:
                row = {"day": start[:10], "what": "move", "id": thread.id, "words": lines.move(move), "when": days(move.when)}
                rows.append((row, len(tell[_same_move(move)])))
    return sorted(rows, key=lambda row: (row[0]["day"], row[0]["what"], row[0]["id"], row[0]["words"]))


def _same_move(move: "ThreadMove") -> tuple[object, ...]:
    """What moves of one thread share that tell of the same step."""
    return move.kind, frozenset(move.from_), frozenset(move.to), move.status, move.when.earliest[:10] if move.when and move.when.earliest else None
