"""Shards: files of reports in, one file of readings out for each, named by what it was made of.

A shard's readings are written beside the others and put in place when they are whole, so a file that is there is done. Its name is the
hash of the shard's bytes and of the reader: the same shard under another name is not read twice, and another reader reads it again.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from sayso.intake import Limits, Refused, Taken, take
from sayso.model import ReaderVersion, Reading
from sayso.scale.workers import Fault, Outcome, Reads

READINGS, QUARANTINE, UNDER_WAY = "readings", "quarantine", "under-way"
_BATCH = 32
_DEATHS = 2
"""A report during which the process died so often is given up."""
_MANY = 1 << 20


@dataclass(frozen=True, slots=True)
class Done:
    """What a shard came to. `known`: its readings were there already."""

    shard: str
    readings: int
    quarantined: int
    known: bool


def shards_in(paths: Sequence[str]) -> list[Path]:
    """The files at or below these paths, hidden ones left out, in the order of their names. FileNotFoundError for a path that is not there."""
    found: list[Path] = []
    for path in map(Path, paths):
        if not path.exists():
            raise FileNotFoundError(f"{path} is not there; name a file or a folder of JSON Lines")
        inside = [one for one in path.rglob("*") if one.is_file() and not any(part.startswith(".") for part in one.relative_to(path).parts)]
        found += [path] if path.is_file() else sorted(inside)
    return list(dict.fromkeys(found))


def name_of(shard: Path, reader: ReaderVersion) -> str:
    """The hash of a shard's bytes and of the reader."""
    digest = hashlib.sha256(reader.to_json().encode())
    with shard.open("rb") as stream:
        while part := stream.read(_MANY):
            digest.update(part)
    return digest.hexdigest()[:32]


def read_shard(shard: Path, out: Path, reads: Reads, limits: Limits | None = None) -> Done:
    """Read a shard's reports into `out`: a line for each reading, in the order of the shard, and a line with the reason for each report
    that has none. Where an earlier process died over this shard its reports are read one by one, and what killed it twice is given up."""
    name = name_of(shard, reads.version)
    done, refused = out / READINGS / f"{name}.jsonl", out / QUARANTINE / f"{name}.jsonl"
    if done.exists():
        return Done(str(shard), _lines(done), _lines(refused), known=True)
    from sayso.reading.languages import other_languages

    marker = _Marker(out / UNDER_WAY / name)
    taken = take([shard], limits=limits or Limits(languages=other_languages() | {"en"}))
    kept = lost = 0
    with _whole(done) as good, _whole(refused) as bad:  # the reasons are in place before what says that the shard is done
        for one, outcome in _outcomes(taken, reads, marker):
            if isinstance(outcome, Reading):
                good.write(outcome.to_json() + "\n")
                kept += 1
            else:
                report = one.report.id if isinstance(one, Taken) else None
                line = {"shard": str(shard), "source": one.source, "report": report, "reason": outcome.reason}
                bad.write(json.dumps(line, ensure_ascii=False) + "\n")
                lost += 1
    if not lost:
        refused.unlink()
    if marker.careful:
        for part in (*done.parent.glob(f".{name}.*"), *refused.parent.glob(f".{name}.*")):
            part.unlink(missing_ok=True)  # what the process that died had begun
    marker.remove()
    return Done(str(shard), kept, lost, known=False)


def _outcomes(taken: Iterator[Taken | Refused], reads: Reads, marker: "_Marker") -> Iterator[tuple[Taken | Refused, Outcome]]:
    batch: list[Taken | Refused] = []
    for one in taken:
        batch.append(one)
        if len(batch) >= (1 if marker.careful else _BATCH):
            yield from _read(batch, reads, marker)
            batch = []
    yield from _read(batch, reads, marker)


def _read(batch: Sequence[Taken | Refused], reads: Reads, marker: "_Marker") -> Iterator[tuple[Taken | Refused, Outcome]]:
    reports = [one.report for one in batch if isinstance(one, Taken)]
    if marker.careful and reports and marker.deaths(reports[0].id) >= _DEATHS:
        yield from ((one, Fault(f"the process that read it died {_DEATHS} times; it may need more memory than there is")) for one in batch)
        return
    marker.now(reports[0].id if marker.careful and reports else None)
    (answers,) = reads.read([reports])
    outcomes = iter(answers)
    for one in batch:
        yield one, Fault(one.reason) if isinstance(one, Refused) else next(outcomes)


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
def _whole(path: Path) -> Iterator[TextIO]:
    """A file that is put in place when it is whole; nothing is left of one that is not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _lines(path: Path) -> int:
    if not path.exists():
        return 0
    with path.open("rb") as stream:
        return sum(1 for _ in stream)
