"""Lines of a report's top that say what they are: "Source: The Hill Courier", "Title: ...", "LENGTH: 344 words"."""

import re
from dataclasses import dataclass
from typing import Literal

from sayso.intake.dates import record_at

Kind = Literal["title", "outlet", "byline", "story", "other"]
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("title", "headline", "heading"), "title"),
    **dict.fromkeys(("source", "sources", "outlet", "publication", "newspaper", "publisher", "published by", "website"), "outlet"),
    **dict.fromkeys(("author", "authors", "byline", "writer", "reporter", "written by"), "byline"),
    **dict.fromkeys(("text", "body", "content", "full text", "article"), "story"),
    **dict.fromkeys(
        ("section", "length", "language", "page", "pages", "category", "categories", "topic", "topics", "tags", "country", "countries", "edition",
         "type", "format", "id", "url", "link", "dateline", "location", "word count", "theme", "themes", "subject", "copyright", "editor",
         "load-date", "accession number", "document type"),
        "other",
    ),
}  # fmt: skip
_NAMES = "|".join(sorted(map(re.escape, _KINDS), key=lambda name: (-len(name), name)))
_LINE = re.compile(rf"(?P<label>{_NAMES})[ \t\xa0]*(?P<sign>:[ \t\xa0]*|:?[ \t\xa0]*\r?\n[ \t\xa0]*(?=\S))(?P<value>[^\n]{{0,300}})", re.I)
_ALONE = ("source", "sources", "author", "authors")
"""Labels that pages print on a line of their own, above their value."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled line: its value stands at [start, end); what comes next begins at `end`."""

    kind: Kind
    value: str
    start: int
    end: int


def labelled_at(text: str, start: int) -> Labelled | None:
    """The labelled line that begins at `start`. A name of an outlet or a writer is no longer than names are."""
    found = _LINE.match(text, start, start + 400)
    if not found:
        return None
    label = " ".join(found.group("label").casefold().split())
    kind, value = _KINDS[label], " ".join(found.group("value").split())
    if ":" not in found.group("sign") and label not in _ALONE:
        return None
    if (kind in ("outlet", "byline") and not 0 < len(value) <= _LONGEST_NAME) or (kind == "title" and not value):
        return None
    if kind == "story":
        return Labelled(kind, "", found.end("sign"), found.end("sign"))
    return Labelled(kind, value, found.start("value"), found.end("value"))


def another_below(text: str, end: int) -> bool:
    """Whether the next line is labelled or a date, too: one label alone may be a sentence's."""
    below = end + len(text[end : end + 200]) - len(text[end : end + 200].lstrip())
    record = record_at(text, below)
    return labelled_at(text, below) is not None or (record is not None and record.firm)
