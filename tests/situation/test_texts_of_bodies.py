"""A text that a ministry, an army or a group publishes itself is that body's word. Invented reports, read and merged."""


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
