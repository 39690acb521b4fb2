"""A large casefile's situation worked out in a process of its own, which gives all the room back that merging takes."""

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from multiprocessing import get_context

from sayso._processes import leave_with_parent
from sayso.casefile.casefile import Casefile
from sayso.casefile.records import CasefileError
from sayso.casefile.situations import is_kept, packed_of, situation_of
from sayso.model import Situation

LARGE = 5_000
"""From so many lines of the log on a process of its own is worth the second that it takes to start."""


def large_situation_of(case: Casefile, name: str, as_of: date | None, parents: Mapping[str, str]) -> Situation:
    """As a lean `situation_of`; where the casefile called `name` is large, another process works it out and keeps it, and it is loaded from there.

    Raises CasefileError where that process died, which most likely means that there is not enough memory.
    """
    _made_apart(case, name, as_of, parents)
    return situation_of(case, as_of, parents, lean=True)


def packed_situation_of(case: Casefile, name: str, as_of: date | None, parents: Mapping[str, str]) -> bytes:
    """That situation packed, for `items_in`, without the whole of it in memory where the casefile keeps it. Raises as above."""
    _made_apart(case, name, as_of, parents)
    return packed_of(case, as_of, parents)


def _made_apart(case: Casefile, name: str, as_of: date | None, parents: Mapping[str, str]) -> None:
    if case.state()[0] < LARGE or is_kept(case, as_of, parents):
        return
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=leave_with_parent) as pool:
        try:
            pool.submit(_keep, name, as_of, dict(parents)).result()
        except BrokenProcessPool:
            said = "The process that worked out the situation died; it may need more memory than there is."
            raise CasefileError(f"{said} `sayso situation {case.name}` tries again.") from None


# --- in the other process ---------------------------------------------------------------------------------------------


def _keep(name: str, as_of: date | None, parents: Mapping[str, str]) -> None:
    with Casefile.open(name, create=False) as case:
        situation_of(case, as_of, parents)
