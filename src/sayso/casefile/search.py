"""Search: full text with filters, ranked, with snippets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, nulls_last, select

from sayso.casefile import fts
from sayso.casefile.index import key
from sayso.casefile.query import Query
from sayso.casefile.tables import reports, terms, texts

OPENING = 160
FEW = 2_000
"""A name or type that no more reports have narrows a search at once."""
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; `found` where it is what was looked for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One report that matches. `snippet` are its words around what was found; its opening where only filters were given."""

    report: str
    title: str
    outlet: str | None
    published: str | None
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits, the best first (without words: the newest first), and whether there are more."""

    hits: tuple[Hit, ...]
    more: bool


def search(connection: Connection, query: Query, limit: int, offset: int) -> Hits:
    """One page of what matches."""
    if query.clauses:
        found = fts.ranked(connection, query.clauses, _passes(connection, query, fts.number_here(connection))).subquery()
        page = select(found.c.number).order_by(found.c.rank, found.c.number)
    else:
        page = select(texts.c.number).join(reports, reports.c.id == texts.c.report)
        page = page.where(*_passes(connection, query, texts.c.number)).order_by(nulls_last(reports.c.published.desc()), reports.c.id)
    numbers = list(connection.execute(page.limit(limit + 1).offset(offset)).scalars())
    return Hits(tuple(_hits(connection, query, numbers[:limit])), len(numbers) > limit)


def _passes(connection: Connection, query: Query, number: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """The filters. What few reports have is listed; what many have is asked of each report that comes up."""
    passes: list[ColumnElement[bool]] = []
    for kind, values in (("party", query.parties), ("place", query.places), ("type", query.types)):
        for value in values:
            having = select(terms.c.number).where(terms.c.kind == kind, terms.c.value == key(value))
            few = select(func.count()).select_from(having.limit(FEW + 1).subquery())
            if connection.execute(few).scalar_one() <= FEW:
                passes.append(number.in_(having))
            else:
                passes.append(having.where(terms.c.number == number).exists())
    for day, earliest in ((query.since, True), (query.until, False)):
        if day:
            published = func.substr(reports.c.published, 1, 10)
            within = published >= day if earliest else published <= day
            dated = select(texts.c.number).join(reports, reports.c.id == texts.c.report).where(texts.c.number == number, within)
            passes.append(dated.exists() if query.clauses else within)
    return passes


def _hits(connection: Connection, query: Query, numbers: list[int]) -> Iterator[Hit]:
    if not numbers:
        return
    words = fts.snippets(connection, query.clauses, numbers) if query.clauses else {}
    opening = func.substr(texts.c.body, 1, OPENING).label("opening")
    asked = select(texts.c.number, texts.c.report, texts.c.title, opening, reports.c.outlet, reports.c.published)
    rows = {row.number: row for row in connection.execute(asked.join(reports, reports.c.id == texts.c.report).where(texts.c.number.in_(numbers)))}
    for number in numbers:
        row = rows[number]
        yield Hit(row.report, row.title or row.opening[:70], row.outlet, row.published, tuple(_pieces(words.get(number, row.opening))))


def _pieces(snippet: str) -> Iterator[Piece]:
    for part in " ".join(_BLANKS.split(snippet)).split(fts.OPENS):
        found, closed, rest = part.partition(fts.CLOSES)
        if closed:
            yield Piece(found, True)
        for text in (rest,) if closed else (part,):
            if text:
                yield Piece(text, False)
