"""A casefile in one SQLite file: how it is made, its connections set up, and its errors put into sentences."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from sayso.casefile.records import CasefileError

_WRITES = {"sayso_begin": "BEGIN IMMEDIATE"}  # the write lock is taken at once, so that a transaction cannot fail halfway
_OUTSIDE = {"sayso_begin": "SELECT 1"}  # a change of journal, a checkpoint, a vacuum: outside any transaction

_ROOM = ("cache_size=-32768", "wal_autocheckpoint=8000")
"""32 MiB each, of the file's pages in memory and of the log before it is worked into the file: a page that changes often is written seldom."""


class Sqlite:
    """One file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = str(path)

    def possible(self) -> bool:
        """Whether there is a file; if not, there has to be a folder that may be written to."""
        if self.path.is_dir():
            raise CasefileError(f"{self.path} is a folder, not a casefile. Name a file in it.")
        if self.path.exists():
            return True
        folder = self.path.parent
        if not folder.is_dir():
            raise CasefileError(f"The casefile {self.path} cannot be made: there is no folder {folder}. Make it, or name another place.")
        if not os.access(folder, os.W_OK | os.X_OK):
            raise CasefileError(f"The casefile {self.path} cannot be made: you may not write to the folder {folder}. Name another place.")
        return False

    def require(self, create: bool) -> None:
        """With `create`, make an empty file that its owner alone can read; SQLite gives the same mode to its -wal and -shm."""
        if self.path.is_dir():
            raise CasefileError(f"{self.path} is a folder, not a casefile. Name a file in it.")
        if not create:
            if not self.path.exists():
                raise CasefileError(f"There is no casefile {self.path}. `sayso read PATH --into {self.path}` makes one.")
            return
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            return
        except OSError as error:
            raise CasefileError(f"The casefile {self.path} cannot be made: {error.strerror}. Name a place that you may write to.") from error

    def engine(self, busy_seconds: float) -> Engine:
        """Foreign keys checked, deleted values overwritten, a bounded wait for other writers."""
        engine = create_engine(URL.create("sqlite", database=str(self.path)), connect_args={"timeout": busy_seconds})

        @event.listens_for(engine, "connect")
        def _set_up(connection: Any, _record: Any) -> None:
            connection.isolation_level = None  # transactions are begun below, not by the driver
            for pragma in ("foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON", *_ROOM):
                connection.execute(f"PRAGMA {pragma}")

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql(connection.get_execution_options().get("sayso_begin", "BEGIN"))

        return engine

    def to_write(self, engine: Engine) -> Engine:
        """Its transactions begin with the write lock."""
        return engine.execution_options(**_WRITES)

    def take_turn(self, connection: Connection) -> None:
        """Nothing: the transaction began with the write lock."""

    def protect(self) -> None:
        """Take everyone else's rights away, for instance after the file came back from a backup."""
        for one in (self.path, *(self.path.with_name(self.path.name + end) for end in ("-wal", "-shm"))):
            if one.exists() and one.stat().st_mode & 0o077:
                try:
                    one.chmod(0o600)
                except OSError as error:
                    raise CasefileError(f"Others can read the casefile {one}, and that cannot be changed: {error.strerror}.") from error

    def settle(self, engine: Engine) -> None:
        """Write-ahead logging, with which readers and a writer do not hinder each other. The file remembers it."""
        with engine.execution_options(**_OUTSIDE).connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")

    def faults(self, connection: Connection) -> list[str]:
        """What SQLite's own check of its pages and foreign keys finds."""
        sentences = []
        try:
            found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
            sentences = [] if found == ["ok"] else [f"The file is damaged: {fault}." for fault in found]
            for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                sentences.append(f"Row {row} of {table} names a row of {parent} that is not there.")
        except DBAPIError as error:
            sentences.append(f"The file is damaged: its own check ends with “{error.orig}”.")
        return sentences

    def snapshot(self, engine: Engine, out: Path) -> bool:
        """A copy without free pages, of one moment, that hinders no writer."""
        with engine.execution_options(**_OUTSIDE).connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(out),))
        return True

    def scrub(self, engine: Engine) -> str | None:
        """Write the whole file anew without its free pages, and empty the write-ahead log."""
        with engine.execution_options(**_OUTSIDE).connect() as connection:
            connection.exec_driver_sql("INSERT INTO search(search) VALUES('optimize')")  # drops the words of rows that were taken out
            connection.exec_driver_sql("VACUUM")
            hindered = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        if hindered:
            return f"Another program is reading {self.name}, so that {self.name}-wal may hold old pages until it stops."
        return None

    def sentence(self, error: DBAPIError, busy_seconds: float) -> str:
        """SQLite's complaint in words."""
        said = str(error.orig).lower()
        if "locked" in said or "busy" in said:
            waited = f"another process has been writing to it for more than {busy_seconds:g} s"
            return f"The casefile {self.name} is busy: {waited}. Try again when it is done."
        if "not a database" in said:
            return f"{self.name} is not a casefile: it is no SQLite file. Name another file."
        if "readonly" in said or "read-only" in said:
            return f"The casefile {self.name} may not be written. Give yourself the right to write to it and to its folder, or copy it elsewhere."
        if "full" in said:
            return f"There is no room left for the casefile {self.name}. What was stored before is safe; make room and run it again."
        if "unable to open" in said:
            return f"The casefile {self.name} cannot be opened. See that it is a file, and that you may write to it and to its folder."
        if "malformed" in said or "i/o" in said:
            return f"The casefile {self.name} is damaged or its disk fails ({error.orig}). Put back a copy, and run `sayso verify` on it."
        return f"The casefile {self.name} could not be used: {error.orig}."
