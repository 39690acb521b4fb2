"""`sayso scale`."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from sayso.cli.options import DAY, lexicon_option, reader_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.scale.shards import Done, Way

_FOLDER = click.Path(file_okay=False, path_type=Path)


def _plain(number: float) -> str:
    """Three digits that count, without powers of ten: 4,420; 14.7; 0.28."""
    return f"{float(f'{number:.3g}'):,.0f}" if number >= 100 else f"{number:.3g}"


@click.group(name="scale")
def command() -> None:
    """Read an archive of many files into a folder of readings, on one machine or many, and merge what is there."""


@command.command(name="read")
@click.argument("paths", nargs=-1, required=True, metavar="IN...")
@click.option("--out", required=True, type=_FOLDER, metavar="OUT", help="The folder of readings; what is there is not read again.")
@click.option("--actors", type=click.IntRange(1), metavar="N", help="Read by so many Ray actors, about 500 MB each (extra: ray).")
@click.option("--cluster", metavar="ADDRESS", help="The Ray cluster to read on; with --actors alone Ray starts on this machine.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Read in so many processes, about 500 MB each.")
@click.option("--format", "kind", type=click.Choice(["jsonl", "parquet"]), default="jsonl", show_default=True, help="How readings are written.")
@click.option("--gate", is_flag=True, help="Pass over reports that are not about armed conflict; OUT/passed-over keeps them.")
@reader_options
def read(
    paths: tuple[str, ...], out: Path, actors: int | None, cluster: str | None, workers: int, kind: Literal["jsonl", "parquet"], gate: bool,
    model: str, lexicons: tuple[Path, ...],
) -> None:  # fmt: skip
    """Read the files in IN, each a shard of reports as JSON Lines (or any format of `sayso formats`), into OUT.

    OUT/readings has a file of readings (JSON Lines) for each shard, named by the hash of its bytes and of the reader; OUT/quarantine what
    could not be read, with the reason; OUT/passed-over what --gate passed over, to be read like any other reports. Started again, it
    goes on where it was. Without --workers and --actors it reads in this process.
    """
    from sayso.intake import Limits
    from sayso.intake.conflict import passes_over
    from sayso.reading.languages import other_languages, plug_ins
    from sayso.scale.shards import Way, shards_in

    if workers > 1 and (actors or cluster):
        raise click.UsageError("--workers reads by processes and --actors or --cluster by Ray; give one of the two")
    try:
        shards = shards_in(paths)
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from None
    if not shards:
        raise click.ClickException("there is no file in " + ", ".join(paths))
    quarantined = 0
    limits = Limits(languages=other_languages() | {"en"})
    way = Way(limits=limits, plug_ins=plug_ins(), kind=kind, passes_over=passes_over if gate else None)
    for one in _read(shards, out, actors, cluster, workers, model, lexicons, way):
        quarantined += one.quarantined
        was = "known already" if one.known else "read"
        passed = f", {one.passed_over} passed over" if one.passed_over else ""
        readings = "1 reading" if one.readings == 1 else f"{one.readings} readings"
        click.echo(f"{one.shard}: {readings}, {one.quarantined} in quarantine{passed} ({was})", err=True)
    if quarantined:
        click.echo(f"{quarantined} reports could not be read; {out / 'quarantine'} says why", err=True)
    sys.exit(1 if quarantined else 0)


def _read(
    shards: list[Path], out: Path, actors: int | None, cluster: str | None, workers: int, model: str, lexicons: tuple[Path, ...], way: "Way"
) -> "Iterator[Done]":
    if actors is None and cluster is None:
        from sayso.cli.batches import reads_by
        from sayso.scale.shards import read_shard

        with reads_by(workers, model, lexicons) as reads:
            for shard in shards:
                yield read_shard(shard, out, reads, way)
        return
    from sayso.scale.cluster import read_on_cluster

    try:
        yield from read_on_cluster(shards, out, model, lexicons, cluster, actors or len(shards), way)
    except LookupError as error:
        raise click.ClickException(str(error)) from None


@command.command(name="situate")
@click.argument("out", type=_FOLDER)
@click.option("--as-of", type=DAY, metavar="DATE", help="What was known on this day; by default that of the latest report.")
@click.option("--postgres", "address", metavar="ADDRESS", help="Put it into this database as well, by COPY: tables situation_incidents and so on.")
@lexicon_option
def situate(out: Path, as_of: datetime | None, address: str | None, lexicons: tuple[Path, ...]) -> None:
    """Merge the readings in OUT by blocks and write OUT/situation: a folder of JSON Lines for incidents, disputes, threads and so on.

    The readings need not fit in memory. The situation is the one that `sayso situation` gives of the same readings.
    """
    from sayso.lexicon import Lexicon, LexiconError
    from sayso.scale.merging import situate_shards

    try:
        about = situate_shards(out, as_of.date() if as_of else None, Lexicon(*lexicons).parents)
    except LexiconError as error:
        raise click.UsageError(str(error)) from None
    except (FileNotFoundError, ValueError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{about['reports']} reports, {about['incidents']} incidents, as of {about['as_of']}: {out / 'situation'}", err=True)
    if address:
        from sayso.scale.postgres import copy_situation

        try:
            copy_situation(out, address)
        except LookupError as error:
            raise click.ClickException(str(error)) from None


@command.command(name="cost")
@click.argument("reports", nargs=-1, type=click.IntRange(1), required=True, metavar="REPORTS...")
@click.option("--cores", type=click.IntRange(1), default=64, show_default=True, help="Cores that read.")
@click.option("--shard", type=click.IntRange(1), default=5000, show_default=True, help="Reports in a shard.")
@click.option("--through", type=click.FloatRange(0, 1, min_open=True), default=1.0, show_default=True, help="Share that --gate lets through.")
@click.option("--deaths", type=click.FloatRange(0), default=0.0, show_default=True, help="How often a core dies in an hour of its work.")
def cost(reports: tuple[int, ...], cores: int, shard: int, through: float, deaths: float) -> None:
    """What archives of so many REPORTS cost, from measured rates and a simulation; nothing is read.

    Hours of one core for reading and for merging in one process, storage, what merging reads and writes, and the hours by the clock
    until the last shard is read.
    """
    from sayso.scale.cost import cost as cost_of

    click.echo("| reports | read, core-hours | by the clock | cores busy | merged, core-hours | readings | as Parquet | gone through in merging |")
    click.echo("|---|---|---|---|---|---|---|---|")
    for number in reports:
        one = cost_of(number, cores, shard, through, deaths)
        sizes = " | ".join(f"{_plain(size / 1e9)} GB" for size in (one.json, one.packed, one.shuffled))
        hours = f"{_plain(one.reading_hours)} | {_plain(one.clock_hours)} h | {one.busy:.1%} | {_plain(one.merging_hours)}"
        click.echo(f"| {number:,} | {hours} | {sizes} |")
