"""What a report's own file says about it, beside its text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """Metadata of a file. `text` is the text taken out of it, None where the file is the text; `published` is an ISO date."""

    text: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


NOTHING_FOUND = Found()
