"""A slim reading is the same reading for merging, in less room."""

import tracemalloc

import pytest

from sayso.evaluate.generated import readings
from sayso.model import Reading, Situation
from sayso.situation import situate
from sayso.situation.slim import slim, smaller


@pytest.fixture(scope="module")
def some():
    return list(readings(60))


def test_it_keeps_every_fact_that_merging_asks_for(some):
    for reading in some:
        small = slim(reading)
        assert small == reading.model_copy(update={"times": (), "places": small.places, "statements": small.statements})
        assert [one.name for one in small.places] == [one.name for one in reading.places]
        assert slim(small) is small


def test_its_json_is_that_of_what_it_keeps(some):
    small = slim(some[0])

    assert Reading.model_validate_json(small.to_json()) == small


def test_a_smaller_situation_is_equal_and_has_the_same_json(some):
    whole = Situation.model_validate_json(situate(some).to_json())

    assert smaller(whole) == whole
    assert smaller(whole).to_json() == whole.to_json()


def test_it_takes_less_than_half_of_the_room(some):
    data = [one.to_json() for one in some]
    tracemalloc.start()
    whole = [Reading.model_validate_json(one) for one in data]
    before = tracemalloc.get_traced_memory()[0]
    small = [slim(one) for one in whole]
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert after - before < before / 2
    assert len(small) == len(whole)
