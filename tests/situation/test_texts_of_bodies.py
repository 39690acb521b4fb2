"""A text that a ministry, an army or a group publishes itself is that body's word. Invented reports, read and merged."""

import pytest


def owners(situation):
    """The organisation behind each origin, by id."""
    return {origin.owner for origin in situation.origins}


def test_a_ministrys_own_text_and_its_spokesman_are_one_origin(merged):
    situation = merged(
        ("Ministry of National Defence", "2031-05-09", "N'DJAMENA - On Thursday our helicopters struck a camp near Iriba in eastern Chad."),
        ("Sahel Wire",
         "2031-05-10", "ABECHE, Chad (Sahel Wire) - Helicopters struck a camp near Iriba in Chad on Thursday, "
         "the defence ministry said."),
    )

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_a_press_office_speaks_for_its_body(merged):
    situation = merged(
        ("Hamas press office", "2031-05-07", "Hamas fighters destroyed a tank near Rafah on Tuesday."),
        ("Sea Wire", "2031-05-07", "Hamas fighters destroyed a tank near Rafah on Tuesday, the group said in a statement."),
    )

    assert "voice:hamas press office" not in owners(situation)


def test_an_army_denies_in_its_own_text_what_others_tell(merged):
    situation = merged(
        ("Sahel Wire",
         "2031-05-06", "ABECHE, Chad (Sahel Wire) - Planes bombed the town of Iriba in Chad on Sunday, "
         "killing 14 people, the Lake Rescue League said."),
        ("Ministry of Defence",
         "2031-05-07", "N'DJAMENA - It is untrue that civilians died in Iriba in Chad on Sunday. Our planes "
         "do not attack Chadians."),
    )  # fmt: skip

    (dispute,) = [one for one in situation.disputes if one.kind == "denied"]
    assert len(dispute.sides) == 2


def test_that_no_soldier_fell_denies_no_raid(merged):
    situation = merged(
        ("Sahel Wire",
         "2031-05-06", "ABECHE, Chad (Sahel Wire) - Rebels raided the town of Iriba in Chad on Sunday, "
         "killing nine people, the Lake Rescue League said."),
        ("Ministry of Defence", "2031-05-07", "N'DJAMENA - Not one soldier died in Iriba in Chad on Sunday."),
    )  # fmt: skip

    assert not [one for one in situation.disputes if one.kind == "denied"]


TOLD = ("Lake Wire", "2031-05-06", "ABECHE, Chad (Lake Wire) - Hill fighters abducted nine pupils at Iriba in Chad on Sunday, the mayor said.")


@pytest.mark.parametrize(
    ("outlet", "text", "denied"),
    [
        ("Hill Defence Council, communiqué", "No abduction took place at Iriba in Chad on Sunday.", True),
        ("Hill Front (press release)", "No abduction of any kind by men of ours, whatever they say, took place at Iriba in Chad on Sunday.", True),
        ("Front Page Daily", "No abduction took place at Iriba in Chad on Sunday.", False),
        ("South Front", "No abduction took place at Iriba in Chad on Sunday.", False),
        ("Army Times", "No abduction took place at Iriba in Chad on Sunday.", False),
        ("Hill Front (press release)", "Only the mayor was asked, and no abduction took place at Iriba in Chad on Sunday.", True),
    ],
)
def test_who_fights_or_rules_denies_in_a_text_of_his_own_and_a_newspaper_does_not(merged, outlet, text, denied):
    situation = merged(TOLD, (outlet, "2031-05-07", text))

    assert ([one.kind for one in situation.disputes] == ["denied"]) == denied


def test_that_not_one_was_is_a_denial_of_others_deeds_too(merged):
    told = ("Lake Wire", "2031-05-06", "Hill fighters burned nine houses in Iriba in Chad on Sunday, the mayor said.")
    text = 'A captain spoke of the fires. "Not a single house in Iriba in Chad was burned by hill fighters on Sunday," said the captain, Omar Nadir.'
    situation = merged(told, ("Courier", "2031-05-07", text))

    assert [one.kind for one in situation.disputes] == ["denied"]
