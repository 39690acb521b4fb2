"""While a board is made anew, the one before it is shown; but not what was redacted since."""

import threading
from contextlib import suppress
from datetime import date
from threading import Event

import pytest

from sayso.casefile import Casefile
from sayso.casefile.apart import large_situation_of
from sayso.workbench.boards import Boards, NotYet


@pytest.fixture
def slow(monkeypatch):
    """Lets the first board be made at once, and every later one when it is set; nothing grows meanwhile."""
    go, made = Event(), []

    def wait(*given):
        if made:
            go.wait(20)
        made.append(1)
        return large_situation_of(*given)

    monkeypatch.setattr("sayso.workbench.boards.large_situation_of", wait)
    monkeypatch.setattr("sayso.workbench.boards.Growing.board", lambda *_: None)
    yield go
    go.set()


def test_the_board_before_is_shown_while_one_is_made(case, slow):
    boards = Boards(str(case), {}, patience=0.1)
    with Casefile.open(case, create=False) as casefile:
        first = _ready(boards, casefile)
        casefile.handed_over("export", "/somewhere")

        assert boards.board(casefile, None) is first
        slow.set()
        assert _ready(boards, casefile).state == casefile.state()


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("take_out", [lambda case, _: case.redact(("Qasr Observatory",)), lambda case, report: case.forget(report)])
def test_but_not_one_with_what_was_redacted_since(case, take_out):
    boards = Boards(str(case), {}, patience=0.1)
    with Casefile.open(case, create=False) as casefile:
        first = _ready(boards, casefile)
        take_out(casefile, next(iter(first.heads)))

        with pytest.raises(NotYet):
            boards.board(casefile, None)


def test_however_many_days_are_asked_for_one_board_is_made_at_a_time(case, slow):
    before = set(threading.enumerate())
    boards = Boards(str(case), {}, patience=0.01)
    with Casefile.open(case, create=False) as casefile:
        _ready(boards, casefile)
        for day in range(1, 20):
            with suppress(NotYet):
                boards.board(casefile, date(2024, 3, day))
        assert sum(one.name == "board" for one in set(threading.enumerate()) - before) == 1

        slow.set()
        last = None
        while last is None:
            with suppress(NotYet):
                last = boards.board(casefile, date(2024, 3, 19))
        assert str(last.situation.as_of) == "2024-03-19"


def _ready(boards, casefile):
    """The board of now, waited for."""
    while True:
        try:
            board = boards.board(casefile, None)
        except NotYet:
            continue
        if board.state == casefile.state():
            return board
