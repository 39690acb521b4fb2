"""`sayso verify`."""

import sys

import click

from sayso.cli.options import open_case


@click.command(name="verify")
@click.argument("case")
def command(case: str) -> None:
    """Re-hash everything in CASE and name what was lost or altered. Exit status 0 when all is as it was stored, else 1."""
    from sayso.cli.terminal import notice

    with open_case(case) as casefile:
        faults = casefile.verify()
    for fault in faults:
        notice(fault)
    if not faults:
        click.echo(f"{case}: nothing was lost or altered")
    sys.exit(1 if faults else 0)
