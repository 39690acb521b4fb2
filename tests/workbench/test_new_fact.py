"""Facts that the reader missed are added by their words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.model import Reading

Look = Callable[..., TestClient]


@pytest.fixture
def reading(case: Path) -> Reading:
    with Casefile.open(case, create=False) as casefile:
        return next(one for one in casefile.readings() if "shelled the town" in one.report.text)


def span(reading: Reading, words: str) -> tuple[int, int]:
    start = reading.report.text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("layer", "words", "given"),
    [
        ("events", "demanded a truce", {"type": "REQUEST", "status": "happened"}),
        ("statements", "rejected the demand", {"stance": "reject", "speaker": ""}),
        ("moves", "Rebels demanded a truce", {"kind": "offer", "status": "happened"}),
        ("control", "town of Mosul", {"relation": "contests", "holder": ""}),
        ("parties", "Observatory", {"name": "the observers", "kind": "monitor"}),
        ("places", "town of Mosul", {"name": "Mosul", "kind": "town"}),
    ],
)  # fmt: skip
def test_a_fact_of_each_layer(look: Look, case: Path, reading: Reading, layer: str, words: str, given: dict[str, str]) -> None:
    browser, (start, end) = look(), span(reading, words)
    before = len(getattr(reading, layer))
    form = browser.get(f"/new/{reading.report.id}/{layer}?start={start}&end={end}").text
    assert f'<mark class="lit">{words}</mark>' in form

    done = browser.post("/new", data={"report": reading.report.id, "layer": layer, "start": str(start), "end": str(end)} | given)

    assert done.status_code == 303, done.text
    assert "Added." in browser.get(done.headers["location"]).text
    with Casefile.open(case, create=False) as casefile:
        now = casefile.reading(reading.report.id)
        assert len(getattr(now, layer)) == before + 1
        assert casefile.corrections()[0].quoted.words == words  # type: ignore[union-attr]


def test_words_that_are_typed_are_looked_for(look: Look, reading: Reading) -> None:
    browser, report = look(), reading.report.id
    assert '<mark class="lit">demanded a truce</mark>' in browser.get(f"/new/{report}/events?words=demanded++a%0Atruce").text
    assert "They stand in the report 2 times" in browser.get(f"/new/{report}/events?words=demand").text
    assert browser.get(f"/new/{report}/events?words=barracks").status_code == 404
    assert browser.get(f"/new/{report}/events").status_code == 404


@pytest.mark.parametrize(
    "sent", [{"layer": "gossip"}, {"start": "x"}, {"start": "9", "end": "5"}, {"end": "99999"}, {"type": ""}, {"type": "NONSENSE"}]
)
def test_what_cannot_be_added_is_said_and_nothing_is_stored(look: Look, case: Path, reading: Reading, sent: dict[str, str]) -> None:
    good = {"report": reading.report.id, "layer": "events", "start": "4", "end": "8", "type": "ASSAULT", "status": "happened"}
    assert look().post("/new", data=good | sent).status_code in (400, 409)
    with Casefile.open(case, create=False) as casefile:
        assert casefile.corrections() == []
