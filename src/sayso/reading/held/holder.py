"""Whose men hold ground who are only described: "Ethiopian soldiers" are that state's army, "the insurgents" the one group that a report names."""

import re
from collections.abc import Iterator

from sayso.reading.cast import Member
from sayso.reading.names.knowledge import Knowledge, knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Page
from sayso.reading.side_words import GROUPS

_MEN = frozenset({"troops", "soldiers", "forces", "army", "military", "servicemen", "units"})
_FIGHTERS = frozenset({"fighters", "forces", "rebels", "militants", "insurgents", "militiamen", "guerrillas", "troops", "militia"})
_OF_A_GROUP = frozenset({"insurgents", "militants", "guerrillas", "jihadists", "extremists", "terrorists", "islamists"})
"""What one side alone is called in most reports; "rebels", "fighters" and "the opposition" are many."""
_OF_MANY = frozenset({"rebel", "rebels", "opposition"})
_BARE_MEN = frozenset({"soldiers", "troops", "government troops", "government soldiers", "federal troops", "federal soldiers", "army", "army units"})
_DESCRIBED = frozenset({"description", "sides.described"})
_TWO = re.compile(r"(\w+) and (\w+) (\w+)")


def whose(page: Page, party: str) -> tuple[str, ...]:
    """The parties that a description of armed men means; the party itself where it could be several, or has a name."""
    member = page.cast[party]
    if member.entry is not None or member.by not in _DESCRIBED:
        return (party,)
    known = knowledge(page.lexicon)
    return tuple(_armies(page, known, member)) or tuple(_of_people(page, known, member)) or _only(page, known, member) or (party,)


def _armies(page: Page, known: Knowledge, member: Member) -> Iterator[str]:
    """The army of "Somali troops", or the two of "Somali and Ethiopian troops"."""
    if member.kind != "military":
        return
    if (two := _TWO.fullmatch(member.name)) is not None and two[3].lower() in _MEN:
        codes = [known.adjectives.get(fold(word), "") for word in two.groups()[:2]]
    else:
        nation, _, noun = member.name.rpartition(" ")
        codes = [known.adjectives.get(fold(nation), "")] if noun.lower() in _MEN else []
    if codes and all(len(code) == 2 for code in codes):
        yield from (_in_the_cast(page, known, known.institution_entry(code, "mil", page.report.published), f"{known.adjective(code)} army").id
                    for code in codes)  # fmt: skip


def _in_the_cast(page: Page, known: Knowledge, entry: str, name: str) -> Member:
    """The party of an entry; a new one where the report speaks of it only so."""
    found = next((one for one in page.cast.members() if one.entry == entry), None)
    row = known.parties.get(entry)
    return found or page.cast.add(row.name if row else name, row.kind if row else "military", by="held.whose", confidence=0.7, entry=entry)


def _of_people(page: Page, known: Knowledge, member: Member) -> Iterator[str]:
    """The one party that goes by the same people's name: "Ta'ang rebels" of the Ta'ang National Liberation Army; else the lexicon's, which is
    called so with another noun ("Tigrayan forces")."""
    first, _, noun = member.name.removeprefix("Ethnic ").removeprefix("ethnic ").rpartition(" ")
    if noun.lower() not in _FIGHTERS or not known.adjectives.get(fold(first), "").startswith("people:"):
        return
    of_them = [one for one in page.cast.members() if one.kind in {*GROUPS, "military"} and one.entry and _goes_by(known, one, first)]
    if len(of_them) == 1:
        yield of_them[0].id
        return
    rows = {row.id: row for other in sorted(_FIGHTERS) if (row := known.sides.get(fold(f"{first} {other}"))) is not None} if not of_them else {}
    if len(rows) == 1:
        (row,) = rows.values()
        yield _in_the_cast(page, known, row.id, row.name).id


def _goes_by(known: Knowledge, member: Member, people: str) -> bool:
    row = known.parties.get(member.entry or "")
    names = (member.name, *member.aliases, *((row.name, *row.aliases) if row else ()))
    return any(fold(people) in fold(name).split(" ") or fold(name).startswith(fold(people) + " ") for name in names)


def _only(page: Page, known: Knowledge, member: Member) -> tuple[str, ...]:
    """The one armed group that the report names, for "the insurgents"; the one army, for "soldiers"."""
    name, called = member.name.lower(), {word for alias in member.aliases for word in fold(alias).split()}
    spoken = [one for one in page.cast.members() if one.mentions and one.id != member.id]
    if member.kind in GROUPS and name in _OF_A_GROUP and not called & _OF_MANY:
        groups = [one for one in spoken if one.kind in GROUPS and one.by not in _DESCRIBED]
        return (groups[0].id,) if len(groups) == 1 and len(groups[0].mentions) > 1 else ()
    if member.kind == "military" and name in _BARE_MEN:
        armies = [one for one in spoken if one.kind == "military" and one.entry and not _of_another(known, one, spoken)]
        return (armies[0].id,) if len(armies) == 1 else ()
    return ()


def _of_another(known: Knowledge, army: Member, spoken: list[Member]) -> bool:
    """Whether an army is a part of one that the report names: its air force, a brigade."""
    row = known.parties.get(army.entry or "")
    return row is not None and any(row.parent == one.entry for one in spoken if one.kind == "military")
