"""What an archive costs, from rates: the sums are right, and the simulation keeps its laws."""

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli import cli
from sayso.scale.cost import Rates, cost, simulated


def test_reading_costs_as_many_core_hours_as_reports_and_a_gate_saves_what_it_passes_over() -> None:
    whole = cost(1_000_000, 64, 5000)
    gated = cost(1_000_000, 64, 5000, through=0.5)

    assert whole.reading_hours == pytest.approx(1_000_000 * Rates().reading / 3600)
    assert gated.read == 500_000
    assert gated.reading_hours == pytest.approx(whole.reading_hours / 2 + 1_000_000 * Rates().gate / 3600)
    assert gated.json == whole.json / 2


@given(reports=st.integers(1, 200_000), cores=st.integers(1, 64), shard=st.integers(100, 10_000))
def test_the_clock_is_never_faster_than_all_cores_nor_slower_than_one(reports: int, cores: int, shard: int) -> None:
    seconds, busy = simulated(reports, cores, shard, 0.05, 0.0)
    alone, _ = simulated(reports, 1, shard, 0.05, 0.0)

    assert alone / cores <= seconds * (1 + 1e-9)
    assert seconds <= alone * (1 + 1e-9)
    assert busy == pytest.approx(alone / (seconds * cores))


def test_cores_that_die_cost_time() -> None:
    assert simulated(100_000, 8, 5000, 0.05, 2.0)[0] > simulated(100_000, 8, 5000, 0.05, 0.0)[0]


def test_the_command_prints_a_row_for_each_archive() -> None:
    done = CliRunner().invoke(cli, ["scale", "cost", "1000000", "300000000", "--cores", "64"])

    assert done.exit_code == 0, done.output
    assert len(done.output.splitlines()) == 4
    assert "| 300,000,000 |" in done.output
