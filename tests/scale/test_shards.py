"""Shards of reports become shards of readings: once, whole, the same wherever they are read, and nothing bad stops the others."""

import dataclasses
import json

import pytest

from sayso.model import ReaderVersion, Reading
from sayso.scale.merging import readings_in
from sayso.scale.shards import Way, lines_in, name_of, read_shard, shards_in
from sayso.scale.workers import Fault

VERSION = ReaderVersion(version="1", model="m", lexicon="l")


class Quick:
    """Reads nothing out of reports; fails on those with a word, dies on those with another."""

    version, together = VERSION, 32

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


def test_a_line_that_is_no_reading_is_named(shard, tmp_path):
    out = tmp_path / "out"
    read_shard(shard(*TEXTS), out, Quick())
    (done,) = (out / "readings").glob("*.jsonl")
    done.write_text(done.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"line 4 of .* is no reading"):
        list(readings_in(out))


def test_readings_as_parquet_are_the_same_readings(shard, tmp_path):
    pytest.importorskip("duckdb")
    path = shard(*TEXTS, 'He said "no", and\tleft; \x01 <b>war</b> ’ü')
    lines, table, again = (tmp_path / name for name in ("lines", "table", "again"))
    read_shard(path, lines, Quick())
    for out in (table, again):
        read_shard(path, out, Quick(fails="guard"), Way(kind="parquet"))
    (done,) = (table / "readings").iterdir()
    (same,) = (again / "readings").iterdir()

    assert done.suffix == ".parquet"
    assert done.read_bytes() == same.read_bytes()
    assert list(readings_in(table)) == [one for one in readings_in(lines) if "guard" not in one.report.text]
    assert read_shard(path, table, Quick()) == dataclasses.replace(read_shard(path, table, Quick()), readings=3, quarantined=1, known=True)
    assert next(json.loads(line)["report"]["text"] for line in lines_in(done)) == TEXTS[0]


def test_reports_in_a_parquet_table_are_a_shard(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "it's [one] *.parquet"
    values = ", ".join(f"('{text}', DATE '2030-05-10', 'Outlet')" for text in (*TEXTS, ""))
    duckdb.sql(f"SELECT * FROM (VALUES {values}) AS t(body, date, source)").write_parquet(str(path))

    done = read_shard(path, tmp_path / "out", Quick())

    assert (done.readings, done.quarantined) == (3, 1)
    assert [(one.report.text, one.report.published, one.report.outlet) for one in readings_in(tmp_path / "out")] == [
        (text, "2030-05-10", "Outlet") for text in TEXTS
    ]


def test_a_damaged_parquet_table_is_put_aside_with_the_reason(tmp_path):
    pytest.importorskip("duckdb")
    path = tmp_path / "bad.parquet"
    path.write_bytes(b"PAR1" + bytes(500))

    assert read_shard(path, tmp_path / "out", Quick()).quarantined == 1
    assert "Parquet table that cannot be read" in next((tmp_path / "out" / "quarantine").iterdir()).read_text(encoding="utf-8")


def test_what_is_passed_over_is_kept_with_the_reason_and_can_be_read_later(shard, tmp_path):
    out, way = tmp_path / "out", Way(passes_over=lambda report: "no war in it" if "council" in report.text else None)
    done = read_shard(shard(*TEXTS), out, Quick(), way)
    (kept,) = (out / "passed-over").iterdir()

    assert (done.readings, done.quarantined, done.passed_over) == (2, 0, 1)
    assert json.loads(kept.read_text(encoding="utf-8"))["reason"] == "no war in it"

    read_shard(kept, out, Quick())

    assert sorted(one.report.text for one in readings_in(out)) == sorted(TEXTS)
    read_shard(shard(*TEXTS, name="other.jsonl"), tmp_path / "whole", Quick())
    assert {one.to_json() for one in readings_in(out)} == {one.to_json() for one in readings_in(tmp_path / "whole")}


def told(out):
    return {path.name: path.read_bytes() for folder in ("readings", "quarantine") for path in (out / folder).glob("*.jsonl")}
