"""The boards of a casefile: made in the background, kept until the casefile changes."""

from collections import OrderedDict
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from threading import Lock

from sayso.casefile import Casefile
from sayso.situation import situate
from sayso.workbench.board import Board, lay_out

_KEPT = 6  # boards; each holds a whole situation
_PATIENCE = 2.0
"""Seconds that a page waits for a board before it says that it is being made."""

State = tuple[int, str]
Key = tuple[State, date | None]


class NotYet(Exception):  # noqa: N818 (no error: the page says that it is being made)
    """The board is being made."""


class Boards:
    """Hands out the board of a casefile's state and a day. One is made at a time, so that a slider does not start ten."""

    def __init__(self, case: str, parents: Mapping[str, str], patience: float = _PATIENCE) -> None:
        self._case = case
        self._parents = parents
        self._patience = patience
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="board")
        self._made: OrderedDict[Key, Future[Board]] = OrderedDict()

    def board(self, casefile: Casefile, as_of: date | None) -> Board:
        """The board of the casefile as it is now, as of a day. Raises NotYet while it is being made."""
        key = (casefile.state(), as_of)
        with self._lock:
            future = self._made.get(key)
            if future is None or (future.done() and future.exception()):
                future = self._made[key] = self._worker.submit(self._make, as_of)
            self._made.move_to_end(key)
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)[1].cancel()
        try:
            return future.result(timeout=self._patience)
        except TimeoutError:
            raise NotYet from None

    def _make(self, as_of: date | None) -> Board:
        with Casefile.open(self._case, create=False) as casefile:
            readings = list(casefile.readings())
        return lay_out(situate(readings, as_of, self._parents), readings)
