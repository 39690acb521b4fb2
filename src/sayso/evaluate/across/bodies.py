"""Which of the gold's sources are one organisation by the lexicon: the codebook counts a body, its parent and allies under one command once."""

from collections.abc import Mapping

from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import CountryRow, PartyRow
from sayso.situation.words import fold


def called(lexicon: Lexicon) -> dict[str, PartyRow]:
    """The lexicon's parties by their folded names; "government of Chad" is the party that the reader takes a government of Chad for."""
    found = {fold(name): row for row in reversed(lexicon.rows(PartyRow)) for name in (*row.aliases, row.name)}
    for country in lexicon.rows(CountryRow):
        name = f"government of {country.name}"
        found.setdefault(fold(name), PartyRow(id=f"{country.iso.lower()}-gov", name=name, kind="government"))
    return found


def topmost(lexicon: Lexicon) -> dict[str, str]:
    """The topmost organisation of each party by its folded names."""
    return {name: _top(row.id, lexicon.parents) for name, row in called(lexicon).items()}


def _top(party: str, parents: Mapping[str, str]) -> str:
    seen = [party]
    while (above := parents.get(seen[-1])) is not None and above not in seen:
        seen.append(above)
    return seen[-1]
