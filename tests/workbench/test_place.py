"""The page of a place: what is told of it, and the way to correct what reports call it."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.situation import situate

Look = Callable[..., TestClient]


def test_a_place_is_reached_from_its_incident_and_tells_who_acts_there(look: Look, case: Path) -> None:
    browser = look()
    with Casefile.open(case, create=False) as casefile:
        situation = situate(list(casefile.readings()))
    one = next(one for one in situation.incidents if one.place)
    address = f"/place/{quote(one.place or '', safe='')}"

    assert address in browser.get(f"/incident/{one.id}").text
    page = browser.get(address)
    assert page.status_code == 200
    assert f"/incident/{one.id}" in page.text
    for party in one.parties.actors:
        assert f"/party/{quote(party)}" in page.text
    assert "layer=places" in page.text


def test_a_place_nobody_speaks_of_is_said_so(look: Look) -> None:
    assert look().get("/place/atlantis").status_code == 404


def test_a_place_is_corrected(look: Look, case: Path) -> None:
    browser = look()
    with Casefile.open(case, create=False) as casefile:
        reading = next(one for one in casefile.readings() if one.places)
    report, place = reading.report.id, reading.places[0]
    sent = {"report": report, "layer": "places", "fact": place.id, "action": "edit", "name": "Mosul Dam", "kind": "facility", "country": "IQ"}

    assert "Mosul" in browser.get(f"/fact/{report}/places/{place.id}").text
    assert browser.post("/decide", data=sent).status_code == 303
    assert browser.post("/decide", data=sent | {"country": "nowhere"}).status_code == 409

    with Casefile.open(case, create=False) as casefile:
        assert (casefile.reading(report).places[0].name, casefile.reading(report).places[0].kind) == ("Mosul Dam", "facility")
