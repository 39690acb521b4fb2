"""Reports dropped or pasted into the workbench: read in the background, one job after the other, with what came of each."""

import secrets
import tempfile
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from sayso.casefile import Added, Casefile, CasefileError
from sayso.intake import Known, Limits, Refused, Taken, take
from sayso.reading.languages import other_languages
from sayso.view import harmless

if TYPE_CHECKING:
    from sayso.reading.languages import Languages

_KEPT = 20  # jobs
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
    """Reads what people add. The reader is loaded with the first report and kept."""

    def __init__(self, case: str, closing: Event) -> None:
        self._case = case
        self._closing = closing
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="adding")
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    @cached_property
    def _reader(self) -> "Languages":
        from sayso.reading.languages import Languages
        from sayso.reading.pipeline import Reader

        return Languages(Reader())

    def start(self, given: Sequence[Given], known: Known, who: str | None) -> str:
        """Begin to read what somebody gave; gives the job's name."""
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
                    self._take(job, casefile, one, known, Path(folder) / str(number))
        except CasefileError as error:
            job.came.append(Came("", "", str(error)))
        finally:
            job.done = True

    def _take(self, job: Job, casefile: Casefile, given: Given, known: Known, folder: Path) -> None:
        """Read one file. On disk it has a name of ours: the sender's may be a path, or worse."""
        suffix = Path(given.name).suffix.lower()
        folder.mkdir()
        path = folder / f"report{suffix if suffix in _SUFFIXES else '.txt'}"
        path.write_bytes(given.content)
        name = harmless(Path(given.name.replace("\\", "/")).name)[:200] or "a report"
        for one in take([path], known, Limits(languages=other_languages() | {"en"})):
            if self._closing.is_set():
                return
            if isinstance(one, Refused):
                job.came.append(Came(name, "", f"not read: {one.reason}"))
                continue
            source = one.source.replace(str(path), name)
            job.came.append(self._store(casefile, replace(one, source=source), name))

    def _store(self, casefile: Casefile, taken: Taken, name: str) -> Came:
        title = harmless(taken.report.title or name)
        try:
            if casefile.has(taken.report.id, self._reader.version_of(taken.report), taken.report.published):
                return Came(title, taken.report.id, _WORDS[casefile.meet(taken)])
            return Came(title, taken.report.id, _WORDS[casefile.add(taken, self._reader.read(taken.report))])
        except CasefileError as error:
            return Came(title, "", f"not stored: {error}")
        except Exception as error:  # one report that cannot be read never costs the others
            kept = casefile.set_aside(taken, f"the reader failed on this report ({type(error).__name__}: {error})")
            where = "it is kept in quarantine (`sayso retry`)" if kept else "its earlier reading stays"
            return Came(title, "", f"not read: the reader failed on it ({type(error).__name__}); {where}")
