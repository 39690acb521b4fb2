"""How many reports are read together: many short ones, few long ones, for memory's sake."""

import importlib
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from sayso.casefile import Casefile
from sayso.cli.batches import BATCH_CHARS, read_each
from sayso.cli.read import _in_time
from sayso.cli.store import read_into
from sayso.intake import Known, Refused, Taken, from_text, take
from sayso.model import ReaderVersion, Reading, Report
from sayso.scale.workers import Fault


class Counting:
    """A reader that fails on everything, and remembers what it was given together."""

    together = 32

    def __init__(self) -> None:
        self.given: list[int] = []

    def read(self, batches: Iterable[Sequence[Report]]) -> Iterator[list[Fault]]:
        """Fail on each."""
        for batch in batches:
            self.given.append(sum(len(report.text) for report in batch))
            yield [Fault("nothing read")] * len(batch)


def taken(length: int, number: int) -> Taken:
    text = f"{number:06} " + "said " * (length // 5)
    return Taken(from_text(text), text.encode(), f"{number}.txt", "text")


@pytest.mark.parametrize("length", [500, 30_000, 300_000])
def test_what_is_in_memory_together_is_bounded(length: int) -> None:
    reader = Counting()
    outcomes = list(read_each(reader, iter([taken(length, n) for n in range(70)])))  # type: ignore[arg-type]
    assert len(outcomes) == 70
    assert all(characters < BATCH_CHARS + length + 10 for characters in reader.given)


def test_order_and_refusals_are_kept() -> None:
    given = [taken(500, 1), Refused("a", "is empty."), taken(500, 2), Refused("b", "is empty.")]
    outcomes = [one.source for one, _ in read_each(Counting(), iter(given))]  # type: ignore[arg-type]
    assert outcomes == ["1.txt", "a", "2.txt", "b"]


def test_what_a_batch_gave_is_stored_before_the_next_is_read(tmp_path: Path) -> None:
    stored = []

    class Slow(Counting):
        def read(self, batches):
            for batch in batches:
                stored.append(sum(1 for _ in casefile.reports()))
                yield [Reading(reader=self.version_of(one), report=one) for one in batch]

        def version_of(self, _report):
            return ReaderVersion(version="1", model="m", lexicon="l")

    with Casefile.open(tmp_path / "case", create=True) as casefile:
        assert read_into(casefile, Slow(), iter([taken(500, n) for n in range(20)])) == 0  # type: ignore[arg-type]
    assert stored == [0, 4, 12]


ROWS = "\n".join(json.dumps({"text": f"Row {n}: the army shelled the town on Monday, and many were killed, officials said."}) for n in range(4))


@pytest.mark.parametrize(
    ("slow", "given", "said"),
    [
        ("sayso.intake.opening.from_text", "rows.jsonl", "rows.jsonl:2"),
        ("sayso.intake.opening.from_text", "folder", "folder/2.txt"),
        ("os.listdir", "folder", "folder/1 deep"),
    ],
)
def test_what_takes_too_long_costs_nothing_but_itself(slow: str, given: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it is: a row, a file, or a folder on a disk that does not answer."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rows.jsonl").write_text(ROWS)
    for name, text in (("0.txt", "Row 0"), ("1 deep/a.txt", "Row 5"), ("2.txt", "Row 1"), ("3.txt", "Row 3")):
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / name).write_text(f"{text}: the army shelled the town on Monday, officials said, and many people were killed in it.")
    _make_slow(monkeypatch, slow)

    outcomes = list(_in_time(take([given]), 0.2))

    assert [str(one) for one in outcomes if isinstance(one, Refused)] == [f"{said}: took longer than 0.2 s; --time-limit gives it more"]
    assert len([one for one in outcomes if isinstance(one, Taken)]) == 3


def _make_slow(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Lets a function sleep over whatever says "Row 1" or "deep"."""
    where, _, called = name.rpartition(".")
    module = importlib.import_module(where)
    ordinary = getattr(module, called)

    def slow(first: object, *others: object, **named: object) -> object:
        if "Row 1" in str(first) or "deep" in str(first):
            time.sleep(60)
        return ordinary(first, *others, **named)

    monkeypatch.setattr(module, called, slow)


def test_the_reader_is_not_asked_where_there_is_nothing_to_read() -> None:
    reader = Counting()
    assert list(read_each(reader, iter([]))) == []  # type: ignore[arg-type]
    assert reader.given == []


def test_reports_without_a_day_are_said_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Reads(Counting):
        def read(self, batches):
            return ([Reading(reader=self.version_of(one), report=one) for one in batch] for batch in batches)

        def version_of(self, report: Report) -> ReaderVersion:  # noqa: ARG002
            return ReaderVersion(version="1", model="m", lexicon="l")

    dated = from_text("Filed in the morning.", Known(published="2031-05-06"))
    given = [Taken(dated, b"Filed in the morning.", "dated.txt", "text"), taken(50, 1), taken(50, 2)]
    with Casefile.open(tmp_path / "c.sayso", create=True) as casefile:
        read_into(casefile, Reads(), iter(given[:1]))  # type: ignore[arg-type]
        assert "no day of publication" not in capsys.readouterr().err
        read_into(casefile, Reads(), iter(given))  # type: ignore[arg-type]
    assert "2 of them have no day of publication" in capsys.readouterr().err
