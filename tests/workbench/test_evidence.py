"""Who says so, on an incident's page: each word once, and no full sign for what is no origin."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.intake import Known, Taken, from_text
from sayso.reading.pipeline import Reader
from sayso.situation import situate
from sayso.workbench.app import create_app
from sayso.workbench.door import Alone

STORY = (
    "Rockets hit a bakery in Mosul on Sunday and killed 9 people, a nurse at the city's hospital said. The street was closed for hours, and people "
    "queued for bread at the other end of the quarter until the evening came. The mayor asked for help from the capital. "
)


@pytest.fixture(scope="module")
def own(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wire report, and the same text in a paper with another headline."""
    path = tmp_path_factory.mktemp("evidence") / "bakery.sayso"
    with Casefile.open(path, create=True) as casefile:
        carried = ((11, "Tigris Wire", "Rockets hit Mosul bakery, nurse says"), (12, "Evening Paper", "Bakery rockets kill 9 in Mosul"))
        for day, outlet, title in carried:
            text = f"{title}\n\nMOSUL (Tigris Wire) - {STORY}"
            report = from_text(text, Known(published=f"2024-03-{day}", outlet=outlet, title=title))
            casefile.add(Taken(report, text.encode(), f"{day}.txt", "text"), reader.read(report))
    return path


@pytest.fixture
def page(own: Path, patient: type[TestClient]) -> str:
    """The page of the incident."""
    with Casefile.open(own, create=False) as casefile:
        incident = max(situate(list(casefile.readings())).incidents, key=lambda one: len(one.claims) if one.type == "ASSAULT" else 0)
    browser = patient(create_app(str(own), Alone("key", 8123, "ann")), base_url="http://127.0.0.1:8123")
    browser.get("/?token=key")
    return browser.get(f"/incident/{incident.id}").text


def test_the_nurse_of_a_copy_is_shown_once_with_the_paper_that_carries_it(page: str) -> None:
    assert page.count("nurse, not named") == 1
    assert re.search(r"The same word, carried by.*Evening Paper", page, re.S)
    assert "1 unnamed besides" in page


def test_a_headline_beside_the_word_that_its_text_gives_is_no_origin(page: str) -> None:
    assert "0 origins" in page
    grounds = page[page.index('class="stand asserts"') : page.index("The reader's grounds")]
    assert "sign independent" not in grounds
    assert "no origin" in grounds


def test_a_copy_gives_no_second_figure(page: str) -> None:
    figures = page[page.index('id="figures"') : page.index("never averaged")]
    assert len(re.findall(r"<bdi>nurse</bdi>", figures)) == 1


def test_the_toll_stands_at_the_top(page: str) -> None:
    top = page[page.index("<h1>") : page.index("</header>", page.index("<h1>"))]
    assert re.search(r'class="figure"><bdi>killed[^<]*9', top)


def test_a_paper_that_carries_a_denial_in_two_sentences_is_listed_once(reader: Reader, tmp_path: Path, patient: type[TestClient]) -> None:
    path = tmp_path / "denied.sayso"
    told = (
        "The mayor of Mosul, Omar Haddad, accused the Islamic State of shelling the bakery on Sunday. The Islamic State denied that it had shelled "
        "the bakery. Its spokesman, Issa Kamal, denied on Monday that it had shelled the bakery. People queued for bread until the evening came. "
    )
    with Casefile.open(path, create=True) as casefile:
        for day, outlet in ((11, "Tigris Wire"), (12, "Evening Paper")):
            text = f"{outlet}\n\nMOSUL (Tigris Wire) - {told}"
            report = from_text(text, Known(published=f"2024-03-{day}", outlet=outlet, title=outlet))
            casefile.add(Taken(report, text.encode(), f"{day}.txt", "text"), reader.read(report))
        incident = max(situate(list(casefile.readings())).incidents, key=lambda one: sum(claim.stand == "denies" for claim in one.claims))
    browser = patient(create_app(str(path), Alone("key", 8123, "ann")), base_url="http://127.0.0.1:8123")
    browser.get("/?token=key")
    page = browser.get(f"/incident/{incident.id}").text

    against = page[page.index('class="stand denies"') :]
    carriers = re.search(r"The same word, carried by(.*?)</p>", against, re.S)
    assert carriers is not None
    assert carriers[1].count("Evening Paper") == 1


def test_an_outlet_whose_reporter_saw_it_is_an_origin_beside_the_word_that_it_gives(
    reader: Reader, tmp_path: Path, patient: type[TestClient]
) -> None:
    path = tmp_path / "seen.sayso"
    text = (
        "Rockets hit Mosul bakery\n\nMOSUL (Tigris Wire) - Rockets hit a bakery in Mosul on Sunday, a Tigris Wire reporter who saw it said. "
        "Rockets hit the bakery at dawn and killed 9 people, a nurse at the city's hospital said. People queued for bread until the evening came. "
    )
    with Casefile.open(path, create=True) as casefile:
        report = from_text(text, Known(published="2024-03-11", outlet="Tigris Wire", title="Rockets hit Mosul bakery"))
        casefile.add(Taken(report, text.encode(), "11.txt", "text"), reader.read(report))
        incident = max(situate(list(casefile.readings())).incidents, key=lambda one: len(one.claims))
    browser = patient(create_app(str(path), Alone("key", 8123, "ann")), base_url="http://127.0.0.1:8123")
    browser.get("/?token=key")
    page = browser.get(f"/incident/{incident.id}").text

    assert incident.origins_for >= 1
    grounds = page[page.index('class="stand asserts"') : page.index("The reader's grounds")]
    assert "Tigris Wire" in grounds
    assert "no origin" not in grounds
