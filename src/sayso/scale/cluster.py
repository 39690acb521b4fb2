"""Shards read on the machines of a Ray cluster, or on the cores of this one: Ray Data hands them out, and asks again for what was lost.

Every machine must see the shards and the folder of readings under the same paths. Needs the extra `ray`.
"""

import logging
import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.scale.shards import Done, Way, read_shard
from sayso.scale.workers import Here


class ShardReader:
    """An actor that loads the pipeline once and reads one shard at a time."""

    def __init__(self, out: str, model: str, lexicons: Sequence[str], way: Way) -> None:
        from sayso.lexicon import Lexicon
        from sayso.reading.languages import Languages, plug_ins
        from sayso.reading.pipeline import Reader

        self._out, self._way = Path(out), way
        self._reads = Here(Languages(Reader(model, Lexicon(*map(Path, lexicons))))) if plug_ins() == way.plug_ins else None

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Read the shards that a batch names, if what reads them is the same on this machine."""
        reads = self._reads
        if reads is None:
            return {"shard": batch["shard"], "elsewhere": [platform.node()] * len(batch["shard"])}
        done = [read_shard(Path(shard), self._out, reads, self._way) for shard in batch["shard"]]
        return {
            "shard": [one.shard for one in done],
            "readings": [one.readings for one in done],
            "quarantined": [one.quarantined for one in done],
            "passed_over": [one.passed_over for one in done],
            "known": [one.known for one in done],
        }


def read_on_cluster(
    shards: Sequence[Path], out: Path, model: str, lexicons: Sequence[Path], address: str | None, actors: int, way: Way | None = None
) -> Iterator[Done]:
    """Read shards by so many actors; what each came to, as they are done. Without an address Ray starts on this machine and ends with us.

    Raises LookupError with a sentence where Ray is not installed or does not answer.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    try:
        import ray
        import ray.data
    except ImportError:
        raise LookupError("--cluster and --actors need Ray: pip install 'sayso[ray]'. Without them shards are read in this process.") from None
    try:
        ray.init(address=address, num_cpus=None if address else actors, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, ValueError) as error:
        raise LookupError(f"the Ray cluster {address} does not answer: {error}") from None
    try:
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        ray.data.DataContext.get_current().enable_progress_bars = False
        rows = ray.data.from_items([{"shard": str(shard.resolve())} for shard in shards], override_num_blocks=len(shards))
        given = {"out": str(out.resolve()), "model": model, "lexicons": [str(one.resolve()) for one in lexicons], "way": way or Way()}
        done = rows.map_batches(
            ShardReader, fn_constructor_kwargs=given, batch_size=1, num_cpus=1, compute=ray.data.ActorPoolStrategy(size=min(actors, len(shards)))
        )
        for row in done.iter_rows():
            if "elsewhere" in row:
                raise LookupError(f"on {row['elsewhere']} other readers of languages are installed than here; install the same packages on both")
            readings, quarantined, passed_over = (int(row[name]) for name in ("readings", "quarantined", "passed_over"))
            yield Done(str(row["shard"]), readings, quarantined, passed_over, bool(row["known"]))
    finally:
        ray.shutdown()
