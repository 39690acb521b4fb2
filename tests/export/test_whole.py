"""A handed-over file is there whole, or not at all."""

import os
from pathlib import Path

import pytest

from sayso.export.whole import whole


def test_a_file_that_went_well_replaces_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("before", encoding="utf-8")
    with whole(out) as file:
        file.write("after")
        assert out.read_text(encoding="utf-8") == "before"
    assert out.read_text(encoding="utf-8") == "after"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_one_that_did_not_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(out: Path) -> None:
        with whole(out) as file:
            file.write("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail(tmp_path / "out.jsonl")
    assert os.listdir(tmp_path) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before", encoding="utf-8")
    link.symlink_to(target)
    with whole(link) as file:
        file.write("after")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "after"


def test_what_is_no_plain_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with whole(pipe) as file:
        file.write("said")
    assert os.read(reading, 100) == b"said"
    os.close(reading)
    assert pipe.is_fifo()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError), whole(tmp_path):
        pass
    assert os.listdir(tmp_path) == []
