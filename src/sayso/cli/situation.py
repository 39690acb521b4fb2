"""`sayso situation`."""

from datetime import date, datetime
from pathlib import Path

import click

from sayso.cli.options import DAY, case_situation, lexicon_option, min_confidence_option, open_case


@click.command(name="situation")
@click.argument("case")
@click.option("--json", "as_json", is_flag=True, help="The Situation as one line of JSON.")
@click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="What was known on this day; by default the day of the latest report.",
)
@click.option("--all", "whole", is_flag=True, help="All of everything, not only the first 25 of each kind.")
@min_confidence_option
@lexicon_option
def command(case: str, as_json: bool, as_of: datetime | None, whole: bool, lexicons: tuple[Path, ...], min_confidence: float) -> None:
    """The situation that the reports of CASE describe: incidents, disputes, talks, ground and forecasts, each with its origins."""
    from sayso.cli.stale import tell_stale

    day: date | None = as_of.date() if as_of else None
    with open_case(case) as casefile:
        situation, readings = case_situation(casefile, day, lexicons, min_confidence)
        tell_stale(casefile, lexicons)
        if as_json:
            click.echo(situation.to_json())
            return
        from sayso.cli.terminal import output
        from sayso.cli.view_situation import MOST, print_situation

        print_situation(output(), situation, readings, None if whole else MOST)
