"""Why events are one happening is on record, and what a person decides goes before every rule for ever."""

import pytest

from sayso.model.situation import Judgement, Ref
from sayso.situation import situate


def decided(verdict, one, other, when="2031-01-01T00:00:00Z", id="c1"):
    refs = [Ref(report=reading.report.id, fact="E1") for reading in (one, other)]
    return Judgement(verdict=verdict, one=refs[0], other=refs[1], by="person", who="Ada", when=when, correction=id)


@pytest.fixture
def alike(strike):
    return strike(by=None), strike("Planes hit it.", by=None, outlet="Herald", trigger="hit")


@pytest.fixture
def unlike(strike):
    return strike(by=None), strike("It struck there.", by=None, outlet="Herald", at="Bremfeld", when="2030-05-06")


def test_a_merge_is_recorded_with_its_grounds(alike):
    (judgement,) = situate(alike).judgements

    assert (judgement.verdict, judgement.by) == ("same", "rule")
    assert {judgement.one.report, judgement.other.report} == {reading.report.id for reading in alike}
    assert judgement.evidence == pytest.approx(sum(float(ground.rpartition(" ")[2]) for ground in judgement.grounds))


def test_what_nearly_was_one_is_recorded_as_unsure(strike):
    one = strike(by=None, at=None)
    two = strike("Planes hit it.", by=None, outlet="Herald", trigger="hit", at=None, to=("Valley Guard",))

    (judgement,) = situate([one, two]).judgements

    assert judgement.verdict == "unsure"


def test_a_person_parts_what_the_rules_join(alike):
    situation = situate(alike, decided=[decided("different", *alike)])

    assert len(situation.incidents) == 2
    assert [judgement.who for judgement in situation.judgements] == ["Ada"]


def test_a_person_joins_what_the_rules_keep_apart(unlike):
    assert len(situate(unlike).incidents) == 2

    (incident,) = situate(unlike, decided=[decided("same", *unlike)]).incidents

    assert incident.origins_for == 2


def test_the_later_of_two_decisions_holds_and_taking_it_back_restores_the_rules(unlike):
    same, different = decided("same", *unlike), decided("different", *reversed(unlike), when="2031-02-01T00:00:00Z", id="c2")

    assert len(situate(unlike, decided=[same, different]).incidents) == 2
    assert len(situate(unlike, decided=[same]).incidents) == 1
    assert situate(unlike, decided=[]) == situate(unlike)


def test_a_decision_about_a_report_that_is_not_there_changes_nothing(alike, strike):
    elsewhere = strike("Far away it struck.", by=None)

    assert situate(alike, decided=[decided("same", alike[0], elsewhere)]).incidents == situate(alike).incidents


def test_what_a_person_joins_takes_everything_with_it_that_the_rules_had_joined(strike, alike, unlike):
    """A user tried it: one telling joined to a happening of three took one of the three with it and left the others behind."""
    _, other = unlike
    again = strike("It struck there once more.", by=None, outlet="Times", trigger="struck", at="Bremfeld", when="2030-05-06")
    assert [len(one.claims) for one in situate([*alike, other, again]).incidents] == [2, 2]

    (incident,) = situate([*alike, other, again], decided=[decided("same", alike[1], other)]).incidents

    assert len(incident.claims) == 4


def test_what_a_person_has_parted_stays_so_where_a_third_is_joined_to_both(alike, unlike):
    _, other = unlike
    one, two = alike

    decisions = [decided("different", one, two), decided("same", two, other, id="c2")]

    assert sorted(len(one.claims) for one in situate([one, two, other], decided=decisions).incidents) == [1, 2]


def test_joined_happenings_of_two_kinds_have_the_manner_of_their_kind(strike):
    assault = strike(by=None, mode="heavy-weapons")
    arrest = strike("It held them.", by=None, outlet="Herald", trigger="held", type="COERCE", mode="arrest", at="Bremfeld", when="2030-05-06")

    (incident,) = situate([assault, arrest], decided=[decided("same", assault, arrest)]).incidents

    assert (incident.type, incident.mode) == ("ASSAULT", "heavy-weapons")
