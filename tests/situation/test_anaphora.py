"""Words that only point back ("the attack") are the happening that the same report has told, on whoever's word they come."""

import pytest

from sayso.model.report import Part
from sayso.situation import situate


def told_again(draft, again, trigger, first="Two car bombs went off in Arnholt", **values):
    report = draft(f"{first}, Peak Monitor said. {again}.")
    whose = report.said(first, by="Peak Monitor")
    report.event("car bombs", mode="explosives", at="Arnholt", when="2030-05-09", whose=whose)
    report.event(trigger, **({"mode": None} | values))
    return situate([report.reading()]).incidents


@pytest.mark.parametrize(
    ("again", "trigger"),
    [("Nobody claimed the attack", "attack"), ("A nurse counted nine dead in the twin blasts", "blasts"), ("This bombing was the worst", "bombing")],
)
def test_words_that_point_back_are_the_deed_told_before(draft, again, trigger):
    (incident,) = told_again(draft, again, trigger)

    assert len(incident.claims) == 2


@pytest.mark.parametrize(
    ("again", "trigger", "values"),
    [
        ("Another attack was feared", "attack", {}),
        ("It came after the earlier attack", "attack", {}),
        ("The attack was on Friday", "attack", {"when": "2030-05-03"}),
        ("The attack of last year was not forgotten", "attack", {}),
        ("The evacuation went on", "evacuation", {"type": "RETREAT", "mode": "withdraw"}),
        ("They went to attack the bridge", "attack", {}),
    ],
)
def test_words_for_another_deed_do_not_point_back(draft, again, trigger, values):
    assert len(told_again(draft, again, trigger, **values)) == 2


def test_a_denial_answers_first_what_its_own_report_tells_of_nobody_in_particular(draft, strike):
    earlier = strike("Lowland Army jets bombed the ridge.", by=None, published="2030-05-08", at=None, when=None, trigger="bombed")
    report = draft("The Lowland Army denied that its jets had bombed the camp. Air strikes fell on the tents on Thursday, Peak Monitor said.")
    denied = report.said("its jets had bombed the camp", by="Lowland Army", stance="deny")
    report.event("bombed", by=("Lowland Army",), status="denied", whose=denied)
    report.event("Air strikes", when="2030-05-09", whose=report.said("Air strikes fell on the tents on Thursday", by="Peak Monitor"))

    (dispute,) = situate([earlier, report.reading()]).disputes

    assert [side.source for side in dispute.sides] == ["party:peak monitor", "party:lowland army"]


def test_a_headline_is_the_first_deed_of_its_kind_below_it(draft):
    report = draft("Jets raid market of Arnholt\nJets raided the market of Arnholt on Thursday, Peak Monitor said. A raid hit Bremfeld too.")
    head = Part(kind="headline", span=report.span("Jets raid market of Arnholt"))
    report.report = report.report.model_copy(update={"parts": (head,)})
    report.event("raid")
    report.event("raided", at="Arnholt", when="2030-05-09", whose=report.said("Jets raided the market of Arnholt", by="Peak Monitor"))
    report.event("raid hit", at="Bremfeld")

    tellings = [len(incident.claims) for incident in situate([report.reading()]).incidents]

    assert tellings == [2, 1]


def test_a_headline_that_denies_is_the_denial_below_it(draft):
    report = draft("Army denies shelling Arnholt market\nThe Lowland Army denied on Friday that it had shelled the market in Arnholt.")
    report.report = report.report.model_copy(update={"parts": (Part(kind="headline", span=(0, 35)),)})
    for trigger, words in (("shelling", "shelling Arnholt market"), ("shelled", "it had shelled the market in Arnholt")):
        whose = report.said(words, by="Lowland Army", stance="deny")
        report.event(trigger, mode="heavy-weapons", by=("Lowland Army",), status="denied", whose=whose)

    assert len(situate([report.reading()]).incidents) == 1


@pytest.mark.parametrize(
    ("again", "trigger"), [("Most of those killed were at home", "killed"), ("Tom Weld put the death toll at nine", "death toll")]
)
def test_those_who_fell_are_those_of_the_deed_told_before(draft, again, trigger):
    (incident,) = told_again(draft, again, trigger)

    assert len(incident.claims) == 2


@pytest.mark.parametrize(
    ("again", "trigger", "values"),
    [
        ("Those killed since March are many", "killed", {}),
        ("Nine were killed", "killed", {}),
        ("Those killed in Bremfeld were at home", "killed", {"at": "Bremfeld"}),
    ],
)
def test_the_dead_of_another_deed_stay_apart(draft, again, trigger, values):
    assert len(told_again(draft, again, trigger, **values)) == 2


@pytest.mark.parametrize("again", ["The attackers set off a third one", "One of the suicide bombers set off a third one"])
def test_what_the_attackers_did_is_how_the_deed_told_before_went(draft, again):
    (incident,) = told_again(draft, again, "set off", mode="explosives")

    assert len(incident.claims) == 2


@pytest.mark.parametrize(
    ("again", "values"),
    [
        ("Attackers set off a third one", {}),
        ("The attackers set off a third one in Bremfeld", {"at": "Bremfeld"}),
        ("The attackers set off a third one on Friday", {"when": "2030-05-03"}),
        ("The bridge held when the guards set off a third one", {}),
        ("The attackers had earlier set off a third one", {}),
        ("The gunmen often set off a third one", {}),
    ],
)
def test_what_others_did_or_elsewhere_is_another_deed(draft, again, values):
    assert len(told_again(draft, again, "set off", **({"mode": "explosives"} | values))) == 2


@pytest.mark.parametrize(
    ("first", "before", "again"),
    [
        ("Two car bombs may yet go off in Arnholt", {"status": "possible"}, {}),
        ("Two car bombs went off in Arnholt", {"to": ("residents",)}, {"to": ("soldiers",)}),
        ("Two car bombs went off in Arnholt", {}, {"mode": "aerial"}),
        ("Two car bombs of the guard went off in Arnholt", {"by": ("Valley Guard",)}, {"by": ("Lowland Army",)}),
    ],
)
def test_what_attackers_did_to_others_or_by_other_means_is_another_deed(draft, first, before, again):
    report = draft(f"{first}, Peak Monitor said. The attackers set off a third one.")
    said = report.said(first, by="Peak Monitor")
    report.event("car bombs", **({"mode": "explosives", "at": "Arnholt", "when": "2030-05-09", "whose": said} | before))
    report.event("set off", **({"mode": "explosives"} | again))

    assert len(situate([report.reading()]).incidents) == 2
