"""A deed that lets captives go belongs to the talks that spoke of them, and to no others; a state's organs are one side."""

import pytest

from sayso.model.steps import STEP
from sayso.situation import situate

GUARD, ARMY = "Valley Guard", "Lowland Army"


@pytest.fixture
def let_go(draft):
    """A demand about some people, and a report in which others say who was let go."""

    def make(demanded, freed, by=(GUARD,)):
        asked = draft(f"The Guard demanded the release of {demanded}.", published="2030-05-10")
        asked.move("demanded the release", "demand", by=(GUARD,), to=(ARMY,))
        told = draft(f"Word came that {freed} were let go.", published="2030-05-14", outlet="Herald")
        told.move(f"{freed} were let go", "implement", by=by, to=(), terms=({"gives": freed, "text": freed},), rule=STEP)
        return situate([asked.reading(), told.reading()]).threads

    return make


@pytest.mark.parametrize("by", [(GUARD,), ()])
def test_a_release_carries_out_the_talks_about_the_same_people(let_go, by):
    (thread,) = let_go("two surveyors", "the surveyors", by)

    assert [move.kind for move in thread.moves] == ["demand", "implement"]
    assert [state.value for state in thread.status] == ["implemented"]


def test_a_release_of_others_is_no_move_of_these_talks(let_go):
    (thread,) = let_go("two surveyors", "the fishermen and sailors")

    assert [move.kind for move in thread.moves] == ["demand"]
