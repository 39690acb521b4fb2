"""Writing: one function for each thing that a casefile takes in. The caller's transaction makes each all or nothing."""

import hashlib
import zlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from sayso.casefile import browse, index, log
from sayso.casefile.appearances import appearance_key, appearances_of
from sayso.casefile.blocked import refuse_as_it_was, refuse_redacted
from sayso.casefile.log import Signature
from sayso.casefile.records import Added, CasefileError, MissingError
from sayso.casefile.tables import appearances, corrections, originals, quarantine, readings, reports
from sayso.model import Correction, Reading

if TYPE_CHECKING:
    from sayso.intake import Taken

# Made once: to put a statement together takes longer than to execute it, and storing takes a dozen for each report.
_ID: BindParameter[str] = bindparam("sought")
_KNOWN = select(reports.c.id).where(reports.c.id == _ID)
_ASIDE = select(quarantine.c.sha256).where(quarantine.c.sha256 == _ID)
_MET = select(appearances.c.key).where(appearances.c.report == _ID)
_INTO_ORIGINALS, _INTO_REPORTS, _INTO_APPEARANCES, _INTO_READINGS = (insert(table) for table in (originals, reports, appearances, readings))


def add(connection: Connection, taken: "Taken", reading: Reading, signature: Signature) -> Added:
    """Store what is new of a report, its appearances and its reading, and log it in one line."""
    report = taken.report
    if reading.report.id != report.id:
        raise ValueError(f"the reading is of report {reading.report.id}, not of {report.id}")
    refuse_redacted(connection, taken)
    new = not _is_known(connection, report.id)
    if new:
        _put_report(connection, taken, signature)
        if connection.execute(_ASIDE, {"sought": report.id}).first() is not None:
            connection.execute(delete(quarantine).where(quarantine.c.sha256 == report.id))
    keys = _put_appearances(connection, taken, new)
    detail: dict[str, Any] = {"appearances": keys, "source": taken.source}
    reread = new or not browse.has(connection, report.id, reading.reader, report.published)
    if reread:
        detail["reading"] = _put_reading(connection, reading, signature, new)
        if new:
            index.put(connection, reading, new=True)
        else:
            index.refresh(connection, report.id)
    added = Added.NEW if new else Added.REREAD if reread else Added.APPEARANCE if keys else Added.KNOWN
    if added is not Added.KNOWN:
        log.append(connection, signature, added.value, report.id, detail)
    return added


def reread(connection: Connection, reading: Reading, signature: Signature) -> bool:
    """Store another reading of a known report and log it, unless this reader has read it; whether it was stored. Raises RedactedError
    where something was redacted in the report while it was read."""
    report = reading.report
    if not _is_known(connection, report.id):
        raise MissingError(f"Report {report.id[:12]} is not in the casefile.")
    refuse_as_it_was(connection, report)
    if browse.has(connection, report.id, reading.reader, report.published):
        return False
    detail = {"reading": _put_reading(connection, reading, signature, new=False)}
    index.refresh(connection, report.id)
    log.append(connection, signature, Added.REREAD.value, report.id, detail)
    return True


def meet(connection: Connection, taken: "Taken", signature: Signature) -> Added:
    """Store what is new of a known report's appearances."""
    refuse_redacted(connection, taken)
    if not _is_known(connection, taken.report.id):
        raise CasefileError(f"Report {taken.report.id[:12]} ({taken.source}) has to be read before it can be met again.")
    keys = _put_appearances(connection, taken, new=False)
    if not keys:
        return Added.KNOWN
    detail = {"appearances": keys, "source": taken.source}
    log.append(connection, signature, Added.APPEARANCE.value, taken.report.id, detail)
    return Added.APPEARANCE


def has_correction(connection: Connection, correction: Correction) -> bool:
    """Whether it is here. Raises CasefileError for another one under its id: none is ever overwritten."""
    known = connection.execute(select(corrections.c.json).where(corrections.c.id == correction.id)).scalar()
    if known is not None and known != correction.to_json():
        raise CasefileError(f"There is another correction {correction.id} already; none is ever overwritten. Give this one a new id.")
    return known is not None


def correct(connection: Connection, correction: Correction, signature: Signature) -> bool:
    """Store a correction and log it, unless it is here; whether it was stored."""
    if has_correction(connection, correction):
        return False
    if not _is_known(connection, correction.report):
        raise CasefileError(f"Correction {correction.id} is about report {correction.report[:12]}, which is not in the casefile.")
    body = correction.to_json()
    digest = hashlib.sha256(body.encode()).hexdigest()
    connection.execute(insert(corrections), {"id": correction.id, "report": correction.report, "sha256": digest, "json": body})
    index.refresh(connection, correction.report)
    detail = {"correction": correction.id, "sha256": digest}
    log.append(connection, signature, "correction", correction.report, detail)
    return True


def _is_known(connection: Connection, report_id: str) -> bool:
    return connection.execute(_KNOWN, {"sought": report_id}).first() is not None


def _put_report(connection: Connection, taken: "Taken", signature: Signature) -> None:
    report = taken.report
    found = hashlib.sha256(taken.original).hexdigest()
    if found != report.id:
        wrong = f"the original's sha256 is {found[:12]}, but the report is called {report.id[:12]}"
        raise CasefileError(f"{taken.source}: {wrong}. Nothing was stored.")
    connection.execute(
        _INTO_ORIGINALS, {"sha256": report.id, "size": len(taken.original), "bytes": zlib.compress(taken.original)}
    )  # fmt: skip
    connection.execute(
        _INTO_REPORTS,
        {
            "id": report.id, "title": index.plain(report.title or "") or None, "outlet": index.plain(report.outlet or "") or None,
            "published": report.published, "language": report.language, "source": index.plain(taken.source), "format": taken.format,
            "added": signature.at,
        },
    )  # fmt: skip


def _put_appearances(connection: Connection, taken: "Taken", new: bool) -> list[str]:
    """The keys of the appearances that were not there yet; none is there of a `new` report."""
    known = set() if new else set(connection.execute(_MET, {"sought": taken.report.id}).scalars())
    added = []
    for one in appearances_of(taken.report):
        key = appearance_key(one.outlet, one.url, one.published)
        if key not in known:
            known.add(key)
            added.append(key)
            values = {"report": taken.report.id, "key": key, "source": taken.source, "format": taken.format}
            connection.execute(_INTO_APPEARANCES, values | one.model_dump())
    return added


def _put_reading(connection: Connection, reading: Reading, signature: Signature, new: bool) -> str:
    body = reading.to_json().encode()
    digest = hashlib.sha256(body).hexdigest()
    here = (readings.c.report == reading.report.id) & (readings.c.sha256 == digest)
    if new or connection.execute(select(readings.c.seq).where(here)).first() is None:
        connection.execute(
            _INTO_READINGS,
            {
                "report": reading.report.id, "reader_name": reading.reader.name, "reader_version": reading.reader.version,
                "reader_model": reading.reader.model, "reader_lexicon": reading.reader.lexicon, "published": reading.report.published,
                "sha256": digest, "json": zlib.compress(body), "stored": signature.at,
            },
        )  # fmt: skip
    return digest
