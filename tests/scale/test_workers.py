"""Reading in several processes gives what one process gives, whatever happens to them."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from sayso.intake import from_text
from sayso.model import Reading, Report
from sayso.reading import DEFAULT_MODEL
from sayso.reading.pipeline import Reader
from sayso.scale.workers import Fault, Here, Workers

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    towns = ("Kassa", "Bera", "Odun", "Mirat", "Sol", "Tavi")
    return [from_text(f"{town}, 3 May 2024\n\nThe army said it shelled {town} on Monday, killing {n} people.") for n, town in enumerate(towns, 2)]


@pytest.fixture(scope="module")
def pairs(reports: list[Report]) -> list[list[Report]]:
    return [reports[i : i + 2] for i in range(0, len(reports), 2)]


@pytest.fixture(scope="module")
def expected(reader: Reader, pairs: list[list[Report]]) -> list[list[str]]:
    return told(Here(reader).read(pairs))


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(2, DEFAULT_MODEL, ()) as pool:
        yield pool


def told(outcomes: Iterator[list[Any]]) -> list[list[str]]:
    return [[one.to_json() if isinstance(one, Reading) else one.reason for one in batch] for batch in outcomes]


def test_two_workers_give_the_same_bytes_in_the_same_order(workers: Workers, reader: Reader, pairs: list[list[Report]], expected: object) -> None:
    assert workers.version == reader.version
    assert told(workers.read(pairs)) == expected
    assert told(workers.read([[]])) == [[]]


def test_a_killed_worker_changes_nothing(workers: Workers, pairs: list[list[Report]], expected: object) -> None:
    def killing() -> Iterator[list[Report]]:
        for n, batch in enumerate(pairs):
            if n == 1:
                os.kill(next(iter(workers._pool._processes)), signal.SIGKILL)
            yield batch

    assert told(workers.read(killing())) == expected


def test_a_report_that_its_worker_dies_of_is_named_and_the_others_are_read(pairs: list[list[Report]], expected: list[list[str]]) -> None:
    poison = pairs[0][1]

    class Mortal(Workers):
        def _ask(self, batch: Sequence[Report]) -> "Future[list[str | Fault]]":
            return self._pool.submit(os._exit, 9) if poison in batch else super()._ask(batch)

    with Mortal(2, DEFAULT_MODEL, ()) as pool:
        outcomes = told(pool.read(pairs))
    assert "died, twice" in outcomes[0][1]
    assert [outcomes[0][0], *outcomes[1:]] == [expected[0][0], *expected[1:]]


def test_what_no_reader_can_be_made_of_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="no spaCy pipeline"):
        Workers(2, "no_such_model", ())
    with pytest.raises(LookupError, match="missing"):
        Workers(2, DEFAULT_MODEL, [tmp_path / "missing"])


def test_the_command_gives_the_same_bytes_and_names_the_same_bad_inputs(sayso: Command, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text("  \n")
    given = (samples, tmp_path / "blank.txt", tmp_path / "missing.txt")
    one = sayso("read", "--json", *given)
    two = sayso("read", "--json", "--workers", 2, *given)
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.returncode == 1
    assert one.stdout.count("\n") >= 8


def test_a_casefile_filled_by_two_workers_holds_the_same_readings(sayso: Command, samples: Path, tmp_path: Path) -> None:
    for case, more in (("one.sayso", ()), ("two.sayso", ("--workers", 2))):
        assert sayso("read", samples, "--into", case, *more).returncode == 0
        assert sayso("export", case, "--format", "jsonl", "--out", case + ".jsonl").returncode == 0
    one, two = ((tmp_path / name).read_text() for name in ("one.sayso.jsonl", "two.sayso.jsonl"))
    assert one == two
    assert one
    assert "known already" in sayso("read", samples, "--into", "two.sayso", "--workers", 2).stderr


def test_the_order_of_hashes_is_in_no_answer(sayso: Command, samples: Path) -> None:
    one, other = (sayso("read", "--json", samples, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "6"))
    assert one == other
    assert one
