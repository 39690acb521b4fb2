"""Persons described first and named later: "the head of the media center said", and a sentence on, who that is."""

from bisect import bisect_right

from sayso.reading.cast import Member
from sayso.reading.page import Page

_NEXT = 12
"""Named persons who come next, among whom the one described may be."""
_NEAR = 900
"""Characters within which "a spokesman" may be the spokesman named later."""


def named_later(page: Page) -> None:
    """Join an unnamed holder of an office with the next person named who holds it."""
    persons = sorted((m for m in page.cast.members() if m.kind == "person" and m.mentions), key=lambda m: m.mentions[0])
    named = [m for m in persons if m.by in ("name", "lexicon") and m.roles]
    starts = [m.mentions[0] for m in named]
    for member in persons:
        if member.by == "description" and member.roles:
            after = bisect_right(starts, member.mentions[0])
            match = next((n for n in named[after : after + _NEXT] if _same_office(member, n)), None)
            if match is not None:
                page.cast.merge(match.id, member.id)


def _same_office(unnamed: Member, named: Member) -> bool:
    near = named.mentions[0][0] - unnamed.mentions[-1][0] < _NEAR
    for role in unnamed.roles:
        for other in named.roles:
            same_body = role.of is not None and role.of == other.of
            same_title = role.title.lower() in other.title.lower().split()
            if same_body and (same_title or (near and role.title.lower() == "official")):
                return True
            if same_title and near and (role.of is None or other.of is None):
                return True
    return False
