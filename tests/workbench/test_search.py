"""Full-text search over the reports' words."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Reading
from sayso.reading.pipeline import Reader
from sayso.workbench.library import Library


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[Reading]:
    from sayso.intake import Known, from_text

    texts = (("2024-03-12", "Qasr Post", "The army shelled the mill."), ("2024-03-13", "Coast Daily", "Rebels left the mill. The army denied it."))
    return [reader.read(from_text(text, Known(published=day, outlet=outlet))) for day, outlet, text in texts]


@pytest.fixture(scope="module")
def library(readings: list[Reading]) -> Library:
    return Library(readings)


def test_all_words_must_be_there_and_quotations_stand_in_a_row(library: Library) -> None:
    assert library.find("army mill").total == 2
    assert library.find('"the army shelled"').total == 1
    assert library.find("army barracks").total == 0


def test_results_are_narrowed_by_outlet_and_day(library: Library) -> None:
    assert library.find("mill", outlet="Coast Daily").total == 1
    assert library.find("mill", since="2024-03-13").total == 1
    assert library.find("mill", until="2024-03-11").total == 0
    assert dict(library.find("mill").outlets) == {"Qasr Post": 1, "Coast Daily": 1}


def test_the_words_are_marked_in_the_passage(library: Library) -> None:
    (passage,) = library.find("shelled").passages
    assert ("shelled", True) in passage.pieces


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_an_error(library: Library, typed: str) -> None:
    assert library.find(typed).total >= 0


def test_the_page_shows_passages_with_their_incidents(look: Callable[..., TestClient]) -> None:
    page = look().get("/search?q=mosul+monday").text
    assert "<mark>Mosul</mark>" in page
    assert "/incident/" in page
    assert "No report has all of these words" in look().get("/search?q=barracks").text
