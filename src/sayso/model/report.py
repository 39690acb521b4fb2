"""A report: the text that was read, its anatomy, and where it came from."""

from pydantic import Field

from sayso.model.base import IsoTime, Noun, Span, Text
from sayso.model.codes import Medium, PartKind, PublishedBasis


class Part(Noun):
    """One stretch of the report's anatomy. Parts do not overlap; what is in none of them is blank."""

    kind: PartKind
    span: Span


class Dateline(Noun):
    """Where the report was filed, which is not where things happened. `place` is filled by the reading."""

    place: str | None = None
    outlet: str | None = None
    span: Span


class Origin(Noun):
    """Whose text this is: an agency's, the outlet's own, or unknown (None); `basis` says how that is known."""

    name: str | None = None
    basis: str = "unknown"


class Appearance(Noun):
    """One publication of this text. The same text under another outlet, address or date is one more appearance."""

    outlet: Text | None = None
    url: Text | None = None
    published: IsoTime | None = None
    retrieved: IsoTime | None = None


class Report(Noun):
    """A report as it was read. `id` is the sha256 of the original bytes; `text` never changes afterwards.

    `medium` is set for what is no press report: a tweet, another post, a message in a channel, a mail. `basis` says, for each of
    title, outlet, byline, url and published that is known, what says so: "given with the report", "the text", "the mail's headers".
    """

    id: str
    title: Text | None = None
    outlet: Text | None = None
    byline: Text | None = None
    editor: Text | None = None
    url: Text | None = None
    language: str | None = None
    medium: Medium | None = None
    basis: dict[str, str] = Field(default_factory=dict)
    dateline: Dateline | None = None
    published: IsoTime | None = None
    published_basis: PublishedBasis = "unknown"
    published_range: tuple[IsoTime, IsoTime] | None = None
    origin: Origin = Origin()
    appearances: tuple[Appearance, ...] = ()
    parts: tuple[Part, ...] = ()
    text: Text = Field(repr=False)
