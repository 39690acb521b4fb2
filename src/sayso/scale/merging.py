"""The situation of a folder of readings: merged as a whole, written as one file of JSON Lines for each kind of thing."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from sayso.model import Reading, Situation
from sayso.scale.shards import READINGS
from sayso.situation import situate

_KINDS = ("parties", "places", "incidents", "disputes", "threads", "control", "forecasts", "origins", "sources", "judgements")


def readings_in(out: Path) -> Iterator[Reading]:
    """The readings of all shards that are done. ValueError naming the line that is none."""
    for shard in sorted((out / READINGS).glob("*.jsonl")):
        with shard.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield Reading.model_validate_json(line)
                except ValueError as error:
                    raise ValueError(f"line {number} of {shard} is no reading: {error}") from None


def situate_shards(out: Path, as_of: date | None, parents: Mapping[str, str]) -> Situation:
    """Merge the readings of all shards and write `out`/situation; what was there is replaced. FileNotFoundError where there are none."""
    if not any((out / READINGS).glob("*.jsonl")):
        raise FileNotFoundError(f"{out} holds no readings; `sayso scale read REPORTS --out {out}` makes them")
    situation = situate(readings_in(out), as_of, parents)
    folder = out / "situation"
    folder.mkdir(exist_ok=True)
    for kind in _KINDS:
        part = folder / f".{kind}.jsonl"
        with part.open("w", encoding="utf-8", newline="\n") as lines:
            lines.writelines(one.to_json() + "\n" for one in getattr(situation, kind))
        part.replace(folder / f"{kind}.jsonl")
    counts = {kind: len(getattr(situation, kind)) for kind in _KINDS}
    about = {"schema_version": situation.schema_version, "as_of": situation.as_of, "reports": len(situation.reports), **counts}
    (folder / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return situation
