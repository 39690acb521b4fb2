"""False corroboration is the worst fault: what looks alike and is not one happening stays apart, and a relayed word is no second origin."""

import pytest

from sayso.situation import situate
from sayso.situation.acts import OPEN, act_of, acts_agree, acts_speak


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ASSAULT", None, "clashes"), ("ASSAULT", "aerial", "air strikes")),
        (("ASSAULT", None, "captured"), ("ASSAULT", None, "fighting")),
        (("ASSAULT", "heavy-weapons", "shot down"), ("ASSAULT", "aerial", "raids")),
        (("AGREE", None, "offer"), ("AGREE", None, "agreed")),
        (("SUPPORT", None, "praised"), ("AGREE", None, "deal")),
    ],
)
def test_other_acts_are_other_happenings(one, other):
    assert not acts_agree(act_of(*one), act_of(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ASSAULT", None, "killed"), ("ASSAULT", "aerial", "air strikes")),
        (("ASSAULT", "suicide-attack", "bomber"), ("ASSAULT", "explosives", "blast")),
        (("AGREE", None, "truce"), ("SUPPORT", None, "accord")),
    ],
)
def test_one_act_in_other_words_can_be_one_happening(one, other):
    assert acts_agree(act_of(*one), act_of(*other))


@pytest.mark.parametrize("bombs", ["barrel bombs", "cluster bomb attack"])
def test_bombs_that_scatter_are_no_gas(bombs):
    assert not acts_speak(act_of("ASSAULT", "unconventional", "gas attack"), act_of("ASSAULT", "unconventional", bombs))


def test_an_offer_that_elders_carry_is_not_the_truce_that_a_monitor_tells_of(draft):
    elders = draft("Elders carried an offer from the guard.", outlet="Herald")
    elders.event("offer", type="AGREE", mode=None, by=("Valley Guard",), to=("Lowland Army",), at="Arnholt", when="2030-05-09")
    monitor = draft("The monitor: truce agreed.")
    said = monitor.said("truce agreed", by="Peak Monitor")
    monitor.event("agreed", type="AGREE", mode=None, by=("Valley Guard",), to=("Lowland Army",), at="Arnholt", when="2030-05-09", whose=said)

    assert [incident.origins_for for incident in situate([elders.reading(), monitor.reading()]).incidents] == [1, 1]


def test_the_same_day_and_doer_without_a_place_are_not_enough(strike):
    one = strike(by=None, at=None)
    two = strike("Planes hit it.", by=None, outlet="Herald", trigger="hit", at=None)

    assert len(situate([one, two]).incidents) == 2


def test_numbers_that_cannot_both_be_right_speak_for_two_strikes(draft):
    readings = []
    for number, words in ((3, "A strike killed 3."), (40, "There were 40 dead in the strike.")):
        report = draft(words, outlet=words)
        figure = report.figure(str(number), low=number, high=number)
        report.event("strike", mode=None, at="Arnholt", when="2030-05-09", figures=(figure,))
        readings.append(report.reading())

    assert len(situate(readings).incidents) == 2


def test_what_a_report_says_itself_of_an_incident_that_it_was_told_of_is_no_second_origin(draft):
    report = draft("Jets struck the mill. It was bombed, the monitor said.")
    whose = report.said("It was bombed", by="Peak Monitor")
    known = {"by": ("Lowland Army",), "at": "Arnholt", "when": "2030-05-09"}
    report.event("struck", **known)
    report.event("bombed", whose=whose, **known)

    (incident,) = situate([report.reading()]).incidents

    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_a_sentence_in_which_somebody_is_quoted_counts_for_its_outlet_only_where_nobody_else_tells_it(draft, strike):
    report = draft("Jets struck the market and more may be dead, the league said.", outlet="Herald")
    report.said("more may be dead", by="Relief League", cue=report.span("said"))
    report.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09")
    alone, told = report.reading(), strike()

    assert situate([alone]).incidents[0].origins_for == 1
    assert situate([alone, told]).incidents[0].origins_for == 1


@pytest.mark.parametrize("description", ["monitoring group", "army", "ministry officials"])
def test_a_description_may_be_somebody_who_is_named_elsewhere_and_adds_no_origin(draft, strike, description):
    report = draft(f"Planes struck there, the {description} said.", outlet="Herald")
    whose = report.said("Planes struck there", by=description)
    report.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09", whose=whose)

    (incident,) = situate([strike(), report.reading()]).incidents

    assert (incident.origins_for, incident.unnamed) == (1, 1)


def test_an_outlets_own_reporter_is_the_outlet(draft, strike):
    report = draft("Planes struck there, a Herald correspondent said.", outlet="Herald")
    whose = report.said("Planes struck there", by="Herald correspondent")
    report.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09", whose=whose)

    (incident,) = situate([strike(), report.reading()]).incidents

    assert (incident.origins_for, incident.unnamed) == (2, 0)


@pytest.mark.parametrize("words", ["The army foiled an attack", "They acted to avoid an attack", "Those who were not hit by the attack left"])
def test_what_came_to_nothing_denies_nobodys_word(draft, strike, words):
    report = draft(f"{words}, the army said.", outlet="Herald")
    whose = report.said(words, by="Lowland Army")
    report.event("attack", mode=None, to=("residents",), at="Arnholt", when="2030-05-09", status="denied", whose=whose)
    told = strike("Jets struck in an attack.", mode=None, trigger="attack", to=("residents",))

    situation = situate([told, report.reading()])

    assert situation.disputes == ()
    assert [incident.origins_against for incident in situation.incidents if incident.origins_for] == [0]


def test_a_copy_that_gives_a_sentence_to_somebody_else_adds_no_origin(draft):
    long = "Jets struck the market of the old town on the hill this morning and nobody knows how many are dead or who sent them there."
    readings = []
    for outlet, by in (("Courier", "Peak Monitor"), ("Herald", "Relief League")):
        report = draft(f"{long} {outlet}.", outlet=outlet)
        whose = report.said(long, by=by)
        report.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09", whose=whose)
        readings.append(report.reading())

    (incident,) = situate(readings).incidents

    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_a_town_that_one_report_has_no_point_for_is_the_town_of_that_name(strike):
    one, two = strike(by=None), strike("Planes hit it.", by=None, outlet="Herald", trigger="hit")
    unknown = two.places[0].model_copy(update={"lat": None, "lon": None, "country": None})

    (incident,) = situate([one, two.model_copy(update={"places": (unknown,)})]).incidents

    assert incident.origins_for == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ASSAULT", "explosives", "explosion"), ("ASSAULT", "heavy-weapons", "rocket")),
        (("AID", None, "evacuated"), ("RETREAT", "withdraw", "pulled out")),
        (("RETREAT", None, "handed over"), ("RETREAT", "release", "freed")),
    ],
)
def test_what_blew_up_or_came_out_goes_by_several_words(one, other):
    assert acts_agree(act_of(*one), act_of(*other))
    assert act_of(*one) not in OPEN


def test_what_was_struck_is_evidence(draft):
    def told(words, outlet, trigger):
        report = draft(words, outlet=outlet)
        report.event(trigger, mode=None, at="Great Arnholt", when="2030-05-09")
        return report.reading()

    ferry = told("A ferry was hit in Great Arnholt.", "Herald", "hit")

    assert len(situate([ferry, told("They hit two ferries there.", "Gazette", "hit")]).incidents) == 1
    assert len(situate([ferry, told("They hit two depots there.", "Gazette", "hit")]).incidents) == 2


def test_soldiers_and_guerrillas_do_not_make_one_raid_but_may_fight_one_battle(draft):
    def told(trigger, by, outlet):
        report = draft(f"There was a {trigger} by {by}.", outlet=outlet)
        report.event(trigger, mode=None, by=(by,), at="Arnholt", when="2030-05-09")
        return report.reading()

    raids = situate([told("rocket attack", "army", "Herald"), told("rocket attack", "fighters", "Gazette")])
    clashes = situate([told("clash", "army", "Herald"), told("clash", "fighters", "Gazette")])

    assert (len(raids.incidents), len(clashes.incidents)) == (2, 1)


def test_two_entries_of_one_name_in_one_country_may_be_one_town(strike):
    one = strike("Jets struck Upper Wick.", trigger="struck")
    other = strike("Jets struck it on Thursday.", by="Relief League", outlet="Herald", trigger="struck")
    far = one.places[0].model_copy(update={"lat": 12.5, "gazetteer": "other:1"})

    moved = other.model_copy(update={"places": (far,)})

    assert len(situate([one, moved]).incidents) == 1
    assert len(situate([one, moved.model_copy(update={"places": (far.model_copy(update={"name": "Nether Wick"}),)})]).incidents) == 2


def test_a_common_noun_at_the_head_of_a_sentence_is_nobodys_name(draft):
    def told(name, outlet, country):
        report = draft(f"{name} shelled a hill. ({outlet})", outlet=outlet)
        report.event("shelled", by=(name,), at="Arnholt", when="2030-05-09")
        made = report.reading()
        kinds = {"kind": "armed_group"}
        parties, places = (made.parties[0].model_copy(update=kinds),), (made.places[0].model_copy(update={"country": country}),)
        return made.model_copy(update={"parties": parties, "places": places})

    situation = situate([told("Guerrillas", "Herald", "LL"), told("guerrillas", "Gazette", "LL"), told("guerrillas", "Echo", "HH")])

    assert {one.id for one in situation.parties if one.kind == "armed_group"} == {"party:guerrillas@LL", "party:guerrillas@HH"}


def test_a_count_that_no_event_has_is_of_the_only_deed_in_its_sentence(draft):
    report = draft("Jets struck, the monitor said, and it had counted nine dead. It knew of 40 wounded since June.", outlet="Herald")
    said = report.said("Jets struck, the monitor said, and it had counted nine dead", by="Peak Monitor")
    report.event("struck", at="Arnholt", when="2030-05-09", whose=said)
    report.figure("nine dead", "dead", 9, 9)
    report.figure("40 wounded", "wounded", 40, 40)

    (incident,) = situate([report.reading()]).incidents

    assert [(row.min, row.max) for one in incident.figures for row in one.by_source] == [(9, 9)]
