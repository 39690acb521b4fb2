"""A casefile that is open: its connections, whose turn it is, who signs, and errors in words."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from sayso.casefile import index
from sayso.casefile.backend import BUSY_SECONDS, Backend, backend_for
from sayso.casefile.log import Signature
from sayso.casefile.records import CasefileError
from sayso.casefile.tables import HEAD, log
from sayso.casefile.versions import bring_up, version_of


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Opened:
    """What every casefile is, whatever is done with it: see `Casefile`."""

    def __init__(self, engine: Engine, backend: Backend, busy_seconds: float, clock: Callable[[], datetime], operator: str) -> None:
        self.name = backend.name
        """What to call it: the file's path, or the server's address without any password."""
        self._engine = engine
        self._backend = backend
        self._busy_seconds = busy_seconds
        self._clock = clock
        self._operator = operator
        self._moment: Connection | None = None

    @classmethod
    def open(
        cls,
        name: Path | str,
        *,
        create: bool,
        busy_seconds: float = BUSY_SECONDS,
        clock: Callable[[], datetime] = _utc_now,
        operator: str | None = None,
    ) -> Self:
        """Open a casefile, bringing an older one forward; with `create`, make it where there is none.

        `name` is a file's path, or `postgresql://user@host/database`. `busy_seconds` is the wait for another writer; `clock`
        and `operator` (default: the user of this machine) sign the log.
        """
        backend = backend_for(name)
        backend.require(create)
        case = cls(backend.engine(busy_seconds), backend, busy_seconds, clock, operator or machine_user())
        try:
            case._bring_up(create)
        except BaseException:
            case.close()
            raise
        return case

    @staticmethod
    def possible(name: Path | str) -> bool:
        """Whether something is there under that name already: a file, or a server's database. Raises CasefileError where a casefile could
        not be made; nothing is made or opened."""
        return backend_for(name).possible()

    def _bring_up(self, create: bool) -> None:
        with self._reads() as connection:
            version = version_of(connection)
        if version is None and not create:
            raise CasefileError(f"{self.name} is empty, not a casefile. `sayso read PATH --into {self.name}` fills it.")
        self._backend.protect()
        if version != HEAD:
            with self._writes() as connection:  # another process may have been quicker: bring_up looks again
                bring_up(connection)
                index.bring_up(connection)
        with self._in_words():
            self._backend.settle(self._engine)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _signature(self) -> Signature:
        return Signature(self._clock(), self._operator)

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """All that is looked up within is as it is now, whatever is put in, corrected or redacted meanwhile by whomever. For one thread."""
        with self._transaction(self._engine) as connection:
            connection.execute(select(log.c.seq).limit(1)).first()  # a transaction sees what was there when it first looked
            self._moment = connection
            try:
                yield
            finally:
                self._moment = None

    @contextmanager
    def _reads(self) -> Iterator[Connection]:
        if self._moment is None:
            with self._reads_now() as connection:
                yield connection
            return
        with self._in_words():
            yield self._moment

    def _reads_now(self) -> AbstractContextManager[Connection]:
        """As `_reads`, but of what is there now."""
        return self._transaction(self._engine)

    def _writes(self) -> AbstractContextManager[Connection]:
        return self._transaction(self._backend.to_write(self._engine), writes=True)

    @contextmanager
    def _transaction(self, engine: Engine, writes: bool = False) -> Iterator[Connection]:
        with self._in_words(), engine.begin() as connection:
            if writes:
                self._backend.take_turn(connection)
            yield connection

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise CasefileError(self._backend.sentence(error, self._busy_seconds)) from error
        except (SQLAlchemyError, UnicodeDecodeError) as error:  # rows that no casefile has: damaged, or made so
            why = f"{self.name} holds what no casefile holds ({str(error).splitlines()[0]}): it is damaged, or was altered."
            raise CasefileError(f"{why} Restore a backup, which `sayso backup` makes.") from error


def machine_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "unknown"
