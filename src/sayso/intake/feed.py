"""RSS and Atom feeds: an entry a report; with --follow, the page that it links to. The work is feedparser's."""

import io
import re
import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sayso.intake.format import Format, Link, Opened, Piece, Row, Unread
from sayso.intake.found import Found
from sayso.intake.markup import fragment_text
from sayso.intake.sniff import is_feed, plain
from sayso.intake.terms import RefusalError, is_web_address

MOST_ENTRIES = 20_000


def pieces(opened: Opened) -> Iterator[Piece]:
    """A piece for each entry. Raises RefusalError for a feed that declares entities: no feed needs them, and they do harm."""
    raw = opened.whole(opened.limits.max_bytes)
    if re.search(rb"<!ENTITY", plain(raw), re.I):
        raise RefusalError("is a feed that declares entities of its own, as files do that fill up a machine or fetch from it. Not read.")
    if raw.count(b"<item") + raw.count(b"<entry") > MOST_ENTRIES or raw.count(b"<") > 500_000:
        raise RefusalError(f"is a feed of more than {MOST_ENTRIES} entries or 500000 elements. Split it.")
    import feedparser

    try:
        found = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # the library's own fault on such bytes: an </link> of a link that was cut off
        raise RefusalError(f"is a damaged feed that cannot be read ({type(error).__name__}). Get it anew from its outlet.") from error
    name = _plain(found.feed.get("title"))
    if not found.entries:
        why = f" ({found.bozo_exception})" if found.bozo else ""
        raise RefusalError(f"is a feed without entries{' '.join(why.split(chr(10)))}.")
    for number, entry in enumerate(found.entries, start=1):
        where = f":{number}"
        try:
            yield _piece(entry, name, where)
        except RefusalError as error:
            yield Unread(where, str(error).replace("is an HTML page", "is an entry"))


FORMAT = Format("feed", "RSS and Atom feeds, an entry a report", is_feed, pieces, identity="its text", modules=("feedparser",), extra="feeds")


def _piece(entry: Any, feed: str | None, where: str) -> Piece:
    contents = [one.get("value") or "" for one in entry.get("content", ())]
    text = fragment_text(max([*contents, entry.get("summary") or ""], key=len))
    title = _plain(entry.get("title"))
    link = entry.get("link")
    source = entry.get("source")
    about = Found(
        title=title,
        byline=_plain(entry.get("author")),
        outlet=(_plain(source.get("title")) if isinstance(source, dict) else None) or feed,
        url=link if isinstance(link, str) and is_web_address(link) else None,
        published=_moment(entry.get("published_parsed") or entry.get("updated_parsed")),
    ).by("the feed's entry")
    if title and not text.casefold().startswith(title.casefold()):
        text = f"{title}\n\n{text}".strip()
    row = Row(where, text, found=about) if text else None
    if isinstance(link, str) and link:
        return Link(where, link, about, row)
    return row or Unread(where, "is an entry without a text.")


def _plain(value: object) -> str | None:
    return " ".join(fragment_text(value[:2_000]).split()) or None if isinstance(value, str) else None


def _moment(value: time.struct_time | None) -> str | None:
    try:
        return datetime(*value[:6]).isoformat() + "+00:00" if value else None
    except (ValueError, TypeError):
        return None
