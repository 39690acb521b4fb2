"""Deeds in the plain words of reports: who is taken, what is brought down, ground lost; and which deed a later word means."""

from collections.abc import Callable
from typing import Any

import pytest

KINDS = [
    ("Twelve teachers were taken near Osh on Sunday.", "taken", "ASSAULT", "abduct"),
    ("There is no trace of the five surveyors taken on the Tarbo road.", "taken", "ASSAULT", "abduct"),
    ("The students taken by the police on Thursday have not been seen since.", "taken", "COERCE", "arrest"),
    ("The farmers swept up in the valley on Tuesday have not been charged.", "swept up", "COERCE", "arrest"),
    ("Four engineers were carried off near Osh on Sunday. Rebels hold the road.", "carried", "ASSAULT", "abduct"),
    ("The police carried off three students on Sunday.", "carried", "COERCE", "arrest"),
    ("Men with rifles took away two aid workers on Sunday.", "took", "ASSAULT", "abduct"),
    ("Gunmen who had blocked the highway for a week burned two cars.", "blocked", "COERCE", "restrict"),
    ("Students blocked the highway on Monday to demand an end to the war.", "blocked", "PROTEST", "obstruct"),
    ("The Red Crescent took 80 families out of the town on Monday.", "took", "AID", None),
    ("The six captured drivers were handed over to village elders on Friday.", "handed over", "RETREAT", "release"),
    ("Pylons were brought down near Osh by rebels on Sunday.", "brought down", "ASSAULT", "destroy"),
    ("A tractor rolled over a mine near Osh on Tuesday, killing two farmers.", "rolled", "ASSAULT", "explosives"),
    ("A third soldier has died of the mine blast near Osh on Monday.", "mine blast", "ASSAULT", "explosives"),
    ("Mortar shells crashed into the old quarter of Osh on Friday, killing four people.", "crashed", "ASSAULT", "heavy-weapons"),
    ("The massacre at the cattle market of Osh has shaken the north.", "massacre", "ASSAULT", None),
    ("Osh is again encircled.", "encircled", "COERCE", "restrict"),
    ("We do not negotiate with kidnappers, the minister said.", "negotiate", "REJECT", "meet"),
    ("Fighters let the first lorries through on Wednesday.", "let", "RETREAT", "access"),
    ("Four engineers were dragged off near Osh on Sunday.", "dragged", "ASSAULT", "abduct"),
    ("The Taliban lost two villages on Monday.", "lost", "ASSAULT", None),
    ("Rebels recaptured the town of Osh on Tuesday, four days after the army took it.", "took", "ASSAULT", None),
    ("The army entered the village and took it without a fight.", "took", "ASSAULT", None),
    ("The highway stayed closed as rebels held the hills on both sides.", "stayed", "COERCE", "restrict"),
    ("The army has closed the ring around Osh.", "closed", "COERCE", "restrict"),
    ("Bishop Mesmin went between the army and the rebels on Monday.", "went", "CONSULT", "third-party"),
    ("A truck drove into a minefield near Osh on Tuesday.", "drove", "ASSAULT", "explosives"),
    ("Five soldiers fell in the ambush near Osh on Tuesday.", "fell", "ASSAULT", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "kind", "mode"), KINDS)
def test_plain_words_tell_their_deed(told: Callable[[str], Any], text: str, word: str, kind: str, mode: str | None) -> None:
    deed = told(text).deed(word)
    assert (deed.type, deed.mode) == (kind, mode)


APART = [
    ("An air strike on Kobane killed nine people on Monday. The raid on Aleppo killed four.", "air strike", "raid"),
    ("Shells hit the town on Monday, killing six people. In the salvo two days later nobody was hurt.", "hit", "salvo"),
    ("A roadside bomb killed seven soldiers on Monday. The car bomb in the capital has killed 16 people.", "roadside bomb", "car bomb"),
    ("Shelling killed two women on Monday. The blast that wiped out a family of five was heard for miles.", "Shelling", "blast"),
    ("A car bomb killed nine people on Monday. The general said the strike had killed a rebel planner.", "car bomb", "strike"),
]


@pytest.mark.parametrize(("text", "first", "second"), APART)
def test_what_is_plainly_another_deed_is_no_further_mention(told: Callable[[str], Any], text: str, first: str, second: str) -> None:
    assert told(text).deed(first).id != told(text).deed(second).id


ONE = [
    ("An air strike on Aleppo killed nine people on Monday. The raid on Aleppo was the worst this year.", "air strike", "raid"),
    ("A car bomb killed nine people on Monday. The blast tore through a market.", "car bomb", "blast"),
    ("Shells hit a school on Monday, killing six. The shelling that killed six pupils was condemned.", "hit", "shelling"),
]


@pytest.mark.parametrize(("text", "first", "second"), ONE)
def test_what_fits_is_a_further_mention(told: Callable[[str], Any], text: str, first: str, second: str) -> None:
    assert told(text).deed(first).id == told(text).deed(second).id


def test_a_plane_that_comes_down_attacks_nobody(told: Callable[[str], Any]) -> None:
    assert not [e for e in told("A warplane crashed near Osh on Monday, killing nine people.").reading.events if e.type == "ASSAULT"]


PEACEFUL = [
    "Rents and wages fell in the war of 1923.",
    "Bookings fell in the raid season.",
    "A tremor shook the valley and two masts were brought down.",
    "Foresters cut down a line of old elms.",
    "The mayor's friends lost the city by nine ballots.",
    "Six pilgrims were taken along the coast road by a porter.",
    "The pass stayed closed because of a broken snowplough.",
    "The border crossing stayed closed because of a strike of customs officers.",
    "The police lifted the hurt hiker.",
    "Sweepers swept up the petals and soldiers swept up paper.",
    "Beekeepers threw a cordon around a hive.",
    "The clinic handed over a baby to an embassy.",
    "Nurses went between the two groups with blankets.",
    "The king rode down into the Harz mine.",
    "The actress was whisked off to a clinic.",
    "The dancer was carried off on a stretcher.",
]  # fmt: skip


@pytest.mark.parametrize("text", PEACEFUL)
def test_the_same_words_in_peace_tell_no_deed_of_war(told: Callable[[str], Any], text: str) -> None:
    assert not [e for e in told(text).reading.events if e.type in ("ASSAULT", "COERCE", "CONSULT") or (e.type, e.mode) == ("RETREAT", "release")]


def test_who_does_not_talk_to_others_than_foes_refuses_nothing(told: Callable[[str], Any]) -> None:
    assert not [e for e in told("Librarians do not talk to readers after six.").reading.events if e.type == "REJECT"]


MINES = [
    ("Insurgents detonated an IED as a truck passed.", "detonated", ["Insurgents"], []),
    ("Militants set off a mine near Osh on Monday.", "set off", ["Militants"], []),
    ("Three children set off a mine near Osh on Monday.", "set off", [], ["children"]),
]


@pytest.mark.parametrize(("text", "word", "doers", "befallen"), MINES)
def test_who_sets_off_a_mine_does_it_or_is_hit_by_it(
    told: Callable[[str], Any], text: str, word: str, doers: list[str], befallen: list[str]
) -> None:
    found = told(text)
    assert (found.doers(word), found.befallen(word)) == (doers, befallen)


def test_a_plane_that_was_fired_at_came_down_by_it(told: Callable[[str], Any]) -> None:
    text = "A warplane came down near Osh on Monday, and the villagers had heard a missile."
    assert told(text).deed("came down").type == "ASSAULT"
