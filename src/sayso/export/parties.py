"""Parties as other datasets write them: the sector in PLOVER, the kind of actor in ACLED, the country."""

from collections.abc import Iterable

from sayso.export.countries import countries
from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import PartyRow
from sayso.model.codes import PartyKind

SECTORS: dict[PartyKind, str] = {
    "state": "GOV", "government": "GOV", "military": "MIL", "police": "COP", "armed_group": "REB", "coalition": "MIL", "party": "PTY",
    "agency": "MED", "outlet": "MED", "monitor": "NGO", "io": "IGO", "ngo": "NGO", "civilians": "CVL", "person": "", "other": "",
}  # fmt: skip
"""PLOVER's code for the sector of each kind of party; empty where the kind does not tell."""



class Countries:
    """The countries that parties of the lexicon act in."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._of = {row.id: row.country for row in lexicon.rows(PartyRow)}

    def iso3(self, parties: Iterable[str]) -> list[str]:
        """ISO 3166 alpha-3 of the first country of each party; empty where the lexicon knows none."""
        codes = (countries().get(of[0]) if (of := self._of.get(party, ())) else None for party in parties)
        return [code.iso3 if code else "" for code in codes]

    def foreign(self, party: str, country: str | None) -> bool:
        """Whether the lexicon knows countries of this party and the given one is not among them."""
        of = self._of.get(party, ())
        return bool(of and country and country not in of)
