"""People decide: confirm, correct, reject, take back, and learn when somebody else decided otherwise."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile

Look = Callable[..., TestClient]


def form_of(page: str) -> dict[str, str | list[str]]:
    """What the decision form on a page would send, without an action."""
    form = page.split('class="sheet decide"')[1].split("</form>")[0]
    sent: dict[str, str | list[str]] = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    for name, value in re.findall(r'<input type="date" name="(\w+)" value="([^"]*)"', form):
        sent[name] = [*sent.get(name, ()), value]
    for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen.group(1) if chosen else ""
    for name, value in re.findall(r'<input type="checkbox" name="(\w+)" value="([^"]*)" checked', form):
        sent[name] = [*sent.get(name, ()), value]
    return sent


def waiting(page: str) -> int:
    found = re.search(r"<b>(\d+)</b> facts? waits?", page)
    return int(found.group(1)) if found else 0


def test_a_decided_fact_leaves_the_queue_and_an_undo_brings_it_back(look: Look) -> None:
    browser = look()
    first = browser.get("/review").text
    answer = browser.post("/decide", data=form_of(first) | {"action": "confirm"})
    assert answer.status_code == 303
    after = browser.get(answer.headers["location"]).text
    assert waiting(after) == waiting(first) - 1
    assert "Confirmed" in after
    correction = re.search(r'name="correction" value="([^"]+)"', after)
    assert correction
    undone = browser.post("/undo", data={"correction": correction.group(1), "back": "/review?skip=0"})
    assert "Taken back" in browser.get(undone.headers["location"]).text


def test_a_rejected_fact_is_out_of_the_reading_and_the_decision_is_signed(look: Look, case: Path) -> None:
    browser = look("ben")
    sent = form_of(browser.get("/review").text)
    browser.post("/decide", data=sent | {"action": "reject", "why": "not what the words say"})
    with Casefile.open(case, create=False) as casefile:
        facts = {(layer, fact.id) for layer, fact in casefile.reading(str(sent["report"])).facts()}
        (made,) = casefile.corrections()
    assert (sent["layer"], sent["fact"]) not in facts
    assert (made.who, made.why) == ("ben", "not what the words say")


def an_event(case: Path) -> tuple[str, str]:
    with Casefile.open(case, create=False) as casefile:
        reading = next(r for r in casefile.readings() if r.report.outlet == "Qasr Post")
        return reading.report.id, next(e.id for e in reading.events if e.type == "ASSAULT")


def test_only_what_was_changed_in_the_form_is_corrected(look: Look, case: Path) -> None:
    report, event = an_event(case)
    browser = look()
    sent = form_of(browser.get(f"/fact/{report}/events/{event}").text)
    answer = browser.post("/decide", data=sent | {"action": "edit", "status": "possible"})
    assert answer.status_code == 303
    with Casefile.open(case, create=False) as casefile:
        (made,) = casefile.corrections()
        assert made.after == {"status": "possible"}
        assert next(e for e in casefile.reading(report).events if e.id == event).status == "possible"


def test_enter_in_a_field_sends_the_correction_even_without_scripts(look: Look, case: Path) -> None:
    report, event = an_event(case)
    form = look().get(f"/fact/{report}/events/{event}").text.split('class="sheet decide"')[1]
    first = re.search(r'<button name="action" value="(\w+)"', form)
    assert first
    assert first.group(1) == "edit"


def test_two_people_get_a_clear_conflict_and_no_lost_change(look: Look, case: Path) -> None:
    report, event = an_event(case)
    ann, ben = look("ann"), look("ben")
    page = f"/fact/{report}/events/{event}"
    hers, his = form_of(ann.get(page).text), form_of(ben.get(page).text)
    assert ann.post("/decide", data=hers | {"action": "edit", "status": "possible", "why": "no witness"}).status_code == 303
    answer = ben.post("/decide", data=his | {"action": "edit", "status": "planned"})
    assert answer.status_code == 409
    assert "ann" in answer.text
    assert "no witness" in answer.text
    with Casefile.open(case, create=False) as casefile:
        assert next(e for e in casefile.reading(report).events if e.id == event).status == "possible"
    seen = re.findall(r'name="seen" value="([^"]+)"', answer.text)
    assert ben.post("/decide", data=his | {"action": "edit", "status": "planned", "seen": seen}).status_code == 303
    with Casefile.open(case, create=False) as casefile:
        assert next(e for e in casefile.reading(report).events if e.id == event).status == "planned"
        assert len(casefile.corrections()) == 2


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_a_form_from_elsewhere_changes_nothing(look: Look, case: Path, origin: str) -> None:
    browser = look()
    sent = form_of(browser.get("/review").text)
    assert browser.post("/decide", data=sent | {"action": "reject"}, headers={"origin": origin}).status_code == 403
    with Casefile.open(case, create=False) as casefile:
        assert casefile.corrections() == []


def test_after_a_decision_one_stays_in_the_workbench(look: Look) -> None:
    browser = look()
    sent = form_of(browser.get("/review").text)
    answer = browser.post("/decide", data=sent | {"action": "confirm", "back": "https://evil.example/"})
    assert answer.headers["location"].startswith("/review?")


def test_who_codes_blind_sees_the_machine_afterwards_and_nothing_is_stored_before(look: Look, case: Path) -> None:
    browser = look()
    page = browser.get("/review?blind=1").text
    assert " in 100" not in page
    form = page.split('class="sheet decide"')[1]
    assert " checked" not in form
    assert all('value="" selected' in options for options in re.findall(r"<select[^>]*>(.*?)</select>", form, re.DOTALL))
    sent = form_of(page)
    answer = browser.post("/decide", data=sent | {"action": "edit", "status": "planned"})
    assert answer.status_code == 200
    assert "The reader was right" in answer.text
    with Casefile.open(case, create=False) as casefile:
        assert casefile.corrections() == []
    kept = {name: value for name, value in sent.items() if name != "blind"} | {"action": "confirm"}
    assert browser.post("/decide", data=kept).status_code == 303
