"""Benchmarks in the form in which their makers hand them out, as rows: each form is one module here with `rows(path)`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso.evaluate.originals import articles, brat, cat, re3d, timeml, timex2

Rows = Callable[[Path], list[dict[str, Any]]]

def _times(path: Path) -> list[dict[str, Any]]:
    """Both are called *.xml."""
    return cat.times(path) if cat.is_cat(path) else timex2.rows(path)


FORMS: dict[str, tuple[tuple[str, str, Rows], ...]] = {
    "timexes": (
        ("*.tml", "TimeML", timeml.rows),
        ("*.sgm", "TIMEX2", timex2.rows),
        ("*.sgml", "TIMEX2", timex2.rows),
        ("*.xml", "TIMEX2 or CAT", _times),
    ),
    "toponyms": (("*.xml", "XML of articles", articles.rows),),
    "quotes": (("*.ann", "brat's standoff", brat.rows),),
    "mentions": (("*.xml", "ECB+'s CAT", cat.mentions),),
    "names": (("documents.json", "re3d's JSON Lines", re3d.rows),),
}
"""Of each field of a row the files that may hold it: their name, what they are called in a sentence, and what reads them."""


def rows_of(path: Path, field: str) -> list[dict[str, Any]]:
    """The rows of a file, or of the files anywhere in a folder, that are in a maker's own form for sets with `field`; none where there are
    none. Raises ValueError, naming the file, for one that is broken."""
    rows = []
    for pattern, _, read in FORMS.get(field, ()):
        files = sorted(path.rglob(pattern)) if path.is_dir() else [path] if path.match(pattern) else []
        rows += [row for file in files for row in read(file)]
    return rows


def forms_of(field: str) -> str:
    """What may stand for JSON Lines with a field: " and no TimeML (*.tml)"; nothing where nothing may."""
    named = [f"{what} ({pattern})" for pattern, what, _ in FORMS.get(field, ())]
    return "".join(f" and no {one}" for one in named)
