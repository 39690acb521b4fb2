"""Reading in this process, or in several: batches of reports in, their readings out in the same order, the same bytes either way.

Workers are spawned, not forked, so that each loads the pipeline for itself and inherits no open file or lock. They hold nothing that
is not in their answers, so one that dies (killed, or out of memory) costs time alone: what it had not answered is asked again.
"""

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from sayso._processes import keep_what_is_loaded, leave_with_parent
from sayso.intake.terms import TimeUpError
from sayso.model import ReaderVersion, Reading, Report
from sayso.scale.limit import time_limit

if TYPE_CHECKING:
    from sayso.reading.languages import Languages
    from sayso.reading.pipeline import Reader  # its libraries take a second to import, which only the workers need to spend


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a report has no reading: the reader failed on it."""

    reason: str


Outcome = Reading | Fault


class Reads(Protocol):
    """What reads batches of reports."""

    @property
    def version(self) -> ReaderVersion:
        """Which reader of English it is."""
        ...

    def version_of(self, report: Report) -> ReaderVersion:
        """Which reader it is for this report: for another language a plug-in may be."""
        ...

    @property
    def together(self) -> int:
        """How many reports to put in a batch."""
        ...

    def read(self, batches: Iterable[Sequence[Report]]) -> Iterator[list[Outcome]]:
        """For each batch, in order, the outcome of each of its reports, in order."""
        ...


class Here:
    """Reads in this process."""

    together = 32

    def __init__(self, reader: "Reader | Languages", seconds: float | None = None) -> None:
        """`seconds` is the time that one report may take."""
        self._reader = reader
        self._seconds = seconds
        self.version = reader.version

    def version_of(self, report: Report) -> ReaderVersion:
        """The version of the reader that reads it."""
        return self._reader.version_of(report)

    def read(self, batches: Iterable[Sequence[Report]]) -> Iterator[list[Outcome]]:
        """The outcomes of each batch, one batch after the other."""
        for batch in batches:
            yield in_time(self._reader, batch, self._seconds)


class Workers:
    """Reads in `count` processes of their own. Use it in a `with` statement. Raises LookupError with a sentence where no reader can be made."""

    together = 16
    """No slower than more (measured), and the last batch, over which one worker sits while the others wait, is soon done."""
    DEATHS = 2
    """A report whose worker dies so often, reading nothing else, is given up."""

    def __init__(self, count: int, model: str, lexicons: Sequence[Path], seconds: float | None = None) -> None:
        """`seconds` is the time that one report may take."""
        self._count, self._given = count, (model, tuple(lexicons), seconds)
        self._pool = self._new_pool()
        self._versions: dict[str, ReaderVersion] = {}
        try:
            asked = [self._pool.submit(_version) for _ in range(count)]  # a pool starts a process when it is asked for one: all at once
            self.version: ReaderVersion = asked[0].result()
        except BaseException:
            self.close()
            raise

    def read(self, batches: Iterable[Sequence[Report]]) -> Iterator[list[Outcome]]:
        """The outcomes of each batch, in order; at most two batches a worker are under way or wait for their turn."""
        under_way: deque[tuple[Sequence[Report], Future[list[str | Fault]]]] = deque()
        for batch in batches:
            under_way.append((batch, self._ask(batch)))
            if len(under_way) >= 2 * self._count:
                yield self._answer(under_way)
        while under_way:
            yield self._answer(under_way)

    def version_of(self, report: Report) -> ReaderVersion:
        """The version of the reader that reads it."""
        if report.language in (None, "en"):
            return self.version
        if report.language not in self._versions:
            self._versions[report.language] = self._pool.submit(_version, report).result()
        return self._versions[report.language]

    def close(self) -> None:
        """Let the workers go; what they had begun is given up."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._count, get_context("spawn"), initializer=_begin, initargs=self._given)

    def _ask(self, batch: Sequence[Report]) -> "Future[list[str | Fault]]":
        try:
            return self._pool.submit(_read, batch)
        except BrokenProcessPool as broken:
            answer: Future[list[str | Fault]] = Future()
            answer.set_exception(broken)
            return answer

    def _answer(self, under_way: "deque[tuple[Sequence[Report], Future[list[str | Fault]]]]") -> list[Outcome]:
        batch, future = under_way.popleft()
        try:
            answers = future.result()
        except BrokenProcessPool:
            self._renew()
            answers = [answer for report in batch for answer in self._alone(report)]
            waiting = list(under_way)
            under_way.clear()
            under_way.extend((other, asked if _answered(asked) else self._ask(other)) for other, asked in waiting)
        return [Reading.model_validate_json(answer) if isinstance(answer, str) else answer for answer in answers]

    def _alone(self, report: Report) -> list[str | Fault]:
        """The outcome of one report that may be what its worker died of, while no other report is read."""
        for _ in range(self.DEATHS):
            try:
                return self._ask([report]).result()
            except BrokenProcessPool:
                self._renew()
        return [Fault("the process that read it died, twice; it may need more memory than there is")]

    def _renew(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._new_pool()


def _answered(future: "Future[list[str | Fault]]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def in_time(reader: "Reader | Languages", batch: Sequence[Report], seconds: float | None) -> list[Outcome]:
    """The outcome of each report of a batch. One that takes longer than `seconds`, if that is given, is stopped, and the others are read."""
    done: list[Outcome] = []
    try:
        with time_limit(seconds) as again:
            for one in reader.try_many(batch) if batch else ():
                done.append(_outcome(one))
                again()
        return done
    except TimeUpError as error:  # while all were parsed together: which of them it was shows when each is read alone
        if len(batch) == 1:
            return [Fault(str(error))]
    return [*done, *(outcome for report in batch[len(done) :] for outcome in in_time(reader, [report], seconds))]


def _outcome(one: Reading | Exception) -> Outcome:
    if isinstance(one, TimeUpError):
        return Fault(str(one))
    return Fault(f"the reader failed on this report ({type(one).__name__}: {one})") if isinstance(one, Exception) else one


# --- in the worker ----------------------------------------------------------------------------------------------------

_reader: "Languages | LookupError"
_seconds: float | None = None


def _begin(model: str, lexicons: Sequence[Path], seconds: float | None) -> None:
    global _reader, _seconds
    from sayso.lexicon import Lexicon, LexiconError
    from sayso.reading.languages import Languages
    from sayso.reading.pipeline import Reader

    _seconds = seconds
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first process's to answer
    leave_with_parent()
    try:
        _reader = Languages(Reader(model, Lexicon(*lexicons)))
    except (LookupError, LexiconError) as error:
        _reader = LookupError(str(error))
    keep_what_is_loaded()


def _the_reader() -> "Languages":
    if isinstance(_reader, LookupError):
        raise _reader
    return _reader


def _version(report: Report | None = None) -> ReaderVersion:
    return _the_reader().version_of(report) if report else _the_reader().version


def _read(batch: Sequence[Report]) -> list[str | Fault]:
    """Each outcome as JSON or a Fault: a Reading in JSON is less to send, and sooner whole again, than one pickled."""
    return [one.to_json() if isinstance(one, Reading) else one for one in in_time(_the_reader(), batch, _seconds)]
