"""A workbench for a team: who signs in, with what role, how often, and what is signed with whose name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.workbench.app import create_app
from sayso.workbench.door import Team
from sayso.workbench.limiter import Limiter
from sayso.workbench.people import People, PeopleError, PeopleFile, Person, hashed, matches, read_people, write_person
from sayso.workbench.proxy import SECRET_HEADER, Proxy, secret_in

HERE = "https://case.example.org"
PASSWORD = "four words in a row"
SECRET = "thirty-two characters of a secret"
Opens = Callable[..., TestClient]


@pytest.fixture(scope="module")
def people() -> People:
    kept = hashed(PASSWORD)
    return People({name: Person(name, role, kept) for name, role in (("rita", "reader"), ("cem", "coder"), ("eva", "editor"))})  # type: ignore[arg-type]


@pytest.fixture
def opens(case: Path, people: People) -> Opens:
    def open_browser(header: str | None = None, limiter: Limiter | None = None, **headers: str) -> TestClient:
        headers = {SECRET_HEADER: SECRET, **headers} if header else headers
        app = create_app(str(case), Team(lambda: people, HERE, Proxy(SECRET, header) if header else None), limiter=limiter)
        return TestClient(app, base_url=HERE, follow_redirects=False, headers={"origin": HERE, **headers})

    return open_browser


def signed_in(opens: Opens, name: str) -> TestClient:
    browser = opens()
    assert browser.post("/signin", data={"name": name, "password": PASSWORD}).status_code == 303
    return browser


def test_nobody_sees_anything_but_the_page_to_sign_in_at(opens: Opens) -> None:
    browser = opens()
    assert browser.get("/reports").headers["location"] == "/signin"
    assert "Sign in" in browser.get("/signin").text
    assert browser.get("/static/sayso.css").status_code == 200
    assert browser.post("/decide", data={}).status_code == 403
    assert "Reports" not in browser.get("/signin").text


def test_nothing_is_read_of_a_request_that_is_too_large_or_does_not_say_how_large_it_is(opens: Opens) -> None:
    def body(pieces: int) -> Iterator[bytes]:
        for _ in range(pieces):
            yield b"name=" + b"a" * 100_000

    form = {"content-type": "application/x-www-form-urlencoded"}
    for browser, path in ((opens(), "/signin"), (signed_in(opens, "eva"), "/decide"), (signed_in(opens, "eva"), "/add")):
        for headers in ({}, {"content-length": "60000000"}, {"content-length": "100", "transfer-encoding": "chunked"}, {"content-length": "-1"}):
            answer = browser.post(path, content=body(3), headers=form | headers)
            assert (answer.status_code, "Nothing was read of it" in answer.text) == (413, True), (path, headers)
    assert signed_in(opens, "rita").post("/add", content=b"a", headers=form | {"content-length": "2000000"}).status_code == 403
    large = {"files": ("large.txt", b"Nothing happened. " * 100_000)}
    assert signed_in(opens, "eva").post("/add", files=large, data={"published": "yesterday"}).status_code == 400  # it was read


def test_a_wrong_password_and_an_unknown_name_are_told_alike_and_not_for_ever(opens: Opens) -> None:
    browser = opens()
    answers = [browser.post("/signin", data={"name": name, "password": "wrong"}) for name in ("eva", "nobody")]
    assert {one.status_code for one in answers} == {403}
    assert answers[0].text.replace("eva", "") == answers[1].text.replace("nobody", "")
    for _ in range(3):
        browser.post("/signin", data={"name": "eva", "password": "wrong"})
    late = browser.post("/signin", data={"name": "eva", "password": PASSWORD})
    assert late.status_code == 429
    assert "set-cookie" not in late.headers


def test_with_a_secret_the_proxy_alone_says_from_where_somebody_asks(case: Path, people: People) -> None:
    def tries(sent: dict[str, str]) -> list[int]:
        browser = TestClient(create_app(str(case), Team(lambda: people, HERE, Proxy(SECRET))), base_url=HERE, headers={"origin": HERE})
        wrong = {"name": "nobody", "password": "guess"}
        return [browser.post("/signin", data=wrong, headers={"x-forwarded-for": f"203.0.113.{n}", **sent}).status_code for n in range(7)]

    assert tries({SECRET_HEADER: SECRET}) == [403] * 7  # seven places
    assert tries({}) == tries({SECRET_HEADER: "a guess"}) == [403] * 5 + [429] * 2  # one program on this machine


def test_the_place_is_what_the_proxy_saw_and_not_what_it_was_told(people: People) -> None:
    team = Team(lambda: people, HERE)

    def place(*forwarded: str) -> str:
        headers = [(b"x-forwarded-for", one.encode()) for one in forwarded]
        return team.place(Request({"type": "http", "client": ("127.0.0.1", 4000), "headers": headers}))

    assert place("198.51.100.9") == "198.51.100.9"
    assert place("10.9.9.9, 198.51.100.9") == place("10.9.9.9", "198.51.100.9") == place("10.9.9.9, 198.51.100.9, 127.0.0.1") == "198.51.100.9"
    assert place() == place("", " , ") == "127.0.0.1"


def test_the_session_is_a_cookie_that_only_this_address_gets_and_ends(opens: Opens) -> None:
    browser = opens()
    cookie = browser.post("/signin", data={"name": "eva", "password": PASSWORD}).headers["set-cookie"].lower()
    assert cookie.startswith("__host-sayso=")
    for part in ("httponly", "samesite=strict", "secure", "path=/"):
        assert part in cookie
    assert "eva" in browser.get("/reports").text

    browser.post("/signout")

    assert browser.get("/reports").headers["location"] == "/signin"


def test_a_session_does_not_outlive_the_password_it_was_begun_with(case: Path) -> None:
    now = {"eva": Person("eva", "editor", hashed(PASSWORD))}
    browser = TestClient(create_app(str(case), Team(lambda: People(now), HERE)), base_url=HERE, follow_redirects=False, headers={"origin": HERE})
    browser.post("/signin", data={"name": "eva", "password": PASSWORD})
    now["eva"] = replace(now["eva"], role="reader")
    assert browser.get("/reports").status_code == 200

    now["eva"] = Person("eva", "editor", hashed("another four words now"))

    assert browser.get("/reports").headers["location"] == "/signin"


def test_nobody_keeps_a_colleague_out_by_trying_their_name(people: People) -> None:
    clock = [0.0]
    team = Team(lambda: people, HERE, clock=lambda: clock[0])

    assert [team.may_try("eva", "10.0.0.66") for _ in range(6)] == [True] * 5 + [False]
    assert team.may_try("eva", "10.0.0.2")
    assert not team.may_try("rita", "10.0.0.66")
    guesses = sum(team.may_try("eva", f"10.1.{n // 200}.{n % 200}") for n in range(1000))
    assert guesses < 100  # from a thousand places at once


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [
        ("rita", "/decide", 403), ("rita", "/code/pilot", 403), ("rita", "/add", 403), ("rita", "/join", 403), ("rita", "/undo", 403),
        ("cem", "/decide", 403), ("cem", "/undo", 403), ("cem", "/codings", 403), ("cem", "/adjudicate/pilot", 403), ("cem", "/code/pilot", 409),
        ("eva", "/decide", 400), ("eva", "/undo", 409),
    ],
)  # fmt: skip
def test_what_a_role_may_not_do_is_refused(opens: Opens, name: str, path: str, status: int) -> None:
    assert signed_in(opens, name).post(path, data={"nothing": "1"}).status_code == status


def test_a_reader_is_shown_nothing_to_decide_with(opens: Opens) -> None:
    browser = signed_in(opens, "rita")
    rooms = browser.get("/reports").text
    for path in ("/review", "/add", "/codings"):
        assert f'href="{path}"' not in rooms
    assert 'href="/handover"' in rooms


@pytest.mark.parametrize("path", ["/code/pilot", "/agreement/pilot", "/code/pilot/text/0123", "/code/pilot/new/0123/events", "/new/0123/events"])
def test_a_page_that_takes_another_role_says_so_to_whoever_asked(opens: Opens, path: str) -> None:
    answer = signed_in(opens, "rita").get(path)

    assert answer.status_code == 403
    assert "<bdi>rita</bdi>" in answer.text
    assert "A reader looks and hands over" in answer.text


def test_what_is_done_is_signed_with_the_persons_name(opens: Opens, case: Path) -> None:
    browser = signed_in(opens, "eva")
    with Casefile.open(case, create=False) as casefile:
        reading = next(one for one in casefile.readings() if one.events)
    sent = {"report": reading.report.id, "layer": "events", "fact": reading.events[0].id, "action": "confirm"}

    assert browser.post("/decide", data=sent).status_code == 303

    with Casefile.open(case, create=False) as casefile:
        assert [one.who for one in casefile.corrections()] == ["eva"]
        assert casefile.log()[-1].operator == "eva"


def test_a_form_from_elsewhere_is_refused_and_another_host_is_too(opens: Opens) -> None:
    browser = signed_in(opens, "eva")
    assert browser.post("/undo", headers={"origin": "https://evil.example"}).status_code == 403
    assert browser.get("/reports", headers={"host": "evil.example"}).status_code == 403


def test_a_proxy_says_who_it_is_and_there_are_no_passwords(opens: Opens) -> None:
    browser = opens("X-Remote-User", **{"X-Remote-User": "rita"})
    assert browser.get("/reports").status_code == 200
    assert browser.post("/decide", data={}).status_code == 403
    assert opens("X-Remote-User", **{"X-Remote-User": "mallory"}).get("/reports").status_code == 403
    assert opens("X-Remote-User").get("/reports").status_code == 403
    assert opens("X-Remote-User").post("/signin", data={"name": "eva", "password": PASSWORD}).status_code == 403
    for other in ("", SECRET[:-1], SECRET + "x"):  # another program on the machine
        assert opens("X-Remote-User", **{"X-Remote-User": "eva", SECRET_HEADER: other}).get("/reports").status_code == 403
    without = signed_in(opens, "cem").get("/reports", headers={"X-Remote-User": "eva"})
    assert "(coder)" in without.text  # a header counts only where it was asked for


def test_whoever_asks_too_often_waits(opens: Opens) -> None:
    now = [0.0]
    browser = opens("X-Remote-User", Limiter(3, 1.0, lambda: now[0]), **{"X-Remote-User": "rita"})
    assert [browser.get("/reports").status_code for _ in range(4)] == [200, 200, 200, 429]
    now[0] = 1.0
    assert [browser.get("/reports").status_code for _ in range(2)] == [200, 429]


def test_passwords_are_kept_as_salted_hashes() -> None:
    one, other = hashed(PASSWORD), hashed(PASSWORD)
    assert one != other
    assert PASSWORD not in one
    assert matches(PASSWORD, one)
    assert not matches(PASSWORD + " ", one)
    for broken in ("", "scrypt:1:2", "plain:" + PASSWORD, "scrypt:3:8:1:AAAA:AAAA"):
        assert not matches(PASSWORD, broken)


def test_the_file_of_people_is_written_read_and_watched(tmp_path: Path) -> None:
    path = tmp_path / "people.toml"
    write_person(path, Person("eva", "editor", hashed(PASSWORD)), "eva")
    write_person(path, Person("rita", "reader"), "rita")
    assert path.stat().st_mode & 0o777 == 0o600
    watched = PeopleFile(path)
    assert watched().signs_in("eva", PASSWORD) is not None
    assert watched().signs_in("rita", "") is None
    with pytest.raises(PeopleError, match=r"ewa is not in .*people.toml: there are eva, rita\."):
        write_person(path, None, "ewa")
    write_person(path, None, "eva")
    assert watched().person("eva") is None
    assert watched().person("rita") == Person("rita", "reader")
    path.write_text("[broken")
    assert watched().person("rita") is None


@pytest.mark.parametrize(
    ("content", "mode", "said"),
    [("[ann]\nrole = 'king'\n", 0o600, "needs a role"), ("[ann", 0o600, "no list of people"), ("[ann]\nrole = 'reader'\n", 0o644, "Others on this")],
)
def test_a_file_of_people_that_cannot_be_used_is_named(tmp_path: Path, content: str, mode: int, said: str) -> None:
    (tmp_path / "people.toml").write_text(content)
    (tmp_path / "people.toml").chmod(mode)
    with pytest.raises(PeopleError, match=said):
        read_people(tmp_path / "people.toml")
    with pytest.raises(PeopleError, match="cannot be read"):
        read_people(tmp_path / "missing.toml")
    with pytest.raises(PeopleError, match="is no name"):
        write_person(tmp_path / "new.toml", None, 'a"b')


def test_the_proxys_secret_is_made_once_and_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    made = secret_in(path)
    assert len(made) > 40
    assert path.stat().st_mode & 0o777 == 0o600
    assert secret_in(path) == made
    path.chmod(0o604)
    with pytest.raises(PeopleError, match="Everybody on this machine can read"):
        secret_in(path)
    path.chmod(0o600)
    path.write_text("short")
    with pytest.raises(PeopleError, match="shorter than 16"):
        secret_in(path)
    with pytest.raises(PeopleError, match="cannot be written"):
        secret_in(tmp_path / "none" / "secret")
