"""Files taken apart in a process of its own: one that takes for ever, or that a library dies of, costs itself alone."""

from collections.abc import Generator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from sayso.intake import Known, Limits, Refused, Taken, take

_TO_START = 60.0
"""Seconds that the process may take to begin."""


class Taking:
    """Takes one file apart at a time. The process is started with the first and kept."""

    def __init__(self, seconds: float) -> None:
        """`seconds` is the time that a file may take for each report in it."""
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def take(self, path: Path, known: Known, limits: Limits) -> Generator[Taken | Refused]:
        """As intake's `take` of that one path. What takes too long, and what the process dies of, is refused with a sentence."""
        whole = False
        try:
            pipe = self._pipe or self._started()
            pipe.send((path, known, limits))
            while pipe.poll(self._seconds):
                one = pipe.recv()
                if one is None:
                    whole = True
                    return
                yield one
            yield Refused(path.name, f"took more than {self._seconds:g} seconds to take apart, and was given up. Read it from a terminal: sayso read")
        except (EOFError, OSError):
            yield Refused(path.name, "could not be taken apart: the process that tried died of it. The other files are read.")
        finally:
            if not whole:  # what it still has to say is of this file
                self._ended()

    def _started(self) -> Connection:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_take_what_is_asked, args=(theirs,), name="taking", daemon=True)
        self._process.start()
        theirs.close()
        if self._pipe.poll(_TO_START):
            self._pipe.recv()
        return self._pipe

    def _ended(self) -> None:
        """Let go of the process, whatever it is doing."""
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
        self._process = self._pipe = None


def _take_what_is_asked(pipe: Connection) -> None:
    pipe.send(None)
    while True:
        try:
            path, known, limits = pipe.recv()
        except EOFError:  # nobody asks any more
            return
        for one in take([path], known, limits):
            pipe.send(one)
        pipe.send(None)
