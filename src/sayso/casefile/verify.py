"""Whether a casefile is as it was put in: every original, reading and correction hashed again, and held against the log.

A table that cannot be read to its end is named and the rest is looked at all the same. What was redacted is not what was put in; it
has to be what the log says it became.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from sayso.casefile import log, quarantine, tables
from sayso.casefile.appearances import appearance_key
from sayso.casefile.backend import Backend
from sayso.casefile.records import Added, LogEntry
from sayso.casefile.redactions import Redactions
from sayso.casefile.scans import Scans


def findings(connection: Connection, backend: Backend) -> Iterator[str]:
    """Sentences naming what was lost or altered. Memory holds the log and the hashes."""
    yield from backend.faults(connection)
    scans = Scans(connection)
    entries = [LogEntry(**row._mapping) for row in scans.rows(tables.log)]
    log_is_whole = not scans.faults  # of a damaged one nobody can say what it does not name
    read = [(entry, _detail(entry)) for entry in entries]
    redactions = Redactions(read)
    reports = {row.id for row in scans.rows(tables.reports)}
    yield from _originals(scans, reports, redactions)
    yield from _waiting(scans, read, reports, redactions, log_is_whole)
    found: dict[str, set[tuple[str, ...]]] = {"reading": set(), "correction": set(), "appearance": set()}
    yield from _altered(scans, found)
    yield from _chain(scans, entries, redactions)
    yield from _against_log(read, reports, found, redactions, log_is_whole)
    if not log_is_whole:
        yield "The log cannot be read whole, so whether something was put in by other means cannot be told."
    yield from scans.faults


def _detail(entry: LogEntry) -> dict[str, Any]:
    try:
        detail = json.loads(entry.detail)
    except ValueError:
        return {}  # its hash will be found wrong
    return detail if isinstance(detail, dict) else {}


def _originals(scans: Scans, reports: set[str], redactions: Redactions) -> Iterator[str]:
    seen = set()
    for row in scans.rows(tables.originals):
        seen.add(row.sha256)
        unpacked = _unpacked(row.bytes)
        if unpacked is None or hashlib.sha256(unpacked).hexdigest() != redactions.originals.get(row.sha256, row.sha256):
            yield f"The original of report {row.sha256[:12]} was altered."
    for one in sorted(reports - seen):
        yield f"The original of report {one[:12]} is lost."


def _waiting(
    scans: Scans, entries: list[tuple[LogEntry, dict[str, Any]]], reports: set[str], redactions: Redactions, log_is_whole: bool
) -> Iterator[str]:
    """Reports in quarantine: altered, lost, or put in by other means."""
    logged = {entry.subject: detail.get("kept") for entry, detail in entries if entry.action == "quarantined"}
    seen = set()
    for row in scans.rows(tables.quarantine):
        seen.add(row.sha256)
        wrong = quarantine.fault(row, logged.get(row.sha256))
        if wrong:
            yield wrong
    for one in sorted(logged.keys() - seen - reports - redactions.forgotten):
        yield f"Report {one[:12]} is lost: the log says that it was put in quarantine."
    for one in sorted(seen - logged.keys()) if log_is_whole else ():
        yield f"Report {one[:12]}, in quarantine, is not in the log: it was put in by other means."


def _altered(scans: Scans, found: dict[str, set[tuple[str, ...]]]) -> Iterator[str]:
    """What is not as its own hash says. What there is is noted in `found`."""
    for row in scans.rows(tables.readings):
        found["reading"].add((row.report, row.sha256))
        unpacked = _unpacked(row.json)
        if unpacked is None or hashlib.sha256(unpacked).hexdigest() != row.sha256:
            yield f"A reading of report {row.report[:12]} (stored {row.stored}) was altered."
        elif json.loads(unpacked)["report"]["id"] != row.report:
            yield f"A reading stored under report {row.report[:12]} is of another report."
    for row in scans.rows(tables.corrections):
        found["correction"].add((row.report, row.id, row.sha256))
        if hashlib.sha256(row.json.encode()).hexdigest() != row.sha256:
            yield f"Correction {row.id} to report {row.report[:12]} was altered."
    for row in scans.rows(tables.appearances):
        found["appearance"].add((row.report, row.key))
        if appearance_key(row.outlet, row.url, row.published) != row.key:
            yield f"An appearance of report {row.report[:12]} was altered."


def _chain(scans: Scans, entries: list[LogEntry], redactions: Redactions) -> Iterator[str]:
    last = next(scans.rows(tables.head), None)
    if last is None:
        yield "The head of the log is lost."
    else:
        yield from log.broken(entries, (last.seq, last.sha256), redactions.lines)


def _against_log(
    entries: list[tuple[LogEntry, dict[str, Any]]], reports: set[str], found: dict[str, set[tuple[str, ...]]], redactions: Redactions,
    log_is_whole: bool,
) -> Iterator[str]:
    """What the log names and the tables lack, and, where it is whole, the other way round."""
    named: dict[str, set[tuple[str, ...]]] = {kind: set() for kind in found}
    logged = set()
    for entry, detail in entries:
        report = entry.subject
        if entry.action == Added.NEW.value:
            logged.add(report)
        if entry.action == "correction":
            named["correction"].add((report, str(detail.get("correction")), redactions.now(report, str(detail.get("sha256")))))
        if "reading" in detail:
            named["reading"].add((report, redactions.now(report, detail["reading"])))
        if entry.action not in tables.TAKEN_OUT:
            named["appearance"].update((report, redactions.now(report, key)) for key in detail.get("appearances", ()))
    for one in sorted(logged - reports - redactions.forgotten):
        yield f"Report {one[:12]} is lost: the log says that it was stored."
    for one in sorted(reports - logged) if log_is_whole else ():
        yield f"Report {one[:12]} is not in the log: it was put in by other means."
    for kind in found:
        article = "An" if kind == "appearance" else "A"
        for key in sorted(named[kind] - found[kind]):
            if key[0] in reports:
                yield f"{article} {kind} of report {key[0][:12]} is lost: the log says that it was stored."
        for key in sorted(found[kind] - named[kind]) if log_is_whole else ():
            yield f"{article} {kind} of report {key[0][:12]} is not in the log: it was altered, or put in by other means."


def _unpacked(packed: bytes) -> bytes | None:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None
