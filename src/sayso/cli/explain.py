"""`sayso explain`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import make_reader, open_case, reader_options

if TYPE_CHECKING:
    from sayso.model import Event, Reading, Report
    from sayso.reading.pipeline import Reader


@click.command(name="explain")
@click.argument("where", nargs=-1, required=True, metavar="CASE REPORT|FILE")
@click.argument("fact")
@reader_options
def command(where: tuple[str, ...], fact: str, model: str, lexicons: tuple[Path, ...]) -> None:
    """Which words and rules made a fact (such as E3) of a report: one in a casefile, by the first characters of its id, or a file that is read now.

    For an event also how the judge of events saw it, and which traits of its words moved the judge most,
    and of a verb that no row of the lexicon fits those that moved the finder.
    """
    from sayso.cli.terminal import output
    from sayso.cli.view_fact import print_fact
    from sayso.model import Event

    if len(where) > 2:
        raise click.UsageError("name a casefile and a report in it, or a file, and then a fact: sayso explain case.sayso 88396e E3")
    reading = _stored(*where) if len(where) == 2 else make_reader(model, lexicons).read(_only_report(where[0]))
    for layer, one in reading.facts():
        if one.id == fact:
            print_fact(output(), reading, layer, one)
            if isinstance(one, Event):
                _print_why(make_reader(model, lexicons), reading, one)
            return
    lists = f"sayso show {where[0]} {where[1]}" if len(where) == 2 else f"sayso read {where[0]}"
    raise click.ClickException(f"report {where[-1]} has no fact {fact}; `{lists}` lists them")


def _stored(case: str, report: str) -> "Reading":
    with open_case(case) as casefile:
        return casefile.reading(casefile.report(report).row.id)


def _only_report(path: str) -> "Report":
    from itertools import islice

    from sayso.intake import Refused, take

    found = list(islice(take([path]), 2))
    if len(found) != 1:
        number = "several reports" if found else "no report"
        raise click.ClickException(f"{path} holds {number}: `sayso read {path} --into CASE` stores what there is")
    (one,) = found
    if isinstance(one, Refused):
        raise click.ClickException(f"{one.source}: {one.reason}")
    return one.report


def _print_why(reader: "Reader", reading: "Reading", event: "Event") -> None:
    """Read the report's words again and show what the judge saw; a reading made by another version is not what this judge saw."""
    from rich.text import Text

    from sayso.cli.terminal import output
    from sayso.reading.happened import Happened
    from sayso.reading.parse import readable

    console = output()
    if reader.version != reading.reader:
        console.print(Text("  the judge is not asked: another version of sayso, its model or its lexicon made this reading", style="dim"))
        return
    (doc,) = reader.parser.parse([readable(reading.report)])
    found = Happened(reader.lexicon).why(reader.prepared(reading.report, doc, Happened), event.trigger)
    if found is None:
        console.print(Text("  no act stands at its words: another rule made it, or a person moved it", style="dim"))
        return
    if found.learnt:
        console.print(Text(f"  no row of the lexicon fits the verb; by the finder it tells {found.type} ({found.chance:.2f}). For and against:"))
    for trait, moved in found.learnt:
        console.print(Text(f"    {moved:+.2f}  {trait}", style="dim"))
    verdict = found.verdict
    chances = f"an event {verdict.event:.2f}, a retelling {verdict.retold:.2f}, nothing {verdict.nothing:.2f}"
    console.print(Text(f"  the judge: {chances}"))
    for trait, moved in found.reasons:
        console.print(Text(f"    {moved:+.2f}  {trait}", style="dim"))
