"""Reports dropped or pasted into the workbench: read in the background, one job after the other, with what came of each.

They are taken apart and read in processes of their own, which can be stopped: one that takes too long costs nobody else's more than that time.
"""

import secrets
import tempfile
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Event

from sayso.casefile import Added, Casefile, CasefileError
from sayso.intake import Known, Limits, Refused, Taken
from sayso.model import Reading
from sayso.reading import DEFAULT_MODEL
from sayso.reading.languages import other_languages
from sayso.scale.workers import Workers
from sayso.view import harmless
from sayso.workbench.taking import Taking

_KEPT = 20  # jobs
_WAITING = 8
"""So many jobs at most are not done; what is in them is in memory."""
SECONDS = 300.0
"""That one report may take to be read."""
_SUFFIXES = frozenset({".txt", ".html", ".htm", ".jsonl", ".md", ".eml", ".pdf", ".docx", ".xml"})
_WORDS = {
    Added.NEW: "read and stored", Added.REREAD: "read again by a newer reader", Added.APPEARANCE: "known; noted that it was met in one more place",
    Added.KNOWN: "known already; nothing was changed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one report: its name, its id if it is in the casefile now, and a sentence."""

    name: str
    report: str
    words: str


@dataclass
class Job:
    """Reports being read. `came` grows; `done` says that it will not any more."""

    files: int
    came: list[Came] = field(default_factory=list)
    done: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was sent, or a pasted text: its name there, and its bytes."""

    name: str
    content: bytes


class Adding:
    """Reads what people add. The process that reads is started with the first report and kept."""

    def __init__(self, case: str, closing: Event, seconds: float = SECONDS) -> None:
        """`seconds` is the time that one report may take."""
        self._case = case
        self._closing = closing
        self._seconds = seconds
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="adding")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._taking = Taking(seconds)

    @cached_property
    def _reads(self) -> Workers:
        return Workers(1, DEFAULT_MODEL, (), self._seconds)

    def start(self, given: Sequence[Given], known: Known, who: str | None) -> str | None:
        """Begin to read what somebody gave; gives the job's name, or None where too much waits already."""
        if sum(not one.done for one in self._jobs.values()) >= _WAITING:
            return None
        name, job = secrets.token_urlsafe(8), Job(len(given))
        self._jobs[name] = job
        while len(self._jobs) > _KEPT:
            self._jobs.popitem(last=False)
        self._worker.submit(self._run, job, given, known, who)
        return name

    def job(self, name: str) -> Job | None:
        """A job by its name; None for one that was never begun, or long ago."""
        return self._jobs.get(name)

    def _run(self, job: Job, given: Sequence[Given], known: Known, who: str | None) -> None:
        try:
            with tempfile.TemporaryDirectory(prefix="sayso-") as folder, Casefile.open(self._case, create=False, operator=who) as casefile:
                for number, one in enumerate(given):
                    if self._closing.is_set():
                        break
                    name = harmless(Path(one.name.replace("\\", "/")).name)[:200] or "a report"
                    try:
                        self._take(job, casefile, replace(one, name=name), known, Path(folder) / str(number))
                    except Exception as error:  # whatever it was, it costs no other file anything and is said
                        job.came.append(Came(name, "", f"not read: {_said(error)}"))
        except Exception as error:
            job.came.append(Came("", "", f"nothing more was read: {_said(error)}"))
        finally:
            job.done = True

    def _take(self, job: Job, casefile: Casefile, given: Given, known: Known, folder: Path) -> None:
        """Read one file. On disk it has a name of ours: the sender's may be a path, or worse."""
        suffix = Path(given.name).suffix.lower()
        folder.mkdir()
        path = folder / f"report{suffix if suffix in _SUFFIXES else '.txt'}"
        path.write_bytes(given.content)
        with closing(self._taking.take(path, known, Limits(languages=other_languages() | {"en"}))) as found:
            for one in found:
                if self._closing.is_set():
                    return
                if isinstance(one, Refused):
                    job.came.append(Came(given.name, "", f"not read: {one.reason}"))
                    continue
                source = one.source.replace(str(path), given.name)
                job.came.append(self._store(casefile, replace(one, source=source), given.name))

    def _store(self, casefile: Casefile, taken: Taken, name: str) -> Came:
        title = harmless(taken.report.title or name)
        try:
            if casefile.has(taken.report.id, self._reads.version_of(taken.report), taken.report.published):
                return Came(title, taken.report.id, _WORDS[casefile.meet(taken)])
            ((outcome,),) = self._reads.read([[taken.report]])
            if isinstance(outcome, Reading):
                return Came(title, taken.report.id, "; ".join((_WORDS[casefile.add(taken, outcome)], *taken.doubts)))
            kept = casefile.set_aside(taken, outcome.reason)
        except CasefileError as error:
            return Came(title, "", f"not stored: {error}")
        where = "it is kept in quarantine (`sayso retry`)" if kept else "its earlier reading stays"
        return Came(title, "", f"not read: {outcome.reason}; {where}")


def _said(error: Exception) -> str:
    return str(error) if isinstance(error, CasefileError) else f"{type(error).__name__}: {error}"
