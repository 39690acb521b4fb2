"""The workbench's pages as files: whole, without anything that a file cannot do, and with no link that leads nowhere."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from sayso.casefile import Casefile, Decision
from sayso.cli import cli
from sayso.intake import Known, Taken, from_text
from sayso.reading.pipeline import Reader
from sayso.situation import situate
from sayso.workbench.copied import copied
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


def test_nothing_on_a_page_asks_for_what_a_file_cannot_do(look: Look, case: Path, tmp_path: Path) -> None:
    assert "What changed since" in look().get("/").text

    write_pages(str(case), tmp_path / "out", "/", {})

    told = (tmp_path / "out" / "index.html").read_text()
    reports = "".join(page.read_text() for page in (tmp_path / "out").glob("*-report.html"))
    assert "What others say of it" in reports  # their pages are here
    for words in (">Correct<", "All reports"):
        assert words not in reports, words
    for words in ("What changed since", "As known on", "Search the reports", "correct what was read wrongly"):
        assert words not in told, words


@pytest.fixture
def baker(reader: Reader, tmp_path: Path) -> Path:
    """A case in which a private person says something, in two reports."""
    path = tmp_path / "baker.sayso"
    texts = (
        "Lena Orsk, a baker in Mosul, said on Monday that army shells killed 3 people in Mosul on Sunday. Orsk said she had fled the town.",
        "General Pavel Drum denied on Tuesday that the army had shelled Mosul on Sunday. The baker Lena Orsk had said that shells killed 3 people.",
    )
    with Casefile.open(path, create=True) as casefile:
        for day, text in enumerate(texts, start=12):
            report = from_text(text, Known(published=f"2024-03-{day}", outlet=f"Paper {day}", title=f"What Lena Orsk saw, part {day}"))
            casefile.add(Taken(report, text.encode(), "one.txt", "text"), reader.read(report))
    return path


@pytest.mark.parametrize("part", ["--incident", None])
def test_private_persons_have_pseudonyms_on_every_page(baker: Path, tmp_path: Path, part: str | None) -> None:
    with Casefile.open(baker, create=False) as casefile:
        one = next(one for one in situate(list(casefile.readings())).incidents if one.type == "ASSAULT")
    asked = [part, one.id] if part else []

    done = CliRunner().invoke(cli, ["pages", str(baker), "--out", str(tmp_path / "out"), "--pseudonyms", *asked])

    assert done.exit_code == 0, done.output
    told = "".join(page.read_text() for page in (tmp_path / "out").rglob("*.html"))
    assert "Orsk" not in told
    assert "Person 1" in told
    assert "Pavel Drum" in told
    assert "with pseudonyms" in told
    assert "shells" in (tmp_path / "out" / "index.html").read_text()
    with Casefile.open(baker, create=False) as casefile:
        assert [one.action for one in casefile.log()][-1] == "export"


def test_what_people_joined_stays_joined_under_pseudonyms(baker: Path) -> None:
    with Casefile.open(baker, create=False) as casefile:
        first, second = casefile.readings()
        casefile.decide(Decision(
            report=first.report.id, layer="events", action="merge", fact=first.events[0].id, why="Lena Orsk told me",
            others=(f"{second.report.id}:{second.events[0].id}",),
        ))  # fmt: skip
        with copied(casefile, pseudonyms=True) as copy, Casefile.open(copy.path, create=False) as there:
            (joined,) = there.judgements()
            assert (joined.verdict, joined.one) == ("same", copy.ref(first.report.id, first.events[0].id))
            assert "Orsk" not in Path(copy.path).read_bytes().decode("latin-1")
            assert there.verify() == []
        assert not Path(copy.path).exists()


def test_pages_are_of_one_moment(case: Path, tmp_path: Path) -> None:
    with Casefile.open(case, create=False) as casefile, copied(casefile, pseudonyms=False) as copy:
        for reading in list(casefile.readings()):
            casefile.decide(Decision(report=reading.report.id, layer="report", action="edit", after={"title": "Named anew meanwhile"}))
        write_pages(copy.path, tmp_path / "out", "/", {})

    told = "".join(page.read_text() for page in (tmp_path / "out").glob("*.html"))
    assert "Named anew meanwhile" not in told
    assert "Army shells Qasr" in told


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


@pytest.fixture
def rounds(reader: Reader, tmp_path: Path) -> Path:
    """A case with four talks, told of in another order than that of their reports' days."""
    texts = [
        (day, f"{one} offered {other} a truce on Monday. {other} rejected the offer, a spokesman said.")
        for day, one, other in (
            ("2031-04-02", "Kenya", "Uganda"), ("2031-04-09", "Norway", "Sweden"), ("2031-04-05", "Chile", "Peru"), ("2031-04-07", "Ghana", "Togo"),
        )
    ]  # fmt: skip
    path = tmp_path / "rounds.sayso"
    with Casefile.open(path, create=True) as casefile:
        for day, text in texts:
            report = from_text(text, Known(published=day, outlet="Hill Post"))
            casefile.add(Taken(report, text.encode(), f"{day}.txt", "text"), reader.read(report))
    return path


def test_the_pages_have_every_talk_and_a_list_of_them_the_latest_told_first(rounds: Path, tmp_path: Path) -> None:
    with Casefile.open(rounds, create=False) as casefile:
        threads = situate(list(casefile.readings())).threads
    write_pages(str(rounds), tmp_path / "out", "/", {})

    (listed,) = (tmp_path / "out").glob("*-talks.html")
    assert len(threads) == 4 == len(list((tmp_path / "out").glob("*-thread.html")))
    assert f'href="{listed.name}"' in (tmp_path / "out" / "index.html").read_text()
    shown = listed.read_text()
    at = [shown.index(f"<bdi>{name}") for name in ("Norw", "Ghana", "Chile", "Kenya")]
    assert at == sorted(at)
