"""`sayso retry`."""

import sys
from pathlib import Path

import click

from sayso.cli.options import make_readers, open_case, reader_options


@click.command(name="retry")
@click.argument("case")
@click.argument("report", required=False)
@click.option("--list", "only_list", is_flag=True, help="Show what is in quarantine and why; read nothing.")
@click.option("--time-limit", type=click.FloatRange(min=0), default=1800.0, show_default=True, help="Seconds that one report may take; 0: no limit.")
@reader_options
def command(case: str, report: str | None, only_list: bool, time_limit: float, model: str, lexicons: tuple[Path, ...]) -> None:
    """Read the reports in the quarantine of CASE again, or one by the first characters of its id.

    A report on which the reader failed, or that took longer than its time limit, is kept there with the reason. One that can
    be read now is stored as any other; `sayso forget` takes one out for good. Exit status 1 when some stay.
    """
    from sayso.casefile import MissingError, RedactedError
    from sayso.cli.terminal import notice
    from sayso.scale.workers import Fault, Here
    from sayso.view import harmless

    with open_case(case) as casefile:
        waiting = [one for one in casefile.quarantine() if one.id.startswith((report or "").lower())]
        if report and not waiting:
            raise click.ClickException(f"no report in quarantine has an id that starts with {report}")
        if only_list:
            for one in waiting:
                click.echo(harmless(f"{one.id[:10]}  {one.at[:10]}  {one.source}: {one.reason}"))
        if only_list or not waiting:
            click.echo(f"{len(waiting)} in quarantine", err=True)
            return
        reads = Here(make_readers(model, lexicons), time_limit)
        read = left = 0
        for one in waiting:
            try:
                taken = casefile.set_aside_as(one.id)
                ((outcome,),) = reads.read([[taken.report]])
                if isinstance(outcome, Fault):
                    left += 1
                    notice(f"{one.id[:10]}  {one.source}: {outcome.reason}; it stays in quarantine.")
                else:
                    casefile.add(taken, outcome)
                    read += 1
                    notice(f"{one.id[:10]}  {one.source}: read and stored")
            except (MissingError, RedactedError) as error:  # somebody read it, or took it out, meanwhile
                notice(str(error))
    click.echo(f"{read} read, {left} in quarantine still", err=True)
    sys.exit(1 if left else 0)
