"""`sayso corrections`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import note_copy, open_case

if TYPE_CHECKING:
    from sayso.casefile import Casefile


@click.command(name="corrections")
@click.argument("case")
@click.argument("report", required=False)
@click.option("--orphaned", is_flag=True, help="Only those that no longer stand, with the reason.")
@click.option("--export", "out", metavar="PATH", type=click.Path(path_type=Path), help="Write them to a file ending in .csv or .json.")
@click.option("--table", metavar="PATH", type=click.Path(path_type=Path, exists=True), help="Take in an edited csv or xlsx export.")
@click.option("--import", "source", metavar="PATH", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Take in such a file.")
def command(case: str, report: str | None, orphaned: bool, out: Path | None, source: Path | None, table: Path | None) -> None:
    """List the corrections made in CASE, or to one REPORT of it: who, when, what, why; undone and orphaned ones are marked.

    --import takes in what a colleague exported. Each correction is kept with its author and time. One that goes against
    somebody's here is named and not taken in, and the exit status is 1. --table does the same with the cells that were changed in a
    folder or workbook of `sayso export`; rows that are gone say nothing.
    """
    from sayso.casefile import CasefileError, in_words
    from sayso.casefile.corrected import undone
    from sayso.casefile.exchange import kind_of, read_corrections, write_corrections
    from sayso.cli.terminal import notice
    from sayso.view import harmless

    with open_case(case) as casefile:
        if table:
            sys.exit(_take_table(casefile, table))
        if source:
            taken, known, refused = 0, 0, 0
            try:
                rows = read_corrections(source)
            except ValueError as error:
                raise click.ClickException(str(error)) from None
            for correction in rows:
                try:
                    new = casefile.correct(correction)
                except CasefileError as error:
                    notice(f"{correction.id}: {error}")
                    refused += 1
                else:
                    taken, known = taken + new, known + (not new)
            click.echo(f"{taken} taken in, {known} known already, {refused} refused", err=True)
            sys.exit(1 if refused else 0)
        made = casefile.corrections(casefile.report(report).row.id if report else None)
        if out:
            try:
                kind_of(out)
                note_copy(casefile, out)
                write_corrections(made, out)
            except ValueError as error:
                raise click.UsageError(str(error)) from None
            click.echo(f"{out}: {len(made)} corrections", err=True)
            return
        reasons = {one.correction.id: one.reason for one in casefile.orphans()}
    gone = undone(made)
    for one in made:
        if orphaned and one.id not in reasons:
            continue
        state = " [undone]" if one.id in gone else " [orphaned]" if one.id in reasons else f" [coding {one.coding}]" if one.coding else ""
        why = f"  why: {one.why}" if one.why else ""
        click.echo(harmless(f"{one.id}  {one.when[:16]}  {one.who}  {one.report[:10]} {one.fact or one.layer}: {in_words(one)}{state}{why}"))
        if one.id in reasons:
            click.echo(harmless(f"              {reasons[one.id]}"))


def _take_table(casefile: "Casefile", table: Path) -> int:
    """Every changed cell of an edited export as this person's decision. Gives the exit status."""
    from functools import cache

    from sayso.casefile import CasefileError
    from sayso.cli.terminal import notice
    from sayso.export.back import TableError, decisions

    taken = refused = 0
    try:
        found = list(decisions(table, cache(casefile.reading)))
    except TableError as error:
        raise click.ClickException(f"{error} Nothing was taken in.") from None
    for decision in found:
        try:
            casefile.decide(decision)
            taken += 1
        except CasefileError as error:
            notice(f"{decision.fact} of {decision.report[:10]}: {error}")
            refused += 1
    click.echo(f"{taken} facts corrected, {refused} refused", err=True)
    return 1 if refused else 0
