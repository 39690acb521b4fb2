"""Forecasts followed to their last day: held or missed by what reports tell, and due where none tells."""

from datetime import date

import pytest

from sayso.model import Interval
from sayso.situation import situate


@pytest.fixture
def foretold(draft):
    report = draft("The army will leave Arnholt by 15 May.", "2030-05-10")
    report.event("leave", type="RETREAT", mode="withdraw", by=("Lowland Army",), at="Arnholt", when="2030-05-15", status="planned")
    report.forecast("The army will leave Arnholt", due="2030-05-15", by="Lowland Army")
    return report.reading()


@pytest.fixture
def later(draft):
    def make(words, published, trigger, **values):
        report = draft(words, published, "Herald")
        whose = report.said(words, by="Peak Monitor", stance="deny" if values.get("status") == "denied" else "say")
        report.event(trigger, by=("Lowland Army",), at="Arnholt", whose=whose, **values)
        return report.reading()

    return make


def test_it_held_when_somebody_tells_of_it_in_time(foretold, later):
    left = later("The army left Arnholt.", "2030-05-15", "left", type="RETREAT", mode="withdraw", when="2030-05-14")

    (forecast,) = situate([foretold, left]).forecasts

    assert (forecast.outcome, [ref.report for ref in forecast.evidence]) == ("held", [left.report.id])
    (source,) = [s for s in situate([foretold, left]).sources if s.party == "party:peak monitor"]
    assert source.held == ()


def test_it_was_missed_when_somebody_says_afterwards_that_it_did_not_happen(foretold, later):
    stayed = later("It has not left.", "2030-05-16", "left", type="RETREAT", mode="withdraw", when="2030-05-15", status="denied")

    (forecast,) = situate([foretold, stayed]).forecasts

    assert forecast.outcome == "missed"


def test_it_is_due_when_nobody_tells(foretold):
    assert situate([foretold], date(2030, 5, 16)).forecasts[0].outcome == "due"


@pytest.mark.parametrize(("published", "outcome"), [("2030-05-25", "missed"), ("2030-05-12", "open")])
def test_a_fight_that_was_to_end_and_goes_on_was_foretold_wrongly(draft, later, published, outcome):
    report = draft("We need five days to finish the operation.", "2030-05-10")
    report.forecast("We need five days to finish the operation", due="2030-05-15", by="Lowland Army")
    fighting = later("The army goes on with its assault.", published, "assault", mode=None, status="ongoing", when=published)

    (forecast,) = situate([report.reading(), fighting]).forecasts

    assert forecast.outcome == outcome


@pytest.mark.parametrize(
    ("count", "published", "outcome"), [(9_200, "2030-05-14", "held"), (8_900, "2030-05-14", "open"), (9_200, "2030-05-19", "due")]
)
def test_a_number_that_was_foretold_is_reached_by_a_figure_of_the_same_place_in_time(draft, count, published, outcome):
    report = draft("The camp at Arnholt would pass 9,000 people by 15 May.", "2030-05-10")
    report.place("Arnholt")
    report.forecast("The camp at Arnholt would pass 9,000 people", due="2030-05-15", by="Relief League")
    counted = draft(f"{count} people were in Arnholt.", published, "Herald")
    counted.place("Arnholt")
    figure = counted.figure(f"{count} people", what="people", low=count, high=count)

    (forecast,) = situate([report.reading(), counted.reading()]).forecasts

    assert forecast.outcome == outcome
    assert [ref.fact for ref in forecast.evidence] == ([figure] if outcome == "held" else [])


def test_without_a_last_day_it_stays_open(draft):
    report = draft("The army will leave Arnholt one day.", "2030-05-10")
    report.forecast("The army will leave Arnholt one day", by="Lowland Army")

    (forecast,) = situate([report.reading()]).forecasts

    assert forecast.outcome == "open"


@pytest.fixture
def untold(draft):
    """A report in its own voice that somebody has not done something."""

    def make(words, published, trigger, **values):
        report = draft(words, published, "Herald")
        report.event(trigger, type="RETREAT", mode="withdraw", status="denied", **values)
        return report.reading()

    return make


@pytest.mark.parametrize(
    ("published", "at", "outcome"),
    [("2030-05-17", "Arnholt", "missed"), ("2030-05-17", "Bremfeld", "due"), ("2030-08-17", "Arnholt", "due"), ("2030-05-14", "Arnholt", "open")],
)
def test_it_was_missed_where_the_same_is_told_as_not_done_of_the_same_place_in_the_weeks_after(draft, untold, published, at, outcome):
    report = draft("They will withdraw from Arnholt by 15 May.", "2030-05-10")
    report.event("withdraw", type="RETREAT", mode="withdraw", at="Arnholt", when="2030-05-15", status="planned")
    report.forecast("They will withdraw from Arnholt", due="2030-05-15", by="Lowland Army")
    stayed = untold(f"Nobody had withdrawn from {at}.", published, "withdrawn", at=at)

    (forecast,) = situate([report.reading(), stayed]).forecasts

    assert forecast.outcome == outcome
    assert [ref.report for ref in forecast.evidence] == ([stayed.report.id] if outcome == "missed" else [])


@pytest.mark.parametrize(
    ("denial", "trigger", "values", "outcome"),
    [
        ("The army has not shelled Arnholt.", "shelled", {"at": "Arnholt"}, "missed"),
        ("The army has not shelled the residents of Arnholt.", "shelled", {"at": "Arnholt", "to": ("residents",)}, "due"),
        ("The army has not shelled residents.", "shelled", {"to": ("residents",)}, "due"),
        ("The Guard has not shelled Arnholt.", "shelled", {"at": "Arnholt", "by": ("Guard",)}, "due"),
        ("The army had not shelled Arnholt in March.", "shelled", {"at": "Arnholt", "when": "2030-03-31"}, "due"),
    ],
)
def test_the_denial_of_another_deed_is_no_proof_that_it_was_missed(draft, denial, trigger, values, outcome):
    report = draft("The army will shell Arnholt by 15 May.", "2030-05-10")
    report.event("shell", by=("Lowland Army",), at="Arnholt", when="2030-05-15", status="planned")
    report.forecast("The army will shell Arnholt", due="2030-05-15", by="Peak Monitor")
    later = draft(denial, "2030-05-20", "Herald")
    later.event(trigger, **{"by": ("Lowland Army",), "status": "denied", **values})

    (forecast,) = situate([report.reading(), later.reading()]).forecasts

    assert forecast.outcome == outcome


@pytest.mark.parametrize(
    ("foretold", "kind", "on", "published", "outcome"),
    [
        ("meet", "meet", "2030-05-14", "2030-05-15", "held"),
        ("meet", "meet", "2030-05-20", "2030-05-20", "due"),
        ("meet", "reject", "2030-05-17", "2030-05-17", "due"),
        ("agree", "agree", "2030-05-14", "2030-05-14", "held"),
        ("agree", "reject", "2030-05-17", "2030-05-17", "missed"),
        ("agree", "reject", "2030-05-13", "2030-05-13", "due"),
        ("agree", "reject", "2030-06-17", "2030-06-17", "due"),
    ],
)
def test_a_move_that_was_foretold_is_settled_by_the_moves_of_the_same_sides(draft, foretold, kind, on, published, outcome):
    """The day is the fourteenth of May."""
    words = "The delegations of the Valley Guard and the Lowland Army will do so by Tuesday"
    report = draft(f"{words}, the Courier learnt.", published="2030-05-10", outlet="Courier")
    report.move(words, foretold, by=("Valley Guard",), to=("Lowland Army",), when="2030-05-14", status="planned")
    report.forecast(words, due="2030-05-14")
    later = draft(f"Of the Valley Guard and the Lowland Army a {kind} was told on {on}.", published=published, outlet="Herald")
    later.move(kind, kind, by=("Valley Guard",), to=("Lowland Army",), when=on)
    much_later = draft("Nothing else happened.", published="2030-07-01", outlet="Herald")

    (forecast,) = situate([report.reading(), later.reading(), much_later.reading()]).forecasts

    assert forecast.outcome == outcome


@pytest.mark.parametrize(
    "foretold",
    ["The envoys will hold talks over the truce", "The council will tell its plans at the end of it", "The army will continue to clear the valley"],
)
def test_what_foretells_no_end_of_a_fight_is_not_missed_where_a_fight_goes_on(draft, later, foretold):
    report = draft(f"{foretold}, the army said.", "2030-05-10")
    report.forecast(foretold, due="2030-05-15", by="Lowland Army")
    fighting = later("The army goes on with its assault.", "2030-05-25", "assault", mode=None, status="ongoing", when="2030-05-25")

    (forecast,) = situate([report.reading(), fighting]).forecasts

    assert forecast.outcome == "due"


@pytest.fixture
def a_blast(draft):
    """A report of a blast with so many dead, and who says what else."""

    def make(words, published, outlet, dead, counted=None):
        report = draft(words, published, outlet)
        whose = report.said(words, by="Peak Monitor")
        figure = report.figure(counted or f"{dead} people", what="killed people", low=dead)
        report.event("car bomb", mode="explosives", at="Arnholt", when="2030-05-10", whose=whose, figures=(figure,))
        return report

    return make


@pytest.mark.parametrize(
    ("dead", "counted", "published", "outcome"),
    [
        (31, None, "2030-05-11", "held"),
        (17, None, "2030-05-11", "open"),
        (24, "Dozens of people", "2030-05-11", "open"),
        (31, None, "2030-06-11", "open"),
    ],
)
def test_a_toll_that_was_to_rise_has_risen_when_a_later_report_of_the_deed_counts_more_dead(a_blast, dead, counted, published, outcome):
    report = a_blast("A car bomb killed 17 people in Arnholt. The death toll is likely to rise.", "2030-05-10", "Courier", 17)
    report.forecast("The death toll is likely to rise", by="Peak Monitor")
    told = f"{counted or f'{dead} people'} were killed on 10 May by the car bomb in Arnholt."
    later = a_blast(told, published, "Herald", dead, counted)

    (forecast,) = situate([report.reading(), later.reading()]).forecasts

    assert forecast.outcome == outcome
    assert [ref.report for ref in forecast.evidence] == ([later.reading().report.id] if outcome == "held" else [])


@pytest.mark.parametrize(
    ("foretold", "outcome"),
    [
        ("The number of dead and wounded could still rise further", "held"),
        ("The toll of the blast is feared to climb", "held"),
        ("Casualties from the bomb are almost certain to increase", "held"),
        ("The death toll is not expected to rise", "open"),
        ("The league does not expect the toll to rise", "open"),
        ("The number of deaths will not rise further but the costs will increase", "open"),
        ("Deaths from cholera will rise in the rainy season", "open"),
        ("The number of casualties among troops will fall as pay will increase", "open"),
    ],
)
def test_only_a_toll_that_is_itself_to_rise_is_foretold(a_blast, foretold, outcome):
    report = a_blast(f"A car bomb killed 17 people in Arnholt. {foretold}.", "2030-05-10", "Courier", 17)
    report.forecast(foretold, by="Peak Monitor")
    later = a_blast("31 people were killed on 10 May by the car bomb in Arnholt.", "2030-05-11", "Herald", 31)

    (forecast,) = situate([report.reading(), later.reading()]).forecasts

    assert forecast.outcome == outcome


@pytest.mark.parametrize(
    ("told", "day", "outcome"),
    [
        ("The truce took effect on Monday", "2030-05-13", "held"),
        ("The truce took effect on Saturday", "2030-05-18", "due"),
        ("The release of the nurses began on Monday", "2030-05-13", "due"),
    ],
)
def test_a_truce_that_was_to_begin_on_a_day_has_begun_when_others_tell_so(draft, told, day, outcome):
    report = draft("The truce will take effect on Monday.", "2030-05-11")
    report.forecast("The truce will take effect on Monday", due="2030-05-13", by="Lowland")
    later = draft(f"{told}.", "2030-05-20", "Herald")
    later.move(told, "implement", when=day)

    (forecast,) = situate([report.reading(), later.reading()]).forecasts

    assert forecast.outcome == outcome


@pytest.mark.parametrize(
    ("foretold", "begun", "outcome"),
    [
        (("Lowland Army", "Valley Guard"), ("Valley Guard", "Lowland Army"), "held"),
        (("Lowland Army", "Valley Guard"), (), "held"),
        ((), ("Valley Guard", "Lowland Army"), "held"),
        (("Lowland Army", "Valley Guard"), ("fighters", "Valley Guard"), "due"),
    ],
)
def test_a_truce_of_others_is_not_the_one_that_was_foretold(draft, foretold, begun, outcome):
    report = draft("The truce will take effect on Monday.", "2030-05-11")
    report.forecast("The truce will take effect on Monday", due="2030-05-13", by="Lowland")
    report.move("The truce will take effect", "implement", by=foretold[:1], to=foretold[1:], status="planned")
    later = draft("The truce took effect on Monday.", "2030-05-20", "Herald")
    later.move("The truce took effect on Monday", "implement", by=begun[:1], to=begun[1:], when="2030-05-13")

    (forecast,) = situate([report.reading(), later.reading()]).forecasts

    assert forecast.outcome == outcome


def test_of_two_truces_of_a_country_it_is_not_known_which_was_foretold(draft):
    report = draft("The truce will take effect on Monday. The army had agreed on a truce with the guard.", "2030-05-11")
    report.forecast("The truce will take effect on Monday", due="2030-05-13", by="Lowland")
    report.move("agreed on a truce with the guard", "agree", by=("Lowland Army",), to=("Valley Guard",))
    later = draft("A pause between two bands took effect on Monday.", "2030-05-20", "Herald")
    later.move("A pause between two bands took effect on Monday", "implement", by=("fighters",), to=("mercenaries",), when="2030-05-13")

    (forecast,) = situate([report.reading(), later.reading()]).forecasts

    assert forecast.outcome == "due"


def test_what_came_out_between_the_making_of_a_forecast_and_a_report_of_it_answers_it(draft):
    report = draft("On 11 May Lowland said that the truce would begin on Monday.", "2030-05-25")
    report.forecast("the truce would begin on Monday", due="2030-05-13", made="2030-05-11", by="Lowland")
    before = draft("The truce took effect on Monday.", "2030-05-14", "Herald")
    before.move("The truce took effect on Monday", "implement", when="2030-05-13")

    (forecast,) = situate([report.reading(), before.reading()]).forecasts

    assert forecast.outcome == "held"


@pytest.mark.parametrize(
    ("by", "on", "extent", "word", "outcome"),
    [
        ("Lowland Army", "2030-05-14", "whole", "capture", "held"),
        ("Lowland Army", "2030-05-20", "whole", "capture", "due"),
        ("Lowland Army", "2030-04-14", "whole", "capture", "due"),
        ("Valley Guard", "2030-05-14", "whole", "capture", "due"),
        ("Lowland Army", "2030-05-14", "part", "capture", "due"),
        ("Lowland Army", "2030-05-14", "whole", "shell", "due"),
    ],
)
def test_ground_that_was_to_be_taken_is_taken_in_time_by_the_side_that_was_to_take_it(draft, by, on, extent, word, outcome):
    report = draft(f"The army would {word} Arnholt by 15 May, it said.", "2030-05-10")
    report.event(word, type="ASSAULT", mode=None, by=("Lowland Army",), at="Arnholt", when="2030-05-15", status="planned")
    report.forecast(f"The army would {word} Arnholt", due="2030-05-15", by="Lowland Army")
    later = draft("Arnholt is in other hands.", "2030-05-21", "Herald")
    later.held("in other hands", by, "Arnholt", "took", extent=extent, when=Interval(earliest=on, latest=on))

    (forecast,) = situate([report.reading(), later.reading()]).forecasts

    assert forecast.outcome == outcome


def test_what_was_counted_before_is_no_rise(a_blast):
    before = a_blast("31 people were killed on 10 May by the car bomb in Arnholt.", "2030-05-11", "Herald", 31)
    report = a_blast("A car bomb killed 17 people in Arnholt. The death toll is likely to rise.", "2030-05-12", "Courier", 17)
    report.forecast("The death toll is likely to rise", by="Peak Monitor")

    (forecast,) = situate([before.reading(), report.reading()]).forecasts

    assert forecast.outcome == "open"
