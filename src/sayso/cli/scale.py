"""`sayso scale`."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import lexicon_option, make_readers, reader_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.scale.shards import Done

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(name="scale")
def command() -> None:
    """Read an archive of many files into a folder of readings, on one machine or many, and merge what is there."""


@command.command(name="read")
@click.argument("paths", nargs=-1, required=True, metavar="IN...")
@click.option("--out", required=True, type=_FOLDER, metavar="OUT", help="The folder of readings; what is there is not read again.")
@click.option("--actors", type=click.IntRange(1), metavar="N", help="Read by so many Ray actors, about 500 MB each (extra: ray).")
@click.option("--cluster", metavar="ADDRESS", help="The Ray cluster to read on; with --actors alone Ray starts on this machine.")
@reader_options
def read(paths: tuple[str, ...], out: Path, actors: int | None, cluster: str | None, model: str, lexicons: tuple[Path, ...]) -> None:
    """Read the files in IN, each a shard of reports as JSON Lines (or any format of `sayso formats`), into OUT.

    OUT/readings has a file of readings (JSON Lines) for each shard, named by the hash of its bytes and of the reader; OUT/quarantine what
    could not be read, with the reason. Started again, it goes on where it was. Without --actors it reads in this process.
    """
    from sayso.scale.shards import shards_in

    try:
        shards = shards_in(paths)
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from None
    if not shards:
        raise click.ClickException("there is no file in " + ", ".join(paths))
    quarantined = 0
    for one in _read(shards, out, actors, cluster, model, lexicons):
        quarantined += one.quarantined
        was = "known already" if one.known else "read"
        click.echo(f"{one.shard}: {one.readings} readings, {one.quarantined} in quarantine ({was})", err=True)
    if quarantined:
        click.echo(f"{quarantined} reports could not be read; {out / 'quarantine'} says why", err=True)
    sys.exit(1 if quarantined else 0)


def _read(
    shards: list[Path], out: Path, actors: int | None, cluster: str | None, model: str, lexicons: tuple[Path, ...]
) -> "Iterator[Done]":
    if actors is None and cluster is None:
        from sayso.scale.shards import read_shard
        from sayso.scale.workers import Here

        reads = Here(make_readers(model, lexicons))
        for shard in shards:
            yield read_shard(shard, out, reads)
        return
    from sayso.scale.cluster import read_on_cluster

    try:
        yield from read_on_cluster(shards, out, model, lexicons, cluster, actors or len(shards))
    except LookupError as error:
        raise click.ClickException(str(error)) from None


@command.command(name="situate")
@click.argument("out", type=_FOLDER)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="What was known on this day; by default that of the latest report.")
@lexicon_option
def situate(out: Path, as_of: datetime | None, lexicons: tuple[Path, ...]) -> None:
    """Merge the readings in OUT and write OUT/situation: one file of JSON Lines for incidents, disputes, threads and so on."""
    from sayso.lexicon import Lexicon, LexiconError
    from sayso.scale.merging import situate_shards

    try:
        situation = situate_shards(out, as_of.date() if as_of else None, Lexicon(*lexicons).parents)
    except LexiconError as error:
        raise click.UsageError(str(error)) from None
    except (FileNotFoundError, ValueError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{len(situation.reports)} reports, {len(situation.incidents)} incidents, as of {situation.as_of}: {out / 'situation'}", err=True)
