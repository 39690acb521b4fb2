"""Processes that we start beside our own."""

import os
from multiprocessing import parent_process
from threading import Thread


def leave_with_parent() -> None:
    """In a process that was started by another: end with that one. Comes back at once."""
    Thread(target=_wait_and_leave, daemon=True).start()


def _wait_and_leave() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # it was killed and cannot tell us to stop
