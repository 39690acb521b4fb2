"""`sayso pages`."""

from pathlib import Path
from urllib.parse import quote

import click

from sayso.cli.options import case_situation, downloader_option, lexicon_option, note_copy, open_case


@click.command(name="pages")
@click.argument("case")
@click.option("--out", required=True, metavar="FOLDER", type=click.Path(path_type=Path), help="The folder to make.")
@click.option("--incident", metavar="ID", help="Only this incident, by the first characters of its id, with its reports.")
@click.option("--thread", metavar="ID", help="Only these talks, with their reports.")
@lexicon_option
@downloader_option
def command(case: str, out: Path, incident: str | None, thread: str | None, lexicons: tuple[Path, ...], downloader: str | None) -> None:
    """Write the situation of CASE, an incident or talks, with the reports they rest on, as pages that any browser shows.

    The folder needs no sayso and no network: FOLDER/index.html is the first page. Without --incident or --thread it holds the
    situation with its first incidents, disputes, talks, parties and places, and every report that they rest on.
    """
    from sayso.lexicon import Lexicon
    from sayso.workbench.pages import MOST, PagesError, write_pages

    if incident and thread:
        raise click.UsageError("name one: --incident or --thread")
    with open_case(case, operator=downloader) as casefile:
        address, parents = "/", Lexicon(*lexicons).parents
        if incident or thread:
            situation, _ = case_situation(casefile, None, lexicons)
            ids = [one.id for one in (situation.incidents if incident else situation.threads) if one.id.startswith(incident or thread or "")]
            if len(ids) != 1:
                raise click.ClickException(f"{len(ids) or 'no'} {'incident' if incident else 'talks'} of this situation have an id that starts so")
            address = f"/{'incident' if incident else 'thread'}/{quote(ids[0])}"
        note_copy(casefile, out, downloader)
        try:
            count, more = write_pages(case, out, address, parents)
        except PagesError as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"{out}: {count} pages; open {out / 'index.html'}", err=True)
    if more:
        click.echo(f"There are more than {MOST}: what further pages say is not in the folder, and links to them are plain words.", err=True)
