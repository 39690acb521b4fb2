"""What the reader knows: the shipped tables, and a user's own laid over them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, cast

from sayso.lexicon.gazetteer import Gazetteer
from sayso.lexicon.party_rows import CountryRow, HolderRow, InstitutionRow, PartyRow
from sayso.lexicon.rows import ROW_TYPES
from sayso.lexicon.table import LexiconError, R, Row, read_table

SHIPPED = Path(__file__).parent / "tables"
PLUGINS = "sayso.lexicons"


class Lexicon:
    """The shipped tables with the user's folders laid over them, in the order given.

    A folder holds files named like the shipped tables (`parties.tsv`, `cues.tsv`, ...). A row with the key of an earlier
    row replaces it; any other row is added. Everything is checked when a folder is given: one bad line, and nothing is
    loaded (LexiconError with file, line and reason).
    """

    def __init__(self, *folders: Path | str) -> None:
        self._folders: tuple[Path, ...] = (SHIPPED, *map(_folder, folders))
        self._rows: dict[type[Row], tuple[Row, ...]] = {}
        known = {row_type.TABLE for row_type in ROW_TYPES}
        for folder in self._folders[1:]:
            if not folder.is_dir():
                raise LexiconError(folder, 0, "is not a folder; name one that holds tables such as parties.tsv")
            for path in sorted(folder.glob("*.tsv")):
                if path.stem not in known:
                    raise LexiconError(path, 1, f"no such table; the tables are {', '.join(sorted(known))}")
        if folders:
            for row_type in ROW_TYPES:
                self.rows(row_type)

    def rows(self, row_type: type[R]) -> Sequence[R]:
        """All rows of a table, shipped ones first, replaced ones in their old place."""
        if row_type not in self._rows:
            merged: dict[tuple[Any, ...], R] = {}
            lines: dict[tuple[Any, ...], tuple[Path, int]] = {}
            for folder in self._folders:
                path = folder / f"{row_type.TABLE}.tsv"
                if path.exists():
                    for line, row in _keyed(path, row_type):
                        merged[row.key] = row
                        lines[row.key] = path, line
            wrong = row_type.check_all(tuple(merged.values()))
            if wrong is not None:
                raise LexiconError(*lines[wrong[0].key], wrong[1])
            self._rows[row_type] = tuple(merged.values())
        return cast(Sequence[R], self._rows[row_type])

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places of the world that ship with the package."""
        return Gazetteer()

    @cached_property
    def parents(self) -> dict[str, str]:
        """The tree of organisations: a party's id and that of the party it is part of or answers to; and "person:NAME" with the party whose
        office a person holds or held, where all offices that are known of the person are that party's."""
        bodies: dict[str, set[str]] = defaultdict(set)
        for holder in self.rows(HolderRow):
            bodies[f"person:{holder.name}"].add(holder.party)
        served = {person: next(iter(parties)) for person, parties in bodies.items() if len(parties) == 1}
        parts = {row.key_part for row in self.rows(InstitutionRow) if row.kind in ("government", "military", "police")} - {"gov"}
        states = [row.iso.lower() for row in self.rows(CountryRow)]
        organs = {f"{state}-{part}": f"{state}-gov" for state in states for part in parts}  # those that the table of parties leaves out
        governments = self._governments()
        alone = {party: state for state, ruling in governments.items() if len(ruling) == 1 for party in ruling}
        organs |= {f"{party}-{part}": party for ruling in governments.values() if len(ruling) > 1 for party in ruling for part in parts}
        return organs | alone | {row.id: row.parent for row in self.rows(PartyRow) if row.parent} | served

    def _governments(self) -> dict[str, list[str]]:
        """The governments with an entry of their own ("Syrian government": Assad's), by the state whose ministries and police they have. Where one
        followed another each has its own."""
        called = {f"{adjective} government": f"{row.iso.lower()}-gov" for row in self.rows(CountryRow) for adjective in row.adjectives}
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.rows(PartyRow):
            states = {called[name] for name in (row.name, *row.aliases) if name in called} if row.kind == "government" else set()
            for state in states - {row.id}:
                found[state].append(row.id)
        return found

    @cached_property
    def version(self) -> str:
        """A short hash of all tables and of the gazetteer: part of what makes a reading reproducible."""
        digest = hashlib.sha256()
        for folder in self._folders:
            for path in sorted(folder.glob("*.tsv")):
                digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        digest.update(self.gazetteer.version.encode())
        return digest.hexdigest()[:12]


def _folder(given: Path | str) -> Path:
    """The folder, or that of the installed plug-in of this name: an entry point of the group `sayso.lexicons`, a function that gives it."""
    path = Path(given)
    if not path.is_dir() and str(given) == path.name:
        for point in entry_points(group=PLUGINS, name=path.name):
            return Path(point.load()())
    return path


def _keyed(path: Path, row_type: type[R]) -> Iterator[tuple[int, R]]:
    seen: set[tuple[Any, ...]] = set()
    for line, row in read_table(path, row_type):
        if row.key in seen:
            raise LexiconError(path, line, f"{' '.join(map(str, row.key))!r} stands twice in this file")
        seen.add(row.key)
        yield line, row
