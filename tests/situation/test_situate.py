"""The laws of the reduce: a set of readings in, one Situation out, whatever their order; and the state as of a date."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.situation import situate

SPEAKERS = (None, "Peak Monitor", "Lowland Army", "Ada Brunn", "Relief League")


@pytest.fixture(scope="module")
def campaign():
    """Reports of a small campaign that differ in everything that merging looks at."""
    import importlib.util
    from pathlib import Path

    spec = importlib.util.spec_from_file_location("situation_drafts", Path(__file__).parent / "conftest.py")
    drafts = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drafts)
    readings = []
    for number in range(24):
        repeated = "The same long paragraph goes round. " * (number % 3)
        text = f"Report {number}. Jets struck near the mill. They demand passage. It will end. {repeated}"
        report = drafts.Draft(text, published=None if number % 11 == 5 else f"2030-05-{10 + number % 7}", outlet=f"Outlet {number % 5}")
        speaker = SPEAKERS[number % 5]
        whose = report.said("Jets struck near the mill", by=speaker, of="Peak Monitor" if speaker == "Ada Brunn" else None) if speaker else None
        figure = report.figure("mill", low=number, high=number)
        report.event(
            "struck", by=("Lowland Army",) if number % 2 else (), to=("residents",), at=("Arnholt", "Bremfeld", "Old Quarter", None)[number % 4],
            when=f"2030-05-{9 + number % 5:02}" if number % 3 else None, whose=whose, figures=(figure,),
            status=("happened", "happened", "denied", "possible")[number % 4],
        )  # fmt: skip
        report.move("demand", ("demand", "reject", "agree")[number % 3], by=("Valley Guard",), to=("Lowland Army",))
        report.held("near the mill", "Valley Guard", "Arnholt")
        report.forecast("It will end", due=f"2030-05-{12 + number % 6}", by="Lowland Army")
        readings.append(report.reading())
    return readings


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(24)), doubled=st.lists(st.integers(0, 23), max_size=6))
def test_order_and_duplicates_change_nothing(campaign, order, doubled):
    expected = situate(campaign).to_json()

    assert situate([campaign[i] for i in (*order, *doubled)]).to_json() == expected


@settings(max_examples=15, deadline=None)
@given(gone=st.integers(0, 23))
def test_taking_a_report_out_again_restores_what_was(campaign, gone):
    rest = [reading for number, reading in enumerate(campaign) if number != gone]
    before = situate(rest).to_json()

    situate(campaign)

    assert situate(rest).to_json() == before


def test_a_report_about_something_else_changes_no_incident(campaign, draft):
    later = draft("A bridge was blown up.", published="2031-01-01")
    later.event("blown up", mode="explosives", at="Bremfeld", when="2030-12-31")

    before = {(incident.id, incident.claims) for incident in situate(campaign).incidents}

    assert before < {(incident.id, incident.claims) for incident in situate([*campaign, later.reading()]).incidents}


def test_everything_that_is_named_is_there(campaign):
    situation = situate(campaign)

    actors, sites = {a.id for a in situation.parties}, {s.id for s in situation.places}
    incidents, origins = {i.id for i in situation.incidents}, {o.id for o in situation.origins}
    assert len(incidents) == len(situation.incidents)
    assert len(origins) == len(situation.origins)
    for incident in situation.incidents:
        assert {*incident.parties.actors, *incident.parties.recipients} <= actors
        assert incident.place is None or incident.place in sites
        assert {claim.origin for claim in incident.claims if not claim.unnamed} <= origins
        assert incident.origins_for <= len(incident.claims)
    claimed = sorted((claim.report, claim.event) for incident in situation.incidents for claim in incident.claims)
    assert claimed == sorted((reading.report.id, event.id) for reading in campaign for event in reading.events)
    assert {i for dispute in situation.disputes for i in dispute.incidents} <= incidents
    assert {i for source in situation.sources for i in (*source.corroborated, *source.contradicted)} <= incidents


def test_as_of_a_date_only_what_was_published_by_then_counts(campaign):
    situation = situate(campaign, date(2030, 5, 12))

    known = {reading.report.id for reading in campaign if reading.report.published and reading.report.published <= "2030-05-12"}
    assert set(situation.reports) == known
    assert situation.as_of == "2030-05-12"


def test_without_a_date_it_is_the_day_of_the_latest_report(campaign):
    assert situate(campaign).as_of == "2030-05-16"
    assert situate([]).as_of is None


def test_a_report_counts_from_its_first_appearance(draft):
    reading = draft("News.", "2030-05-20", appearances=(("Herald", "2030-05-10"), ("Courier", "2030-05-20"))).reading()

    assert situate([reading], date(2030, 5, 12)).reports == (reading.report.id,)


def test_a_forecast_is_open_until_its_last_day_has_passed(draft):
    report = draft("They will leave. Peace will come.")
    report.forecast("They will leave", due="2030-05-15")
    report.forecast("Peace will come")
    readings = [report.reading()]

    def outcomes(day):
        return [forecast.outcome for forecast in situate(readings, day).forecasts]

    assert outcomes(date(2030, 5, 15)) == ["open", "open"]
    assert outcomes(date(2030, 5, 16)) == ["due", "open"]


def test_a_source_has_its_statements_and_what_others_make_of_its_claims(strike):
    situation = situate([
        strike("Jets struck, the monitor said.", by="Peak Monitor"),
        strike("They struck, the league said.", by="Relief League"),
        strike("Nothing struck, the state said.", by="Lowland", status="denied", published="2030-05-11"),
    ])  # fmt: skip

    by_party = {source.party: source for source in situation.sources}

    (incident,) = situation.incidents
    assert by_party["party:peak monitor"].corroborated == (incident.id,)
    assert by_party["party:peak monitor"].contradicted == (incident.id,)
    assert by_party["party:lowland"].corroborated == ()
    assert [s.words for s in by_party["party:relief league"].statements] == ["They struck, the league said."]
