"""What a report does not confirm, does not say or says is not so must not stand as fact. A floor under 150 invented sentences."""

import re
from pathlib import Path

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

LINES = [line.split("\t") for line in Path(__file__).with_name("doubted.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
RIGHT, FALSE_FACTS = 122, 9
"""At least so many sentences wholly right, at most so many events told as facts that are none."""


def wrong_events(reading: Reading, text: str, wanted: str) -> list[bool]:
    """One entry for each wanted event that is read otherwise: whether it is told as a fact and must not be."""
    wrong = []
    for one in filter(None, wanted.split(";")):
        word, allowed = one.split("=")
        at = re.search(rf"\b{word}", text)
        assert at, word
        there = [e for e in reading.events if any(a < at.end() and at.start() < b for a, b in (e.trigger, *e.also))]
        got = {e.status for e in there} or {"none"}
        if not got <= set(allowed.split(",")):
            wrong.append(bool(got & {"happened", "ongoing"}))
    return wrong


def wrong_ground(reading: Reading, wanted: str) -> bool:
    """Whether the ground read is not the ground wanted."""
    if wanted == "*":
        return False
    parties = {party.id: party.name.lower() for party in reading.parties}
    places = {place.id: place.name for place in reading.places}
    got = set()
    for c in reading.control:
        extra = ("denied" if c.denied else "") + (c.extent if c.extent != "whole" else "")
        got.add((c.relation, parties.get(c.holder or "", "?"), places.get(c.place or "", "?"), extra))
    asked = [] if wanted == "-" else [[*one.split(":"), ""][:4] for one in wanted.split(";")]
    return len(got) != len(asked) or not all(
        any(g[0] == w[0] and (w[1] == "*" or w[1] in g[1]) and g[2] == w[2] and g[3] == w[3] for g in got) for w in asked
    )


def test_what_is_not_confirmed_or_not_so_is_told_as_no_fact(reader: Reader) -> None:
    day = ("2024-05-08", "2024-05-08")
    reports = [
        Report(id=f"{at:064x}", text=text, published=day[0], published_basis="given", published_range=day) for at, (text, *_) in enumerate(LINES)
    ]
    right = facts = 0
    for reading, (text, events, ground) in zip(reader.read_many(reports), LINES, strict=True):
        wrong = wrong_events(reading, text, events)
        facts += sum(wrong)
        right += not wrong and not wrong_ground(reading, ground)
    assert len(LINES) == 150
    assert (right >= RIGHT, facts <= FALSE_FACTS) == (True, True), f"{right} of 150 right, {facts} false facts"
