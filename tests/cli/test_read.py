"""How many reports are read together: many short ones, few long ones, for memory's sake."""

from collections.abc import Iterable, Iterator, Sequence

import pytest

from sayso.cli.read import BATCH_CHARS, read_each
from sayso.intake import Refused, Taken, from_text
from sayso.model import Report
from sayso.scale.workers import Fault


class Counting:
    """A reader that fails on everything, and remembers what it was given together."""

    def __init__(self) -> None:
        self.given: list[int] = []

    def read(self, batches: Iterable[Sequence[Report]]) -> Iterator[list[Fault]]:
        """Fail on each."""
        for batch in batches:
            self.given.append(sum(len(report.text) for report in batch))
            yield [Fault("nothing read")] * len(batch)


def taken(length: int, number: int) -> Taken:
    text = f"{number:06} " + "said " * (length // 5)
    return Taken(from_text(text), text.encode(), f"{number}.txt", "text")


@pytest.mark.parametrize("length", [500, 30_000, 300_000])
def test_what_is_in_memory_together_is_bounded(length: int) -> None:
    reader = Counting()
    outcomes = list(read_each(reader, iter([taken(length, n) for n in range(70)])))  # type: ignore[arg-type]
    assert len(outcomes) == 70
    assert all(characters < BATCH_CHARS + length + 10 for characters in reader.given)


def test_order_and_refusals_are_kept() -> None:
    given = [taken(500, 1), Refused("a", "is empty."), taken(500, 2), Refused("b", "is empty.")]
    outcomes = [one.source for one, _ in read_each(Counting(), iter(given))]  # type: ignore[arg-type]
    assert outcomes == ["1.txt", "a", "2.txt", "b"]


def test_the_reader_is_not_asked_where_there_is_nothing_to_read() -> None:
    reader = Counting()
    assert list(read_each(reader, iter([]))) == []  # type: ignore[arg-type]
    assert reader.given == []
