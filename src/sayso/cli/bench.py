"""`sayso bench`."""

import json
from pathlib import Path

import click

from sayso.cli.options import make_reader, reader_options


@click.command(name="bench")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--merging", "sizes", multiple=True, type=click.IntRange(100), metavar="N", help="Time merging on a made-up case of N readings.")
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="Rounds, each in turn; the best counts.")
@click.option("--limit", type=click.IntRange(1), help="At most so many reports.")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
@reader_options
def command(
    paths: tuple[str, ...], sizes: tuple[int, ...], rounds: int, limit: int | None, as_json: bool, model: str, lexicons: tuple[Path, ...]
) -> None:
    """Time the whole reading beside the bare language pipeline on the reports in PATH, in one process and one run.

    With --merging measure merging instead, in seconds of the processor: a case from nothing, one report more, the whole situation, the
    memory, and the index of texts that finds copies.
    """
    if sizes:
        _merging(sizes, as_json)
        return
    if not paths:
        raise click.UsageError("name the reports to read, or a size for --merging")
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


def _merging(sizes: tuple[int, ...], as_json: bool) -> None:
    from dataclasses import asdict

    from sayso.evaluate.merging import measure

    for size in sizes:
        found = measure(size)
        if as_json:
            click.echo(json.dumps(asdict(found)))
            continue
        click.echo(f"{found.readings:,} readings")
        click.echo(f"  from nothing  {found.built:8.1f} s, {found.built / size * 1000:.2f} ms a reading")
        click.echo(f"  one more      {found.middle * 1000:8.1f} ms in the middle of fifty, at worst {found.worst * 1000:.1f} ms")
        click.echo(f"  the situation {found.situation:8.1f} s")
        click.echo(f"  memory        {found.built_mib:8,.0f} MiB built, {found.peak_mib:,.0f} MiB with the situation")
        click.echo(f"  index alone   {size / found.indexed:8,.0f} reports a second")
