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
        redacted = casefile.redactions() if not faults else []
        last = casefile.state() if not faults else None
    for fault in faults:
        notice(fault)
    if not faults:
        for entry in redacted:
            click.echo(f"{entry.subject[:12]}: {'redacted' if entry.action == 'redaction' else 'forgotten'} by {entry.operator} on {entry.at[:10]}")
        click.echo(f"{case}: nothing was lost or altered")
        if last:
            click.echo(f"head of the log, to be deposited elsewhere: {last[0]} {last[1]}")
    sys.exit(1 if faults else 0)
