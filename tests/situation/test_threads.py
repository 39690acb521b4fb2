"""Talks: moves of the same parties in order of time, a status that follows from them, and what came before."""

import pytest

from sayso.situation import situate

GUARD, ARMY = "Valley Guard", "Lowland Army"


@pytest.fixture
def talks(draft):
    """One report of one move."""

    def make(kind, by=GUARD, to=ARMY, on="2030-05-10", outlet="Courier", **values):
        report = draft(f"{outlet}: on {on} a {kind} was told.", published=on, outlet=outlet)
        report.move(kind, kind, by=(by,), to=(to,) if to else (), **values)
        return report.reading()

    return make


def test_a_demand_and_its_refusal_are_one_thread(talks):
    (thread,) = situate([talks("reject", by=ARMY, to=GUARD, on="2030-05-12"), talks("demand")]).threads

    assert thread.parties == ("party:lowland army", "party:valley guard")
    assert [move.kind for move in thread.moves] == ["demand", "reject"]
    assert [state.value for state in thread.status] == ["refused"]


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        (["demand"], "open"),
        (["demand", "reject", "offer"], "open"),
        (["propose", "accept"], "agreed"),
        (["agree", "implement"], "implemented"),
        (["agree", "implement", "breach"], "broken"),
        (["agree", "walk_out"], "broken"),
    ],
)
def test_the_status_follows_from_the_moves(talks, kinds, status):
    readings = [talks(kind, on=f"2030-05-{10 + 3 * number}") for number, kind in enumerate(kinds)]

    (thread,) = situate(readings).threads

    assert [state.value for state in thread.status] == [status]


@pytest.mark.parametrize("on", ["0001-01-15", "0001-01-01", "9999-12-20", "9999-12-30"])
def test_a_mistyped_year_costs_nobody_else_anything(talks, on):
    """At the calendar's ends there is no day two months before or after."""
    mistyped = [talks("demand", on=on), talks("reject", by=ARMY, to=None, on=on, outlet="Herald")]

    threads = situate([*mistyped, talks("demand"), talks("meet", on="2031-05-10")]).threads

    assert sorted([move.kind for move in thread.moves] for thread in threads) == [["demand"], ["demand", "reject"], ["meet"]]


def test_the_state_on_an_earlier_date_is_that_dates(talks):
    from datetime import date

    readings = [talks("demand"), talks("agree", on="2030-05-20")]

    assert situate(readings, date(2030, 5, 15)).threads[0].status[0].value == "open"
    assert situate(readings).threads[0].status[0].value == "agreed"


def test_origins_that_disagree_at_the_same_time_are_both_kept(talks):
    (thread,) = situate([talks("agree", outlet="Courier"), talks("breach", outlet="Herald")]).threads

    assert [state.value for state in thread.status] == ["agreed", "broken"]


def test_an_agreement_that_is_only_expected_leaves_the_talks_open(talks):
    (thread,) = situate([talks("demand"), talks("agree", on="2030-05-12", status="planned")]).threads

    assert [state.value for state in thread.status] == ["open"]


def test_talks_with_others_are_other_threads(talks):
    assert len(situate([talks("demand"), talks("demand", to="Relief League", outlet="Herald")]).threads) == 2


def test_a_move_that_names_one_party_belongs_to_its_only_talks_in_that_report(draft):
    report = draft("They demand passage. The army rejects it.")
    report.move("demand", "demand", by=(GUARD,), to=(ARMY,))
    report.move("rejects", "reject", by=(ARMY,))

    (thread,) = situate([report.reading()]).threads

    assert len(thread.moves) == 2


def test_earlier_talks_and_evacuations_of_the_same_parties_are_precedents(draft, talks):
    report = draft("In 2029 they agreed. Last year they withdrew. Now they demand passage.")
    report.move("agreed", "agree", by=(ARMY,), to=(GUARD,), when="2029-01-10")
    report.event("withdrew", type="RETREAT", mode="withdraw", by=(GUARD,), at="Arnholt", when="2029-10-01")
    report.move("demand", "demand", by=(GUARD,), to=(ARMY,))

    situation = situate([report.reading(), talks("demand", by="Relief League", on="2029-02-01")])

    now = next(t for t in situation.threads if t.moves[0].kind == "demand" and "party:valley guard" in t.parties)
    earlier = next(t for t in situation.threads if t.moves[0].kind == "agree")
    evacuation = next(i for i in situation.incidents if i.type == "RETREAT")
    assert now.precedents == (earlier.id, evacuation.id)
    assert [(one.of, one.ended) for one in now.recalled] == [("thread", "agreed"), ("incident", "carried out")]
    assert now.recalled[0].words == "In 2029 they agreed"


def test_a_denied_deal_leaves_the_talks_where_they_were_for_who_denies_it(talks):
    told = [
        talks("reject", by=ARMY, to=GUARD, outlet="Courier"),
        talks("agree", on="2030-05-12", outlet="Herald"),
        talks("deny_talks", by=ARMY, to=GUARD, on="2030-05-12", outlet="Farmer", status="denied"),
    ]

    (thread,) = situate(told).threads

    assert [state.value for state in thread.status] == ["agreed", "refused"]


def test_an_appeal_by_others_moves_the_talks_nowhere(talks):
    (thread,) = situate([talks("reject", by=ARMY, to=GUARD), talks("demand", on="2030-05-20")]).threads
    assert [state.value for state in thread.status] == ["open"]

    refused = situate([talks("reject", by=ARMY, to=GUARD), _appeal(talks)]).threads
    assert [state.value for state in next(t for t in refused if len(t.moves) > 0 and ARMY.lower() in t.parties[0]).status] == ["refused"]


def _appeal(talks):
    return talks("demand", by="Relief League", to=ARMY, on="2030-05-20", outlet="Herald")


def test_a_move_that_copies_tell_in_the_same_words_is_listed_once(draft):
    words = "The guard demanded a road out of the valley and the army of the plain refused it at once, people in the town of the mill said."
    readings = []
    for outlet in ("Courier", "Herald"):
        report = draft(f"{words} {outlet}", outlet=outlet)
        report.move("demanded", "demand", by=(GUARD,), to=(ARMY,))
        readings.append(report.reading())

    (move,) = situate(readings).threads[0].moves

    assert {move.report, *(ref.report for ref in move.told_again)} == {reading.report.id for reading in readings}


def test_a_mediators_word_told_again_in_a_denial_is_no_agreement(draft):
    denial = draft("The army denied the league's word that a deal was made.", published="2030-05-12", outlet="Herald")
    denied = denial.said("the league's word that a deal was made", by=ARMY, stance="deny")
    retold = denial.said("a deal was made", by="Relief League", within=denied)
    denial.move("deal", "agree", by=(GUARD,), to=(ARMY,), whose=retold)
    asked = draft("They demand passage.", published="2030-05-10")
    asked.move("demand", "demand", by=(GUARD,), to=(ARMY,))

    (thread,) = situate([asked.reading(), denial.reading()]).threads

    assert [state.value for state in thread.status] == ["open"]


def test_who_denies_a_deal_while_talks_are_open_stands_beside_who_tells_of_it(draft):
    report = draft("The monitor tells of a deal. There is no deal, the army says. They had demanded passage.")
    monitor = report.said("tells of a deal", by="Peak Monitor")
    army = report.said("There is no deal", by=ARMY)
    report.move("demanded", "demand", by=(GUARD,), to=(ARMY,))
    report.move("a deal", "agree", by=(GUARD,), to=(ARMY,), whose=monitor)
    report.move("no deal", "deny_talks", by=(ARMY,), to=(GUARD,), whose=army, status="denied")

    (thread,) = situate([report.reading()]).threads

    assert [state.value for state in thread.status] == ["agreed", "open"]


def test_one_sides_move_belongs_to_the_only_talks_that_it_has_in_the_case_about_that_time(talks):
    alone, later = talks("offer", to=None, on="2030-05-12", outlet="Herald"), talks("offer", to=None, on="2030-11-12", outlet="Herald")

    pair, single = situate([talks("demand"), alone, later]).threads

    assert [move.kind for move in pair.moves] == ["demand", "offer"]
    assert single.parties == ("party:valley guard",)


def test_an_answer_to_nobody_by_name_is_to_the_only_one_who_had_asked(talks):
    (thread,) = situate([talks("demand", to=None), talks("reject", by=ARMY, to=None, on="2030-05-11", outlet="Herald")]).threads

    assert thread.parties == ("party:lowland army", "party:valley guard")
    assert [state.value for state in thread.status] == ["refused"]


def test_what_becomes_of_a_truce_whose_sides_go_unsaid_belongs_to_the_only_talks_of_that_time(draft, talks):
    report = draft("The truce collapsed.", published="2030-05-15", outlet="Herald")
    report.move("collapsed", "breach")

    (thread,) = situate([talks("agree"), report.reading()]).threads

    assert [state.value for state in thread.status] == ["broken"]


def test_somebody_called_by_the_last_name_alone_has_one_word(draft):
    full = draft("Tom Weld refuses a truce.", published="2030-05-10")
    full.move("refuses", "reject", by=(ARMY,), to=(GUARD,), whose=full.said("refuses a truce", by="Tom Weld", of=ARMY))
    short = draft("Weld now accepts a truce.", published="2030-05-11", outlet="Herald")
    short.move("accepts", "accept", by=(ARMY,), to=(GUARD,), whose=short.said("accepts a truce", by="Weld"))

    (thread,) = situate([full.reading(), short.reading()]).threads

    assert [state.value for state in thread.status] == ["agreed"]


def test_a_side_that_one_report_only_describes_is_the_one_that_others_name(talks):
    offer = talks("offer", by=ARMY, to=None)
    refused = talks("reject", by=GUARD, to="army", on="2030-05-12", outlet="Herald")

    (thread,) = situate([offer, refused]).threads

    assert thread.parties == ("party:lowland army", "party:valley guard")
    assert [state.value for state in thread.status] == ["refused"]


def test_what_is_carried_out_on_anothers_word_was_agreed(talks):
    agreed = talks("agree")
    begun = talks("implement", on="2030-05-11", outlet="Herald")

    (thread,) = situate([agreed, begun]).threads

    assert [state.value for state in thread.status] == ["implemented"]


def test_who_tells_of_a_refusal_is_no_side_of_the_talks(draft, talks):
    report = draft("The Valley Guard still refuses, Ada Brunn said.", published="2030-05-12", outlet="Herald")
    said = report.said("The Valley Guard still refuses", by="Ada Brunn")
    report.move("refuses", "reject", by=(GUARD,), to=("Ada Brunn",), whose=said)

    (thread,) = situate([talks("demand", by=ARMY, to=GUARD), report.reading()]).threads

    assert [move.kind for move in thread.moves] == ["demand", "reject"]


def test_the_same_words_in_a_copy_are_of_the_sides_that_the_original_names(draft):
    words = "a deal between the two sides on the road to the town"

    def telling(by, to, outlet):
        report = draft(f"{outlet} tells of {words}.", outlet=outlet)
        report.move(words, "agree", by=(by,), to=(to,))
        return report.reading()

    (thread,) = situate([telling(GUARD, ARMY, "Courier"), telling("army", "fighters", "Herald")]).threads

    assert thread.parties == ("party:lowland army", "party:valley guard")


def test_a_side_that_goes_by_the_last_word_of_its_name_is_that_side(talks, draft):
    report = draft("The Guard broke the truce.", published="2030-05-14", outlet="Herald")
    report.move("broke", "breach", by=("Guard",))

    (thread,) = situate([talks("agree"), report.reading()]).threads

    assert [state.value for state in thread.status] == ["broken"]


def test_a_first_step_after_a_refusal_opens_the_talks_again(talks):
    refused = [talks("demand"), talks("reject", by=ARMY, to=GUARD, on="2030-05-12")]

    (opened,) = situate([*refused, talks("implement", on="2030-05-15")]).threads
    (agreed,) = situate([*refused, talks("agree", on="2030-05-14"), talks("implement", on="2030-05-15")]).threads

    assert [[state.value for state in thread.status] for thread in (opened, agreed)] == [["open"], ["implemented"]]


def test_asking_for_more_undoes_no_deal(talks):
    readings = [talks("agree"), talks("demand", on="2030-05-13")]

    (soon,), (late,) = situate(readings).threads, situate([*readings, talks("propose", on="2030-06-20")]).threads

    assert [[state.value for state in thread.status] for thread in (soon, late)] == [["agreed"], ["open"]]


def test_a_company_is_a_side_only_where_nobody_else_is(talks):
    demand = talks("demand", to="Ore Company")
    (alone,) = situate([demand]).threads

    (thread,) = situate([demand, talks("reject", by=ARMY, to=GUARD, on="2030-05-12")]).threads

    assert alone.parties == ("party:ore company", "party:valley guard")
    assert [move.kind for move in thread.moves] == ["demand", "reject"]


@pytest.mark.parametrize(("sides", "threads"), [(("fighters", None), 0), (("fighters", "army"), 1), (("fighters", GUARD), 1)])
def test_talks_have_a_party(talks, sides, threads):
    assert len(situate([talks("breach", *sides)]).threads) == threads


def test_a_denial_that_the_outlet_tells_is_the_word_of_who_denies(draft, talks):
    report = draft("The army denied that it had signed anything.", published="2030-05-11")
    report.said("it had signed anything", by=ARMY, stance="deny")
    report.move("denied that it had signed anything", "deny_talks", by=(ARMY,), to=(GUARD,), status="denied")

    situation = situate([talks("agree"), report.reading()])

    assert [side.source for side in situation.disputes[0].sides] == ["voice:courier", "party:lowland army"]


def test_across_from_one_party_a_power_without_a_name_is_one_side(talks):
    asking = [talks("demand", to="army"), talks("offer", to="army", on="2030-05-11")]
    readings = [*asking, talks("reject", to="soldiers", on="2030-05-12", outlet="Herald")]

    (thread,) = situate(readings).threads

    assert (thread.parties, len(thread.moves)) == (("party:army", "party:valley guard"), 3)


def test_what_is_told_as_done_was_not_done_after_the_report(talks):
    """A day behind the report's own is another thing's: the truce that is told as begun stands where it is told."""
    misdated = talks("implement", on="2030-05-12", when="2030-06-20")
    broken = talks("breach", on="2030-05-14", outlet="Herald")

    (thread,) = situate([talks("agree"), misdated, broken]).threads

    assert [move.kind for move in thread.moves] == ["agree", "implement", "breach"]
    assert [state.value for state in thread.status] == ["broken"]


def test_who_told_of_a_deal_does_not_gainsay_its_end_the_day_after(talks):
    (thread,) = situate([talks("agree", outlet="Courier"), talks("breach", on="2030-05-11", outlet="Herald")]).threads

    assert [state.value for state in thread.status] == ["broken"]


def test_one_side_that_calls_a_truce_broken_takes_back_nothing_of_what_others_saw_kept(draft, talks):
    report = draft("The Guard broke the truce, the Lowland Army said.", published="2030-05-11", outlet="Herald")
    report.move("broke the truce", "breach", by=(GUARD,), to=(ARMY,), whose=report.said("broke the truce", by=ARMY))

    (thread,) = situate([talks("implement", outlet="Courier"), report.reading()]).threads

    assert [state.value for state in thread.status] == ["broken", "implemented"]


def test_one_report_that_tells_of_a_deal_and_its_end_tells_that_it_ended(draft):
    report = draft("The truce that the Guard agreed at noon was violated by dusk, Ada Brunn said.")
    report.move("agreed", "agree", by=(GUARD,), to=(ARMY,))
    report.move("violated", "breach", by=(GUARD,), to=(ARMY,), whose=report.said("violated by dusk", by="Ada Brunn"))

    (thread,) = situate([report.reading()]).threads

    assert [state.value for state in thread.status] == ["broken"]


def test_a_step_of_good_will_that_two_outlets_tell_is_no_deal(talks):
    refused = [talks("demand"), talks("reject", by=ARMY, to=GUARD, on="2030-05-12"), talks("mediate", on="2030-05-14")]

    (thread,) = situate([*refused, talks("implement", on="2030-05-15"), talks("implement", on="2030-05-15", outlet="Herald")]).threads

    assert [state.value for state in thread.status] == ["open"]


def test_what_a_person_does_of_whom_nobody_tells_for_whom_is_no_talks(draft, talks):
    report = draft("Ada Brunn refuses to say anything.", published="2030-05-11")
    report.move("refuses", "reject", by=("Ada Brunn",))

    assert [thread.parties for thread in situate([talks("demand"), report.reading()]).threads] == [("party:lowland army", "party:valley guard")]


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        (["agree", "breach", "demand"], "broken"),
        (["agree", "breach", "ultimatum", "demand"], "broken"),
        (["agree", "breach", "agree", "demand"], "agreed"),
        (["agree", "breach", "offer"], "open"),
        (["walk_out", "demand"], "open"),
    ],
)
def test_what_is_demanded_after_a_breach_opens_nothing_anew(talks, kinds, status):
    readings = [talks(kind, on=f"2030-05-{10 + 5 * number}") for number, kind in enumerate(kinds)]

    assert [state.value for thread in situate(readings).threads for state in thread.status][-1:] == [status]


@pytest.mark.parametrize(("asked", "count"), [("asked for the truce to be extended", 1), ("asked for a hearing in the capital", 2)])
def test_what_a_go_between_asks_of_nobody_about_the_truce_is_of_the_only_talks(draft, talks, asked, count):
    report = draft(f"The League {asked}.", published="2030-05-13", outlet="Herald")
    report.move(asked, "demand", by=("Relief League",))

    threads = situate([talks("agree"), talks("breach", on="2030-05-11"), report.reading()]).threads

    assert len(threads) == count
    assert ["broken"] in [[state.value for state in thread.status] for thread in threads]


@pytest.mark.parametrize(("kind", "with_the_guard"), [("demand", ["party:lowland army"]), ("agree", ["party:lowland army", "party:relief league"])])
def test_a_go_between_is_no_side_of_the_talks_unless_it_makes_deals_of_its_own(draft, talks, kind, with_the_guard):
    mediating = draft("The Relief League mediates between the Valley Guard and the Lowland Army.", published="2030-05-10", outlet="Herald")
    mediating.move("mediates", "mediate", by=("Relief League",), to=(GUARD, ARMY))
    asking = draft("The Relief League turned to the Valley Guard again on Sunday.", published="2030-05-12", outlet="Courier")
    asking.move("turned", kind, by=("Relief League",), to=(GUARD,))

    threads = situate([mediating.reading(), asking.reading(), talks("offer", on="2030-05-11")]).threads

    assert sorted(other for thread in threads for other in thread.parties if other != "party:valley guard") == with_the_guard


def test_through_whom_a_deal_came_is_told_by_the_report_of_both(draft):
    report = draft("The Valley Guard and the Lowland Army agreed on a truce. The Relief League mediated between the two for a week.")
    report.move("agreed on a truce", "agree", by=(GUARD,), to=(ARMY,))
    report.move("mediated between the two", "mediate", by=("Relief League",), to=(GUARD, ARMY))

    (thread,) = situate([report.reading()]).threads

    assert thread.parties == ("party:lowland army", "party:valley guard")
    assert [move.through for move in thread.moves if move.kind == "agree"] == [("party:relief league",)]


@pytest.mark.parametrize(
    ("words", "count"), [("There is no deal with the Lowland Army.", 1), ("Not a coin was paid to the Lowland Army.", 0)]
)  # fmt: skip
def test_whoever_denies_the_price_denies_no_deal(draft, words, count):
    denial = draft(f"{words} So said Ada Brunn of the Valley Guard.", published="2030-05-11", outlet="Herald")
    said = denial.said(words, by="Ada Brunn", of=GUARD, stance="deny")
    denial.move(words, "deny_talks", by=(GUARD,), to=(ARMY,), status="denied", whose=said)
    told = draft("A truce was agreed by the Valley Guard and the Lowland Army, the Peak Monitor said.")
    told.move("A truce was agreed", "agree", by=(GUARD,), to=(ARMY,), whose=told.said("A truce was agreed", by="Peak Monitor"))

    assert len(situate([told.reading(), denial.reading()]).disputes) == count


def test_what_one_side_alone_is_told_to_do_about_two_things_is_two_threads(draft):
    report = draft("The army broke the truce. It agreed to hand over its chemical weapons. It then announced a second truce.")
    report.move("broke the truce", "breach", by=(ARMY,), when="2030-05-08")
    report.move("agreed to hand over its chemical weapons", "agree", by=(ARMY,), when="2030-05-09")
    report.move("announced a second truce", "offer", by=(ARMY,), when="2030-05-10")

    truce, weapons = situate([report.reading()]).threads

    assert [[move.kind for move in thread.moves] for thread in (truce, weapons)] == [["breach", "offer"], ["agree"]]


@pytest.mark.parametrize(("words", "status"), [("a deal brokered by the League", "agreed"), ("the League tried to broker a deal", "open")])
def test_a_deal_that_somebody_brokered_is_agreed(draft, words, status):
    report = draft(f"The valley lives under {words}.")
    report.move(words, "mediate", by=("Relief League",), to=(ARMY, GUARD))

    (thread,) = situate([report.reading()]).threads

    assert [state.value for state in thread.status] == [status]


def test_a_deal_of_nobody_in_particular_is_not_that_of_talks_about_something_else(draft):
    access = draft("The army was asked to let aid in.", published="2030-05-08")
    access.move("asked to let aid in", "demand", by=(GUARD,), to=(ARMY,))
    other = draft("There were evacuation deals.", published="2030-05-12", outlet="Herald")
    other.move("evacuation deals", "agree")

    (thread,) = situate([access.reading(), other.reading()]).threads

    assert [move.kind for move in thread.moves] == ["demand"]


def test_a_deal_that_a_report_only_speaks_of_is_not_in_force_again(draft, talks):
    later = draft("Raids go on weeks after a truce brokered by the League fell apart.", published="2030-05-20", outlet="Herald")
    later.move("a truce brokered by the League", "agree", by=(GUARD,), to=(ARMY,))

    (thread,) = situate([talks("agree"), talks("breach", on="2030-05-12"), later.reading()]).threads

    assert [state.value for state in thread.status] == ["broken"]


def test_a_deal_that_a_report_only_speaks_of_was_made_after_a_refusal(draft, talks):
    later = draft("The road is open under a truce brokered by the League.", published="2030-05-20", outlet="Herald")
    later.move("a truce brokered by the League", "agree", by=(GUARD,), to=(ARMY,))

    (thread,) = situate([talks("demand"), talks("reject", by=ARMY, to=GUARD, on="2030-05-12"), later.reading()]).threads

    assert "agreed" in [state.value for state in thread.status]


@pytest.mark.parametrize(
    ("sentence", "words", "status"),
    [
        ("A new truce brokered by the League took hold.", "A new truce brokered by the League", "agreed"),
        ("A second truce mediated by the League has calmed the valley since Tuesday.", "A second truce mediated by the League", "agreed"),
        ("Bakers lit their ovens under a truce agreed by the guard and the army.", "a truce agreed by the guard and the army", "agreed"),
        ("A truce brokered by the League is in place.", "A truce brokered by the League", "agreed"),
        ("The truce brokered by the League took hold.", "The truce brokered by the League", "agreed"),
        ("Raids go on despite a truce brokered by the League.", "a truce brokered by the League", "broken"),
        ("Shells fell days after a truce brokered by the League.", "a truce brokered by the League", "broken"),
        ("A truce brokered by the League has not held.", "A truce brokered by the League", "broken"),
        ("A truce brokered by the League held for a day and fell apart.", "A truce brokered by the League", "broken"),
        ("Bakers lit their ovens under the truce brokered by the League.", "the truce brokered by the League", "broken"),
        ("Millers spoke of the truce brokered by the League.", "the truce brokered by the League", "broken"),
    ],
)  # fmt: skip
def test_a_new_deal_and_one_that_holds_are_not_merely_spoken_of(draft, talks, sentence, words, status):
    later = draft(sentence, published="2030-05-20", outlet="Herald")
    later.move(words, "agree", by=(GUARD,), to=(ARMY,))

    (thread,) = situate([talks("agree"), talks("breach", on="2030-05-12"), later.reading()]).threads

    assert [state.value for state in thread.status] == [status]


def test_who_only_speaks_of_a_deal_takes_no_talks_up_again(draft, talks):
    between = draft("Raids go on despite a truce brokered by the League.", published="2030-07-20", outlet="Herald")
    between.move("a truce brokered by the League", "agree", by=(GUARD,), to=(ARMY,))

    first, second = situate([talks("agree"), between.reading(), talks("offer", on="2030-08-01")]).threads

    assert [len(first.moves), len(second.moves)] == [2, 1]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("agreed to meet again on 28 May", "open"),
        ("agreed to a second round of talks", "open"),
        ("agreed to continue the talks in Kesh", "open"),
        ("accepted the invitation to talks", "open"),
        ("agreed to resume the stalled talks", "open"),
        ("agreed to return to the negotiating table", "open"),
        ("agreed to talks on a truce and a swap of men", "open"),
        ("agreed to meet to go over the terms of the truce", "open"),
        ("agreed to a truce after talks", "agreed"),
        ("agreed to talks and to a truce from Friday", "agreed"),
        ("agreed on the first round of talks in Kesh to a truce", "agreed"),
        ("agreed to meet all terms of the truce", "agreed"),
        ("agreed on the release of ten men", "agreed"),
    ],
)
def test_who_agrees_only_to_talk_has_agreed_on_nothing(draft, words, status):
    report = draft(f"The two sides {words}.")
    report.move(words, "agree", by=(GUARD,), to=(ARMY,))

    (thread,) = situate([report.reading()]).threads

    assert [state.value for state in thread.status] == [status]


def test_who_talks_on_about_a_deal_takes_nothing_of_it_back(draft, talks):
    after = draft("The guard accepted talks on the truce.", published="2030-05-14", outlet="Herald")
    after.move("accepted talks on the truce", "accept", by=(GUARD,), to=(ARMY,))

    (standing,) = situate([talks("agree"), after.reading()]).threads
    (broken,) = situate([talks("agree"), talks("breach", on="2030-05-12"), after.reading()]).threads

    assert [[state.value for state in thread.status] for thread in (standing, broken)] == [["agreed"], ["open"]]


def test_a_mediators_deadline_and_the_answer_to_it_are_between_those_whom_he_meets(draft, talks):
    bloc, other = "Relief League", "Herald"
    met = draft("The League met both.", published="2030-05-09")
    met.move("met both", "meet", by=(bloc,), to=(GUARD, ARMY))
    refused = draft("The army refused to sign the League's paper.", published="2030-05-12", outlet=other)
    refused.move("refused to sign the League's paper", "reject", by=(ARMY,), to=(bloc,))

    threads = situate([met.reading(), talks("demand"), refused.reading()]).threads

    assert {thread.parties for thread in threads} == {("party:lowland army", "party:valley guard")}


@pytest.mark.parametrize(
    ("asks", "refuses", "threads"),
    [
        ("The League demanded that the guard free nine of its nurses.", "The guard rejected the demand.", 2),
        ("The League demanded that the guard give back its flour.", "The guard refused to give back the flour.", 2),
        ("The League demanded that the guard sign the truce.", "The guard rejected the truce.", 1),
        ("The League demanded that the guard withdraw from the mill.", "The guard rejected the talks.", 1),
    ],
)
def test_who_has_met_both_sides_may_still_ask_for_its_own(draft, talks, asks, refuses, threads):
    bloc = "Relief League"
    met = draft("The League met both.", published="2030-05-09")
    met.move("met both", "meet", by=(bloc,), to=(GUARD, ARMY))
    asked = draft(asks, published="2030-05-12", outlet="Herald")
    asked.move(asks[:-1], "demand", by=(bloc,), to=(GUARD,))
    refused = draft(refuses, published="2030-05-13", outlet="Times")
    refused.move(refuses[:-1], "reject", by=(GUARD,), to=(bloc,))

    found = situate([met.reading(), talks("demand"), asked.reading(), refused.reading()]).threads

    own = [thread for thread in found if "party:relief league" in thread.parties]
    assert len(found) == threads
    assert [[state.value for state in thread.status] for thread in own] == ([["refused"]] if threads > 1 else [])


def test_the_rebels_are_no_mediator(draft, talks):
    refused = draft("The fighters refused the army's offer.", published="2030-05-12", outlet="Herald")
    refused.move("refused the army's offer", "reject", by=("fighters",), to=(ARMY,))
    bloc = draft("The League asked the army for a truce.", published="2030-05-11", outlet="Times")
    bloc.move("asked the army for a truce", "demand", by=("Relief League",), to=(ARMY,))

    threads = situate([talks("offer", by=ARMY, to=GUARD), bloc.reading(), refused.reading()]).threads

    assert ["offer", "reject"] in [[move.kind for move in thread.moves] for thread in threads]


def test_a_deal_of_long_ago_that_is_told_to_have_begun_then_takes_no_talks_up_again(draft, talks):
    told = draft("On 12 May a truce brokered by the League took effect. Raids went on.", published="2030-06-25", outlet="Herald")
    told.move("a truce brokered by the League", "mediate", by=("Relief League",), to=(ARMY, GUARD))
    told.move("took effect", "implement", by=(GUARD,), to=(ARMY,), when="2030-05-12")

    _, second = situate([talks("agree"), told.reading(), talks("offer", on="2030-08-01")]).threads

    assert [move.kind for move in second.moves] == ["offer"]


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Insurgents in Mozambique broke a ceasefire near Palma.", "agreed"),
        ("Separatists in Cameroon rejected a ceasefire.", "agreed"),
        ("A ceasefire in the Congo collapsed after militiamen raided a village near Goma.", "agreed"),
        ("In Yemen's Taiz, militants broke a ceasefire.", "agreed"),
        ("In Syria's Homs, militants broke a ceasefire.", "broken"),
    ],
)
def test_what_nobody_named_does_in_another_country_is_no_part_of_the_talks(merged, later, status):
    agreed = "The Syrian army and the Islamic Front agreed a truce in Homs on Monday."

    (thread,) = merged(("Courier", "2014-05-01", agreed), ("Herald", "2014-05-06", later)).threads

    assert [state.value for state in thread.status] == [status]


def test_a_country_by_name_is_not_that_of_a_power_whose_talks_nobody_sets_anywhere(merged):
    agreed = ("Courier", "2025-05-01", "Israel and Hamas agreed a truce on Monday.")
    elsewhere = ("Herald", "2025-05-06", "A ceasefire in the Congo collapsed after militiamen raided a village near Goma.")

    assert [[state.value for state in thread.status] for thread in merged(agreed, elsewhere).threads] == [["agreed"]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel and Hamas agreed a truce on Wednesday, hours after a hospital collapsed in Gaza City.", "agreed"),
        ("Israel and Hamas agreed a ceasefire on Wednesday after the currency collapsed.", "agreed"),
        ("Israel and Hamas agreed a truce on Monday to prevent the collapse of talks.", "agreed"),
        ("Israel and Hamas agreed a truce on Monday that soon collapsed.", "broken"),
        ("A ceasefire between Israel and Hamas brokered by Qatar collapsed on Monday.", "broken"),
    ],
)
def test_what_collapses_beside_a_deal_is_not_the_deal(merged, text, status):
    (thread,) = merged(("Courier", "2025-05-01", text)).threads

    assert [state.value for state in thread.status] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Hamas agreed a new ceasefire on Monday, a week after the collapse of the last truce.",
        "After violations of the truce Israel and Hamas agreed a new ceasefire on Monday.",
    ],
)
def test_a_new_deal_is_not_broken_by_the_end_of_the_one_before(merged, text):
    (thread,) = merged(("Courier", "2025-05-08", text)).threads

    assert [state.value for state in thread.status] == ["agreed"]
