"""`sayso bench`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import make_reader, reader_options

if TYPE_CHECKING:
    from sayso.evaluate.speed import Speed


@click.command(name="bench")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--merging", "sizes", multiple=True, type=click.IntRange(100), metavar="N", help="Time merging on a made-up case of N readings.")
@click.option("--whole", is_flag=True, help="Also time storing, searching and a workbench's pages on these reports.")
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="Rounds, each in turn; the best counts.")
@click.option("--limit", type=click.IntRange(1), help="At most so many reports.")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
@reader_options
def command(
    paths: tuple[str, ...], sizes: tuple[int, ...], whole: bool, rounds: int, limit: int | None, as_json: bool,
    model: str, lexicons: tuple[Path, ...],
) -> None:  # fmt: skip
    """Time the whole reading beside the bare language pipeline, textacy and the gate on the reports in PATH, in one process and one run.

    With --merging measure merging instead, in seconds of the processor: a case from nothing, one report more, the whole situation, the
    memory, and the index of texts that finds copies.
    """
    if sizes:
        _merging(sizes, as_json)
        return
    if not paths:
        raise click.UsageError("name the reports to read, or a size for --merging")
    from itertools import islice

    from sayso.cli.bench_case import of_case
    from sayso.evaluate.speed import measure
    from sayso.intake import Taken, take

    taken = list(islice((x for x in take(list(paths)) if isinstance(x, Taken)), limit))
    if not taken:
        raise click.ClickException("there is no report to read in " + ", ".join(paths))
    speed, readings = measure(make_reader(model, lexicons), [one.report for one in taken], rounds)
    case = of_case(taken, readings) if whole else {}
    if as_json:
        click.echo(json.dumps(asdict(speed) | {"ratio": speed.ratio, "milliseconds": case}))
        return
    click.echo(_table(speed, case, rounds))


def _table(speed: "Speed", case: dict[str, float], rounds: int) -> str:
    """The figures as a table for a document."""
    lines = [f"{speed.reports} reports, {speed.characters:,} characters, {speed.tokens:,} tokens; best of {rounds} rounds, each in turn", ""]
    lines += ["| | seconds of the processor | tokens a second | beside bare |", "|---|---|---|---|"]
    rows = [("bare pipeline", speed.bare_seconds), ("textacy's quotations", speed.textacy_seconds), ("whole reading", speed.reading_seconds)]
    rows += [(f"gate ({speed.passed_over} reports passed over)", speed.gate_seconds), ("merging, once", speed.merging_seconds)]
    for name, seconds in rows:
        if seconds is not None:
            lines.append(f"| {name} | {seconds:.2f} | {speed.tokens / seconds:,.0f} | {seconds / speed.bare_seconds:.3g}x |")
    lines += ["", "| of the bare pipeline's time | |", "|---|---|"]
    lines += [f"| {name} | {share:.1%} |" for name, share in sorted(speed.by_question.items(), key=lambda x: -x[1])]
    if case:
        lines += ["", "| with a casefile of these reports | milliseconds |", "|---|---|"]
        lines += [f"| {name} | {took:.1f} |" for name, took in case.items()]
    return "\n".join([*lines, "", f"Peak memory {speed.peak_mib:,.0f} MiB."])


def _merging(sizes: tuple[int, ...], as_json: bool) -> None:
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
