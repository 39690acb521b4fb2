"""Deeds that other reports come back to: without their day, without their place, with another count, in another act's words. Invented reports."""


def reports_together(situation):
    """For each incident of violence the number of reports that tell it."""
    return sorted(len({claim.report for claim in one.claims}) for one in situation.incidents if one.type in ("ASSAULT", "COERCE"))


def test_a_report_without_a_day_comes_back_to_a_bombing_of_the_week_before(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-07", "A car bomb exploded at the bus station of Iriba in Chad on Tuesday and killed nine people, the police said."),
        ("Lake Post", "2031-05-19", "The car bomb that exploded at the bus station of Iriba in Chad killed nine people, the mayor said."),
    )

    assert 2 in reports_together(situation)


def test_shellings_of_one_town_weeks_apart_stay_two(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-07", "Rebels shelled the town of Iriba in Chad on Tuesday, residents said."),
        ("Lake Post", "2031-05-19", "Rebels shelled the town of Iriba in Chad, residents said."),
    )

    assert reports_together(situation) == [1, 1]


def test_two_sources_count_the_dead_of_one_market_otherwise(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-07", "Shells hit a market in the city of Abeche in Chad on Tuesday and killed 12 people, doctors said."),
        ("Lake Post", "2031-05-07", "Rebels shelled the market of Abeche in Chad on Tuesday, killing 31 people, the government said."),
    )

    assert 2 in reports_together(situation)


def test_an_ambush_is_a_blast_to_others(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-07", "Gunmen ambushed an army patrol near Iriba in Chad on Tuesday, killing four soldiers, the army said."),
        ("Lake Post", "2031-05-07", "A bomb exploded under an army lorry near Iriba in Chad on Tuesday, killing four soldiers, officials said."),
    )

    assert 2 in reports_together(situation)


def test_goods_looted_are_robbed_by_others(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-07", "An aid convoy was looted near the town of Iriba in Chad on Tuesday, the police said."),
        ("Lake Post", "2031-05-08", "Gunmen robbed the aid convoy near the town of Iriba in Chad on Tuesday, drivers said."),
    )

    assert 2 in reports_together(situation)


def test_who_says_no_more_than_the_country_may_mean_the_town_that_he_names(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-07", "Gunmen abducted 14 teachers in the town of Iriba in Chad on Tuesday, the police said."),
        ("Lake Post", "2031-05-08", "Gunmen abducted 14 teachers in Chad on Tuesday. Relatives have gathered in Iriba."),
    )

    assert 2 in reports_together(situation)
