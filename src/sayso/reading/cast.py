"""The persons and parties of one report while it is being read: who is mentioned where, under which names."""

from dataclasses import dataclass, field

from sayso.model import Party, Role
from sayso.model.codes import PartyKind

_CELL = 128
"""Mentions are looked up by the stretches of this many characters that they touch."""


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
    gender: str | None = None
    """m or f, where the report or a given name tells it."""
    many: bool = False
    """Whether it is more than one: "they" rather than "he", "she" or "it"."""


class Cast:
    """All parties of a report. Filled by `who`; every later question asks it whose words, deeds and demands these are."""

    def __init__(self) -> None:
        self._members: dict[str, Member] = {}
        self._made = 0
        self._spans: dict[tuple[int, int], str] = {}
        self._of: dict[str, list[tuple[int, int]]] = {}
        self._cells: dict[int, list[tuple[int, int, str]]] = {}
        self._meant: dict[tuple[int, int], str | None] = {}
        """What words have been asked for since the last mention was added."""

    def add(self, name: str, kind: PartyKind, *, by: str, confidence: float = 0.8, entry: str | None = None) -> Member:
        """A new party; its id counts up from P1 in the order of adding."""
        self._made += 1
        member = Member(f"P{self._made}", name, kind, by, confidence, entry, aliases=[name])
        self._members[member.id] = member
        return member

    def __getitem__(self, party: str) -> Member:
        return self._members[party]

    def members(self) -> list[Member]:
        """All parties so far."""
        return list(self._members.values())

    def mention(self, party: str, start: int, end: int) -> None:
        """Note that the words at [start, end) mean this party. Words that already mean another party keep their first meaning."""
        if self._point(party, start, end):
            self._members[party].mentions.append((start, end))

    def refer(self, start: int, end: int, party: str) -> None:
        """Note that a pronoun at [start, end) means this party; pronouns are no mentions."""
        self._point(party, start, end)

    def _point(self, party: str, start: int, end: int) -> bool:
        if end <= start or (start, end) in self._spans:
            return False
        self._meant.clear()
        self._spans[start, end] = party
        self._of.setdefault(party, []).append((start, end))
        for cell in range(start // _CELL, (end - 1) // _CELL + 1):
            self._cells.setdefault(cell, []).append((start, end, party))
        return True

    def merge(self, kept: str, gone: str) -> None:
        """Two parties turn out to be one: the mentions, names, offices and pronouns of `gone` go to `kept`."""
        self._meant.clear()
        into, other = self._members[kept], self._members.pop(gone)
        into.mentions.extend(other.mentions)
        into.aliases.extend(other.aliases)
        into.roles.extend(r for r in other.roles if all(r.title.lower() != o.title.lower() for o in into.roles))
        for span in self._of.pop(gone, []):
            self._spans[span] = kept
            self._of.setdefault(kept, []).append(span)
            for cell in range(span[0] // _CELL, (span[1] - 1) // _CELL + 1):
                self._cells[cell] = [(a, b, kept if (a, b) == span else party) for a, b, party in self._cells[cell]]
        if other.kind != "person":  # persons have no offices of their own to give
            for member in self._members.values():
                member.roles = [Role(title=r.title, of=kept) if r.of == gone else r for r in member.roles]

    def at(self, start: int, end: int) -> str | None:
        """The party that the words at [start, end) mean: whose mention or pronoun overlaps them most, in proportion; else None."""
        asked = (start, end)
        if asked not in self._meant:
            self._meant[asked] = self._spans.get(asked) or self._most_overlapping(start, end)
        return self._meant[asked]

    def _most_overlapping(self, start: int, end: int) -> str | None:
        best: tuple[float, int, str] | None = None
        for cell in range(start // _CELL, max(end - 1, start) // _CELL + 1):
            for a, b, party in self._cells.get(cell, ()):
                shared = (b if b < end else end) - (a if a > start else start)
                if shared > 0:
                    rank = (shared / max(b - a, end - start), -a, party)
                    if best is None or rank[:2] > best[:2]:
                        best = rank
        return best[2] if best else None

    def within(self, start: int, end: int) -> list[str]:
        """The parties mentioned inside [start, end), in the order of the text, pronouns among them."""
        found = {
            (a, b, party)
            for cell in range(start // _CELL, max(end - 1, start) // _CELL + 1)
            for a, b, party in self._cells.get(cell, ())
            if start <= a and b <= end
        }
        return list(dict.fromkeys(party for _, _, party in sorted(found)))

    def parties(self) -> tuple[Party, ...]:
        """The finished parties."""
        return tuple(
            Party(
                id=m.id, name=m.name, kind=m.kind, aliases=tuple(dict.fromkeys([m.name, *m.aliases])), roles=tuple(m.roles),
                mentions=tuple(sorted(m.mentions)), entry=m.entry, confidence=m.confidence, by=m.by,
            )
            for m in self._members.values()
        )  # fmt: skip
