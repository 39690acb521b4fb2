"""A post is its author's statement: all that a tweet, a post or a message says is said by whoever wrote it."""

import re

from sayso.model import Interval, Statement
from sayso.model.codes import Channel
from sayso.reading.page import Page

_BODIES = frozenset(
    "agency army brigade center centre channel committee coordination council defence defense embassy forces foundation front government group "
    "hq institute media ministry monitor movement network news observatory office official operations organisation organization party post "
    "press radio report reports times tv un update updates voice watch".split()
)
"""Words in an account's name that tell a body from a person."""
_CHANNELS: dict[str, Channel] = {"tweet": "tweet", "post": "document", "message": "document"}


_PASSED_ON = re.compile(r"\s*RT (@\w{1,40}):?\s+(?=\S)")
"""How a post begins that passes another one on."""


def of_author(page: Page, number: int) -> list[Statement]:
    """The statement that the whole of a post is, as number so and so; none where the report is no post, says nothing, or names no author.
    One that passes another's post on holds that one's statement within, whose the words are."""
    report = page.report
    author = report.byline or report.outlet
    start, end = len(report.text) - len(report.text.lstrip()), len(report.text.rstrip())
    if report.medium not in _CHANNELS or author is None or start >= end:
        return []
    channel, day = _CHANNELS[report.medium], report.published
    own = Statement(
        id=f"S{number}", content=((start, end),), kind="direct", stance="say", speaker=_party(page, author, report.outlet),
        channel=channel, stated=Interval(earliest=day, latest=day) if day else None, confidence=0.95, by="said.post",
    )  # fmt: skip
    passed_on = _PASSED_ON.match(report.text)
    if passed_on is None:
        return [own]
    other = _party(page, passed_on[1], None)
    page.cast.mention(other, *passed_on.span(1))
    return [
        own,
        Statement(
            id=f"S{number + 1}", content=((passed_on.end(), end),), kind="direct", stance="say", speaker=other, speaker_span=passed_on.span(1),
            channel=channel, via=(own.speaker,) if own.speaker else (), within=own.id, confidence=0.95, by="said.post",
        ),
    ]  # fmt: skip


def _party(page: Page, author: str, account: str | None) -> str:
    """The author as a party: one that the text names so, too, or a new one, which has no words in the text."""
    names = [one.casefold() for one in (author, account) if one]
    for member in page.cast.members():
        if any(alias.casefold() in names for alias in member.aliases):
            return member.id
    body = author.startswith("@") or not _BODIES.isdisjoint(author.casefold().split())
    made = page.cast.add(author, "outlet" if body else "person", by="said.post", confidence=0.7)
    if account and account != author:
        made.aliases.append(account)
    return made.id
