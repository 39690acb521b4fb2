"""Blocking phrases out of all that a casefile keeps of a report, the log's lines included: one █ for each character, so that every span stays
where it is. By hashes it is said what became of what."""

import hashlib
import json
import re
import zlib
from typing import Any

from sqlalchemy import Connection, select, update

from sayso.casefile import browse
from sayso.casefile.appearances import appearance_key
from sayso.casefile.inside import said_in
from sayso.casefile.log import hash_of
from sayso.casefile.records import LogEntry
from sayso.casefile.tables import appearances, corrections, originals, readings, reports
from sayso.casefile.tables import log as log_table
from sayso.model.codes import is_coded
from sayso.model.names import Names, plain

BLOCK = "█"

Json = dict[str, Any]


class Blackout:
    """Blocks phrases out of any text: whatever their case and accents, and what stands between their words."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._names = Names(phrases)
        self.words = {word for phrase in phrases for word in plain(phrase).split()}
        """The words of the phrases, as `plain` gives them."""

    def spans(self, value: str) -> list[tuple[int, int]]:
        """Where the phrases stand."""
        return [(one.start, one.end) for one in self._names.find(value)]

    def clean(self, value: Any) -> Any:
        """The same value with every phrase in it blocked out; lists and dicts are gone through, and codes and ids are left."""
        if isinstance(value, str):
            parts, after = [], 0
            for start, end in self.spans(value):
                parts += [value[after:start], re.sub(r"\S", BLOCK, value[start:end])]
                after = end
            return "".join(parts) + value[after:]
        if isinstance(value, dict):
            return {name: one if is_coded(name, one) else self.clean(one) for name, one in value.items()}
        return [self.clean(one) for one in value] if isinstance(value, (list, tuple)) else value


def widened(connection: Connection, report_id: str, blackout: Blackout, phrases: tuple[str, ...], called: set[str]) -> Blackout:
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


def report_blocked_out(connection: Connection, report_id: str, blackout: Blackout) -> Json | None:
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


def log_blocked_out(connection: Connection, blackout: Blackout, subject: str | None) -> dict[str, str]:
    """Block out of the lines of the log about a subject, or of all; number and hash of each line as it is now."""
    query = select(log_table).order_by(log_table.c.seq)
    lines: dict[str, str] = {}
    for row in connection.execute(query if subject is None else query.where(log_table.c.subject == subject)).all():
        detail = json.loads(row.detail)
        cleaned = blackout.clean(detail)
        if cleaned != detail:
            lines |= rewritten(connection, row, cleaned)
    return lines


def rewritten(connection: Connection, row: Any, detail: Json) -> dict[str, str]:
    """Give a line of the log another detail; its number and its hash as it is now, or nothing where it is the same."""
    written = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    if written == row.detail:
        return {}
    connection.execute(update(log_table).where(log_table.c.seq == row.seq), {"detail": written})
    return {str(row.seq): hash_of(LogEntry(**{**row._asdict(), "detail": written}))}
