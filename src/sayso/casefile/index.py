"""Keeping what is searched in step with the newest corrected reading of each report. It can be made anew from the readings at any time."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select

from sayso.casefile import browse, fts
from sayso.casefile.corrected import corrected
from sayso.casefile.tables import reports, terms, texts
from sayso.model import Reading

# Made once: to put a statement together takes longer than to execute it.
_TEXT, _TERMS = insert(texts).returning(texts.c.number), insert(terms)


def refresh(connection: Connection, report_id: str) -> None:
    """Index a report as its newest reading and its corrections have it now."""
    made = browse.corrections(connection, report_id)
    for reading in browse.readings(connection, [report_id]):
        put(connection, corrected(reading, made).reading)


def put(connection: Connection, reading: Reading, new: bool = False) -> None:
    """Index a reading in place of what was indexed of its report; `new` says that nothing was."""
    if not new:
        take_out(connection, reading.report.id)
    row = {
        "report": reading.report.id, "title": plain(reading.report.title or ""), "body": plain(reading.report.text),
        "statements": len(reading.statements), "events": len(reading.events), "moves": len(reading.moves),
    }  # fmt: skip
    number = int(connection.execute(_TEXT, row).scalar_one())
    fts.put(connection, number, str(row["title"]), str(row["body"]))
    values: list[dict[str, Any]] = [{"kind": kind, "value": value, "number": number} for kind, value in dict.fromkeys(_terms(reading))]
    if values:
        connection.execute(_TERMS, values)


def take_out(connection: Connection, report_id: str) -> None:
    """Forget what is indexed of a report."""
    old = connection.execute(select(texts).where(texts.c.report == report_id)).first()
    if old is not None:
        fts.take_out(connection, old.number, old.title, old.body)
        connection.execute(delete(terms).where(terms.c.number == old.number))
        connection.execute(delete(texts).where(texts.c.number == old.number))


def bring_up(connection: Connection) -> None:
    """Index every report that is not: a casefile of an earlier version had no index."""
    missing = select(reports.c.id).where(~exists().where(texts.c.report == reports.c.id)).order_by(reports.c.id)
    for report_id in connection.execute(missing).scalars().all():
        refresh(connection, report_id)


def plain(value: str) -> str:
    """Text as every database takes it: U+0000 is a blank."""
    return value.replace("\0", " ")


def key(value: str) -> str:
    """A name as it is compared: casefolded, blanks made one."""
    return plain(" ".join(value.casefold().split()))[:200]


def _terms(reading: Reading) -> Iterator[tuple[str, str]]:
    for party in reading.parties:
        for name in (party.name, *party.aliases, party.entry or party.name):
            yield "party", key(name)
    for place in reading.places:
        yield "place", key(place.name)
        if place.country:
            yield "place", place.country.casefold()
    for event in reading.events:
        yield "type", key(event.type)
        if event.mode:
            yield "type", key(f"{event.type}/{event.mode}")
    for move in reading.moves:
        yield "type", key(move.kind)
