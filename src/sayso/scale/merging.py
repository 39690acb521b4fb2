"""The situation of a folder of readings, merged by blocks and written as shards."""

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.model import Reading, Situation
from sayso.scale.blocks.situating import Blocks
from sayso.scale.blocks.writing import Shards
from sayso.scale.shards import KINDS as KINDS_OF_SHARD
from sayso.scale.shards import READINGS
from sayso.scale.shards import lines_in as lines_of

KINDS = ("reports", "parties", "places", "incidents", "disputes", "threads", "control", "forecasts", "origins", "sources", "judgements")
FOLDER = "situation"


def readings_in(out: Path) -> Iterator[Reading]:
    """The readings of all shards that are done. ValueError naming the line that is none."""
    for shard in _shards(out):
        for number, line in enumerate(lines_of(shard), 1):
            try:
                yield Reading.model_validate_json(line)
            except ValueError as error:
                raise ValueError(f"line {number} of {shard} is no reading: {error}") from None


def _shards(out: Path) -> list[Path]:
    return sorted(path for kind in KINDS_OF_SHARD for path in (out / READINGS).glob(f"*.{kind}"))


def situate_shards(out: Path, as_of: date | None, parents: Mapping[str, str]) -> dict[str, int | str | None]:
    """Merge the readings of all shards in `out` and write `out`/situation; what was there is replaced. Gives what about.json says: the
    day, and how many there are of each kind. FileNotFoundError where there are no readings; ValueError naming a line that is none."""
    if not _shards(out):
        raise FileNotFoundError(f"{out} holds no readings; `sayso scale read REPORTS --out {out}` makes them")
    folder = out / FOLDER
    with TemporaryDirectory(prefix=".merging-", dir=out) as work, _without_collector():
        made = Path(work) / "made"
        shards = Shards(made)
        (Path(work) / "spool").mkdir()
        blocks = Blocks(readings_in(out), Path(work) / "spool", as_of, parents)
        blocks.write(shards)
        about: dict[str, int | str | None] = {"schema_version": Situation(as_of=None).schema_version, "as_of": blocks.as_of}
        about |= {kind: shards.counts[kind] for kind in KINDS}
        (made / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
        if folder.exists():
            folder.replace(Path(work) / "before")
        made.replace(folder)
    return about


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing that merging makes is in a cycle, and looking for cycles among so many things takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def situation_in(out: Path) -> Situation:
    """The whole situation out of its shards, where it fits in memory."""
    about = json.loads((out / FOLDER / "about.json").read_text(encoding="utf-8"))
    rows = {kind: [json.loads(line) for line in lines_in(out, kind)] for kind in KINDS}
    return Situation.model_validate({"schema_version": about["schema_version"], "as_of": about["as_of"], **rows})


def lines_in(out: Path, kind: str) -> Iterator[str]:
    """The lines of one kind of thing, in order."""
    for shard in sorted((out / FOLDER / kind).glob("*.jsonl")):
        with shard.open(encoding="utf-8") as lines:
            yield from lines
