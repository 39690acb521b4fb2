"""The casefile is handed over from the workbench as from the command."""

from collections.abc import Callable

from fastapi.testclient import TestClient

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
