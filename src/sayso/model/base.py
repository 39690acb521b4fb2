"""What every noun shares: frozen, checked at construction, the same JSON in and out."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


class Noun(BaseModel):
    """A frozen record. Unknown fields are refused, so a renamed field is an error and not a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True, validate_by_alias=True)

    def to_json(self) -> str:
        """One line of JSON, UTF-8 characters as they are."""
        return self.model_dump_json()


def _ordered(span: tuple[int, int]) -> tuple[int, int]:
    if not 0 <= span[0] < span[1]:
        raise ValueError(f"a span starts at 0 or later and ends after its start; got [{span[0]}, {span[1]}]")
    return span


Span = Annotated[tuple[int, int], AfterValidator(_ordered)]
"""`[start, end]`: offsets in Unicode code points into `report.text`, end exclusive."""


def _iso(value: str) -> str:
    (date if len(value) == 10 else datetime).fromisoformat(value)
    return value


IsoTime = Annotated[str, AfterValidator(_iso)]
"""An ISO 8601 date, or date and time."""

Confidence = Annotated[float, Field(ge=0, le=1)]


def _text(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        half = f"half a surrogate pair (\\u{ord(value[error.start]):04x}) at character {error.start + 1}"
        raise ValueError(f"it has {half}, which is no text: it can be neither stored nor read") from None
    return value


Text = Annotated[str, AfterValidator(_text)]
"""A string that has a form in UTF-8. Python's own may hold half a surrogate pair, which has none."""


class Interval(Noun):
    """The days (or instants) that something may lie between, both inclusive; an open end is None."""

    earliest: IsoTime | None
    latest: IsoTime | None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.earliest and self.latest and self.earliest[:10] > self.latest[:10]:
            raise ValueError(f"an interval's earliest ({self.earliest}) comes after its latest ({self.latest})")
        return self


class Quoted(Noun):
    """A span together with its words, so that a later reader can tell whether the text still says so."""

    span: Span
    words: str

    def check(self, text: str) -> None:
        """Raise ValueError when `text` does not have these words at this span. Nothing is searched for: a moved quotation is an error."""
        found = text[self.span[0] : self.span[1]]
        if found != self.words:
            raise ValueError(f"the text has {found!r} at {list(self.span)}, not {self.words!r}")
