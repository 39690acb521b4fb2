"""`sayso bench`."""

import json
from pathlib import Path

import click

from sayso.cli.options import make_reader, reader_options


@click.command(name="bench")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="Rounds, each in turn; the best counts.")
@click.option("--limit", type=click.IntRange(1), help="At most so many reports.")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
@reader_options
def command(paths: tuple[str, ...], rounds: int, limit: int | None, as_json: bool, model: str, lexicons: tuple[Path, ...]) -> None:
    """Time the whole reading beside the bare language pipeline on the reports in PATH, in one process and one run."""
    from itertools import islice

    from sayso.evaluate.speed import measure
    from sayso.intake import Taken, take

    reports = [one.report for one in islice((x for x in take(list(paths)) if isinstance(x, Taken)), limit)]
    if not reports:
        raise click.ClickException("there is no report to read in " + ", ".join(paths))
    speed = measure(make_reader(model, lexicons), reports, rounds)
    if as_json:
        figures = {"reports": speed.reports, "characters": speed.characters, "tokens": speed.tokens, "bare_seconds": speed.bare_seconds}
        figures |= {"reading_seconds": speed.reading_seconds, "ratio": speed.ratio, "peak_mib": speed.peak_mib}
        click.echo(json.dumps(figures | {"by_question": speed.by_question}))
        return
    click.echo(f"{speed.reports} reports, {speed.characters:,} characters, {speed.tokens:,} tokens; best of {rounds} rounds")
    click.echo(f"bare pipeline   {speed.bare_seconds:7.2f} s  {speed.tokens / speed.bare_seconds:8,.0f} tokens/s")
    rate = f"{speed.reading_seconds:7.2f} s  {speed.tokens / speed.reading_seconds:8,.0f} tokens/s"
    click.echo(f"whole reading   {rate}   {speed.ratio:.2f}x the bare pipeline")
    for name, share in sorted(speed.by_question.items(), key=lambda x: -x[1]):
        click.echo(f"  {name:14}{share:7.1%} of the bare pipeline's time")
    click.echo(f"peak memory     {speed.peak_mib:7.0f} MiB")
