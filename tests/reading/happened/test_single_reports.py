"""What reports of many wars, and news of none, were read wrongly: doers and sufferers, days and places of other deeds. Invented wars."""

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "word", "doers", "befallen"),
    [
        ("A raid on an army outpost that killed nine conscripts was condemned by the bishop.", "raid", [], ["conscripts"]),
        ("Gunmen staged an ambush on a Marenian patrol that left four people dead.", "ambush", ["Gunmen"], ["people"]),
        ("He joined a gang that killed nine conscripts.", "killed", ["gang"], ["conscripts"]),
        ("In Mombasa city gunmen on a motorcycle shot dead a judge of the appeals court, Omar Nadir, as he walked to the chapel on Tuesday evening, "
         "police spokesman Zia Popal said.", "dead", ["gunmen"], ["judge"]),
        ("Armed men looted nine of the lorries and set two on fire. The army and the rebels blamed each other.", "set", ["men"], []),
        ("Hundreds of families left their farms as shelling intensified.", "shelling", [], []),
        ("On Saturday there was shooting again in the suburb, near the chapel, a baker said.", "shooting", [], []),
        ("The minister said that the Fifth Brigade was behind the kidnapping of two engineers.", "kidnapping", ["Fifth Brigade"], ["engineers"]),
        ("The Fifth Brigade was not behind the kidnapping of two engineers, the minister said.", "kidnapping", [], ["engineers"]),
        ("Fighters of the Ondava-backed Orlat Liberation Front burned a farm.", "burned", ["Orlat Liberation Front"], ["farm"]),
        ("The liberation of the port from the rebels took a week.", "liberation", [], ["rebels"]),
        ("Rebel deaths rose to 40, a monitor said.", "deaths", [], ["rebels"]),
        ("The rebels released a pilot whom they had captured in May for two of their own.", "captured", ["rebels"], ["pilot"]),
        ("Four fighters were beheaded and then hung from a bridge.", "hung", [], ["fighters"]),
        ("Two boys were taken by a gang. The army demands that they be returned at once.", "returned", [], []),
        ("A shell hit a queue outside a bakery, killing six people, a policeman, Captain Omar Nadir, said.", "killing", [], ["people"]),
        ("The Front claimed the bombing of the mill on Telegram.", "bombing", ["Front"], ["mill"]),
        ("Troops laid an ambush for the rebels at Kessum.", "ambush", ["Troops"], ["rebels"]),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(told: Reads, text: str, word: str, doers: list[str], befallen: list[str]) -> None:
    read = told(text)
    assert (read.doers(word), read.befallen(word)) == (doers, befallen)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A wolf attacked two goats near the ford.", []),
        ("Wolves of our brigade attacked the fort near the ford.", ["ASSAULT"]),
        ("A cyclist was hit by a tram.", []),
        ("Rebel fire killed a nurse on the ward.", ["ASSAULT"]),
        ("A fire destroyed the mill overnight.", []),
        ("The road was cut by mud.", []),
        ("The road was cut by the rebels.", ["COERCE"]),
        ("The governor called the bishop's plan absurd.", []),
        ("The governor called the president on Monday.", ["CONSULT"]),
        ('The teacher asked the pupils, "Can we stay?"', []),
        ("The patrol found four lorries armed with machine guns.", []),
        ("He said that he would not speak about the siege's cost.", []),
        ("He said that he would not speak to the rebels.", ["REJECT"]),
        ("The ministry insisted that the raid had left nine dead.", ["ASSAULT"]),
        ("After six years of killing and displacement the war goes on.", []),
        ("She offered her condolences to the family.", []),
        ("The envoy condemned the blast in the port.", ["ACCUSE", "ASSAULT"]),
        ("The ship could shell out crude for years.", []),
    ],
)
def test_which_deeds_are_told(told: Reads, text: str, types: list[str]) -> None:
    found = {event.type for event in told(text).reading.events}
    assert (found & set(types), found - set(types)) == (set(types), set())


def test_a_deed_is_no_other_one_that_is_set_beside_it(told: Reads) -> None:
    read = told("The raid on Kessum is not linked with the inquiry into the May bombings in Orlat.")
    assert read.deed("raid") != read.deed("bombings")
    assert read.doers("bombings") == []


def test_what_a_deed_is_called_is_no_second_deed(told: Reads) -> None:
    read = told("The envoy described the shelling of the school as an act of aggression.")
    assert [event.type for event in read.reading.events if event.type == "ASSAULT"] == ["ASSAULT"]
    assert [event.type for event in told("He spoke of an act of aggression against the republic.").reading.events] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("A man was arrested in connection with the bombing of a church last May.", "arrested", "-"),
        ("A man was arrested on Monday in connection with the bombing of a church.", "arrested", "2023-06-05"),
        ("Both agreed a truce in March.", "agreed", "2023-03-01"),
        ("In May detectives concluded that the nun had been killed long before.", "killed", "-"),
    ],
)
def test_days_are_of_the_deed_that_tells_them(told: Reads, text: str, word: str, day: str) -> None:
    assert told(text).day(word) == day


def test_what_could_be_heard_was_there(told: Reads) -> None:
    assert told("Gunfire could be heard across the old town.").deed("Gunfire").status == "happened"
    assert told("Gunfire could break out at any time.").deed("Gunfire").status == "possible"


def test_an_offered_truce_is_not_kept_yet(told: Reads) -> None:
    assert told("The rebels rejected an offer of a truce.").deed("truce").status == "planned"
    assert told("The rebels kept a truce in the valley.").deed("truce").status == "happened"


def test_doubtful_deeds_are_told_of_wars_only(told: Reads) -> None:
    """The same sentence in a long report about arms and in one about a council."""
    deed = "The villagers still embrace that idea and the plan. "
    peace = "The council met in the town hall. It spoke about the budget. The mayor praised the choir. Rents went up again. A park will open. "
    war = "Rebels shelled the town. Troops shot two boys. A mortar hit the mill. Gunmen fled. The army lost a tank. "
    of_it = [event.type for event in told(peace + deed).reading.events if event.trigger[0] > len(peace)]
    of_war = [event.type for event in told(war + deed).reading.events if event.trigger[0] > len(war)]
    assert len(of_it) < len(of_war)
