"""Who does a deed and whom it befalls, where the grammar is easily misread. Invented wars."""

import pytest

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader


def read(reader: Reader, text: str) -> Reading:
    """The reading of a short report."""
    return reader.read(Report(id="0" * 64, published="2026-03-04", published_basis="given", published_range=("2026-03-04", "2026-03-04"), text=text))


def sides(reading: Reading, word: str) -> tuple[list[str], list[str]]:
    """The actors and recipients of the event whose trigger holds a word, by name."""
    names = {party.id: party.name for party in reading.parties}
    event = next(e for e in reading.events if word in reading.report.text[slice(*e.trigger)])
    return [names[p] for p in event.actors], [names[p] for p in event.recipients]


@pytest.mark.parametrize(
    ("text", "word", "doers", "sufferers"),
    [
        ("Ostran insurgents raided a customs post on Friday.", "raided", ["Ostran insurgents"], []),
        ("Gunmen from Ostra shot a judge in the port.", "shot", ["Gunmen"], ["judge"]),
        ("The League deplored the bombing of the Ostran consulate.", "bombing", [], ["Ostran consulate"]),
        ("Villagers endured beatings at the hands of the gendarmes.", "beatings", ["gendarmes"], ["Villagers"]),
        ("The guerrillas wounded four policemen and killed two others.", "wounded", ["guerrillas"], ["policemen"]),
        ('His brother, Pavel Orm, said, "He opened fire at the students."', "opened", [], ["students"]),
    ],
)  # fmt: skip
def test_doers_and_those_whom_it_befalls(reader: Reader, text: str, word: str, doers: list[str], sufferers: list[str]) -> None:
    assert sides(read(reader, text), word) == (doers, sufferers)


@pytest.mark.parametrize("text", ["The priest's abduction shocked the valley.", "Her arrest by the gendarmes came at dawn, Anna Orm's lawyer said."])
def test_the_owner_of_a_capture_is_whom_it_befell(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    (event,) = [e for e in reading.events if e.type in ("ASSAULT", "COERCE")]
    owner = next((p.id for p in reading.parties if "priest" in p.name), None)
    assert owner not in event.actors


def test_a_killing_before_which_others_died_is_another_event(reader: Reader) -> None:
    reading = read(reader, "The raid left two clerks dead before guards killed the raider.")
    told = [reading.report.text[slice(*e.trigger)] for e in reading.events if e.type == "ASSAULT"]
    assert told == ["raid", "killed"]


def test_what_kills_is_not_counted_among_the_killed(reader: Reader) -> None:
    reading = read(reader, "The fire came a day after three rockets killed eight guards in Ostra.")
    assert [(f.what, f.min) for f in reading.figures if f.what.startswith("killed")] == [("killed guards", 8)]


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA (AP) - The army and the insurgents will swap captives, an envoy said. The army denied it had stalled.",
        "The army had shelled the mill, a general said in Vienna. Negotiations in Vienna go on.",
    ],
)
def test_where_people_talk_is_not_whose_army_it_is(reader: Reader, text: str) -> None:
    assert {p.name for p in read(reader, text).parties if p.kind == "military"} <= {"army", "general"}


def test_a_dateline_helps_where_more_is_told_of_the_country(reader: Reader) -> None:
    text = "NAIROBI (Reuters) - Gunmen raided a farm in Nairobi on Monday, the army said. Kenya has closed its border."
    assert "Kenyan army" in {p.name for p in read(reader, text).parties}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Troops stormed the mill before dawn on Tuesday.", ("2026-03-03", "2026-03-03")),
        ("Gunmen attacked a Christmas fair in Ostra, killing three.", None),
    ],
)
def test_when_parts_of_a_day_and_holidays_are_told(reader: Reader, text: str, when: tuple[str, str] | None) -> None:
    (event,) = [e for e in read(reader, text).events if e.type == "ASSAULT"]
    assert (event.when and (event.when.earliest, event.when.latest)) == when


@pytest.mark.parametrize(
    "text",
    [
        "He pleaded not guilty to the charge on Monday.", "The daily, citing two officials, named the colonel.",
        "Medics cleared stones from the road.", "A reward of $9,000 has been offered for news of the ship.",
        "When the party held power, the mill was built.", "The outlawed movement has an office abroad.",
    ],
)  # fmt: skip
def test_words_that_tell_no_deed(reader: Reader, text: str) -> None:
    assert read(reader, text).events == ()


def test_a_bare_strike_is_of_arms_only_in_a_report_of_arms(reader: Reader) -> None:
    arms = read(reader, "Missiles hit a mill in Ostra. Four of those hurt in the strike have died.")
    labour = read(reader, "Dockers left their posts in Ostra. Four of those named in the strike have resigned.")
    assert [e.type for e in arms.events][:1] == ["ASSAULT"]
    assert not [e for e in labour.events if e.type == "ASSAULT"]


def test_a_side_that_asks_nobody_in_particular_asks(reader: Reader) -> None:
    assert [e.type for e in read(reader, "The guerrillas asked for a doctor.").events] == ["REQUEST"]
    assert not [e for e in read(reader, "A bakers' guild asked for cheaper flour.").events if e.type == "REQUEST"]


@pytest.mark.parametrize("words", ["Syrian opposition forces", "Congolese rebel troops"])
def test_those_who_fight_a_state_are_not_its_army(reader: Reader, words: str) -> None:
    reading = read(reader, f"{words} said on Tuesday that nine people had died in a raid on the village of Darwan.")
    assert all(party.entry is None for party in reading.parties)


def test_a_newspaper_is_not_half_of_a_movements_name(reader: Reader) -> None:
    reading = read(reader, "The Red Dawn movement denied that its men had burned the mill.")
    assert "o-dawn" not in {party.entry for party in reading.parties}


def test_an_accusation_is_not_told_again_by_what_is_only_a_pretext_for_one(reader: Reader) -> None:
    pretext = "The aim is a pretext for accusing the army of crimes."
    reading = read(reader, f"{pretext} An attack left nine dead. The Hill Front accused the army of carrying out the attack.")
    assert sides(reading, "accused") == (["Hill Front"], ["army"])


def test_others_named_besides_are_not_the_only_ones_who_accuse(reader: Reader) -> None:
    reading = read(reader, "The Hill Front that had filmed the raid as well as several coastal republics blamed the army for the raid.")
    assert sides(reading, "blamed")[0] == ["Hill Front"]


def test_those_who_fight_for_a_government_are_not_its_rebels(reader: Reader) -> None:
    text = "Pro-regime fighters retook the village of Darwan on Monday. Rebel fighters fled, and the rebels lost nine men."
    called = [{text[start:end] for start, end in party.mentions} for party in read(reader, text).parties]
    assert {"Pro-regime fighters"} in called
    assert {"Rebel fighters", "the rebels"} in called


def test_two_sides_that_only_their_leaders_tell_are_nobody_in_particular(reader: Reader) -> None:
    reading = read(reader, "Mediators from the League have proposed a meeting in Orlan between the leaders of the two sides.")
    assert [party.name for party in reading.parties if party.kind == "armed_group"] == []
