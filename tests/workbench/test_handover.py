"""The casefile is handed over from the workbench as from the command."""

import json
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Semaphore

import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.workbench import handover
from sayso.workbench.handover import AT_ONCE

Look = Callable[..., TestClient]


def test_a_format_is_downloaded(look: Look) -> None:
    browser = look()
    assert "Download jsonl" in browser.get("/handover").text
    answer = browser.post("/handover", data={"format": "jsonl"})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert len(answer.text.splitlines()) == 2


def test_a_format_that_is_none_is_refused(look: Look) -> None:
    assert look().post("/handover", data={"format": "--help"}).status_code == 400


def test_a_format_whose_library_is_missing_says_so_before_it_is_asked_for(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "lacking", lambda: frozenset({"parquet"}))
    page = look().get("/handover").text
    assert "sayso[parquet]" in page
    assert page.count(" disabled") == 1


def test_a_part_is_downloaded(look: Look) -> None:
    answer = look().post("/handover", data={"format": "jsonl", "since": "2024-03-13", "party": "", "type": "ASSAULT"})
    assert len(answer.text.splitlines()) == 1
    answer = look().post("/handover", data={"format": "jsonl", "party": "Nobody at All"})
    assert answer.text == ""


@pytest.mark.parametrize("value", ["nonsense", "--help", "2024-99-99", "$(id)"])
def test_what_cannot_be_asked_for_is_said_and_nothing_is_taken_for_an_option(look: Look, value: str) -> None:
    answer = look().post("/handover", data={"format": "jsonl", "since": value})
    assert answer.status_code == 409
    assert "--since" in answer.text
    assert look().post("/handover", data={"format": "jsonl", "party": value}).status_code == 200


@pytest.mark.parametrize("name", ["jsonl", "pages"])
def test_the_log_says_who_downloaded_it(look: Look, case: Path, name: str) -> None:
    assert look("ann").post("/handover", data={"format": name}).status_code == 200
    with Casefile.open(case, create=False) as casefile:
        (line,) = [one for one in casefile.log() if one.action == "export"]
        assert (line.operator, json.loads(line.detail)["where"]) == ("ann", "downloaded by ann")
        assert casefile.verify() == []


def test_an_original_that_is_downloaded_is_in_the_log(look: Look, case: Path) -> None:
    with Casefile.open(case, create=False) as casefile:
        report = next(casefile.reports()).id
    browser = look("ann")
    before = browser.get("/").text

    assert browser.head(f"/original/{report}").status_code == browser.get(f"/original/{report[:12]}").status_code == 200
    assert browser.get("/original/none").status_code == 404

    with Casefile.open(case, create=False) as casefile:
        (line,) = [one for one in casefile.log() if one.action == "export"]
        assert (line.operator, json.loads(line.detail)["where"]) == ("ann", f"the original of {report[:12]}, downloaded by ann")
        assert casefile.verify() == []
    assert browser.get("/").text == before  # nothing was worked out anew for it


def test_only_some_exports_are_made_at_a_time_and_none_for_ever(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, started, end = look(), Semaphore(0), Event()

    def slow(command: list[str], timeout: float, **_: object) -> None:
        started.release()
        end.wait(10)
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr("sayso.workbench.handover.subprocess.run", slow)
    with ThreadPoolExecutor() as people:
        asked = [people.submit(browser.post, "/handover", data={"format": "jsonl"}) for _ in range(AT_ONCE)]
        for _ in asked:
            assert started.acquire(timeout=10)
        assert browser.post("/handover", data={"format": "jsonl"}).status_code == 503
        end.set()
    assert [(one.result().status_code, "was ended" in one.result().text) for one in asked] == [(409, True)] * AT_ONCE
    assert browser.post("/handover", data={"format": "jsonl"}).status_code == 409  # its turn comes again
