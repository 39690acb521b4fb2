"""A quarter and its town, a town and its province, a county called after its town: places that two reports may give one happening."""

import pytest

from sayso.situation.words import place_key


def joined(situation):
    """Whether one incident of violence has a claim of each of the two reports."""
    return any(len({claim.report for claim in one.claims}) > 1 for one in situation.incidents if one.type == "ASSAULT")


IN_THE_QUARTER = "Three shells killed nine people beside a bakery in the Ombada quarter of Omdurman on Monday, the mayor said."
IN_THE_TOWN = "Shells killed nine people at a bakery in Omdurman on Monday, a doctor said."
IN_A_TOWN = "A suicide bomber killed 14 people at a market in Manbij on Monday, police said."
ELSEWHERE = "A suicide bomber killed 14 people at a market in Homs on Monday, a monitor said."


def test_a_quarter_lies_in_the_town_that_its_report_names(merged):
    assert joined(merged(("Post", "2031-05-13", IN_THE_QUARTER), ("Wire", "2031-05-13", IN_THE_TOWN)))


def test_another_province_is_another_place(merged):
    assert not joined(merged(("Post", "2031-05-13", IN_A_TOWN), ("Wire", "2031-05-13", ELSEWHERE)))


@pytest.mark.parametrize(("one", "other"), [("Duk county", "Duk"), ("Tavira Province", "Tavira"), ("the town", "town")])
def test_a_kind_of_place_is_not_of_its_name(one, other):
    assert place_key(one) == place_key(other)


def test_a_kind_alone_is_a_name():
    assert place_key("The City") == "city"
