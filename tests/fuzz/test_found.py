"""What fuzzing found once is found no more, and what each target begins with is whole."""

import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import targets

SLOWEST = 20.0
"""Seconds of the processor, as in run.py."""
FOUND = sorted(path for path in targets.HERE.glob("found/*/*") if path.name != ".gitkeep")


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name[:24]}")
def test_a_case_that_was_found(path: Path) -> None:
    started = time.process_time()
    targets.TARGETS[path.parent.name](path.read_bytes())
    assert time.process_time() - started < SLOWEST


@pytest.mark.parametrize("name", targets.TARGETS)
def test_a_good_input_and_its_halves(name: str) -> None:
    for seed in targets.seeds(name):
        for part in (seed, seed[: len(seed) // 2], seed[len(seed) // 2 :], b""):
            targets.TARGETS[name](part)
