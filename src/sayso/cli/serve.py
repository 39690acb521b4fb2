"""`sayso serve`."""

import click

from sayso.cli.options import open_case


@click.command(name="serve")
@click.argument("case")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="A port of your choice; by default a free one.")
def command(case: str, port: int) -> None:
    """Open the workbench on CASE, for this machine only.

    The first line printed is its address with the token of this start; without the token no page opens. Ctrl-C ends it.
    """
    with open_case(case):
        pass  # what is wrong with it is said before the first line is printed
    from sayso.workbench import serve

    try:
        serve(case, port)
    except OSError as error:
        raise click.ClickException(f"port {port} cannot be used ({error.strerror}); name another with --port") from None
