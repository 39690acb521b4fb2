"""What one report has one side say and the other gainsay, whatever the words: denials without a word for denying, counts without a word for the
deed. Invented reports, read and merged; beside each rule what it must leave alone."""

import pytest

HEAD = "GOMA (Lake Wire) - "
BOMBED = "Soldiers of the Rwandan army shelled the market of Kibumba on Monday and killed nine people, the Congolese government said.\n\n"
TAKEN = "M23 rebels took the town of Bunagana on Monday, the M23 said.\n\n"
AGREED = "The Congolese army and the M23 agreed on a truce on Sunday, the M23 said. "
TRUCE = "The Congolese government and the M23 signed a truce in Nairobi on Monday, a Kenyan mediator said.\n\n"
MET = "Envoys of the Congolese government met the M23 in Nairobi on Monday, a priest said.\n\n"
KILLED = "Gunmen shot dead nine people at Kibumba on Monday, the Congolese government said. "


@pytest.fixture
def kinds(merged):
    """The kinds of what is disputed in one report."""
    return lambda text: sorted(one.kind for one in merged(("Lake Wire", "2022-06-14", HEAD + text)).disputes)


@pytest.mark.parametrize("denial", [
    "The Rwandan army dismissed the account.",
    '"Nobody fired on Monday," the Rwandan army said.',
    "The Rwandan army said its guns had shelled nothing.",
    '"This is a falsehood," the Rwandan army said.',
    "The Rwandan army said the accusation was without foundation.",
    "The Rwandan army said it had nothing to do with the shelling.",
    "There was no truth in the reports that its soldiers had shelled the market, the Rwandan army said.",
    "The Rwandan army disputed that its soldiers had shelled the market.",
    "The Rwandan army said no such attack had taken place.",
    "The Rwandan army said its gunners had not fired that day.",
    "The Rwandan army said it was not true that its soldiers had shelled the market.",
    "The Rwandan army said the claims that its soldiers had shelled the market were false.",
    "The Rwandan army said the story from Kinshasa was wrong.",
    '"Our guns were silent all day," a Rwandan army spokesman said.',
    "The Rwandan army said that what happened in Kibumba was an accident.",
    '"It never happened," the Rwandan army said.',
    '"Nothing of the sort took place," the Rwandan army said.',
    "The Rwandan army said that rebels had mined the road and that none of its guns had fired.",
])  # fmt: skip
def test_who_is_said_to_have_done_it_says_that_he_has_not(kinds, denial):
    assert kinds(BOMBED + denial) == ["denied"]


@pytest.mark.parametrize("said", [
    "The Rwandan army said it did not know of the attack.",
    "The Rwandan army has not yet commented.",
    "The Rwandan army said it had not received any request.",
    "The Rwandan army denied that it had shelled Rutshuru in May.",
    "The Rwandan army said the report was true.",
    "Burundi's army said its soldiers had never been to Kenya.",
    "The Rwandan army said traders had not left the market in time.",  # a "not" about others, or about something else
    "The Rwandan army said the harvest was not good.",
    "The Rwandan army said the market was not a military base.",
    "The Rwandan army said rebels had not attacked its positions.",
    "The Rwandan army said its base had not been attacked.",
    "The Rwandan army said nobody had shelled its camp.",
    "The Rwandan army said it had not lost any men.",
    "The Rwandan army said it had not used the road to Goma.",
    "The Rwandan army said there was no water in the shelled market.",
    "The Rwandan army said the price of maize was wrong.",  # what is false is no word of others, or another one
    "The Rwandan army said it was untrue that pay was late.",
    "The Rwandan army said the claims that it was short of men were false.",
    "The Rwandan army said a report found that no traders had died.",
    "The Rwandan army said its guns had been silent since the truce of May.",
    "The Rwandan army said the schools were quiet.",
    "The Rwandan army said the fire at its depot in Kigali on Friday was an accident.",
    '"This has never happened before," the Rwandan army said.',
    "The Rwandan army said that it had moved to the border and that it had not enough trucks.",
])  # fmt: skip
def test_what_else_is_not_so_denies_nothing(kinds, said):
    assert kinds(BOMBED + said) == []


@pytest.mark.parametrize("denial", [
    "The Congolese army denied that Bunagana had been lost.",
    "The Congolese army said Bunagana had not fallen.",
    "The Congolese army said the town had not fallen.",
    '"Nothing has been lost," the Congolese army said.',
])  # fmt: skip
def test_who_has_not_lost_a_town_denies_its_taking_and_that_is_one_dispute(kinds, denial):
    assert kinds(TAKEN + denial) == ["denied"]


@pytest.mark.parametrize("said", [
    "The Congolese army said it had not lost hope.",
    "The Congolese army said it had not lost contact with its units.",
    "The Congolese army said no rain had fallen for weeks.",
    "The Congolese army said the people had not abandoned their fields.",
])  # fmt: skip
def test_what_else_was_not_lost_is_no_town(kinds, said):
    assert kinds(TAKEN + said) == []


@pytest.mark.parametrize(("told", "denial"), [
    (TRUCE, "The M23 denied that there was any truce."),
    (AGREED, "The Congolese army said there was no agreement on a truce."),
    (TRUCE, '"There is no truce," the M23 said.'),
    (MET, "The M23 denied any contacts with Kinshasa."),
    (MET, "The M23 said there had been no meeting in Nairobi."),
])  # fmt: skip
def test_there_is_none_of_what_is_said_to_be_between_two_sides(kinds, told, denial):
    assert kinds(told + denial) == ["denied"]


@pytest.mark.parametrize(("told", "said"), [
    (TRUCE, "The M23 said there would be no truce until prisoners were freed."),
    (TRUCE, "The M23 said there was no longer any agreement on the road."),
    (AGREED, "The Congolese army said there was no agreement on the release of prisoners."),
    (TRUCE, "The World Food Programme said it had no agreement with the truckers."),
    (TRUCE, "The M23 said no truce would hold without monitors."),
    (TRUCE, "The M23 said any truce violations would be answered."),
    (MET, "The M23 said no meeting was planned for June."),
    (MET, "The M23 said the talks had brought no agreement."),
    (MET, "The M23 said that it would accept any deal that freed its men."),
])  # fmt: skip
def test_what_is_to_be_or_is_no_more_between_them_is_not_denied(kinds, told, said):
    assert kinds(told + said) == []


def test_a_meeting_is_denied_by_who_says_that_nobody_met(kinds):
    told = "Envoys of the Congolese government met M23 rebels in Nairobi on Sunday, two diplomats said.\n\n"

    assert kinds(told + '"Nobody met," government spokesman Patrick Muyaya said.') == ["denied"]


@pytest.mark.parametrize("count", [
    "A priest said 22 people had died.",
    "The Red Cross put the number of dead at 22.",
    "The M23 spoke of 22 killed.",
])  # fmt: skip
def test_another_counts_the_dead_of_the_deed_just_told(kinds, count):
    assert kinds(KILLED + count) == ["figures"]


@pytest.mark.parametrize("count", [
    "A priest said 22 people had died at Rutshuru.",
    "A priest said later that 22 people had died.",
    "A priest said two of the dead were children.",
    "Sources said 22 people had died.",
    "A clinic said it had admitted four dead.",  # some of them
    "The Red Cross said six bodies had been brought to the mosque.",
    "The United Nations says 20,000 people have been killed.",
])  # fmt: skip
def test_counts_of_other_dead_contradict_nobody(kinds, count):
    assert kinds(KILLED + count) == []


@pytest.mark.parametrize("toll", ["The Red Cross put the number of dead since March at 310.", "The M23 spoke of 310 dead in three months."])
def test_a_toll_of_months_is_no_count_of_the_days_deed(merged, toll):
    incidents = merged(("Lake Wire", "2022-06-14", HEAD + KILLED + toll)).incidents

    assert {given.max for one in incidents for figure in one.figures for given in figure.by_source} == {9}


def test_more_in_one_place_than_in_all_is_a_contradiction(kinds):
    assert kinds(KILLED + "A clinic said it had received 15 dead.") == ["figures"]


def test_what_an_outlet_has_from_a_monitor_is_not_set_against_the_monitors_next_count(merged):
    struck = "Air strikes hit the market of Maarat al-Numan in Syria on Monday and killed "
    first = ("Lake Wire", "2016-06-07", struck + "13 civilians. The Syrian Observatory for Human Rights was the first to report the strikes.")
    fewer = "Air strikes on Monday killed 11 civilians at the market of Maarat al-Numan, the Syrian Observatory for Human Rights said."
    then = ("Kivu Post", "2016-06-08", fewer)

    assert merged(first, then).disputes == ()


def test_who_denies_a_part_in_a_deed_contradicts_nobody_who_does_not_say_who_did_it(merged):
    told = ("Lake Wire", "2022-06-14", HEAD + "A blast killed nine people at the market of Kibumba on Monday, a nurse said.")
    denied = ("Kivu Post", "2022-06-15", "GOMA (Kivu Post) - The M23 denied any involvement in the blast at the market of Kibumba on Monday.")

    assert merged(told, denied).disputes == ()


@pytest.mark.parametrize(("saw", "speaking"), [(", a Lake Wire reporter saw", True), ("", False)])
def test_an_outlet_is_a_side_beside_its_sources_only_if_its_reporter_saw_it(merged, saw, speaking):
    told = f"Rwandan jets bombed a market in Kibumba on Monday, killing 23 people{saw}."
    again = "The M23 said Rwandan jets had bombed a market in Kibumba on Monday."
    denied = ("Kivu Post", "2022-06-15", "Rwanda denied bombing a market in Kibumba on Monday.")
    situation = merged(("Lake Wire", "2022-06-14", f"{told} {again}"), denied)

    (dispute,) = [one for one in situation.disputes if one.kind == "denied"]
    assert {side.source for side in dispute.sides} == {"m23", "rw-gov"} | ({"party:lake wire"} if speaking else set())
