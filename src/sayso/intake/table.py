"""CSV and the like: one report a row, its fields found by the columns' names or as the user maps them."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.intake.dates import record_at
from sayso.intake.decode import decode
from sayso.intake.format import Format, Opened, Piece, Row, Unread
from sayso.intake.found import Found
from sayso.intake.sniff import mostly_text
from sayso.intake.terms import Known, RefusalError, iso_time, no_day

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "full_text", "fulltext", "article_text", "content", "article", "maintext", "story", "notes", "report", "description"),
    "title": ("title", "headline", "head", "source_headline", "subject"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "media", "source_article", "site", "source_name", "channel"),
    "byline": ("byline", "author", "authors", "writer", "by", "from"),
    "url": ("url", "link", "address", "href", "source_url", "web_address", "permalink"),
    "published": (
        "published", "date", "publication_date", "published_at", "pubdate", "publish_date", "date_published", "event_date", "timestamp", "created_at",
    ),
}  # fmt: skip
"""Names under which columns are found without being told, the likeliest first; case, blanks, dots and hyphens do not matter."""
_DELIMITERS = ",;\t|"
_MOST_COLUMNS = 1_000


def mapped(header: Sequence[str], columns: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Which column holds which field. Raises RefusalError where a column that was named is not there, or none holds the text."""
    names = {_plain(name): at for at, name in reversed(list(enumerate(header)))}
    found: dict[str, int] = {}
    for field, column in columns:
        if _plain(column) not in names:
            raise RefusalError(f'has no column called "{column}". Its columns are: {_listed(header)}.')
        found[field] = names[_plain(column)]
    for field, known in COLUMNS.items():
        at = next((names[name] for name in known if name in names and names[name] not in found.values()), None)
        if field not in found and at is not None:
            found[field] = at
    if "text" not in found:
        raise RefusalError(
            f'is a table without a column that is known to hold text. Its columns are: {_listed(header)}. Say which: --columns "text=NAME".'
        )
    return found


def row_of(cells: Sequence[str], fields: Mapping[str, int], where: str) -> Row:
    """The report of a row. Raises RefusalError where its text is missing."""
    values = {field: cells[at].strip() for field, at in fields.items() if at < len(cells)}
    if not values.get("text"):
        raise RefusalError("the row has no text in the column that holds it.")
    written = values.get("published", "")
    said = {**values, "published": _day(written)}
    doubts = (no_day(written),) if written and not said["published"] else ()
    return Row(where, cells[fields["text"]], given=Known.of(said), found=Found(byline=values.get("byline") or None).by("the row"), doubts=doubts)


def _day(value: str) -> str | None:
    """A cell's date: ISO, or as people write it where that is no riddle ("28 January 2019"; 3/4/2019 is one)."""
    record = record_at(value, 0)
    return iso_time(value) or (record.day.isoformat() if record and record.day else None)


def _recognises(head: bytes, name: str) -> bool:
    if not mostly_text(head):
        return False
    first = head.lstrip().split(b"\n", 1)[0].decode(errors="replace")
    names = [_plain(cell) for cell in _cells(first, _delimiter(first))]
    if name.lower().endswith((".csv", ".tsv")):
        return len(names) > 1 or names[0] in COLUMNS["text"]
    known = [name for name in names if any(name in some for some in COLUMNS.values())]
    return 2 <= len(names) <= 60 and len(first) < 2_000 and len(known) >= 2 and any(name in COLUMNS["text"] for name in names)


def pieces(opened: Opened) -> Iterator[Piece]:
    """A piece for each row."""
    lines = _Lines(opened)
    csv.field_size_limit(max(opened.limits.max_bytes, 131_072))
    first = next(iter(lines), "")
    header = _cells(first, _delimiter(first))
    fields = mapped(header, opened.limits.columns)
    reader = csv.reader(lines, delimiter=_delimiter(first))
    empty = True
    while True:
        where = f":{lines.number + 1}"
        try:
            cells = next(reader)
            if lines.fault:
                raise RefusalError(f"the row {lines.fault}")
            if any(cell.strip() for cell in cells):
                empty = False
                yield row_of(cells, fields, where)
        except StopIteration:
            break
        except csv.Error as error:
            empty = False
            yield Unread(where, f"the row is not one of a table that can be read ({error}).")
        except RefusalError as error:
            empty = False
            yield Unread(where, str(error))
        finally:
            lines.fault = ""
    if empty:
        raise RefusalError("is a table without rows.")


FORMAT = Format("csv", "tables (CSV, TSV), a report a row", _recognises, pieces, identity="its text")


class _Lines:
    """The lines of a table, decoded one by one: a line that is no text is remembered in `fault` and costs its row alone."""

    def __init__(self, opened: Opened) -> None:
        self.number = 0
        self.fault = ""
        self._limits = opened.limits
        wide = opened.head[:2] in (b"\xff\xfe", b"\xfe\xff")
        raw = decode(opened.whole(opened.limits.max_file)).encode() if wide else b""
        self._stream = io.BufferedReader(io.BytesIO(raw)) if wide else opened.stream()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limits.max_bytes + 1)
        if not line:
            raise StopIteration
        if len(line) > self._limits.max_bytes:
            raise RefusalError(f"line {self.number + 1} is longer than the limit of {self._limits.max_bytes} bytes; the rest is not read.")
        self.number += 1
        try:
            return decode(line, replace=self._limits.replace_undecodable)
        except RefusalError as error:
            self.fault = self.fault or str(error)
            return line.decode(errors="replace")


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        cells = []
    return cells[:_MOST_COLUMNS] or [""]


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _plain(name: str) -> str:
    return "_".join(name.strip().strip("\ufeff").casefold().replace("-", " ").replace(".", " ").replace("_", " ").split())


def _listed(header: Sequence[str]) -> str:
    names = [name.strip()[:40] for name in header[:30] if name.strip()]
    return ", ".join(f'"{name}"' for name in names) + (" and others" if len(header) > 30 else "") if names else "without names"
