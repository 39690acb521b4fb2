"""The measures across reports, on a made campaign whose scores can be worked out by hand; and the sample campaigns' gold against their texts."""

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.evaluate.across.found import Found
from sayso.evaluate.across.gold import KEPT_ASIDE, Campaign, Spot, campaigns
from sayso.evaluate.across.incidents import Mention, b_cubed, with_access
from sayso.evaluate.counting import Scores
from sayso.evaluate.situation import compare, measure
from sayso.model import Control, Event, Figure, Forecast, Move, ReaderVersion, Reading
from sayso.reading.pipeline import Reader

Row = dict[str, Any]
Spoil = Callable[[Row], object]
SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "campaigns"
VERSION = ReaderVersion(version="1", model="m", lexicon="l")

LEAD = "Guns hit the bakery of Orm on Monday, the Watch said, and 9 people died."
TEXTS = {
    "1.txt": f"Bakery hit\n\n{LEAD}\n\nThe army denied that it had hit it. Peace will come by Friday, it said.\n",
    "2.txt": f"Bread and blood\n\n{LEAD}\n\nThe rebels asked for a corridor.\n",
    "3.txt": "Toll grows\n\nTwelve are now dead of the strike on the bakery, the Watch said.\n\nThe army refused the corridor. Rebels hold Orm.\n",
}
GOLD: Row = {
    "campaign": "orm", "part": "made", "lexicon": None,
    "reports": [{"file": file, "outlet": f"Outlet {file[0]}", "published": f"2021-05-0{file[0]}"} for file in TEXTS],
    "copies": [{"earlier": "1.txt", "later": "2.txt", "kind": "partial", "reused": [LEAD]}],
    "incidents": [
        {"id": "bakery", "status": "happened", "mentions": [
            {"report": "1.txt", "words": "hit", "in": "Guns hit", "origin": "Watch", "stand": "asserts"},
            {"report": "2.txt", "words": "hit", "in": "Guns hit", "origin": "Watch", "stand": "asserts"},
            {"report": "1.txt", "words": "hit", "in": "had hit", "origin": "army", "stand": "denies"},
            {"report": "3.txt", "words": "strike", "origin": "Watch", "stand": "asserts", "also": [{"words": "dead"}]},
        ]},
        {"id": "asked", "status": "happened", "mentions": [{"report": "2.txt", "words": "asked", "origin": None, "stand": "asserts"}]},
    ],
    "disputes": [{"id": "who", "kinds": ["denied"], "incidents": ["bakery"], "sides": [
        {"source": "army", "words": [{"report": "1.txt", "words": "The army denied that it had hit it"}]},
        {"source": "Watch", "words": [{"report": "1.txt", "words": "Guns hit the bakery of Orm"}]},
    ]}],
    "updates": [{"id": "toll", "figures": [{"report": "1.txt", "words": "9 people"}, {"report": "3.txt", "words": "Twelve"}]}],
    "threads": [{"id": "way", "status": {"2021-05-02": [["open"]], "2021-05-03": [["refused"], ["refused", "open"]]}, "moves": [
        {"report": "2.txt", "words": "asked for a corridor", "kind": "demand"},
        {"report": "3.txt", "words": "refused the corridor", "kind": "reject"},
    ]}],
    "control": [{"report": "3.txt", "words": "Rebels hold Orm", "holder": "rebels", "relation": "holds", "place": "Orm", "as_of": "2021-05-03"}],
    "forecasts": [{"id": "peace", "words": [{"report": "1.txt", "words": "Peace will come by Friday"}], "outcome": {"2021-05-02": "open"}}],
}  # fmt: skip


@pytest.fixture
def orm(tmp_path: Path) -> Campaign:
    """The made campaign, from its files."""
    for file, text in TEXTS.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (campaign,) = campaigns(tmp_path)
    return campaign


def perfect(orm: Campaign) -> tuple[dict[str, Reading], Row]:
    """Readings that code what the gold quotes, and the Situation a person would make of them. Facts bear their file's number."""

    def at(file: str, words: str, around: str | None = None) -> tuple[int, int]:
        return orm.spot({"report": file, "words": words, "in": around or words}).span

    ids = {file: report.id for file, report in orm.reports.items()}
    facts: dict[str, dict[str, Any]] = {
        "1.txt": {
            "events": (
                Event(id="E1a", type="ASSAULT", trigger=at("1.txt", "hit", "Guns hit")),
                Event(id="E1b", type="ASSAULT", trigger=at("1.txt", "hit", "had hit")),
            ),
            "figures": (Figure(id="F1", span=at("1.txt", "9 people"), what="people"),),
            "forecasts": (Forecast(id="W1", span=at("1.txt", "Peace will come by Friday"), what="peace"),),
        },
        "2.txt": {
            "events": (
                Event(id="E2a", type="ASSAULT", trigger=at("2.txt", "hit", "Guns hit")),
                Event(id="E2b", type="REQUEST", trigger=at("2.txt", "asked")),
            ),
            "moves": (Move(id="M2", kind="demand", span=at("2.txt", "asked for a corridor")),),
        },
        "3.txt": {
            "events": (Event(id="E3", type="ASSAULT", trigger=at("3.txt", "dead"), also=(at("3.txt", "strike"),)),),
            "figures": (Figure(id="F3", span=at("3.txt", "Twelve"), what="people"),),
            "moves": (Move(id="M3", kind="reject", span=at("3.txt", "refused the corridor")),),
            "control": tuple(Control(id=id, span=at("3.txt", "Rebels hold Orm"), relation="holds") for id in ("C3", "C4")),
        },
    }  # fmt: skip
    readings = {ids[file]: Reading(reader=VERSION, report=orm.reports[file], **layers) for file, layers in facts.items()}

    def claim(file: str, event: str, origin: str, *, unnamed: bool = False) -> Row:
        return {"report": ids[file], "event": event, "origin": origin, "unnamed": unnamed}

    def side(*facts: tuple[str, str]) -> Row:
        return {"claims": [{"report": ids[file], "fact": fact} for file, fact in facts]}

    bakery = [claim("1.txt", "E1a", "w1"), claim("2.txt", "E2a", "w1"), claim("1.txt", "E1b", "a"), claim("3.txt", "E3", "w2")]
    asked = [claim("2.txt", "E2b", "x", unnamed=True)]
    owners = {"w1": "watch", "w2": "watch", "a": "army", "x": "?"}
    situation: Row = {
        "origins": [
            {"id": "text", "owner": "o", "reports": [ids["1.txt"], ids["2.txt"]],
             "copies": [{"report": ids["2.txt"], "of": ids["1.txt"], "share": 0.6, "spans": [at("2.txt", LEAD)]}]},
            *({"id": one, "owner": owner, "reports": [], "copies": []} for one, owner in owners.items()),
        ],
        "incidents": [
            {"id": "I1", "claims": bakery, "origins_for": 1, "origins_against": 1},
            {"id": "I2", "claims": asked, "origins_for": 0, "origins_against": 0},
        ],
        "disputes": [{"kind": "denied", "sides": [side(("1.txt", "E1a")), side(("1.txt", "E1b"))]}],
        "threads": [{"moves": [{"report": ids["2.txt"], "move": "M2"}, {"report": ids["3.txt"], "move": "M3"}], "status": [{"value": "refused"}]}],
        "forecasts": [{"report": ids["1.txt"], "forecast": "W1", "outcome": "open"}],
        "control": [{"report": ids["3.txt"], "control": "C3", "holder": "rebels", "relation": "holds"}],
        "parties": [{"id": "rebels", "name": "Rebels", "aliases": []}],
    }  # fmt: skip
    return readings, situation


def scored(orm: Campaign, spoil: Spoil | None = None, spoil_earlier: Spoil | None = None) -> Scores:
    """The scores of the perfect answer after it was spoilt: the Situation at the end, and that of 2 May."""
    readings, last = perfect(orm)
    earlier = json.loads(json.dumps(last))
    earlier["threads"][0]["status"] = [{"value": "open"}]
    for situation, change in ((last, spoil), (earlier, spoil_earlier)):
        if change:
            change(situation)
    return compare([(orm, Found(readings, last, {"2021-05-02": earlier, "2021-05-03": last}))])


def test_the_gold_itself_is_all_right(orm: Campaign) -> None:
    scores = scored(orm)
    assert {name: count.f1 for name, count in scores.counts.items()} == dict.fromkeys(scores.counts, 1.0)
    assert {name: share.accuracy for name, share in scores.shares.items()} == dict.fromkeys(scores.shares, 1.0)
    assert scores.notes == [f"made incidents {name}: P 1.000 R 1.000 F1 1.000, n 5" for name in ("B3", "B3 of covered mentions")]
    assert scores.documents == 3


def test_a_pair_too_many_costs_precision_and_one_missed_recall(orm: Campaign) -> None:
    third = orm.reports["3.txt"].id

    def one_too_many(last: Row) -> None:
        last["origins"][0]["copies"].append({"report": third, "of": orm.reports["1.txt"].id, "share": 0.2, "spans": [[12, 18]]})

    count = scored(orm, one_too_many).counts["made copies: pairs"]
    assert (count.precision, count.recall) == (0.5, 1.0)
    none = scored(orm, lambda last: last["origins"][0].update(copies=[]))
    assert none.counts["made copies: pairs"].recall == 0.0
    assert none.shares["made copies: partial ones found"].accuracy == 0.0
    assert none.counts["made copies: words taken"].recall == 0.0


def test_a_copy_that_does_not_say_whose_is_paired_within_its_origin(orm: Campaign) -> None:
    scores = scored(orm, lambda last: last["origins"][0]["copies"][0].pop("of"))
    assert scores.counts["made copies: pairs"].f1 == 1.0


def test_reports_that_hang_together_through_others_are_counted_neither_way(orm: Campaign) -> None:
    orm.gold["copies"].append({"earlier": "1.txt", "later": "3.txt", "kind": "quotation", "reused": ["the Watch said"]})

    def all_three(last: Row) -> None:
        last["origins"][0]["reports"].append(orm.reports["3.txt"].id)
        last["origins"][0]["copies"] = [{"report": orm.reports[file].id, "share": 0.5} for file in ("2.txt", "3.txt")]

    assert scored(orm, all_three).counts["made copies: pairs"].f1 == 1.0


def test_an_incident_torn_apart_costs_recall_and_two_made_one_cost_precision(orm: Campaign) -> None:
    def tear(last: Row) -> None:
        last["incidents"].append({"id": "I3", "claims": [last["incidents"][0]["claims"].pop()], "origins_for": 1, "origins_against": 0})

    def merge(last: Row) -> None:
        last["incidents"][0]["claims"] += last["incidents"].pop()["claims"]

    # Torn: three mentions see 3 of 4, one sees 1 of 4, one is whole. Merged: four see 4 of 5 alike, one sees 1 of 5.
    assert "B3: P 1.000 R 0.700" in scored(orm, tear).notes[0]
    assert "B3: P 0.680 R 1.000" in scored(orm, merge).notes[0]


def test_a_mention_that_no_event_covers_stands_alone() -> None:
    def mention(cluster: str) -> Mention:
        return Mention("i", None, "asserts", ("c", cluster), None)

    assert b_cubed([mention("I1"), mention("I1"), mention("alone 2")])[:2] == (1.0, pytest.approx(5 / 9))
    assert b_cubed([]) == (1.0, 1.0, 1.0)


def test_origins_kept_apart_that_are_one_are_missed_and_miscounted(orm: Campaign) -> None:
    def apart(last: Row) -> None:
        next(o for o in last["origins"] if o["id"] == "w2")["owner"] = "another"
        last["incidents"][0]["origins_for"] = 2

    scores = scored(orm, apart)
    assert scores.counts["made incidents: claims of one origin"].recall == pytest.approx(1 / 3)
    assert scores.shares["made incidents: number of origins for and against"].accuracy == 0.0
    assert scores.shares["made incidents: no more origins than there are"].accuracy == 0.0


@pytest.mark.parametrize(
    ("origins", "said", "access"),
    [
        (["Watch", "Courier"], "The blast was loud.", {"Watch"}),
        ([None, "Courier"], "The blast was loud.", set()),
        (["Watch", "Courier"], "A Courier reporter heard the blast.", {"Watch", "Courier"}),
        (["Courier"], "The blast was loud.", {"Courier"}),
        (["Herald", "Courier"], "The blast was loud.", {"Herald", "Courier"}),
    ],
    ids=["a source is given", "an unnamed source is given", "a reporter was there", "no source is given", "another outlet's passage is copied"],
)
def test_an_outlets_own_mention_beside_its_source_is_no_origin(origins: list[str | None], said: str, access: set[str]) -> None:
    reports = {"1.txt": SimpleNamespace(outlet="Courier", text=said), "2.txt": SimpleNamespace(outlet="Herald", text="Nothing.")}
    campaign = SimpleNamespace(reports=reports, spot=lambda place: Spot(place["report"], (0, 3)))
    row = {"mentions": [{"report": "1.txt", "origin": origin, "words": "The"} for origin in origins]}

    assert with_access(campaign, row) == access  # type: ignore[arg-type]


def test_a_dispute_of_another_kind_is_wrong_but_its_sides_are_found(orm: Campaign) -> None:
    scores = scored(orm, lambda last: last["disputes"][0].update(kind="place"))
    assert scores.counts["made disputes: kind and sides"].f1 == 0.0
    assert scores.counts["made disputes: sides, of any kind (recall)"].recall == 1.0


def test_one_gold_dispute_answers_one_predicted_dispute(orm: Campaign) -> None:
    scores = scored(orm, lambda last: last["disputes"].append(last["disputes"][0]))
    assert scores.counts["made disputes: kind and sides"].precision == 0.5


def test_an_update_called_a_contradiction_is_wrong_twice(orm: Campaign) -> None:
    def call(last: Row) -> None:
        facts = (orm.reports["1.txt"].id, "F1"), (orm.reports["3.txt"].id, "F3")
        sides = [{"claims": [{"report": report, "fact": fact}]} for report, fact in facts]
        last["disputes"].append({"kind": "figures", "sides": sides})

    scores = scored(orm, call)
    assert scores.counts["made disputes: kind and sides"].precision == 0.5
    assert scores.shares["made disputes: updates left in peace"].accuracy == 0.0


def test_a_status_is_right_only_as_one_of_the_accepted_sets(orm: Campaign) -> None:
    def both(situation: Row) -> None:
        situation["threads"][0]["status"] = [{"value": "open"}, {"value": "refused"}]

    assert scored(orm, both, both).shares["made talks: status on a date"].accuracy == 0.5
    nothing = scored(orm, lambda last: last.update(threads=[]))
    assert nothing.shares["made talks: thread found on a date"].accuracy == 0.5


def test_a_forecast_not_found_and_ground_of_another_holder_are_wrong(orm: Campaign) -> None:
    scores = scored(orm, lambda last: last["parties"][0].update(name="Army"), lambda earlier: earlier["forecasts"].clear())
    assert scores.shares["made forecasts: outcome on a date"].accuracy == 0.0
    assert scores.shares["made ground: relation found"].accuracy == 1.0
    assert scores.shares["made ground: with the holder"].accuracy == 0.0


def ground(orm: Campaign, gold: Row, *read: Row, found_as: Row | None = None) -> tuple[float, float, float]:
    """How much of one claim on the ground of "Rebels hold Orm" is found, with its holder, with its holder or his side."""
    orm.gold["control"] = [{"report": "3.txt", "words": "Rebels hold Orm", **gold}]
    readings, last = perfect(orm)
    report = orm.reports["3.txt"].id
    last["control"] = [{"report": report, "control": f"C{at}", "relation": "holds", "place": None, **one} for at, one in enumerate(read, 3)]
    last["parties"] = [{"id": name, "name": name, "aliases": []} for name in {str(one["holder"]) for one in read}]
    found = Found(readings, last, {"2021-05-02": last, "2021-05-03": last}, **(found_as or {}))
    shares = compare([(orm, found)]).shares
    return tuple(shares[f"made ground: {name}"].accuracy for name in ("relation found", "with the holder", "with the holder or his side"))  # type: ignore[return-value]


LEXICON: Row = {
    "above": {
        "orm army": ["orm-army", "orm-gov"], "army of orm": ["orm-army", "orm-gov"], "orm police": ["orm-police", "orm-gov"],
        "orm junta": ["orm-gov"], "red front": ["red", "reds"], "reds": ["reds"], "blue front": ["blue", "reds"],
    },
    "powers": frozenset({"orm-army", "orm-police", "orm-gov"}),
}  # fmt: skip
"""A state with an army and police, and an alliance of two fronts."""


@pytest.mark.parametrize(("gold", "read", "named", "sided"), [
    ("Army of Orm", "Orm army", 1.0, 1.0),  # two names of one party
    ("The Orm-Army", "the orm army", 1.0, 1.0),  # and two writings of one that the lexicon does not know
    ("Orm army", "Orm junta", 0.0, 1.0),
    ("Orm army", "Orm police", 0.0, 1.0),  # two powers of one state
    ("Red Front", "Reds", 0.0, 1.0),  # a part of it
    ("Red Front", "Blue Front", 0.0, 0.0),  # two fronts of one alliance are two sides
    ("Red Front", "Orm army", 0.0, 0.0),
])  # fmt: skip
def test_a_holder_counts_by_any_of_his_names_and_beside_that_by_his_side(orm: Campaign, gold: str, read: str, named: float, sided: float) -> None:
    own = {"relation": "holds", "holder": gold}
    assert ground(orm, own, {"holder": read}, found_as=LEXICON) == (1.0, named, sided)


def test_of_two_holders_in_the_same_words_the_right_one_counts(orm: Campaign) -> None:
    both = [{"holder": "Red Front"}, {"holder": "Orm army"}]
    for holder in ("Red Front", "Orm army"):
        assert ground(orm, {"relation": "holds", "holder": holder}, *both, found_as=LEXICON) == (1.0, 1.0, 1.0)


def test_who_denies_that_he_has_lost_ground_holds_it_and_other_denials_say_nothing(orm: Campaign) -> None:
    own = {"relation": "holds", "holder": "Reds"}
    assert ground(orm, own, {"holder": "Reds", "relation": "lost", "denied": True}) == (1.0, 1.0, 1.0)
    assert ground(orm, own, {"holder": "Reds", "denied": True}) == (0.0, 0.0, 0.0)


def test_gold_that_does_not_fit_its_report_is_refused(orm: Campaign, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"does not stand exactly once in 1\.txt"):
        orm.spot({"report": "1.txt", "words": "hit"})
    (tmp_path / "3.txt").unlink()
    with pytest.raises(ValueError, match=r"names the report 3\.txt"):
        campaigns(tmp_path)
    with pytest.raises(ValueError, match=r"holds no gold\.json"):
        campaigns(tmp_path / "nothing")


@pytest.mark.usefixtures("orm")
def test_a_campaign_is_read_and_merged(reader: Reader, tmp_path: Path) -> None:
    scores = measure(reader, tmp_path)
    assert scores.documents == 3
    assert scores.counts["made copies: pairs"].gold == 1


def spots_of(row: object) -> list[Row]:
    """Every place in a report that a piece of gold quotes."""
    if isinstance(row, list):
        return [spot for one in row for spot in spots_of(one)]
    if not isinstance(row, dict):
        return []
    own = [row] if isinstance(row.get("words"), str) and "report" in row else []
    further = [{**one, "report": row["report"]} for one in row.get("also", ())]
    return own + further + [spot for value in row.values() for spot in spots_of(value)]


def test_every_quoted_word_of_the_sample_gold_stands_once_in_its_report() -> None:
    found = campaigns(SAMPLES)
    for campaign in found:
        places = spots_of(campaign.gold)
        assert len(places) > 50
        for place in places:
            campaign.spot(place)
        for row in campaign.gold["copies"]:
            later, earlier = (campaign.reports[row[end]].text for end in ("later", "earlier"))
            for words in row["reused"]:
                assert later.count(words) == 1
                shared = {w.strip(".,”“\"'’") for w in words.split()} & {w.strip(".,”“\"'’") for w in earlier.split()}
                assert len(shared) >= 0.6 * len({*words.split()}), (row["later"], words)
    assert sum(len(campaign.reports) for campaign in found) == 190
    parts = [(campaign.part, len(campaign.reports)) for campaign in found]
    assert sum(n for part, n in parts if part == "kept aside") == 80


def test_sample_reports_are_short_and_no_two_are_the_same() -> None:
    texts = [report.text for campaign in campaigns(SAMPLES) for report in campaign.reports.values()]
    assert len(set(texts)) == 190
    assert all(80 <= len(text.split()) <= 350 for text in texts)


def test_what_is_wrong_is_kept_to_read_but_not_of_what_is_kept_aside(orm: Campaign) -> None:
    def nothing(last: Row) -> None:
        for layer in ("disputes", "threads", "forecasts", "control"):
            last[layer] = []
        last["origins"][0]["copies"] = []

    causes = {one.cause for one in scored(orm, nothing, nothing).errors}
    assert {
        "made copies: missed", "made disputes: missed denied", "made talks: thread not found", "made forecasts: not found",
        "made ground: missed holds",
    } <= causes  # fmt: skip
    assert scored(orm).errors == []
    assert scored(replace(orm, part=KEPT_ASIDE), nothing, nothing).errors == []


@pytest.mark.parametrize("name", ["given_gold", "again"])
def test_the_scripts_beside_the_measures_still_fit_them(name: str) -> None:
    spec = spec_from_file_location(name, Path(__file__).resolve().parents[2] / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    spec.loader.exec_module(module_from_spec(spec))
