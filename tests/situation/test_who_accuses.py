"""Who denies that he did it contradicts those who say that he did, and nobody who only tells that it was done. Invented reports."""

import pytest

RUSSIA, STATES = "Russian government", "United States"
CONVOY = "GENEVA (Lake Wire) - An aid convoy was attacked near Aleppo on Monday and 12 drivers were killed, the Red Cross said.\n\n"


def sides_of(situation):
    names = {actor.id: actor.name for actor in situation.parties}
    return [(one.kind, sorted(names.get(side.source, side.source) for side in one.sides)) for one in situation.disputes]


@pytest.mark.parametrize("denial", [
    "Russia denied responsibility.",
    "Russia denied any involvement in the attack.",
    'Russia said it had "nothing to do with" the attack.',
])  # fmt: skip
def test_who_denies_his_part_contradicts_nobody_who_names_no_doer(merged, denial):
    assert merged(("Lake Wire", "2016-09-21", CONVOY + denial)).disputes == ()


@pytest.mark.parametrize("blame", [
    "The United States blamed Russia for the attack.",
    "Russia was responsible for the attack, the United States said.",
    "The United States believes that Russia was behind the attack.",
])  # fmt: skip
def test_who_names_him_is_on_the_other_side(merged, blame):
    situation = merged(("Lake Wire", "2016-09-21", f"{CONVOY}{blame} Russia denied responsibility."))

    ((kind, sides),) = sides_of(situation)
    assert kind == "denied"
    assert sides == [RUSSIA, STATES]


def test_who_counts_the_dead_does_not_accuse_whom_another_has_named(merged):
    situation = merged(
        ("Lake Wire", "2016-09-20",
         "NAIROBI (Lake Wire) - Ethiopian warplanes bombed a market in Adwa on Monday, a baker, Haile Berhe, said. The bombing killed 14 people, the"
         " Red Cross said."),
        ("Plains Daily", "2016-09-21",
         "ADDIS ABABA (Plains Daily) - The Ethiopian government denied responsibility for the bombing of a market in Adwa on Monday."),
    )  # fmt: skip

    assert all("International Committee of the Red Cross" not in sides for _, sides in sides_of(situation))


def test_who_only_names_what_is_alleged_asserts_nothing(merged):
    situation = merged((
        "Lake Wire", "2016-09-21",
        "GENEVA (Lake Wire) - The talks began after a raid allegedly carried out by Russia on Orem on Monday. Russia denied carrying out the raid.",
    ))  # fmt: skip

    assert situation.disputes == ()


def test_who_says_that_one_of_two_did_it_contradicts_nobody_who_says_that_it_was_that_one(merged):
    situation = merged(
        ("Lake Wire", "2016-09-21", "MOSCOW (Lake Wire) - Syrian aircraft struck a depot in Orem on Monday, Russia said."),
        ("Plains Daily", "2016-09-22", "BEIRUT (Plains Daily) - Syrian and Russian aircraft struck a depot in Orem on Monday."),
    )  # fmt: skip

    assert situation.disputes == ()


def test_who_denies_a_deed_of_his_own_does_not_contradict_the_outlet_that_quotes_him(merged):
    situation = merged((
        "Lake Wire", "2016-09-21",
        "ALEPPO (Lake Wire) - Air strikes killed nine people in Orem on Tuesday. Russia's military denied carrying out any air strikes in the town.",
    ))  # fmt: skip

    assert situation.disputes == ()


def test_who_blames_is_a_side_where_the_deed_is_told_only_as_alleged(merged):
    situation = merged((
        "Lake Wire", "2016-09-21",
        "GENEVA (Lake Wire) - The talks turned to an alleged raid on Orem on Monday. The United States blamed Russia for the raid. Russia denied"
        " responsibility.",
    ))  # fmt: skip

    assert sides_of(situation) == [("denied", [RUSSIA, STATES])]


def test_who_asks_about_reports_does_not_say_what_they_say(merged):
    situation = merged((
        "Lake Wire", "2016-09-20",
        "GENEVA (Lake Wire) - The Red Cross said it was seeking clarity on reports suggesting that Russian planes killed 30 people in Orem.",
    ))  # fmt: skip

    origins = [claim.speaker for one in situation.incidents if one.type == "ASSAULT" for claim in one.claims]
    assert origins == [None]


def test_a_denial_of_a_deed_of_another_year_answers_no_other(merged):
    situation = merged(
        ("Lake Wire", "2016-09-20", "GENEVA (Lake Wire) - Russia was behind the attack, the United States said."),
        ("Plains Daily", "2016-09-20",
         "MOSCOW (Plains Daily) - In August 2013 an attack on Homs killed 30 people. Russia denied that attack."),
    )  # fmt: skip

    assert situation.disputes == ()


def test_a_denial_answers_nothing_that_has_been_going_on(merged):
    situation = merged(
        ("Lake Wire", "2016-09-20",
         "NAIROBI (Lake Wire) - Ethiopian air strikes have pounded large areas of Mekele, the Red Cross said."),
        ("Plains Daily", "2016-09-20",
         "ADDIS ABABA (Plains Daily) - Ethiopia's defence ministry denied that Ethiopian planes had carried out air strikes on Mekele."),
    )  # fmt: skip

    assert situation.disputes == ()


def test_who_says_which_deed_it_was_denies_none(merged):
    situation = merged(
        ("Lake Wire", "2016-09-20", "BEIRUT (Lake Wire) - A suicide bombing killed nine people in Homs on Monday, the Red Cross said."),
        ("Plains Daily", "2016-09-20",
         "HOMS (Plains Daily) - The blast in Homs on Monday was caused by a mortar shell and not a suicide bombing, the Syrian police said."),
    )  # fmt: skip

    assert situation.disputes == ()


def test_who_accuses_those_whom_a_deed_befell_does_not_accuse_who_did_it(merged):
    situation = merged((
        "Lake Wire", "2016-09-20",
        "SANAA (Lake Wire) - Saba accused rebels of firing gas shells against government troops trying to storm Taiz on Monday. The Yemeni government"
        " has denied accusations that it carried out the attack.",
    ))  # fmt: skip

    assert situation.disputes == ()


@pytest.mark.parametrize("text", [
    "The army said the Rapid Support Forces were not behind the attack. The Rapid Support Forces denied responsibility.",
    "The army said the Rapid Support Forces were never responsible for it. The Rapid Support Forces denied responsibility.",
])  # fmt: skip
def test_who_clears_him_does_not_accuse_him(merged, text):
    told = f"KHARTOUM (Lake Wire) - A convoy was attacked near El Fasher on Monday, residents said. {text}"
    assert merged(("Lake Wire", "2016-09-21", told)).disputes == ()


@pytest.mark.parametrize("text", [
    "Ukraine said pro-Russian rebels shelled a bus in Volnovakha on Monday, killing nine. The rebels denied involvement.",
    "The so-called Islamic State killed nine people in Mosul on Monday, the Iraqi army said. Islamic State denied killing them.",
    "Congo accused Rwanda of helping M23 rebels who attacked Goma on Monday. M23 denied attacking Goma.",
    "The Emergency Lawyers said the Rapid Support Forces attacked reportedly unarmed villagers near El Fasher on Monday."
    " The Rapid Support Forces denied the attack.",
])  # fmt: skip
def test_whose_deed_it_is_said_to_be_contradicts_who_says_so(merged, text):
    assert [one.kind for one in merged(("Lake Wire", "2016-09-21", f"GENEVA (Lake Wire) - {text}")).disputes] == ["denied"]


def test_who_has_not_been_seen_may_be_anybody(merged):
    told = "KABUL (Lake Wire) - Unknown gunmen killed nine people in Kabul on Monday. The Taliban denied responsibility."
    assert merged(("Lake Wire", "2016-09-21", told)).disputes == ()
