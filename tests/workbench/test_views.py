"""Views that a person keeps by a name."""

import base64
import json
import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

Look = Callable[..., TestClient]


def test_a_view_is_kept_found_again_and_let_go(look: Look) -> None:
    browser = look()
    page = browser.get("/?rests=contested").text
    assert 'name="address" value="/?rests=contested"' in page
    kept = browser.post("/views", data={"address": "/?rests=contested", "name": "What to ask about"})
    assert (kept.status_code, kept.headers["location"]) == (303, "/?rests=contested")
    assert "httponly" in kept.headers["set-cookie"].lower()
    for path in ("/", "/search?q=army"):
        assert re.search(r'href="/\?rests=contested"[^>]*><bdi>What to ask about', browser.get(path).text)
    browser.post("/views/forget", data={"address": "/?rests=contested", "back": "/"})
    assert "What to ask about" not in browser.get("/").text


def test_no_more_is_kept_than_a_cookie_holds_and_the_latest_is(look: Look) -> None:
    browser = look()
    for number in range(12):
        kept = browser.post("/views", data={"address": f"/?q={'a' * 200}{number}", "name": f"{number} {'حلب' * 12}"})
        assert len(kept.headers["set-cookie"]) < 4_096
    page = browser.get("/").text
    assert [f"<bdi>{number} حلب" in page for number in (11, 10, 0)] == [True, True, False]


ELSEWHERE = ["//elsewhere.example/?q=1", "https://elsewhere.example/", "javascript:alert(1)", "/handover", "", "/?" + "x" * 300]
HOSTILE = ["", "?", "bm90IGpzb24=", base64.urlsafe_b64encode(json.dumps([["a", "//evil.example"], 7, ["b"]]).encode()).decode()]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_only_views_of_the_workbench_are_kept(look: Look, address: str) -> None:
    browser = look()
    assert browser.post("/views", data={"address": address, "name": "a"}).status_code == 409


@pytest.mark.parametrize("content", HOSTILE)
def test_a_cookie_that_is_not_ours_does_nothing(look: Look, content: str) -> None:
    browser = look()
    browser.post("/views", data={"address": "/?q=a", "name": "mine"})
    (name,) = [one for one in browser.cookies if one.startswith("sayso_views_")]
    browser.cookies.set(name, content, domain="127.0.0.1", path="/")
    page = browser.get("/")
    assert page.status_code == 200
    assert "evil.example" not in page.text


def test_names_are_shown_as_text(look: Look) -> None:
    browser = look()
    browser.post("/views", data={"address": "/?rests=single", "name": "<script>alert(1)</script>"})
    assert "<script>alert" not in browser.get("/").text
