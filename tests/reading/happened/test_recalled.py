"""A deed that a report comes back to, however far on, is one event with its day and place. Invented reports of several wars."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]

LONG = (
    "Two rockets hit a wedding hall in the town of Nyala on Monday, killing 12 guests, a surgeon said. "
    "The hall stands beside a tannery that has been closed for years. "
    "Its owner, a grain dealer, rents it to families from the villages around. "
    "In Juba, diplomats were waiting for the two delegations, which had not left their hotels. "
    "The price of sorghum has doubled since the harvest, traders said, and rain has cut two roads. "
)

AGAIN = [
    "Nobody has said who was behind the attack.",
    "The wedding hall attack has shaken the whole region.",
    "Monday's explosions could be heard ten kilometres away, a herder said.",
    "The mission called it the bloodiest attack of the year.",
]


@pytest.mark.parametrize("last", AGAIN)
def test_a_deed_spoken_of_five_sentences_later_is_the_same_deed(told: Tell, last: str) -> None:
    read = told(LONG + last)
    strikes = [event for event in read.reading.events if event.type == "ASSAULT"]
    assert len(strikes) == 1
    assert (read.place("hit"), read.day("hit")) == ("Nyala", "2023-06-05")


ELSE = [
    "Another attack killed a guard.",
    "A second attack on the hall was foiled.",
    "The attack in Kassala last year killed nine.",
    "The kidnapping of a teacher has not been solved.",
]


@pytest.mark.parametrize("last", ELSE)
def test_another_deed_stays_another(told: Tell, last: str) -> None:
    read = told(LONG + last)
    spans = [read.reading.words(span) for event in read.reading.events if event.type == "ASSAULT" for span in event.also if "hit" in
             read.reading.words(event.trigger)]  # fmt: skip
    assert not {"attack", "kidnapping"} & set(spans)


def test_each_mention_goes_to_the_deed_whose_weapon_it_names(told: Tell) -> None:
    read = told(
        "A car bomb went off in Mocha on Tuesday. On Wednesday gunmen shot dead a judge in Taiz. "
        "Police are still looking for witnesses of the shooting. The blast also wrecked a pharmacy."
    )
    assert (read.place("shooting"), read.day("shooting")) == ("Taiz", "2023-06-07")
    assert (read.place("blast"), read.day("blast")) == ("Mocha", "2023-06-06")


def test_that_raid_is_the_one_told_last(told: Tell) -> None:
    read = told("Troops raided a farm near Goma on Monday. In 2012 rebels raided a bank in Bukavu. Four tellers died in that raid.")
    assert (read.place("died"), read.day("died")) == ("Bukavu", "2012-01-01")


def test_the_shells_are_those_that_were_fired(told: Tell) -> None:
    read = told("Artillery shelled a market in Kutum on Thursday. The shells landed among the stalls of the tailors.")
    assert len([event for event in read.reading.events if event.type == "ASSAULT"]) == 1


def test_the_wounded_of_the_next_sentence_are_of_the_same_attack(told: Tell) -> None:
    read = told("A bomb killed four policemen in Aden on Monday. Eleven others were wounded, a nurse said.")
    assert read.day("wounded") == "2023-06-05"
    assert len([event for event in read.reading.events if event.type == "ASSAULT"]) == 1


def test_a_deed_that_a_denier_denies_stays_apart(told: Tell) -> None:
    read = told("Jets bombed a school in Saada on Monday. The coalition said it had not carried out the bombing.")
    assert {event.status for event in read.reading.events if event.type == "ASSAULT"} >= {"happened", "denied"}


IN_TURN = {
    "another side, another town": (
        "Kenyan warships shelled Kismayo on Monday. Al-Shabaab fired mortars at Dhobley on Tuesday. The attack killed two Kenyans.",
        "killed", "Al-Shabaab",
    ),
    "what was fired last": (
        "Armenian gunners shelled Tovuz. Azerbaijan fired missiles at Ijevan. The missiles wounded eight Armenians.", "wounded", "Azerbaijan",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "word", "doer"), IN_TURN.values(), ids=IN_TURN)
def test_of_two_sides_deeds_the_one_told_last_is_meant(told: Tell, text: str, word: str, doer: str) -> None:
    read = told(text)
    assert read.doers(word) in ([doer], [])
    assert read.befallen(word)


OWN_LOSSES = [
    "Gunmen raided a customs post near Mandera. Six raiders were killed.",
    "Guards opened fire on strikers in Lubumbashi. Two officers were injured.",
    "Serbia said it struck depots in Vukovar. Four Serbs were killed.",
]


@pytest.mark.parametrize("text", OWN_LOSSES)
def test_the_dead_of_the_side_that_attacks_are_not_whom_it_attacked(told: Tell, text: str) -> None:
    read = told(text)
    word = "killed" if "killed" in text else "injured"
    assert not read.doers(word)


def test_those_hurt_in_a_mishap_are_no_victims_of_the_attack_before(told: Tell) -> None:
    read = told("Jets bombed a depot in Marib on Monday. A further nine people were injured in a crash of two buses.")
    assert [read.reading.words(event.trigger) for event in read.reading.events if event.type == "ASSAULT"] == ["bombed"]


def test_all_whom_an_attack_hurt_are_kept(told: Tell) -> None:
    read = told("Bandits shot a nurse in Zurmi on Friday. His daughter was also wounded.")
    assert len([event for event in read.reading.events if event.type == "ASSAULT"]) == 1
    assert len(read.befallen("shot")) == 2
