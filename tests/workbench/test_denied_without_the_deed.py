"""A claim that rests on a statement and no event: its words on the incident's page, in the terminal and in the table of incidents; and parted by a
person like any other."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient
from httpx import Response

from sayso.casefile import Casefile
from sayso.cli import cli
from sayso.export import csv, prov, webannotation
from sayso.export.material import Material
from sayso.intake import Known, Taken, from_text
from sayso.model import Situation
from sayso.model.situation import Claim
from sayso.reading.pipeline import Reader
from sayso.situation import situate
from sayso.workbench.app import create_app
from sayso.workbench.copied import copied
from sayso.workbench.door import Alone

TEXTS = (
    ("2022-06-14", "Tell Wire",
     "Rwandan army helicopters bombed a school in the town of Kibumba on Monday, killing eleven pupils, the Congolese government said."),
    ("2022-06-15", "Coast Herald", "The Rwandan army said that none of its aircraft had been over Kibumba on Monday."),
)  # fmt: skip


@pytest.fixture
def case(reader: Reader, tmp_path: Path) -> Path:
    path = tmp_path / "kibumba.sayso"
    with Casefile.open(path, create=True) as casefile:
        for published, outlet, text in TEXTS:
            report = from_text(text, Known(published=published, outlet=outlet))
            casefile.add(Taken(report, text.encode(), f"{outlet}.txt", "text"), reader.read(report))
    return path


def situation(case: Path, reader: Reader) -> Situation:
    with Casefile.open(case, create=False) as casefile:
        return situate(list(casefile.readings()), None, reader.lexicon.parents, casefile.judgements())


def part(browser: TestClient, incident: str, claim: Claim) -> Response:
    asked = {"incident": incident, "report": claim.report, "event": claim.fact}
    return browser.post("/part", data=asked, headers={"origin": "http://127.0.0.1:8123"})


@pytest.fixture
def browser(case: Path, patient: type[TestClient]) -> TestClient:
    browser = patient(create_app(str(case), Alone("key", 8123, "ann")), base_url="http://127.0.0.1:8123")
    browser.get("/?token=key")
    return browser


def test_the_incidents_and_the_disputes_pages_have_its_words_with_their_address(case: Path, reader: Reader, browser: TestClient) -> None:
    (incident,), (dispute,) = (lambda s: (s.incidents, s.disputes))(situation(case, reader))
    statement = next(claim.statement for claim in incident.claims if claim.event is None)

    for page in (browser.get(f"/incident/{incident.id}").text, browser.get(f"/dispute/{dispute.id}").text):
        assert "of its aircraft had been over Kibumba" in re.sub(r"<[^>]+>", "", page)
        assert f"layer=statements&amp;fact={statement}" in page


def test_a_person_parts_it_from_the_rest(case: Path, reader: Reader, browser: TestClient) -> None:
    (incident,) = situation(case, reader).incidents
    claim = next(claim for claim in incident.claims if claim.event is None)
    shown = part(browser, incident.id, claim)

    after = situation(case, reader)
    assert [one.event is None for one in after.incidents[0].claims] == [False]
    assert after.disputes == ()
    assert (shown.status_code, shown.url.path) == (200, f"/incident/{after.incidents[0].id}")
    undo = re.search(r'Parted\..*?name="correction" value="([^"]+)"><input type="hidden" name="back" value="([^"]+)"', shown.text)
    assert undo is not None

    again = browser.post("/undo", data={"correction": undo[1], "back": undo[2]}, headers={"origin": "http://127.0.0.1:8123"})
    assert "Taken back." in again.text
    assert len(situation(case, reader).incidents[0].claims) == 2


def test_what_a_person_parted_stays_parted_under_pseudonyms(case: Path, reader: Reader, browser: TestClient) -> None:
    (incident,) = situation(case, reader).incidents
    claim = next(claim for claim in incident.claims if claim.event is None)
    part(browser, incident.id, claim)

    with Casefile.open(case, create=False) as casefile, copied(casefile, pseudonyms=True) as copy:
        with Casefile.open(copy.path, create=False) as there:
            assert [(one.verdict, one.one) for one in there.judgements()] == [("different", copy.ref(claim.report, claim.fact))]
        assert [len(one.claims) for one in situation(Path(copy.path), reader).incidents] == [1]


def test_the_reports_page_leads_from_the_statement_to_the_incident(case: Path, reader: Reader, browser: TestClient) -> None:
    (incident,) = situation(case, reader).incidents
    claim = next(claim for claim in incident.claims if claim.event is None)

    assert f'href="/incident/{incident.id}"' in browser.get(f"/report/{claim.report}?layer=statements").text


def test_the_terminal_has_its_words(case: Path, reader: Reader) -> None:
    (incident,) = situation(case, reader).incidents
    said = CliRunner().invoke(cli, ["show", str(case), "--incident", incident.id]).output

    assert "denies: “The Rwandan army said that none of its aircraft" in " ".join(said.split())


def test_the_table_of_incidents_counts_it_and_names_the_statement(case: Path, tmp_path: Path) -> None:
    with Casefile.open(case, create=False) as casefile:
        csv.write(Material(tuple(casefile.readings())), tmp_path / "out")

    (row,) = pd.read_csv(tmp_path / "out" / "incidents.csv", dtype=str, keep_default_na=False).to_dict("records")
    assert (row["claim_status"], row["origins_against"]) == ("disputed", "1")
    assert len(row["events"].split("; ")) == len(row["statements"].split("; ")) == 1
    assert row["statements"].split("/")[0] in row["reports"]


def test_the_exports_of_facts_lead_from_the_statement_to_the_incident(case: Path, reader: Reader, tmp_path: Path) -> None:
    (incident,) = situation(case, reader).incidents
    claim = next(claim for claim in incident.claims if claim.event is None)
    one = f"{claim.report[:12]}/{claim.fact}"
    with Casefile.open(case, create=False) as casefile:
        material = Material(tuple(casefile.readings()))
    csv.write(material, tmp_path / "out")
    webannotation.write(material, tmp_path / "out.jsonld")
    prov.write(material, tmp_path / "out.json")

    rows = pd.read_csv(tmp_path / "out" / "statements.csv", dtype=str, keep_default_na=False).to_dict("records")
    assert {row["row"]: (row["incident"], row["claim_status"]) for row in rows if row["incident"]} == {one: (incident.id, "disputed")}
    notes = {item["id"]: json.loads(item["body"][1]["value"]) for item in json.loads((tmp_path / "out.jsonld").read_text())["items"]}
    assert notes[f"urn:sayso:{one}"]["incident"] == incident.id
    document = json.loads((tmp_path / "out.json").read_text())
    entity = document["entity"][f"sayso:{one.replace('/', '-')}"]
    assert (entity["prov:type"], entity["sayso:incident"], entity["sayso:status"]) == ("statement", incident.id, "denied")
    assert any(row["prov:entity"] == f"sayso:{one.replace('/', '-')}" for row in document["wasAttributedTo"].values())
