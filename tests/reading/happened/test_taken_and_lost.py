"""Deeds in the plain words of reports: who is taken, what is brought down, ground lost; and which deed a later word means."""

from collections.abc import Callable
from typing import Any

import pytest

KINDS = [
    ("Twelve teachers were taken near Osh on Sunday.", "taken", "ASSAULT", "abduct"),
    ("There is no trace of the five surveyors taken on the Tarbo road.", "taken", "ASSAULT", "abduct"),
    ("The students taken by the police on Thursday have not been seen since.", "taken", "COERCE", "arrest"),
    ("The farmers swept up in the valley on Tuesday have not been charged.", "swept up", "COERCE", "arrest"),
    ("Four engineers were carried off near Osh on Sunday.", "carried", "ASSAULT", "abduct"),
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
