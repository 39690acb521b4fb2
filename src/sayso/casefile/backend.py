"""Where a casefile lies: a SQLite file, or a database of a PostgreSQL server. What differs between the two is behind this and search."""

from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

BUSY_SECONDS = 10.0
"""How long a reader or writer waits for another writer before it gives up."""


class Backend(Protocol):
    """A place for a casefile. `name` is what sentences call it; a password is never in it."""

    name: str

    def possible(self) -> bool:
        """Whether the place is there. Raises CasefileError where it is not and cannot be made; makes nothing."""

    def require(self, create: bool) -> None:
        """See that the place is there; with `create`, make it where that is ours to do. Raises CasefileError."""

    def engine(self, busy_seconds: float) -> Engine:
        """An engine whose connections wait so long for others and no longer."""

    def to_write(self, engine: Engine) -> Engine:
        """The same engine for transactions that are going to write."""

    def take_turn(self, connection: Connection) -> None:
        """At the start of such a transaction: wait for the other writers, so that it cannot fail halfway."""

    def protect(self) -> None:
        """Take other people's rights to the place away, where that is ours to do."""

    def settle(self, engine: Engine) -> None:
        """What is set once, when the tables are there."""

    def faults(self, connection: Connection) -> list[str]:
        """What the store's own check of itself finds, in sentences; empty when it is sound."""

    def snapshot(self, engine: Engine, out: Path) -> bool:
        """Write the casefile as it is at one moment to an empty file, while others go on. False where only a copy row by row does that."""

    def scrub(self, engine: Engine) -> str | None:
        """Overwrite or give back all room that held deleted values. A sentence where some of it may hold them still."""

    def sentence(self, error: DBAPIError, busy_seconds: float) -> str:
        """What went wrong, where, and what to do."""


def is_server(name: str) -> bool:
    """Whether a casefile's name is the address of a database server."""
    return name.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def backend_for(name: Path | str) -> Backend:
    """The place that a casefile's name means: `postgresql://user@host/database`, or else a file."""
    if is_server(str(name)):
        from sayso.casefile.postgres import Postgres

        return Postgres(str(name))
    from sayso.casefile.sqlite import Sqlite

    return Sqlite(Path(name))
