"""A case that is kept merged stands, after anything that came and went, as if the same readings had come at once."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.evaluate.generated import readings
from sayso.model import Appearance
from sayso.situation import Live, situate

READINGS = list(readings(24, days=6))
TREE = {"generated:g0": "generated:g1"}


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(24)), gone=st.lists(st.integers(0, 23), unique=True, max_size=12), back=st.lists(st.integers(0, 23), max_size=4))
def test_additions_and_removals_in_any_order_leave_what_is_left(order, gone, back):
    live = Live(TREE)
    for number in order:
        live.add(READINGS[number])
    for number in gone:
        live.remove(READINGS[number].report.id)
    for number in back:
        live.add(READINGS[number])
    left = [READINGS[number] for number in range(24) if number not in gone or number in back]

    assert live.situation().to_json() == situate(left, parents=TREE).to_json()


def test_what_changes_is_named():
    live = Live(TREE)
    live.extend(READINGS[:-1])
    before = {incident.id: incident for incident in live.situation().incidents}

    touched = live.add(READINGS[-1])

    after = {incident.id: incident for incident in live.situation().incidents}
    other = {id for id in before.keys() | after.keys() if _claims(before.get(id)) != _claims(after.get(id))}
    assert other
    assert other <= touched


def _claims(incident):
    return None if incident is None else [(claim.report, claim.event) for claim in incident.claims]


def test_adding_a_report_again_changes_nothing():
    live = Live()
    live.extend(READINGS)

    assert live.add(READINGS[3]) == set()


def test_a_report_may_come_twice_at_once():
    again = READINGS[0].report.model_copy(update={"appearances": (Appearance(outlet="Elsewhere", published="2029-12-31"),)})
    given = [*READINGS, READINGS[0].model_copy(update={"report": again})]
    live = Live()
    live.extend(given)

    assert live.situation().to_json() == situate(given).to_json()


def test_a_report_that_is_not_there_cannot_be_taken_out():
    with pytest.raises(KeyError):
        Live().remove("f" * 64)


def test_generated_cases_hold_what_merging_is_about():
    situation = situate(READINGS)

    assert any(incident.origins_for > 1 for incident in situation.incidents)
    assert any(origin.copies for origin in situation.origins)
    assert situate(list(readings(24, days=6))) == situation


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_large_case_comes_in_any_order(seed):
    """Texts that fall apart when a nearer copy comes in between keep all their reports."""
    made = list(readings(150, days=5))
    shuffled = random.Random(seed).sample(made, len(made))
    live = Live()
    live.extend(shuffled)

    assert live.situation() == situate(made)
