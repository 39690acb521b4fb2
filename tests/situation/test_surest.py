"""The situation of what is at least so sure: people's judgements about facts that were left out do no harm."""

from pathlib import Path

import pytest

from sayso.intake import Taken, take
from sayso.model import Reading, at_least
from sayso.model.situation import Judgement, Ref
from sayso.reading.pipeline import Reader
from sayso.situation import situate


@pytest.fixture(scope="module")
def readings(reader: Reader, samples: Path) -> list[Reading]:
    return list(reader.read_many(one.report for one in take([samples]) if isinstance(one, Taken)))


@pytest.mark.parametrize("least", [0.6, 0.75, 0.9, 1.0])
def test_judgements_about_facts_that_went_are_passed_over(readings: list[Reading], least: float) -> None:
    assaults = [Ref(report=one.report.id, fact=e.id) for one in readings for e in one.events if e.type == "ASSAULT"]
    parties = [Ref(report=one.report.id, fact=p.id) for one in readings for p in one.parties]
    pairs = [*zip(assaults, assaults[3:], strict=False), *zip(parties[::5], parties[3::5], strict=False)]
    judged = [
        Judgement(verdict="same" if n % 2 else "different", one=one, other=other, by="person", who="ann", correction=f"c{n}")
        for n, (one, other) in enumerate(pairs)
        if one.report != other.report
    ]
    assert judged
    left = [at_least(one, least) for one in readings]
    situation = situate(left, None, {}, judged)
    told = {(one.report.id, event.id) for one in left for event in one.events}
    assert all((claim.report, claim.event) in told for incident in situation.incidents for claim in incident.claims if claim.event)
