"""Accounts of social networks: an account is itself, whatever name it bears, and what is passed on adds no origin."""

import json

import pytest

from sayso.intake import Known, from_row
from sayso.model import Reading, Report, Situation
from sayso.reading.pipeline import Reader
from sayso.situation import situate


def _post(account: str, name: str, text: str, day: int) -> Report:
    report = from_row({"text": text, "published": f"2024-03-{day:02}", "outlet": f"@{account}"}, Known())
    return Report(**json.loads(report.to_json()) | {"medium": "tweet", "byline": name})


@pytest.fixture
def told(reader: Reader) -> Situation:
    """A post, and the same words passed on by somebody else on the same day."""
    words = "We shelled the village of Darwan on Tuesday."
    posts = [_post("north_front", "Northern Front News", words, 13), _post("omar_h", "Omar Haddad", f"RT @north_front: {words}", 13)]
    readings: list[Reading] = list(reader.read_many(posts))
    return situate(readings)


def test_a_post_passed_on_is_one_incident_and_one_origin(told: Situation) -> None:
    (incident,) = (one for one in told.incidents if one.type == "ASSAULT")

    assert len({claim.report for claim in incident.claims}) == 2
    assert (incident.origins_for, incident.unnamed) == (1, 0)
    assert incident.parties.actors == ("account:@north_front",)
