"""Reports come in by a form, and are what came in."""

import errno
import re
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.intake import Known
from sayso.workbench.adding import Adding, Given

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


def test_a_report_that_takes_too_long_is_kept_in_quarantine_and_the_next_is_read(case: Path) -> None:
    """An invented text of many clauses, given the time of a short one."""
    long = "The army said that it had shelled the town of Mosul, and the council said that rebels had fled it. " * 3_000
    adding = Adding(str(case), Event(), seconds=1.0)
    name = adding.start((Given("long.txt", long.encode()), Given("short.txt", TEXT.encode())), Known(), "ann")
    job = adding.job(name or "")
    assert job
    until(lambda: job.done)
    assert ["took longer than 1 s; it is kept in quarantine" in job.came[0].words, job.came[1].words] == [True, "read and stored"]


def test_whatever_fails_is_said_and_costs_no_other_file_anything(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path, content: bytes) -> int:
        if b"first" in content:
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(content)

    monkeypatch.setattr(Path, "write_bytes", full)
    adding = Adding(str(case), Event())
    job = adding.job(adding.start((Given("one.txt", b"first"), Given("../two.txt", b"second")), Known(), "ann") or "")
    assert job
    until(lambda: job.done)
    assert [one.name for one in job.came] == ["one.txt", "two.txt"]
    assert "No space left" in job.came[0].words


def test_more_than_can_wait_is_sent_again_later(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, end = look(), Event()
    monkeypatch.setattr(Adding, "_run", lambda *_: end.wait(30))
    answers = [browser.post("/add", data={"text": TEXT}, files={"files": ("", b"")}) for _ in range(9)]
    end.set()
    assert [one.status_code for one in answers] == [303] * 8 + [503]
    assert "Too much waits" in answers[-1].text
    assert TEXT.strip() in answers[-1].text


def until(true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("it took too long")
