"""The gazetteer finds a place under all its spellings, and tells nothing that could harm the people there."""

import csv
import time
import zlib
from hashlib import sha256
from math import cos, hypot, radians
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.gazetteer import SHIPPED, SKELETON, Gazetteer, GazetteerPlace
from sayso.lexicon.spelling import distance, exact, loose, skeleton

SPELLINGS = list(csv.DictReader((Path(__file__).parent / "spellings.tsv").open(encoding="utf-8"), delimiter="\t"))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def near(place: GazetteerPlace, row: dict[str, str], limit: float = 25) -> bool:
    """Whether a place lies within `limit` kilometres of a row's point."""
    lat, lon = float(row["lat"]), float(row["lon"])
    return 111.2 * hypot(place.lat - lat, (place.lon - lon) * cos(radians(lat))) <= limit


@pytest.mark.parametrize("row", SPELLINGS, ids=[f"{r['place']}-{r['spelling']}" for r in SPELLINGS])
def test_a_place_is_found_under_each_of_its_spellings(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    assert any(near(c, row) for c in gazetteer.candidates(row["spelling"], frozenset({row["country"]})))


def test_nearly_always_it_is_the_first(gazetteer: Gazetteer) -> None:
    first = [near(gazetteer.candidates(r["spelling"], frozenset({r["country"]}))[0], r) for r in SPELLINGS]
    assert sum(first) >= 0.95 * len(first)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Deir ez-Zor", "Dayr al-Zawr"), ("Hodeidah", "al-Hudaydah"), ("Qamishli", "Kamishli"), ("Fuaa", "al-Fu'ah"), ("Daraa", "Dar'a")],
)
def test_spellings_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(exact(one)) == skeleton(exact(other))


def test_case_accents_apostrophes_and_hyphens_do_not_matter(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("ALEPPO") == gazetteer.candidates("Aleppo")
    assert exact("Dayr az-Zawr") == exact("dayr az zawr")
    assert exact("Ma’rib") == exact("Maʼrib") == "marib"


@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(text: str) -> None:
    key = exact(text)
    assert exact(key) == key
    loose(key)
    skeleton(key)
    Gazetteer().candidates(text)


@given(st.text("abdiknorsu", min_size=1, max_size=12), st.text("abdiknorsu", min_size=1, max_size=12))
def test_the_distance_of_two_words_is_a_distance(a: str, b: str) -> None:
    assert distance(a, b, 20) == distance(b, a, 20)
    assert (distance(a, b, 20) == 0) == (a == b)
    assert distance(a, b, 20) <= max(len(a), len(b))


def test_no_name_and_a_name_of_nowhere_have_no_candidates(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("") == ()
    assert gazetteer.candidates("'-'") == ()
    assert gazetteer.candidates("Xqzvwkkt") == ()


def test_consonants_alone_count_in_countries_of_the_report_only(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Kafr Nubul", frozenset({"SY"}))
    assert found
    assert all(c.country == "SY" for c in found if c.match == SKELETON)


def test_the_weightiest_comes_first_and_the_order_is_always_the_same(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Tripoli")
    assert {"LY", "LB"} <= {c.country for c in found}
    assert [c.weight for c in found] == sorted((c.weight for c in found), reverse=True)
    assert Gazetteer().candidates("Tripoli") == found


def test_wide_areas_and_quarters_say_that_their_point_is_approximate(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Sahel")[0].approximate
    assert gazetteer.candidates("Jobar", frozenset({"SY"}))[0].entry == "quarter:Jobar (Damascus)"
    assert not gazetteer.candidates("Damascus")[0].approximate


def test_hospitals_and_camps_of_displaced_people_have_no_entry(gazetteer: Gazetteer) -> None:
    for name in ("Zaatari camp", "Atmeh camp", "Dadaab refugee camp", "al-Hol camp", "al-Shifa hospital", "Kalma IDP camp"):
        assert not gazetteer.exactly(name), name


def test_no_record_in_the_file_names_a_protected_site() -> None:
    file = Gazetteer()._file
    protected = (b"refugee camp|", b" hospital|", b"idp camp|", b"displaced")
    for number in range(len(file.header["first"])):
        block = file._read(number).lower()
        assert not any(word in block for word in protected)


def test_the_file_is_compact_opens_at_once_and_is_what_its_hash_says() -> None:
    started = time.perf_counter()
    gazetteer = Gazetteer()
    assert len(gazetteer.version) == 12
    assert time.perf_counter() - started < 0.25, "opening reads the header alone"
    raw = SHIPPED.read_bytes()
    assert len(raw) < 26_000_000
    header = gazetteer._file.header
    content = raw[len(raw) - sum(header["sizes"]) :]
    assert sha256(content).hexdigest() == header["content"]
    assert zlib.decompress(content[: header["sizes"][0]]).startswith(b"\n")


def test_another_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "g.bin").write_bytes(b"SQLite format 3\0 something else")
    with pytest.raises(ValueError, match="no gazetteer of this version"):
        _ = Gazetteer(tmp_path / "g.bin").version
