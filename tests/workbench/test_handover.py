"""The casefile is handed over from the workbench as from the command."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from sayso.workbench import handover

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
