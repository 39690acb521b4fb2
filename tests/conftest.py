"""What many tests share: one reader for the whole run, the sample reports, a way to run the command."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from sayso.model import Report
from sayso.reading.pipeline import Reader

settings.register_profile("sayso", deadline=None)  # a slow machine is no wrong answer
settings.load_profile("sayso")

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples" / "pocket"


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The default reader, loaded once."""
    return Reader()


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample reports."""
    return SAMPLES


@pytest.fixture
def sayso(tmp_path: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run the command as a user would, in an empty folder."""

    def run(*arguments: object, stdin: str | bytes = "", env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
        given = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-c", "from sayso.cli import main; main()", *map(str, arguments)],
            cwd=tmp_path, input=given, capture_output=True, check=False, timeout=120, env={**os.environ, **(env or {})},
        )  # fmt: skip
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def a_report() -> Callable[..., Report]:
    """A report of a text, as a caller who knows its date would have it."""
    from sayso.intake import Known, from_text

    def make(text: str, published: str | None = "2024-03-13", outlet: str | None = None, title: str | None = None) -> Report:
        return from_text(text, Known(published=published, outlet=outlet, title=title))

    return make
