"""The full-text index in the words of each database: FTS5 in SQLite, tsvector in PostgreSQL. Nothing else in the search differs.

Both fold case and accents and stem English words; neither has stop words.
"""

import unicodedata
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Float, Integer, Select, bindparam, func, literal_column, select, text

from sayso.casefile.query import Clause

OPENS, CLOSES = "\x02", "\x03"
"""What stands before and after a word that was found, in a snippet."""
LONGEST = 400_000
"""PostgreSQL indexes so many characters of a report and no more: a tsvector has room for a megabyte."""
RANKED = 2_000
"""So many of the reports that match are ranked, those stored last: ranking opens the word list of each."""

_INTO_FTS5 = text("INSERT INTO search(rowid, title, body) VALUES(:n, :t, :b)")
_INTO_TSVECTOR = text(
    "INSERT INTO search(number, words) VALUES(:n, setweight(to_tsvector('sayso', :t), 'A') || setweight(to_tsvector('sayso', :b), 'D'))"
)


def put(connection: Connection, number: int, title: str, body: str) -> None:
    """Index a text."""
    if connection.dialect.name == "sqlite":
        connection.execute(_INTO_FTS5, {"n": number, "t": title, "b": body})
    else:
        values = {"n": number, "t": _folded(title[:LONGEST]), "b": _folded(body[:LONGEST])}
        connection.execute(_INTO_TSVECTOR, values)


def take_out(connection: Connection, number: int, title: str, body: str) -> None:
    """Take a text out of the index; `title` and `body` are what was put in."""
    if connection.dialect.name == "sqlite":
        statement = "INSERT INTO search(search, rowid, title, body) VALUES('delete', :n, :t, :b)"
        connection.execute(text(statement), {"n": number, "t": title, "b": body})
    else:
        connection.execute(text("DELETE FROM search WHERE number = :n"), {"n": number})


def ranked(connection: Connection, clauses: tuple[Clause, ...], passes: Sequence[ColumnElement[bool]]) -> "Select[int, float]":
    """Numbers and ranks (smaller is better) of the texts that match and pass the filters, which speak of `number_here`: the
    RANKED last stored of them, for ranking opens each one."""
    if connection.dialect.name == "sqlite":
        weight: ColumnElement[float] = literal_column("bm25(search, 4.0, 1.0)", Float)  # a word of the title counts for four
        found = select(number_here(connection).label("number"), weight.label("rank")).select_from(text("search"))
        found = found.where(text("search MATCH :q").bindparams(q=_fts5(clauses)), *passes)
        return found.order_by(literal_column("search.rowid").desc()).limit(RANKED)
    asked = {"q": _tsquery(connection, clauses)}
    matching = select(number_here(connection).label("number")).select_from(text("search"))
    matching = matching.where(text("search.words @@ CAST(:q AS tsquery)").bindparams(**asked), *passes)
    if len(clauses) > 1 or any(len(words.split()) > 1 for words in clauses[0].any_of):
        # How often words stand together the server cannot know. Taking them for frequent, it would open the texts' word lists one by one
        # from the last stored until it has RANKED of them; so the index is asked first, apart.
        every = matching.cte("every").prefix_with("MATERIALIZED", dialect="postgresql")
        matching = select(every.c.number)
    newest = matching.order_by(text("number DESC")).limit(RANKED).subquery()
    rank = -func.ts_rank_cd(literal_column("search.words"), text("CAST(:q AS tsquery)").bindparams(**asked), 1)
    return select(newest.c.number, rank.label("rank")).join_from(newest, text("search"), literal_column("search.number") == newest.c.number)


def number_here(connection: Connection) -> ColumnElement[int]:
    """The number of the text that a row of the index is of. The plus keeps SQLite from asking the index once for each number."""
    return literal_column("+search.rowid" if connection.dialect.name == "sqlite" else "search.number", Integer)


def snippets(connection: Connection, clauses: tuple[Clause, ...], numbers: list[int]) -> dict[int, str]:
    """For each text some words around what was found in it."""
    if connection.dialect.name == "sqlite":
        statement = text("SELECT rowid, snippet(search, 1, :o, :c, '…', 32) FROM search WHERE search MATCH :q AND rowid IN :n")
        values: dict[str, object] = {"o": OPENS, "c": CLOSES, "q": _fts5(clauses)}
    else:
        statement = text("SELECT number, ts_headline('sayso', left(body, :m), CAST(:q AS tsquery), :s) FROM texts WHERE number IN :n")
        style = f"StartSel={OPENS}, StopSel={CLOSES}, MaxWords=32, MinWords=20, MaxFragments=1, FragmentDelimiter=…"
        values = {"m": LONGEST, "q": _tsquery(connection, clauses), "s": style}
    rows = connection.execute(statement.bindparams(bindparam("n", expanding=True)), {**values, "n": numbers})
    return {row[0]: row[1] for row in rows}


def _fts5(clauses: tuple[Clause, ...]) -> str:
    wanted = [" OR ".join(_quoted(one) for one in clause.any_of) for clause in clauses if not clause.without]
    unwanted = [f" NOT {_quoted(one)}" for clause in clauses if clause.without for one in clause.any_of]
    return f"({' AND '.join(f'({one})' for one in wanted)})" + "".join(unwanted)


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""').replace("\0", " ") + '"'


def _tsquery(connection: Connection, clauses: tuple[Clause, ...]) -> str:
    """The query as the server parses it, each group of words on its own so that nothing in them is taken for an operator."""
    parts = []
    values: dict[str, str] = {}
    for clause in clauses:
        names = [f"w{len(values) + i}" for i in range(len(clause.any_of))]
        values |= {name: _folded(words.replace("\0", " ")) for name, words in zip(names, clause.any_of, strict=True)}
        one = " || ".join(f"phraseto_tsquery('sayso', :{name})" for name in names)
        parts.append(f"!!({one})" if clause.without else f"({one})")
    return str(connection.execute(text(f"SELECT CAST({' && '.join(parts)} AS text)"), values).scalar_one())


def _folded(value: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", value) if not unicodedata.combining(one))
