"""`sayso search`."""

import json
from datetime import datetime
from typing import TYPE_CHECKING

import click

from sayso.cli.options import DAY, open_case

if TYPE_CHECKING:
    from sayso.casefile import Hit


@click.command(name="search")
@click.argument("case")
@click.argument("query", nargs=-1)
@click.option("--without", multiple=True, metavar="WORDS", help="Leave reports with this word or phrase out.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="Reports that name this party, by any name it goes by there.")
@click.option("--place", "places", multiple=True, metavar="NAME", help="Reports that name this place; a country also by its code: SY.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Reports with such an event or move: ASSAULT, assault/aerial, demand.")
@click.option("--since", type=DAY, metavar="DATE", help="Published on this day or later.")
@click.option("--until", type=DAY, metavar="DATE", help="Published on this day or earlier.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="At most so many reports.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave out the first ones.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(
    case: str, query: tuple[str, ...], without: tuple[str, ...], parties: tuple[str, ...], places: tuple[str, ...], types: tuple[str, ...],
    since: datetime | None, until: datetime | None, limit: int, offset: int, as_json: bool,
) -> None:  # fmt: skip
    """Find reports of CASE by their words and by what was read in them, the best first.

    QUERY: words that must all be there, in any form (besieged, besieging); '"safe passage"' for a phrase; one OR other.
    Filters must all hold; given alone, they list the newest first.
    """
    from sayso.casefile import Query

    days = [day.date().isoformat() if day else None for day in (since, until)]
    with open_case(case) as casefile:
        words = [*query, *('-"' + one.replace('"', " ") + '"' for one in without)]
        asked = Query(" ".join(words), parties, places, types, since=days[0], until=days[1])
        found = casefile.search(asked, limit, offset)
    for hit in found.hits:
        if as_json:
            snippet = "".join(f"[{piece.text}]" if piece.found else piece.text for piece in hit.snippet)
            line = {"report": hit.report, "title": hit.title, "outlet": hit.outlet, "published": hit.published, "snippet": snippet}
            click.echo(json.dumps(line, ensure_ascii=False))
        else:
            _print(hit)
    if not found.hits:
        click.echo("No report matches.", err=True)
    elif found.more:
        click.echo(f"There are more: --offset {offset + limit} shows the next.", err=True)


def _print(hit: "Hit") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from sayso.cli.terminal import output
    from sayso.view import harmless

    console = output()
    head = Text(f"{hit.report[:10]}  {(hit.published or 'undated')[:10]}  ", style="dim")
    console.print(head + Text(harmless(hit.title), style="bold") + Text(f"  {harmless(hit.outlet)}" if hit.outlet else "", style="dim"))
    line = Text()
    for piece in hit.snippet:
        before, after = (" " if blank else "" for blank in (piece.text[:1].isspace(), piece.text[-1:].isspace()))
        line.append(before + harmless(piece.text) + after, style="bold yellow" if piece.found else "")
    console.print(Padding(line, (0, 0, 0, 12)))
