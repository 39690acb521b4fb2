"""Which of the gold's sources are one organisation by the lexicon: the codebook counts a body, its parent and allies under one command once."""

from collections.abc import Mapping

from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import CountryRow, PartyRow
from sayso.model.codes import POWERS
from sayso.situation.words import fold


def called(lexicon: Lexicon) -> dict[str, PartyRow]:
    """The lexicon's parties by their folded names; "government of Chad" is the party that the reader takes a government of Chad for: the one
    that goes by "Chadian government", else one of its own."""
    found = {fold(name): row for row in reversed(lexicon.rows(PartyRow)) for name in (*row.aliases, row.name)}
    for country in lexicon.rows(CountryRow):
        name = f"government of {country.name}"
        known = (found[own] for adjective in country.adjectives if (own := fold(f"{adjective} government")) in found)
        row = found.setdefault(fold(name), next(known, PartyRow(id=f"{country.iso.lower()}-gov", name=name, kind="government")))
        for adjective in country.adjectives:
            found.setdefault(fold(f"{adjective} government"), row)
    return found


def above(lexicon: Lexicon) -> dict[str, list[str]]:
    """Each party and the organisations above it, the topmost last, by its folded names."""
    return {name: _upwards(row.id, lexicon.parents) for name, row in called(lexicon).items()}


def powers(lexicon: Lexicon) -> frozenset[str]:
    """Governments, armies and police."""
    return frozenset(row.id for row in called(lexicon).values() if row.kind in POWERS)


def _upwards(party: str, parents: Mapping[str, str]) -> list[str]:
    seen = [party]
    while (higher := parents.get(seen[-1])) is not None and higher not in seen:
        seen.append(higher)
    return seen
