"""What is disputed without an incident: a deal or talks told as moves alone, and ground that two say they hold."""

import pytest

from sayso.situation import situate

GUARD, ARMY = "Valley Guard", "Lowland Army"


@pytest.fixture
def move(draft):
    """One move on somebody's word."""

    def make(words, kind, whose="Relief League", on="2030-05-10", stance="say", **values):
        report = draft(f"{words} ({whose}, {on})", published=on, outlet=f"Courier of {whose}")
        said = report.said(words, by=whose, stance=stance)
        report.move(words, kind, by=(GUARD,), to=(ARMY,), whose=said, **values)
        return report.reading()

    return make


@pytest.fixture
def ground(draft):
    """One report of who has Arnholt, on somebody's word."""

    def make(holder, relation="holds", whose=None, on="2030-05-10", **values):
        words = f"{holder} {relation} Arnholt"
        report = draft(f"{words}, {whose} said on {on}.", published=on, outlet=f"Paper of {whose}")
        said = report.said(words, by=whose or holder)
        report.held(words, holder, "Arnholt", relation, according_to=said, **values)
        return report.reading()

    return make


def test_a_deal_told_as_a_move_is_disputed_by_a_side_that_denies_it(move):
    situation = situate([move("both signed", "agree"), move("nobody signed a deal", "deny_talks", ARMY, "2030-05-11", "deny")])

    (dispute,) = situation.disputes
    assert (dispute.kind, dispute.incidents, dispute.since) == ("denied", (), "2030-05-11")
    assert dispute.threads == (situation.threads[0].id,)
    assert [side.source for side in dispute.sides] == ["party:relief league", "party:lowland army"]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        (("both signed", "agree", ARMY), ("nobody signed a deal", "deny_talks", ARMY)),  # by one and the same
        (("both signed", "agree", "Relief League", "2030-05-14"), ("nobody signed a deal", "deny_talks", ARMY, "2030-05-11")),  # before it was told
        (("both signed", "agree", "Relief League", "2030-04-02"), ("nobody signed a deal", "deny_talks", ARMY, "2030-05-11")),  # long ago
        (("they want the well", "demand"), ("nobody signed a deal", "deny_talks", ARMY, "2030-05-11")),  # nobody tells of a deal
        (("their envoys met", "meet"), ("nobody signed a deal", "deny_talks", ARMY, "2030-05-11")),  # they may have met all the same
    ],
)
def test_what_nobody_gainsays_is_no_dispute(move, told, denied):
    assert situate([move(*told), move(*denied)]).disputes == ()


def test_talks_that_are_denied_are_those_that_were_held(move):
    situation = situate([move("their envoys met", "meet"), move("we hold no talks", "deny_talks", ARMY, "2030-05-11", "deny")])

    assert [dispute.kind for dispute in situation.disputes] == ["denied"]


def test_a_breach_is_disputed_by_who_denies_that_breach(move):
    told = move("they broke the truce", "breach", GUARD)
    denied = move("we broke nothing", "breach", ARMY, "2030-05-11", "deny", status="denied")

    (dispute,) = situate([told, denied]).disputes

    assert [side.says for side in dispute.sides] == ["they broke the truce (Valley Guard, 2030-05-10)", "we broke nothing (Lowland Army, 2030-05-11)"]


def test_a_deal_that_an_incident_has_is_not_disputed_twice(draft):
    readings = []
    tellings = ("a deal was reached", "Relief League", "happened", "agree"), ("no deal was reached", ARMY, "denied", "deny_talks")
    for words, whose, status, kind in tellings:
        report = draft(f"{words}, it said.", outlet=f"Paper of {whose}")
        said = report.said(words, by=whose, stance="deny" if status == "denied" else "say")
        report.event("deal", type="AGREE", mode=None, by=(GUARD,), to=(ARMY,), when="2030-05-09", status=status, whose=said)
        report.move(words, kind, by=(GUARD,), to=(ARMY,), whose=said)
        readings.append(report.reading())

    (dispute,) = situate(readings).disputes

    assert len(dispute.incidents) == 1


def test_two_who_hold_one_town_are_in_dispute(ground):
    (dispute,) = situate([ground(GUARD, "took", on="2030-05-09"), ground(ARMY, on="2030-05-10")]).disputes

    assert (dispute.kind, dispute.since, dispute.incidents) == ("status", "2030-05-10", ())
    assert {side.source for side in dispute.sides} == {"party:valley guard", "party:lowland army"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((GUARD, "took"), (ARMY, "took", None, "2030-05-11")),  # taken back
        ((GUARD, "took"), (ARMY, "holds", None, "2030-05-20")),  # long after
        ((ARMY, "holds"), (GUARD, "took", None, "2030-05-11")),  # held until then
        ((GUARD, "took"), (GUARD, "holds", "Peak Monitor")),  # the same holder
        ((GUARD, "took", "Peak Monitor"), (ARMY, "holds", "Relief League")),  # two onlookers, of one morning and one evening
        ((GUARD, "took", "Peak Monitor"), (ARMY, "holds", "Peak Monitor")),  # one source
    ],
)
def test_ground_that_changes_hands_is_in_no_dispute(ground, first, second):
    assert situate([ground(*first), ground(*second)]).disputes == ()


def test_a_part_of_a_town_may_be_anothers(ground):
    assert situate([ground(GUARD, "took"), ground(ARMY, extent="part")]).disputes == ()


def test_a_headline_that_quotes_somebody_confirms_nothing(draft):
    report = draft("Jets struck market, monitor says\n\nJets hit a market in Arnholt on Friday, the monitor said.", outlet="Coast Agency")
    said = report.said("Jets hit a market in Arnholt on Friday", by="Peak Monitor")
    report.event("struck", at="Arnholt", when="2030-05-10")
    report.event("hit", at="Arnholt", when="2030-05-10", whose=said)
    echoed = draft("Jets struck in Arnholt, it is told.", outlet="Peak Monitor")
    echoed.event("struck", at="Arnholt", when="2030-05-10")

    situation = situate([report.reading(), echoed.reading()])

    assert [source.corroborated for source in situation.sources if source.party == "party:peak monitor"] == [()]


def test_each_side_lays_a_deed_at_the_others_door(draft):
    report = draft("Shells hit a mill in Arnholt on Friday. The guard said the army shelled it. The army said the guard shelled the mill.")
    first = report.said("the army shelled it", by=GUARD)
    other = report.said("the guard shelled the mill", by=ARMY)
    report.event("shelled it", mode="heavy-weapons", by=(ARMY,), at="Arnholt", whose=first)
    report.event("shelled the mill", mode="heavy-weapons", by=(GUARD,), at="Arnholt", whose=other)

    (dispute,) = situate([report.reading()]).disputes

    assert (dispute.kind, [side.source for side in dispute.sides]) == ("actor", ["party:valley guard", "party:lowland army"])


@pytest.mark.parametrize(("thing", "at", "kinds"), [("mill", "Arnholt", ["actor"]), ("depot", "Arnholt", []), ("mill", "Bremfeld", [])])
def test_the_same_thing_struck_by_two_is_a_dispute_of_who(draft, thing, at, kinds):
    readings = []
    for doer, speaker, what, where in ((ARMY, "Relief League", "mill", "Arnholt"), (GUARD, "Peak Monitor", thing, at)):
        report = draft(f"{doer} struck a {what}, it said.", outlet=speaker)
        report.event("struck", by=(doer,), at=where, when="2030-05-09", whose=report.said(f"{doer} struck a {what}", by=speaker))
        readings.append(report.reading())

    assert [dispute.kind for dispute in situate(readings).disputes] == kinds


def test_a_texts_own_sum_of_what_others_count_contradicts_nobody(draft):
    report = draft("Jets killed 12 in Arnholt. They killed five, the monitor said.")
    said = report.said("They killed five", by="Peak Monitor")
    twelve, five = report.figure("12", "killed", 12, 12), report.figure("five", "killed", 5, 5)
    report.event("killed 12", at="Arnholt", when="2030-05-09", figures=(twelve,))
    report.event("killed five", at="Arnholt", when="2030-05-09", figures=(five,), whose=said)

    assert situate([report.reading()]).disputes == ()


def test_a_town_that_somebody_means_to_take_is_in_no_dispute(draft):
    report = draft("The Guard is determined to capture Arnholt. Arnholt is held by the army.", published="2030-05-10")
    meant = report.said("The Guard is determined to capture Arnholt", by=GUARD)
    held = report.said("Arnholt is held by the army", by=ARMY)
    report.held("The Guard is determined to capture Arnholt", GUARD, "Arnholt", "took", according_to=meant)
    report.held("Arnholt is held by the army", ARMY, "Arnholt", according_to=held)

    assert situate([report.reading()]).disputes == ()


def of_nobody(reading):
    """The same report, which does not say whose the siege is."""
    return reading.model_copy(update={"control": tuple(one.model_copy(update={"holder": None}) for one in reading.control)})


def test_a_siege_of_nobody_named_is_that_of_the_only_besieger_of_the_place(ground):
    later = of_nobody(ground(GUARD, "besieges", whose="Relief League", on="2030-05-20"))

    situation = situate([ground(GUARD, "besieges", whose="Relief League"), later])
    assert [one.holder for one in situation.control] == ["party:valley guard"] * 2
    between_two = situate([ground(GUARD, "besieges", whose="Relief League"), ground(ARMY, "besieges", whose="Relief League"), later])
    assert [one.holder for one in between_two.control if one.report == later.report.id] == [None]


def test_whose_a_siege_was_years_ago_says_nothing_of_whose_it_is(ground):
    later = of_nobody(ground(GUARD, "besieges", whose="Relief League", on="2033-05-20"))

    assert [one.holder for one in situate([ground(GUARD, "besieges", whose="Relief League"), later]).control] == ["party:valley guard", None]
