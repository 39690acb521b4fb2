"""On whose say-so: the chain of people and outlets that carried a fact, outermost first, as data and as a sentence."""

from typing import Literal

from sayso.model.base import Noun, Span
from sayso.model.items import Party, Statement
from sayso.model.reading import Reading

CHANNEL_WORDS = {
    "tweet": "post", "interview": "interview", "press_statement": "statement", "press_conference": "press conference",
    "broadcast": "broadcast", "document": "document", "witness": "eyewitness",
}  # fmt: skip


class Hop(Noun):
    """One hop: an outlet or agency, a channel, or a person or party that speaks."""

    kind: Literal["outlet", "agency", "channel", "speaker"]
    name: str
    party: str | None = None
    anonymous: bool = False
    span: Span | None = None


def chain_of(reading: Reading, statement: str | None) -> tuple[Hop, ...]:
    """The hops from the outlet inwards to the speaker of a statement; the outlet alone for what it says in its own voice."""
    report = reading.report
    hops = [Hop(kind="outlet", name=report.outlet or "the report")]
    if report.origin.name and report.origin.name not in ("own", report.outlet):
        hops.append(Hop(kind="agency", name=report.origin.name))
    parties = {party.id: party for party in reading.parties}
    statements = {s.id: s for s in reading.statements}
    for one in reversed(_outward(statements, statement)):
        for via in one.via:
            hops.append(Hop(kind="agency", name=parties[via].name, party=via))
        if one.channel in CHANNEL_WORDS:
            hops.append(Hop(kind="channel", name=CHANNEL_WORDS[one.channel]))
        hops.append(_speaker(reading, parties, one))
    return tuple(hop for i, hop in enumerate(hops) if not i or hop.name != hops[i - 1].name)


def _outward(statements: dict[str, Statement], start: str | None) -> list[Statement]:
    """A statement and those it lies within, innermost first; a circle is cut."""
    found: list[Statement] = []
    current = start
    while current is not None and current in statements and statements[current] not in found:
        found.append(statements[current])
        current = statements[current].within
    return found


def _speaker(reading: Reading, parties: dict[str, Party], statement: Statement) -> Hop:
    party = parties.get(statement.speaker or "")
    if party is not None:
        return Hop(kind="speaker", name=titled(party, parties), party=party.id, anonymous=statement.anonymous, span=statement.speaker_span)
    name = reading.words(statement.speaker_span) if statement.speaker_span else "somebody not named"
    return Hop(kind="speaker", name=name, anonymous=statement.anonymous, span=statement.speaker_span)


def short_name(party: Party) -> str:
    """The name that fits a table: the acronym where the full name is long and the report uses one, else the name."""
    acronyms = [a for a in party.aliases if a.isupper() and a.isalpha() and 2 <= len(a) <= 6]
    return acronyms[0] if len(party.name) > 20 and acronyms else party.name


def titled(party: Party, parties: dict[str, Party]) -> str:
    """A party's name, and its first office: "Mustafa Bali, head of the media center (Syrian Democratic Forces)"."""
    if not party.roles:
        return party.name
    role = party.roles[0]
    employer = parties.get(role.of or "")
    told = "" if party.name.lower().endswith(role.title.lower()) else f", {role.title}"  # a spokesman without a name
    return party.name + told + (f" ({employer.name})" if employer and employer.name not in role.title else "")


def sentence(chain: tuple[Hop, ...]) -> str:
    """The chain as people read it: "Kurdistan 24 ← post ← Mustafa Bali, head of the SDF media center"."""
    return " ← ".join(hop.name for hop in chain)
