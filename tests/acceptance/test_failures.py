"""What goes wrong around the commands ends in a sentence, never in a traceback, and leaves nothing half done."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.casefile import Casefile
from sayso.intake import Known, Taken, from_text
from sayso.reading.pipeline import Reader

Run = Callable[..., "subprocess.CompletedProcess[str]"]
TEXT = "The army said on Monday that it had taken the town of Qasr – “all of it”.\n"
MAIN = "from sayso.cli import main; main()"


@pytest.fixture
def case(reader: Reader, tmp_path: Path) -> Path:
    """A casefile of some size."""
    path = tmp_path / "case.sayso"
    with Casefile.open(path, create=True) as casefile:
        for number in range(12):
            text = f"{TEXT}This is number {number}. {os.urandom(2000).hex()}"
            report = from_text(text, Known(published="2024-03-12"))
            casefile.add(Taken(report, text.encode(), f"{number}.txt", "text"), reader.read(report))
    return path


@pytest.fixture
def damaged(case: Path) -> Path:
    """The same with its later pages overwritten: it opens, and breaks when it is read."""
    content = bytearray(case.read_bytes())
    content[24_000:] = b"A" * (len(content) - 24_000)
    case.write_bytes(content)
    return case


@pytest.mark.parametrize(
    "arguments",
    [("show",), ("situation",), ("verify",), ("export", "--format", "jsonl", "--out", "out.jsonl")],
    ids=lambda arguments: arguments[0],
)
def test_a_damaged_casefile_is_named_by_every_command(sayso: Run, damaged: Path, arguments: tuple[str, ...]) -> None:
    name, *options = arguments
    done = sayso(name, damaged, *options)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "damaged" in done.stderr
    assert not [p for p in damaged.parent.iterdir() if not p.name.startswith("case.sayso")]


def test_json_is_utf8_whatever_the_locale(sayso: Run) -> None:
    done = sayso("read", "-", "--json", stdin=TEXT, env={"PYTHONIOENCODING": "latin-1"})
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["report"]["text"] == TEXT


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this machine has no /dev/full")
def test_a_full_disk_is_a_sentence(case: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-c", MAIN, "situation", str(case), "--json"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "could not be written" in done.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen([sys.executable, "-c", MAIN, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == ""


def test_a_lexicon_that_cannot_be_read_is_named(sayso: Run, tmp_path: Path) -> None:
    missing = sayso("read", "-", "--lexicon", "nowhere", stdin=TEXT)
    assert missing.returncode == 2
    assert "nowhere: is not a folder" in missing.stderr
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "parties.tsv").write_bytes(b"id\tname\tkind\nx\tCaf\xe9\tarmed_group\n")
    undecodable = sayso("read", "-", "--lexicon", "mine", stdin=TEXT)
    assert undecodable.returncode == 2
    assert "parties.tsv, line 2: is not UTF-8" in undecodable.stderr
