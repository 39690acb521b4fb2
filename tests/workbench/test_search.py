"""Full-text search in the workbench: passages with their incidents, filters in the address."""

from collections.abc import Callable

from fastapi.testclient import TestClient

Look = Callable[..., TestClient]


def test_passages_come_with_their_incidents(look: Look) -> None:
    browser = look()
    browser.get("/")
    page = browser.get("/search?q=mosul+monday").text
    assert "<mark>Mosul</mark>" in page
    assert "/incident/" in page


def test_filters_narrow_and_stay_in_the_form(look: Look) -> None:
    browser = look()
    assert browser.get("/search?q=mosul").text.count('class="sheet passage"') == 2
    page = browser.get("/search?q=mosul&since=2024-03-13").text
    assert page.count('class="sheet passage"') == 1
    assert 'name="since" value="2024-03-13"' in page


def test_what_finds_nothing_or_cannot_be_looked_for_is_said(look: Look) -> None:
    browser = look()
    assert "No report answers this" in browser.get("/search?q=barracks").text
    assert "needs a word that is to be there" in browser.get("/search?q=-mosul").text
