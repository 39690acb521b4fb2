"""Denials that answer, in other words, what the same report tells on another's word. Invented reports, read and merged."""

import pytest


def sides(situation):
    """The kinds of the disputes and who stands on their sides."""
    names = {actor.id: actor.name for actor in situation.parties}
    return [(one.kind, sorted(names.get(side.source, side.source) for side in one.sides)) for one in situation.disputes]


def test_a_shelling_is_denied_as_firing(merged):
    situation = merged((
        "Sea Wire", "2019-05-10",
        "TRIPOLI (Sea Wire) - The Government of National Accord said the Libyan National Army had bombarded Misrata on Thursday.\n\n"
        "The Libyan National Army denied shelling the port.",
    ))  # fmt: skip

    assert [kind for kind, _ in sides(situation)] == ["denied"]


def test_the_deniers_other_deeds_are_not_what_he_denies(merged):
    situation = merged((
        "Sea Wire", "2019-05-10",
        "TRIPOLI (Sea Wire) - The Libyan National Army attacked Misrata last week.\n\nIt has denied firing on a clinic in Tripoli.",
    ))  # fmt: skip

    assert sides(situation) == []


def test_a_meeting_is_denied_by_one_who_was_to_be_there(merged):
    situation = merged((
        "Sea Wire", "2019-05-10",
        "NAIROBI (Sea Wire) - Officials of the Ethiopian government met rebels in Nairobi on Sunday, a priest said.\n\n"
        "The Ethiopian government denied that there had been any talks.",
    ))  # fmt: skip

    assert [kind for kind, _ in sides(situation)] == ["denied"]


def test_who_denies_that_he_lost_a_town_denies_its_taking_and_is_told_once(merged):
    situation = merged((
        "Sea Wire", "2019-05-10",
        "MOGADISHU (Sea Wire) - The Somali army said that it had taken Kismayo.\n\nAl-Shabaab denied that it had lost Kismayo.",
    ))  # fmt: skip

    assert sides(situation) == [("denied", ["Al-Shabaab", "Somali National Army"])]


def test_a_body_of_the_state_in_small_letters_is_an_origin(merged):
    situation = merged((
        "Sea Wire", "2019-05-10", "LASHKAR GAH, Afghanistan (Sea Wire) - Gunmen stormed a post in Helmand on Friday, the provincial police said.",
    ))  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert (incident.origins_for, incident.unnamed) == (1, 0)


@pytest.mark.parametrize(("official", "origins"), [
    ("The governor's spokesman, Sami Farah,", 1),
    ("The Portuguese foreign minister, Rui Moro,", 2),
    ("Rui Moro, Portugal's foreign minister,", 2),
    ("The foreign minister of Portugal, Rui Moro,", 2),
    ("The shadow foreign minister, Rui Moro,", 2),
])  # fmt: skip
def test_an_official_speaks_for_the_state_of_the_report_unless_he_is_of_another(merged, official, origins):
    situation = merged((
        "Sea Wire", "2019-05-10",
        f"BEIRUT, Lebanon (Sea Wire) - Hezbollah shelled Tyre on Friday, the Lebanese government said.\n\n{official} "
        "said Hezbollah had shelled Tyre.",
    ))  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert incident.origins_for == origins
