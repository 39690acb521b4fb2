"""The two sides of a war: those that a report speaks most of, and those that a sentence has just told to be at it."""

from collections.abc import Collection

from sayso.reading.grammar import objects_of
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_words import GROUPS, LEADING, THE_GROUP, THE_MEN
from sayso.reading.states import men_of, one_state

_ITS_OWN = 4
"""Within how many tokens behind "between" its own noun stands."""


def two_sides(page: Page, belligerents: tuple[str, ...], brokers: Collection[str]) -> tuple[str, ...]:
    """Those most spoken of, a state's men aside where the state is one of them, and who only brokers."""
    sides = [page.cast[party] for party in belligerents]
    states = {m.entry for m in sides if m.entry and m.kind in ("state", "government")}
    sides = [m for m in sides if not men_of(page, m, states)]
    sides = [m for i, m in enumerate(sides) if not any(one_state(page, m, other) for other in sides[:i])]
    sides = [m for m in sides if m.id not in brokers or m.kind == "armed_group"] if len(sides) > 2 else sides
    named = any(m.kind in GROUPS and m.name[:1].isupper() for m in sides[:LEADING])
    across = any(m.kind not in GROUPS for m in sides[:LEADING])
    if named and across:  # "the fighters" are those of the group that has a name
        one = sum(m.kind in GROUPS and m.name[:1].isupper() for m in sides) == 1
        men = THE_MEN | THE_GROUP if one else THE_MEN
        sides = [m for m in sides if not (m.kind == "armed_group" and m.name.split()[-1].lower() in men and m.name[:1].islower())]
    return tuple(member.id for member in sides)[:2]


def ties_before(noun: Token) -> list[Token]:
    """Each "between" before a noun in its sentence and the one before, the nearest first, but for the one that it stands behind itself."""
    start = noun.sent.start
    first = noun.doc[start - 1].sent.start if start else 0
    before = [token for token in noun.doc[first : noun.i] if token.lower_ == "between" and token.dep_ == "prep"]
    return [token for token in reversed(before) if noun.i - token.i > _ITS_OWN or not any(n is noun for n in objects_of(token))]
