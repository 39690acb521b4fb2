"""The Python face: one call from a text or a file to its reading."""

from functools import lru_cache
from pathlib import Path

from sayso.intake import Known, Refused, from_text, take
from sayso.model import Reading
from sayso.reading.pipeline import Reader


def read(
    text_or_path: str | Path, *, published: str | None = None, outlet: str | None = None, url: str | None = None, title: str | None = None
) -> Reading:
    """Read a text (a str) or a file (a Path). Raises ValueError with a sentence when it cannot be read."""
    known = Known(published=published, outlet=outlet, url=url, title=title)
    if isinstance(text_or_path, str):
        return _reader().read(from_text(text_or_path, known))
    for taken in take([text_or_path], known):
        if isinstance(taken, Refused):
            raise ValueError(f"{taken.source}: {taken.reason}")
        return _reader().read(taken.report)
    raise ValueError(f"{text_or_path}: there is no report in it")


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader()
