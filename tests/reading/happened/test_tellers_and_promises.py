"""Who finds, counts or tells of a deed has not done it; what is promised, demanded or made a condition has not happened. Invented wars."""

import pytest

from sayso.model import Event, Reading, Report
from sayso.reading.pipeline import Reader


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(Report(id="0" * 64, text=text, published="2023-03-08", published_basis="given"))


def _names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    known = {party.id: party.name for party in reading.parties}
    return [known[one] for one in ids]


def _of(reading: Reading, type_: str) -> list[Event]:
    return [event for event in reading.events if event.type == type_]


@pytest.mark.parametrize(
    "text",
    [
        "Police found 31 bodies in a mass grave near Orlat.",
        "The army said it had discovered 20 corpses in a mass grave in Orlat.",
        "Investigators exhumed 40 bodies from the site of the massacre in Orlat.",
        "The Orlat Observatory reported the air strikes on the market.",
        "The Orlat Observatory documented 12 air strikes on hospitals in May.",
        "The Marenian Human Rights Monitor recorded the shelling of two schools.",
        "A UN spokesman voiced concern about attacks on hospitals.",
        "Shelling kills 11 in Orlat, hospital says",
        "Bombing of market kills nine, rebels say",
        "The Red Cross counted 14 dead in the shelling of Orlat.",
        "The hospital treated 30 people wounded in the shelling.",
        "The mayor reported shelling in the city.",
        "The governor visited families of those killed in the attack.",
    ],
)
def test_who_finds_counts_or_tells_of_an_attack_has_not_made_it(reader: Reader, text: str) -> None:
    reading = _read(reader, text)
    assert _of(reading, "ASSAULT")
    assert [_names(reading, event.actors) for event in _of(reading, "ASSAULT")] == [[]] * len(_of(reading, "ASSAULT"))


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The army lost 30 soldiers in an ambush near Orlat.", [], ["army"]),
        ("Two boys died in army shelling of the militia-held quarter.", ["army"], ["boys"]),
        ("Three villagers died in militia fire on the army-held half of Orlat.", ["militia"], ["villagers"]),
        ("A medic was killed by government fire on a rebel-held quarter of Orlat.", ["government"], ["medic"]),
        ("The opposition blamed the Orlat massacre on the army.", ["army"], []),
        ("Soldiers stormed the Orlat silo. The Orlat Committee said three men were shot there.", ["Soldiers"], ["Orlat silo"]),
        ("Militiamen attacked the Tavra refinery. The Tavra Council condemned the attack.", ["Militiamen"], ["Tavra refinery"]),
    ],
)
def test_doers_and_sufferers_of_the_attack(reader: Reader, text: str, actors: list[str], recipients: list[str]) -> None:
    reading = _read(reader, text)
    event = _of(reading, "ASSAULT")[0]
    assert (_names(reading, event.actors), _names(reading, event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The deal provides for the disarmament of the rebels and access to aid agencies.", "RETREAT", "planned"),
        ("The agreement provides for the release of 60 prisoners.", "RETREAT", "planned"),
        ("The accord stipulates that the army withdraw from Orlat.", "RETREAT", "planned"),
        ("The rebels accepted the deal on condition that troops leave the valley first.", "RETREAT", "demanded"),
        ("Odo Kern accepted on condition that Tolvian troops leave Brask first.", "RETREAT", "demanded"),
        ("The rebels demand the withdrawal of army artillery from the heights and the release of 60 prisoners.", "RETREAT", "demanded"),
        ("The coup leaders will be punished if France goes on arming them.", "AID", "conditional"),
    ],
)
def test_what_is_promised_or_a_condition_has_not_happened(reader: Reader, text: str, type_: str, status: str) -> None:
    reading = _read(reader, text)
    assert [event.status for event in _of(reading, type_)] == [status] * len(_of(reading, type_)) != []
    assert not [move for move in reading.moves if move.kind == "implement"]


@pytest.mark.parametrize(
    ("text", "attack"),
    [
        ("The foreign minister said no Velmaran airmen lost their lives in the attack.", "attack"),
        ("The army said none of its soldiers were killed in the raid.", "raid"),
        ("Nobody was killed in the shelling of Orlat.", "shelling"),
        ("No soldiers died in the ambush near Orlat.", "ambush"),
    ],
)
def test_an_attack_in_which_nobody_died_has_no_dead(reader: Reader, text: str, attack: str) -> None:
    events = _of(_read(reader, text), "ASSAULT")
    told = {text[slice(*event.trigger)]: (event.status, event.recipients) for event in events}
    assert told.pop(attack) == ("happened", ())
    assert [status for status, _ in told.values()] == ["denied"]


def test_it_in_the_words_of_a_state_not_yet_known_is_that_state(reader: Reader) -> None:
    reading = _read(reader, "Marenia's coast guard rescued 97 people. Marenia blamed a mine; Tolvia said it had laid no mines in the strait.")
    denied = [event for event in reading.events if event.status == "denied"]
    assert [_names(reading, event.actors) for event in denied] == [["Tolvia"]]


def test_people_hacked_to_death_are_no_hacked_computers(reader: Reader) -> None:
    reading = _read(reader, "Scores and probably hundreds of people were stabbed or hacked to death near Orlat. The ministry's website was hacked.")
    assert {(event.type, event.mode) for event in reading.events} == {("ASSAULT", None), ("COERCE", "cyber")}


def test_an_attack_that_is_only_told_again_is_told_where_nothing_tells_it_before(reader: Reader) -> None:
    reading = _read(reader, "The death toll from Friday's shelling of Orlat has risen to 14 after three of the wounded died, the hospital said.")
    (event,) = _of(reading, "ASSAULT")
    assert {figure.min for figure in reading.figures if figure.id in event.figures} >= {14}
