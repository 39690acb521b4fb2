"""The day of a deed that stands somewhat off its verb, in the headline's report, or with the deed that is denied. Invented reports of 9 June 2023."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.model import Part, Reading, Report
from sayso.reading.pipeline import Reader

Tell = Callable[[str], Any]

OWN = [
    ("A bomb went off behind a bakery in the old quarter of Mitu on Tuesday evening, killing two, a doctor said.", "killing", "2023-06-06"),
    ("A mine went off under a bridge on Tuesday and killed two herders.", "killed", "2023-06-06"),
    ("Gunmen shot a customs clerk, Pavo Lenk, outside his house on Tuesday night, the council said.", "shot", "2023-06-06"),
    ("Nine of the hostages were let go on Saturday, an aid worker said.", "let", "2023-06-03"),
    ("Gunmen shot a priest as he rode to market on Tuesday, the council said.", "shot", "2023-06-06"),
    ("Shelling began again on Tuesday near the dam.", "Shelling", "2023-06-06"),
    ("Fighting went on on Tuesday in the port, where soldiers stormed a warehouse.", "stormed", "2023-06-06"),
    ("The schools stayed shut on Thursday, a week after gunmen killed nine pupils.", "killed", "2023-06-01"),
    ("A truce of ten days was agreed on Wednesday between the rebels and the army.", "truce", "2023-06-07"),
]


@pytest.mark.parametrize(("text", "word", "day"), OWN)
def test_the_day_of_its_own_sentence(told: Tell, text: str, word: str, day: str) -> None:
    assert told(text).day(word) == day


def test_what_is_answered_in_words_has_not_the_day_behind_the_deed(told: Tell) -> None:
    assert told("The mayor condemned the shelling of the school in Mitu on Tuesday.").day("condemned") != "2023-06-07"


def test_a_denial_is_of_the_day_of_the_deed_denied(told: Tell) -> None:
    read = told("Rebels shelled a school in Mitu on Tuesday, the army said. The rebels denied that they had fired on the school.")
    assert read.day("fired") == "2023-06-06"


def test_the_same_day_is_none_that_is_yet_to_come(told: Tell) -> None:
    text = "Soldiers stormed the mill on Wednesday. \"The road will be open by Sunday,\" a major said. Police arrested a miller on the same day."
    assert told(text).day("arrested") == "2023-06-07"


HEADLINE = """Lorry bomb kills nine at fish market

By Ana Lorr

MITU, June 9 (Delta Wire) - A lorry packed with explosives blew up beside the fish market of Mitu on Wednesday, killing nine people, police said.

Separately, a drone fired a missile at a barn near Osk on Thursday. The strike killed a herder, a farmer said.
"""


@pytest.fixture(scope="module")
def below(reader: Reader) -> Reading:
    """The report with its headline marked."""
    head = Part(span=(0, HEADLINE.index("\n")), kind="headline")
    return reader.read(Report(id="0" * 64, text=HEADLINE, published="2023-06-09", published_basis="given", parts=(head,)))


def days(read: Reading, word: str) -> set[str | None]:
    """The first days of the events with a word in a trigger."""
    events = [event for event in read.events if any(word in read.words(span) for span in (event.trigger, *event.also))]
    return {event.when.earliest if event.when else None for event in events}


def test_the_deed_of_a_headline_has_the_day_of_the_one_below_it(below: Reading) -> None:
    assert days(below, "kills") == {"2023-06-07"}


def test_what_is_told_again_is_not_the_headline_but_the_deed_told_last(below: Reading) -> None:
    assert days(below, "strike") == {"2023-06-08"}


DIGEST = """Harm to civilians, first week of June

MITU. Two shells hit a school on Monday and killed a teacher.

OSK. One woman was hurt when the bombardment of the mill began again on Wednesday.

Lake road. No one has been charged with the attack on the ferry. Its owner has sold his boats.
"""


def test_each_section_of_a_digest_tells_its_own_scene(told: Tell) -> None:
    read = told(DIGEST)
    assert read.day("bombardment") == "2023-06-07"
    assert read.day("attack") == "-"
    assert read.deed("attack") != read.deed("bombardment")


def test_one_heading_makes_no_digest(told: Tell) -> None:
    read = told("MITU. Two shells hit a school on Monday and killed a teacher.\n\nUpdate: The attack has shaken the town.")
    assert read.day("attack") == "2023-06-05"


def test_a_raid_on_a_place_not_yet_told_of_is_another(told: Tell) -> None:
    read = told("A car bomb killed two guards in Mitu on Monday. People are waiting for an answer to the bombardment of Osk.")
    assert read.day("bombardment") == "-"


def test_two_days_later_makes_it_another_deed(told: Tell) -> None:
    read = told("The shelling of Mitu on 2 June killed nine people. In the shelling two days later nobody was hurt.")
    days = {event.when.earliest for event in read.reading.events if event.type == "ASSAULT" and event.when is not None}
    assert {"2023-06-02", "2023-06-04"} <= days


@pytest.mark.parametrize(
    "later",
    [
        "The Red Front claimed the bombing a day later.",
        "Soldiers arrested a baker over the bombing the next day.",
        "The mayor denounced the attack two days later.",
        "Hundreds marched in protest at the bombing the following day.",
        "Relatives of the victims of the attack met the mayor the next morning.",
    ],
)
def test_what_is_done_days_later_about_a_deed_makes_no_other_of_it(told: Tell, later: str) -> None:
    read = told(f"A car bomb killed nine people in Mitu on Monday. {later}")
    assert [event.when.earliest for event in read.reading.events if event.type == "ASSAULT" and event.when] == ["2023-06-05"]
    assert len([event for event in read.reading.events if event.type == "ASSAULT"]) == 1


@pytest.mark.parametrize("later", ["The attack killed a baker the following day.", "The shelling began again the next day."])
def test_harm_done_the_next_day_is_of_another_deed(told: Tell, later: str) -> None:
    read = told(f"The shelling of Mitu on 2 June killed nine people. {later}")
    days = [event.when.earliest for event in read.reading.events if event.type == "ASSAULT" and event.when is not None]
    assert days == ["2023-06-02", "2023-06-03"]


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("In the bombardment that began on Tuesday, four clerks were killed.", "killed", "2023-06-06"),
        ("In the raid that took place on Wednesday, soldiers killed two rebels.", "killed", "2023-06-07"),
        ("In Osk, which rebels stormed on Tuesday, soldiers killed two clerks.", "killed", "-"),
        ("A pause in the fighting that began on Tuesday has held.", "fighting", "-"),
    ],
)
def test_the_day_on_which_it_began_by_its_own_clause(told: Tell, text: str, word: str, day: str) -> None:
    assert told(text).day(word) == day


LED = """Lorry bomb at fish market kills nine in Mitu

MITU, June 9 (Delta Wire) - The lorry bomb at the fish market of Mitu killed nine people on Wednesday, police said.

The Red Front said that its men had carried out the attack.
"""


def test_a_headline_and_its_lead_may_be_one_deed(reader: Reader) -> None:
    head = Part(span=(0, LED.index("\n")), kind="headline")
    read = reader.read(Report(id="0" * 64, text=LED, published="2023-06-09", published_basis="given", parts=(head,)))
    names = {party.id: party.name for party in read.parties}
    attacks = [event for event in read.events if event.type == "ASSAULT"]
    assert [[names[actor] for actor in event.actors] for event in attacks] == [["Red Front"]]
