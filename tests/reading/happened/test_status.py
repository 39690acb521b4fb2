"""Whether an event happened: 150 sentences of our own, every status many times."""

from collections import Counter
from pathlib import Path

import pytest

from sayso.reading.happened.act import Act
from sayso.reading.happened.acts import find_acts
from sayso.reading.happened.senses import Senses
from sayso.reading.parsed import Parsed
from sayso.reading.pipeline import Reader

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "status_cases.tsv").read_text(encoding="utf-8").splitlines()[2:]
]  # fmt: skip
FLOOR = 0.85


@pytest.fixture(scope="module")
def senses(reader: Reader) -> Senses:
    """The shipped predicates, ready for look-up."""
    return Senses(reader.lexicon)


def acts_of(reader: Reader, senses: Senses, sentence: str) -> list[Act]:
    """The acts of one sentence."""
    (doc,) = reader.parser.parse([sentence])
    return list(find_acts(Parsed(doc), senses))


def test_every_status_has_at_least_fifteen_cases() -> None:
    assert all(count >= 15 for count in Counter(status for _, status, _ in ROWS).values())
    assert len({status for _, status, _ in ROWS}) == 7


def test_the_status_of_an_event_is_read_off_the_words_it_stands_under(reader: Reader, senses: Senses) -> None:
    docs = list(reader.parser.parse(sentence for _, _, sentence in ROWS))
    wrong = []
    for (word, status, sentence), doc in zip(ROWS, docs, strict=True):
        start = sentence.index(word.split()[0])
        found = [act.standing.status for act in find_acts(Parsed(doc), senses) if _tells(act, start)]
        if status not in found[:1]:
            wrong.append((word, status, found, sentence))
    assert len(wrong) <= (1 - FLOOR) * len(ROWS), "\n".join(map(str, wrong))


def _tells(act: Act, start: int) -> bool:
    noun = act.takes.token.idx if act.takes else act.token.idx
    return act.token.idx == start or noun == start


@pytest.mark.parametrize(
    ("sentence", "hedged"),
    [
        ("The army reportedly shelled the village.", True),
        ("Suspected rebels allegedly attacked the convoy.", True),
        ("The army shelled the village.", False),
    ],
)
def test_doubt_of_the_outlet_is_kept_as_a_hedge(reader: Reader, senses: Senses, sentence: str, hedged: bool) -> None:
    assert [act.standing.hedged for act in acts_of(reader, senses, sentence)][:1] == [hedged]
