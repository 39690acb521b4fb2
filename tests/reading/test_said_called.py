"""Speakers that are described before they are named, and bodies that speak through a part of theirs. Every sentence is invented."""

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A baker who hid for two nights, Lena Moro, told the Courier that the army had burnt the school.", "Lena Moro"),
        ("The mother of two of the missing, Dana Moro, said the bomb was thrown from a car.", "Dana Moro"),
        ("Three shepherds were shot dead, said one of their neighbours, Pavel Moro.", "Pavel Moro"),
        ("The desert branch of Islamic State said that it had attacked Idlib.", "Islamic State"),
        ("Men of the Free Syrian Army entered Idlib overnight, their command said.", "Free Syrian Army"),
        ("The undersecretary of the Interior Ministry, Nizar Benali, said that gunmen had shelled Idlib.", "Nizar Benali"),
        ("The rebels had shelled Idlib, said the cadi Musa Bello, who went there on foot.", "Musa Bello"),
        ("Five fitters were handed over to elders in Idlib on Wednesday, their employer, NUPCO, said.", "NUPCO"),
        ("Omar Said, an aide to the TPLF, said in a short message that the army had burnt the harvest.", "Omar Said"),
    ],
)
def test_who_speaks_is_the_one_who_is_named(reader: Reader, text: str, name: str) -> None:
    reading = reader.read(Report(id="0", text=text, published="2031-05-09"))

    (statement,) = reading.statements
    assert [party.name for party in reading.parties if party.id == statement.speaker] == [name]
    assert not statement.anonymous


@pytest.mark.parametrize("text", [
    "The gunmen stopped the bus and shot the guard, said a cook who had hidden under a seat.",
    "A resident of the port, Latakia, said that the army had shelled it.",
])  # fmt: skip
def test_who_is_not_named_stays_unnamed(reader: Reader, text: str) -> None:
    (statement,) = reader.read(Report(id="0", text=text, published="2031-05-09")).statements

    assert statement.anonymous


@pytest.mark.parametrize(("text", "called"), [
    ("A photographer of the magazine, Der Spiegel, said soldiers had beaten him in Idlib.", "Der Spiegel"),
    ("A neighbour of the victim, Salim, said that the army had shelled Idlib.", "Salim"),
    ("A pilot for the carrier, Turkish Airlines, said that a shell had hit Idlib.", "Turkish Airlines"),
])  # fmt: skip
def test_a_name_behind_another_noun_may_be_that_ones(reader: Reader, text: str, called: str) -> None:
    reading = reader.read(Report(id="0", text=text, published="2031-05-09"))

    (statement,) = reading.statements
    assert called not in [party.name for party in reading.parties if party.id == statement.speaker]


@pytest.mark.parametrize("next_sentence", ["These reports are false.", "The claims that it was late are false."])
def test_what_the_next_sentence_calls_false_is_told_all_the_same(reader: Reader, next_sentence: str) -> None:
    text = f"Shepherds gave reports that the Free Syrian Army had attacked a convoy in Idlib on Friday. {next_sentence}"
    reading = reader.read(Report(id="0", text=text, published="2031-05-09"))

    assert [event.status for event in reading.events if reading.words(event.trigger) == "attacked"] == ["happened"]
