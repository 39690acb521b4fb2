"""Whose men hold ground who are only described: "Ethiopian soldiers" are that state's army, "the insurgents" the one group that a report names,
an officer stands for the one army in it."""

import re
from collections.abc import Iterator

from sayso.lexicon.party_rows import PartyRow
from sayso.model.codes import POWERS, PartyKind
from sayso.reading.cast import Member
from sayso.reading.names.knowledge import Knowledge, knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Page
from sayso.reading.side_words import GROUPS, WARRING
from sayso.reading.sides import ARMED, Sides

_MEN = frozenset({"troops", "soldiers", "forces", "army", "military", "servicemen", "units"})
_FIGHTERS = frozenset({"fighters", "forces", "rebels", "militants", "insurgents", "militiamen", "guerrillas", "troops", "militia"})
_OF_A_GROUP = frozenset({"insurgents", "militants", "guerrillas", "jihadists", "extremists", "terrorists", "islamists"})
"""What one side alone is called in most reports; "rebels", "fighters" and "the opposition" are many."""
_OF_MANY = frozenset({"rebel", "rebels", "opposition"})
_BARE_MEN = frozenset({"soldiers", "troops", "government troops", "government soldiers", "federal troops", "federal soldiers"})
_OWN_SIDE = 60
"""Within how many characters behind an officer his own side is named."""
_DESCRIBED = frozenset({"description", "sides.described"})
_TWO = re.compile(r"(\w+) and (\w+) (\w+)")


def whose(page: Page, sides: Sides, party: str, country: str | None = None) -> tuple[str, ...]:
    """The parties that a description of armed men means, or for whom a person speaks; the party itself where it could be several, or has a name."""
    member, known = page.cast[party], knowledge(page.lexicon)
    if member.entry is not None:
        return (party,)
    if member.kind == "person":
        of = next((end for _, end in member.mentions if page.report.text[end : end + 6].startswith((" of ", " from "))), None)
        if of is not None:  # "a colonel of the Front"
            return next(((one,) for one in page.cast.within(of, of + _OWN_SIDE) if one != party and sides.kind(one) in ARMED), (party,))
        nation = _nation(known, member) if member.by in _DESCRIBED else None
        return _spoken_for(page, known, sides.kind(party), nation) or (party,)
    if member.kind == "civilians" and (code := people(page, member)) is not None:
        return (_body(page, known, code, "gov").id,)
    if member.kind == "military" and member.by == "name":
        return _called_in_short(page, known, member) or (party,)
    if member.by not in _DESCRIBED:
        return (party,)
    return tuple(_armies(page, known, member)) or tuple(_of_people(page, known, member)) or _only(page, known, member, country) or (party,)


def people(page: Page, member: Member) -> str | None:
    """The state of a people that stands for it: "the village is held by the Russians"."""
    code = knowledge(page.lexicon).peoples.get(fold(member.name), "")
    return code if len(code) == 2 else None


def people_of(page: Page, word: str) -> str | None:
    """The party of a people's adjective that stands alone for it, and whom the report names nowhere: "the Tigrayan-held town"."""
    known = knowledge(page.lexicon)
    rows = _rows_of(known, word) if known.adjectives.get(fold(word), "").startswith("people:") else []
    return _in_the_cast(page, known, rows[0].id, rows[0].name).id if len(rows) == 1 else None


def only_foe(page: Page, sides: Sides, inside: tuple[str, ...]) -> str | None:
    """The one armed side with a name that a report knows beside these, or that alone it tells to attack them."""
    others = [p for p in sides.belligerents if p not in inside and page.cast[p].by not in _DESCRIBED]
    on_them = (event for event in page.events if event.type in WARRING and set(inside) & set(event.recipients))
    attacking = {sides.behind(p) for event in on_them for p in event.actors if sides.kind(p) in ARMED}
    found = others if len(others) == 1 else [p for p in attacking if p is not None]
    return found[0] if len(found) == 1 else None


def _spoken_for(page: Page, known: Knowledge, kind: str, nation: str | None) -> tuple[str, ...]:
    """The army or the government of an officer's or a governor's nation; where none is told, of the one state of the report."""
    if kind == "military":
        return (_body(page, known, nation, "mil").id,) if nation else _army(page, known)
    code = nation or _state(page, known) if kind == "government" else None
    return (_body(page, known, code, "gov").id,) if code else ()


def _nation(known: Knowledge, member: Member) -> str | None:
    """The country of "Ukrainian officer"."""
    code = known.adjectives.get(fold(member.name.partition(" ")[0]), "")
    return code if len(code) == 2 else None


def _body(page: Page, known: Knowledge, code: str, part: str) -> Member:
    """A state's army or government."""
    name = f"{known.adjective(code)} {'army' if part == 'mil' else 'government'}"
    return _in_the_cast(page, known, known.institution_entry(code, part, page.report.published), name, "military" if part == "mil" else "government")


def _called_in_short(page: Page, known: Knowledge, member: Member) -> tuple[str, ...]:
    """The army of the report's state by its name without the state's: "our National Defence Force"."""
    code, own = _state(page, known), fold(member.name)
    of_it = [row for row in known.parties.values() if row.kind == "military" and code in row.country]
    rows = [row for row in of_it if any(fold(name) == f"{fold(known.adjective(code or ''))} {own}" for name in (row.name, *row.aliases))]
    return (_in_the_cast(page, known, rows[0].id, rows[0].name).id,) if len(rows) == 1 else ()


def _army(page: Page, known: Knowledge) -> tuple[str, ...]:
    """The one army that a report names; where it names none, that of its one state."""
    named = [one for one in page.cast.members() if one.mentions and one.kind == "military" and one.entry]
    armies = [one for one in named if not _of_another(known, one, named)]
    if armies:
        return (armies[0].id,) if len(armies) == 1 else ()
    code = _state(page, known)
    return (_body(page, known, code, "mil").id,) if code else ()


def _state(page: Page, known: Knowledge) -> str | None:
    """The one state whose bodies a report names; where it names none, the one where all its groups are."""
    members = [one for one in page.cast.members() if one.entry and any(page.part(start) != "dateline" for start, _ in one.mentions)]
    for kinds in (POWERS, {*GROUPS, "party"}):
        codes = {code for one in members if one.kind in kinds for code in _countries(known, one)}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _countries(known: Knowledge, member: Member) -> tuple[str, ...]:
    entry = member.entry or ""
    row = known.parties.get(entry)
    return tuple(row.country) if row is not None else (entry[:2].upper(),) if entry[2:3] == "-" else ()


def _armies(page: Page, known: Knowledge, member: Member) -> Iterator[str]:
    """The army of "Somali troops", or the two of "Somali and Ethiopian troops"."""
    if member.kind != "military":
        return
    if (two := _TWO.fullmatch(member.name)) is not None and two[3].lower() in _MEN:
        codes = [known.adjectives.get(fold(word), "") for word in two.groups()[:2]]
    else:
        nation, _, noun = member.name.rpartition(" ")
        of_seat = known.seats.get(fold(nation.removesuffix("'s").removesuffix("’s")), "")  # "Moscow's troops"
        codes = [known.adjectives.get(fold(nation), of_seat)] if noun.lower() in _MEN else []
    if codes and all(len(code) == 2 for code in codes):
        yield from (_body(page, known, code, "mil").id for code in codes)


def _in_the_cast(page: Page, known: Knowledge, entry: str, name: str, kind: PartyKind = "military") -> Member:
    """The party of an entry; a new one where the report speaks of it only so."""
    found = next((one for one in page.cast.members() if one.entry == entry), None)
    row = known.parties.get(entry)
    return found or page.cast.add(row.name if row else name, row.kind if row else kind, by="held.whose", confidence=0.7, entry=entry)


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
    rows = _rows_of(known, first) if not of_them else []
    if len(rows) == 1:
        yield _in_the_cast(page, known, rows[0].id, rows[0].name).id


def _rows_of(known: Knowledge, people: str) -> list[PartyRow]:
    """The parties of the lexicon that go by a people and a noun for fighters: "Tigrayan forces"."""
    found = (known.sides.get(fold(f"{people} {noun}")) for noun in sorted(_FIGHTERS))
    return list({row.id: row for row in found if row is not None}.values())


def _goes_by(known: Knowledge, member: Member, people: str) -> bool:
    row = known.parties.get(member.entry or "")
    names = (member.name, *member.aliases, *((row.name, *row.aliases) if row else ()))
    return any(fold(people) in fold(name).split(" ") or fold(name).startswith(fold(people) + " ") for name in names)


def _only(page: Page, known: Knowledge, member: Member, country: str | None) -> tuple[str, ...]:
    """The one armed group that the report names, for "the insurgents"; the one army, for "soldiers"."""
    name, called = member.name.lower(), {word for alias in member.aliases for word in fold(alias).split()}
    spoken = [one for one in page.cast.members() if one.mentions and one.id != member.id]
    if member.kind in GROUPS and name in _OF_A_GROUP and not called & _OF_MANY:
        groups = [one for one in spoken if one.kind in GROUPS and one.by not in _DESCRIBED]
        here = not country or not groups or country in _countries(known, groups[0])
        return (groups[0].id,) if here and len(groups) == 1 and len(groups[0].mentions) > 1 else ()
    armies = _army(page, known) if member.kind == "military" and name in _BARE_MEN else ()
    foreign = country and any(country not in _countries(known, page.cast[one]) for one in armies)
    own = any(country in _countries(known, one) for one in spoken if one.kind in POWERS)
    return () if foreign and (own or name not in ("soldiers", "troops")) else armies


def _of_another(known: Knowledge, army: Member, named: list[Member]) -> bool:
    """Whether an army is a part of one that the report names: its air force, a brigade."""
    row = known.parties.get(army.entry or "")
    return row is not None and any(row.parent == one.entry for one in named)
