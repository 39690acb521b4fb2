"""Nothing takes longer than it may."""

import time
from collections.abc import Iterable, Iterator
from types import SimpleNamespace

import pytest

from sayso.intake import from_text
from sayso.intake.terms import TimeUpError
from sayso.model import Report
from sayso.scale.limit import time_limit
from sayso.scale.workers import Fault, in_time


def _for_ever(deaf: int = 0) -> None:
    """Sleep, and take so many alarms for something else."""
    with time_limit(0.2):
        while True:
            try:
                time.sleep(60)
            except TimeUpError:
                if not deaf:
                    raise
                deaf -= 1


def test_work_that_takes_too_long_is_stopped() -> None:
    started = time.monotonic()
    with pytest.raises(TimeUpError, match=r"took longer than 0\.2 s"):
        _for_ever()
    assert time.monotonic() - started < 5


def test_work_that_takes_the_alarm_for_an_error_of_its_own_is_stopped_all_the_same() -> None:
    with pytest.raises(TimeUpError):
        _for_ever(deaf=1)


def test_the_time_is_counted_anew_for_each_piece() -> None:
    with time_limit(0.5) as again:
        for _ in range(4):
            time.sleep(0.2)
            again()
    time.sleep(0.6)  # and no alarm is left over


class Slow:
    """Parses a batch at once and then reads one by one, like the reader; is slow where a text says so."""

    def try_many(self, reports: Iterable[Report]) -> Iterator[SimpleNamespace]:
        """The texts, as readings."""
        batch = list(reports)
        for one in batch:
            time.sleep(30 if "parse" in one.text else 0)
        for one in batch:
            time.sleep(30 if "read" in one.text else 0)
            yield SimpleNamespace(text=one.text)


@pytest.mark.parametrize("slow", ["slow to parse", "slow to read"])
def test_one_slow_report_costs_its_own_time_and_no_other_report(slow: str) -> None:
    batch = [from_text(text) for text in ("one", "two", slow, "three")]

    outcomes = in_time(Slow(), batch, 0.2)  # type: ignore[arg-type]

    assert outcomes[2] == Fault("took longer than 0.2 s")
    assert [one.text for one in outcomes if not isinstance(one, Fault)] == ["one", "two", "three"]
