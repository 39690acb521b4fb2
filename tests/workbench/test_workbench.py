"""The workbench's pages, asked for as a browser would, without one."""

from functools import reduce
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from sayso.casefile import Casefile
from sayso.intake import Known, Taken, from_text
from sayso.reading.pipeline import Reader
from sayso.workbench.app import create_app
from sayso.workbench.door import Alone
from sayso.workbench.marking import paragraphs

TOKEN = "the-token-of-this-start"
EVIL = (
    "\u202eSpokesman <script>alert(1)</script> Karim Saleh said on Monday that “<img src=x onerror=alert(1)>” was a lie.\n\n"
    "{{ 7*7 }} The Northern Front attacked Qasr, residents said.\n"
)


@pytest.fixture(scope="module")
def case(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "<b>case<i>.sayso"
    report = from_text(EVIL, Known(published="2024-03-12", outlet="<script>alert(2)</script>", title="<h1>x</h1>{{ 7*7 }}"))
    with Casefile.open(path, create=True) as casefile:
        casefile.add(Taken(report, EVIL.encode(), "evil.txt", "text"), reader.read(report))
    return path


@pytest.fixture
def browser(case: Path, patient: type[TestClient]) -> TestClient:
    return patient(create_app(str(case), Alone(TOKEN, 8123, "ann")), base_url="http://127.0.0.1:8123", follow_redirects=False)


def test_without_the_token_no_page_opens(browser: TestClient) -> None:
    for path in ("/", "/?token=wrong", "/static/sayso.css", "/report/abc"):
        assert browser.get(path).status_code == 403


def test_the_printed_address_opens_it_and_the_token_leaves_the_address(browser: TestClient) -> None:
    first = browser.get(f"/?token={TOKEN}")
    assert first.status_code == 303
    assert first.headers["location"] == "/"
    assert "httponly" in first.headers["set-cookie"].lower()
    assert "samesite=strict" in first.headers["set-cookie"].lower()
    assert browser.get("/").status_code == 200


def test_another_host_name_is_refused(browser: TestClient) -> None:
    assert browser.get(f"/?token={TOKEN}", headers={"host": "evil.example:8123"}).status_code == 403


def test_every_answer_forbids_foreign_and_inline_script(browser: TestClient) -> None:
    policy = browser.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_hostile_texts_do_nothing(browser: TestClient) -> None:
    browser.get(f"/?token={TOKEN}")
    index = browser.get("/reports").text
    link = index.split('href="/report/')[1].split('"')[0]
    lists = ("/", "/reports", "/talks", "/sources", "/disputes")
    for path in (*lists, *(f"/report/{link}?layer={layer}" for layer in ("statements", "events", "parties", "places", "times", "figures"))):
        page = browser.get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
        assert "<b>case" not in page.text
        assert "49" not in page.text.split("<main")[1].split("sha256")[0].replace("%49", "")


def test_an_unknown_report_or_page_is_said_so(browser: TestClient) -> None:
    browser.get(f"/?token={TOKEN}")
    assert browser.get("/report/ffff").status_code == 404
    assert browser.get("/nowhere").status_code == 404


def test_the_token_leads_to_no_other_host(browser: TestClient) -> None:
    for path in ("//elsewhere.example/", "///elsewhere.example/", "/%5Celsewhere.example/"):
        location = browser.get(f"http://127.0.0.1:8123{path}?token={TOKEN}").headers["location"]
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\"))


def test_two_workbenches_keep_their_cookies_apart(case: Path) -> None:
    names = set()
    for port in (8123, 8124):
        other = TestClient(create_app(str(case), Alone(TOKEN, port, "ann")), base_url=f"http://127.0.0.1:{port}", follow_redirects=False)
        names.add(other.get(f"/?token={TOKEN}").headers["set-cookie"].split("=")[0])
    assert len(names) == 2


def test_a_casefile_that_went_away_is_said_on_a_page_of_ours(tmp_path: Path) -> None:
    app = create_app(str(tmp_path / "gone.sayso"), Alone(TOKEN, 8123, "ann"))
    browser = TestClient(app, base_url="http://127.0.0.1:8123", follow_redirects=False)
    browser.get(f"/?token={TOKEN}")
    for path in ("/", "/report/ffff"):
        answer = browser.get(path)
        assert answer.status_code == 503
        assert "There is no casefile" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


@given(st.text(alphabet="ab \n“", max_size=60), st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 60), st.integers(1, 20)), max_size=6))
def test_marking_keeps_every_character_and_marks_what_it_should(text: str, raw: list[tuple[str, int, int]]) -> None:
    marks = [(fact, a, min(a + n, len(text))) for fact, a, n in raw if a < len(text)]
    shown = paragraphs(text, marks)
    assert ["".join(s.text for s in p.stretches) for p in shown] == [line for line in text.split("\n") if line.strip()]
    marked = {fact for p in shown for s in p.stretches for fact in s.facts}
    assert marked <= {fact for fact, _, _ in marks}
    for p in shown:
        for stretch in p.stretches:
            assert set(stretch.starts) <= set(stretch.facts)


def test_pages_answer_to_head_as_to_get(browser: TestClient) -> None:
    browser.get(f"/?token={TOKEN}")
    for path in ("/", "/reports", "/talks", "/review", "/add", "/search?q=x"):
        answer = browser.head(path)
        assert answer.status_code == browser.get(path).status_code
        assert answer.text == ""


def test_a_failure_gets_a_page_of_ours_with_the_same_policy(case: Path, patient: type[TestClient], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("sayso.workbench.look.situation_page", broken)
    app = create_app(str(case), Alone(TOKEN, 8123, "ann"))
    browser = patient(app, base_url="http://127.0.0.1:8123", follow_redirects=False, raise_server_exceptions=False)
    browser.get(f"/?token={TOKEN}")
    answer = browser.get("/")
    assert answer.status_code == 500
    assert "Nothing in the casefile was changed" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_day_that_is_none_is_answered_with_no_other_day(browser: TestClient) -> None:
    browser.get(f"/?token={TOKEN}")
    for address in ("/?as_of=yesterday", "/?since=9999-99-99", "/talks?as_of=2019-02-30", "/changes?since=2019-13-01", "/dealings?as_of=now"):
        answer = browser.get(address)
        assert answer.status_code == 400, address
        assert "is no day of the calendar, written as 2019-01-28" in answer.text


def test_senseless_filters_are_left_out(browser: TestClient) -> None:
    browser.get(f"/?token={TOKEN}")
    for query in ("box=1,2,x,4", "page=0", "page=99999999999999999999", "rests=%00", "party=%F0%9F%92%A3&type=<b>"):
        page = browser.get(f"/?{query}")
        assert page.status_code == 200, query
        ours = ("<b>Nothing here", "<b>What the reports", "<b><bdi>", "tell of <b>")
        assert "<b>" not in reduce(lambda text, tag: text.replace(tag, ""), ours, page.text.split("<main")[1])
