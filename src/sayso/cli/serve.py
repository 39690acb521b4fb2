"""`sayso serve`."""

import re
from pathlib import Path

import click

from sayso.cli.options import open_case


@click.command(name="serve")
@click.argument("case")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="A port of your choice; by default a free one.")
@click.option("--users", type=click.Path(path_type=Path), metavar="FILE", help="For a team: the people who may use it (see `sayso users`).")
@click.option("--address", metavar="URL", help="For a team: where its proxy is reached, such as https://case.example.org.")
@click.option("--proxy-user", "header", metavar="HEADER", help="For a team: the header in which the proxy says who it is, in place of passwords.")
@click.option("--proxy-secret", "secret", type=click.Path(path_type=Path), metavar="FILE", help="For a team: the secret by which the proxy is known.")
@click.option("--tiles", type=click.Path(path_type=Path), metavar="FILE", help="A PMTiles file of your own: roads and places on the map.")
def command(
    case: str, port: int, users: Path | None, address: str | None, header: str | None, secret: Path | None, tiles: Path | None
) -> None:
    """Open the workbench on CASE, for this machine only.

    The first line printed is its address with the token of this start; without the token no page opens. Ctrl-C ends it.

    With --users it is for a team: it listens on this machine all the same, and a proxy in front of it, which has the
    certificate, is reached by the others at --address. With --proxy-secret the proxy also sends, in the header X-Sayso-Proxy,
    the secret in FILE, which is made where it is missing: it tells the proxy from other programs here, which could else say in
    X-Forwarded-For that they ask from elsewhere, and try more passwords. --proxy-user needs it.
    """
    if (address or header or secret) and users is None:
        raise click.UsageError("--address, --proxy-user and --proxy-secret are for a team: name its people with --users FILE")
    if header and secret is None:
        raise click.UsageError("--proxy-user needs --proxy-secret: without a secret, every program on this machine could be the proxy")
    if address and not re.fullmatch(r"https?://[\w.-]+(?::\d+)?/?", address):
        raise click.UsageError(f"--address {address}: write it as https://case.example.org, without a path")
    with open_case(case):
        pass  # what is wrong with it is said before the first line is printed
    from sayso.workbench import serve
    from sayso.workbench.people import PeopleError
    from sayso.workbench.proxy import Proxy, secret_in
    from sayso.workbench.tiles import TilesError

    try:
        serve(case, port, users, address, Proxy(secret_in(secret), header) if secret else None, tiles)
    except (PeopleError, TilesError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"port {port} cannot be used ({error.strerror}); name another with --port") from None
