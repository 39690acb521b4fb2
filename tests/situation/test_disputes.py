"""Contradictions between origins are kept side by side; an update and a wide interval are none."""

import pytest

from sayso.situation import situate


@pytest.fixture
def count(draft):
    """One source's count of those killed in the same strike."""

    def make(source, low, high, published="2030-05-10", approximate=False):
        report = draft(f"Jets struck, {source} counted them on {published}.", published=published, outlet=source)
        whose = report.said(report.report.text, by=source)
        figure = report.figure("them", low=low, high=high, approximate=approximate)
        report.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09", whose=whose, figures=(figure,))
        return report.reading()

    return make


def test_a_denial_is_linked_to_what_it_denies(strike):
    told = strike("Jets struck the market, the monitor said.", by="Peak Monitor", published="2030-05-10")
    denied = strike("No jets struck anything.", by="Lowland", published="2030-05-11", at=None, when=None, status="denied")

    situation = situate([told, denied])

    (incident,) = situation.incidents
    assert (incident.origins_for, incident.origins_against) == (1, 1)
    (dispute,) = situation.disputes
    assert (dispute.kind, dispute.incidents, dispute.since) == ("denied", (incident.id,), "2030-05-11")
    assert [(side.source, side.says) for side in dispute.sides] == [
        ("party:peak monitor", "Jets struck the market, the monitor said"),
        ("party:lowland", "No jets struck anything"),
    ]


def test_a_not_in_an_outlets_own_narration_is_nobodys_denial(strike):
    told = strike("Jets struck the market.", by="Peak Monitor")
    negated = strike("Nothing struck.", by=None, status="denied")

    assert situate([told, negated]).disputes == ()


def test_a_denial_alone_is_no_dispute(strike):
    assert situate([strike("No jets struck.", by="Lowland", status="denied")]).disputes == ()


def test_disjoint_counts_of_one_day_by_different_origins_are_a_dispute(count):
    (dispute,) = situate([count("Peak Monitor", 12, 12), count("Relief League", 30, 30)]).disputes

    assert dispute.kind == "figures"
    assert [side.says for side in dispute.sides] == ["killed: 12", "killed: 30"]


def test_counts_of_one_day_that_two_outlets_give_in_their_own_voice_are_no_dispute(draft):
    def told(outlet, number):
        report = draft(f"Jets struck, {outlet} writes of {number} dead.", outlet=outlet)
        figure = report.figure(str(number), low=number, high=number)
        report.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09", figures=(figure,))
        return report.reading()

    assert situate([told("Courier", 12), told("Herald", 30)]).disputes == ()


@pytest.mark.parametrize(
    "second",
    [
        ("Relief League", 30, 30, "2030-05-11"),  # as of another day
        ("Relief League", 10, None, "2030-05-10"),  # at least ten fits twelve
        ("Relief League", 13, 13, "2030-05-10", True),  # about thirteen fits twelve
        ("Peak Monitor", 30, 30, "2030-05-10"),  # the same source counting on
    ],
)
def test_updates_and_fitting_intervals_are_no_dispute(count, second):
    assert situate([count("Peak Monitor", 12, 12), count(*second)]).disputes == ()


def test_a_denial_without_a_day_or_place_answers_what_its_report_told_of_the_same_people(draft):
    report = draft("Planes killed residents, the monitor said. The state denied that residents were hurt.")
    monitor, state = report.said("Planes killed residents", by="Peak Monitor"), report.said("residents were hurt", by="Lowland", stance="deny")
    report.event("killed", mode=None, by=("Lowland Army",), to=("residents",), at="Arnholt", when="2030-05-09", whose=monitor)
    report.event("hurt", mode=None, to=("residents",), status="denied", whose=state)

    (dispute,) = situate([report.reading()]).disputes

    assert [side.source for side in dispute.sides] == ["party:peak monitor", "party:lowland"]


@pytest.fixture
def nine(draft):
    """A report of nine dead in one strike, told otherwise in one thing."""

    def make(source, **other):
        report = draft(f"{source} counted nine dead.", outlet=source)
        whose = report.said(report.report.text, by=source)
        figure = report.figure("nine", low=9, high=9)
        known = {"by": ("Lowland Army",), "at": "Arnholt", "when": "2030-05-09"} | other
        report.event("counted", mode="aerial", whose=whose, figures=(figure,), **known)
        return report.reading()

    return make


@pytest.mark.parametrize(
    ("kind", "other"),
    [("actor", {"by": ("Valley Guard",)}), ("place", {"at": "Bremfeld"}), ("time", {"when": "2030-05-05"})],
)
def test_one_happening_told_otherwise_is_a_dispute_of_two_incidents(nine, kind, other):
    situation = situate([nine("Peak Monitor"), nine("Relief League", **other)])

    (dispute,) = situation.disputes
    assert (dispute.kind, len(dispute.incidents)) == (kind, 2)
    assert {side.source for side in dispute.sides} == {"party:peak monitor", "party:relief league"}


def test_two_happenings_that_share_nothing_exact_are_no_dispute(strike):
    assert situate([strike(), strike("It struck.", by="Relief League", at="Bremfeld")]).disputes == ()


@pytest.mark.parametrize(("published", "kinds"), [("2030-05-11", ["status"]), ("2030-05-09", [])])
def test_what_one_calls_done_and_another_later_calls_planned_is_a_dispute_of_status(draft, published, kinds):
    done = draft("The monitor: both have agreed.", "2030-05-10")
    whose = done.said("both have agreed", by="Peak Monitor")
    sides = {"by": ("Valley Guard",), "to": ("Lowland Army",), "at": "Arnholt"}
    done.event("agreed", type="AGREE", mode=None, whose=whose, **sides)
    planned = draft("The league: both may have agreed by then.", published, "Herald")
    whose = planned.said("both may have agreed by then", by="Relief League")
    planned.event("agreed", type="AGREE", mode=None, whose=whose, status="possible", **sides)

    assert [dispute.kind for dispute in situate([done.reading(), planned.reading()]).disputes] == kinds


@pytest.fixture
def blamed(draft):
    """One report in which the army lays the burning of a mill at the Guard's door, and the Guard at that of others."""

    def make(others="mercenaries", denies=False, words="The mill was set on fire by others"):
        report = draft(f"The Guard burned the mill, the army said. {words}, the Guard said. It had not done it.")
        known = {"mode": "destroy", "when": "2030-05-09"}
        report.event("burned", by=("Valley Guard",), whose=report.said("The Guard burned the mill", by="Lowland Army"), **known)
        report.event("set on fire", by=(others,), whose=report.said(words, by="Valley Guard"), **known)
        if denies:
            whose = report.said("It had not done it", by="Valley Guard", stance="deny")
            report.event("done", by=("Valley Guard",), whose=whose, status="denied", **known)
        return report.reading()

    return make


def test_who_is_blamed_and_lays_it_at_a_nameless_door_contradicts(blamed):
    (dispute,) = situate([blamed()]).disputes

    assert dispute.kind == "actor"
    assert {side.source for side in dispute.sides} == {"party:lowland army", "party:valley guard"}


def test_who_says_that_his_own_have_done_it_contradicts_nobody(blamed):
    assert situate([blamed(others="fighters")]).disputes == ()


def test_another_thing_that_was_struck_is_another_matter(blamed):
    assert situate([blamed(words="The ferry was set on fire by others")]).disputes == ()


def test_what_is_denied_besides_is_one_dispute(blamed):
    assert [dispute.kind for dispute in situate([blamed(denies=True)]).disputes] == ["denied"]
