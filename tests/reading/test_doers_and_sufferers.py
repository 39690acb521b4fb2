"""Who did it to whom: mistakes that a first reader of the tool met, in other words. Invented reports."""

import pytest

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

CASES = [
    ("The government blamed the rebels for the attack.", "attack", ["rebels"], []),
    ("The ministry condemned the militia for the massacre.", "massacre", ["militia"], []),
    ("Residents said the men were killed as US aircraft hit a house in Idlib.", "hit", [], ["men"]),
    ("A raid on a clinic in Idlib killed ten people, the Syrian Observatory for Human Rights said.", "raid", [], ["people"]),
    ("12 miners kidnapped in Sahran\n\nPolice are looking for them.", "kidnapped", [], ["miners"]),
    ("The army of Oranja said its drones killed 30 fighters. France said its forces took no part.", "killed", ["army"], ["fighters"]),
    ("The Sahran army killed 30 fighters. Rights group Watch Sahran said twelve civilians had died.", "killed", ["Sahran army"], ["fighters"]),
    ("Militants staged three bomb attacks on the base.", "bomb attacks", ["Militants"], []),
    ("Armed groups launched a series of attacks on the port.", "attacks", ["Armed groups"], []),
    ("Two of her guards, Omar Marn and Ali Nadir, were killed.", "killed", [], ["guards", "Omar Marn", "Ali Nadir"]),
    ("The blast killed nine people, including the mayor Omar Marn.", "killed", [], ["people", "Omar Marn"]),
    ("The guerrillas killed a peasant in Orla and burned a truck.", "killed", ["guerrillas"], ["peasant"]),
    ("The Liberation Front of Sumar shelled the town on Monday. The army shelled the port.", "shelled the port", ["army"], []),
    ("The Arakan Army attacked a base in Rakhine. The army said it had repelled the attack.", "attack.", ["Arakan Army"], ["Burmese army"]),
    ("Malduk seized Ostra\n\nRebels of the Highland Front said they had attacked a base.", "attacked", ["Highland Front"], []),
]  # fmt: skip


def read(reader: Reader, text: str) -> Reading:
    day = ("2023-06-01", "2023-06-01")
    return reader.read(Report(id="d" * 64, text=text, published=day[0], published_basis="given", published_range=day))


@pytest.mark.parametrize(("text", "at", "doers", "sufferers"), CASES, ids=[case[0][:40] for case in CASES])
def test_who_did_it_to_whom(reader: Reader, text: str, at: str, doers: list[str], sufferers: list[str]) -> None:
    reading = read(reader, text)
    names = {party.id: party.name for party in reading.parties}
    place = text.index(at)
    (event,) = [e for e in reading.events if any(a <= place < b for a, b in (e.trigger, *e.also))]
    assert [names[p] for p in event.actors] == doers
    assert [names[p] for p in event.recipients if names[p] not in ("base", "clinic", "port")] == sufferers


def test_the_government_is_not_that_of_the_envoy_who_speaks(reader: Reader) -> None:
    reading = read(reader, "The Ugandan rebels met the government in Oslo, Norwegian envoy Kari Lund said. The government offered to free 30 men.")
    names = {party.id: party.name for party in reading.parties}
    (offer,) = [move for move in reading.moves if move.kind == "offer"]
    assert [names[p] for p in offer.from_] == ["Ugandan government"]


def test_an_offer_that_others_carry_stays_an_offer_of_its_maker(reader: Reader) -> None:
    reading = read(reader, "Priests carried the rebels' offer to the army, a spokesman said. Rebels shelled a village.")
    names = {party.id: party.name for party in reading.parties}
    (move,) = reading.moves
    assert (move.kind, [names[p] for p in move.from_], [names[p] for p in move.to]) == ("offer", ["rebels"], ["army"])
    (event,) = [one for one in reading.events if one.type == "AGREE"]
    assert [names[p] for p in event.actors] == ["rebels"]


def test_us_in_capitals_is_no_pronoun(reader: Reader) -> None:
    reading = read(reader, 'A spokesman for the Raqqa council said: "The US must stop. US jets hit the bridge."')
    speaker = next(party for party in reading.parties if "spokesman" in party.name or "council" in party.name.lower())
    words = {reading.report.text[a:b] for a, b in speaker.mentions}
    assert "US" not in words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks between the Sudanese army and the RSF resumed in Jeddah.", "armed_group"),
        ("The RSF condemned the arrest of a Turkish reporter in Ankara; reporters in Paris protested.", "ngo"),
    ],
)
def test_letters_of_two_bodies_mean_the_one_whose_country_is_named(reader: Reader, text: str, kind: str) -> None:
    parties = read(reader, text).parties
    assert next(party.kind for party in parties if "RSF" in party.aliases or party.name == "RSF") == kind


MEDIATED = {
    "talks hosted by it": (
        "OSLO, May 6 - The Colombian government and guerrillas met on Friday for talks hosted by Norway. Norway said that the talks would go on. "
        "The guerrillas said the army had bombed a camp. The army has surrounded the valley, Norway's foreign ministry said."
    ),
    "its mediator": (
        "CAIRO - Sudanese rebels freed ten captives on Friday, an Egyptian mediator said in Cairo. Egypt said that the army had agreed to it. "
        "The army shelled two villages on the same day, residents said."
    ),
}


@pytest.mark.parametrize("text", MEDIATED.values(), ids=MEDIATED)
def test_a_country_that_mediates_lends_its_army_to_nobody(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    names = {party.id: party.name for party in reading.parties}
    doers = {names[p] for event in reading.events for p in event.actors}
    assert any(" army" in name.lower() or name == "army" for name in doers)
    assert not doers & {"Norwegian army", "Norwegian Armed Forces", "Egyptian army", "Egyptian Armed Forces"}


@pytest.mark.parametrize("more", ["and blamed militiamen for the fire", "and accused the traders of it"])
def test_who_denies_and_accuses_does_both(reader: Reader, more: str) -> None:
    reading = read(reader, f"The brigade denied that its men had torched the depot {more}.")
    names = {party.id: party.name for party in reading.parties}
    (accusation,) = [event for event in reading.events if event.type == "ACCUSE"]
    assert (accusation.status, [names[p] for p in accusation.actors]) == ("happened", ["brigade"])


@pytest.mark.parametrize("text", ["Al-Shabaab and Kenya agreed on a swap on Sunday.", "The FARC and Colombia have agreed to a truce, an envoy said."])
def test_a_country_beside_an_armed_group_acts_with_it(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    (deal,) = [event for event in reading.events if event.type == "AGREE"]
    assert len(deal.actors) == 2
