"""The row types of all tables, in one list: what `--lexicon` accepts and what the reference documents."""

from dataclasses import dataclass
from typing import ClassVar

from sayso.lexicon.table import Row
from sayso.model.codes import PartyKind


@dataclass(frozen=True, slots=True)
class PartyRow(Row):
    """A party of the world: an armed group, a government, an agency, a monitor. Never a private person."""

    TABLE: ClassVar[str] = "parties"
    KEY: ClassVar[tuple[str, ...]] = ("id",)

    id: str
    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    since: str | None = None
    until: str | None = None
    ground: str | None = None


ROW_TYPES: tuple[type[Row], ...] = (PartyRow,)
