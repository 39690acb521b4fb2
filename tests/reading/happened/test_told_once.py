"""One happening told once, and what is no happening at all. Invented reports of several wars."""

import pytest

from sayso.intake.anatomy import from_row
from sayso.reading.pipeline import Reader

NOTHING = [
    "The war has left some 7,500 villagers dead so far, the envoy said.",
    "The eight-year war has claimed over 300,000 lives, the ministry said.",
    "The mayor agreed with critics that the road was dangerous.",
    "During the conference the deputy said he was tired.",
    "The government defended its policies on Monday.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_sums_of_wars_opinions_and_settings_are_no_events(reader: Reader, text: str) -> None:
    assert [event.type for event in reader.read(from_row({"text": text, "published": "2023-06-07"})).events] == []


@pytest.mark.parametrize("text", [
    "The army agreed with the rebels that the prisoners would be freed.",
    "The government has agreed with the rebels that both sides will leave the town.",
])  # fmt: skip
def test_what_two_agree_that_they_will_do_is_a_deal(reader: Reader, text: str) -> None:
    assert "AGREE" in [event.type for event in reader.read(from_row({"text": text, "published": "2023-06-07"})).events]


ONCE = [
    ("The army shelled the district on Sunday with rockets, targeting mainly homes.", 1),
    ("Army air strikes killed four villagers near Ostra. The strikes hit a market, residents said.", 1),  # the outlet's, retold
    ("Army air strikes killed four villagers on Sunday. The strikes hit a market.", 1),
    ("Army air strikes killed four villagers on Sunday. Rockets hit a market on Monday.", 2),
    ("A car bomb killed nine villagers in Mocha. A second car bomb exploded in the port of Mocha, wounding three.", 2),
    ("Two bakers were killed as rockets hit Mocha on Sunday. Three porters were hurt when a third shell fell on the port.", 2),
    ("An attack killed nine villagers in Mocha. Since May attacks have killed 60.", 2),
    ("Five guards were martyred as rebels shelled Mocha on Sunday. Eight guards had been martyred in a similar attack on Mocha.", 2),
    ("Shelling killed nine villagers in Mocha. A bomb has left two people dead in Aden.", 2),
    ("Nine villagers were killed near Mocha on Tuesday, hours after an attack left scores dead in Aden.", 2),
    ("Nine villagers were killed in Mocha a week after a bombing killed four in Aden.", 2),
]


@pytest.mark.parametrize(("text", "events"), ONCE)
def test_an_attack_that_is_told_again_is_one(reader: Reader, text: str, events: int) -> None:
    found = [event for event in reader.read(from_row({"text": text, "published": "2023-06-07"})).events if event.type == "ASSAULT"]
    assert len(found) == events


def test_a_part_of_an_attack_is_of_its_day(reader: Reader) -> None:
    text = "Army air strikes killed four villagers near Mocha on Sunday. Five more villagers were killed in the town of Taiz, the monitor said."
    first, second = reader.read(from_row({"text": text, "published": "2023-06-07"})).events
    assert second.by.endswith("date carried")
    assert first.when == second.when
    assert first.when is not None


def test_deeds_since_another_are_not_that_one(reader: Reader) -> None:
    text = "Since the coup in March 2021, the marines have killed more than 300 farmers, the monitor said."
    reading = reader.read(from_row({"text": text, "published": "2023-06-07"}))
    killed = next(event for event in reading.events if "killed" in reading.words(event.trigger))
    assert killed.when is not None
    assert (killed.when.earliest, killed.when.latest) == ("2021-03-01", "2023-06-07")


@pytest.mark.parametrize(("text", "told"), [
    ("More than 320,000 people have been killed in Oranja since the conflict began.", []),
    ("More than 150,000 people have died in the three-year war.", []),
    ("Eleven people have been killed in the violence since Monday, police said.", ["killed"]),
    ("About 600 farmers have been killed by air strikes since the war began.", ["air strikes"]),
])  # fmt: skip
def test_the_dead_of_a_whole_war_are_no_event_but_those_of_a_deed_in_it(reader: Reader, text: str, told: list[str]) -> None:
    reading = reader.read(from_row({"text": text, "published": "2023-06-07"}))
    assert [reading.words(event.trigger) for event in reading.events] == told
