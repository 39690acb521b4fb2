"""Reports made by hand, as intake would hand them over, and readings of them."""

import hashlib
import os
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

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


def pytest_generate_tests(metafunc):
    """What opens a casefile runs on both databases; what looks into the files themselves, by `path` or `server_files`, on that one alone."""
    if "where" in metafunc.fixturenames:
        needs = {"sqlite": "path", "postgresql": "server_files"}
        alone = [kind for kind, looks in needs.items() if looks in metafunc.fixturenames]
        metafunc.parametrize("where", alone or list(needs), indirect=True)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.sayso"


@pytest.fixture
def where(request, tmp_path):
    """The name of a casefile that is not there yet: a file, or an empty database of the server that scripts/postgres.sh started."""
    if request.param == "sqlite":
        yield tmp_path / "case.sayso"
        return
    address = os.environ.get("SAYSO_POSTGRES")
    if not address:
        pytest.skip("needs a PostgreSQL server, which `make test-all` starts")
    server = create_engine(make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    name = f"sayso_{uuid.uuid4().hex}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield make_url(address).set(database=name).render_as_string()
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def open_case(where):
    """Opens the test's casefile, with a clock and an operator of its own; closes what it opened."""
    opened = []

    def open_it(**options):
        case = Casefile.open(where, **({"create": True, "clock": Clock(), "operator": "tester"} | options))
        opened.append(case)
        return case

    yield open_it
    for case in opened:
        case.close()


@pytest.fixture
def server_files(case):
    """Reads the files that the server keeps the test's database in, its catalogue's included, after it wrote all its pages."""
    with case._reads() as connection:
        number = connection.exec_driver_sql("SELECT oid FROM pg_database WHERE datname = current_database()").scalar_one()
        base = Path(connection.exec_driver_sql("SHOW data_directory").scalar_one(), "base", str(number))
    if not os.access(base, os.R_OK):
        pytest.skip("needs to read the server's files")

    def read():
        with case._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("CHECKPOINT")
        return {file.name: file.read_bytes() for file in sorted(base.iterdir())}

    return read


@pytest.fixture
def case(open_case):
    return open_case()


@pytest.fixture
def make():
    """`make.taken`, `make.reading_of`, `make.full_reading`, `make.READER`."""
    from types import SimpleNamespace

    return SimpleNamespace(taken=taken, reading_of=reading_of, full_reading=full_reading, READER=READER)
