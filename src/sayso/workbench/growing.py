"""A case kept merged while it is looked at, so that what a person corrects is seen at once and not when all has been worked out again."""

from collections.abc import Callable, Mapping
from threading import Event, Lock, Thread

from sayso.casefile import Casefile, CasefileError
from sayso.casefile.situations import keep
from sayso.situation.live import Live
from sayso.workbench.board import Board
from sayso.workbench.patched import patched, refreshed

LARGEST = 20_000
"""Reports; a larger case is not kept merged, which takes some 100 KB a report, and each change has it worked out anew."""
_AT_ONCE = 20
"""So many changed reports are taken in while a page waits for them."""
_PATIENCE = 0.2
_QUIET = 3.0
"""Seconds without a change, after which the whole is worked out anew from what is merged."""


class Growing:
    """The latest board of a casefile, brought up to each change. There is none until a board was made the long way and the case was merged
    beside it; where a change cannot be taken in, there is none until that was done again."""

    def __init__(self, case: str, parents: Mapping[str, str], finished: Callable[[Board], None], closing: Event | None = None) -> None:
        """`finished` is given each board with everything on it."""
        self._case = case
        self._parents = parents
        self._finished = finished
        self._closing = closing or Event()
        self._lock = Lock()
        self._live: Live | None = None
        self._board: Board | None = None
        self._changed = Event()
        self._refreshing: Thread | None = None

    def begin(self, board: Board) -> None:
        """Merge the case beside a board that was made the long way, in the background."""
        if len(board.heads) <= LARGEST:
            Thread(target=self._merge, args=(board,), name="growing", daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether there is a board."""
        return self._board is not None

    def board(self, casefile: Casefile) -> Board | None:
        """The board of the casefile as it is now; the one before while the whole is worked out. None where the long way must be gone."""
        if self._board is None:
            return None
        if not self._lock.acquire(timeout=_PATIENCE):
            before = self._board
            redacted = before is not None and casefile.changed_since(before.state[0]) is None
            return None if redacted else before
        try:
            return self._brought_up(casefile)
        finally:
            self._lock.release()

    def _brought_up(self, casefile: Casefile) -> Board | None:
        board, live, state = self._board, self._live, casefile.state()
        if board is None or live is None or board.state == state:
            return board
        reports = casefile.changed_since(board.state[0])
        decided = casefile.judgements()
        if reports is None or len(reports) > _AT_ONCE or any(one.one.fact.startswith("P") for one in decided):
            self._board = self._live = None
            return None
        readings = [casefile.reading(report) for report in reports]  # all, before anything of what is merged is taken out
        try:
            touched: set[str] = set()
            for reading in readings:
                if reading.report.id in live:
                    touched |= live.remove(reading.report.id)
                touched |= live.add(reading)
            touched |= live.decide(decided)
            self._board = patched(board, live, touched, reports, casefile, state)
        except BaseException:
            self._board = self._live = None  # what was taken in halfway is merged anew
            raise
        self._changed.set()
        return self._board

    def _merge(self, board: Board) -> None:
        with self._lock:
            if self._board is not None:
                return
            live = Live(self._parents)
            try:
                with Casefile.open(self._case, create=False) as casefile:
                    decided = casefile.judgements()
                    if any(one.one.fact.startswith("P") for one in decided):  # parties that people have joined are not known one by one
                        return
                    live.decide(decided)
                    live.extend(casefile.readings())
                    if casefile.state() != board.state:
                        return
            except CasefileError:
                return  # moved away or closed: the pages say so
            live.situation()
            self._live, self._board = live, board
            if self._refreshing is None:  # it goes on through every board there is
                self._refreshing = Thread(target=self._refresh, name="refreshing", daemon=True)
                self._refreshing.start()

    def _refresh(self) -> None:
        """Work out the whole when nothing has changed for a while, again and again."""
        while self._changed.wait():
            self._changed.clear()
            if self._closing.wait(_QUIET):
                return
            if self._changed.is_set():
                continue
            with self._lock:
                if self._board is None or self._live is None:
                    continue
                board = self._board = refreshed(self._board, self._live)
            self._finished(board)
            self._kept(board)

    def _kept(self, board: Board) -> None:
        """Keep the situation in the casefile, so that whoever opens it next need not work it out."""
        try:
            with Casefile.open(self._case, create=False) as casefile:
                keep(casefile, board.situation, board.state, self._parents)
        except CasefileError:
            pass  # moved away or closed: the pages say so
