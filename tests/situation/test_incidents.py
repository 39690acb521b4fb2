"""One happening told by many is one incident; different acts, days and places stay apart; what is not said to have happened is never counted."""

import pytest

from sayso.model import Party
from sayso.situation import situate
from sayso.situation.stories import alike, may_be, story_keys


def test_two_outlets_on_one_strike_tell_of_one_incident(strike):
    (incident,) = situate([strike(by=None, outlet="Courier"), strike("Planes hit it.", by=None, outlet="Herald", trigger="hit")]).incidents

    assert (incident.type, incident.origins_for, incident.status) == ("ASSAULT", 2, "happened")
    assert incident.when.earliest == incident.when.latest == "2030-05-09"
    assert incident.parties.actors == ("party:lowland army",)


@pytest.mark.parametrize(
    "other",
    [
        {"when": "2030-05-06"},
        {"at": "Bremfeld"},
        {"by": ("Valley Guard",)},
        {"mode": "abduct"},
        {"type": "COERCE", "mode": "seize"},
    ],
)
def test_another_day_place_party_or_kind_of_act_is_another_incident(strike, other):
    who = other.pop("by", ("Lowland Army",))

    def told(text, **values):
        return strike(text, by=None, **values)

    first = told("Jets struck the market.")
    second = told("Again it struck.", **other) if who == ("Lowland Army",) else _by(told, who)

    assert len(situate([first, second]).incidents) == 2


def _by(told, who):
    reading = told("Again it struck.")
    party = reading.parties[0].model_copy(update={"name": who[0], "kind": "armed_group", "aliases": who})
    return reading.model_copy(update={"parties": (party,)})


def test_in_an_agreement_told_from_both_sides_nobody_is_on_two_sides(draft):
    readings = []
    for outlet, by, to in (("Courier", "Valley Guard", "Lowland Army"), ("Herald", "Lowland Army", "Valley Guard")):
        report = draft(f"They agreed to swap captives at Arnholt, the {outlet} wrote.", outlet=outlet)
        report.event("agreed", type="AGREE", mode=None, by=(by,), to=(to,), at="Arnholt", when="2030-05-09")
        readings.append(report.reading())

    (incident,) = situate(readings).incidents

    assert incident.parties.actors == ("party:lowland army", "party:valley guard")
    assert incident.parties.recipients == ()


def test_whom_most_tellings_have_as_the_victim_is_no_doer_of_it(draft):
    readings = []
    for outlet, by, to in (("Courier", (), ("Valley Guard",)), ("Herald", (), ("Valley Guard",)), ("Chronicle", ("Valley Guard",), ())):
        report = draft(f"A bomb went off at Arnholt, the {outlet} wrote.", outlet=outlet)
        report.event("bomb", mode="explosives", by=by, to=to, at="Arnholt", when="2030-05-09")
        readings.append(report.reading())

    (incident,) = situate(readings).incidents

    assert (incident.parties.actors, incident.parties.recipients) == ((), ("party:valley guard",))


def test_a_suburb_and_its_town_can_hold_the_same_strike(strike):
    (incident,) = situate([strike(by=None), strike("It struck.", by=None, outlet="Herald", at="Old Quarter")]).incidents

    assert len(incident.claims) == 2


def test_two_events_that_one_source_tells_in_one_report_stay_two(draft):
    report = draft("Jets struck the market and later bombed the station.")
    for trigger in ("struck", "bombed"):
        report.event(trigger, by=("Lowland Army",), at="Arnholt", when="2030-05-09")

    assert len(situate([report.reading()]).incidents) == 2


def test_an_event_without_a_date_is_of_the_days_before_its_report(strike):
    dated = strike(by=None)
    near = strike("It struck.", by=None, outlet="Herald", when=None, published="2030-05-11")
    late = strike("There it struck.", by=None, outlet="Weekly", when=None, published="2030-05-30")

    incidents = situate([dated, near, late]).incidents

    assert sorted(len(i.claims) for i in incidents) == [1, 2]


@pytest.mark.parametrize("status", ["planned", "possible"])
def test_what_is_planned_or_feared_is_kept_but_counts_for_nobody(strike, status):
    (incident,) = situate([strike(), strike("It may have struck.", by=None, outlet="Herald", status=status)]).incidents

    assert [claim.stand for claim in incident.claims].count("unsure") == 1
    assert (incident.status, incident.origins_for) == ("happened", 1)


@pytest.mark.parametrize("status", ["demanded", "conditional"])
def test_what_is_demanded_is_not_the_thing_that_happened(strike, status):
    assert len(situate([strike(), strike("If it struck.", by=None, outlet="Herald", status=status)]).incidents) == 2


def test_a_claim_by_a_party_to_the_conflict_is_marked(strike):
    (incident,) = situate([strike(by="Lowland Army"), strike("It struck.", by="Peak Monitor")]).incidents

    assert (incident.origins_for, incident.parties_among_origins) == (2, 1)


def test_figures_are_kept_by_source_and_never_averaged(draft):
    readings = []
    for number, source in ((12, "Peak Monitor"), (30, "Relief League")):
        report = draft(f"Jets struck and killed {number} people.", outlet=source)
        whose = report.said(report.report.text, by=source)
        figure = report.figure(str(number), low=number, high=number)
        report.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09", whose=whose, figures=(figure,))
        readings.append(report.reading())

    (incident,) = situate(readings).incidents

    (killed,) = incident.figures
    assert [(f.source, f.min, f.max, f.stated) for f in killed.by_source] == [
        ("party:peak monitor", 12, 12, "2030-05-10"),
        ("party:relief league", 30, 30, "2030-05-10"),
    ]


@pytest.fixture
def shooting(draft):
    """A report that says little of one event: no day, no place, a victim by name elsewhere in the report."""

    def make(text, victim="Tom Weld", published="2030-05-10", speaks=False, outlet="Courier"):
        report = draft(text, published, outlet)
        report.place("Arnholt")
        if speaks:
            report.said(text, by=victim)
        report.event("died", mode=None, to=(victim,))
        report.event("shooting", mode="firearms", by=())
        return report.reading()

    return make


def test_reports_on_one_story_let_events_without_day_and_place_be_compared(shooting):
    one, two = shooting("He died in a shooting."), shooting("A shooting: he died.", outlet="Herald")

    assert sorted(len(i.claims) for i in situate([one, two]).incidents) == [2, 2]


@pytest.mark.parametrize("other", [{"victim": "Ada Brunn"}, {"published": "2030-06-10"}, {"speaks": True}])
def test_another_victim_or_month_is_another_story_and_a_speaker_makes_none(shooting, other):
    one, two = shooting("He died in a shooting.", speaks=other.get("speaks", False)), shooting("A shooting: died.", outlet="Herald", **other)

    assert all(i.type == "ASSAULT" for i in situate([one, two]).incidents)
    assert [len(i.claims) for i in situate([one, two]).incidents if i.mode == "firearms"] == [1, 1]


def test_one_reports_attack_on_fighters_does_not_corroborate_its_attack_on_civilians(draft):
    report = draft("Troops seized posts of the guard, the league said. The monitor said residents were killed.")
    league, monitor = report.said("Troops seized posts of the guard", by="Relief League"), report.said("residents were killed", by="Peak Monitor")
    known = {"mode": None, "by": ("Lowland Army",), "at": "Arnholt", "when": "2030-05-09"}
    report.event("seized", to=("Valley Guard",), whose=league, **known)
    report.event("killed", to=("residents",), whose=monitor, **known)

    assert [incident.origins_for for incident in situate([report.reading()]).incidents] == [1, 1]


@pytest.fixture
def killing(draft):
    """A report of one killing: of whom, where, and in which words."""

    def make(text, victim=(), town=None, published="2030-05-10", outlet="Courier", act="shot", mode="firearms", names=(), when=None):
        report = draft(text, published, outlet)
        for name in names:
            report.place(name)
        report.event(act, mode=mode, by=(), to=(victim,) if victim else (), at=town, when=when)
        return report.reading()

    return make


@pytest.mark.parametrize("victim", ["Tom Weld", "Tom Wedl", "Tomas Weld", "Tom Erik Weld"])
def test_a_private_persons_name_or_nearly_makes_two_killings_one(killing, victim):
    one = killing("He was shot.", "Tom Weld", "Arnholt")
    two = killing("He was killed.", victim, "Arnholt", outlet="Herald", published="2030-05-12", act="killed", mode=None)

    assert [len(i.claims) for i in situate([one, two]).incidents] == [2]


@pytest.mark.parametrize("victim", ["Tim Brunn", "Ada Weld", "Bo Weld"])
def test_another_persons_killing_is_another(killing, victim):
    one = killing("He was shot.", "Tom Weld", "Arnholt")
    two = killing("He was killed.", victim, "Arnholt", outlet="Herald", act="killed", mode=None)

    assert [len(i.claims) for i in situate([one, two]).incidents] == [1, 1]


@pytest.mark.parametrize(
    ("other", "incidents"),
    [
        ("A three-year-old was shot there.", 1),
        ("Sam Orr, 3, was shot there.", 1),
        ("A child aged 3 was shot.", 1),
        ("There was a shooting: a five-year-old.", 2),
    ],
)
def test_the_age_of_a_victim_is_evidence(killing, other, incidents):
    act = "shot" if "shot" in other else "shooting"
    readings = [killing("A 3-year-old boy was shot in town.", town="Great Arnholt"), killing(other, town="Great Arnholt", outlet="Herald", act=act)]

    assert len(situate(readings).incidents) == incidents


@pytest.mark.parametrize(("names", "incidents"), [(["Arnholt"], 1), (["Bremfeld"], 2), ([], 2)])
def test_a_street_that_no_gazetteer_knows_may_be_in_the_town_that_its_report_names(killing, names, incidents):
    one = killing("A man was shot.", town="Arnholt", when="2030-05-09")
    two = killing("A person was shot in that street.", town="Harbour Street", when="2030-05-09", outlet="Herald", names=names)

    assert len(situate([one, two]).incidents) == incidents


def test_what_an_armed_group_calls_custody_others_call_abduction(draft):
    def telling(trigger, type, mode, outlet):
        report = draft(f"{outlet}: the Valley Guard {trigger} 12 residents in Arnholt.", outlet=outlet)
        report.event(trigger, type, mode, by=("Valley Guard",), to=("residents",), at="Arnholt", when="2030-05-09")
        return report.reading()

    tellings = telling("abducted", "ASSAULT", "abduct", "Courier"), telling("took into custody", "COERCE", "arrest", "Herald")

    (incident,) = situate(tellings).incidents

    assert len(incident.claims) == 2


@pytest.mark.parametrize(
    ("one", "other", "like", "maybe"),
    [
        ("person:tom weld", "person:tom wedl", True, True),
        ("person:tom weld", "person:tom erik weld", True, True),
        ("person:tom weld", "person:weld", False, True),
        ("person:tom weld", "person:tim brunn", False, False),
        ("person:ahmad karim", "person:ahmad karam", True, True),
        ("person:mohammed ali", "person:mahmoud ali", False, False),
        ("an entry of the lexicon", "person:tom weld", False, False),
    ],
)
def test_names_that_may_be_one_persons(one, other, like, maybe):
    assert (alike(one, other), alike(other, one), may_be(one, other)) == (like, like, maybe)
    assert not like or story_keys([one]) & story_keys([other])


def test_a_ministry_of_defence_speaks_for_the_army_that_fights(draft):
    shelled = draft("Guns hit Arnholt.")
    shelled.parties["Tarlandian defence ministry"] = Party(id="P1", name="Tarlandian defence ministry", kind="government", entry="tl-mod")
    shelled.parties["Ostmark foreign ministry"] = Party(id="P2", name="Ostmark foreign ministry", kind="government", entry="om-gov")
    for word, speaker in (("Guns", "Tarlandian defence ministry"), ("hit", "Ostmark foreign ministry")):
        whose = shelled.said(word, by=speaker)
        shelled.event(word, by=("Valley Guard",), at="Arnholt", when="2030-05-09", whose=whose)
    raided = draft("The army raided Bremfeld.", outlet="Herald")
    raided.parties["army"] = Party(id="P1", name="Tarlandian army", kind="military", entry="tl-mil")
    raided.event("raided", by=("army",), at="Bremfeld", when="2030-05-08")

    found = [claim for one in situate([shelled.reading(), raided.reading()]).incidents for claim in one.claims if claim.speaker]

    assert {claim.speaker: claim.party_to_conflict for claim in found} == {"tl-mod": True, "om-gov": False}


def test_one_telling_that_was_read_amiss_does_not_part_two_groups_of_reports(draft):
    def told(text, outlet, by=()):
        report = draft(text, published="2030-05-10", outlet=outlet)
        report.event("struck", type="ASSAULT", mode="aerial", by=by, to=("residents",), at="Arnholt", when="2030-05-09")
        return report.reading()

    plain = [told(f"Jets struck the market at dawn, number {n}.", f"Post {n}") for n in range(6)]
    amiss = told("Jets struck the market at dawn, number 6.", "Post 6", by=("Valley Guard",))
    army = [told(f"Warplanes struck a bazaar there, version {n}.", f"Herald {n}", by=("Lowland Army",)) for n in range(2)]

    (incident,) = situate([*plain, amiss, *army]).incidents

    assert len(incident.claims) == 9
    assert len(situate([amiss, *army]).incidents) == 2
    assert sorted(len(one.claims) for one in situate([*plain, amiss, army[0]]).incidents) == [1, 7]
