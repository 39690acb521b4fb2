"""Shards: files of reports in, one file of readings out for each, named by what it was made of.

A shard's readings are written beside the others and put in place when they are whole, so a file that is there is done. Its name is the
hash of the shard's bytes and of the reader: the same shard under another name is not read twice, and another reader reads it again.
"""

import hashlib
import json
import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TextIO

from sayso.intake import Limits, Refused, Taken, take
from sayso.intake.conflict import kept_row
from sayso.model import ReaderVersion, Reading, Report
from sayso.scale.workers import Fault, Outcome, Reads

READINGS, QUARANTINE, PASSED_OVER, UNDER_WAY = "readings", "quarantine", "passed-over", "under-way"
Kind = Literal["jsonl", "parquet"]
KINDS: tuple[Kind, ...] = ("jsonl", "parquet")
"""What readings are written as."""
_DEATHS = 2
"""A report during which the process died so often is given up."""
_MANY = 1 << 20


@dataclass(frozen=True, slots=True)
class Done:
    """What a shard came to. `known`: its readings were there already."""

    shard: str
    readings: int
    quarantined: int
    passed_over: int
    known: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """Why a report is not read: nothing is wrong with it, but it is not asked for."""

    reason: str


def shards_in(paths: Sequence[str]) -> list[Path]:
    """The files at or below these paths, hidden ones left out, in the order of their names. FileNotFoundError for a path that is not there."""
    found: list[Path] = []
    for path in map(Path, paths):
        if not path.exists():
            raise FileNotFoundError(f"{path} is not there; name a file or a folder of JSON Lines")
        inside = [one for one in path.rglob("*") if one.is_file() and not any(part.startswith(".") for part in one.relative_to(path).parts)]
        found += [path] if path.is_file() else sorted(inside)
    return list(dict.fromkeys(found))


def name_of(shard: Path, reader: ReaderVersion, plug_ins: Sequence[str] = ()) -> str:
    """The hash of a shard's bytes, of the reader, and of those for other languages."""
    digest = hashlib.sha256("\n".join((reader.to_json(), *plug_ins)).encode())
    with shard.open("rb") as stream:
        while part := stream.read(_MANY):
            digest.update(part)
    return digest.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Way:
    """How shards are read. `passes_over` gives the reason for which a report is not read, if there is one; `plug_ins` are the readers of
    other languages by package and version."""

    limits: Limits = field(default_factory=Limits)
    plug_ins: tuple[str, ...] = ()
    kind: Kind = "jsonl"
    passes_over: Callable[[Report], str | None] | None = None


def read_shard(shard: Path, out: Path, reads: Reads, way: Way | None = None) -> Done:
    """Read a shard's reports into `out`: a line for each reading, in the order of the shard; a line with the reason for each report
    that has none; and the reports that were passed over, as JSON Lines that can be read like any other. Where an earlier process died
    over this shard its reports are read one by one, and what killed it twice is given up."""
    way = way or Way()
    name = name_of(shard, reads.version, way.plug_ins)
    where = {folder: out / folder / f"{name}.jsonl" for folder in (READINGS, QUARANTINE, PASSED_OVER)}
    done = next((path for kind in KINDS if (path := out / READINGS / f"{name}.{kind}").exists()), None)
    if done is not None:
        count = sum(1 for _ in lines_in(done))
        return Done(str(shard), count, _lines(where[QUARANTINE]), _lines(where[PASSED_OVER]), known=True)
    marker = _Marker(out / UNDER_WAY / name)
    counts: Counter[str] = Counter()
    taken = take([shard], limits=way.limits)
    with ExitStack() as stack:  # the reasons are in place before what says that the shard is done
        good = stack.enter_context(_whole(out / READINGS / f"{name}.{way.kind}", way.kind))
        files = {READINGS: good, **{folder: stack.enter_context(_whole(where[folder])) for folder in (QUARANTINE, PASSED_OVER)}}
        for one, outcome in _outcomes(taken, reads, marker, way):
            folder, line = _line(shard, one, outcome)
            files[folder].write(line + "\n")
            counts[folder] += 1
    for folder in (QUARANTINE, PASSED_OVER):
        if not counts[folder]:
            where[folder].unlink()
    if marker.careful:
        for folder in where:
            for part in (out / folder).glob(f".{name}.*"):
                part.unlink(missing_ok=True)  # what the process that died had begun
    marker.remove()
    return Done(str(shard), counts[READINGS], counts[QUARANTINE], counts[PASSED_OVER], known=False)


def lines_in(path: Path) -> Iterator[str]:
    """The readings of a file of readings as JSON, in order."""
    if path.suffix == ".parquet":
        from sayso.scale.parquet import lines_of

        yield from lines_of(path)
        return
    with path.open(encoding="utf-8") as lines:
        yield from lines


def _line(shard: Path, one: Taken | Refused, outcome: Outcome | Passed) -> tuple[str, str]:
    """Where an outcome is written, and how."""
    if isinstance(outcome, Reading):
        return READINGS, outcome.to_json()
    report = one.report if isinstance(one, Taken) else None
    about: dict[str, object] = {"shard": str(shard), "source": one.source, "report": report.id if report else None, "reason": outcome.reason}
    if isinstance(outcome, Passed) and report:
        return PASSED_OVER, kept_row(report, **about)
    return QUARANTINE, json.dumps(about, ensure_ascii=False)


def _outcomes(taken: Iterator[Taken | Refused], reads: Reads, marker: "_Marker", way: Way) -> Iterator[tuple[Taken | Refused, Outcome | Passed]]:
    """Each input with what came of it, in order: many batches under way at a time, or one report alone where one may be deadly."""
    waiting: deque[list[tuple[Taken | Refused, Fault | Passed | None]]] = deque()

    def batches() -> Iterator[list[Report]]:
        while batch := [(one, _unread(one, marker, way)) for one in islice(taken, 1 if marker.careful else reads.together)]:
            waiting.append(batch)
            reports = [one.report for one, known in batch if known is None and isinstance(one, Taken)]
            marker.now(reports[0].id if marker.careful and reports else None)
            yield reports

    for answers in reads.read(batches()):
        outcomes = iter(answers)
        for one, known in waiting.popleft():
            yield one, known or next(outcomes)


def _unread(one: Taken | Refused, marker: "_Marker", way: Way) -> Fault | Passed | None:
    """Why an input is not read; None where it is."""
    if isinstance(one, Refused):
        return Fault(one.reason)
    if marker.careful and marker.deaths(one.report.id) >= _DEATHS:
        return Fault(f"the process that read it died {_DEATHS} times; it may need more memory than there is")
    reason = way.passes_over(one.report) if way.passes_over else None
    return Passed(reason) if reason else None


class _Marker:
    """A note that a shard is being read, which outlives the process: how often one died over which report."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.careful = path.exists()
        noted = _json(path) if self.careful else {}
        self._deaths: dict[str, int] = noted.get("deaths", {})
        if noted.get("now"):
            self._deaths[noted["now"]] = self._deaths.get(noted["now"], 0) + 1
        self.now(None)

    def deaths(self, report: str) -> int:
        """How often a process died while it read this report alone."""
        return self._deaths.get(report, 0)

    def now(self, report: str | None) -> None:
        """Note which report is read alone; None for a batch."""
        with _whole(self._path) as note:
            json.dump({"deaths": self._deaths, "now": report}, note)

    def remove(self) -> None:
        """The shard is done."""
        self._path.unlink(missing_ok=True)


def _json(path: Path) -> dict[str, Any]:
    try:
        noted: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return noted


@contextmanager
def _whole(path: Path, kind: Kind = "jsonl") -> Iterator[TextIO]:
    """A file that is put in place when it is whole; nothing is left of one that is not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    table = path.with_name(f".{path.name}.{os.getpid()}.table")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        if kind == "parquet":
            from sayso.scale.parquet import write_parquet

            write_parquet(part, table)
            table.replace(path)
        else:
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
        table.unlink(missing_ok=True)


def _lines(path: Path) -> int:
    if not path.exists():
        return 0
    with path.open("rb") as stream:
        return sum(1 for _ in stream)
