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
        ("The radio has checked and withdrawn its claim that the army had shelled the market.", "radio"),
        ("The claim that the army had shelled the market was withdrawn by the monitor on Friday.", "monitor"),
        ("The report that the army shelled the market was wrong and has been retracted by the radio.", "radio"),
        ("The Lake Monitor said it had withdrawn its report of 9 June that army jets bombed a school in Tarsa.", "Lake Monitor"),
        ("The radio retracted a post that said the army shelled the camp on Monday.", "radio"),
        ("Correction: an earlier version of this report said that rebels had shelled the market.", None),
        ("We retract our report that army jets bombed a school in Tarsa on Tuesday.", None),
        ("We apologise and retract our report that army jets bombed a school in Tarsa on Tuesday.", None),
        ("Retraction: We withdraw our story that said army jets bombed a school in Tarsa on Tuesday.", None),
        ("Our report that army jets bombed a school in Tarsa on Tuesday has been retracted.", None),
        ("Our report on Tuesday that army jets bombed a school in Tarsa was wrong and has been retracted.", None),
        ("This newspaper retracts its report that army jets bombed a school in Tarsa on Tuesday.", None),
    ],
)
def test_what_is_taken_back_is_denied(reader: Reader, text: str, speaker: str | None) -> None:
    reading = read(reader, text)
    names = {party.id: party.name for party in reading.parties}

    assert {event.status for event in reading.events if event.type == "ASSAULT"} == {"denied"}
    denying = [(one.stance, names[one.speaker]) for one in reading.statements if one.speaker and one.stance != "say"]
    assert denying == ([("deny", speaker)] if speaker else [])


def test_the_outlet_takes_it_back_in_its_own_voice(reader: Reader) -> None:
    assert read(reader, "We retract our report that army jets bombed a school in Tarsa on Tuesday.").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The rebels did not withdraw their claim that the army had shelled the market.",
        "The rebels repeated their claim that the army had shelled the market.",
        "The army withdrew its tanks after reports that rebels had shelled the market.",
        "The monitor refused to withdraw its accusation that the army had shelled the market.",
        "The rebels demanded that the army withdraw its claim that rebels had shelled the market.",
        "The radio should retract its report that army jets bombed a school in Tarsa.",
        "The radio must retract its report that army jets bombed a school in Tarsa.",
        "The radio may retract its report that army jets bombed a school in Tarsa.",
        "The radio will retract its report that army jets bombed a school in Tarsa.",
        "The radio said it would retract its report that army jets bombed a school in Tarsa.",
        "The radio reportedly retracted its report that army jets bombed a school in Tarsa.",
        "The radio has yet to retract its report that army jets bombed a school in Tarsa.",
        "If the monitor withdraws its report that the army shelled the market, the talks will go on.",
        "The radio retracts its report that the army shelled the market if it is given proof.",
        "Did the monitor withdraw its claim that the army had shelled the market?",
        "The claim that the army had shelled the market has not been withdrawn.",
        "The army called on the monitor to retract its report that soldiers had shelled the market.",
        "The army forced the radio to withdraw its report that soldiers had shelled the market.",
    ],
)
def test_what_is_upheld_is_not(reader: Reader, text: str) -> None:
    assert "denied" not in {event.status for event in read(reader, text).events if event.type == "ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody withdrew the claim that the army had shelled the market.",
        "Neither side withdrew its claim that the other had shelled the market.",
        "Few papers withdrew the claim that the army had shelled the market.",
        "Lake Radio corrected the statement that army jets bombed a school and 30 were killed, putting the toll at 50.",
        "Lake Radio corrected its report that 40 pupils were killed when jets bombed a school. The toll is 14.",
        "A previous version of the truce text said that rebels had shelled the market.",
        "An earlier version of the UN report said that rebels had shelled the market.",
    ],
)
def test_what_nobody_takes_back_stays_told(reader: Reader, text: str) -> None:
    assert {event.status for event in read(reader, text).events if event.type == "ASSAULT"} == {"happened"}


def test_who_denies_a_retraction_stands_by_his_word(reader: Reader) -> None:
    reading = read(reader, "The radio denied that it had withdrawn its report that the army had shelled the market.")
    said = {reading.report.text[slice(*one.content[0])]: one.stance for one in reading.statements}

    assert said["the army had shelled the market"] == "say"


@pytest.mark.parametrize(
    "text",
    [
        "The rebels took back two posts that the army had captured in May.",
        "The rebels took back the post that the army had seized.",
        "The rebels withdrew from the post that the army had seized.",
        "The bank withdrew the account that the rebels had used to buy arms.",
        "The army took back the reports that the rebels had seized.",
    ],
)
def test_what_is_no_word_of_anybodys_is_not_taken_back(reader: Reader, text: str) -> None:
    reading = read(reader, text)

    assert "denied" not in {event.status for event in reading.events}
    assert "deny" not in {one.stance for one in reading.statements}


@pytest.mark.parametrize(
    "text", ["The army retracted its denial that it had shelled the market.", "The army withdrew its statement that it had not shelled the market."]
)
def test_a_denial_that_is_taken_back_denies_nothing(reader: Reader, text: str) -> None:
    reading = read(reader, text)

    assert {event.status for event in reading.events if event.type == "ASSAULT"} == {"possible"}
    assert not reading.statements


def test_the_clause_says_what_was_reported_and_not_its_day(reader: Reader) -> None:
    reading = read(reader, "The agency published its report of 9 June that rebels had shelled the market.")

    assert not any(one.content and reading.report.text[slice(*one.content[0])].startswith("9 June") for one in reading.statements)
