"""The workbench's pages as files: whole, without anything that a file cannot do, and with no link that leads nowhere."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.situation import situate
from sayso.workbench.pages import PagesError, write_pages

Look = Callable[..., TestClient]


def links(folder: Path) -> set[str]:
    return {link for page in folder.glob("*.html") for link in re.findall(r'(?:href|src)="([^"#]*)', page.read_text()) if link}


def test_a_situation_with_all_it_rests_on(case: Path, tmp_path: Path) -> None:
    count, more = write_pages(str(case), tmp_path / "out", "/", {})

    assert (len(list((tmp_path / "out").glob("*.html"))), more) == (count, False)
    assert "The situation" in (tmp_path / "out" / "index.html").read_text()
    for link in links(tmp_path / "out"):
        assert (tmp_path / "out" / link).exists(), link
    for page in (tmp_path / "out").glob("*.html"):
        assert not re.search(r"<(?:script|form|button|input)", page.read_text())
    assert not list((tmp_path / "out").rglob("*.js"))
    told = "".join(page.read_text() for page in (tmp_path / "out").glob("*-report.html"))
    with Casefile.open(case, create=False) as casefile:
        for reading in casefile.readings():
            assert (reading.report.title or "?") in told
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0


def test_an_incident_with_its_reports_and_nothing_else(case: Path, tmp_path: Path) -> None:
    with Casefile.open(case, create=False) as casefile:
        one = next(one for one in situate(list(casefile.readings())).incidents if len(one.claims) == 1)

    write_pages(str(case), tmp_path / "out", f"/incident/{one.id}", {})

    names = {page.name.partition("-")[2] or page.name for page in (tmp_path / "out").glob("*.html")}
    assert names == {"index.html", "report.html"}
    for link in links(tmp_path / "out"):
        assert (tmp_path / "out" / link).exists(), link


def test_what_cannot_be_written_is_said_and_leaves_nothing(case: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    wrong = (("there", "/", "nothing is overwritten"), ("new", "/incident/none", "No incident"), ("no/such", "/", "cannot be written"))
    for out, first, said in wrong:
        with pytest.raises(PagesError, match=said):
            write_pages(str(case), tmp_path / out, first, {})
    assert sorted(one.name for one in tmp_path.iterdir()) == ["qasr.sayso", "there"]


def test_pages_are_downloaded_from_the_workbench_and_logged(look: Look, case: Path) -> None:
    browser = look()
    incident = re.search(r'href="/incident/(\w+)"', browser.get("/").text)
    assert incident is not None
    assert f'name="incident" value="{incident[1]}"' in browser.get(f"/incident/{incident[1]}").text

    answer = browser.post("/handover", data={"format": "pages", "incident": incident[1]})

    assert answer.status_code == 200
    assert "index.html" in ZipFile(BytesIO(answer.content)).namelist()
    with Casefile.open(case, create=False) as casefile:
        assert casefile.log()[-1].action == "export"
    assert browser.post("/handover", data={"format": "pages", "incident": "none"}).status_code == 409
