"""Taking a person, a passage or a whole report out for good, so that it shows that and when it was done, and not what it said.

What is taken out is blocked out with one █ for each character, so that every span stays where it is. The log says by hashes what
became of what, lines of the log itself included; so `verify` can tell redacted from altered, and the chain still holds.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from sayso.casefile import index, log, quarantine
from sayso.casefile.blackout import Blackout, log_blocked_out, report_blocked_out, rewritten, widened
from sayso.casefile.blocked import close
from sayso.casefile.log import Signature
from sayso.casefile.records import CasefileError, LogEntry
from sayso.casefile.tables import HANDED_OVER, appearances, corrections, originals, readings, reports
from sayso.casefile.tables import log as log_table


@dataclass(frozen=True, slots=True)
class Redacted:
    """What a redaction came to."""

    reports: tuple[str, ...]
    """Ids of the reports in which something was blocked out, or that were forgotten."""
    dropped: tuple[str, ...]
    """Those of them whose original could not be blocked out in place, being no plain text, and was removed as a whole."""
    also_called: tuple[str, ...]
    """Other names that the same parties go by in these reports, still there, what was blocked out of them blocked out."""
    copies: tuple[LogEntry, ...]
    """Exports and backups made before, which may still hold it."""


def redact(connection: Connection, phrases: tuple[str, ...], only: str | None, why: str | None, signature: Signature) -> Redacted:
    """Block phrases out of every report that has them, or of one. The caller's transaction; the file's pages are scrubbed afterwards."""
    if not any(re.search(r"\w", phrase) for phrase in phrases):
        raise CasefileError("Name the words that are to be redacted.")
    blackout = Blackout(phrases)
    _refuse_in_reason(blackout, why)
    copies = tuple(_copies(connection))
    found, dropped = [], []
    called: set[str] = set()
    for report_id in list(connection.execute(select(reports.c.id).order_by(reports.c.id)).scalars()):
        if only not in (None, report_id):
            continue
        here = widened(connection, report_id, blackout, phrases, called)
        _refuse_in_reason(here, why)
        detail = report_blocked_out(connection, report_id, here)
        if detail is None:
            continue
        found.append(report_id)
        if not detail["original"]:
            dropped.append(report_id)
        close(connection, report_id, signature)
        index.refresh(connection, report_id)
        lines = log_blocked_out(connection, here, report_id)
        log.append(connection, signature, "redaction", report_id, {**detail, "lines": lines, "why": why})
    for report_id in _waiting(connection, blackout, only):  # what was never read cannot be blocked out word by word
        quarantine.out(connection, report_id)
        _forgotten(connection, report_id, why, signature)
        found.append(report_id)
        dropped.append(report_id)
    lines = log_blocked_out(connection, blackout, only)
    if lines:
        log.append(connection, signature, "redaction", "log", {"lines": lines, "why": why})
    return Redacted(tuple(found), tuple(dropped), tuple(sorted(blackout.clean(one) for one in called)), copies)


def forget(connection: Connection, report_id: str, why: str | None, signature: Signature) -> Redacted:
    """Take a report out as a whole: its original, readings, corrections and where it was met. The log keeps that it was here."""
    copies = tuple(_copies(connection))
    index.take_out(connection, report_id)
    for table in (corrections, readings, appearances):
        connection.execute(delete(table).where(table.c.report == report_id))
    connection.execute(delete(reports).where(reports.c.id == report_id))
    connection.execute(delete(originals).where(originals.c.sha256 == report_id))
    quarantine.out(connection, report_id)
    _forgotten(connection, report_id, why, signature)
    return Redacted((report_id,), (report_id,), (), copies)


def _waiting(connection: Connection, blackout: Blackout, only: str | None) -> list[str]:
    """The reports in quarantine that have the phrases."""
    return [one for one, said in quarantine.texts(connection) if only in (None, one) and any(blackout.spans(words) for words in said)]


def _forgotten(connection: Connection, report_id: str, why: str | None, signature: Signature) -> None:
    """Close the door behind a report that was taken out, and leave in the log no more than that it was here."""
    close(connection, report_id, signature)
    lines: dict[str, str] = {}
    for row in connection.execute(select(log_table).where(log_table.c.subject == report_id)).all():
        lines |= rewritten(connection, row, {name: one for name, one in json.loads(row.detail).items() if name not in ("source", "reason")})
    log.append(connection, signature, "forgotten", report_id, {"lines": lines, "why": why})


def _refuse_in_reason(blackout: Blackout, why: str | None) -> None:
    if why and blackout.spans(why):
        raise CasefileError("The reason is kept in the log: give one that does not have the redacted words, or a shorter name of theirs, in it.")


def _copies(connection: Connection) -> Iterator[LogEntry]:
    return (one for one in log.entries(connection) if one.action in HANDED_OVER)
