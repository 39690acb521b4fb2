"""`sayso read`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.batches import read_each, reads_by
from sayso.cli.gate import gated
from sayso.cli.options import min_confidence_option, open_case, reader_options
from sayso.cli.store import read_into, worth_making

if TYPE_CHECKING:
    from sayso.intake import Refused, Taken
    from sayso.scale.workers import Reads

@click.command(name="read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="One Reading a line (JSON Lines) on standard output.")
@click.option("--into", "case", metavar="CASE", help="Store the readings in this casefile; it is made if missing.")
@click.option("--published", metavar="DATE", help="When the report was published: 2019-01-28.")
@click.option("--outlet", metavar="NAME", help='Who published it: "Kurdistan 24".')
@click.option("--url", metavar="URL", help="Where it was published.")
@click.option("--title", metavar="TEXT", help="Its title, where the text does not carry it.")
@click.option("--any-language", is_flag=True, help="Read reports that do not seem to be in English, too.")
@click.option("--replace-undecodable", is_flag=True, help="Read files that are not valid text, with U+FFFD for what cannot be decoded.")
@click.option("--max-bytes", type=click.IntRange(min=1), default=5_000_000, show_default=True, help="Refuse a report larger than this.")
@click.option("--columns", multiple=True, metavar="FIELD=NAME", help="For tables: the column of text, title, outlet, byline, url or published.")
@click.option("--follow", is_flag=True, help="For feeds: get and read the pages that their entries link to.")
@click.option("--time-limit", type=click.FloatRange(min=0), default=300.0, show_default=True, help="Seconds that one report may take; 0: no limit.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Read in so many processes, about 500 MB each.")
@click.option(
    "--gate", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Pass over reports that are not about armed conflict, and put them with the reason behind what FILE (JSON Lines) holds.",
)
@min_confidence_option
@reader_options
def command(
    paths: tuple[str, ...], as_json: bool, case: str | None, published: str | None, outlet: str | None, url: str | None, title: str | None,
    any_language: bool, replace_undecodable: bool, max_bytes: int,
    columns: tuple[str, ...], follow: bool, time_limit: float, workers: int, gate: Path | None,
    min_confidence: float, model: str, lexicons: tuple[Path, ...],
) -> None:  # fmt: skip
    """Read reports: files, folders, addresses (https://...) or - for standard input. `sayso formats` lists what is read.

    Without --json or --into, what each report says is shown for people and nothing is stored. A report that cannot be read
    is named on standard error with the reason, the others are read, and the exit status is 1.
    """
    from sayso.intake import Known, Limits, take
    from sayso.intake.web import Fetcher

    if as_json and case:
        raise click.UsageError("--json prints and --into stores; give one of the two")
    if case and min_confidence:
        raise click.UsageError("a casefile keeps every fact: give --min-confidence to show, situation, timeline or export, which read it")
    try:
        known = Known(published=published, outlet=outlet, url=url, title=title)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    from sayso.reading.languages import other_languages

    limits = Limits(
        max_bytes=max_bytes, any_language=any_language, languages=other_languages() | {"en"}, replace_undecodable=replace_undecodable,
        columns=_mapping(columns), follow=follow,
    )  # fmt: skip
    if gate and any(Path(one).resolve() == gate.resolve() for one in paths):
        raise click.UsageError(f"{gate} is where --gate puts what it passes over, so the same run cannot read it: name another file")
    own = [Path(case + end) for end in ("", "-wal", "-shm")] if case else []
    own += [gate] if gate else []
    taken = take(list(paths), known, limits, stdin=sys.stdin.buffer, without=own, fetch=Fetcher(limits.max_file))
    if "-" not in paths:  # what is written to standard input may take its time
        taken = _in_time(taken, time_limit)
    if case:
        taken = worth_making(case, taken)  # before the seconds that the language pipeline takes to load
    with reads_by(workers, model, lexicons, time_limit) as reads, gated(taken, gate) as taken:
        if case:
            with open_case(case, create=True) as casefile:
                status = read_into(casefile, reads, taken)
        else:
            status = _print(reads, taken, as_json, min_confidence)
    sys.exit(status)


def _in_time(taken: "Iterator[Taken | Refused]", seconds: float | None) -> "Iterator[Taken | Refused]":
    """The same inputs; one that takes too long to be taken apart is refused like any other that fails."""
    from sayso.intake import Refused
    from sayso.intake.terms import TimeUpError
    from sayso.scale.limit import time_limit

    while True:
        one = None
        try:
            with time_limit(seconds, "; --time-limit gives it more"):
                one = next(taken, None)
        except TimeUpError as error:  # between two pieces, or just when one was done
            one = one or Refused("the inputs", f"{error}. What comes after is not read; run it again.")
        if one is None:
            return
        yield one


def _mapping(columns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """--columns as pairs of a field and a column's name; a usage error for what is none."""
    from sayso.intake.table import COLUMNS

    pairs = []
    for one in columns:
        field, sign, name = one.partition("=")
        if not sign or not name or field not in COLUMNS:
            raise click.UsageError(f"--columns {one}: write FIELD=NAME, where FIELD is one of {', '.join(COLUMNS)}")
        pairs.append((field, name))
    return tuple(pairs)


def _print(reads: "Reads", taken: "Iterator[Taken | Refused]", as_json: bool, least: float) -> int:
    from sayso.cli.terminal import notice, output, progress
    from sayso.model import Reading, at_least

    failed = 0
    with progress("reading") as tick:
        for one, reading in read_each(reads, taken):
            tick()
            if not isinstance(reading, Reading):
                failed += 1
                if reading is not None:
                    notice(f"{one.source}: {reading.reason}; the others are read. Please report it.")
            elif as_json:
                sys.stdout.write(at_least(reading, least).to_json() + "\n")
            else:
                from sayso.cli.view_reading import print_reading

                print_reading(output(), at_least(reading, least), source=one)
    return 1 if failed else 0
