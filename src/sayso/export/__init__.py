"""Hand the readings over: one module for each format, each with `write(casefile, out)`."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.casefile import Casefile

FORMATS: dict[str, str] = {"jsonl": "one Reading a line, in the contract's JSON"}
"""Each format that there is, and what it is."""

Write = Callable[["Casefile", Path], int]


def writer(name: str) -> Write:
    """The function that writes a format; it gives the number of readings written. KeyError for a name not in FORMATS."""
    if name not in FORMATS:
        raise KeyError(name)
    write: Write = importlib.import_module(f"sayso.export.{name}").write
    return write
