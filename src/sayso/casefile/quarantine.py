"""Reports on which the reader failed or that it could not read in the time it had: kept with the reason, until they are read or forgotten."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from sayso.casefile import index, log
from sayso.casefile.appearances import appearance_key, appearances_of
from sayso.casefile.blocked import refuse_redacted
from sayso.casefile.browse import UNDATED
from sayso.casefile.inside import said_in, said_of
from sayso.casefile.log import Signature
from sayso.casefile.records import Added, MissingError
from sayso.casefile.tables import quarantine, reports
from sayso.model import Report

if TYPE_CHECKING:
    from sayso.intake import Taken


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A report in quarantine, without its text: its id, where it came from, why it could not be read, and since when."""

    id: str
    source: str
    reason: str
    at: str


def put(connection: Connection, taken: "Taken", reason: str, signature: Signature) -> bool:
    """Keep a report that could not be read; whether it is in quarantine now. Of one that is there already it is kept where it was met;
    one that the casefile has a reading of is left as it is."""
    refuse_redacted(connection, taken)
    report = taken.report
    if connection.execute(select(reports.c.id).where(reports.c.id == report.id)).first() is not None:
        return False
    if meet(connection, taken, signature) is not None:
        return True
    body, source, why = report.to_json().encode(), index.plain(taken.source), index.plain(reason)
    connection.execute(
        insert(quarantine),
        {
            "sha256": report.id, "bytes": zlib.compress(taken.original), "report": zlib.compress(body),
            "source": source, "format": taken.format, "reason": why, "at": signature.at,
        },
    )  # fmt: skip
    detail = {"source": taken.source, "reason": reason, "kept": _beside(body, source, taken.format, why)}
    log.append(connection, signature, "quarantined", report.id, detail)
    return True


def meet(connection: Connection, taken: "Taken", signature: Signature) -> Added | None:
    """Keep where a report in quarantine was met again: APPEARANCE, or KNOWN. What is known of it with the earliest date is what it will
    be read with. None where it is not in quarantine."""
    row = connection.execute(select(quarantine).where(quarantine.c.sha256 == taken.report.id)).first()
    if row is None:
        return None
    here = Report.model_validate_json(zlib.decompress(row.report))
    known, new = (
        {appearance_key(one.outlet, one.url, one.published): one for one in appearances_of(report)} for report in (here, taken.report)
    )  # fmt: skip
    if new.keys() <= known.keys():
        return Added.KNOWN
    met = new | known
    earliest = min((here, taken.report), key=lambda one: one.published or UNDATED)
    body = earliest.model_copy(update={"appearances": tuple(met[key] for key in sorted(met))}).to_json().encode()
    connection.execute(update(quarantine).where(quarantine.c.sha256 == row.sha256), {"report": zlib.compress(body)})
    detail = {"source": taken.source, "reason": "met again", "kept": _beside(body, row.source, row.format, row.reason)}
    log.append(connection, signature, "quarantined", row.sha256, detail)
    return Added.APPEARANCE


def listed(connection: Connection) -> list[Quarantined]:
    """What is there, the oldest first."""
    asked = select(quarantine.c.sha256, quarantine.c.source, quarantine.c.reason, quarantine.c.at).order_by(quarantine.c.at, quarantine.c.sha256)
    return [Quarantined(row.sha256, row.source, row.reason, row.at) for row in connection.execute(asked)]


def taken_of(connection: Connection, report_id: str) -> "Taken":
    """A report as it was taken in, to be read again. Raises MissingError where it is not there."""
    from sayso.intake import Taken

    row = connection.execute(select(quarantine).where(quarantine.c.sha256 == report_id)).first()
    if row is None:
        raise MissingError(f"Report {report_id[:12]} is not in quarantine.")
    return Taken(Report.model_validate_json(zlib.decompress(row.report)), zlib.decompress(row.bytes), row.source, row.format)


def out(connection: Connection, report_id: str) -> None:
    """Let go of a report that has been read, or is forgotten. The log is for the caller."""
    connection.execute(delete(quarantine).where(quarantine.c.sha256 == report_id))


def texts(connection: Connection) -> Iterator[tuple[str, Iterator[str]]]:
    """Id of each, and all there is of it in words: for a redaction."""
    for row in connection.execute(select(quarantine)).all():
        report = Report.model_validate_json(zlib.decompress(row.report))
        yield row.sha256, chain(said_of(report), (row.source, row.reason), said_in(zlib.decompress(row.bytes), row.format))


def fault(row: Row[Any], logged: str | None) -> str | None:
    """A sentence where a row is not as it was put in, `logged` being what the log says was put in beside the original (a casefile of
    an earlier version says nothing); None where it is."""
    try:
        sound = hashlib.sha256(zlib.decompress(row.bytes)).hexdigest() == row.sha256
        beside = logged is None or _beside(zlib.decompress(row.report), row.source, row.format, row.reason) == logged
    except zlib.error:
        return f"Report {row.sha256[:12]}, in quarantine, was altered."
    if not sound:
        return f"The original of report {row.sha256[:12]}, in quarantine, was altered."
    return None if beside else f"The text of report {row.sha256[:12]}, in quarantine, or what is noted about it, was altered."


def _beside(report: bytes, source: str, kind: str, reason: str) -> str:
    """The hash of all that is kept with an original."""
    return hashlib.sha256(json.dumps([report.decode("utf-8", "replace"), source, kind, reason], ensure_ascii=False).encode()).hexdigest()
