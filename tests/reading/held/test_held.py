"""Ground: who holds, besieges, contests, took or lost what; read off invented sentences from many wars."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.model import Place, Report
from sayso.reading.held import Held
from sayso.reading.page import Page
from sayso.reading.pipeline import Reader

LINES = Path(__file__).with_name("cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]
_MARK = re.compile(r"[\[{]([^\]}|]+)\|(\w+)[\]}]")


def ground_of(reader: Reader, marked: str) -> Page:
    """A page of a sentence whose parties and places are marked by hand, read for ground alone."""
    text, marks, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        marks.append((len(text), len(text) + len(mark[1]), mark[1], mark[2], mark[0][0]))
        text, last = text + mark[1], mark.end()
    text += marked[last:]
    (doc,) = reader.parser.parse([text])
    page = Page(Report(id="a" * 64, text=text, published_basis="unknown"), doc, reader.lexicon)
    ids: dict[str, str] = {}
    for start, end, name, kind, bracket in marks:
        if bracket == "[":
            if name.lower() not in ids:
                ids[name.lower()] = page.cast.add(name, kind, by="test").id  # type: ignore[arg-type]
            page.cast.mention(ids[name.lower()], start, end)
        else:
            page.atlas.add(Place(id=page.atlas.next_id(), name=name, kind=kind, mentions=((start, end),)))  # type: ignore[arg-type]
    Held(reader.lexicon)(page)
    return page


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[re.sub(r"\W+", "-", case[0])[:50] for case in CASES])
def test_the_ground_of_a_sentence(reader: Reader, marked: str, expected: str) -> None:
    page = ground_of(reader, marked)
    told = [f"{c.relation}: {page.cast[c.holder].name if c.holder else '-'} @ {page.atlas[c.place].name if c.place else '-'}" for c in page.control]
    assert ("; ".join(told) or "-") == expected


def test_a_pocket_has_its_area_in_square_kilometres(reader: Reader) -> None:
    page = ground_of(reader, "[The cult|armed_group] has been squeezed into a pocket of four square miles in {the delta|area}.")
    assert [(c.relation, c.area_km2) for c in page.control] == [("holds", 10.36)]


def test_the_town_goes_back_to_the_last_town_named(reader: Reader) -> None:
    page = ground_of(reader, "{Ramadi|city} lies west of {Fallujah|city}. On Sunday [the army|military] entered and later captured the city.")
    assert [page.atlas[c.place].name for c in page.control if c.place] == ["Fallujah"]


def test_a_side_that_is_only_an_adjective_becomes_a_party(reader: Reader) -> None:
    page = ground_of(reader, "Trucks drove through separatist-held {Luhansk|city}.")
    assert [(m.name, m.kind, m.mentions) for m in page.cast.members()] == [("separatists", "armed_group", [])]


@pytest.mark.parametrize(
    ("marked", "extent"),
    [
        ("Shells fell on {Ituri|town}. [Militiamen|armed_group] still hold the barracks.", "part"),
        ("Shells fell on {Ituri|town}. [Militiamen|armed_group] still hold the town.", "whole"),
    ],
)
def test_who_holds_a_site_holds_a_part_of_its_town(reader: Reader, marked: str, extent: str) -> None:
    page = ground_of(reader, marked)
    assert [(page.atlas[c.place].name, c.extent) for c in page.control if c.place] == [("Ituri", extent)]


@pytest.mark.parametrize(
    ("marked", "extent"),
    [
        ("Shells fell on [rebel|armed_group]-held eastern {Ituri|city}.", "part"),
        ("Shells fell on [rebel|armed_group]-held districts in {Ituri|city}.", "part"),
        ("Shells fell on {Ituri|city}'s [rebel|armed_group]-held areas.", "part"),
        ("{Ituri|city} is almost entirely held by [the rebels|armed_group].", "part"),
        ("{Ituri|city} is mostly under the control of [the rebels|armed_group].", "part"),
        ("Shells fell on {Ituri|city}. [The rebels|armed_group] hold the east of the city.", "part"),
        ("Shells fell on {Ituri|city}. Nurses left [rebel|armed_group]-held parts of the city.", "part"),
        ("Shells fell on the northern [rebel|armed_group]-held city of {Ituri|city}.", "whole"),
        ("Shells fell on the [rebel|armed_group]-held northern {Ituri|province} province.", "whole"),
        ("[The rebels|armed_group] took eight villages between {Ituri|city} and the lake.", "near"),
    ],
)
def test_how_much_of_a_place_is_held(reader: Reader, marked: str, extent: str) -> None:
    page = ground_of(reader, marked)
    assert [c.extent for c in page.control if c.place] == [extent]


def test_a_word_for_the_army_is_no_part_of_the_name_of_a_group(reader: Reader) -> None:
    page = ground_of(reader, "[The Army of the Hills|armed_group] shelled the regime-held town of {Bara|village}.")
    assert [page.cast[c.holder].name for c in page.control if c.holder] == ["government"]


def test_ground_divided_between_two_is_not_all_of_the_second_as_well(reader: Reader) -> None:
    marked = "{Ituri|city} is divided between [government|government] control of one bank and [rebel|armed_group] control of the other."
    assert [(c.relation, c.extent) for c in ground_of(reader, marked).control if c.extent == "whole" and c.relation == "holds"] == []


def test_a_name_taken_for_an_adjective_is_the_place_that_the_report_calls_so(reader: Reader) -> None:
    page = ground_of(reader, "Shells fell on {Ituri|province}. Ituri province is largely held by [an alliance|coalition].")
    assert [page.atlas[c.place].name for c in page.control if c.place] == ["Ituri"]


def test_the_town_is_not_the_one_where_the_report_was_filed(reader: Reader, a_report: Callable[..., Report]) -> None:
    text = "KYIV, Nov 11 (Reuters) - Russian troops have abandoned the regional capital that they had captured."
    read = reader.read(a_report(text))
    assert not [c for c in read.control if c.place]


def test_who_only_tells_of_it_holds_nothing(reader: Reader, a_report: Callable[..., Report]) -> None:
    assert not reader.read(a_report("Opposition activists said that they had surrounded Goma.")).control


@pytest.mark.parametrize(("text", "holder"), [
    ("Rwandan soldiers hold Goma.", "rdf"),
    ("The rebels of the hills and Malian troops met. Malian soldiers hold Gao.", "fama"),
    ("Moscow's troops hold Kherson.", "ru-army"),
    ("The village of Synkivka in Ukraine is held by the Russians.", "ru-gov"),
    ("Taliban gunmen fired on Ghazni in Afghanistan. The Taliban gave no reason. Insurgents have surrounded the town.", "taliban"),
    ('"We hold Goma," a major of the M23 rebels said. The Congolese army was silent.', "m23"),
    ("Congolese soldiers hold Goma.", "fardc"),  # two states are Congolese, and one of them has that army in the lexicon
    ("Lorries drove to the Tigrayan-held town of Kobo.", "tdf"),
    ('"Gao is in our hands," Colonel Idrissa Maru told Malian radio. The Malian army said no more.', "fama"),
])  # fmt: skip
def test_who_is_only_described_is_the_army_or_the_group_meant(reader: Reader, a_report: Callable[..., Report], text: str, holder: str) -> None:
    read = reader.read(a_report(text))
    parties = {party.id: party.entry for party in read.parties}
    assert {parties[c.holder] for c in read.control if c.holder} == {holder}


@pytest.mark.parametrize("text", [
    "The Taliban and Islamic State fought near Ghazni in Afghanistan. The Taliban said no more. Insurgents have surrounded the town.",  # which?
    "The Taliban met in Doha. The Taliban said no more. In Mali, the insurgents hold Gao.",  # others in another country
    "The Eritrean army left Axum in Ethiopia. Ethiopia's government met. Federal soldiers hold Mekelle.",  # and not that army
    "Islamic State shelled Aleppo in Syria. Islamic State said no more. Rebels hold the town.",  # nor is it anybody's rebels
])  # fmt: skip
def test_who_may_be_several_stays_a_description(reader: Reader, a_report: Callable[..., Report], text: str) -> None:
    read = reader.read(a_report(text))
    parties = {party.id: party.entry for party in read.parties}
    assert {parties[c.holder] for c in read.control if c.holder} == {None}


def test_two_armies_in_one_breath_have_both_left(reader: Reader, a_report: Callable[..., Report]) -> None:
    read = reader.read(a_report("Malian and Nigerien troops have withdrawn from Gao."))
    parties = {party.id: party.entry for party in read.parties}
    assert [(c.relation, parties[c.holder or ""]) for c in read.control] == [("lost", "fama"), ("lost", "ne-army")]


def test_whose_fighters_are_those_of_the_last_of_a_list(reader: Reader, a_report: Callable[..., Report]) -> None:
    read = reader.read(a_report("The UN asked the Malian army and JNIM, whose fighters hold Gao, to let lorries pass."))
    parties = {party.id: party.entry for party in read.parties}
    assert [parties[c.holder or ""] for c in read.control] == ["jnim"]


@pytest.mark.parametrize(("text", "relation"), [
    ("Gao has been retaken, the Malian army said.", "took"),
    ('"Kidal has not fallen," the Malian army said.', "holds"),
    ("The Malian army said that Timbuktu was free.", "holds"),
    ("Gao was retaken on Monday, the Malian army conceded.", "lost"),
])  # fmt: skip
def test_what_a_speaker_says_of_ground_of_nobody_named_is_his(reader: Reader, a_report: Callable[..., Report], text: str, relation: str) -> None:
    read = reader.read(a_report(text))
    parties = {party.id: party.entry for party in read.parties}
    assert [(c.relation, parties[c.holder or ""]) for c in read.control] == [(relation, "fama")]


def test_a_town_that_has_not_fallen_silent_is_nobodys(reader: Reader, a_report: Callable[..., Report]) -> None:
    assert not reader.read(a_report("The Malian army said Gao has not fallen silent.")).control
