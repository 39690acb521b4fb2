"""What the reports of a case say of one party, counted, so that a report can be taken out again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.model import Party
from sayso.model.codes import PartyKind
from sayso.model.situation import Actor, Ref

_MOST_ALIASES = 20

Order = tuple[str, str]
"""A report's place in the case: its day and its id."""


_OWNED = re.compile(r"['’]s? (?=[a-z])")
"""In a name that tells whose part somebody is: "the LNA's air force"."""


@dataclass
class Known:
    """One party's names, kinds, aliases and offices by how often they are told, and the parties of the reports that it is."""

    named: int = 0
    """How many times it goes by a name."""
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[PartyKind] = field(default_factory=Counter)
    told_aliases: Counter[str] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)
    sheets: dict[Order, list[str]] = field(default_factory=dict)

    def count(self, order: Order, party: Party, offices: Sequence[str], named: bool, step: int) -> None:
        """Add a report's party, or take it out: `step` is 1 or -1."""
        self.named += step * named
        self.names[party.name] += step
        self.kinds[party.kind] += step
        for alias in set(party.aliases):
            self.told_aliases[alias] += step
        for office in offices if party.kind in ("person", "police") or not named or _OWNED.search(party.name) else ():
            self.offices[office] += step
        if step > 0:
            self.sheets.setdefault(order, []).append(party.id)
        else:
            self.sheets[order].remove(party.id)
            if not self.sheets[order]:
                del self.sheets[order]
        for cached in ("name", "kind", "aliases", "office"):
            self.__dict__.pop(cached, None)

    def forget_beyond(self, most: int) -> None:
        """Keep no more than so many of the reports that name the party: enough to know that there are many. The counts stay."""
        while len(self.sheets) > most:
            self.sheets.popitem()

    @cached_property
    def name(self) -> str:
        """The name told most."""
        return min(+self.names, key=lambda name: (-self.names[name], name), default="")

    @cached_property
    def kind(self) -> PartyKind:
        """The kind told most."""
        return min(+self.kinds, key=lambda kind: (-self.kinds[kind], kind), default="other")

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """The first names and descriptions in order, at most twenty."""
        return tuple(sorted(+self.told_aliases)[:_MOST_ALIASES])

    @cached_property
    def office(self) -> str | None:
        """The organisation that most reports give it an office in."""
        return min(+self.offices, key=lambda org: (-self.offices[org], org), default=None)

    def actor(self, id: str) -> Actor:
        """The party across reports."""
        seen = (Ref(report=order[1], fact=party) for order in sorted(self.sheets) for party in sorted(self.sheets[order]))
        return Actor(id=id, name=self.name, kind=self.kind, aliases=self.aliases, seen=tuple(seen))
