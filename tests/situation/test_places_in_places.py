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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A priest was kidnapped in Kaduna state on Monday.", "A bride was kidnapped in Zaria on Monday."),
        ("Gunmen killed a mayor in Guerrero state on Monday.", "Gunmen killed a teacher in Acapulco on Monday."),
        ("Bandits abducted four men in Borno state on Monday.", "Bandits abducted nine girls in Konduga on Monday."),
        ("Bandits abducted four men in Borno state on Monday.", "Bandits abducted nine girls in Konduga in Borno state on Monday."),
        ("A roadside bomb killed four soldiers in Kandahar on Monday.", "A roadside bomb killed two soldiers in Spin Boldak on Monday."),
    ],
)
def test_a_town_and_its_province_have_more_than_one_deed_on_a_day(merged, one, other):
    assert not joined(merged(("Post", "2031-05-13", one), ("Wire", "2031-05-13", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # a number
            "Bandits abducted nine girls in Borno state on Monday, a teacher said.",
            "Bandits abducted nine girls in Konduga on Monday, an elder said.",
        ),
        (  # what was struck
            "A suicide bomber killed worshippers at a mosque in Nangarhar province on Monday, police said.",
            "A suicide bomber killed people at a mosque in Jalalabad on Monday, a doctor said.",
        ),
        (  # who suffered it
            "Bandits abducted the bishop Joseph Okoro in Kaduna state on Monday.",
            "Bishop Joseph Okoro was kidnapped in Zaria on Monday.",
        ),
    ],
)
def test_a_town_lies_in_its_province_where_more_is_shared(merged, one, other):
    assert joined(merged(("Post", "2031-05-13", one), ("Wire", "2031-05-13", other)))


MENDING = "Gunmen kidnapped fishermen in Konduga on Monday as they were mending nets at sunrise, elders said."
KNOWN_ALONG_THE_LAKE = "Gunmen kidnapped fishermen in {}, whose nets and whose mending at sunrise were known along the lake, a lawyer said."


def test_words_alone_make_no_town_and_its_province_one_deed_told_again(merged):
    province, town = (KNOWN_ALONG_THE_LAKE.format(place) for place in ("Borno state", "Konduga"))
    assert not joined(merged(("Post", "2031-05-13", MENDING), ("Wire", "2031-05-15", province)))
    assert joined(merged(("Post", "2031-05-13", MENDING), ("Wire", "2031-05-15", town)))


def test_nor_does_a_number_of_what_happens_daily(merged):
    told = "Nine fishermen were killed by air strikes in {}, a lawyer said."
    strikes = "Air strikes killed nine fishermen in Konduga on Monday, elders said."
    assert not joined(merged(("Post", "2031-05-13", strikes), ("Wire", "2031-05-15", told.format("Borno state"))))
    assert joined(merged(("Post", "2031-05-13", strikes), ("Wire", "2031-05-15", told.format("Konduga"))))


@pytest.mark.parametrize("deed", ["Shelling", "A bomb"])
def test_a_quarter_and_its_town_with_numbers_far_apart_are_two(merged, deed):
    quarter = f"{deed} killed three people in the Kirovsky district of Donetsk on Monday."
    assert not joined(merged(("Post", "2031-05-13", quarter), ("Wire", "2031-05-13", f"{deed} killed nine people in Donetsk on Monday.")))
    assert joined(merged(("Post", "2031-05-13", quarter), ("Wire", "2031-05-13", f"{deed} killed three people in Donetsk on Monday.")))


@pytest.mark.parametrize(("one", "other"), [("Duk county", "Duk"), ("Tavira Province", "Tavira"), ("the town", "town")])
def test_a_kind_of_place_is_not_of_its_name(one, other):
    assert place_key(one) == place_key(other)


def test_a_kind_alone_is_a_name():
    assert place_key("The City") == "city"
