"""What reports of crimes, courts and quarrels far from any war tell and do not tell, and whose deeds are whose there. Invented people and towns."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]
"""A text becomes a `Told` (conftest.py)."""


def types_of(told: Any) -> list[str]:
    return [event.type for event in told.reading.events]


@pytest.mark.parametrize("text", [
    "The mayor asked for calm. Two fishermen died when their boat sank off Orlat, the coast guard said.",
    "The senator was found dead of gas poisoning at the house of a friend.",
    "A painter who had lived in Orlat died in hospital on Sunday.",
    "The clinic linked the drug to 15 deaths this year.",
])  # fmt: skip
def test_deaths_that_nobody_is_told_to_have_caused(told: Tell, text: str) -> None:
    assert "ASSAULT" not in types_of(told(text))


@pytest.mark.parametrize(("text", "word"), [
    ("Raiders burned the village of Selm at dawn. Nine villagers died, the mayor said.", "died"),
    ("Nine villagers died of gunshot wounds.", "died"),
    ("Shells hit the market of Selm. At least 12 people are dead, the hospital said.", "dead"),
])  # fmt: skip
def test_deaths_that_their_own_words_or_those_before_explain(told: Tell, text: str, word: str) -> None:
    assert told(text).deed(word).type == "ASSAULT"


def test_gas_explodes_and_its_other_blasts_are_that_one(told: Tell) -> None:
    text = "A gas explosion in a noodle shop in Orlat hurt nine people. The blast shattered the windows of a bus. Three people were killed."
    assert "ASSAULT" not in types_of(told(text))


def test_a_bomb_at_a_gas_works_is_an_attack(told: Tell) -> None:
    assert told("A car bomb at a gas works in Orlat killed nine people. The blast was heard for miles.").deed("bomb").type == "ASSAULT"


QUIET = ("The council met in the town hall. It spoke about the budget for an hour. The mayor praised the choir. Rents went up again. A park will "
         "open in the autumn. ")  # fmt: skip


def test_what_only_the_finder_knows_is_told_of_no_private_person(told: Tell) -> None:
    """The same words of a porter and of soldiers in a quiet town."""
    assert "COERCE" not in types_of(told(QUIET + "The porter then drove his two sons to Orlat."))
    assert "COERCE" in types_of(told(QUIET + "The soldiers then drove his two sons to Orlat."))


@pytest.mark.parametrize(("text", "word", "doers"), [
    ("The rebels launched a military offensive on the town of Selm.", "offensive", ["rebels"]),
    ("Reward is offered for whoever was behind Marlow's slaying. Dr. Peter Marlow was shot in June.", "slaying", []),
    ("The army foiled an attempt by raiders to storm the harbour.", "storm", ["raiders"]),
    ("Police foiled a plot to kill the judge.", "kill", []),
    ("The death of the commander was announced by the militia.", "death", []),
    ("The governor accused the militia of burning homes and abducting women.", "abducting", ["militia"]),
    ("Rebel fighters hold the hill. Fighter jets believed to be Russian struck it on Monday.", "struck", []),
    ("The valley saw 25 fighters killed when a bomb exploded in a barn.", "bomb", []),
    ("Hezbollah seized the mill in cooperation with the Syrian army. The Syrian army praised Hezbollah.", "seized", ["Hezbollah"]),
])  # fmt: skip
def test_whose_deed_it_is(told: Tell, text: str, word: str, doers: list[str]) -> None:
    assert told(text).doers(word) == doers


@pytest.mark.parametrize(("text", "word", "befallen"), [
    ("Reward is offered for whoever was behind Marlow's slaying. Dr. Peter Marlow was shot in June.", "slaying", ["Peter Marlow"]),
    ("Army accused of shelling the harbour of Selm", "accused", ["Army"]),
    ("Villagers accused of helping the rebels were shot.", "shot", ["Villagers"]),
    ("A man wanted for bombing a bus was arrested.", "arrested", ["man"]),
    ("There were nine fatalities among the residents of Selm after a raid.", "fatalities", ["residents"]),
    ("The raiders' attack was foiled and nine raiders were killed.", "attack", []),
    ("Hezbollah seized the mill in cooperation with the Syrian army. The Syrian army praised Hezbollah.", "seized", ["mill"]),
])  # fmt: skip
def test_whom_it_befalls(told: Tell, text: str, word: str, befallen: list[str]) -> None:
    assert told(text).befallen(word) == befallen


def test_a_foiled_attack_was_made_and_a_foiled_plot_was_not(told: Tell) -> None:
    assert told("The attack was foiled, the army said.").deed("attack").status == "happened"
    assert told("Police foiled a plot to kill the judge.").deed("kill").status != "happened"


def test_who_did_more_than_accuse_is_not_told_on_his_own_word(told: Tell) -> None:
    """What goes on finite from "accused ... of" is no part of the charge."""
    accused = told("The coast guard accused the raiders of burning a boat and arrested two of them.")
    assert accused.deed("arrested").according_to is None
    assert accused.deed("burning").according_to is not None
    fired = told("The kingdom accused the junta of being behind the raid and fired missiles at a base.")
    assert fired.deed("fired").according_to is None


@pytest.mark.parametrize(("text", "type_"), [
    ("Jets hit an aid convoy near Selm.", "AID"),
    ("Protesters were met with tear gas in Selm.", "CONSULT"),
    ("The law sets a sentence of life imprisonment for anyone convicted of it.", "SANCTION"),
    ("The rebels struck at dawn.", "PROTEST"),
    ("The family offered $90,000 for the release of the engineer.", "RETREAT"),
])  # fmt: skip
def test_what_is_no_deed_of_that_type(told: Tell, text: str, type_: str) -> None:
    assert type_ not in types_of(told(text))


def test_the_dead_after_a_blast_are_its_dead(told: Tell) -> None:
    blast = told("At least nine people are dead after a bombing at a mill in Orlat.")
    assert (types_of(blast), blast.befallen("bombing")) == (["ASSAULT"], ["people"])


@pytest.mark.parametrize("text", [
    "Jets bombed the rebels' camp on Monday. Another nine soldiers and six militiamen were killed, the monitor said.",
    "Jets of the air force bombed the camp on Monday. More than 300 people were killed in the valley in May, the monitor said.",
])  # fmt: skip
def test_a_doer_is_not_carried_to_other_sides_dead_nor_to_another_time(told: Tell, text: str) -> None:
    assert told(text).doers("killed") == []
