"""`sayso forget`."""

import sys

import click

from sayso.cli.options import open_case
from sayso.cli.redact import tell, whole_id


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
        whole = whole_id(casefile, report)
        if not yes:
            click.confirm(f"Report {whole[:10]} cannot be brought back. Go on?", abort=True, err=True)
        done, left = casefile.forget(whole, why=why)
    click.echo(f"report {whole[:10]} is forgotten")
    sys.exit(tell(done, left))
