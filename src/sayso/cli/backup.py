"""`sayso backup`."""

import sys
from pathlib import Path

import click

from sayso.cli.options import open_case


@click.command(name="backup")
@click.argument("case")
@click.argument("file", type=click.Path(path_type=Path))
def command(case: str, file: Path) -> None:
    """Write CASE, as it is at this moment, to a new FILE, while others go on reading and writing. The copy is checked at once.

    FILE is a casefile itself, whether CASE is a file or on a server; `sayso restore` puts it back in either. Nothing is
    overwritten. Exit status 1 when something in the copy was lost or altered, which is named; the copy is kept.
    """
    from sayso.cli.terminal import notice

    with open_case(case) as casefile:
        last, faults = casefile.backup(file)
    for fault in faults:
        notice(fault)
    click.echo(f"{file}: {'written, and as damaged as the casefile is' if faults else 'written and checked: nothing was lost or altered'}")
    click.echo(f"head of its log, to be deposited elsewhere: {last[0]} {last[1]}")
    sys.exit(1 if faults else 0)
