"""The fighters of a people are not the army of the country in which the people lives."""

import pytest

from sayso.model import Report
from sayso.reading.names.knowledge import knowledge
from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(("text", "party"), [
    ("Bosnian Croat troops shelled the bridge.", "Bosnian Croat troops"),
    ("Iraqi Kurdish forces took the oil field.", "Iraqi Kurdish forces"),
    ("The Bosnian Serb army left the hill.", "Bosnian Serb army"),
    ("Serb forces burnt the school.", "Serb forces"),
])  # fmt: skip
def test_they_have_a_name_of_their_own(reader: Reader, text: str, party: str) -> None:
    assert [one.name for one in reader.read(Report(id="0" * 64, text=text)).parties][:1] == [party]


@pytest.mark.parametrize(("name", "nation"), [
    ("Israel", "IL"), ("Israeli settlers", "IL"), ("the Azeris", "AZ"), ("South Korean soldiers", "KR"), ("Kurdish forces", "people:Kurdish"),
    ("Islamic State", None), ("State Department", None), ("fighters", None),
])  # fmt: skip
def test_the_nation_that_a_name_is_of(reader: Reader, name: str, nation: str | None) -> None:
    """By whole words of the tables: "United States" and "Islamic State" share letters and no nation."""
    assert knowledge(reader.lexicon).nation(name) == nation
