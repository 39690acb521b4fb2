"""`sayso reread`."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import make_readers, open_case, reader_options

if TYPE_CHECKING:
    from sayso.casefile import Casefile, Difference
    from sayso.reading.languages import Languages

SHOWN = 20


@click.command(name="reread")
@click.argument("case")
@click.argument("report", required=False)
@click.option("--accept", is_flag=True, help="Put the new readings beside the old ones; from then on they count.")
@click.option("--all", "everything", is_flag=True, help=f"Show every difference, not the first {SHOWN} of a report.")
@reader_options
def command(case: str, report: str | None, accept: bool, everything: bool, model: str, lexicons: tuple[Path, ...]) -> None:
    """Read the reports of CASE again that another reader has read, such as an earlier version, and show what would change.

    Nothing is stored without --accept, and then nothing is lost: the old readings stay, and people's corrections hold over the
    new ones. Corrections that would no longer stand are named. Exit status 1 when a report could not be read.
    """
    from sayso.casefile import MissingError, RedactedError
    from sayso.cli.terminal import notice, progress

    reader = make_readers(model, lexicons)
    counts: Counter[str] = Counter()
    with open_case(case) as casefile:
        stale = casefile.stale(reader.version)
        if report:
            whole = casefile.report(report).row.id
            stale = [one for one in stale if one == whole]
        with progress("reading", len(stale)) as tick:
            for one in stale:
                tick()
                try:
                    _again(casefile, reader, one, accept, everything, counts)
                except (MissingError, RedactedError) as error:  # forgotten, or redacted, meanwhile
                    notice(str(error))
                    counts["failed"] += 1
    facts = f"{counts['new']} facts new, {counts['gone']} gone, {counts['changed']} changed"
    click.echo(f"{counts['read']} reports read again, {counts['otherwise']} of them otherwise: {facts}", err=True)
    if counts["read"]:
        asked = "Nothing was stored; --accept puts the new readings beside the old ones."
        click.echo("The new readings count from now on." if accept else asked, err=True)
    sys.exit(1 if counts["failed"] else 0)


def _again(casefile: "Casefile", reader: "Languages", report: str, accept: bool, everything: bool, counts: "Counter[str]") -> None:
    """Read one report again, show what is otherwise, and accept it where that was asked for."""
    from sayso.cli.terminal import notice

    old, as_taken = casefile.reading(report, corrected=False), casefile.as_taken(report)
    if old.reader == reader.version_of(as_taken):
        return  # in another language, and by the plug-in that reads it
    (new,) = reader.try_many([as_taken])
    if isinstance(new, Exception):
        notice(f"{report[:10]}: the reader failed on this report ({type(new).__name__}: {new}); its old reading stays.")
        counts["failed"] += 1
        return
    changes, orphans = casefile.compare(old, new)
    if accept:
        casefile.accept(new)
    counts["read"] += 1
    counts["otherwise"] += bool(changes)
    counts.update(change.kind for change in changes)
    _print(report, changes, everything)
    for orphan in orphans:
        click.echo(f"  the correction {orphan.correction.id} by {orphan.correction.who} would not stand: {orphan.reason}")


def _print(report: str, changes: "list[Difference]", everything: bool) -> None:
    from sayso.view import harmless

    if changes:
        click.echo(f"{report[:10]}")
    for one in changes if everything else changes[:SHOWN]:
        fields = "; ".join(f"{name}: {old} → {new}" for name, old, new in one.fields)
        said = harmless(f"{one.layer} {one.fact} “{' '.join(one.words.split())[:70]}”{': ' if fields else ''}{fields}")
        click.echo(f"  {one.kind:8}{said}")
    if len(changes) > SHOWN and not everything:
        click.echo(f"  and {len(changes) - SHOWN} more (--all)")
