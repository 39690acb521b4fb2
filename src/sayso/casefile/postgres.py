"""A casefile in a database of a PostgreSQL server, for a team. The database is made by its owner (`createdb NAME`), the tables by us."""

from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from sayso.casefile.kept_situations import kept
from sayso.casefile.records import CasefileError
from sayso.casefile.tables import metadata

_WRITES = {"isolation_level": "READ COMMITTED", "postgresql_readonly": False}
_TURN = 5_437_181  # one number for all of sayso: the lock of whoever writes to this database

_SEES_THE_PAST = text("""
    WITH moment AS (SELECT age(CAST(CAST(:moment AS xid8) AS xid)) AS age)
    SELECT 'session ' || pid || coalesce(' of ' || usename, '') FROM pg_stat_activity, moment
    WHERE pid <> pg_backend_pid() AND (age(backend_xid) > moment.age
      OR (age(backend_xmin) > moment.age AND (datname = current_database() OR backend_type = 'walsender')))
    UNION ALL SELECT 'prepared transaction ' || gid FROM pg_prepared_xacts, moment WHERE age(transaction) > moment.age
    UNION ALL SELECT 'replication slot ' || slot_name FROM pg_replication_slots, moment WHERE age(xmin) > moment.age
    ORDER BY 1
""")
"""Those for whom the server keeps what was deleted since a moment: older snapshots of this database, and, through the snapshot that writing
a table anew takes itself, unfinished changes of any database."""


class Postgres:
    """One database."""

    def __init__(self, address: str) -> None:
        try:
            url = make_url(address).set(drivername="postgresql+psycopg")
        except ArgumentError:
            raise CasefileError("The address of the server cannot be read. Write it as postgresql://user@host:5432/database.") from None
        self._url = url
        self._busy_seconds = 0.0
        self.name = url.set(drivername="postgresql", password=None, query={}).render_as_string()

    def possible(self) -> bool:
        """The database has to be there; connecting to it tells whether it is."""
        return True

    def require(self, create: bool) -> None:
        """Nothing: whether the database is there is told by connecting to it."""

    def engine(self, busy_seconds: float) -> Engine:
        """Each reading transaction sees one moment; waits for locks are bounded; a commit is on disk when it returns."""
        self._busy_seconds = busy_seconds
        try:
            engine = create_engine(self._url, isolation_level="REPEATABLE READ", connect_args={"connect_timeout": max(2, int(busy_seconds))})
        except (ImportError, NoSuchModuleError):
            raise CasefileError("A casefile on a PostgreSQL server needs its driver: pip install 'sayso[postgres]'.") from None

        @event.listens_for(engine, "connect")
        def _set_up(connection: Any, _record: Any) -> None:
            connection.autocommit = True
            connection.execute(f"SET lock_timeout = {max(1, int(busy_seconds * 1000))}")
            connection.execute("SET client_encoding = 'UTF8'")
            connection.autocommit = False

        return engine

    def to_write(self, engine: Engine) -> Engine:
        """Each statement sees what others have committed before it, which is what a writer that has waited its turn must see."""
        return engine.execution_options(**_WRITES)

    def take_turn(self, connection: Connection) -> None:
        """One writer at a time: the chain of the log has one end."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})

    def protect(self) -> None:
        """Nothing: the server's roles say who may do what."""

    def settle(self, engine: Engine) -> None:
        """Nothing."""

    def faults(self, connection: Connection) -> list[str]:
        """Rows that name rows that are not there; pages are for the server's own tools (pg_amcheck, checksums)."""
        sentences = []
        for table in metadata.sorted_tables:
            for key in table.foreign_keys:
                parent = key.column
                lost = connection.execute(
                    text(f'SELECT count(*) FROM "{table.name}" t LEFT JOIN "{parent.table.name}" p ON t."{key.parent.name}" = p."{parent.name}" '
                         f'WHERE p."{parent.name}" IS NULL')
                ).scalar_one()  # fmt: skip
                if lost:
                    sentences.append(f"{lost} rows of {table.name} name a row of {parent.table.name} that is not there.")
        return sentences

    def snapshot(self, engine: Engine, out: Path) -> bool:  # noqa: ARG002
        """Not done by the server: its own dumps are no casefiles."""
        return False

    def scrub(self, engine: Engine) -> str | None:
        """Write the tables anew, when nobody sees their former state any more: what somebody sees is written anew with them. The server's
        write-ahead log, its archive and its backups are not ours to clean."""
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            seeing = self._seen_by(connection)
            derived = [kept.name] if inspect(connection).has_table(kept.name) else []
            for name in (*(table.name for table in metadata.sorted_tables), "search", *derived):
                connection.exec_driver_sql(f'VACUUM FULL "{name}"')
            connection.exec_driver_sql("ANALYZE")
        if seeing:
            return (
                f"Others on the server still see the state before ({', '.join(seeing)}), so that the tables hold the words. "
                f"When they have ended: `sayso redact {self.name} --scrub`."
            )
        return "The server's write-ahead log, its archive and its backups may hold the words until they are recycled; ask whoever keeps it."

    def _seen_by(self, connection: Connection) -> list[str]:
        """Who may see the database as it was before now, when those have had their time to end whom a moment's wait lets go."""
        moment = connection.execute(text("SELECT pg_snapshot_xmax(pg_current_snapshot())::text")).scalar_one()
        until = monotonic() + self._busy_seconds
        while seeing := list(connection.execute(_SEES_THE_PAST, {"moment": moment}).scalars()):
            if monotonic() > until:
                break
            sleep(0.05)
        return seeing

    def sentence(self, error: DBAPIError, busy_seconds: float) -> str:
        """The server's complaint in words, by its code."""
        code = getattr(error.orig, "sqlstate", None) or ""
        said = str(error.orig).strip().split("\n")[0]
        if code == "55P03":
            waited = f"another process has been writing to it for more than {busy_seconds:g} s"
            return f"The casefile {self.name} is busy: {waited}. Try again when it is done."
        if code == "42501" or code == "25006":
            return f"The casefile {self.name} may not be written or read by this user ({said}). Ask whoever keeps the server for the right."
        if code == "53100":
            return f"There is no room left for the casefile {self.name}. What was stored before is safe; make room and run it again."
        if code == "3D000" or ('database "' in said and "does not exist" in said):
            return f"There is no database {self._url.database} on the server. `createdb {self._url.database}` there makes it."
        if code.startswith("28") or "password" in said or "authentication" in said:
            return f"The server does not let this user in to {self.name}: {said}."
        if not code or code.startswith(("08", "57P")):
            return f"The server of the casefile {self.name} cannot be reached or has stopped ({said}). What was stored before is safe."
        return f"The casefile {self.name} could not be used: {said}."
