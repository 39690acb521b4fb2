"""`sayso show`."""

import click

from sayso.cli.options import open_case


@click.command(name="show")
@click.argument("case")
@click.argument("report", required=False)
def command(case: str, report: str | None) -> None:
    """Show what a report says, by the first characters of its id; without one, list the reports of CASE."""
    from sayso.cli.terminal import output
    from sayso.cli.view_reading import print_reading

    with open_case(case) as casefile:
        if report is None:
            from sayso.cli.view_case import print_reports

            print_reports(output(), list(casefile.readings()))
            return
        print_reading(output(), casefile.reading(casefile.report(report).row.id))
