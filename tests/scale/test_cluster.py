"""Two Ray actors write what one process writes. Needs the extra `ray`."""

import json
from pathlib import Path

import pytest

pytest.importorskip("ray.data")

from sayso.reading import DEFAULT_MODEL
from sayso.reading.pipeline import Reader
from sayso.scale.cluster import read_on_cluster
from sayso.scale.shards import read_shard, shards_in
from sayso.scale.workers import Here


def test_two_actors_write_the_same_bytes_as_one_process(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n, town in enumerate(("Kassa", "Bera", "Odun")):
        row = {"text": f"The army said it shelled {town} on Monday, killing {n + 2} people.", "published": "2024-05-03"}
        (tmp_path / "in" / f"{n}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    shards = shards_in([str(tmp_path / "in")])
    for shard in shards:
        read_shard(shard, tmp_path / "one", Here(reader))

    done = list(read_on_cluster(shards, tmp_path / "two", DEFAULT_MODEL, (), None, 2))

    assert sum(one.readings for one in done) == 3
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / folder / "readings").iterdir()} for folder in ("one", "two"))
    assert one == two
