"""The one place that knows SQLite: how its file is made, its connections set up, and its errors put into sentences.

PostgreSQL gets a place beside this one; everything else in this room speaks SQLAlchemy Core alone.
"""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from sayso.casefile.records import CasefileError

BUSY_SECONDS = 10.0
"""How long a reader or writer waits for another writer before it gives up."""
WRITES = {"sayso_begin": "BEGIN IMMEDIATE"}
"""Execution options of a connection that is going to write: it takes the write lock at once, so it cannot fail halfway."""
_OUTSIDE = {"sayso_begin": "SELECT 1"}  # a change of journal is made outside any transaction


def make_file(path: Path) -> None:
    """Make an empty file that its owner alone can read; SQLite gives the same mode to its -wal and -shm. A file that is there stays."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise CasefileError(f"The casefile {path} cannot be made: {error.strerror}. Name a place that you may write to.") from error


def close_to_others(path: Path) -> None:
    """Take everyone else's rights to an existing casefile away, for instance after it came back from a backup."""
    for one in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if one.exists() and one.stat().st_mode & 0o077:
            try:
                one.chmod(0o600)
            except OSError as error:
                raise CasefileError(f"Others can read the casefile {one}, and that cannot be changed: {error.strerror}.") from error


def engine_for(path: Path, busy_seconds: float) -> Engine:
    """An engine on one SQLite file: foreign keys checked, a bounded wait for other writers."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": busy_seconds})

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in ("foreign_keys=ON", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("sayso_begin", "BEGIN"))

    return engine


def let_readers_in(engine: Engine) -> None:
    """Set write-ahead logging, with which readers and a writer do not hinder each other. The file remembers it."""
    with engine.execution_options(**_OUTSIDE).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")


def faults(connection: Connection) -> list[str]:
    """What SQLite's own check of its pages and foreign keys finds, in sentences; empty when the file is sound."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    sentences = [] if found == ["ok"] else [f"The file is damaged: {fault}." for fault in found]
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        sentences.append(f"Row {row} of {table} names a row of {parent} that is not there.")
    return sentences


def sentence(error: DBAPIError, path: Path, busy_seconds: float) -> str:
    """What went wrong, where, and what to do."""
    said = str(error.orig).lower()
    if "locked" in said or "busy" in said:
        waited = f"another process has been writing to it for more than {busy_seconds:g} s"
        return f"The casefile {path} is busy: {waited}. Try again when it is done."
    if "not a database" in said:
        return f"{path} is not a casefile: it is no SQLite file. Name another file."
    if "readonly" in said or "read-only" in said:
        return f"The casefile {path} may not be written. Give yourself the right to write to it and to its folder, or copy it elsewhere."
    if "full" in said:
        return f"There is no room left for the casefile {path}. What was stored before is safe; make room and run it again."
    if "unable to open" in said:
        return f"The casefile {path} cannot be opened. See that it is a file, and that you may write to it and to its folder."
    if "malformed" in said or "i/o" in said:
        return f"The casefile {path} is damaged or its disk fails ({error.orig}). Put back a copy, and run `sayso verify` on it."
    return f"The casefile {path} could not be used: {error.orig}."
