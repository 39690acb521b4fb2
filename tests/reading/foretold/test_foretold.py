"""Forecasts: what somebody says will be, by whom, and by when."""

from collections.abc import Callable

import pytest

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

Read = Callable[[str], Reading]


@pytest.fixture
def read(reader: Reader) -> Read:
    """The reading of a text published on Wednesday 2024-03-13."""
    return lambda text: reader.read(Report(id="0" * 64, published="2024-03-13", text=text))


def foretold(reading: Reading) -> list[str]:
    return [reading.words(forecast.span) for forecast in reading.forecasts]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The delegates will meet again in Muscat.", "The delegates will meet again in Muscat"),
        ("The president is to address parliament on Friday.", "The president is to address parliament on Friday"),
        ("The convoy is expected to reach the town on Sunday.", "The convoy is expected to reach the town on Sunday"),
        ("The agency warned of famine in the valley.", "famine in the valley"),
        ("The minister predicted that the port would reopen.", "the port would reopen"),
    ],
)
def test_what_is_foretold(read: Read, text: str, words: str) -> None:
    (found,) = foretold(read(text))
    assert words in found or found in words


@pytest.mark.parametrize(
    "text",
    [
        "The governor denied the report.", "We will never accept these terms, the rebels said.", "The goal is to protect the dam.",
        "If they attack, the line holds.", "He wrote his will in prison.",
        "Police seized him as he was about to fly out.",
    ],
)  # fmt: skip
def test_refusals_goals_and_the_past_are_no_forecasts(read: Read, text: str) -> None:
    assert foretold(read(text)) == []


def test_what_a_side_says_in_talks_that_it_will_do_is_a_forecast_only_with_a_day(read: Read) -> None:
    war = " The army has shelled the rebels in the besieged town for a month, and the rebels have fired rockets."
    assert not foretold(read("The rebels said they would free the soldiers if the army withdrew." + war))
    assert foretold(read("The rebels will free the soldiers on Friday." + war))


def test_a_named_day_is_when_it_falls_due(read: Read) -> None:
    (forecast,) = read("The president is to address parliament on Friday.").forecasts
    assert forecast.due is not None
    assert (forecast.due.earliest, forecast.due.latest) == ("2024-03-15", "2024-03-15")
    assert forecast.made == "2024-03-13"


def test_a_length_of_time_runs_from_the_day_it_was_said(read: Read) -> None:
    reading = read(
        "\u201cThe ring around the port is closed,\u201d Colonel Omar Haddad told Reuters on Monday.\n\n"
        "\u201cWe need two weeks to clear the docks.\u201d"
    )
    (forecast,) = [f for f in reading.forecasts if "docks" in reading.words(f.span)]
    assert forecast.due is not None
    assert forecast.due.latest in ("2024-03-25", "2024-03-27")


def test_without_words_for_when_nothing_is_due(read: Read) -> None:
    (forecast,) = read("The delegates will meet again in Muscat.").forecasts
    assert forecast.due is None


def test_tonight_is_the_speakers_own(read: Read) -> None:
    reading = read("The camp fell on Wednesday, two days after General Lund had said that it would be taken by tonight.")

    (forecast,) = reading.forecasts
    assert forecast.due is not None
    assert (forecast.made, forecast.due.latest) == ("2024-03-11", "2024-03-11")


@pytest.mark.parametrize(
    ("text", "words", "last"),
    [
        ("The front pledged to free the crew by Saturday.", "free the crew", "2024-03-16"),
        ("The navy plans to reopen the strait on Monday.", "reopen the strait", "2024-03-18"),
        ("The bridge could be rebuilt within two weeks, engineers said.", "rebuilt within two weeks", "2024-03-27"),
        ("The pact lapses in summer. The blockade ends on Friday.", "The blockade ends", "2024-03-15"),
        ("The governor hopes to hold a vote on May 5.", "hold a vote", "2024-05-05"),
        ("It is a matter of days before the dam gives way, an engineer said.", "matter of days", "2024-03-21"),
        ("The hearing scheduled for Tuesday is closed to the press.", "hearing scheduled for Tuesday", "2024-03-19"),
        ("The general forecast the end of the siege within a week.", "end of the siege", "2024-03-20"),
        ("The envoy is to be sworn in on Monday.", "sworn in", "2024-03-18"),
        ("A deal might come as early as Tuesday, the envoy said.", "deal might come", "2024-03-19"),
        ("The general announced a vote for Friday.", "a vote for Friday", "2024-03-15"),
        ("The envoy said the crew were to be flown out on Monday.", "flown out on Monday", "2024-03-18"),
        ("The navy praised the ship that will sail on Tuesday.", "sail on Tuesday", "2024-03-19"),
        ("The crews are expected to have left by Friday.", "have left by Friday", "2024-03-15"),
        ("The last barge is scheduled to have sailed by Monday.", "have sailed by Monday", "2024-03-18"),
        ("The navy will not use the canal before Friday.", "not use the canal", "2024-03-14"),
        ("Residents fear the bridge falls by Friday.", "bridge falls by Friday", "2024-03-15"),
        ("The next round comes after the feast, on July 3.", "round comes after the feast", "2024-07-03"),
    ],
)
def test_plans_chances_and_what_is_scheduled_are_forecasts_that_have_their_day(read: Read, text: str, words: str, last: str) -> None:
    (forecast,) = (one for one in read(text).forecasts if one.due)
    assert words in read(text).words(forecast.span)
    assert forecast.due
    assert forecast.due.latest == last


@pytest.mark.parametrize(
    "text",
    [
        "The front pledged to free the crew.", "The bridge could be rebuilt, engineers said.", "The shells could have come from the north on Monday.",
        "The exchange planned for Friday was called off.", "The depot was due to close last month.", "The council meets on Mondays.",
        "The judge foresees no trial.", "The army announced a truce for three days.", "The plan envisages a vote.", "The navy's answer is to wait.",
        "The army said it would not free the crew.", "The crew were to be flown out last week.",
    ],
)  # fmt: skip
def test_what_has_no_day_to_come_or_was_dropped_is_no_forecast(read: Read, text: str) -> None:
    assert foretold(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The raid comes a day after a bomb fell on the market on Tuesday.",
        "Friday shelling comes a day after nine bakers were killed in another raid on the market.",
        '"I hope this will wake up the world," the mayor said.',
        '"Nobody will accept such a deed," a baker said.',
        '"I would call on everyone to march from today," she said.',
        "The embassy warned against new raids on the port.",
        "The monitor said the shell was likely to have been fired from the hill.",
        "The minister cancelled a visit to Muscat scheduled for Friday.",
        "The villagers feared that the boys were dead.",
        "The panel spoke after taking a month to read the files.",
        "The panel is expected to have read the files.",
        "The boat was expected to have sailed by last Friday.",
        "The rebels said they will not use such weapons.",
        "The millers fear that the boys were shot by soldiers.",
        "The visit comes after the feast, on Tuesday.",
    ],
)
def test_what_is_told_regretted_or_advised_is_no_forecast(read: Read, text: str) -> None:
    assert foretold(read(text)) == []


def test_that_nobody_will_be_left_is_a_forecast(read: Read) -> None:
    assert foretold(read("Nobody will be left in the valley by Friday, the elders said."))


def test_the_day_of_the_saying_is_not_when_it_falls_due(read: Read) -> None:
    (forecast,) = read("On Monday the panel said the commanders are expected to be added to its list.").forecasts
    assert forecast.due is None


def test_a_deadline_told_beside_a_warning_is_when_it_falls_due(read: Read) -> None:
    (forecast,) = read("He told the militia to leave by Friday and warned that the army would otherwise storm the mill.").forecasts
    assert forecast.due is not None
    assert forecast.due.latest == "2024-03-15"
