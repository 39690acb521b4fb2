"""Deeds that somebody says are not true, in the words of what others say of them: denied, on the word of who denies."""

import pytest

from sayso.intake.anatomy import from_row


@pytest.fixture
def told(reader):
    """The status of the one deed of a sentence, the name of who says so, and in which stance."""

    def make(sentence):
        reading = reader.read(from_row({"outlet": "Lake Wire", "published": "2021-03-04", "text": f"KANO, March 4 (Lake Wire) - {sentence}"}))
        (deed,) = [event for event in reading.events if event.type == "ASSAULT"]
        said = next((one for one in reading.statements if one.id == deed.according_to), None)
        names = {party.id: party.name for party in reading.parties}
        return deed.status, names.get(said.speaker or "") if said else None, said.stance if said else None

    return make


@pytest.mark.parametrize(("sentence", "stance"), [
    ("There was no truth in reports that its jets had bombed Kano, the army said.", "deny"),
    ("The allegation that troops shot 12 villagers is without foundation, the army said.", "deny"),
    ("The army described as baseless the accusation that its troops had killed 12 villagers.", "say"),
    ("The army disputed that its troops had killed 12 villagers.", "deny"),
    ("The army disputed a claim by residents that its troops had killed 12 villagers.", "deny"),
    ("The army contested the residents' account that soldiers had shot 12 villagers.", "deny"),
    ("The army denied a report that it had taken Kano.", "deny"),
    ("The army ruled out that its shells had hit the hospital.", "reject"),
])  # fmt: skip
def test_what_others_say_is_denied_by_who_has_it_for_false(told, sentence, stance):
    status, speaker, how = told(sentence)

    assert (status, how) == ("denied", stance)
    assert speaker in ("army", "Nigerian army")


@pytest.mark.parametrize("sentence", [
    "The army confirmed a report that its jets had bombed Kano.",
    "The army said reports that its jets had bombed Kano were right.",
    "The army did not dispute that its troops had killed 12 villagers.",
])  # fmt: skip
def test_what_is_not_called_false_is_not_denied(told, sentence):
    assert told(sentence)[0] != "denied"
