"""Mediation by who goes between, moves in a side's own words, deals that are carried out or broken by plain deeds."""

import pytest
from tests.reading.negotiated.test_moves_of_other_wars import found, readings

from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bishop who went between the army and the rebels said both had lost hope.", "mediate|bishop|*"),
        ("The rebels freed the miller. He thanked a village chief who had gone between.", "mediate|chief|*"),
        ("Two pastors spent a week going from one camp to the other; the rebels and the army listened.", "mediate|pastors|*"),
        ("The diocese said it was ready to go between the rebels and the army.", "mediate|diocese|*"),
        ("The elders have offered to carry messages between the rebels and the army.", "mediate|elders|*"),
        ("Kenya has summoned the army and the rebels to Naivasha, where they are to talk about the dam.", "mediate|kenya|*"),
        ("The army and the rebels distrust each other. A UN envoy telephoned both commanders on Sunday.", "mediate|*|*"),
        ("Elders of the valley met the rebels twice about the kidnapped teachers.", "mediate|elders|rebels"),
        ("The army and the rebels agreed to stop firing after three days of talks under the mediation of Oman.", "mediate|oman|*"),
    ],
)
def test_who_goes_between_the_sides(reader: Reader, text: str, wanted: str) -> None:
    (reading,) = readings(reader, [(text, wanted)])
    assert found(reading, wanted) == (1, 1), [(move.kind, move.from_, move.to, move.by) for move in reading.moves]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('The rebels want their men back. "Nobody will be exchanged," an army spokesman said.', "reject|army|*"),
        ('"No prisoner will be released before spring," the rebels\' commander said of the army\'s wish.', "reject|*|*"),
        ('The rebels shut the pass. "No lorry will pass here," their commander said.', "reject|*|*"),
        ('"Whoever hands in his rifle will be spared," an army spokesman told the rebels.', "offer|army|*"),
        ('"Put down your guns and nobody will touch you," an army spokesman told the rebels.', "offer|army|*"),
        ('"Nobody will lay a hand on the drivers," the rebels\' commander said.', "offer|*|*"),
        ('Two papers wrote of a meeting with the rebels. "Nobody met anybody," the army spokesman said.', "deny_talks|army|*"),
        ("The army said it was not in talks with the rebels about anything.", "deny_talks|army|rebels"),
        ("The army said it was not negotiating with the rebels.", "deny_talks|army|rebels"),
        ("The army and the rebels had promised each other a truce in May.", "agree|*|*"),
        ('"The army has torn up what it signed," the rebels\' commander said.', "breach|army|*"),
        ("Army jets struck the rebels hours after the ceasefire had taken effect.", "breach|*|*"),
        ("Bandits seized a bus. They asked the bus company for two million shillings.", "demand|bandits|*"),
        ("The rebels demanded that the bridge be opened and offered to free nine soldiers.", "offer|rebels|*"),
        ("Under a truce between the army and the rebels, twelve lorries were let into the town.", "implement|*|*"),
        ("Envoys of the army and of the rebels met in a mill.", "meet|army|rebels"),
        ('"We want our dead," said Tomas Arel, who speaks for the rebels. The army keeps the bodies.', "demand|rebels|*"),
    ],
)
def test_a_side_makes_its_move_in_its_own_words_or_deeds(reader: Reader, text: str, wanted: str) -> None:
    (reading,) = readings(reader, [(text, wanted)])
    assert found(reading, wanted) == (1, 1), [(move.kind, move.from_, move.to, move.by) for move in reading.moves]


@pytest.mark.parametrize(
    "text",
    [
        "The court turned down an appeal by two soldiers of the army.",
        "The Red Cross asked donors for four million francs for those whom the rebels drove out.",
        "Norway's foreign minister urged her citizens to leave the country, where rebels and the army fight.",
        "Observers doubt that the army and the rebels will ever meet.",
        'The rebels fought "as if there were no tomorrow", a soldier of the army said.',
        "The boys fought until they had no shells left, an army spokesman said of the rebels.",
        "Jets of the army committed a massacre in a town of the rebels.",
        "The driver, whom rebels had beaten, asked for his name to be left out.",
        "The rebels' spokesman would neither confirm nor deny a contact with the army.",
        '"Whoever does not will be shot," the rebels\' commander said of the army.',
        "The imams met President Zelensky in Odesa. Russian troops shelled the port on Friday.",
        "Village chief Ibro Sani saw two army officers about the market. Rebels fought the army on Friday.",
        '"Whoever leaves his trench will be given ten years," an army spokesman said. The rebels shelled the trenches.',
        '"Those who left the valley will be given blankets," an army spokesman said. Rebels hold the valley.',
        '"The pictures of the raid will not be released," an army spokesman said. The rebels had shelled a mill.',
        '"The dead will not be released to the press," an army spokesman said. The rebels had shelled a mill.',
        "The rebels sent acceptance letters to their new recruits. The army shelled a mill.",
    ],
)
def test_what_only_sounds_like_a_move(reader: Reader, text: str) -> None:
    (reading,) = readings(reader, [(text, "none")])
    assert [(move.kind, move.by) for move in reading.moves] == []


@pytest.mark.parametrize(
    "text",
    [
        "The army's commander spoke to both the rebels and the Valley militia. Nobody fired on Friday.",
        "The government telephoned both the rebels and the Valley militia. Nobody fired on Friday.",
        "The police chief was in contact with the army and the rebels.",
        "The government was in contact with the army and the rebels.",
        "The church leader met the army chief to ask for a patrol. Rebels had burnt nine huts.",
    ],
)
def test_a_side_that_sees_others_and_elders_who_see_the_army_alone_are_no_mediators(reader: Reader, text: str) -> None:
    (reading,) = readings(reader, [(text, "")])
    assert "mediate" not in [move.kind for move in reading.moves]


def test_the_dead_are_refused_to_who_asked_for_them(reader: Reader) -> None:
    text = 'The rebels demanded their dead from the army. "The bodies will not be handed over," an army spokesman said.'
    (reading,) = readings(reader, [(text, "")])
    assert [move.kind for move in reading.moves] == ["demand", "reject"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The gunmen, a militia from the salt hills, seized the harbour of Tarn.", "militia"),
        ("Jets killed nine fighters near the border a militia in the valley said on Friday.", "fighters"),
    ],
)
def test_a_force_set_apart_beside_its_men_is_who_they_are(reader: Reader, text: str, meant: str) -> None:
    (reading,) = readings(reader, [(text, "")])
    told = {p for event in reading.events if event.type == "ASSAULT" for p in (*event.actors, *event.recipients)}
    assert {party.name for party in reading.parties if party.id in told and party.kind == "armed_group"} == {meant}


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Three nurses kidnapped in May were handed over to elders on Sunday. The rebels had held them.", "Three nurses"),
        ("The rebels have set free the two pilots whom they seized in the spring.", "the two pilots"),
        ("Four of the nine miners abducted by the rebels were let go on Friday.", "Four of the nine miners"),
        ("Two cooks whom the rebels kidnapped in a raid in May were released on Friday.", "Two cooks"),
    ],
)
def test_captives_who_are_let_go_are_a_step_of_talks(reader: Reader, text: str, freed: str) -> None:
    (reading,) = readings(reader, [(text, "")])
    steps = [move for move in reading.moves if move.by == "negotiated.freed"]
    assert [(move.kind, move.terms[0].gives) for move in steps] == [("implement", freed)]


@pytest.mark.parametrize(
    "text",
    [
        "Commandos stormed a mill and freed two nurses kidnapped in May by the rebels.",
        "Two pilots seized by the rebels escaped at night.",
        "Commandos stormed a mill, and the nurses whom rebels had seized were released.",
        "The army rescued two cooks whom the rebels had abducted. They were freed unhurt.",
        "The president freed forty prisoners under an amnesty; the rebels were not among them.",
        "The army has not freed the men whom it captured from the rebels.",
    ],
)
def test_whoever_is_freed_by_force_or_by_a_court_is_no_step(reader: Reader, text: str) -> None:
    (reading,) = readings(reader, [(text, "")])
    assert not any(move.by == "negotiated.freed" for move in reading.moves)
