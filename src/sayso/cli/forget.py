"""`sayso forget`."""

import sys

import click

from sayso.cli.options import open_case
from sayso.cli.redact import tell


@click.command(name="forget")
@click.argument("case")
@click.argument("report")
@click.option("--why", metavar="TEXT", help="The reason, kept in the log.")
@click.option("--yes", is_flag=True, help="Do not ask: it cannot be undone.")
def command(case: str, report: str, why: str | None, yes: bool) -> None:
    """Take REPORT out of CASE for good, with its original, readings and corrections. The log keeps that it was there, and who took it out.

    The same bytes are not read in again. Exit status 1 when copies may be left elsewhere.
    """
    with open_case(case) as casefile:
        stored = casefile.report(report)
        if not yes:
            click.confirm(f"Report {stored.row.id[:10]} cannot be brought back. Go on?", abort=True, err=True)
        done, left = casefile.forget(stored.row.id, why=why)
    click.echo(f"report {stored.row.id[:10]} is forgotten")
    sys.exit(tell(done, left))
