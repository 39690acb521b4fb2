"""`sayso bench --merging`."""

import json

from click.testing import CliRunner

from sayso.cli import cli


def test_merging_is_timed_on_a_made_up_case():
    done = CliRunner().invoke(cli, ["bench", "--merging", "100", "--json"])

    assert done.exit_code == 0, done.output
    figures = json.loads(done.output)
    assert figures["readings"] == 100
    assert 0 < figures["middle"] <= figures["worst"] < figures["built"]
    assert 0 < figures["built_mib"] <= figures["peak_mib"]


def test_without_reports_or_a_size_it_says_what_to_give():
    done = CliRunner().invoke(cli, ["bench"])

    assert done.exit_code == 2
    assert "--merging" in done.output
