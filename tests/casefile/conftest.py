"""Reports made by hand, as intake would hand them over, and readings of them."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from sayso.casefile import Casefile
from sayso.model import Event, Party, ReaderVersion, Reading, Report, Statement

READER = ReaderVersion(version="1", model="m", lexicon="l")


@dataclass(frozen=True)
class Handed:
    """Has what `sayso.intake.Taken` has."""

    report: Report
    original: bytes
    source: str = "reports/one.txt"
    format: str = "text"


def taken(text="Guards opened the northern gate, the council said.", source="reports/one.txt", **known):
    original = text.encode()
    report = Report(id=hashlib.sha256(original).hexdigest(), text=text, **known)
    return Handed(report, original, source)


def reading_of(handed, reader=READER, **facts):
    return Reading(reader=reader, report=handed.report, **facts)


def full_reading(handed):
    """A reading with a party, a statement and an event, of the default text."""
    text = handed.report.text
    council, opened = text.index("council"), text.index("opened")
    return reading_of(
        handed,
        parties=(Party(id="P1", name="council", kind="government", mentions=((council, council + 7),)),),
        statements=(Statement(id="S1", content=((0, 31),), kind="indirect", speaker="P1"),),
        events=(Event(id="E1", type="RETREAT", mode="access", trigger=(opened, opened + 6), actors=("P1",), according_to="S1"),),
    )


class Clock:
    """Ticks a second at each look."""

    def __init__(self):
        self.now = datetime(2030, 1, 1, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.sayso"


@pytest.fixture
def open_case(path):
    """Opens the test's casefile, with a clock and an operator of its own; closes what it opened."""
    opened = []

    def open_it(**options):
        case = Casefile.open(path, **({"create": True, "clock": Clock(), "operator": "tester"} | options))
        opened.append(case)
        return case

    yield open_it
    for case in opened:
        case.close()


@pytest.fixture
def case(open_case):
    return open_case()


@pytest.fixture
def make():
    """`make.taken`, `make.reading_of`, `make.full_reading`, `make.READER`."""
    from types import SimpleNamespace

    return SimpleNamespace(taken=taken, reading_of=reading_of, full_reading=full_reading, READER=READER)
