"""Moves told in words that no table of moves has: who asks, gives or refuses what of whom says what they are."""

import pytest
from tests.reading.negotiated.test_moves_of_other_wars import found, readings

from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The guerrillas nudged the army to take its mortars off the ridge.", "demand|guerrillas|army"),
        ("Monks have entreated both armies for an hour of quiet.", "demand|monks|armies"),
        ("The militia longs for peace. Its chief wants the garrison out of the mill.", "demand|*|*"),
        ("The rebels must vacate the clinic, an army spokesman said.", "demand|army|rebels"),
        ("The insurgents are amenable to releasing two nurses, a bishop said.", "offer|insurgents|*"),
        ("The insurgents said they would hand the pilot back once the army moved off the bridge.", "offer|insurgents|army"),
        ("The rebels are averse to sharing the dam with the army.", "reject|rebels|*"),
        ("The army sneered at the rebels' proposal.", "reject|army|rebels"),
        ("The rebels acquiesced in the envoy's plan.", "accept|rebels|*"),
        ("The militia will not vacate the silo, its commander said of the army.", "reject|*|*"),
        ("An imam conveyed a note from the garrison to the rebels.", "mediate|imam|rebels"),
        ("The rebels' envoys conferred with the army in a school.", "meet|*|army"),
        ("The rebels opted out of the talks with the government.", "walk_out|rebels|government"),
        ("The militia has warned it will torch the depot unless the army frees its men.", "ultimatum|militia|army"),
    ],
)
def test_a_move_in_unlisted_words(reader: Reader, text: str, wanted: str) -> None:
    (reading,) = readings(reader, [(text, wanted)])
    assert found(reading, wanted) == (1, 1), [(move.kind, move.from_, move.to, move.by) for move in reading.moves]


@pytest.mark.parametrize(
    "text",
    [
        "The army asked the cabinet for new boots.",
        "The rebels called the shelling a crime.",
        "The general told his men to sleep.",
        "The army is ready to strike the rebels again.",
        "The rebels will not forget the dead, their leader said.",
        "The army denied the charge that it had burned the market.",
        "The president met wounded soldiers in the capital.",
        "The army would need a week to clear the road, an officer said.",
    ],
)
def test_no_move_where_the_other_side_has_no_part(reader: Reader, text: str) -> None:
    (reading,) = readings(reader, [(text, "none")])
    assert [(move.kind, move.by) for move in reading.moves] == []


@pytest.mark.parametrize(
    "text",
    [
        "Experts expect the militia to reject the plan.",
        "Kenyan commanders expect the rebels to storm Garissa.",
        "The rebels will overrun the valley if the army goes.",
        "If the militia spurns the text, the army will restart the offensive.",
        "The militia is ready to repel an assault.",
        "Soldiers are ready to enter the valley.",
        "The militia would have signed the truce if the army had pulled back.",
        "Villagers were glad to see the militia leave.",
        "The militia could accept the truce, an army officer said.",
        "The army ordered its soldiers to release a horse.",
        "The militia dropped a plan to burn the mill.",
        "A widow said the militia would shoot her if she fled.",
        "The militia said it would not reject the plan.",
        "The militia had not spurned the plan.",
        "The army did not refuse the truce.",
        "The militia is yet to reject the truce.",
        "The militia has not agreed to the plan.",
        "The premier suggested he could ask for a truce before any march on the militia.",
        "The militia insisted it had never burned a village.",
        "The militia termed the siege a crime.",
        "The army insisted it has never used poison and will not do so.",
        "The militia's men have long sought to break the siege of the silo.",
        "The raid has shown that the army is not interested in stopping its crimes, the militia wrote.",
        "A preacher asked the militia's men to slay the millers.",
        "The Council passed resolutions endorsing a truce, but the militia shelled the mill.",
        "Tags Orsha Karsin truce militia army sniper",
        "Officers of the militia observed the truce from a hill.",
    ],
)
def test_what_is_foreseen_unreal_or_no_refusal_is_no_move(reader: Reader, text: str) -> None:
    (reading,) = readings(reader, [(text, "none")])
    assert [(move.kind, move.by) for move in reading.moves if move.status != "conditional"] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rebels expect the army to release nine men.", "demand|rebels|army"),
        ("The militia will free the pilots if the army leaves.", "offer|militia|army"),
        ("The militia is ready to hand over the pilots.", "offer|militia|*"),
        ("The militia is ready to enter talks with the army.", "offer|militia|*"),
        ("The militia will not accept the plan.", "reject|militia|*"),
        ("Guerrillas called the army's offer a farce.", "reject|guerrillas|*"),
    ],
)
def test_what_is_asked_offered_and_refused_is_still_told(reader: Reader, text: str, wanted: str) -> None:
    (reading,) = readings(reader, [(text, wanted)])
    assert found(reading, wanted) == (1, 1), [(move.kind, move.from_, move.to, move.by) for move in reading.moves]
