"""A limit of time for one piece of work, so that a report made to take for ever, or one that nobody foresaw, takes its time and no more."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from sayso.intake.terms import TimeUpError

_AGAIN_SECONDS = 1.0
"""The alarm goes on ringing, in case the work takes the first one for an error of its own and goes on."""


@contextmanager
def time_limit(seconds: float | None, advice: str = "") -> Iterator[Callable[[], None]]:
    """Raise TimeUpError in the body after so many seconds, counted anew from each call of what is given. Its sentence ends with `advice`.

    Without `seconds`, outside the main thread and on Windows, where no alarm can be set, there is no limit. A library that runs in C
    for long is stopped when it comes back to Python.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    due: float | None = monotonic() + seconds

    def up(_number: int, _frame: object) -> None:
        if due is not None and monotonic() >= due:
            raise TimeUpError(f"took longer than {seconds:g} s{advice}")

    def again() -> None:
        nonlocal due
        due = monotonic() + seconds
        signal.setitimer(signal.ITIMER_REAL, seconds + 0.01, _AGAIN_SECONDS)

    before = signal.signal(signal.SIGALRM, up)
    try:
        again()
        yield again
    finally:
        due = None
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
