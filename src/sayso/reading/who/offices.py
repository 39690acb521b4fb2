"""Offices that the lexicon knows of a person on the day of the report, where the report itself does not tell them."""

from sayso.lexicon.party_rows import HolderRow
from sayso.model import Role
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.page import Page


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
            told = any(row.office.lower() in role.title.lower() or role.title.lower() in row.office.lower() for role in member.roles)
            if _held(row, published[:10]) and not told:
                member.roles.append(Role(title=row.office, of=by_entry.get(row.party)))


def _held(row: HolderRow, day: str) -> bool:
    """Whether an office was held on a day; an edge that is a month or a year counts as a whole."""
    return (row.since is None or row.since <= day) and (row.until is None or day <= row.until + "~")
