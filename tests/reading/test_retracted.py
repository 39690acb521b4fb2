"""What is taken back: nobody asserts it any more, and it is told as denied."""

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader


def read(reader: Reader, text: str):
    return reader.read(Report(id="e" * 64, text=text, outlet="Lake Radio", published="2030-06-12", published_basis="given"))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lake Radio retracts its report of 9 June that army jets bombed a school in Tarsa and killed 40 pupils.", "Lake Radio"),
        ("The rebels withdrew their claim that the army had shelled the market.", "rebels"),
        ("The army took back its statement that the rebels had burned the village.", "army"),
        ("The newspaper retracted a story that said the army shelled the camp on Monday.", "newspaper"),
        ("Correction: an earlier version of this report said that rebels had shelled the market.", None),
    ],
)
def test_what_is_taken_back_is_denied(reader: Reader, text: str, speaker: str | None) -> None:
    reading = read(reader, text)
    names = {party.id: party.name for party in reading.parties}

    assert {event.status for event in reading.events if event.type == "ASSAULT"} == {"denied"}
    assert [(one.stance, names[one.speaker]) for one in reading.statements if one.speaker] == ([("deny", speaker)] if speaker else [])


@pytest.mark.parametrize(
    "text",
    [
        "The rebels did not withdraw their claim that the army had shelled the market.",
        "The rebels repeated their claim that the army had shelled the market.",
        "The army withdrew its tanks after reports that rebels had shelled the market.",
    ],
)
def test_what_is_upheld_is_not(reader: Reader, text: str) -> None:
    assert "denied" not in {event.status for event in read(reader, text).events if event.type == "ASSAULT"}


def test_the_clause_says_what_was_reported_and_not_its_day(reader: Reader) -> None:
    reading = read(reader, "The agency published a report by officials of 9 June that rebels had shelled the market.")

    assert not any(one.content and reading.report.text[slice(*one.content[0])].startswith("9 June") for one in reading.statements)
