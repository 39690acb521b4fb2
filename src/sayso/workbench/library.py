"""The words of all reports, indexed in memory for full-text search (SQLite's FTS5). Nothing of it is written to a disk."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock

from sayso.model import Reading
from sayso.situation.case import first_published
from sayso.view import harmless

_BEGIN, _END = "\x02", "\x03"
_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Passage:
    """A report that has the words: the passage in pieces, those that were asked for marked."""

    report: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: a page of passages, how many reports there are, and their outlets with counts."""

    passages: tuple[Passage, ...]
    total: int
    outlets: tuple[tuple[str, int], ...]


class Library:
    """Built once from readings, then only asked; safe to ask from several threads."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._lock = Lock()
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        self._index.execute(
            "CREATE VIRTUAL TABLE library USING fts5(report UNINDEXED, outlet UNINDEXED, published UNINDEXED, title, text, "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )
        self._index.executemany("INSERT INTO library VALUES (?, ?, ?, ?, ?)", (_row(reading) for reading in readings))

    def find(self, words: str, outlet: str = "", since: str = "", until: str = "", first: int = 0, most: int = 20) -> Found:
        """Reports that have all the words; "several words" in quotation marks stand in a row. The best fit first."""
        asked = query(words)
        if not asked:
            return Found((), 0, ())
        where, values = "library MATCH ?", [asked]
        for clause, value in (("published >= ?", since), ("published <= ?", until)):
            if value:
                where, values = f"{where} AND {clause}", [*values, value]
        counted = "SELECT outlet, count(*) FROM library WHERE " + where + " GROUP BY outlet ORDER BY count(*) DESC, outlet"
        narrowed, narrow = (where + " AND outlet = ?", [*values, outlet]) if outlet else (where, values)
        passage = f"snippet(library, 4, '{_BEGIN}', '{_END}', ' … ', 40)"
        chosen = f"SELECT report, {passage} FROM library WHERE {narrowed} ORDER BY rank, report LIMIT ? OFFSET ?"
        with self._lock:
            outlets = self._index.execute(counted, values).fetchall()
            rows = self._index.execute(chosen, [*narrow, most, first]).fetchall()
        total = next((n for name, n in outlets if name == outlet), 0) if outlet else sum(n for _, n in outlets)
        return Found(tuple(Passage(report, tuple(_pieces(snippet))) for report, snippet in rows), total, tuple(outlets[:12]))


def query(words: str) -> str:
    """What was typed as an FTS5 query that means nothing else: every word and every quotation is a quoted string."""
    terms = [(found.group(1) or found.group(2)).replace('"', " ") for found in _TERM.finditer(words.replace("\x00", " "))]
    return " ".join(f'"{term}"' for term in terms[:20] if re.search(r"\w", term))


def _row(reading: Reading) -> tuple[str, str, str, str, str]:
    report = reading.report
    outlet = harmless(report.outlet or "outlet unknown")
    text = report.text.replace(_BEGIN, " ").replace(_END, " ")
    return report.id, outlet, first_published(report) or "", report.title or "", text


def _pieces(snippet: str) -> Iterator[tuple[str, bool]]:
    for n, part in enumerate(snippet.split(_BEGIN)):
        marked, _, plain = part.partition(_END) if n else ("", "", part)
        if marked:
            yield _plain(marked), True
        if plain:
            yield _plain(plain), False


def _plain(piece: str) -> str:
    kept = harmless(piece)
    return (" " if piece[:1].isspace() else "") + kept + (" " if kept and piece[-1:].isspace() else "")
