"""Shards of reports become shards of readings: once, whole, the same wherever they are read, and nothing bad stops the others."""

import json

import pytest

from sayso.model import ReaderVersion, Reading
from sayso.scale.merging import readings_in, situate_shards
from sayso.scale.shards import name_of, read_shard, shards_in
from sayso.scale.workers import Fault

VERSION = ReaderVersion(version="1", model="m", lexicon="l")


class Quick:
    """Reads nothing out of reports; fails on those with a word, dies on those with another."""

    version = VERSION

    def __init__(self, fails="", dies=""):
        self.fails, self.dies, self.batches = fails, dies, []

    def read(self, batches):
        for batch in batches:
            self.batches.append(len(batch))
            yield [self._one(report) for report in batch]

    def _one(self, report):
        if self.dies and self.dies in report.text:
            raise KeyboardInterrupt
        return Fault("it broke") if self.fails and self.fails in report.text else Reading(reader=VERSION, report=report)


@pytest.fixture
def shard(tmp_path):
    def write(*texts, name="one.jsonl"):
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps({"text": text, "published": "2030-05-10"}) + "\n" for text in texts), encoding="utf-8")
        return path

    return write


TEXTS = ("The army shelled the town on Monday.", "The guard left the fort on Sunday.", "The council met at noon in the old hall.")


def test_a_shard_is_read_once_whatever_its_name(shard, tmp_path):
    reads, out = Quick(), tmp_path / "out"
    first = read_shard(shard(*TEXTS), out, reads)
    again = read_shard(shard(*TEXTS, name="copy.jsonl"), out, reads)

    assert (first.readings, first.known, again.readings, again.known) == (3, False, 3, True)
    assert reads.batches == [3]
    assert [one.report.text for one in readings_in(out)] == list(TEXTS)


def test_another_reader_reads_it_again(shard):
    path = shard(*TEXTS)

    assert name_of(path, VERSION) != name_of(path, VERSION.model_copy(update={"version": "2"}))


def test_what_cannot_be_read_is_put_aside_with_the_reason(shard, tmp_path):
    out = tmp_path / "out"
    done = read_shard(shard(*TEXTS), out, Quick(fails="guard"))

    (row,) = [json.loads(line) for line in next((out / "quarantine").glob("*.jsonl")).read_text(encoding="utf-8").splitlines()]
    assert (done.readings, done.quarantined, row["reason"]) == (2, 1, "it broke")


def test_what_kills_its_reader_twice_while_it_is_read_alone_is_given_up(shard, tmp_path):
    path, out, reads = shard(*TEXTS), tmp_path / "out", Quick(dies="guard")
    for _ in range(3):  # in a batch, then twice alone
        with pytest.raises(KeyboardInterrupt):
            read_shard(path, out, reads)
        assert not list((out / "readings").glob("*.jsonl"))

    done = read_shard(path, out, reads)

    assert (done.readings, done.quarantined) == (2, 1)
    assert [one.report.text for one in readings_in(out)] == [TEXTS[0], TEXTS[2]]
    assert not list((out / "under-way").iterdir())


def test_what_was_under_way_when_it_was_killed_is_read_again_to_the_same_bytes(shard, tmp_path):
    path = shard(*TEXTS)
    with pytest.raises(KeyboardInterrupt):
        read_shard(path, tmp_path / "killed", Quick(dies="council"))
    begun = tmp_path / "killed" / "readings" / f".{name_of(path, VERSION)}.jsonl.77"
    begun.write_text("half a li", encoding="utf-8")
    read_shard(path, tmp_path / "killed", Quick())
    read_shard(path, tmp_path / "calm", Quick())

    assert told(tmp_path / "killed") == told(tmp_path / "calm")
    assert not begun.exists()


def test_hidden_files_are_no_shards_and_a_missing_folder_is_named(shard, tmp_path):
    path = shard(*TEXTS)
    shard("x", name=".hidden.jsonl")

    assert shards_in([str(path.parent), str(path)]) == [path]
    with pytest.raises(FileNotFoundError, match="nowhere is not there"):
        shards_in([str(tmp_path / "nowhere")])


def test_the_situation_of_shards_is_that_of_their_readings(shard, tmp_path):
    out = tmp_path / "out"
    read_shard(shard(*TEXTS), out, Quick())

    situation = situate_shards(out, None, {})

    assert len(situation.reports) == 3
    assert json.loads((out / "situation" / "about.json").read_text(encoding="utf-8"))["reports"] == 3
    with pytest.raises(FileNotFoundError, match="holds no readings"):
        situate_shards(tmp_path / "in", None, {})


def test_a_line_that_is_no_reading_is_named(shard, tmp_path):
    out = tmp_path / "out"
    read_shard(shard(*TEXTS), out, Quick())
    (done,) = (out / "readings").glob("*.jsonl")
    done.write_text(done.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"line 4 of .* is no reading"):
        list(readings_in(out))


def told(out):
    return {path.name: path.read_bytes() for folder in ("readings", "quarantine") for path in (out / folder).glob("*.jsonl")}
