"""The formats that are read, in the order in which an input's first bytes are shown to them; the user's own come first."""

import importlib
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from sayso.intake.format import Format

GROUP = "sayso.formats"
"""The entry-point group that a format of your own is named in."""
MODULES = ("pdf", "parquet", "archive", "workbook", "squeezed", "warc", "feed", "html", "mail", "mbox", "jsonl", "posts", "table", "text")
"""The modules of ours, each with its FORMAT; text, which takes what nobody else does, comes last."""


@dataclass(frozen=True)
class Broken:
    """A user's format that could not be loaded, and why."""

    name: str
    reason: str


def own_formats() -> list[Format | Broken]:
    """The formats that installed packages name, in the order of their names."""
    return [_loaded(point) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)]


def _loaded(point: EntryPoint) -> Format | Broken:
    try:
        found = point.load()
    except Exception as error:  # whatever a stranger's package does when it is imported
        return Broken(point.name, f"{type(error).__name__}: {error}")
    return found if isinstance(found, Format) else Broken(point.name, f"{point.value} is no sayso.intake.Format")


@cache
def formats() -> tuple[Format, ...]:
    """All that can be loaded. A format of the user's own may replace one of ours by its name."""
    own = [one for one in own_formats() if isinstance(one, Format)]
    ours: Iterable[Format] = (importlib.import_module(f"sayso.intake.{name}").FORMAT for name in MODULES)
    return (*own, *(one for one in ours if one.name not in {o.name for o in own}))


def named(name: str) -> Format:
    """The format called so. Raises KeyError where there is none."""
    return {one.name: one for one in reversed(formats())}[name]


def recognised(head: bytes, name: str) -> Format | None:
    """The format whose first bytes these are; None where only plain text is left."""
    for one in formats()[:-1]:
        try:
            if one.recognises(head, name):
                return one
        except Exception as error:
            sys.stderr.write(f"the format {one.name} failed to look at {name!a} ({type(error).__name__}: {error}); passed over\n")
    return None
