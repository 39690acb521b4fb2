"""Moves in talks: who demands, offers, refuses what; read off invented sentences from many wars."""

import re
from pathlib import Path

import pytest

from sayso.model import Report
from sayso.reading.negotiated import Negotiated
from sayso.reading.page import Page
from sayso.reading.pipeline import Reader

LINES = Path(__file__).with_name("cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]
_MARK = re.compile(r"\[([^\]|=]+)([|=])([^\]]+)\]")


def page_of(reader: Reader, marked: str) -> Page:
    """A page of a sentence whose parties are marked by hand, so that the rules of talks are tested and not the finding of parties."""
    text, marks, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        marks.append((len(text), len(text) + len(mark[1]), mark[1], mark[2], mark[3]))
        text, last = text + mark[1], mark.end()
    text += marked[last:]
    (doc,) = reader.parser.parse([text])
    page = Page(Report(id="a" * 64, text=text, published_basis="unknown"), doc, reader.lexicon)
    ids: dict[str, str] = {}
    for start, end, name, sign, kind in marks:
        if sign == "|":
            if name.lower() not in ids:
                ids[name.lower()] = page.cast.add(name, kind, by="test").id  # type: ignore[arg-type]
            page.cast.mention(ids[name.lower()], start, end)
    for start, end, _, sign, name in marks:
        if sign == "=":
            page.cast.refer(start, end, ids[name.lower()])
    return page


def moves_of(reader: Reader, marked: str) -> Page:
    page = page_of(reader, marked)
    Negotiated(reader.lexicon)(page)
    return page


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[re.sub(r"\W+", "-", case[0])[:50] for case in CASES])
def test_the_moves_of_a_sentence(reader: Reader, marked: str, expected: str) -> None:
    page = moves_of(reader, marked)

    def names(parties: tuple[str, ...]) -> str:
        return "+".join(page.cast[party].name for party in parties) or "-"

    told = [f"{m.kind}: {names(m.from_)} > {names(m.to)} via {names(m.through)}" for m in page.moves]
    assert ("; ".join(told) or "-") == expected


def test_a_demand_says_what_it_gives_and_what_it_gets(reader: Reader) -> None:
    page = moves_of(reader, "[The gang|armed_group] demanded a safe corridor to the coast in return for the captives, [the army|military] said.")
    (term,) = page.moves[0].terms
    assert (term.gets, term.gives) == ("a safe corridor to the coast", "the captives")


def test_a_refusal_answers_the_demand_made_before_it(reader: Reader) -> None:
    page = moves_of(
        reader,
        "[The rebels|armed_group] demanded that [the army|military] withdraw from the valley. [The army|military] rejected the demand on Sunday.",
    )
    demand, refusal = page.moves
    assert refusal.kind == "reject"
    assert refusal.answers == demand.id
    assert refusal.to == demand.from_


def test_a_pact_told_again_is_one_move_with_further_evidence(reader: Reader) -> None:
    page = moves_of(
        reader,
        "[Kinshasa|government] and [the M23|armed_group] signed a ceasefire on Monday. Soldiers doubt that the deal will hold. "
        "Under the deal, both leave the town.",
    )
    agreed = [m for m in page.moves if m.kind == "agree"]
    assert len(agreed) == 1
    assert agreed[0].also


def test_a_denied_deal_has_the_status_denied(reader: Reader) -> None:
    page = moves_of(reader, "[The army|military] said no agreement had been reached with [the rebels|armed_group].")
    assert [(m.kind, m.status) for m in page.moves] == [("deny_talks", "denied")]


def test_a_request_that_is_rejected_has_been_made(reader: Reader) -> None:
    page = moves_of(reader, "[The army|military] rejected a request by [the rebels|armed_group] to be let out of the town.")
    assert ("demand", "denied") not in [(m.kind, m.status) for m in page.moves]
    assert "reject" in [m.kind for m in page.moves]


def test_a_report_without_a_war_has_no_moves(reader: Reader) -> None:
    text = "Striking teachers rejected the city's offer of a pay deal. Talks with the mayor resume on Monday after the agreement collapsed."
    (doc,) = reader.parser.parse([text])
    page = Page(Report(id="b" * 64, text=text, published_basis="unknown"), doc, reader.lexicon)
    Negotiated(reader.lexicon)(page)
    assert page.moves == []
