"""The persons and parties of one report while it is being read: who is mentioned where, under which names."""

from dataclasses import dataclass, field

from sayso.model import Party, Role
from sayso.model.codes import PartyKind


@dataclass(slots=True)
class Member:
    """A party in the making."""

    id: str
    name: str
    kind: PartyKind
    by: str
    confidence: float
    entry: str | None = None
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)


class Cast:
    """All parties of a report. Filled by `who`; every later question asks it whose words, deeds and demands these are."""

    def __init__(self) -> None:
        self._members: dict[str, Member] = {}
        self._pronouns: dict[tuple[int, int], str] = {}

    def add(self, name: str, kind: PartyKind, *, by: str, confidence: float = 0.8, entry: str | None = None) -> Member:
        """A new party; its id counts up from P1 in the order of adding."""
        member = Member(f"P{len(self._members) + 1}", name, kind, by, confidence, entry, aliases=[name])
        self._members[member.id] = member
        return member

    def __getitem__(self, party: str) -> Member:
        return self._members[party]

    def members(self) -> list[Member]:
        """All parties so far."""
        return list(self._members.values())

    def mention(self, party: str, start: int, end: int) -> None:
        """Note that the words at [start, end) mean this party. Words that already mean another party keep their first meaning."""
        spans = self._members[party].mentions
        if (start, end) not in spans:
            spans.append((start, end))

    def refer(self, start: int, end: int, party: str) -> None:
        """Note that a pronoun at [start, end) means this party; pronouns are no mentions."""
        self._pronouns[start, end] = party

    def at(self, start: int, end: int) -> str | None:
        """The party that the words at [start, end) mean: whose mention or pronoun overlaps them most, in proportion; else None."""
        best: tuple[float, str] | None = None
        spans = [(a, b, m.id) for m in self._members.values() for a, b in m.mentions]
        spans += [(a, b, party) for (a, b), party in self._pronouns.items()]
        for a, b, party in spans:
            shared = min(b, end) - max(a, start)
            if shared > 0:
                share = shared / max(b - a, end - start)
                if best is None or share > best[0]:
                    best = (share, party)
        return best[1] if best else None

    def parties(self) -> tuple[Party, ...]:
        """The finished parties."""
        return tuple(
            Party(
                id=m.id, name=m.name, kind=m.kind, aliases=tuple(dict.fromkeys([m.name, *m.aliases])), roles=tuple(m.roles),
                mentions=tuple(sorted(m.mentions)), entry=m.entry, confidence=m.confidence, by=m.by,
            )
            for m in self._members.values()
        )  # fmt: skip
