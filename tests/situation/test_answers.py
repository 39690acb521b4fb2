"""A denial that names no deed of its own answers the one that its report has told: the incident and a dispute hold both words."""

import pytest

from sayso.situation import situate
from sayso.situation.claims import words_of


def told_and_denied(draft, deed, denial, content, doer=(), speaker="Lowland Army", between="", mode="aerial", at="Arnholt"):
    """A monitor tells of a deed, and a party is then said to have denied `content`."""
    report = draft(f"{deed}, Peak Monitor said. {between}{denial}.")
    whose = report.said(deed, by="Peak Monitor")
    report.event("struck", by=doer, at=at, when="2030-05-09", mode=mode, whose=whose)
    cue = report.span("denied") if "denied" in denial else None
    report.said(content, by=speaker, stance="deny", cue=cue, speaker_span=report.span(speaker))
    return report.reading()


@pytest.mark.parametrize(
    "content",
    ["the allegations", "any involvement", "responsibility for the attack", "having struck the town", "reports that its jets struck the town", "it"],
)
def test_what_is_denied_without_a_deed_is_what_was_told_of_the_denier(draft, content):
    reading = told_and_denied(draft, "Jets struck the market", f"The Lowland Army denied {content}", content, doer=("Lowland Army",))

    situation = situate([reading])

    (incident,) = situation.incidents
    assert (incident.origins_for, incident.origins_against, incident.status) == (1, 1, "happened")
    (dispute,) = situation.disputes
    assert (dispute.kind, [side.source for side in dispute.sides]) == ("denied", ["party:peak monitor", "party:lowland army"])
    assert [reading.words(words_of(reading, claim)) for claim in incident.claims] == ["struck", content]


def test_a_deed_of_which_no_doer_is_told_may_be_what_is_denied(draft):
    reading = told_and_denied(draft, "The market was struck", "The Lowland Army denied any role", "any role")

    assert situate([reading]).incidents[0].origins_against == 1


@pytest.mark.parametrize(
    "case",
    [
        {"content": "any role", "doer": ("Valley Guard",)},
        {"content": "using gas", "doer": ("Lowland Army",)},
        {"content": "any role", "between": "Much else was said that day. " * 30},
        {"content": "any role", "speaker": "Peak Monitor"},
    ],
    ids=["another did it", "another act", "far away", "its own word"],
)
def test_a_denial_of_something_else_answers_nothing(draft, case):
    speaker = case.get("speaker", "Lowland Army")
    reading = told_and_denied(draft, "Jets struck the market", f"The {speaker} denied {case['content']}", **case)

    assert [incident.origins_against for incident in situate([reading]).incidents] == [0]


@pytest.mark.parametrize("denial", ["The Lowland Army has always denied bombing towns", "The Lowland Army denied bombing towns during the war"])
def test_what_was_always_denied_answers_no_deed_in_particular(draft, denial):
    content = denial.partition("denied ")[2]
    reading = told_and_denied(draft, "Jets struck the market", denial, content, doer=("Lowland Army",))

    assert situate([reading]).disputes == ()


def test_a_denial_of_one_report_stands_against_what_others_tell_of_the_same_happening(draft, strike):
    denying = told_and_denied(draft, "Jets struck the market", "The Lowland Army denied the reports", "the reports", doer=("Lowland Army",))
    elsewhere = strike("Planes struck there at noon.", by="Tom Weld", outlet="Herald")

    (incident,) = situate([denying, elsewhere]).incidents

    assert (incident.origins_for, incident.origins_against) == (2, 1)
    (record,) = (one for one in situate([denying, elsewhere]).sources if one.party == "party:lowland army")
    assert record.contradicted == (incident.id,)


def test_a_denial_answers_the_deed_of_which_the_denier_is_accused_though_it_only_may_have_done_it(draft):
    report = draft("Raids killed nine, Peak Monitor said. Ada Brunn said the army may have struck the convoy. The Lowland Army denied any role.")
    raids = report.said("Raids killed nine", by="Peak Monitor")
    blame = report.said("the army may have struck the convoy", by="Ada Brunn")
    report.event("Raids", by=("Lowland Army",), at="Bremfeld", whose=raids)
    report.event("struck", by=("Lowland Army",), at="Arnholt", status="possible", whose=blame)
    report.said("any role", by="Lowland Army", stance="deny", cue=report.span("denied"), speaker_span=report.span("Lowland Army"))

    assert [(one.status, one.origins_against) for one in situate([report.reading()]).incidents] == [("happened", 0), ("possible", 1)]


def test_who_denies_what_was_done_in_the_attacks_does_not_deny_the_attacks(draft):
    content = "that it used gas in the attacks"
    report = draft(f"Peak Monitor counted nine dead. The Lowland Army denied {content}.")
    report.event("attacks", mode=None, by=("Lowland Army",), at="Arnholt", whose=report.said("in the attacks", by="Peak Monitor"))
    report.said(content, by="Lowland Army", stance="deny", cue=report.span("denied"), speaker_span=report.span("Lowland Army"))

    assert [one.origins_against for one in situate([report.reading()]).incidents] == [0]


@pytest.mark.parametrize(("since", "disputes"), [(" since May 5", 0), ("", 1)])
def test_who_has_not_struck_since_a_day_answers_no_strike_in_particular(draft, strike, since, disputes):
    report = draft(f"The army has not struck Arnholt{since}, the Lowland Army said.", outlet="Herald")
    whose = report.said(f"The army has not struck Arnholt{since}", by="Lowland Army")
    report.event("struck", by=("Lowland Army",), at="Arnholt", status="denied", whose=whose)

    assert len(situate([strike(), report.reading()]).disputes) == disputes
