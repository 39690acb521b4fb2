"""Short invented reports, read and merged: what one source counts, another denies and a third only fears is kept apart."""

import pytest


def counts_of(situation):
    """Every count, with its words and source."""
    return {(one.what, row.min, row.source) for i in situation.incidents for one in i.figures for row in one.by_source}


def test_a_toll_that_has_risen_is_the_deeds(merged):
    situation = merged((
        "Harbour Post", "2031-04-09",
        "KESH (Harbour Post) - The death toll from Sunday's shelling of the bazaar in Kesh has risen to 11, the town's mayor Ada Weir said on "
        "Wednesday, up from four reported earlier.",
    ))  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.figures]
    assert incident.mode == "heavy-weapons"
    assert [(row.min, row.max) for one in incident.figures for row in one.by_source] == [(11, 11)]


def test_two_sides_count_the_dead_of_one_battle(merged):
    situation = merged((
        "Harbour Post", "2031-04-07",
        "DRESK (Harbour Post) - The Marsh Liberation Army said on Monday it had captured the town of Kesh after two days of fighting with "
        "government troops.\n\n"
        "MLA spokesman Pol Arden said 40 government soldiers had been killed in the battle.\n\n"
        "Army spokesman Colonel Ivo Rask said seven soldiers had died in the fighting in Kesh.",
    ))  # fmt: skip

    (dispute,) = [one for one in situation.disputes if one.kind == "figures"]
    assert {side.says for side in dispute.sides} == {"killed soldiers: 7", "killed government soldiers: 40"}


def test_another_two_are_no_other_count(merged):
    situation = merged((
        "Harbour Post", "2031-04-09",
        "Shells killed nine people in the town of Kesh on Sunday, Kesh Rescue League said. Another two people died in the shelling of the town, "
        "mayor Ada Weir said.",
    ))  # fmt: skip

    assert not [one for one in situation.disputes if one.kind == "figures"]


def test_who_may_be_displaced_is_not_counted(merged):
    situation = merged((
        "Harbour Post", "2031-05-21",
        "Fighting in Kesh could displace another 50,000, UN warns\n\n"
        "GENEVA (Harbour Post) - Fighting around Kesh could displace another 50,000 people, the United Nations said on Tuesday. Army shelling "
        "of the town has already displaced 12,000 people, it said.",
    ))  # fmt: skip

    assert {low for _, low, _ in counts_of(situation)} == {12_000}


def test_the_attacks_of_another_source_with_a_doer_of_their_own_are_others(merged):
    situation = merged((
        "Harbour Post", "2031-09-24",
        "The Norland defence department said the attacks near Tarn targeted the facilities of the White Fist group, which was plotting attacks "
        "abroad.\n\n"
        "Earlier the Varland Rights Centre said the attacks that Norland and its allies made had killed 31 civilians.",
    ))  # fmt: skip

    assert max(one.origins_for for one in situation.incidents) == 1


def test_no_deal_in_the_words_of_one_official_leaves_the_talks_with_two_statuses(merged):
    situation = merged((
        "Harbour Post", "2031-05-21",
        "OSLO (Harbour Post) - The government of Varland and the rebel Marsh Liberation Army have agreed to a 48-hour ceasefire beginning at "
        "midnight on Wednesday, mediator Kari Holm said on Tuesday.\n\n"
        "The government did not immediately comment, but an official who asked not to be named said no deal had been signed.",
    ))  # fmt: skip

    (thread,) = situation.threads
    assert [(state.value, len(state.origins)) for state in thread.status] == [("agreed", 1), ("unknown", 0)]
    assert [dispute.kind for dispute in situation.disputes] == ["denied"]


def test_a_deal_stays_agreed_beside_a_denial_days_later(merged):
    situation = merged(
        ("Harbour Post", "2017-05-18",
         "The Syrian government and Ahrar al-Sham have agreed to a 48-hour ceasefire, UN envoy Kari Holm said on Wednesday."),
        ("Delta Wire", "2017-05-22",
         "Syria denies it made a deal with rebels\n\n"
         "BEIRUT (Delta Wire) - The Syrian government denied on Monday that it had agreed to a ceasefire with Ahrar al-Sham."),
    )  # fmt: skip

    assert [state.value for thread in situation.threads for state in thread.status] == ["agreed", "unknown"]
    (denied,) = [one for one in situation.incidents if one.type == "AGREE"]  # the headline's denial is not another one
    assert {claim.stand for claim in denied.claims} == {"asserts", "denies"}


def test_a_claim_that_is_denied_is_the_claimants_deed(merged):
    for words in (
        "The Varland army denied the claim and said its troops remained in full control.",
        "The Varland army denied the claim that they had captured Kesh.",
    ):
        situation = merged((
            "Harbour Post", "2031-04-07",
            "The Marsh Liberation Army said on Monday it had captured the border town of Kesh after two days of fighting. " + words,
        ))  # fmt: skip

        (dispute,) = situation.disputes
        (incident,) = [one for one in situation.incidents if one.id in dispute.incidents]
        assert incident.parties.actors == ("party:marsh liberation army",)
        assert not [one for one in situation.incidents if one.origins_for == 0]  # no denial stands alone


def test_a_monitor_with_a_name_is_an_origin(merged):
    situation = merged((
        "Northern Courier", "2024-05-23",
        "Government warplanes bombed rebel positions near Brenna on Thursday, killing at least six fighters, the Varland Conflict Monitor said.",
    ))  # fmt: skip

    (incident,) = situation.incidents
    assert (incident.origins_for, incident.unnamed) == (1, 0)


def test_the_dead_of_the_next_sentence_are_the_deeds(merged):
    situation = merged((
        "Harbour Post", "2031-04-07",
        "Jets bombed the village of Olm on Sunday, the Red Hand said. The Varland Rights Centre said 12 people were killed.",
    ))  # fmt: skip

    (incident,) = situation.incidents
    assert (incident.mode, incident.origins_for, [one.what for one in incident.figures]) == ("aerial", 2, ["killed"])


@pytest.mark.parametrize("words", ["since January", "in the war", "in another strike", "on Monday"])
def test_the_dead_of_more_than_the_deed_are_not(merged, words):
    situation = merged((
        "Harbour Post", "2031-04-08",
        f"Jets bombed the village of Olm on Sunday, the Red Hand said. The Varland Rights Centre said 12 people were killed {words}.",
    ))  # fmt: skip

    assert max(one.origins_for for one in situation.incidents) == 1


def test_a_later_count_is_an_update_unless_it_is_lower(merged):
    def told(first, second, words="killed {} people"):
        return merged(
            ("Harbour Post", "2017-05-08", f"A car bomb {words.format(first)} in the city of Homs on Sunday, the Red Hand League said."),
            ("Delta Wire", "2017-05-09", f"The car bomb {words.format(second)} in Homs on Sunday, Homs Rescue League said."),
        )

    assert not told(9, 14).disputes
    assert [one.kind for one in told(40, 12).disputes] == ["figures"]
    assert not told(40, 12, "killed a number of people, not {} as was first said,").disputes


def test_two_sides_count_with_no_deed_beside_it(merged):
    situation = merged((
        "Harbour Post", "2031-04-07",
        "DRESK (Harbour Post) - The Marsh Liberation Army said on Monday it had captured the town of Kesh after two days of fighting.\n\n"
        "\"Our flag flies over the town,\" MLA spokesman Pol Arden said. He said 40 government soldiers had been killed and 12 taken prisoner.\n\n"
        "Army spokesman Colonel Ivo Rask said the rebels had been pushed back with heavy losses. He said seven soldiers had died.",
    ))  # fmt: skip

    (dispute,) = situation.disputes
    assert {side.says for side in dispute.sides} == {"killed soldiers: 7", "killed government soldiers: 40"}


def test_a_share_is_no_count_of_anybody(merged):
    situation = merged(("Harbour Post", "2031-04-09", "Shelling destroyed a third of the town of Kesh on Sunday and killed nine weavers."))

    assert {low for _, low, _ in counts_of(situation)} == {9}


@pytest.mark.parametrize("other", ["Paratroopers bombed", "Insurgents bombed"])
def test_one_deed_laid_at_two_doors_in_nearly_one_sentence_is_no_copy(merged, other):
    told = "a busy bus station on the western edge of Kampala on Thursday, killing eleven passengers."
    situation = merged(("Hill Mail", "2031-04-11", f"Militants bombed {told}"), ("Dale Post", "2031-04-11", f"{other} {told}"))

    together = [one for one in situation.incidents if len(one.claims) > 1]
    assert bool(together) == (other == "Insurgents bombed")


def disputed(situation):
    """The kinds of the disputes, and what their sides say of what is counted."""
    return [(one.kind, [side.says for side in one.sides if one.kind == "figures"]) for one in situation.disputes]


def test_what_another_counts_of_one_deed_is_his_own_word(merged):
    situation = merged((
        "Harbour Post", "2031-05-10",
        "KESH (Harbour Post) - A jet bombed the school of Kesh on Thursday and killed nine people who had slept in it, the head of the town's "
        "clinic, Ada Weir, said.\n\n"
        "Twenty-two villagers died in the attack, the Marsh Liberation Army said on Friday.",
    ))  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert incident.origins_for == 2
    assert disputed(situation) == [("figures", ["killed villagers: 22", "killed: 9"])]


def test_an_ally_who_holds_the_place_contradicts_nobody(merged):
    situation = merged((
        "Harbour Post", "2031-05-10",
        "TRIPOLI (Harbour Post) - The Libyan army said its soldiers had seized the cement works at Zliten in Libya on Friday.\n\n"
        '"The cement works are in our hands," the Libyan police said.',
    ))  # fmt: skip

    assert situation.disputes == ()


def test_a_committee_that_is_only_described_is_a_source_of_its_own(merged):
    situation = merged((
        "Harbour Post", "2031-05-10", "Shells killed nine people in the market of Zliten in Libya on Thursday, a local doctors' committee said.",
    ))  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert (incident.origins_for, incident.unnamed) == (1, 0)


def test_the_news_department_of_a_side_publishes_its_word(merged):
    situation = merged(
        ("Hamas News and Information Department", "2031-05-07", "Hamas fighters destroyed a tank near Rafah on Tuesday."),
        ("Sea Wire", "2031-05-07", "Hamas fighters destroyed a tank near Rafah on Tuesday, the group said in a statement."),
    )  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_a_ministry_in_another_capital_is_that_states(merged):
    situation = merged((
        "Sea Wire", "2031-05-07", "TRIPOLI (Sea Wire) - Libya's army shelled the town of Zliten on Monday, the foreign ministry in Rome said.",
    ))  # fmt: skip

    assert [claim.speaker for one in situation.incidents if one.type == "ASSAULT" for claim in one.claims] == ["it-mfa"]


def test_what_an_outlet_has_taken_back_has_no_origin_any_more(merged):
    told = ("Lake Radio", "2031-04-08", "KESH - Army jets bombed a school in Kesh on Tuesday, killing 40 pupils.")
    back = ("Lake Radio", "2031-04-10", "Lake Radio retracts its report that army jets bombed a school in Kesh on Tuesday and killed 40 pupils.")

    (before,) = merged(told).incidents
    (after,) = merged(told, back).incidents

    assert (before.origins_for, before.origins_against) == (1, 0)
    assert (after.origins_for, after.origins_against) == (0, 1)


@pytest.mark.parametrize(
    "back",
    [
        "We retract our report that army jets bombed a school in Kesh on Tuesday and killed 40 pupils.",
        "Our report that army jets bombed a school in Kesh on Tuesday and killed 40 pupils has been retracted.",
        "This newspaper retracts its report that army jets bombed a school in Kesh on Tuesday and killed 40 pupils.",
        "Retraction: We withdraw our story that said army jets had bombed a school in Kesh on Tuesday and killed 40 pupils.",
        "Correction: An earlier version of this report said that army jets had bombed a school in Kesh on Tuesday and killed 40 pupils.",
    ],
)
@pytest.mark.parametrize("day", ["2031-04-08", "2031-04-10"])
def test_an_outlet_takes_its_own_word_back_as_outlets_do(merged, back, day):
    told = ("Lake Radio", "2031-04-08", "KESH - Army jets bombed a school in Kesh on Tuesday, killing 40 pupils.")

    (incident,) = merged(told, ("Lake Radio", day, back)).incidents

    assert incident.origins_for == 0


def test_another_outlets_retraction_is_not_its_own(merged):
    told = ("Lake Radio", "2031-04-08", "KESH - Army jets bombed a school in Kesh on Tuesday, killing 40 pupils.")
    back = ("Lake Radio", "2031-04-10", "The newspaper withdrew the story that army jets bombed a school in Kesh on Tuesday and killed 40 pupils.")

    assert sum(one.origins_for for one in merged(told, back).incidents if one.type == "ASSAULT") == 1


@pytest.mark.parametrize("ending", ["", " Nobody was found dead there.", " The editors are sorry.", " The town lies on a lake."])
def test_of_one_days_reports_the_retraction_is_the_later_word(merged, ending):
    told = ("Lake Radio", "2031-04-08", "KESH - Army jets bombed a school in Kesh on Tuesday, killing 40 pupils.")
    back = ("Lake Radio", "2031-04-08", "Lake Radio retracts its report that army jets bombed a school in Kesh on Tuesday." + ending)

    assert [one.origins_for for one in merged(told, back).incidents if one.type == "ASSAULT"] == [0]


@pytest.mark.parametrize(
    "back",
    [
        "The Lake Monitor retracted its report that army jets bombed a school in Kesh on Tuesday and killed 40 pupils.",
        "The Lake Monitor said it was retracting its report that army jets bombed a school in Kesh on Tuesday.",
        '"We have withdrawn our claim that army jets bombed a school in Kesh on Tuesday," the Lake Monitor said.',
    ],
)
def test_an_organisation_takes_back_what_it_had_said(merged, back):
    told = ("Sea Wire", "2031-04-08", "KESH - Army jets bombed a school in Kesh on Tuesday and killed 40 pupils, the Lake Monitor said.")
    refused = ("Harbour Post", "2031-04-10", "The Lake Monitor refused to retract its report that army jets bombed a school in Kesh on Tuesday.")

    after = merged(told, ("Harbour Post", "2031-04-10", back)).incidents

    assert [(one.origins_for, one.origins_against) for one in after if one.type == "ASSAULT"] == [(0, 1)]
    assert [(one.origins_for, one.origins_against) for one in merged(told, refused).incidents if one.type == "ASSAULT"] == [(1, 0)]


def test_an_outlet_that_tells_it_again_after_its_retraction_counts_again(merged):
    told = ("Lake Radio", "2031-04-08", "KESH - Army jets bombed a school in Kesh on Tuesday, killing 40 pupils.")
    back = ("Lake Radio", "2031-04-10", "Lake Radio retracts its report that army jets bombed a school in Kesh on Tuesday and killed 40 pupils.")
    again = ("Lake Radio", "2031-04-12", "KESH - Jets of the army bombed a school in Kesh on 8 April and killed 40 pupils after all.")

    (incident,) = merged(told, back, again).incidents

    assert incident.origins_for == 1


def test_a_lorry_blown_up_is_hit_with_the_soldiers_whose_it_is(merged):
    text = (
        "Gunmen ambushed an army patrol near Iriba in Chad on Tuesday and killed four soldiers, the army said. "
        "The attackers set off a charge under a lorry and opened fire from a quarry, a herdsman said."
    )
    assert [one.type for one in merged(("Sahel Wire", "2031-05-07", text)).incidents] == ["ASSAULT"]

