"""`sayso diff`."""

from datetime import datetime
from pathlib import Path

import click

from sayso.cli.options import DAY, case_situation, lexicon_option, open_case


@click.command(name="diff")
@click.argument("case")
@click.option("--from", "first", type=DAY, metavar="DATE", required=True, help="What was known at the end of this day.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="What is known at the end of this one; by default the day of the latest report.")
@click.option("--json", "as_json", is_flag=True, help="The changes as one JSON object.")
@lexicon_option
def command(case: str, first: datetime, last: datetime | None, as_json: bool, lexicons: tuple[Path, ...]) -> None:
    """What changed in the situation of CASE between two days: new incidents, other counts and origins, disputes, talks, ground, forecasts."""
    from sayso.cli.terminal import output
    from sayso.cli.view_changes import print_changes
    from sayso.situation.changes import changes

    if last is not None and last < first:
        raise click.UsageError(f"--from {first:%Y-%m-%d} is later than --to {last:%Y-%m-%d}: changes are told from the earlier day to the later")
    with open_case(case) as casefile:
        before, _ = case_situation(casefile, first.date(), lexicons)
        after, readings = case_situation(casefile, last.date() if last else None, lexicons)
        found = changes(before, after)
        if as_json:
            click.echo(found.to_json())
            return
        print_changes(output(), found, before, after, readings)
