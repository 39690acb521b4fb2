"""Whose spokesman somebody is, and whose text a report is, where the words leave it to the reader. Invented reports."""

import pytest

from sayso.model import Reading


def bodies(reading: Reading, person: str) -> list[str]:
    """The bodies in which a person holds an office, by entry."""
    parties = {one.id: one for one in reading.parties}
    (found,) = [one for one in reading.parties if one.name == person]
    return [parties[role.of].entry or "-" for role in found.roles if role.of]


SPOKESMEN = [
    ("Rebels raided Mao in Chad, the police said. Nine died, police spokesman Ernest Barka told reporters.", "td-police"),
    ("Rebels raided Mao in Chad. Nine died, army spokesman Ernest Barka said.", "td-mil"),
]


@pytest.mark.parametrize(("text", "body"), SPOKESMEN)
def test_a_spokesman_of_the_police_is_one_of_the_countrys(reader, a_report, text, body):
    assert bodies(reader.read(a_report(text)), "Ernest Barka") == [body]


def test_a_ministry_named_before_another_state_is_is_the_countrys(reader, a_report):
    text = "ABECHE, Chad - Rebels in western Chad fired on a village near Mao in Chad, the defence ministry said. Niger's army said it sent help."
    reading = reader.read(a_report(text))
    speakers = {one.speaker for one in reading.statements}
    assert "td-mod" in {one.entry for one in reading.parties if one.id in speakers}


def test_a_bodys_command_speaks_for_it(reader, a_report):
    reading = reader.read(a_report("The General Command of the Syrian Democratic Forces stated that a truce had begun in Manbij."))
    (speaker,) = {one.speaker for one in reading.statements}
    assert {one.id: one.entry for one in reading.parties}[speaker] == "sdf"


def test_our_planes_are_those_of_the_ministry_whose_text_it_is(reader, a_report):
    reading = reader.read(a_report("On Monday our helicopters struck a camp near Mao in Chad.", outlet="Ministry of National Defence"))
    (event,) = reading.events
    assert [one.entry for one in reading.parties if one.id in event.actors] == ["td-mod"]


def test_the_day_of_the_telling_is_no_part_of_what_is_told(reader, a_report):
    reading = reader.read(a_report("The defence ministry said on Friday the raid had killed 18 rebels."))
    (statement,) = reading.statements
    assert reading.words(statement.content[0]) == "the raid had killed 18 rebels"


MINISTERS = [
    ("Rebels raided Mao in Chad. Nine died, the acting minister of health, Ernest Barka, said.", ["td-gov"]),
    ("Rebels from Sudan raided Mao in Chad. Nine died, Deputy Defence Minister Ernest Barka said.", []),
]


@pytest.mark.parametrize(("text", "of"), MINISTERS)
def test_a_minister_is_of_the_only_country_that_is_told(reader, a_report, text, of):
    assert bodies(reader.read(a_report(text)), "Ernest Barka") == of


BEHIND = [
    ("Nine died, said Ernest Barka, who speaks for the Syrian Democratic Forces.", ["sdf"]),
    ("Nine died, said Ernest Barka, who commands the Syrian Democratic Forces in Manbij.", ["sdf"]),
    ("Nine died, said Ernest Barka of the Syrian Democratic Forces.", ["sdf"]),
    ("Nine died, said Ernest Barka, who led the Syrian Democratic Forces for a year.", []),
    ("Nine died, said Ernest Barka, who does not speak for the Syrian Democratic Forces.", []),
    ("Nine died, said Ernest Barka of Manbij.", []),
]


@pytest.mark.parametrize(("text", "body"), BEHIND)
def test_an_office_may_be_told_behind_a_name(reader, a_report, text, body):
    assert bodies(reader.read(a_report(text)), "Ernest Barka") == body
