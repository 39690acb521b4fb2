"""`sayso restore`."""

import sys
from pathlib import Path

import click


@click.command(name="restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("case")
@click.option("--anyway", is_flag=True, help="Restore even where something in the backup was lost or altered.")
def command(file: Path, case: str, anyway: bool) -> None:
    """Put the backup FILE back as the casefile CASE: a new file, or an empty database (postgresql://...).

    The backup is checked first and only read. The restored log goes on where the backup's ended, with a line that says so.
    """
    from sayso.casefile import CasefileError, restore
    from sayso.cli.terminal import notice

    try:
        last, faults = restore(file, case, anyway=anyway)
    except CasefileError as error:
        raise click.ClickException(str(error)) from None
    for fault in faults:
        notice(fault)
    click.echo(f"restored, with the log up to line {last[0]} {last[1]}")
    sys.exit(1 if faults else 0)
