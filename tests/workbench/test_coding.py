"""Blind double coding in the workbench."""

import re
from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient

from sayso.casefile import Casefile

Looks = Callable[..., TestClient]


def _form(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.split('class="sheet decide"')[1]))


def _code_all(browser: TestClient, **answers: str) -> int:
    done = 0
    while 'class="sheet decide"' in (page := browser.get("/code/pilot").text):
        sent = _form(page)
        given = {"action": "edit", "type": "ASSAULT", "status": "happened", "stance": "say", "kind": "demand", "relation": "holds"} | answers
        assert browser.post("/code/pilot", data=sent | given).status_code == 303
        done += 1
        assert done < 100
    return done


def test_two_people_code_blind_and_an_editor_adjudicates(look: Looks, case: Path) -> None:
    ann, bob = look("ann"), look("bob")
    assert ann.post("/codings", data={"name": "pilot", "number": "2"}).status_code == 303
    waited = re.findall(r"<b>\d+</b> facts wait", ann.get("/review").text)
    first = ann.get("/code/pilot").text
    assert "the reader gives it" not in first
    assert not re.search(r"<option value=\"[A-Z]+\" selected", first)
    with Casefile.open(case, create=False) as casefile:
        before = [one.to_json() for one in casefile.readings()]

    coded = _code_all(ann)
    assert _code_all(bob, status="denied") == coded

    assert re.findall(r"<b>\d+</b> facts wait", ann.get("/review").text) == waited  # none of it counts yet
    with Casefile.open(case, create=False) as casefile:
        assert [one.to_json() for one in casefile.readings()] == before
        assert {one.coding for one in casefile.corrections()} == {"pilot"}
    page = ann.get("/agreement/pilot").text
    assert "Where they differ" in page
    assert "<bdi>denied</bdi>" in page
    report, fact = re.search(r'name="report" value="(\w+)"><input type="hidden" name="fact" value="(E\d+)"', page).groups()  # type: ignore[union-attr]
    assert ann.post("/adjudicate/pilot", data={"who": "bob", "report": report, "fact": fact}).status_code == 303
    assert "done=" in ann.post("/adjudicate/pilot", data={"all": "1"}).headers["location"]
    with Casefile.open(case, create=False) as casefile:
        assert next(one for one in casefile.reading(report).events if one.id == fact).status == "denied"
        assert casefile.verify() == []


def test_the_last_one_can_be_taken_back_and_only_ones_own(look: Looks) -> None:
    ann = look("ann")
    ann.post("/codings", data={"name": "pilot", "number": "1"})
    waits = re.search(r"<b>(\d+)</b> facts", ann.get("/code/pilot").text)
    sent = _form(ann.get("/code/pilot").text)
    gone = ann.post("/code/pilot", data=sent | {"action": "reject"}).headers["location"]
    last = re.search(r"last=(\w+)", gone)
    assert waits is not None
    assert last is not None

    assert look("bob").post("/code/pilot/undo", data={"correction": last[1]}).status_code == 403
    assert ann.post("/code/pilot/undo", data={"correction": last[1]}).status_code == 303

    assert f"<b>{waits[1]}</b> facts" in ann.get("/code/pilot").text


def test_what_makes_no_sense_is_said_so(look: Looks) -> None:
    ann = look("ann")
    assert "There is no coding yet" in ann.get("/codings").text
    assert ann.get("/code/none").status_code == 404
    assert ann.get("/agreement/none").status_code == 404
    assert ann.post("/codings", data={"name": " ", "number": "2"}).status_code == 409
    assert ann.post("/codings", data={"name": "x", "number": "none"}).status_code == 409
    assert ann.post("/codings", data={"name": "a/b", "number": "2"}).status_code == 409
    assert ann.post("/codings", data={"name": "pilot ü?", "number": "2"}).status_code == 303
    assert ann.get("/code/pilot%20%C3%BC%3F").status_code == 200


def test_what_was_not_asked_about_is_added_and_the_other_is_told_when_both_are_compared(look: Looks, case: Path) -> None:
    ann, bob = look("ann"), look("bob")
    ann.post("/codings", data={"name": "pilot", "number": "2"})
    with Casefile.open(case, create=False) as casefile:
        report = next(one.report for one in casefile.readings() if "a spokesman said" in one.report.text)
        before = [one.to_json() for one in casefile.readings()]
    start = report.text.index("a spokesman said")
    page = ann.get(f"/code/pilot/text/{report.id}").text
    assert "a spokesman said" in page
    assert "<mark" not in page
    span = f"start={start}&end={start + 16}"
    assert "a spokesman said</mark>" in ann.get(f"/code/pilot/new/{report.id}/events?{span}").text
    assert ann.get(f"/code/pilot/new/{report.id}/events?words=barracks").status_code == 404
    sent = {"report": report.id, "layer": "events", "start": str(start), "end": str(start + 16), "type": "CONSULT", "status": "happened"}

    assert ann.post("/code/pilot/new", data=sent).status_code == 303
    assert ann.post("/code/pilot/new", data=sent | {"report": "0" * 64}).status_code == 400
    assert ann.post("/code/pilot/new", data=sent | {"start": "x"}).status_code == 409
    assert ann.get("/code/none/text/x").status_code == 404
    _code_all(ann)
    _code_all(bob)

    agreement = ann.get("/agreement/pilot").text
    assert f"+events:{start}-{start + 16}" in agreement
    with Casefile.open(case, create=False) as casefile:
        assert [one.to_json() for one in casefile.readings()] == before
