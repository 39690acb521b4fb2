"""A text read, and what its deeds are asked for by a word: shared by the tests of who, whom, where and when."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sayso.model import Event, Reading, Report
from sayso.reading.pipeline import Reader


@dataclass(frozen=True)
class Told:
    """One text of a report of 9 June 2023, a Friday."""

    reading: Reading

    def deed(self, word: str) -> Event:
        """The first event of which a trigger has this word; the test fails where there is none."""
        spans = ((event, span) for event in self.reading.events for span in (event.trigger, *event.also))
        found = next((event for event, span in spans if word in self.reading.words(span)), None)
        assert found is not None, f"no event at {word!r}"
        return found

    def doers(self, word: str) -> list[str]:
        """Who does it."""
        return self._names(self.deed(word).actors)

    def befallen(self, word: str) -> list[str]:
        """Whom it befalls."""
        return self._names(self.deed(word).recipients)

    def place(self, word: str) -> str:
        """Where; "-" where nothing says."""
        place = self.deed(word).place
        return next((one.name for one in self.reading.places if one.id == place), "-")

    def day(self, word: str) -> str:
        """The first day on which it may have been; "-" where nothing says."""
        when = self.deed(word).when
        return (when.earliest if when else None) or "-"

    def _names(self, ids: tuple[str, ...]) -> list[str]:
        names = {party.id: party.name for party in self.reading.parties}
        return [names[party] for party in ids]


@pytest.fixture(scope="session")
def told(reader: Reader) -> Callable[[str], Told]:
    """Read a text."""
    return lambda text: Told(reader.read(Report(id="0" * 64, text=text, published="2023-06-09", published_basis="given")))
