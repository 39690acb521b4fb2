"""Incidents are joined and parted by people, and both can be taken back."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.situation import situate

Look = Callable[..., TestClient]


def claims(case: Path) -> dict[str, set[tuple[str, str]]]:
    """The claims of each incident, as the casefile has them now."""
    with Casefile.open(case, create=False) as casefile:
        situation = situate(list(casefile.readings()), None, {}, casefile.judgements())
    return {one.id: {(c.report, c.event) for c in one.claims} for one in situation.incidents}


def followed(browser: TestClient, address: str) -> str:
    """The page that redirects lead to."""
    answer = browser.get(address)
    while answer.status_code == 303:
        answer = browser.get(answer.headers["location"])
    assert answer.status_code == 200
    return answer.text


def test_two_incidents_become_one_and_the_undo_parts_them(look: Look, case: Path) -> None:
    before = claims(case)
    one, other = sorted(before)[:2]
    browser = look()
    browser.get("/")
    answer = browser.post("/join", data={"incident": one, "other": other})
    assert answer.status_code == 303
    assert before[one] | before[other] in claims(case).values()
    page = followed(browser, answer.headers["location"])
    assert "Joined." in page
    undo = re.search(r'name="correction" value="([^"]+)"><input type="hidden" name="back" value="([^"]+)"', page)
    assert undo
    taken_back = browser.post("/undo", data={"correction": undo.group(1), "back": undo.group(2)})
    assert claims(case) == before
    assert "Taken back." in followed(browser, taken_back.headers["location"])


def test_one_telling_is_parted_from_the_rest(look: Look, case: Path) -> None:
    before = claims(case)
    one, other = sorted(before)[:2]
    browser = look()
    browser.post("/join", data={"incident": one, "other": other})
    joined = next(key for key, value in claims(case).items() if value == before[one] | before[other])
    page = browser.get(f"/incident/{joined}").text
    assert "Another happening" in page
    report, event = next(iter(before[other]))
    browser.post("/part", data={"incident": joined, "report": report, "event": event})
    assert all((report, event) not in value or not value & before[one] for value in claims(case).values())


def test_what_is_gone_meanwhile_is_said(look: Look) -> None:
    answer = look().post("/join", data={"incident": "I0", "other": "I1"})
    assert answer.status_code == 409
    assert "Look again" in answer.text


def test_what_changed_between_two_days(look: Look) -> None:
    page = unescape(look().get("/changes?since=2024-03-12&as_of=2024-03-13").text)
    assert "1 new report." in page
    assert "Army denies attack" in page
    assert "nothing changed" in look().get("/changes?since=2024-03-13&as_of=2024-03-13").text.lower()


def test_a_dispute_that_changed_names_who_came_in(look: Look) -> None:
    page = unescape(look().get("/changes?since=2024-03-12&as_of=2024-03-13").text)
    contested = page.split("Contested", 1)[1].split("</section>")[0]
    assert "denied" not in contested
    assert "Qasr Observatory" in contested
    assert '<ul class="lines linked">' in page
