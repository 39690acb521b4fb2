"""Taking a person, a passage or a whole report out for good, so that it shows that and when it was done, and not what it said.

What is taken out is blocked out with one █ for each character, so that every span stays where it is. The log says by hashes what
became of what, lines of the log itself included; so `verify` can tell redacted from altered, and the chain still holds.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select, update

from sayso.casefile import browse, index, log, quarantine
from sayso.casefile.appearances import appearance_key
from sayso.casefile.blackout import Blackout
from sayso.casefile.blocked import close
from sayso.casefile.inside import said_in
from sayso.casefile.log import Signature
from sayso.casefile.records import CasefileError, LogEntry
from sayso.casefile.tables import HANDED_OVER, appearances, corrections, originals, readings, reports
from sayso.casefile.tables import log as log_table
from sayso.model.names import plain

Json = dict[str, Any]


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
        here = _widened(connection, report_id, blackout, phrases, called)
        _refuse_in_reason(here, why)
        detail = _blocked_out(connection, report_id, here)
        if detail is None:
            continue
        found.append(report_id)
        if not detail["original"]:
            dropped.append(report_id)
        close(connection, report_id, signature)
        index.refresh(connection, report_id)
        lines = _lines(connection, here, report_id)
        log.append(connection, signature, "redaction", report_id, {**detail, "lines": lines, "why": why})
    for report_id in _waiting(connection, blackout, only):  # what was never read cannot be blocked out word by word
        quarantine.out(connection, report_id)
        _forgotten(connection, report_id, why, signature)
        found.append(report_id)
        dropped.append(report_id)
    lines = _lines(connection, blackout, only)
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
        lines |= _rewritten(connection, row, {name: one for name, one in json.loads(row.detail).items() if name not in ("source", "reason")})
    log.append(connection, signature, "forgotten", report_id, {"lines": lines, "why": why})


def _refuse_in_reason(blackout: Blackout, why: str | None) -> None:
    if why and blackout.spans(why):
        raise CasefileError("The reason is kept in the log: give one that does not have the redacted words, or a shorter name of theirs, in it.")


def _copies(connection: Connection) -> Iterator[LogEntry]:
    return (one for one in log.entries(connection) if one.action in HANDED_OVER)


def _widened(connection: Connection, report_id: str, blackout: Blackout, phrases: tuple[str, ...], called: set[str]) -> Blackout:
    """With the shorter names that the same party goes by in this report; its other names are added to `called`."""
    shorter = set()
    for row in connection.execute(select(readings.c.json).where(readings.c.report == report_id)):
        reading = json.loads(zlib.decompress(row.json))
        hit = blackout.spans(reading["report"]["text"])
        for party in reading["parties"]:
            if not any(a < end and start < b for a, b in hit for start, end in party["mentions"]):
                continue
            for name in (party["name"], *party["aliases"]):
                if set(plain(name).split()) <= blackout.words:
                    shorter.add(name)
                else:
                    called.add(name)
    return Blackout((*phrases, *sorted(shorter)))


def _blocked_out(connection: Connection, report_id: str, blackout: Blackout) -> Json | None:
    """Block out of everything kept of a report, and say by hashes what became of what; None where it has none of it."""
    detail: Json = {"readings": {}, "corrections": {}, "appearances": {}}
    text = ""
    changed = False
    for row in connection.execute(select(readings).where(readings.c.report == report_id)).all():
        reading = json.loads(zlib.decompress(row.json))
        text = reading["report"]["text"]
        body = json.dumps(blackout.clean(reading), ensure_ascii=False, separators=(",", ":")).encode()
        digest = hashlib.sha256(body).hexdigest()
        if body != zlib.decompress(row.json) and blackout.clean(reading) != reading:
            changed = True
            detail["readings"][row.sha256] = digest
            connection.execute(update(readings).where(readings.c.seq == row.seq), {"json": zlib.compress(body), "sha256": digest})
    for row in connection.execute(select(corrections).where(corrections.c.report == report_id)).all():
        made = json.loads(row.json)
        cleaned = _requoted(blackout.clean(made), text, blackout.clean(text))
        if cleaned != made:
            changed = True
            body_text = json.dumps(cleaned, ensure_ascii=False, separators=(",", ":"))
            digest = hashlib.sha256(body_text.encode()).hexdigest()
            detail["corrections"][row.sha256] = digest
            connection.execute(update(corrections).where(corrections.c.seq == row.seq), {"json": body_text, "sha256": digest})
    for row in connection.execute(select(appearances).where(appearances.c.report == report_id)).all():
        cleaned = blackout.clean({"outlet": row.outlet, "url": row.url, "source": row.source})
        if cleaned != {"outlet": row.outlet, "url": row.url, "source": row.source}:
            changed = True
            key = appearance_key(cleaned["outlet"], cleaned["url"], row.published)
            detail["appearances"][row.key] = key
            connection.execute(update(appearances).where(appearances.c.seq == row.seq), {**cleaned, "key": key})
    kept = connection.execute(select(reports.c.title, reports.c.outlet, reports.c.source).where(reports.c.id == report_id)).one()._asdict()
    kind = connection.execute(select(reports.c.format).where(reports.c.id == report_id)).scalar_one()
    original = browse.original(connection, report_id)
    if not changed and blackout.clean(kept) == kept and not any(map(blackout.spans, said_in(original, kind))):
        return None
    connection.execute(update(reports).where(reports.c.id == report_id), blackout.clean(kept))
    plain = original.decode("utf-8", "replace") == text
    left = blackout.clean(text).encode() if plain else b""
    connection.execute(update(originals).where(originals.c.sha256 == report_id), {"bytes": zlib.compress(left), "size": len(left)})
    return {**detail, "original": hashlib.sha256(left).hexdigest() if plain else ""}


def _requoted(value: Any, text: str, cleaned: str) -> Any:
    """Let every quotation have the words that stand at its span now."""
    if isinstance(value, dict):
        if set(value) == {"span", "words"} and value["span"]:
            start, end = value["span"]
            return {**value, "words": cleaned[start:end]} if cleaned[start:end] != text[start:end] else value
        return {name: _requoted(one, text, cleaned) for name, one in value.items()}
    return [_requoted(one, text, cleaned) for one in value] if isinstance(value, list) else value


def _lines(connection: Connection, blackout: Blackout, subject: str | None) -> dict[str, str]:
    """Block out of the lines of the log about a subject, or of all; number and hash of each line as it is now."""
    query = select(log_table).order_by(log_table.c.seq)
    lines: dict[str, str] = {}
    for row in connection.execute(query if subject is None else query.where(log_table.c.subject == subject)).all():
        detail = json.loads(row.detail)
        cleaned = blackout.clean(detail)
        if cleaned != detail:
            lines |= _rewritten(connection, row, cleaned)
    return lines


def _rewritten(connection: Connection, row: Any, detail: Json) -> dict[str, str]:
    written = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    if written == row.detail:
        return {}
    connection.execute(update(log_table).where(log_table.c.seq == row.seq), {"detail": written})
    return {str(row.seq): log.hash_of(LogEntry(**{**row._asdict(), "detail": written}))}
