"""Row types of the tables about who there is: parties, countries, peoples, offices and their holders, nouns for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, Self

from sayso.lexicon.table import Row
from sayso.model.codes import PartyKind


def _check_dates(row: str, since: str | None, until: str | None) -> None:
    """Dates may be a year, a month or a day; `since` may not come after `until`."""
    for value in (since, until):
        if value is not None:
            try:
                date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) in (4, 7) else value)
            except ValueError:
                raise ValueError(f"{row}: {value!r} is no date; write 2014, 2014-06 or 2014-06-29") from None
    if since and until and since[: len(until)] > until[: len(since)]:
        raise ValueError(f"{row}: since ({since}) comes after until ({until})")


@dataclass(frozen=True, slots=True)
class PartyRow(Row):
    """A party of the world: an armed group, a government, an agency, a monitor. Never a private person."""

    TABLE: ClassVar[str] = "parties"
    KEY: ClassVar[tuple[str, ...]] = ("id",)

    id: str
    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    """ISO 3166 alpha-2 codes of the countries it acts in."""
    parent: str | None = None
    """The id of the party that this one is part of or answers to."""
    allies: tuple[str, ...] = ()
    side: str | None = None
    """A label of the user's own for the side it is on."""
    domains: tuple[str, ...] = ()
    """Web domains of an outlet or an agency."""
    since: str | None = None
    until: str | None = None
    ground: str | None = None
    """Where the row is known from."""

    def check(self) -> None:
        """Dates are dates and in order; a party is not its own parent; country codes have two capitals."""
        _check_dates(self.id, self.since, self.until)
        if self.parent == self.id:
            raise ValueError(f"{self.id} is given as its own parent")
        for code in self.country:
            if not (len(code) == 2 and code.isascii() and code.isupper()):
                raise ValueError(f"{self.id}: {code!r} is no two-letter country code")

    @classmethod
    def check_all(cls, rows: Sequence[Self]) -> tuple[Self, str] | None:
        """No party is among its own parents."""
        by_id = {row.id: row for row in rows}
        for row in rows:
            above, at = [row.id], row.parent
            while at is not None and at in by_id:
                above.append(at)
                if at == row.id:
                    return row, f"parents run in a circle: {' > '.join(above)}"
                if at in above[:-1]:
                    break
                at = by_id[at].parent
        return None


@dataclass(frozen=True, slots=True)
class CountryRow(Row):
    """A country: its names, and the cities and seats of power whose names stand for its government."""

    TABLE: ClassVar[str] = "countries"
    KEY: ClassVar[tuple[str, ...]] = ("iso",)

    iso: str
    name: str
    aliases: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Words for its people, plural."""


@dataclass(frozen=True, slots=True)
class PeopleRow(Row):
    """A people, faith or region by its adjective and its plural: Kurdish, Kurds."""

    TABLE: ClassVar[str] = "peoples"
    KEY: ClassVar[tuple[str, ...]] = ("adjective",)

    adjective: str
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstitutionRow(Row):
    """A body that every state has: `noun` after a nationality ("Syrian army") or before a country ("army of Syria")."""

    TABLE: ClassVar[str] = "institutions"
    KEY: ClassVar[tuple[str, ...]] = ("noun",)

    noun: str
    key_part: str
    """What follows the country's code in the party's entry: `sy-mil`."""
    kind: PartyKind


Number = Literal["one", "many", "body", "house"]


@dataclass(frozen=True, slots=True)
class PersonNounRow(Row):
    """A noun for people or bodies: fighter, civilians, army, brigade.

    `number` is one for a person, many for people ("civilians", "people"), body for an organised group ("group",
    "army"), house for a place or a thing whose people are meant only where it speaks ("the hospital said").
    """

    TABLE: ClassVar[str] = "person_nouns"
    KEY: ClassVar[tuple[str, ...]] = ("noun",)

    noun: str
    kind: PartyKind
    number: Number
    plural: str | None = None
    member: bool = False
    """Whether it names members of a named body, so that "ISIS fighters" means ISIS."""
    gender: Literal["f", "m"] | None = None


@dataclass(frozen=True, slots=True)
class OfficeRow(Row):
    """A title or office: president, spokesman, Gen. `before` is yes where it stands before the name without an article."""

    TABLE: ClassVar[str] = "offices"
    KEY: ClassVar[tuple[str, ...]] = ("title",)

    title: str
    kind: str
    before: bool = False
    gender: Literal["f", "m"] | None = None


@dataclass(frozen=True, slots=True)
class HolderRow(Row):
    """A person in public office: the office, the party it is an office of, and from when to when."""

    TABLE: ClassVar[str] = "holders"
    KEY: ClassVar[tuple[str, ...]] = ("name", "office", "party", "since")

    name: str
    office: str
    party: str
    aliases: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    ground: str | None = None

    def check(self) -> None:
        """Dates are dates and in order."""
        _check_dates(self.name, self.since, self.until)


@dataclass(frozen=True, slots=True)
class GivenNameRow(Row):
    """A given name and the gender it is mostly given to; empty where it is given to both."""

    TABLE: ClassVar[str] = "given_names"
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: str
    gender: Literal["f", "m"] | None = None


PARTY_ROWS: tuple[type[Row], ...] = (
    PartyRow, CountryRow, PeopleRow, InstitutionRow, PersonNounRow, OfficeRow, HolderRow, GivenNameRow,
)  # fmt: skip
