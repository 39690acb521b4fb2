"""Looking things up. Every function takes a connection inside a transaction."""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, not_, select

from sayso.casefile import tables
from sayso.casefile.records import CasefileError, MissingError, ReportRow, StoredReport
from sayso.model import Appearance, Correction, ReaderVersion, Reading

PAGE = 200
UNDATED = "9999"  # sorts after every date

OPENING = 70
"""So many characters stand for a report that has no title."""

_reports, _readings, _met, _texts = tables.reports, tables.readings, tables.appearances, tables.texts


def has(connection: Connection, report_id: str, reader: ReaderVersion, published: str | None) -> bool:
    """Whether this reader has read the report, anchored at `published` or earlier."""
    found = connection.execute(select(_readings.c.published).where(_readings.c.report == report_id, _by(reader))).scalars()
    return any((one or UNDATED) <= (published or UNDATED) for one in found)


def reports(connection: Connection) -> list[ReportRow]:
    """All reports, by date, undated last, then by id."""
    rows = connection.execute(_rows().order_by(func.coalesce(_reports.c.published, UNDATED), _reports.c.id))
    return [ReportRow(**row._mapping) for row in rows]


def count(connection: Connection) -> int:
    """How many reports there are."""
    return int(connection.execute(select(func.count()).select_from(_reports)).scalar_one())


def report(connection: Connection, id_prefix: str) -> StoredReport:
    """The one report whose id starts so."""
    prefix = id_prefix.lower()
    if not prefix or prefix.strip("0123456789abcdef"):
        raise CasefileError(f"{id_prefix!r} is no report's id: ids are made of the digits 0-9 and a-f.")
    rows = connection.execute(_rows().where(_reports.c.id.startswith(prefix)).order_by(_reports.c.id).limit(3)).all()
    if not rows:
        raise MissingError(f"No report's id starts with {id_prefix}.")
    if len(rows) > 1:
        some = ", ".join(row.id[:12] for row in rows)
        raise CasefileError(f"More than one report's id starts with {id_prefix}: {some}. Give more of it.")
    row = ReportRow(**rows[0]._mapping)
    size = connection.execute(select(tables.originals.c.size).where(tables.originals.c.sha256 == row.id)).scalar_one()
    readers = [_reader(r) for r in connection.execute(select(_readings).where(_readings.c.report == row.id).order_by(_readings.c.seq))]
    newest_last = tuple(reversed(dict.fromkeys(reversed(readers))))
    return StoredReport(row, size, _appearances(connection, [row.id])[row.id], newest_last)


def ids_after(connection: Connection, after: str) -> list[str]:
    """The ids of the next reports, a page of them."""
    query = select(_reports.c.id).where(_reports.c.id > after).order_by(_reports.c.id).limit(PAGE)
    return list(connection.execute(query).scalars())


def readings(connection: Connection, ids: Sequence[str], version: ReaderVersion | None = None) -> list[Reading]:
    """For each report its newest reading, or that of a reader, in the order of `ids`; reports without one are left out.

    The newest reader is the one whose reading was stored last; where it has read a report more than once, because an
    earlier date of publication became known, the reading anchored at the earliest date counts, whatever came first.
    """
    by_report: dict[str, list[Row[Any]]] = defaultdict(list)
    query = select(_readings).where(_readings.c.report.in_(ids)).order_by(_readings.c.seq)
    if version:
        query = query.where(_by(version))
    for row in connection.execute(query):
        by_report[row.report].append(row)
    met = _appearances(connection, ids)
    return [_whole(_chosen(by_report[one]), met[one]) for one in ids if one in by_report]


def stale(connection: Connection, reader: ReaderVersion) -> list[str]:
    """The reports whose reading stored last is by another reader, by id."""
    newest = select(func.max(_readings.c.seq)).group_by(_readings.c.report)
    query = select(_readings.c.report).where(_readings.c.seq.in_(newest), not_(_by(reader))).order_by(_readings.c.report)
    return list(connection.execute(query).scalars())


def newest_readers(connection: Connection) -> list[tuple[ReaderVersion, int]]:
    """The readers of the readings stored last, each with the number of its reports, the most first."""
    newest = select(func.max(_readings.c.seq)).group_by(_readings.c.report)
    names = (_readings.c.reader_name, _readings.c.reader_version, _readings.c.reader_model, _readings.c.reader_lexicon)
    rows = connection.execute(select(*names, func.count().label("many")).where(_readings.c.seq.in_(newest)).group_by(*names).order_by(*names))
    return sorted(((_reader(row), row.many) for row in rows), key=lambda one: -one[1])


def original(connection: Connection, report_id: str) -> bytes:
    """The bytes as they came in."""
    packed = connection.execute(select(tables.originals.c.bytes).where(tables.originals.c.sha256 == report_id)).scalar()
    if packed is None:
        raise CasefileError(f"The casefile has no original {report_id[:12]}.")
    return zlib.decompress(packed)


def corrections(connection: Connection, report_id: str | None) -> list[Correction]:
    """The corrections to one report, or to all, in the order in which they were stored."""
    query = select(tables.corrections.c.json).order_by(tables.corrections.c.seq)
    if report_id is not None:
        query = query.where(tables.corrections.c.report == report_id)
    return [Correction.model_validate_json(one) for one in connection.execute(query).scalars()]


def corrections_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[Correction]]:
    """The corrections to each of these reports; a report without any is left out."""
    found: dict[str, list[Correction]] = defaultdict(list)
    query = select(tables.corrections.c.json).where(tables.corrections.c.report.in_(ids)).order_by(tables.corrections.c.seq)
    for one in connection.execute(query).scalars():
        correction = Correction.model_validate_json(one)
        found[correction.report].append(correction)
    return found


def correction(connection: Connection, id_prefix: str) -> Correction:
    """The one correction whose id starts so."""
    query = select(tables.corrections).where(tables.corrections.c.id.startswith(id_prefix, autoescape=True)).limit(2)
    found = connection.execute(query).all()
    if not id_prefix or not found:
        raise CasefileError(f"No correction's id starts with {id_prefix!r}. `sayso corrections CASE` lists them.")
    if len(found) > 1 and all(row.id != id_prefix for row in found):
        raise CasefileError(f"More than one correction's id starts with {id_prefix}. Give more of it.")
    row = next((row for row in found if row.id == id_prefix), found[0])
    return Correction.model_validate_json(row.json)


def _rows() -> Select[Any]:
    met = select(func.count()).where(_met.c.report == _reports.c.id).scalar_subquery()
    read = select(func.count()).where(_readings.c.report == _reports.c.id).scalar_subquery()
    counts = (func.coalesce(column, 0).label(column.name) for column in (_texts.c.statements, _texts.c.events, _texts.c.moves))
    opening = func.coalesce(func.substr(_texts.c.body, 1, OPENING), "").label("opening")
    rows = select(_reports, met.label("appearances"), read.label("readings"), *counts, opening)
    return rows.outerjoin(_texts, _texts.c.report == _reports.c.id)


def _by(reader: ReaderVersion) -> ColumnElement[bool]:
    return and_(
        _readings.c.reader_name == reader.name,
        _readings.c.reader_version == reader.version,
        _readings.c.reader_model == reader.model,
        _readings.c.reader_lexicon == reader.lexicon,
    )


def _reader(row: Row[Any]) -> ReaderVersion:
    return ReaderVersion(name=row.reader_name, version=row.reader_version, model=row.reader_model, lexicon=row.reader_lexicon)


def _chosen(rows: list[Row[Any]]) -> Row[Any]:
    newest = _reader(rows[-1])
    return min((row for row in rows if _reader(row) == newest), key=lambda row: (row.published or UNDATED, row.seq))


def _whole(row: Row[Any], met: tuple[Appearance, ...]) -> Reading:
    reading = Reading.model_validate_json(zlib.decompress(row.json))
    report = reading.report.model_copy(update={"appearances": met})
    return reading.model_copy(update={"report": report})


def _appearances(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Appearance, ...]]:
    """All places where each report was met, by date, outlet and address; a blank one only where there is no other."""
    found: dict[str, list[Appearance]] = defaultdict(list)
    for row in connection.execute(select(_met).where(_met.c.report.in_(ids))):
        if row.outlet or row.url or row.published:
            found[row.report].append(Appearance(outlet=row.outlet, url=row.url, published=row.published, retrieved=row.retrieved))
    order = {one: sorted(met, key=lambda a: (a.published or UNDATED, a.outlet or "", a.url or "")) for one, met in found.items()}
    return {one: tuple(order.get(one, ())) for one in ids}
