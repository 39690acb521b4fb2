"""`sayso explain`."""

from typing import TYPE_CHECKING

import click

from sayso.cli.options import open_case

if TYPE_CHECKING:
    from sayso.model import Event, Reading


@click.command(name="explain")
@click.argument("case")
@click.argument("report")
@click.argument("fact")
def command(case: str, report: str, fact: str) -> None:
    """Which words and rules made a fact: CASE, the first characters of a report's id, and the fact's id (such as E3).

    For an event also how the judge of events saw it, and which traits of its words moved the judge most.
    """
    from sayso.cli.terminal import output
    from sayso.cli.view_fact import print_fact
    from sayso.model import Event

    with open_case(case) as casefile:
        reading = casefile.reading(casefile.report(report).row.id)
    for layer, one in reading.facts():
        if one.id == fact:
            print_fact(output(), reading, layer, one)
            if isinstance(one, Event):
                _print_why(reading, one)
            return
    raise click.ClickException(f"report {report} has no fact {fact}; `sayso show {case} {report}` lists them")


def _print_why(reading: "Reading", event: "Event") -> None:
    """Read the report's words again and show what the judge saw; a reading made by another version is not what this judge saw."""
    from rich.text import Text

    from sayso.cli.terminal import output
    from sayso.reading.happened import Happened
    from sayso.reading.parse import readable
    from sayso.reading.pipeline import Reader

    reader = Reader()
    console = output()
    if reader.version != reading.reader:
        console.print(Text("  the judge is not asked: another version of sayso, its model or its lexicon made this reading", style="dim"))
        return
    (doc,) = reader.parser.parse([readable(reading.report)])
    found = Happened(reader.lexicon).why(reader.prepared(reading.report, doc, Happened), event.trigger)
    if found is None:
        console.print(Text("  no act stands at its words: another rule made it, or a person moved it", style="dim"))
        return
    verdict, reasons = found
    chances = f"an event {verdict.event:.2f}, a retelling {verdict.retold:.2f}, nothing {verdict.nothing:.2f}"
    console.print(Text(f"  the judge: {chances}"))
    for trait, moved in reasons:
        console.print(Text(f"    {moved:+.2f}  {trait}", style="dim"))
