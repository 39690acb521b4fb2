"""Deeds that filters of ordinary news must leave in: of officers, states and armed parties in reports with few words of arms. Invented towns."""

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[[str], Any]
PEACE = ("The council met in the town hall. It spoke about the budget for an hour. The mayor praised the choir. Rents went up again. A park will "
         "open in the autumn. The library is to be painted. A new baker came to the square. ")  # fmt: skip


@pytest.mark.parametrize(
    ("deed", "word", "type_"),
    [
        ("Guards beat a porter in the yard of the jail.", "beat", "ASSAULT"),
        ("Youths attacked a deacon outside his chapel.", "attacked", "ASSAULT"),
        ("Officers stormed the studio of a broadcaster.", "stormed", "ASSAULT"),
        ("The air force hit the docks of Orlat before dawn.", "hit", "ASSAULT"),
        ("The Houthis struck a freighter off the coast.", "struck", "ASSAULT"),
        ("Kenyan and Somali guards exchanged fire at the ford.", "exchanged", "ASSAULT"),
        ("Unknown people attacked a polling place.", "attacked", "ASSAULT"),
        ("Masked men blew up the pumping station.", "blew", "ASSAULT"),
        ("Turkey hit the power lines of two districts and the valley had no light.", "hit", "ASSAULT"),
        ("A deputy was attacked at her rally and six others were hurt.", "attacked", "ASSAULT"),
        ("Algeria drove dozens of migrants into the sands and left them there.", "drove", "COERCE"),
        ("Chadian rangers rammed a boat of fishermen.", "rammed", "ASSAULT"),
        ("Hooded men came to the inn. They set its barn on fire.", "set", "ASSAULT"),
    ],
)
def test_deeds_of_force_in_reports_that_are_not_about_arms(told: Reads, deed: str, word: str, type_: str) -> None:
    assert told(PEACE + deed).deed(word).type == type_


@pytest.mark.parametrize("deed", ["The senator attacked the plan of her rival.", "The hotel chain fought for guests.", "Critics hit the tax."])
def test_figures_of_fights_stay_figures(told: Reads, deed: str) -> None:
    assert [event.type for event in told(PEACE + deed).reading.events if event.type == "ASSAULT"] == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Turkish troops blocked lorries of food bound for the victims of the quake.", {"COERCE"}),
        ("The junta shut the border with Mali as families fled the flood.", {"COERCE"}),
        ("The crash blocked the tunnel for hours.", set()),
        ("The bridge was shut after a collision.", set()),
        ("Lions attacked a naval base near Orlat on Monday.", {"ASSAULT"}),
        ("Black Bears attacked Kurds in the market.", {"ASSAULT"}),
        ("Army dogs attacked the marchers.", {"ASSAULT"}),
        ("A drone swarm attacked the arms depot near Orlat overnight.", {"ASSAULT"}),
        ("Leopards attacked near Orlat on Monday, a captain said.", {"ASSAULT"}),
        ("Bears attacked two hikers.", set()),
    ],
)
def test_who_shuts_and_who_attacks(told: Reads, text: str, types: set[str]) -> None:
    assert {event.type for event in told(text).reading.events if event.type in ("ASSAULT", "COERCE")} == types


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("Villagers claimed a raid on the school in Orlat.", "raid", []),
        ("Nurses claimed an air strike on their ward.", "strike", []),
        ("Residents claimed the attack on the mill.", "attack", []),
        ("The rebels claimed the attack on the mill.", "attack", ["rebels"]),
        ("Rebels crossed the river for a raid on the fort.", "raid", ["Rebels"]),
        ("Chad slammed Niger for raids near Orlat.", "raids", []),
        ("The bishop mourned with them for the killing of two nuns.", "killing", []),
        ("The premier praised the nation for the attack on the fort.", "attack", []),
    ],
)
def test_tellers_are_no_doers_and_doers_stay(told: Reads, text: str, word: str, doers: list[str]) -> None:
    assert told(text).doers(word) == doers
