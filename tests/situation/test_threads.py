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
