"""A situation as shards: a folder for each kind of thing, in it files of JSON Lines that put behind one another are the whole list."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

_LINES = 100_000


class Shards:
    """Writes one line after another, so many to a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.counts: Counter[str] = Counter()
        self._open: dict[str, TextIO] = {}

    def write(self, kind: str, lines: Iterable[str]) -> None:
        """Put lines behind what was written of this kind."""
        (self._folder / kind).mkdir(parents=True, exist_ok=True)
        for line in lines:
            number, within = divmod(self.counts[kind], _LINES)
            if not within:
                self._close(kind)
                self._open[kind] = (self._folder / kind / f"{number:05d}.jsonl").open("w", encoding="utf-8", newline="\n")
            self._open[kind].write(line + "\n")
            self.counts[kind] += 1

    def close(self) -> None:
        """End all files."""
        for kind in list(self._open):
            self._close(kind)

    def _close(self, kind: str) -> None:
        file = self._open.pop(kind, None)
        if file is not None:
            file.close()
