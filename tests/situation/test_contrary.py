"""Contradictions that no rule tells, found by learnt weights: invented reports, read and merged; what must be found, and what must not."""

import itertools

import pytest

from sayso.intake.anatomy import from_row
from sayso.situation import Live, situate
from sayso.situation.contrary.between import pairs_of
from sayso.situation.contrary.finder import weigh
from sayso.situation.contrary.sayings import sentences_of
from sayso.situation.contrary.signs import may_differ

BURNED = (
    "Tell Wire", "2021-02-09",
    "Eritrean troops burned some forty houses in the village of Adi Kesho on Saturday, three people who fled from there said. Maize costs twice as"
    " much as last year.",
)  # fmt: skip
NONE = (
    "Ministry of Information, Asmara", "2021-02-12",
    "There has not been a single Eritrean soldier in Adi Kesho at any time, and no house was burned there. The harvest in Gash Barka is good.",
)  # fmt: skip
OTHERS = (
    "Red Sea Post", "2021-02-11",
    "Eritrea's information minister said the houses in Adi Kesho had been set on fire by the Tigrayan militia themselves as they left.",
)  # fmt: skip
ELSEWHERE = ("Coast Herald", "2021-02-10", "The price of coffee rose in Hamburg on Tuesday. A ferry was late because of fog.")
TOLL = ("Hill Times", "2019-05-08", "Shells killed thirty-one people at the market of Tel Marun on Monday, the town's hospital said.")
FEWER = ("Plain Radio", "2019-05-09", "The army's command said nine people had died in the shelling of Tel Marun's market on Monday, and no more.")
GROWN = ("Hill Times", "2019-05-10", "The number of dead in the shelling of Tel Marun's market has risen to thirty-four, the hospital said.")


def of_weights(situation):
    """The disputes that no rule tells."""
    return [one for one in situation.disputes if one.chance is not None]


def reports_of(dispute):
    return {ref.report for side in dispute.sides for ref in side.claims}


@pytest.mark.parametrize("pair", [(BURNED, NONE), (BURNED, OTHERS)])
def test_two_sides_that_share_no_word_for_the_deed_contradict_each_other(merged, pair):
    situation = merged(*pair)

    assert {one.kind for one in situation.disputes} & {"denied", "actor"}
    assert any(len(reports_of(one)) == 2 for one in situation.disputes)


def test_two_counts_of_one_deed_contradict_each_other_and_a_newer_one_nobody(merged):
    assert "figures" in {one.kind for one in merged(TOLL, FEWER).disputes}
    assert "figures" not in {one.kind for one in merged(TOLL, GROWN).disputes}


def test_what_no_rule_tells_says_how_likely_it_is_and_why(merged):
    for dispute in of_weights(merged(BURNED, NONE, OTHERS)):
        assert 0.5 < dispute.chance <= 1
        assert dispute.grounds
        assert all(ground[-4] in "+-" for ground in dispute.grounds)
        assert len(dispute.sides) > 1
        assert all(side.claims for side in dispute.sides)


def test_reports_of_other_matters_contradict_nobody(merged):
    assert merged(BURNED, ELSEWHERE).disputes == ()


def test_a_reprint_contradicts_nothing(merged):
    assert merged(BURNED, ("Lake Radio", "2021-02-10", BURNED[2])).disputes == ()


def test_the_order_in_which_reports_come_changes_nothing(reader):
    rows = [dict(zip(("outlet", "published", "text"), row, strict=True)) for row in (BURNED, NONE, OTHERS, ELSEWHERE)]
    readings = [reader.read(from_row(row)) for row in rows]
    first = situate(readings, parents=reader.lexicon.parents).disputes

    for order in itertools.permutations(readings):
        live = Live(reader.lexicon.parents)
        for reading in order:
            live.add(reading)
        assert live.situation().disputes == first


def test_a_report_that_goes_takes_its_contradictions_along(reader):
    rows = [dict(zip(("outlet", "published", "text"), row, strict=True)) for row in (BURNED, NONE)]
    readings = [reader.read(from_row(row)) for row in rows]
    live = Live(reader.lexicon.parents)
    live.extend(readings)
    assert live.situation().disputes
    live.remove(readings[1].report.id)

    assert live.situation().disputes == ()


def test_a_chance_is_one_and_what_cannot_differ_has_none(reader):
    rows = [dict(zip(("outlet", "published", "text"), row, strict=True)) for row in (BURNED, NONE, TOLL)]
    live = Live(reader.lexicon.parents)
    live.extend(reader.read(from_row(row)) for row in rows)
    pages = live.pages()
    for a, b in pairs_of(pages):
        found = weigh(a, b, pages[a.sheet.order], pages[b.sheet.order], len(pages))
        assert (found is None) == (not may_differ(a, b))
        if found is not None:
            assert 0 <= found.chance <= found.matter <= 1
            assert found.kind in may_differ(a, b)


@pytest.mark.parametrize("text", ["", " \n", "No stop", 'He said: "Go." They went.\nThen U.S. troops left. Dr. Osei stayed.'])
def test_sentences_cover_every_word_of_a_text_once_and_in_order(text):
    spans = list(sentences_of(text))

    assert all(a < b <= c for (a, b), (c, _) in itertools.pairwise([*spans, (len(text), len(text) + 1)]))
    outside = [text[i] for i in range(len(text)) if not any(a <= i < b for a, b in spans)]
    assert not any(char.isalnum() for char in outside)
