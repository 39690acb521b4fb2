"""`sayso pages`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from sayso.cli.options import case_situation, downloader_option, lexicon_option, note_copy, open_case

if TYPE_CHECKING:
    from sayso.casefile import Casefile
    from sayso.model.situation import Incident, Ref, Thread


@click.command(name="pages")
@click.argument("case")
@click.option("--out", required=True, metavar="FOLDER", type=click.Path(path_type=Path), help="The folder to make.")
@click.option("--incident", metavar="ID", help="Only this incident, by the first characters of its id, with its reports.")
@click.option("--thread", metavar="ID", help="Only these talks, with their reports.")
@click.option("--pseudonyms", is_flag=True, help="Call private persons Person 1, Person 2, ... everywhere, the texts included.")
@lexicon_option
@downloader_option
def command(
    case: str, out: Path, incident: str | None, thread: str | None, pseudonyms: bool, lexicons: tuple[Path, ...], downloader: str | None
) -> None:  # fmt: skip
    """Write the situation of CASE, an incident or talks, with the reports they rest on, as pages that any browser shows.

    The folder needs no sayso and no network: FOLDER/index.html is the first page. Without --incident or --thread it holds the
    situation with its first incidents, disputes, talks, parties and places, and every report that they rest on. All of it is of
    one moment, whatever is added or corrected meanwhile.
    """
    from sayso.lexicon import Lexicon
    from sayso.workbench.copied import copied
    from sayso.workbench.pages import MOST, PagesError, write_pages

    if incident and thread:
        raise click.UsageError("name one: --incident or --thread")
    kind, asked = ("incident", incident) if incident else ("thread", thread or "")
    with open_case(case, operator=downloader) as casefile:
        told = _told(casefile, kind, asked, lexicons) if asked else ()
        note_copy(casefile, out, downloader)
        with copied(casefile, pseudonyms=pseudonyms) as copy:
            address = "/"
            if asked:
                with open_case(copy.path) as there:
                    address = _address(there, kind, [copy.ref(one.report, one.fact) for one in told], lexicons)
            try:
                count, more = write_pages(copy.path, out, address, Lexicon(*lexicons).parents)
            except PagesError as error:
                raise click.ClickException(str(error)) from None
    click.echo(f"{out}: {count} pages; open {out / 'index.html'}", err=True)
    if more:
        click.echo(f"There are more than {MOST}: what further pages say is not in the folder, and links to them are plain words.", err=True)


def _told(casefile: "Casefile", kind: str, asked: str, lexicons: tuple[Path, ...]) -> "list[Ref]":
    """The events of the one incident, or the moves of the one thread, whose id begins as `asked`."""
    situation, _ = case_situation(casefile, None, lexicons)
    all_of_them: Sequence[Incident | Thread] = situation.incidents if kind == "incident" else situation.threads
    found = [one for one in all_of_them if one.id.startswith(asked)]
    if len(found) != 1:
        what = f"{len(found) or 'no'} {'incident' if kind == 'incident' else 'talks'}"
        raise click.ClickException(f"{what} of this situation have an id that starts so")
    return list(_rests_on(found[0]))


def _rests_on(one: "Incident | Thread") -> "Iterator[Ref]":
    from sayso.model.situation import Incident, Ref

    if isinstance(one, Incident):
        yield from (Ref(report=claim.report, fact=claim.fact) for claim in one.claims)
    else:
        yield from (Ref(report=move.report, fact=move.move) for move in one.moves)


def _address(copy: "Casefile", kind: str, told: "list[Ref]", lexicons: tuple[Path, ...]) -> str:
    """The page of the incident or the talks in a copy of the casefile that tell most of the same: their ids come from their reports'."""
    situation, _ = case_situation(copy, None, lexicons)
    same = set(told)
    all_of_them: Sequence[Incident | Thread] = situation.incidents if kind == "incident" else situation.threads
    best = max(all_of_them, key=lambda one: len(same.intersection(_rests_on(one))))
    return f"/{kind}/{quote(best.id)}"
