"""What a person corrects is on the board at once, and is what working everything out again would give."""

import random
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile, CasefileError, Decision
from sayso.casefile.situations import is_kept
from sayso.evaluate.generated import readings
from sayso.intake import Taken
from sayso.model.situation import Incident
from sayso.situation import Live, situate
from sayso.workbench.board import Board, lay_out
from sayso.workbench.boards import Boards
from sayso.workbench.columns import FACETS
from sayso.workbench.patched import patched, refreshed

Look = Callable[..., TestClient]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("grown") / "made.sayso"
    with Casefile.open(path, create=True) as case:
        for number, one in enumerate(readings(40, days=8)):
            case.add(Taken(one.report, f"{number} {one.report.text}".encode(), "made", "text"), one)
    return path


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Path:
    """A copy of the casefile for one test to change."""
    path = tmp_path / "made.sayso"
    path.write_bytes(made.read_bytes())
    return path


def changes(case: Casefile, chance: random.Random) -> list[str]:
    """Some decisions as people make them: kinds corrected, facts rejected, a party renamed, happenings joined and parted."""
    reports = [row.id for row in case.reports()]
    some = chance.sample(reports, 4)
    case.decide(Decision(some[0], "edit", "E1", layer="events", after={"type": "PROTEST", "mode": None}))
    case.decide(Decision(some[1], "reject", "E2", layer="events"))
    case.decide(Decision(some[2], "edit", "P1", layer="parties", after={"name": "Front of the Hills", "entry": None}))
    case.decide(Decision(some[3], "merge", "E3", layer="events", others=(f"{some[0]}:E4",)))
    case.decide(Decision(some[1], "split", "E1", layer="events", others=(f"{some[2]}:E1",)))
    return some


def anew(case: Casefile) -> Board:
    found = list(case.readings())
    return lay_out(situate(found, decided=case.judgements()), found, case.state())


@pytest.mark.parametrize("seed", range(6))
def test_a_patched_board_has_the_incidents_of_one_made_anew(own: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Casefile.open(own, create=False) as case:
        live = Live()
        live.extend(case.readings())
        live.situation()
        board = anew(case)
        for _ in range(2):
            changes(case, chance)
            reports = case.changed_since(board.state[0])
            assert reports
            touched = set()
            for one in reports:
                touched |= live.remove(one) | live.add(case.reading(one))
            touched |= live.decide(case.judgements())
            board = patched(board, live, touched, reports, case, case.state())
        whole = anew(case)

    assert [one.id for one in board.incidents] == [one.id for one in whole.incidents]
    assert but_for_fighting(board.incidents) == but_for_fighting(whole.incidents)
    assert board.words == whole.words
    assert board.place_of == whole.place_of
    assert board.incident_of == whole.incident_of
    assert list(board.weights) == list(whole.weights)
    assert {one.id: one.name for one in board.situation.parties}.items() >= {one.id: one.name for one in whole.situation.parties}.items()
    assert {one.id: one for one in board.situation.disputes} == {one.id: one for one in whole.situation.disputes}
    for name in FACETS:
        ours, theirs = board.columns.facets[name], whole.columns.facets[name]
        for value in {*ours.names, *theirs.names}:
            assert list(ours.positions(value)) == list(theirs.positions(value)), (name, value)
    for name in ("first", "last", "conflict", "origins_for", "unnamed", "contested", "lat", "lon"):
        assert np.array_equal(getattr(board.columns, name), getattr(whole.columns, name), equal_nan=name in ("lat", "lon")), name
    assert refreshed(board, live).situation.to_json() == whole.situation.to_json()


def test_boards_take_a_correction_in_without_working_all_out_again(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boards = Boards(str(own), {}, patience=60)
    with Casefile.open(own, create=False) as case:
        first = boards.board(case, None)
        until(lambda: boards.growing)
        monkeypatch.setattr(Boards, "_make", lambda *_: pytest.fail("worked out anew"))
        report = first.incidents[0].claims[0]
        case.decide(Decision(report.report, "edit", report.event, layer="events", after={"type": "PROTEST", "mode": None}))
        second = boards.board(case, None)
        assert second.state == case.state() != first.state
        assert second.incidents[second.place_of[second.incident_of[report.report, report.event]]] not in first.incidents


def test_what_was_worked_out_after_a_correction_is_kept_for_whoever_opens_the_casefile_next(own: Path) -> None:
    boards = Boards(str(own), {}, patience=60)
    with Casefile.open(own, create=False) as case:
        report = boards.board(case, None).incidents[0].claims[0]
        until(lambda: boards.growing)
        case.decide(Decision(report.report, "edit", report.event, layer="events", after={"type": "PROTEST", "mode": None}))
        assert not is_kept(case, None, {})
        boards.board(case, None)
        until(lambda: is_kept(case, None, {}))
        assert case.verify() == []


def test_a_redaction_is_worked_out_anew(own: Path) -> None:
    boards = Boards(str(own), {}, patience=60)
    with Casefile.open(own, create=False) as case:
        gone = boards.board(case, None).situation.reports[0]
        until(lambda: boards.growing)
        case.forget(gone)
        assert gone not in boards.board(case, None).situation.reports


def test_however_often_all_is_merged_anew_one_thread_works_out_the_whole(own: Path) -> None:
    before = set(threading.enumerate())
    boards = Boards(str(own), {}, patience=60)
    with Casefile.open(own, create=False) as case:
        for _ in range(3):
            gone = boards.board(case, None).situation.reports[0]
            until(lambda: boards.growing)
            case.forget(gone)
            boards.board(case, None)
        until(lambda: boards.growing)
    assert sum(one.name == "refreshing" for one in set(threading.enumerate()) - before) == 1


def test_a_change_that_cannot_be_read_now_is_on_the_board_when_it_can(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boards = Boards(str(own), {}, patience=60)
    with Casefile.open(own, create=False) as case:
        report = boards.board(case, None).incidents[0].claims[0]
        until(lambda: boards.growing)
        case.decide(Decision(report.report, "reject", report.event, layer="events"))
        reading = Casefile.reading
        for good in range(3):  # so many readings are read before it is busy
            left = iter([True] * good)
            monkeypatch.setattr(Casefile, "reading", lambda *given, left=left: reading(*given) if next(left, False) else busy())
            with suppress(CasefileError):
                boards.board(case, None)
        monkeypatch.undo()
        board = boards.board(case, None)
        until(lambda: boards.board(case, None).state == case.state())
        board = boards.board(case, None)
        assert (report.report, report.event) not in board.incident_of
        assert [one.id for one in board.incidents] == [one.id for one in anew(case).incidents]


def busy() -> None:
    raise CasefileError("busy")


def test_after_a_correction_the_page_says_nothing_of_waiting(look: Look) -> None:
    browser = look()
    page = browser.get("/").text
    assert "being worked out" not in page
    report = browser.get("/reports").text.split('href="/report/')[1][:64]
    sent = {"report": report, "layer": "events", "fact": "E1", "action": "reject", "back": "/review"}
    assert browser.post("/decide", data=sent).status_code == 303
    assert "being worked out" not in browser.get("/").text


def but_for_fighting(incidents: Iterable[Incident]) -> list[Incident]:
    """Who is a party to the conflict depends on the whole case, and is worked out with it."""
    return [
        one.model_copy(update={
            "parties_among_origins": 0, "claims": tuple(claim.model_copy(update={"party_to_conflict": False}) for claim in one.claims)
        })
        for one in incidents
    ]  # fmt: skip


def until(true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it took too long")
