"""Names are found whatever their case, accents and writing, and nothing else is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.names import Names, plain

LETTERS = st.text(st.characters(whitelist_categories=("Lu", "Ll")), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("José García", "JOSE GARCIA, José  García, Jose\u0301 Garci\u0301a.", ["JOSE GARCIA", "José  García", "Jose\u0301 Garci\u0301a"]),
        ("Jose Garcia", "https://news.example/jose-garcia-held jose%20garcia", ["jose-garcia", "jose%20garcia"]),
        ("Ali Yıldırım", "Ali YILDIRIM, ali yildirim", ["Ali YILDIRIM", "ali yildirim"]),
        ("Kemal İnan", "kemal inan", ["kemal inan"]),
        ("Straß", "STRASS; Strasse", ["STRASS"]),
        ("O’Neil", "O'Neil's son", ["O'Neil"]),
        ("Samir Qandil", "Sa\u200bmir Qandil", ["Sa\u200bmir Qandil"]),
        ("محمد", "قال مُحَمَّد إن", ["مُحَمَّد"]),
        ("Ann", "Anna and Joann", []),
        ("Ann Bell", "Ann, Bell", []),
    ],
)
def test_a_name_is_found_in_any_writing(name: str, text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in Names([name]).find(text)] == found


@given(LETTERS, LETTERS, st.sampled_from([str.upper, str.lower, str.title, lambda s: unicodedata.normalize("NFD", s)]))
def test_what_is_found_is_one_of_the_names(first: str, last: str, written) -> None:
    name = f"{first} {last}"
    text = f"({written(name)}) said"
    (one,) = Names([name, "Nobody"]).find(text)
    assert one.name == plain(name)
    assert text[one.start : one.end] == written(name)


@given(st.text(), st.text(min_size=1))
def test_spans_lie_in_the_text_one_after_the_other(text: str, name: str) -> None:
    after = 0
    for one in Names([name]).find(text):
        assert after <= one.start < one.end <= len(text)
        after = one.end


def test_the_longer_name_wins() -> None:
    assert [one.name for one in Names(["Samir", "Samir Qandil"]).find("Samir Qandil met Samir")] == ["samir qandil", "samir"]


def test_no_names_are_nowhere() -> None:
    assert Names(["", " - "]).find("anything - at all") == []
