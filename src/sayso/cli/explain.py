"""`sayso explain`."""

import click

from sayso.cli.options import open_case


@click.command(name="explain")
@click.argument("case")
@click.argument("report")
@click.argument("fact")
def command(case: str, report: str, fact: str) -> None:
    """Which words and rules made a fact: CASE, the first characters of a report's id, and the fact's id (such as E3)."""
    from sayso.cli.terminal import output
    from sayso.cli.view_fact import print_fact

    with open_case(case) as casefile:
        reading = casefile.reading(casefile.report(report).row.id)
    for layer, one in reading.facts():
        if one.id == fact:
            print_fact(output(), reading, layer, one)
            return
    raise click.ClickException(f"report {report} has no fact {fact}; `sayso show {case} {report}` lists them")
