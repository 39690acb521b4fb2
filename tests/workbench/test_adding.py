"""Reports come in by a form, and are what came in."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient

from sayso.casefile import Casefile

Look = Callable[..., TestClient]
TEXT = "The army said on Friday that it had taken the town of Mosul.\n"


def finished(browser: TestClient, address: str) -> str:
    for _ in range(120):
        page = browser.get(address).text
        if "What came of it" in page:
            return page
        time.sleep(0.25)
    raise AssertionError("still reading")


def test_a_pasted_text_is_read_and_kept(look: Look, case: Path) -> None:
    browser = look("ann")
    answer = browser.post("/add", data={"text": TEXT, "outlet": "Hill News", "published": "2024-03-15"}, files={"files": ("", b"")})
    assert answer.status_code == 303
    page = finished(browser, answer.headers["location"])
    assert "read and stored" in page
    report = re.search(r"/report/([0-9a-f]{64})", page)
    assert report
    with Casefile.open(case, create=False) as casefile:
        assert casefile.original(report.group(1)).decode() == TEXT
        assert casefile.reading(report.group(1)).report.outlet == "Hill News"
        assert casefile.log()[-1].operator == "ann"
        assert casefile.verify() == []


def test_what_cannot_be_read_is_named_and_costs_nothing_else(look: Look) -> None:
    browser = look()
    files = [("files", ("../../etc/<b>x</b>.txt", b"\x00\x01\x02" * 50)), ("files", ("good.txt", TEXT.encode()))]
    answer = browser.post("/add", files=files)
    page = finished(browser, answer.headers["location"])
    assert "not read: " in page
    assert "read and stored" in page
    assert "<b>x" not in page
    assert "/etc" not in page


def test_an_empty_or_senseless_form_is_answered_in_words(look: Look) -> None:
    browser = look()
    assert "nothing to read" in browser.post("/add", data={"text": " "}, files={"files": ("", b"")}).text
    assert "must be written like" in browser.post("/add", data={"text": TEXT, "published": "yesterday"}, files={"files": ("", b"")}).text
    assert "not a web address" in browser.post("/add", data={"text": TEXT, "url": "javascript:alert(1)"}, files={"files": ("", b"")}).text
