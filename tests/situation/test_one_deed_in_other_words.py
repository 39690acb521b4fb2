"""What reports tell of one deed in other words, on other days or of a person by another name. Invented reports, read and merged."""


def of_type(situation, kind):
    """The incidents of a type."""
    return [one for one in situation.incidents if one.type == kind]


def test_who_was_detained_and_is_held_was_taken_once(merged):
    situation = merged((
        "Sahel Wire", "2031-05-20",
        "On 12 May soldiers detained the teacher Idriss Barka at his school in Iriba. Idriss Barka is held in a barracks, his wife said.",
    ))  # fmt: skip

    (incident,) = of_type(situation, "COERCE")
    assert len(incident.claims) == 2


def test_a_town_stormed_and_set_on_fire_was_attacked(merged):
    situation = merged(
        ("Sahel Wire",
         "2031-05-06", "ABECHE, Chad (Sahel Wire) - Rebels stormed the town of Iriba in Chad on Sunday, "
         "setting fire to the town hall, the police said."),
        ("Lake Post",
         "2031-05-08", "At least nine people died in Sunday's raid on Iriba in Chad, the mayor of Iriba, "
         "Idriss Barka, said on Thursday."),
    )  # fmt: skip

    assert 2 in [len({claim.report for claim in incident.claims}) for incident in of_type(situation, "ASSAULT")]


def test_the_day_of_the_telling_is_not_that_of_the_deed(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-09", "ABECHE, Chad (Sahel Wire) - Helicopters struck a camp near Iriba in Chad on Tuesday, residents said."),
        ("Lake Post",
         "2031-05-09", "ABECHE, Chad (Lake Post) - The defence ministry said on Friday its helicopters had "
         "struck a camp near Iriba in Chad."),
    )

    (incident,) = of_type(situation, "ASSAULT")
    assert len({claim.report for claim in incident.claims}) == 2


def test_who_is_named_in_full_and_by_his_last_name_is_one(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-06", "Gunmen abducted a priest, Father Anselm Duarte, in the town of Iriba in Chad on Sunday, the police said."),
        ("Lake Post", "2031-05-07", "In Iriba, Chad, a bishop said that Father Duarte had been taken from his bed."),
    )

    assert 2 in [len({claim.report for claim in incident.claims}) for incident in situation.incidents]


def test_two_outlets_counts_from_one_source_are_no_dispute(merged):
    situation = merged(
        (
            "Sahel Wire", "2031-05-06",
            "ABECHE, Chad (Sahel Wire) - Fifteen people were killed in an air strike on the market of Iriba in Chad on Tuesday.\n\n"
            "Two planes had bombed Iriba on Tuesday, the Lake Rescue League said.",
        ),
        (
            "Lake Post", "2031-05-06",
            "ABECHE, Chad (Lake Post) - Jets bombed Iriba in Chad on Tuesday, killing 18 people.\n\n"
            "Warplanes attacked the town of Iriba on Tuesday and buyers ran for their lives, the Lake Rescue League said.",
        ),
    )  # fmt: skip

    assert len(of_type(situation, "ASSAULT")) == 1
    assert not [one for one in situation.disputes if one.kind == "figures"]
