"""What is sent has to arrive in time: a sender of one byte a minute keeps nobody out."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from sayso.workbench import doubt_routes, file_routes
from sayso.workbench.app import create_app
from sayso.workbench.door import Alone

HOST = "127.0.0.1:8123"


def answer(app: FastAPI, path: str, kind: str, pieces: tuple[bytes, ...], said: int) -> tuple[int, str]:
    """What a sender gets who sends some pieces of what they said, and then nothing more."""
    headers = {"host": HOST, "origin": f"http://{HOST}", "cookie": "sayso_token_8123=key", "content-type": kind, "content-length": str(said)}
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http", "path": path,
        "raw_path": path.encode(), "query_string": b"", "root_path": "", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8123),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    waiting, sent = list(pieces), []

    async def receive() -> dict[str, Any]:
        if not waiting:
            await asyncio.sleep(3600)
        return {"type": "http.request", "body": waiting.pop(0), "more_body": True}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    async def ask() -> None:
        await asyncio.wait_for(app(scope, receive, send), 20)

    asyncio.run(ask())
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent[1:]).decode()


@pytest.mark.parametrize(
    ("path", "kind", "piece"),
    [
        pytest.param("/decide", "application/x-www-form-urlencoded", b"report=ab", id="a form"),
        pytest.param("/add", "multipart/form-data; boundary=B", b'--B\r\nContent-Disposition: form-data; name="text"\r\n\r\nThe', id="with files"),
    ],
)
def test_a_form_that_trickles_in_is_given_up(case: Path, monkeypatch: pytest.MonkeyPatch, path: str, kind: str, piece: bytes) -> None:
    monkeypatch.setattr(doubt_routes, "SECONDS", 0.2)
    monkeypatch.setattr(file_routes, "SECONDS_WITH_FILES", 0.2)

    status, page = answer(create_app(str(case), Alone("key", 8123, "ann")), path, kind, (piece,), 5000)

    assert status == 408
    assert "did not arrive within 0.2 seconds" in page
