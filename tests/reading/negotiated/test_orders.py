"""Moves that grammar makes: orders, swaps, conditions, time given, what is unacceptable. Every incident is invented."""

import pytest

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

_LEAD = "Fighting between the Colombian army and the ELN rebels went on in Arauca, where guerrillas attacked troops, militants said.\n\n"


def _moves(reader: Reader, sentence: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    reading: Reading = reader.read(Report(id="0" * 64, published_basis="unknown", text=_LEAD + sentence))
    names = {party.id: party.name for party in reading.parties}
    made = [move for move in reading.moves if move.span[0] >= len(_LEAD)]
    return [(move.kind, tuple(names[p] for p in move.from_), tuple(names[p] for p in move.to)) for move in made]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The army told the rebels to free all their hostages.", "demand"),
        ("The rebels said they would free two soldiers if the army withdrew from the valley.", "offer"),
        ("The army gave the rebels 48 hours to lay down their arms.", "ultimatum"),
        ("The army gave the rebels until noon to leave the town.", "ultimatum"),
        ("The army and the rebels exchanged 40 prisoners on Friday.", "implement"),
        ("The army ruled out any meeting with the rebels.", "reject"),
        ("The army said the rebels' conditions were unacceptable.", "reject"),
        ("The government will never talk to the rebels.", "reject"),
        ("The army and the rebels met in Havana on Monday.", "meet"),
        ("Norway has invited the army and the rebels to talks in Oslo.", "propose"),
    ],
)
def test_each_makes_its_move(reader: Reader, sentence: str, kind: str) -> None:
    assert kind in [move[0] for move in _moves(reader, sentence)]


def test_an_order_goes_from_who_tells_to_who_is_told(reader: Reader) -> None:
    ((kind, makers, to),) = _moves(reader, "The army told the rebels to free all their hostages.")
    assert (kind, len(makers), len(to)) == ("demand", 1, 1)
    assert makers != to


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister told reporters that the storm would end on Friday.",
        "The rebels exchanged fire with the army.",
        "The food in the camp was unacceptable, the rebels said.",
        "The general gave the cadets two days to rest.",
    ],
)
def test_what_only_looks_like_one_makes_none(reader: Reader, sentence: str) -> None:
    assert _moves(reader, sentence) == []
