"""A claim in one report and its denial in another are one incident and a dispute; a denial of something else is neither."""

import json
from pathlib import Path

import pytest

from sayso.intake.anatomy import from_row
from sayso.situation import situate

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "denials" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]


def situation_of(reader, pair):
    claim, denial = (reader.read(from_row(dict(pair[part]))) for part in ("claim", "denial"))
    return claim.report.id, denial.report.id, situate([claim, denial], parents=reader.lexicon.parents)


def told(pair):
    """A pair as a test case; of those that are not linked yet the test says when they are."""
    return pytest.param(pair, id=pair["id"], marks=pytest.mark.xfail(strict=True) if pair.get("not_yet") else ())


@pytest.mark.parametrize("pair", [told(pair) for pair in PAIRS if pair["linked"]])
def test_a_denial_is_set_against_the_claim(reader, pair):
    claim, denial, situation = situation_of(reader, pair)

    held = [{(one.report, one.stand) for one in incident.claims} for incident in situation.incidents]
    assert any({(claim, "asserts"), (denial, "denies")} <= stands for stands in held)
    assert "denied" in {dispute.kind for dispute in situation.disputes}


@pytest.mark.parametrize("pair", [told(pair) for pair in PAIRS if not pair["linked"]])
def test_a_denial_of_something_else_is_not(reader, pair):
    claim, denial, situation = situation_of(reader, pair)

    held = [{(one.report, one.stand) for one in incident.claims} for incident in situation.incidents]
    assert not any({(claim, "asserts"), (denial, "denies")} <= stands for stands in held)
    assert situation.disputes == ()
