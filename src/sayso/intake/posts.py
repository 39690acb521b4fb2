"""JSON documents: a list of reports or posts, Telegram's export of a channel, Twitter's (X's) archive and API answers."""

import json
import re
from collections.abc import Iterator, Mapping

from sayso.intake.decode import decode
from sayso.intake.format import Format, Opened, Piece, Unread
from sayso.intake.jsonl import row_of
from sayso.intake.sniff import mostly_text
from sayso.intake.terms import RefusalError

MOST_VALUES = 3_000_000
"""A document of more values would take a gigabyte of memory."""
_ARCHIVE = re.compile(rb"\s*window\.YTD\.\w{1,40}\.part\d{1,5}\s*=\s*(?=\[)")
_LISTS = ("messages", "data", "statuses", "posts", "items", "feed", "tweets", "reports", "results", "articles")
"""Where a document keeps its posts or reports."""


def _recognises(head: bytes, name: str) -> bool:  # noqa: ARG001
    start = head.lstrip()[:200]
    return mostly_text(head) and (_ARCHIVE.match(head) is not None or re.match(rb'\[\s*(?:\{|\])|\{\s*(?:"|\})', start) is not None)


def pieces(opened: Opened) -> Iterator[Piece]:
    """A piece for each report or post. Raises RefusalError for a document that has none."""
    raw = opened.whole(opened.limits.max_file)
    if raw.count(b",") + raw.count(b"[") + raw.count(b"{") > MOST_VALUES:
        raise RefusalError(f"is a JSON document of more than {MOST_VALUES} values. Write it as JSON Lines, a report a line.")
    archive = _ARCHIVE.match(raw)
    replace = opened.limits.replace_undecodable
    try:
        value = json.loads(decode(raw[archive.end() :] if archive else raw, replace=replace))
    except RecursionError:
        raise RefusalError("is JSON that is nested too deeply to hold reports.") from None
    except json.JSONDecodeError as error:
        raise RefusalError(f"looks like JSON, but is none ({error.msg}, in line {error.lineno}).") from None
    found = _objects(value)
    if not found:
        raise RefusalError('is JSON in which no report or post was found. Write each as {"text": "..."}, one a line.')
    for number, one in enumerate(found, start=1):
        try:
            if not isinstance(one, Mapping):
                raise RefusalError("the value is no object, and a report or a post is one.")
            if one.get("type") == "service":  # in Telegram's export: who joined, what was pinned
                continue
            row = row_of(one, f":{number}", replace)
            if row.text.strip() or row.found.medium is None:  # a post may be a picture alone
                yield row
        except RefusalError as error:
            yield Unread(f":{number}", str(error).replace("the line is", "the value is"))


FORMAT = Format("json", "JSON of reports or posts: Twitter/X, Mastodon, Bluesky, Reddit, Telegram", _recognises, pieces, identity="its text")


def _objects(value: object) -> list[object]:
    """The posts or reports of a document, each with what the document says about all of them."""
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping):
        return []
    chats = value.get("chats")
    if isinstance(chats, Mapping) and isinstance(chats.get("list"), list):  # Telegram's export of everything
        return [one for chat in chats["list"] for one in _objects(chat)]
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, list):
            return [_with(one, value) for one in inner]
    return [value]


def _with(one: object, document: Mapping[str, object]) -> object:
    """A post with its channel's name (Telegram) or its author (Twitter's API keeps authors apart) laid into it."""
    if not isinstance(one, Mapping):
        return one
    if "messages" in document and isinstance(document.get("name"), str):
        return {**one, "chat": document["name"]}
    includes = document.get("includes")
    users = includes.get("users") if isinstance(includes, Mapping) else None
    for user in users if isinstance(users, list) else ():
        if isinstance(user, Mapping) and user.get("id") is not None and user.get("id") == one.get("author_id"):
            return {**one, "author": user}
    return one
