"""Who is said to have done a deed: claimed by one, laid at another's door, denied. Invented reports, read and merged."""

import pytest


def sides_of(situation, dispute):
    names = {party.id: party.name for party in situation.parties}
    return {names.get(side.source, side.source) for side in dispute.sides}


def test_a_claim_of_responsibility_contradicts_who_is_blamed(merged):
    situation = merged((
        "Coast Courier", "2031-03-04",
        "A bomb killed nine people at a fish market in Baidoa, Somalia, on Monday, police said.\n\n"
        "The government blamed al Shabaab. Islamic State in Somalia claimed responsibility for the attack in a statement on Telegram.",
    ))  # fmt: skip

    (dispute,) = situation.disputes
    assert dispute.kind == "actor"
    assert sides_of(situation, dispute) == {"Somali government", "Islamic State - Somalia"}


def test_who_is_blamed_and_denies_it_stands_in_the_same_dispute_as_who_claims_it(merged):
    situation = merged(
        ("Hill Wire", "2031-03-05",
         "A suicide bombing at a railway station in Quetta on Tuesday killed 12 people, officials said. The Pakistani government accused the "
         "Baloch Liberation Army of being behind the bombing. The Baloch Liberation Army denied any involvement."),
        ("Valley Post", "2031-03-06",
         "The Pakistani Taliban said it was behind Tuesday's suicide bombing at a railway station in Quetta, which killed 12 people."),
    )  # fmt: skip

    (dispute,) = situation.disputes
    assert dispute.kind == "actor"
    assert sides_of(situation, dispute) == {"Pakistani government", "Balochistan Liberation Army", "Tehreek-e-Taliban Pakistan"}


@pytest.mark.parametrize(
    "claim",
    [
        "No group has claimed responsibility for the attack.",
        "Al Shabaab claimed responsibility for the attack.",
    ],
)
def test_who_did_it_is_in_no_dispute_where_nobody_else_claims_it(merged, claim):
    situation = merged((
        "Coast Courier", "2031-03-04",
        f"A bomb killed nine people at a fish market in Baidoa, Somalia, on Monday, police said. The government blamed al Shabaab. {claim}",
    ))  # fmt: skip

    assert [dispute.kind for dispute in situation.disputes] == []


def test_the_dead_of_a_deed_that_somebody_disowns_are_told_and_not_denied(merged):
    situation = merged((
        "Kivu Post", "2031-03-06",
        "M23 rebels on Tuesday denied responsibility for the shelling of a camp near Goma that killed 17 people on Friday.",
    ))  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert incident.status == "happened"
    assert [(row.min, row.max) for one in incident.figures for row in one.by_source] == [(17, 17)]
    assert incident.parties.actors == ()
    assert incident.origins_against == 1


@pytest.mark.parametrize("word", ["attack", "assault"])
def test_the_attack_after_its_denial_is_what_was_denied(merged, word):
    situation = merged((
        "Sahel Courier", "2031-08-11",
        f"Mali's army on Friday denied that it had attacked the market of Boni this week. The {word} killed 19 people, the mayor Ada Dicko said.",
    ))  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert {claim.stand for claim in incident.claims} == {"asserts", "denies"}
    assert incident.parties.actors == ()


def test_a_headline_and_its_lead_are_one_happening(merged):
    for text in (
        "Militants storm army base in Yobe\n\nMAIDUGURI, Nigeria - Fighters of the Islamic State West Africa Province stormed an army base in the "
        "Nigerian town of Buni Gari on Sunday and killed seven soldiers.",
        "Drone strike on Tigray camp leaves dozens dead\n\nA drone strike on a camp for displaced people in Dedebit in the Tigray region killed 56 "
        "people overnight Friday, two aid workers said.",
    ):
        situation = merged(("Harbour Post", "2031-03-04", text))

        assert len([one for one in situation.incidents if one.type == "ASSAULT"]) == 1


def test_a_headline_that_denies_is_its_leads_denial(merged):
    situation = merged(
        ("Sahel Courier", "2031-08-09",
         "Gunmen killed 14 people at a market in the town of Boni in Mali on Tuesday, the mayor Ada Dicko said. The army blamed JNIM."),
        ("Delta Wire", "2031-08-11",
         "Mali: JNIM denies it attacked market\n\nBAMAKO - JNIM on Friday denied that it had attacked the market in Boni, Mali, on Tuesday."),
    )  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert sum(claim.stand == "denies" for claim in incident.claims) == 2


def test_the_words_of_a_state_and_of_its_army_are_one_origin(merged):
    situation = merged(
        ("Sahel Courier", "2031-08-09", "Mali's army said an air strike killed 11 militants near Gao in Mali on Tuesday."),
        ("Delta Wire", "2031-08-10", "An air strike killed 11 militants near Gao in Mali on Tuesday, Mali's defence ministry said."),
    )  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert len(incident.claims) == 2
    assert incident.origins_for == 1


SHELLED = "GOMA (Lake Wire) - Shells hit the market of Kibumba on Monday and killed nine people, a doctor said.\n\n"
SHOT = "GOMA (Lake Wire) - Gunmen shot dead nine villagers at Kibumba on Monday, the village chief said.\n\n"


@pytest.mark.parametrize("told", [
    SHELLED + "The shells were fired by the M23, the Congolese army said. The M23 said the Congolese army had fired them.",
    SHOT + "It was the M23 who shot them, the Congolese army said. The M23 said the Congolese army had killed them.",
])  # fmt: skip
def test_each_blames_the_other_in_words_that_only_point_at_the_deed(merged, told):
    situation = merged(("Lake Wire", "2022-06-14", told))

    (dispute,) = situation.disputes
    assert dispute.kind == "actor"
    assert sides_of(situation, dispute) == {"Armed Forces of the Democratic Republic of the Congo", "March 23 Movement"}


def test_who_is_blamed_so_may_answer_without_a_word_for_the_deed(merged):
    answer = 'They had been fired by the M23, the Congolese army said. "Our guns were silent," the M23 said.'
    situation = merged(("Lake Wire", "2022-06-14", SHELLED + answer))

    (dispute,) = situation.disputes
    assert dispute.kind == "denied"
    assert {"Armed Forces of the Democratic Republic of the Congo", "March 23 Movement"} <= sides_of(situation, dispute)


@pytest.mark.parametrize("told", [
    SHELLED + "They had been fired by the M23, the Congolese army said. The M23 said the army had shelled Rutshuru in May.",
    SHELLED + "They may have been fired by the M23, the Congolese army said. The M23 said the Congolese army had fired them.",
    SHELLED + "The rounds came from the hill where goats graze, the Congolese army said. The M23 said the shells were made in Kigali.",
    SHELLED + "The M23 said the Congolese army had shelled Rutshuru. The Congolese army said the M23 had attacked its base.",
    SHOT + "It was the M23 who buried them, the Congolese army said. The M23 said the army had refused to help.",
    SHOT + "The Congolese army said it had come from Goma. The M23 said the army had come late.",
    SHELLED + "They had come from the M23 for talks, the Congolese army said. The M23 said the Congolese army had fired them.",
    SHELLED + "They had been sent by the M23, the Congolese army said. The M23 said the Congolese army had fired them.",
    SHELLED + "The fire had come from the M23's kitchens, the Congolese army said. The M23 said the Congolese army had fired them.",
    SHELLED + "It was the M23 that had taken Kibumba, the Congolese army said. The M23 said the Congolese army had fired them.",
    SHELLED + "They had been fired by the M23 in 2012 too, the Congolese army said. The M23 said the Congolese army had fired them.",
    "GOMA (Lake Wire) - The army shelled Rutshuru on Sunday, the M23 said. The Congolese army said the mines had been laid by the M23.",
    SHOT + "It was the M23 who took them hostage in May, the Congolese army said. The M23 said the army had attacked it in June.",
])  # fmt: skip
def test_what_else_two_sides_say_of_each_other_is_no_blame_for_it(merged, told):
    assert merged(("Lake Wire", "2022-06-14", told)).disputes == ()
