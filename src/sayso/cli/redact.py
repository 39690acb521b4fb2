"""`sayso redact`."""

import json
import sys
from typing import TYPE_CHECKING

import click

from sayso.cli.options import open_case

if TYPE_CHECKING:
    from sayso.casefile import Casefile, Redacted


@click.command(name="redact")
@click.argument("case")
@click.argument("words", nargs=-1)
@click.option("--report", metavar="ID", help="Only in this report, by the first characters of its id.")
@click.option("--why", metavar="TEXT", help="The reason, kept in the log; without the redacted words in it.")
@click.option("--yes", is_flag=True, help="Do not ask: it cannot be undone.")
@click.option("--scrub", is_flag=True, help="Only overwrite again what may be left in the file's free room.")
def command(case: str, words: tuple[str, ...], report: str | None, why: str | None, yes: bool, scrub: bool) -> None:
    """Block WORDS (a name, a passage; each in quotes) out of CASE for good: originals, texts, facts, search, log and free pages.

    The original of a report that is no plain text is removed as a whole. Every span stays where it is; `sayso verify` goes on
    to hold and names the report as redacted; the same bytes are not read in again. Exit status 1 when copies may be left.
    """
    if not scrub and not words:
        raise click.UsageError("name the words that are to be redacted, or --scrub")
    if not scrub and not yes:
        click.confirm("What is redacted cannot be brought back. Go on?", abort=True, err=True)
    with open_case(case) as casefile:
        if scrub:
            left = casefile.scrub()
            click.echo(left or f"{case}: free room was overwritten", err=bool(left))
            sys.exit(1 if left else 0)
        whole = whole_id(casefile, report) if report is not None else None
        done, left = casefile.redact(words, whole, why=why)
    click.echo(f"redacted in {len(done.reports)} report{'s' if len(done.reports) != 1 else ''}")
    sys.exit(tell(done, left))


def whole_id(casefile: "Casefile", prefix: str) -> str:
    """The id of the report, read or in quarantine, whose id starts so. Raises CasefileError where there is none, or more than one."""
    from sayso.casefile import CasefileError, MissingError

    found = [one.id for one in casefile.quarantine() if prefix and one.id.startswith(prefix.lower())]
    try:
        found.append(casefile.report(prefix).row.id)
    except MissingError:
        if not found:
            raise
    if len(found) > 1:
        some = ", ".join(one[:12] for one in sorted(found))
        raise CasefileError(f"More than one report's id, those in quarantine included, starts with {prefix}: {some}. Give more of it.")
    return found[0]


def tell(done: "Redacted", left: str | None) -> int:
    """What a redaction left behind, for people; the exit status."""
    from sayso.cli.terminal import notice

    for one in done.dropped:
        click.echo(f"{one[:10]}: the original was removed as a whole")
    if done.also_called:
        click.echo("the same parties are also called: " + "; ".join(done.also_called) + ". Redact these as well where they tell who it is.")
    for entry in done.copies:
        made = json.loads(entry.detail)
        notice(f"an earlier {entry.action} may still hold it: {made['where']} ({made['readings']} readings, {entry.at[:10]}, by {entry.operator})")
    if left:
        notice(left)
    return 1 if done.copies or left else 0
