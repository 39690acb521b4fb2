"""A casefile of two reports of our own (invented), and browsers of people who look at it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.intake import Known, Taken, from_text
from sayso.reading.pipeline import Reader
from sayso.workbench.app import create_app
from sayso.workbench.door import Alone

TOKEN = "the-token-of-this-start"
PORT = 8123
HERE = f"http://127.0.0.1:{PORT}"
TEXTS = (
    ("2024-03-12", "Qasr Post", "Army shells Qasr",
     "The army shelled the town of Mosul on Monday and killed 12 civilians, the Qasr Observatory said. "
     "Rebels demanded a truce. The army rejected the demand, a spokesman said."),
    ("2024-03-13", "Coast Daily", "Army denies attack", "The army denied that it had shelled Mosul on Monday. "
     "The Coast Hospital said 17 civilians were killed in Mosul on Monday."),
)  # fmt: skip


@pytest.fixture(scope="session")
def stored(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The casefile as it is before a test writes to it."""
    path = tmp_path_factory.mktemp("stored") / "qasr.sayso"
    with Casefile.open(path, create=True) as casefile:
        for published, outlet, title, text in TEXTS:
            report = from_text(text, Known(published=published, outlet=outlet, title=title))
            casefile.add(Taken(report, text.encode(), f"{outlet}.txt", "text"), reader.read(report))
    return path


@pytest.fixture
def case(stored: Path, tmp_path: Path) -> Path:
    """A copy of the casefile for one test."""
    path = tmp_path / "qasr.sayso"
    path.write_bytes(stored.read_bytes())
    return path


@pytest.fixture
def look(case: Path) -> Callable[..., TestClient]:
    """A browser on the casefile, let in already; `who` sits before it."""

    def open_browser(who: str = "ann") -> TestClient:
        app = create_app(str(case), Alone(TOKEN, PORT, who))
        browser = TestClient(app, base_url=HERE, follow_redirects=False, headers={"origin": HERE})
        browser.get(f"/?token={TOKEN}")
        while browser.get("/").status_code == 202:  # the first situation is being worked out; a busy machine takes its time
            time.sleep(0.1)
        return browser

    return open_browser
