"""Plain deeds that words beside them do not hide: arrests, denials that nobody makes, refusals to talk, cordons and protests. Invented wars."""

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[[str], Any]


@pytest.mark.parametrize(("text", "word", "kind", "mode"), [
    ("Gendarmes rounded up dozens of herders near Bura.", "rounded", "COERCE", "arrest"),
    ("The colonels locked up the ousted mayor.", "locked", "COERCE", "arrest"),
    ("Agents jailed two clerics responsible for the sermon.", "jailed", "COERCE", "arrest"),
    ("Guards arrested close aides of the governor.", "arrested", "COERCE", "arrest"),
    ("Riot policemen ringed the university.", "ringed", "COERCE", "restrict"),
    ("Students protested in front of the governor's office.", "protested", "PROTEST", "demo"),
    ("Widows protested outside the jail.", "protested", "PROTEST", "demo"),
    ("The rebels said they would not discuss the return of prisoners before the army withdrew.", "discuss", "REJECT", None),
    ("Norland will not speak about a truce.", "speak", "REJECT", None),
    ("The union announced a suspension of aid to Norland over stolen flour and staff wages.", "suspension", "SANCTION", "discontinue"),
    ("The ministry acknowledged responsibility for the shelling of Bura.", "acknowledged", "CONCEDE", None),
])  # fmt: skip
def test_the_deed_is_told_as_what_it_is(told: Reads, text: str, word: str, kind: str, mode: str | None) -> None:
    deed = told(text).deed(word)
    assert (deed.type, deed.mode) == (kind, mode)


@pytest.mark.parametrize("text", [
    "She held her daughters close.",
    "The mayor held up a banner.",
    "He sat in jail for a year.",
    "The Free Norland Front accepted responsibility for the floods.",
    "The premier called Nuri a liar.",
])  # fmt: skip
def test_no_deed_is_told(told: Reads, text: str) -> None:
    assert not [event.type for event in told(text).reading.events if event.type in ("COERCE", "PROTEST", "AGREE", "CONCEDE", "CONSULT")]


@pytest.mark.parametrize(("text", "word", "denied"), [
    ("The gendarmes contest that their men burnt the market.", "burnt", True),
    ("The army ruled out that its gunners had shelled the mill and killed a child.", "shelled", True),
    ("A few villagers dispute that the gendarmes killed the imam.", "killed", True),
    ("Few villagers dispute that the gendarmes killed the imam.", "killed", False),
    ("Nobody contests that the gendarmes burnt the market.", "burnt", False),
    ("No one has ruled out that gunners fired on the market.", "fired", False),
    ("The gendarmes no longer dispute that their men killed the imam.", "killed", False),
    ("The gendarmes contest how many herders their men killed.", "killed", False),
    ("The panel ruled out that the ship had hit a reef and established that rebels had shelled it.", "shelled", False),
    ("The panel ruled out that the plane had caught fire and concluded that rebels shot it down.", "shot", False),
])  # fmt: skip
def test_only_who_disputes_it_denies_it(told: Reads, text: str, word: str, denied: bool) -> None:
    assert (told(text).deed(word).status == "denied") is denied


def test_at_names_whom_an_attack_befalls_where_it_is_a_party(told: Reads) -> None:
    assert told("Gunmen carried out an attack at soldiers in Bura.").befallen("attack") == ["soldiers"]
    assert told("Gunmen carried out an attack at the mill in Bura.").befallen("attack") == []
    assert told("The inquiry pointed the finger at the army for the attack.").befallen("attack") == []


def test_whom_a_minister_calls_is_no_name_for_him(told: Reads) -> None:
    assert told("The Norlandish foreign minister called Lavrov to discuss the harvest.").deed("called").type == "CONSULT"
