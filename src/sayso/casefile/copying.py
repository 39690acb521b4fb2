"""A whole casefile, as it is at one moment, into another place: for backups, for putting them back, and for moving to a server or off it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select, text

from sayso.casefile import index, tables
from sayso.casefile.records import CasefileError

_COPIED = (
    tables.originals, tables.reports, tables.appearances, tables.readings, tables.corrections, tables.blocked, tables.quarantine,
    tables.log, tables.head,
)  # fmt: skip
"""All but the search, which is made anew from the readings."""
_PAGE = 200


def copy(source: Connection, target: Connection) -> None:
    """Every row of one casefile into another one that is empty, each seen in one transaction of its own; then the search."""
    if target.execute(select(tables.log.c.seq).limit(1)).first() is not None:
        raise CasefileError("A backup is put back into an empty place only, and there is a casefile here. Name another one.")
    target.execute(delete(tables.head))
    for table in _COPIED:
        rows = source.execute(select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_PAGE))
        for page in rows.partitions():
            target.execute(insert(table), [dict(row._mapping) for row in page])
    if target.dialect.name == "postgresql":
        for table in (tables.appearances, tables.readings, tables.corrections):  # the server counts on from what was put in
            last = target.execute(select(func.max(table.c.seq))).scalar()
            if last is not None:
                target.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'seq'), :last)"), {"name": table.name, "last": last})
    index.bring_up(target)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to, which becomes `path` at the end, or is removed where something goes wrong. Its owner alone can
    read it. Raises CasefileError where `path` is there already, or cannot be made."""
    if path.exists():
        raise CasefileError(f"{path} is there already, and nothing is overwritten. Name another place.")
    part = path.with_name(path.name + ".part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise CasefileError(f"{part} is there already, perhaps from a run that was stopped. See that no other is going on, and delete it.") from None
    except OSError as error:
        raise CasefileError(f"{path} cannot be made: {error.strerror}. Name a place that you may write to.") from error
    try:
        yield part
        _named(part, path)
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + end).unlink(missing_ok=True)


def _named(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # unlike a renaming, this overwrites nothing
    except FileExistsError:
        raise CasefileError(f"{path} was made by somebody else meanwhile; nothing is overwritten.") from None
    except OSError:  # a disk that knows no links
        part.rename(path)


def copy_file(source: Path, target: Path) -> None:
    """A SQLite file as it is at one moment, its write-ahead log included; the source is only read. Raises CasefileError."""
    if not source.is_file():
        raise CasefileError(f"There is no backup {source}.")
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    except sqlite3.Error as error:
        raise CasefileError(f"The backup {source} cannot be read: {error}. See that it is one, and that you may read it.") from error
