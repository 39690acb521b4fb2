"""Reports in other languages: readers that installed packages offer, beside the English one."""

from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from sayso.model import ReaderVersion, Reading, Report

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

GROUP = "sayso.readers"
"""The entry-point group in which another package offers a reader: the language's ISO 639-1 code, and a function that makes a ReadsReports."""


class ReadsReports(Protocol):
    """A reader of reports in some language. Like ours it is a pure function of the report and of its own version."""

    version: ReaderVersion
    """Which reader it is; the same as in its Readings. Another version counts as another reader."""

    def read(self, report: Report) -> Reading:
        """What the report says. Raises any Exception where it cannot tell; the other reports are read."""
        ...


def other_languages() -> frozenset[str]:
    """The codes of the languages, besides English, that an installed plug-in reads."""
    return frozenset(point.name for point in entry_points(group=GROUP)) - {"en"}


def plug_ins() -> tuple[str, ...]:
    """Which packages read other languages, and in which version: what reading depends on beside the English reader. Loads none of them."""
    points = (point for point in entry_points(group=GROUP) if point.name != "en")
    return tuple(sorted(f"{point.name} {point.value} {point.dist.version if point.dist else ''}".strip() for point in points))


class Languages:
    """The English reader, and for a report in another language the plug-in for it, where there is one. It is used like a Reader."""

    def __init__(self, english: "Reader") -> None:
        self.english = english
        self.version = english.version
        """The English reader's; `version_of` tells whose a report's is."""
        self._loaded: dict[str, ReadsReports] = {}

    def version_of(self, report: Report) -> ReaderVersion:
        """The version of the reader that reads this report."""
        return self._for(report).version

    def read(self, report: Report) -> Reading:
        """What the report says. Raises TypeError where a plug-in gives no Reading of it."""
        reader = self._for(report)
        reading = reader.read(report)
        if not isinstance(reading, Reading) or reading.report.id != report.id or reading.reader != reader.version:
            raise TypeError(f"the plug-in that reads {report.language!r} gave no Reading of this report with its own version")
        return reading

    def try_many(self, reports: Iterable[Report], batch_size: int = 32) -> Iterator[Reading | Exception]:
        """The Reading of each report, in order; where a reader fails on one, its error in its place."""
        for reader, group in groupby(reports, self._for):
            if reader is self.english:
                yield from self.english.try_many(group, batch_size)
                continue
            for report in group:
                try:
                    yield self.read(report)
                except Exception as error:  # whatever a stranger's package does
                    yield error

    def _for(self, report: Report) -> "Reader | ReadsReports":
        language = report.language or "en"
        if language == "en":
            return self.english
        if language not in self._loaded:
            for point in entry_points(group=GROUP, name=language):
                self._loaded[language] = point.load()()
        return self._loaded.get(language, self.english)
