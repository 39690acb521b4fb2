"""The boards of a casefile: made in the background, kept until the casefile changes."""

from collections import OrderedDict, deque
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future
from datetime import date
from threading import Lock, Thread

from sayso.casefile import Casefile
from sayso.casefile.apart import large_situation_of
from sayso.workbench.board import Board, lay_out
from sayso.workbench.dealings import dealings_page
from sayso.workbench.filters import Question
from sayso.workbench.growing import Growing
from sayso.workbench.situation_page import situation_page

_KEPT = 6
_REPORTS = 60_000
"""So many boards are held at most, and of so many reports in all: each holds a whole situation."""
_PATIENCE = 2.0
"""Seconds that a page waits for a board before it says that it is being made."""

State = tuple[int, str]
Key = tuple[State, date | None]


class NotYet(Exception):  # noqa: N818 (no error: the page says that it is being made)
    """The board is being made."""


class Boards:
    """Hands out the board of a casefile's state and a day. One is made at a time, so that a slider does not start ten."""

    def __init__(self, case: str, parents: Mapping[str, str], patience: float = _PATIENCE, *, still: bool = False) -> None:
        """`still` says that the casefile does not change: nothing is kept merged for a change then."""
        self._still = still
        self._case = case
        self._parents = parents
        self._patience = patience
        self._lock = Lock()
        self._asked: deque[tuple[Future[Board], date | None]] = deque()
        self._maker: Thread | None = None
        self._made: OrderedDict[Key, Future[Board]] = OrderedDict()
        self._growing = Growing(case, parents, self._keep)

    @property
    def growing(self) -> bool:
        """Whether changes are taken in without working everything out again."""
        return self._growing.ready

    def board(self, casefile: Casefile, as_of: date | None) -> Board:
        """The board of the casefile as it is now, as of a day; while that takes long, the one before. NotYet where there is none, and
        where something was redacted since, which the one before would show."""
        if as_of is None and (grown := self._growing.board(casefile)) is not None:
            return grown
        key = (casefile.state(), as_of)
        with self._lock:
            self._drop_redacted(casefile)
            future = self._made.get(key)
            if future is None or future.cancelled() or (future.done() and future.exception()):
                for (_, other), waiting in self._made.items():
                    if other == as_of:
                        waiting.cancel()  # no effect on what is made or being made
                future = self._made[key] = self._begun(as_of)
            self._made.move_to_end(key)
            while len(self._made) > self._room():
                self._made.popitem(last=False)[1].cancel()
            before = self._latest(as_of)
        try:
            return future.result(timeout=self._patience)
        except (TimeoutError, CancelledError):
            if before is None:
                raise NotYet from None
            return before

    def _drop_redacted(self, casefile: Casefile) -> None:
        """Let go of every board that was made before a redaction, or is being made of what was there before."""
        oldest = min((line for (line, _), _ in self._made), default=None)
        if oldest is None or not casefile.redacted_after(oldest):
            return
        for key in [key for key in self._made if casefile.redacted_after(key[0][0])]:
            self._made.pop(key).cancel()

    def _keep(self, board: Board) -> None:
        """Take a board that was made elsewhere as that of its state."""
        situation_page(board, Question())
        dealings_page(board)
        future: Future[Board] = Future()
        future.set_result(board)
        with self._lock:
            self._made[board.state, None] = future

    def _room(self) -> int:
        """How many boards are held: as many as fit, and always two, which what changed between two days needs."""
        ready = [f.result() for f in self._made.values() if f.done() and not f.cancelled() and not f.exception()]
        largest = max((len(board.heads) for board in ready), default=1)
        return max(2, min(_KEPT, _REPORTS // max(1, largest)))

    def _latest(self, as_of: date | None) -> Board | None:
        """The newest board of a day that is ready."""
        ready = [f for (_, day), f in self._made.items() if day == as_of and f.done() and not f.cancelled() and not f.exception()]
        return max((f.result() for f in ready), key=lambda board: board.state[0], default=None)

    def _begun(self, as_of: date | None) -> Future[Board]:
        """A board that is made when those begun before are done, by one thread, however many are asked for: a daemon, so that nobody who ends
        the server waits for it."""
        future: Future[Board] = Future()
        self._asked.append((future, as_of))
        if self._maker is None:
            self._maker = Thread(target=self._make_what_is_asked, name="board", daemon=True)
            self._maker.start()
        return future

    def _make_what_is_asked(self) -> None:
        while True:
            with self._lock:
                if not self._asked:
                    self._maker = None
                    return
                future, as_of = self._asked.popleft()
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(self._make(as_of))
                except BaseException as error:
                    future.set_exception(error)

    def _make(self, as_of: date | None) -> Board:
        with Casefile.open(self._case, create=False) as casefile:
            state = casefile.state()
            situation = large_situation_of(casefile, self._case, as_of, self._parents)
            board = lay_out(situation, casefile.readings(), state)
        board.make_ready()  # now, and not when the first page waits for it
        situation_page(board, Question(as_of=as_of.isoformat() if as_of else ""))
        dealings_page(board)
        if as_of is None and not self._still:
            self._growing.begin(board)
        return board
