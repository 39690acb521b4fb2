"""What a report's own file says about it, beside its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Self

from sayso.model.codes import Medium, PartKind

DESCRIBED = ("title", "byline", "outlet", "url", "published")
"""The fields for which it is kept what says so."""


@dataclass(frozen=True)
class Found:
    """Metadata of a file. `published` and `retrieved` are ISO dates or times; `made` is a day before or on which it was published, where
    no more is known. `aside` are stretches of the text that are no part of the report: (kind, start, end).
    `basis` says what each field was found in."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    made: str | None = None
    retrieved: str | None = None
    medium: Medium | None = None
    aside: tuple[tuple[PartKind, int, int], ...] = ()
    basis: Mapping[str, str] = field(default_factory=dict)

    def by(self, basis: str) -> Self:
        """The same, with `basis` as what says each field."""
        return replace(self, basis={name: basis for name in DESCRIBED if getattr(self, name)})

    def inside(self, outer: Self) -> Self:
        """What is known of a report inside something else: by itself first, then by what it lies in (a feed's entry, a web archive's
        record). The address that it was fetched from comes before the one that it gives itself."""
        if outer == NOTHING_FOUND:
            return self
        first = {one.name for one in fields(self) if getattr(self, one.name)} - {"basis"}
        if outer.retrieved and outer.url:
            first.discard("url")
        values = {one.name: getattr(self if one.name in first else outer, one.name) for one in fields(self) if one.name != "basis"}
        basis = {name: (self if name in first else outer).basis.get(name, "") for name in DESCRIBED if values[name]}
        return type(self)(**values, basis=basis)


NOTHING_FOUND = Found()
