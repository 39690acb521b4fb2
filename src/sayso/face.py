"""The Python face: from a text or a file to its reading, from readings to a table."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sayso.intake import Known, Limits, Refused, from_text, take
from sayso.model import Reading, Situation
from sayso.reading.languages import Languages, other_languages
from sayso.reading.pipeline import Reader

if TYPE_CHECKING:
    from sayso.casefile import Casefile


def read(
    text_or_path: str | Path, *, published: str | None = None, outlet: str | None = None, url: str | None = None, title: str | None = None
) -> Reading:
    """Read a text (a str) or a file (a Path). Raises ValueError with a sentence when it cannot be read.

    A report in another language than English is read by the installed plug-in for it; a file that no plug-in is for is refused.
    """
    known = Known(published=published, outlet=outlet, url=url, title=title)
    if isinstance(text_or_path, str):
        return _readers().read(from_text(text_or_path, known))
    limits = Limits(languages=other_languages() | {"en"})
    for taken in take([text_or_path], known, limits):
        if isinstance(taken, Refused):
            raise ValueError(f"{taken.source}: {taken.reason}")
        return _readers().read(taken.report)
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


@lru_cache(maxsize=1)
def _readers() -> Languages:
    return Languages(Reader())
