"""The Python face: from a text or a file to its reading, from readings to a table."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from sayso.intake import Known, Limits, Refused, from_text, take
from sayso.model import Reading, Report, Situation
from sayso.reading.pipeline import Reader

if TYPE_CHECKING:
    from sayso.casefile import Casefile

READERS = "sayso.readers"
"""The entry-point group in which another package offers a reader of another language: the language's ISO 639 code, and a function
that makes an object with `read(report) -> Reading`."""


class ReadsReports(Protocol):
    """A reader of reports in some language."""

    def read(self, report: Report) -> Reading:
        """What the report says."""
        ...


def read(
    text_or_path: str | Path, *, published: str | None = None, outlet: str | None = None, url: str | None = None, title: str | None = None
) -> Reading:
    """Read a text (a str) or a file (a Path). Raises ValueError with a sentence when it cannot be read.

    A report in another language than English is read by the installed plug-in for it; a file that no plug-in is for is refused.
    """
    known = Known(published=published, outlet=outlet, url=url, title=title)
    if isinstance(text_or_path, str):
        report = from_text(text_or_path, known)
        return _reader_for(report.language or "en").read(report)
    others = frozenset(point.name for point in entry_points(group=READERS))
    for taken in take([text_or_path], known):
        if isinstance(taken, Refused) and others:
            again = next(iter(take([text_or_path], known, Limits(any_language=True))))
            taken = taken if isinstance(again, Refused) or again.report.language not in others else again
        if isinstance(taken, Refused):
            raise ValueError(f"{taken.source}: {taken.reason}")
        return _reader_for(taken.report.language or "en").read(taken.report)
    raise ValueError(f"{text_or_path}: there is no report in it")


def to_frame(source: "Reading | Iterable[Reading] | Casefile | Situation", layer: str, library: Literal["pandas", "polars"] = "pandas") -> Any:
    """A layer as a data frame of pandas or polars: of readings the columns of the CSV export (`reports` is a layer, too), of a
    Situation its own fields. Raises ValueError for a layer that there is not, ImportError where the library is not installed.
    """
    import importlib

    frames = importlib.import_module(library)
    if isinstance(source, Situation):
        if not isinstance(getattr(source, layer, None), tuple) or layer == "reports":
            layers = ", ".join(name for name in Situation.model_fields if isinstance(getattr(source, name), tuple) and name != "reports")
            raise ValueError(f"a Situation has no layer {layer!r}; it has {layers}")
        return frames.DataFrame([one.model_dump(mode="json") for one in getattr(source, layer)])
    from sayso.export.layers import tables
    from sayso.export.material import Material

    material = Material(_readings(source))
    found = {name: (columns, rows) for name, columns, rows in tables(material)}
    if layer not in found:
        raise ValueError(f"a Reading has no layer {layer!r}; it has {', '.join(found)}")
    columns, rows = found[layer]
    whole = list(rows)
    return frames.DataFrame({name: [row[number] for row in whole] for number, name in enumerate(columns)})


def _readings(source: "Reading | Iterable[Reading] | Casefile") -> tuple[Reading, ...]:
    if isinstance(source, Reading):
        return (source,)
    return tuple(source.readings() if hasattr(source, "readings") else source)


@lru_cache(maxsize=4)
def _reader_for(language: str) -> ReadsReports:
    """The plug-in for a language, else the English reader."""
    for point in entry_points(group=READERS, name=language):
        made: ReadsReports = point.load()()
        return made
    return _english()


@lru_cache(maxsize=1)
def _english() -> Reader:
    return Reader()
