"""Where deeds are by the words around what they befall, and what taking people is. Invented reports."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]

PLACED = [
    ("Jets bombed the chapel of Ilo Marun, a village in Nyala district, on Monday.", "bombed", "Ilo Marun"),
    ("Four soldiers were ambushed on the road between Nyala and Zalingei in the western region of Darfur.", "ambushed", "Nyala"),
    ("Soldiers freed two cooks of El Obeid in a raid on a camp near Nyala.", "freed", "Nyala"),
    ("Rebels seized the post above the entrance to Nyala.", "seized", "Nyala"),
    ("A roadside bomb tore through a minivan in Orta district of Darfur.", "tore", "Orta"),
    ("Two mortar rounds fell in Nyala's Abbasa district on Monday.", "fell", "Abbasa"),
    ("Two bombs went off in the Shati quarter of Nyala.", "went off", "Nyala"),
]


@pytest.mark.parametrize(("text", "word", "place"), PLACED)
def test_a_deed_is_where_what_it_befalls_stands(told: Tell, text: str, word: str, place: str) -> None:
    assert told(text).place(word) == place


def test_what_is_denied_is_where_the_deed_told_before_was(told: Tell) -> None:
    read = told("Shells hit a mill in Nyala on Monday. The army denied that its guns had shelled the mill.")
    assert read.place("shelled") == "Nyala"
    assert "place carried" in read.deed("shelled").by


OTHERS = [
    ("Troops arrested nine people after the burning of a mosque in Zalingei.", "arrested"),
    ("The navy freed two boats, weeks after the looting of a depot in Zalingei.", "freed"),
]


@pytest.mark.parametrize(("text", "word"), OTHERS)
def test_the_place_of_another_deed_of_its_sentence_is_not_its_own(told: Tell, text: str, word: str) -> None:
    assert told(text).place(word) == "-"


def test_last_weeks_attack_is_not_where_todays_was(told: Tell) -> None:
    read = told("Shells hit a mill in Nyala on Thursday. Nobody has claimed last week's kidnapping of four nurses.")
    assert read.place("kidnapping") == "-"


def test_a_department_is_a_province(told: Tell) -> None:
    read = told("Soldiers killed two rebels in the department of Arauca in Colombia on Monday.")
    (place,) = [one for one in read.reading.places if one.name == "Arauca"]
    assert place.kind == "province"


TAKEN = [
    ("Rebels detained four nurses at Nyala on Monday.", "detained", "ASSAULT"),
    ("Police detained four nurses at Nyala on Monday.", "detained", "COERCE"),
    ("Four nurses were arrested on Monday.", "arrested", "COERCE"),
]


@pytest.mark.parametrize(("text", "word", "kind"), TAKEN)
def test_rebels_abduct_and_police_arrest(told: Tell, text: str, word: str, kind: str) -> None:
    assert told(text).deed(word).type == kind
