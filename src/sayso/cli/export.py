"""`sayso export`."""

from pathlib import Path

import click

from sayso.cli.options import open_case
from sayso.export import FORMATS, writer


@click.command(name="export", epilog="Formats: " + "; ".join(f"{name}: {what}" for name, what in FORMATS.items()))
@click.argument("case")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), required=True, help="Which format.")
@click.option("--out", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The file to write.")
def command(case: str, name: str, out: Path) -> None:
    """Hand the readings of CASE over to other tools."""
    with open_case(case) as casefile:
        try:
            count = writer(name)(casefile, out)
        except OSError as error:
            raise click.ClickException(f"{out}: could not be written ({error.strerror}); nothing was left there") from None
    click.echo(f"{out}: {count} readings", err=True)
