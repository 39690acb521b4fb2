"""`sayso export`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import open_case
from sayso.export import FORMATS, writer

if TYPE_CHECKING:
    from sayso.casefile import Casefile


@click.command(name="export", epilog="Formats: " + "; ".join(f"{name}: {what}" for name, what in FORMATS.items()))
@click.argument("case")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), required=True, help="Which format.")
@click.option("--out", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The file to write.")
def command(case: str, name: str, out: Path) -> None:
    """Hand the readings of CASE over to other tools."""
    with open_case(case) as casefile:
        try:
            count = writer(name)(casefile, out)
            _note(casefile, out, count)
        except OSError as error:
            raise click.ClickException(f"{out}: could not be written ({error.strerror}); nothing was left there") from None
    click.echo(f"{out}: {count} readings", err=True)


def _note(casefile: "Casefile", out: Path, count: int) -> None:
    """The log names every copy that leaves, so that a redaction can name it too."""
    from sayso.casefile import CasefileError
    from sayso.cli.terminal import notice

    try:
        casefile.handed_over("export", str(out.absolute()), count)
    except CasefileError as error:
        notice(f"The export is done, but the log could not note it. {error}")
