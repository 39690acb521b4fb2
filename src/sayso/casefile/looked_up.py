"""The readings of a casefile as a mapping that loads each one when it is first asked for."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from sayso.casefile.readable import Readable
from sayso.model import Reading


class LookedUp(Mapping[str, Reading]):
    """Readings by report id, with people's corrections. The casefile must stay open for as long as it is asked."""

    def __init__(self, case: Readable) -> None:
        self._case = case
        self._loaded: dict[str, Reading] = {}

    def __getitem__(self, report: str) -> Reading:
        if report not in self._ids:
            raise KeyError(report)
        if report not in self._loaded:
            self._loaded[report] = self._case.reading(report)
        return self._loaded[report]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    @cached_property
    def _ids(self) -> dict[str, None]:
        return {row.id: None for row in self._case.reports()}
