"""Offices that the lexicon knows of a person on the day of the report, where the report itself does not tell them."""

import re

from sayso.lexicon.party_rows import HolderRow
from sayso.model import Role
from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.page import Page
from sayso.reading.who.scene import Scene

_BODIES: frozenset[PartyKind] = frozenset({"military", "police", "government", "armed_group", "coalition", "state"})

_CIVIL: frozenset[PartyKind] = frozenset({"ngo", "io", "party", "monitor", "other"})
"""Bodies of other kinds, whose officials speak for them where a noun tells that they are bodies: "the head of the transport union"."""

_MINISTER = re.compile(r"^(?!.*\b(?:foreign|former|shadow|ex)\b).*\bminister\b(?!-)")
"""In the title of one who, without more, is of the report's own government."""
_WHOSE = frozenset({"its", "their"})
_HOME = frozenset({"army", "military", "police", "navy", "government", "junta", "regime"})
"""Bodies whose officials, without more, are those of the report's country: "police spokesman Omar Nadir"."""


def known_offices(page: Page, known: Knowledge) -> None:
    """Give the persons of the lexicon the offices that they held when the report was published, and whose these are.

    A body that the report does not name is left out of the role. Without a day of publication nobody is given an office.
    """
    published = page.report.published
    if published is None:
        return
    by_entry = {member.entry: member.id for member in page.cast.members() if member.entry}
    for member in page.cast.members():
        entry = member.entry or ""
        for row in known.holders.get(entry[7:], ()) if entry.startswith("person:") else ():
            if not _held(row, published[:10]):
                continue
            told = next((n for n, role in enumerate(member.roles) if _one_office(role.title, row.office)), None)
            body = by_entry.get(row.party)
            if told is None:
                member.roles.append(Role(title=row.office, of=body))
            elif member.roles[told].of is None:
                member.roles[told] = Role(title=member.roles[told].title, of=body)


def described_bodies(scene: Scene) -> None:
    """Give the offices that are told with a body that is only described their body: "army spokesman Colonel Lund", "Lund, spokeswoman of
    the coast guard"; and whose a pronoun means: "its spokesman, Colonel Lund"."""
    for member, title, start, end in scene.bodiless:
        first = start - 1 if start and scene.doc[start - 1].lower_ in _WHOSE else start
        body = next((found for i in range(first, end) if (found := _body_at(scene, i)) is not None and found is not member), None)
        if body is None and _MINISTER.search(title.lower()) and scene.register.home and scene.register.home_alone(scene.doc[end - 1].idx):
            body = scene.register.institution(scene.register.home, "gov")
        if body is not None:
            member.roles = [Role(title=r.title, of=body.id) if r.title == title and r.of is None else r for r in member.roles]


def _body_at(scene: Scene, i: int) -> Member | None:
    held = scene.held.get(i)
    word = scene.doc[i]
    if word.lower_ in _WHOSE:
        party = scene.page.cast.at(word.idx, word.idx + len(word))
        held = scene.page.cast[party] if party is not None else None
    noun = scene.noun(word)
    if held is not None:
        civil = held.kind in _CIVIL and (word.lower_ in _WHOSE or (noun is not None and noun[0].number == "body" and not noun[1]))
        return held if held.kind in _BODIES or civil else None
    if noun is None or noun[0].kind not in _BODIES or noun[0].number != "body":
        return None
    low = word.lower_
    names = [(m, {a.lower() for a in (m.name, *m.aliases)}) for m in scene.page.cast.members() if m.kind == noun[0].kind]
    called = [m for m, own in names if low in own] or [m for m, own in names if any(a.endswith(f" {low}") for a in own)]  # "Chadian police"
    if called or low not in _HOME:
        return called[0] if len(called) == 1 else None
    return scene.register.own_institution(low)


def _one_office(told: str, known: str) -> bool:
    return known.lower() in told.lower() or told.lower() in known.lower()


def _held(row: HolderRow, day: str) -> bool:
    """Whether an office was held on a day; an edge that is a month or a year counts as a whole."""
    return (row.since is None or row.since <= day) and (row.until is None or day <= row.until + "~")
