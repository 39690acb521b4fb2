"""Officials of whom a report does not say of which state: "the deputy defence minister, X", "X, a junta spokesman"."""

import re
from collections.abc import Iterable

from sayso.model import Party
from sayso.model.codes import POWERS
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.words import fold

_OF_A_POWER = re.compile(r"\b(?:minister|junta|government|regime|premier|prime minister|army|military|defen[cs]e|armed forces|state|cabinet)\b")
_FORMER = re.compile(r"\b(?:former|ex|late|retired)\b")


def for_their_power(sheet: Sheet, sides: Iterable[str], identity: Identity) -> set[str]:
    """The sides of a move; for a person whose office is one of a power, and who is no other's, the power of the report's country that it
    speaks of most."""
    return {_power_of(sheet, side, identity) or side for side in sides}


def _power_of(sheet: Sheet, side: str, identity: Identity) -> str | None:
    if identity.kind(side) != "person":
        return None
    for party in sheet.reading.parties:
        titles = [fold(role.title) for role in party.roles]
        if party.kind != "person" or any(role.of for role in party.roles) or identity.actor(sheet, party.id) != side:
            continue
        if any(_OF_A_POWER.search(title) and not _FORMER.search(title) for title in titles):
            return _most_told(sheet, identity)
    return None


def _most_told(sheet: Sheet, identity: Identity) -> str | None:
    told: dict[str, int] = {}
    for party in sheet.reading.parties:
        side = identity.side(identity.actor(sheet, party.id)) if _is_home(party) else None
        if side is not None and identity.named(side) and identity.kind(side) in POWERS:
            told[side] = told.get(side, 0) + len(party.mentions)
    return min(told, key=lambda side: (-told[side], side)) if told else None


def _is_home(party: Party) -> bool:
    return party.kind in ("government", "military")
