"""For which side a person speaks, by how he is described where no office names it: "bandit commander Gide", "its spokesman, Lway Yay Oo"."""

from collections.abc import Callable

from sayso.model.codes import POWERS
from sayso.reading.cast import Member
from sayso.reading.names.knowledge import knowledge
from sayso.reading.page import Page
from sayso.reading.side_words import COMMANDING, GENERIC, GROUPS, RULING, THE_MEN

_SPEAKS = frozenset({"spokesman", "spokeswoman", "spokesperson", "negotiator", "commander", "leader", "chief", "envoy", "delegate", "representative"})
"""Of whom one would ask: whose?"""
_BESIDE = 250
"""Within how many characters before a bare "spokesman Mba" the side is told that he speaks for."""
_GROUP_WORDS = frozenset({"rebel", "guerrilla", "insurgent", "separatist", "militant", "jihadist", "militia", "bandit", "gang", "tribal"})
_STATE_WORDS = frozenset({"government", "army", "military", "police", "state"})


def stands_for(page: Page, member: Member, sides: tuple[str, ...], named: Callable[[str], str | None]) -> str | None:
    """The armed side of a person whose office is of nobody: by the words before his name, else the side just told of. `sides`: those of the
    report, most spoken of first; `named`: the party that a word names here."""
    if member.kind != "person" or not member.mentions or not sides:
        return None
    start, end = min(member.mentions)
    words = page.report.text[start:end].replace(",", " ").split()
    lower = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
    if not _SPEAKS & set(lower):
        return None
    for word, small in zip(words, lower, strict=True):
        if small in _GROUP_WORDS | _STATE_WORDS or (word[:1].isupper() and small not in _SPEAKS):
            side = named(small)
            if side is not None and side in sides:
                return side
        kinds = GROUPS if small in _GROUP_WORDS else POWERS
        if small in _GROUP_WORDS | _STATE_WORDS:
            return next((side for side in sides if page.cast[side].kind in kinds), None)
    if lower[0] in _SPEAKS:
        before = [(max(b for _, b in page.cast[side].mentions if b <= start), side) for side in sides
                  if any(start - _BESIDE <= b <= start for _, b in page.cast[side].mentions)]  # fmt: skip
        whole = [one for one in before if page.cast[one[1]].name not in THE_MEN]  # "three of its fighters" have no spokesman of their own
        return max(whole or before)[1] if before else None
    return None


def kind_by_words(page: Page, member: Member) -> str:
    """The kind of the side that a person's description names ("army chief", "rebel commanders"), or whose office he holds."""
    known = knowledge(page.lexicon)
    for office in known.holders.get((member.entry or "").removeprefix("person:"), ()):
        row = known.parties.get(office.party)
        return row.kind if row is not None else "government" if office.party.endswith("-gov") else member.kind
    for role in member.roles:
        office_row = known.titles.get(role.title.lower().rstrip("."))
        if office_row is not None and office_row.kind == "rank":
            return "military"
    last = (member.roles[0].title if member.roles and member.roles[0].of is None else member.name).lower().split()[-1:]
    if last and member.kind == "person" and last[0] in RULING:
        return "government"
    if last and member.kind == "person" and last[0] in COMMANDING:
        return "military"
    if member.kind == "person" and any(role.of is None and RULING & set(role.title.lower().split()) for role in member.roles):
        return "government"  # "the governor's spokesman"
    for word in member.name.lower().replace("'s", "").replace("’s", "").split()[:-1]:
        generic = GENERIC.get(word) or GENERIC.get(word.removesuffix("s"))
        if generic is not None and member.name[:1].islower():
            return generic[1]
    return member.kind
