"""The log: who did what and when, each line hashed together with the one before it.

A chain inside a file proves nothing against the file's owner, who can make it anew; its head, deposited elsewhere, does.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from sayso._version import __version__
from sayso.casefile import kept_situations
from sayso.casefile.records import Added, LogEntry
from sayso.casefile.tables import HANDED_OVER, TAKEN_OUT, head, log

GENESIS = "0" * 64
_OF_ONE_REPORT = {*(one.value for one in Added), "correction"}
_OF_NO_READING = {*HANDED_OVER, "coding", "quarantined"}
"""Actions of the log that change one report's readings, and those that change none."""
# Made once: to put a statement together takes longer than to execute it.
_LAST = select(head.c.seq, head.c.sha256).where(head.c.id == 1).with_for_update()
_LINE, _HEAD = insert(log), update(head).where(head.c.id == 1)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes, and when."""

    when: datetime
    operator: str

    @property
    def at(self) -> str:
        """The moment as the casefile writes it: ISO 8601, UTC, whole seconds."""
        return self.when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def append(connection: Connection, signature: Signature, action: str, subject: str, detail: dict[str, Any]) -> None:
    """Add a line. Locks the head until the caller's transaction ends."""
    last = connection.execute(_LAST).one()
    line: dict[str, Any] = {
        "seq": last.seq + 1,
        "at": signature.at,
        "operator": signature.operator,
        "tool": f"sayso {__version__}",
        "action": action,
        "subject": subject,
        "detail": json.dumps(detail, ensure_ascii=False, sort_keys=True),
        "previous": last.sha256,
    }
    line["sha256"] = _hash(line)
    connection.execute(_LINE, line)
    connection.execute(_HEAD, {"seq": line["seq"], "sha256": line["sha256"]})
    if action in TAKEN_OUT:
        kept_situations.drop(connection)


def state(connection: Connection) -> tuple[int, str]:
    """The head of the log."""
    row = connection.execute(select(head.c.seq, head.c.sha256)).one()
    return row.seq, row.sha256


def last_redaction(connection: Connection, after: int) -> int | None:
    """The number of the last line, of those after that one, that says that something was redacted or forgotten."""
    return connection.execute(select(func.max(log.c.seq)).where(log.c.seq > after, log.c.action.in_(TAKEN_OUT))).scalar()


def changed_since(connection: Connection, line: int) -> list[str] | None:
    """The reports that lines after this one are about; None where one of them is about more than one report's readings."""
    rows = connection.execute(select(log.c.action, log.c.subject).where(log.c.seq > line).order_by(log.c.seq)).all()
    if any(row.action not in _OF_ONE_REPORT | _OF_NO_READING for row in rows):
        return None
    return list(dict.fromkeys(row.subject for row in rows if row.action in _OF_ONE_REPORT))


def entries(connection: Connection) -> Iterator[LogEntry]:
    """The log, oldest line first."""
    for row in connection.execute(select(log).order_by(log.c.seq)):
        yield LogEntry(**row._mapping)


def broken(entries: Iterable[LogEntry], last: tuple[int, str], redacted: Mapping[int, str]) -> list[str]:
    """Sentences naming where the chain is broken; empty when it holds from the first line to `last`, the head. A line that was
    `redacted` must hash to what a later line says; the chain goes on through the hash it had before."""
    sentences = []
    seq, previous = 0, GENESIS
    for entry in entries:
        if entry.seq != seq + 1:
            sentences.append(f"The log lacks the lines between {seq} and {entry.seq}.")
        elif entry.previous != previous:
            sentences.append(f"Line {entry.seq} of the log does not follow from the line before it.")
        if hash_of(entry) != redacted.get(entry.seq, entry.sha256):
            sentences.append(f"Line {entry.seq} of the log ({entry.action} {entry.subject[:12]}) was altered.")
        seq, previous = entry.seq, entry.sha256
    if (seq, previous) != last:
        sentences.append(f"The log should end with line {last[0]}, but it ends with line {seq}.")
    return sentences


def hash_of(entry: LogEntry) -> str:
    """The hash of what a line says now."""
    return _hash({name: getattr(entry, name) for name in LogEntry.__slots__ if name != "sha256"})


def _hash(line: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(line, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
