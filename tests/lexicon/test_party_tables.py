"""The shipped tables about who there is are sound, and a bad line of a user's is named."""

from itertools import combinations
from pathlib import Path

import pytest

from sayso.lexicon import Lexicon, LexiconError
from sayso.lexicon.party_rows import CountryRow, HolderRow, InstitutionRow, PartyRow, PersonNounRow


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def test_parents_allies_and_offices_name_parties_that_are_there(lexicon: Lexicon) -> None:
    ids = {row.id for row in lexicon.rows(PartyRow)}
    states = {f"{row.iso.lower()}-gov" for row in lexicon.rows(CountryRow)}
    for row in lexicon.rows(PartyRow):
        assert row.parent is None or row.parent in ids | states, row.id
        assert set(row.allies) <= ids | states, row.id
    parts = {row.key_part for row in lexicon.rows(InstitutionRow)}
    for holder in lexicon.rows(HolderRow):
        assert holder.party in ids | states or holder.party.partition("-")[2] in parts, holder.name


def test_parents_in_a_circle_are_refused_over_all_folders(tmp_path: Path) -> None:
    for folder, line in (("one", "x\tX\tother\ty"), ("two", "y\tY\tother\tx")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "parties.tsv").write_text(f"id\tname\tkind\tparent\n{line}\n")
    with pytest.raises(LexiconError, match=r"parties\.tsv, line 2: parents run in a circle: x > y > x"):
        Lexicon(tmp_path / "one", tmp_path / "two")


def test_no_two_parties_of_one_country_and_time_bear_the_same_name(lexicon: Lexicon) -> None:
    bearers: dict[str, list[PartyRow]] = {}
    for row in lexicon.rows(PartyRow):
        bearers.setdefault(row.name, []).append(row)
    for name, rows in bearers.items():
        for one, other in combinations(rows, 2):
            apart = (one.until or "9") < (other.since or "0") or (other.until or "9") < (one.since or "0")
            assert apart or not set(one.country) & set(other.country) or name in _FACTIONS, name


_FACTIONS = {"SPLM-N", "Sudan Liberation Movement/Army", "Daily Star", "APA"}
"""Names that factions of one body go by at the same time; the country or a longer name tells them apart, or nothing does."""


def test_one_person_goes_by_one_name(lexicon: Lexicon) -> None:
    names = {row.name for row in lexicon.rows(HolderRow)}
    for row in lexicon.rows(HolderRow):
        assert not names & set(row.aliases), f"{row.name} and an alias of it are both persons"


def test_every_row_has_its_ground(lexicon: Lexicon) -> None:
    assert all(row.ground for row in lexicon.rows(PartyRow))
    assert all(row.ground for row in lexicon.rows(HolderRow))


def test_no_alias_is_an_everyday_word(lexicon: Lexicon) -> None:
    nouns = {n for row in lexicon.rows(PersonNounRow) for n in (row.noun, row.plural) if n}
    for row in lexicon.rows(PartyRow):
        for name in (row.name, *row.aliases):
            assert name.casefold() not in nouns, f"{row.id}: {name!r}"
            assert any(c.isupper() or c.isdigit() for c in name), f"{row.id}: {name!r} has no capital"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("x\tX\tarmed_group\t2014-13", "is no date"),
        ("x\tX\tband\t2014", "is none of"),
        ("x\tX\t\t2014", "is none of"),
    ],
)
def test_a_bad_line_is_named_with_file_and_line(tmp_path: Path, line: str, reason: str) -> None:
    (tmp_path / "parties.tsv").write_text(f"id\tname\tkind\tsince\nok\tOk\tother\t2001\n{line}\n")
    with pytest.raises(LexiconError, match=rf"parties\.tsv, line 3: .*{reason}"):
        Lexicon(tmp_path)


def test_a_name_twice_an_unknown_column_and_an_own_parent_are_refused(tmp_path: Path) -> None:
    table = tmp_path / "parties.tsv"
    for text, reason in (
        ("id\tname\tkind\nx\tX\tother\nx\tY\tother\n", "stands twice"),
        ("id\tname\tkind\tcolour\n", "unknown column 'colour'"),
        ("id\tname\tkind\tparent\nx\tX\tother\tx\n", "its own parent"),
        ("id\tname\tkind\tsince\tuntil\nx\tX\tother\t2015\t2014\n", "comes after until"),
    ):
        table.write_text(text)
        with pytest.raises(LexiconError, match=rf"parties\.tsv, line \d: .*{reason}"):
            Lexicon(tmp_path)
