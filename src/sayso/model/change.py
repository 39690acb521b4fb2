"""What changed in a situation between two days."""

from typing import Literal

from sayso.model.base import IsoTime, Noun

Changed = Literal["incident", "dispute", "thread", "control", "forecast"]


class Change(Noun):
    """One thing that is new, gone or other than it was. `before` and `after` say in a few words what differs."""

    what: Changed
    id: str
    kind: Literal["new", "changed", "gone"]
    before: str | None = None
    after: str | None = None


class Changes(Noun):
    """All changes between two situations of one case, and the reports that came in between."""

    since: IsoTime | None
    until: IsoTime | None
    reports: tuple[str, ...]
    changes: tuple[Change, ...]
