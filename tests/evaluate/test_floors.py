"""The quality gate: what is read of our own reports from other wars does not get worse unnoticed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.evaluate.counting import Scores
from sayso.evaluate.floors import below, read_floors
from sayso.evaluate.readings import measure
from sayso.reading.pipeline import Reader

FLOORS = Path(__file__).with_name("floors.tsv")
"""Lower a floor here only in the change that needs it, and say why in that change."""


@pytest.fixture
def scores() -> Scores:
    made = Scores()
    made.count("events", 3, 4, 4)
    return made


@pytest.fixture
def floors(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "floors.tsv"
        path.write_text(text)
        return path

    return write


def test_no_layer_of_our_other_wars_is_read_worse_than_its_floor(reader: Reader, samples: Path) -> None:
    assert below(measure(reader, samples.parent / "other-wars" / "gold"), FLOORS) == []


def test_a_drop_is_named(scores: Scores, floors: Callable[[str], Path]) -> None:
    assert below(scores, floors("# ours\nevents\t0.75\n")) == []
    (sentence,) = below(scores, floors("events\t0.76\n"))
    assert sentence == "events: F1 0.750 is below its floor of 0.760 (right 3 of 4)."


def test_a_measure_that_is_no_longer_taken_is_a_drop(scores: Scores, floors: Callable[[str], Path]) -> None:
    assert "was not measured" in below(scores, floors("moves\t0.10\n"))[0]


@pytest.mark.parametrize("text", ["events 0.75\n", "", "events\thigh\n"])
def test_a_bad_file_is_an_error(text: str, floors: Callable[[str], Path]) -> None:
    with pytest.raises(ValueError, match="floor"):
        read_floors(floors(text))


def test_the_command_fails_on_a_drop(sayso: Callable[..., Any], floors: Callable[[str], Path], samples: Path) -> None:
    done = sayso("evaluate", "readings", samples.parent / "other-wars" / "gold", "--floors", floors("events trigger\t0.999\n"))
    assert done.returncode == 1
    assert "events trigger: F1" in done.stderr
