"""What a sentence says between two spans."""

import pytest

from sayso.reading.pipeline import Reader
from sayso.reading.relate import Relater


@pytest.fixture(scope="module")
def relater(reader: Reader) -> Relater:
    """A relater with the default reader."""
    return Relater(reader)


def pair(sentence: str, source: str, target: str | None) -> dict[str, object]:
    """A row of the command's input, the spans found by their words."""
    spans = [None if words is None else [sentence.index(words), sentence.index(words) + len(words)] for words in (source, target)]
    return {"id": sentence, "sentence": sentence, "source": spans[0], "target": spans[1]}


@pytest.mark.parametrize(
    ("sentence", "source", "target", "type_"),
    [
        ("Orlia shelled positions in Marn.", "Orlia", "Marn", "ASSAULT"),
        ("Orlia will provide aid to Marn.", "Orlia", "Marn", "AGREE"),
        ("Orlia provided food aid to Marn.", "Orlia", "Marn", "AID"),
        ("Orlia suspended aid to Marn.", "Orlia", "Marn", "SANCTION"),
        ("Orlia refused to withdraw its troops from Marn.", "Orlia", "Marn", "REJECT"),
        ("Orlia will not lift the blockade of Marn.", "Orlia", "Marn", "REJECT"),
        ("Orlia threatened to attack Marn.", "Orlia", "Marn", "THREATEN"),
        ("Orlia demanded that Marn release the sailors.", "Orlia", "Marn", "REQUEST"),
        ("Orlia said Marn must open the crossing.", "Orlia", "Marn", "REQUEST"),
        ("Orlia accused Marn of arming the rebels.", "Orlia", "Marn", "ACCUSE"),
        ("Orlia lifted the embargo on Marn.", "Orlia", "Marn", "CONCEDE"),
        ("Marn was attacked by Orlia.", "Orlia", "Marn", "ASSAULT"),
        ("Orlia and Marn signed a treaty.", "Orlia", "Marn", "SUPPORT"),
        ("The president of Orlia met the king of Marn.", "Orlia", "Marn", "CONSULT"),
        ("Thousands of miners went on strike in Orla.", "Thousands of miners", None, "PROTEST"),
    ],
)
def test_the_type_is_what_the_first_party_does_to_the_second(
    relater: Relater, sentence: str, source: str, target: str | None, type_: str
) -> None:
    (answer,) = relater.relate_many([pair(sentence, source, target)])
    assert answer["type"] == type_


def test_of_two_acts_the_one_between_the_spans_is_given(relater: Relater) -> None:
    sentence = "Orlia praised Marn after Velia bombed Karst."
    rows = [pair(sentence, "Orlia", "Marn"), pair(sentence, "Velia", "Karst")]
    assert [answer["type"] for answer in relater.relate_many(rows)] == ["SUPPORT", "ASSAULT"]


def test_a_sentence_without_an_act_has_no_type(relater: Relater) -> None:
    (answer,) = relater.relate_many([pair("Orlia lies north of Marn.", "Orlia", "Marn")])
    assert answer["type"] is None
    assert answer["confidence"] == 0


def test_answers_come_in_the_order_of_the_rows(relater: Relater) -> None:
    rows = [pair(f"Orlia attacked Marn {n} times.", "Orlia", "Marn") for n in range(5)]
    assert [answer["id"] for answer in relater.relate_many(rows)] == [row["id"] for row in rows]
