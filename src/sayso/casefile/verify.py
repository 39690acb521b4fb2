"""Whether a casefile is as it was put in: every original, reading and correction hashed again, and held against the log."""

import hashlib
import json
import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.casefile import browse, log, tables
from sayso.casefile.backend import Backend
from sayso.casefile.records import Added


def findings(connection: Connection, backend: Backend) -> Iterator[str]:
    """Sentences naming what was lost or altered. One pass; memory holds the hashes alone."""
    yield from backend.faults(connection)
    reports = set(connection.execute(select(tables.reports.c.id)).scalars())
    yield from _originals(connection, reports)
    found: dict[str, set[tuple[str, ...]]] = {
        "reading": set(_readings(connection)),
        "correction": {(r.report, r.id, r.sha256) for r in connection.execute(select(tables.corrections))},
        "appearance": {(r.report, r.key) for r in connection.execute(select(tables.appearances.c.report, tables.appearances.c.key))},
    }
    yield from _altered(connection)
    yield from _chain(connection)
    yield from _against_log(connection, reports, found)


def _originals(connection: Connection, reports: set[str]) -> Iterator[str]:
    seen = set()
    for row in connection.execute(select(tables.originals)):
        seen.add(row.sha256)
        unpacked = _unpacked(row.bytes)
        if unpacked is None or hashlib.sha256(unpacked).hexdigest() != row.sha256:
            yield f"The original of report {row.sha256[:12]} was altered."
    for one in sorted(reports - seen):
        yield f"The original of report {one[:12]} is lost."


def _readings(connection: Connection) -> Iterator[tuple[str, str]]:
    for row in connection.execute(select(tables.readings.c.report, tables.readings.c.sha256)):
        yield row.report, row.sha256


def _altered(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(tables.readings).order_by(tables.readings.c.seq)):
        unpacked = _unpacked(row.json)
        if unpacked is None or hashlib.sha256(unpacked).hexdigest() != row.sha256:
            yield f"A reading of report {row.report[:12]} (stored {row.stored}) was altered."
        elif json.loads(unpacked)["report"]["id"] != row.report:
            yield f"A reading stored under report {row.report[:12]} is of another report."
    for row in connection.execute(select(tables.corrections).order_by(tables.corrections.c.seq)):
        if hashlib.sha256(row.json.encode()).hexdigest() != row.sha256:
            yield f"Correction {row.id} to report {row.report[:12]} was altered."
    query = select(tables.appearances).order_by(tables.appearances.c.seq)
    for row in connection.execute(query):
        if log.appearance_key(row.outlet, row.url, row.published) != row.key:
            yield f"An appearance of report {row.report[:12]} was altered."


def _chain(connection: Connection) -> Iterator[str]:
    last = connection.execute(select(tables.head.c.seq, tables.head.c.sha256)).first()
    if last is None:
        yield "The head of the log is lost."
    else:
        yield from log.broken(browse.log_entries(connection), (last.seq, last.sha256))


def _against_log(connection: Connection, reports: set[str], found: dict[str, set[tuple[str, ...]]]) -> Iterator[str]:
    """What the log names and the tables lack, and the other way round."""
    named: dict[str, set[tuple[str, ...]]] = {kind: set() for kind in found}
    logged = set()
    for entry in browse.log_entries(connection):
        try:
            detail = json.loads(entry.detail)
        except ValueError:
            continue  # its hash has been found wrong already
        if entry.action == Added.NEW.value:
            logged.add(entry.subject)
        if entry.action == "correction":
            named["correction"].add((entry.subject, str(detail.get("correction")), str(detail.get("sha256"))))
        if "reading" in detail:
            named["reading"].add((entry.subject, detail["reading"]))
        named["appearance"].update((entry.subject, key) for key in detail.get("appearances", ()))
    for one in sorted(logged - reports):
        yield f"Report {one[:12]} is lost: the log says that it was stored."
    for one in sorted(reports - logged):
        yield f"Report {one[:12]} is not in the log: it was put in by other means."
    for kind in found:
        article = "An" if kind == "appearance" else "A"
        for key in sorted(named[kind] - found[kind]):
            if key[0] in reports:
                yield f"{article} {kind} of report {key[0][:12]} is lost: the log says that it was stored."
        for key in sorted(found[kind] - named[kind]):
            yield f"{article} {kind} of report {key[0][:12]} is not in the log: it was altered, or put in by other means."


def _unpacked(packed: bytes) -> bytes | None:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None
