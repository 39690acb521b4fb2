"""The measures of single layers, on small answers whose scores can be worked out by hand."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate import benchmark
from sayso.evaluate.assignment import best_pairs
from sayso.evaluate.attacks import compare as compare_attacks
from sayso.evaluate.attacks import plain, slots
from sayso.evaluate.counting import Scores
from sayso.evaluate.events import compare_quads, compare_types, plover_root, plover_root_of_weis
from sayso.evaluate.incidents import coreference, report_groups
from sayso.evaluate.names import compare as compare_names
from sayso.evaluate.status import best_event, factuality
from sayso.evaluate.status import compare as compare_status
from sayso.evaluate.timelines import compare as compare_days
from sayso.model import Event, Party, Place, ReaderVersion, Reading, Report
from sayso.reading.pipeline import Reader

TEXT = "Rebels shelled Qasr. It denied talks."
VERSION = ReaderVersion(version="1", model="m", lexicon="l")
READING = Reading(
    reader=VERSION,
    report=Report(id="r", text=TEXT),
    parties=(
        Party(id="P1", name="rebels", kind="armed_group", mentions=((0, 6),)),
        Party(id="P2", name="Qasr", kind="civilians", mentions=((15, 19), (21, 23))),
    ),
    places=(Place(id="L1", name="Qasr", kind="town", mentions=((15, 19),)),),
    events=(
        Event(id="E1", type="ASSAULT", trigger=(7, 14), actors=("P1",), recipients=("P2",), status="happened"),
        Event(id="E2", type="CONSULT", trigger=(31, 36), status="denied"),
    ),
)  # fmt: skip
ROW = {"id": "1", "text": TEXT}


def test_types_of_a_record_are_counted_once_each() -> None:
    scores = Scores()
    compare_types({**ROW, "events": [["A", "B", "190"], ["A", "B", "1823"], ["A", "B", "051"], ["A", "B", "010"]]}, READING, scores)
    root = scores.counts["root"]
    assert (root.right, root.gold, root.predicted) == (1, 2, 2)  # ASSAULT right, SUPPORT missed, CONSULT not there
    assert sorted(one.cause for one in scores.errors) == ["missed: SUPPORT", "not there: CONSULT"]


CODES = {"1751": "ASSAULT", "170": "COERCE", "1634": "COERCE", "160": "SANCTION", "191": "COERCE", "020": None}


@pytest.mark.parametrize(("code", "root"), CODES.items())
def test_codes_become_types(code: str, root: str | None) -> None:
    assert plover_root(code) == root


WEIS = {"041": "SUPPORT", "122": "ACCUSE", "160": "THREATEN", "182": "MOBILIZE", "212": "COERCE", "023": None}


@pytest.mark.parametrize(("code", "root"), WEIS.items())
def test_codes_of_weis(code: str, root: str | None) -> None:
    """Of WEIS, CAMEO's forerunner: praise, denouncing, a warning, forces shown, an arrest; a comment is no event."""
    assert plover_root_of_weis(code) == root


def test_an_event_where_there_is_none_is_a_false_alarm() -> None:
    scores = Scores()
    compare_quads({**ROW, "quad": 0}, READING, scores)
    compare_quads({**ROW, "quad": 4}, READING, scores)
    compare_quads({**ROW, "quad": 2}, READING, scores)
    assert scores.shares["false alarm, of sentences without an event"].right == 1
    assert scores.sums["false events in sentences without one"] == 2
    found = scores.shares["an event of the right class, of sentences with one"]
    assert (found.right, found.of) == (1, 2)


def test_attackers_and_sufferers_fill_roles_by_their_first_mention() -> None:
    roles = {"PerpInd": [], "PerpOrg": [["the Rebels"]], "Target": [["town"]], "Victim": [["it", "someone"]]}
    scores = Scores()
    compare_attacks({**ROW, "roles": roles}, READING, scores)
    assert scores.counts["PerpOrg"].f1 == 1.0
    strict, kind = scores.counts["all four roles"], scores.counts["all four roles, any mention"]
    assert (strict.right, strict.gold, strict.predicted) == (1, 3, 2)
    assert kind.right == 2
    assert plain('The "Odun" Front, a group') == "odun front group"


ATTACKS = "The mayor, Dr. Ana Lind, was shot by gunmen of the Odun Front. Gunmen of the Front fought soldiers. Police held a man."


def test_slots_take_names_without_titles_men_beside_their_body_and_no_fights_or_arrests() -> None:
    def at(words: str) -> tuple[int, int]:
        return ATTACKS.index(words), ATTACKS.index(words) + len(words)

    reading = Reading(
        reader=VERSION,
        report=Report(id="r", text=ATTACKS),
        parties=(
            Party(id="P1", name="Ana Lind", kind="person", mentions=(at("The mayor, Dr. Ana Lind"),)),
            Party(id="P2", name="Odun Front", kind="armed_group", aliases=("Front",), mentions=(at("gunmen"), at("the Odun Front"))),
            Party(id="P3", name="soldiers", kind="military", mentions=(at("soldiers"),)),
            Party(id="P4", name="Police", kind="police", mentions=(at("Police"),)),
            Party(id="P5", name="man", kind="civilians", mentions=(at("a man"),)),
        ),
        events=(
            Event(id="E1", type="ASSAULT", trigger=at("shot"), actors=("P2",), recipients=("P1",), status="happened"),
            Event(id="E2", type="ASSAULT", trigger=at("fought"), actors=("P3",), recipients=("P2",), status="happened"),
            Event(id="E3", type="COERCE", trigger=at("held"), actors=("P4",), recipients=("P5",), status="happened"),
        ),
    )  # fmt: skip
    assert slots(reading) == {"PerpOrg": [["odun front"]], "PerpInd": [["gunmen"]], "Victim": [["ana lind"]]}


def test_status_is_asked_of_words_that_an_event_was_made_for() -> None:
    scores = Scores()
    targets = [{"start": 7, "end": 14, "label": 3.0}, {"start": 31, "end": 36, "label": 0.0}, {"start": 24, "end": 30, "label": 3.0}]
    pairs = compare_status({**ROW, "targets": targets}, READING, scores)
    assert pairs == [("happened", "happened"), ("other", "denied")]
    assert scores.shares["an event was made for it, of all targets"].right == 2
    assert [one.words for one in scores.errors] == ["Rebels shelled Qasr. It denied [talks]."]
    assert [factuality(x) for x in (2, 1.9, -1.4, -1.5)] == ["happened", "other", "other", "denied"]
    assert best_event(READING, (8, 9)) is READING.events[0]
    assert best_event(READING, (24, 30)) is None


def test_names_leave_pronouns_out() -> None:
    scores = Scores()
    compare_names({**ROW, "names": [{"start": 0, "end": 6, "kind": "party"}, {"start": 15, "end": 19, "kind": "place"}]}, READING, scores)
    parties, either = scores.counts["parties"], scores.counts["either kind"]
    assert (parties.right, parties.gold, parties.predicted) == (1, 1, 2)
    assert (either.right, either.gold, either.predicted) == (2, 2, 2)


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9).map(float), max_size=12))
def test_no_pairing_scores_more(scores: dict[tuple[int, int], float]) -> None:
    pairs = best_pairs(scores)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    most = max(sum(scores.get((i, j), 0.0) for i, j in enumerate(order)) for order in permutations(range(5)))
    assert sum(scores[pair] for pair in pairs) == most


def test_coreference_worked_by_hand() -> None:
    gold = dict(zip("abcdefg", "1112222", strict=True))
    found = dict(zip("abcdefg", "xxyyyzz", strict=True))
    measures = coreference(gold, found)
    assert measures["MUC"][:2] == pytest.approx((3 / 4, 3 / 5))
    assert measures["B3"][0] == pytest.approx((2 + 1 / 3 + 4 / 3 + 2) / 7)
    assert measures["B3"][1] == pytest.approx((4 / 3 + 1 / 3 + 4 / 4 + 4 / 4) / 7)
    assert measures["CEAFe"][0] == pytest.approx((4 / 5 + 4 / 6) / 3)
    same = coreference(gold, gold)
    assert all(value == pytest.approx(1.0) for measure in same.values() for value in measure)


def test_reports_are_of_one_group_by_their_violence() -> None:
    groups = report_groups({"a": [("I1", "ASSAULT"), ("I9", "CONSULT")], "b": [("I1", "ASSAULT")], "c": [("I9", "CONSULT")], "d": []})
    assert groups["a"] == groups["b"]
    assert len(set(groups.values())) == 3


def test_wrong_answers_are_written_by_cause(sayso: Callable[..., Any], tmp_path: Path) -> None:
    rows = [{"id": "quiet", "text": "Rebels shelled the town on Monday.", "quad": 0}]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = sayso("evaluate", "events", "rows.jsonl", "--errors", "wrong.txt", "--json")
    assert json.loads(done.stdout)["accuracy"]["false alarm, of sentences without an event"] == {"accuracy": 1.0, "n": 1}
    assert (tmp_path / "wrong.txt").read_text().startswith("1 not there: ASSAULT\n  quiet: Rebels [shelled] the town")


def test_a_confidence_is_worth_what_was_right_of_the_facts_that_had_it() -> None:
    scores = Scores()
    for n in range(200):
        assert not scores.calibrated("times")
        scores.sure("times", 0.9, n % 10)
    scores.sure("times", 0.5, False)
    assert scores.calibrated("times")
    assert {c: (share.right, share.of) for c, share in scores.reliability["times"].items()} == {0.9: (180, 200), 0.5: (0, 1)}


def test_a_reliability_table_is_by_tenths() -> None:
    scores = Scores()
    for confidence, right in ((0.71, True), (0.79, False), (0.8, True), (1.0, True)):
        scores.sure("events", confidence, right)
    assert [(round(mean, 2), share.right, share.of) for mean, share in scores.tenths("events")] == [(0.75, 1, 2), (0.8, 1, 1), (1.0, 1, 1)]
    assert scores.calibration_error("events") == pytest.approx((2 * 0.25 + 0.2) / 4)
    assert scores.calibration_error("moves") == 0.0


def test_as_many_days_as_the_timeline_has_and_none_outside_it() -> None:
    days = {"2020-01-01": 9, "2020-02-03": 5, "2020-02-04": 2, "2020-02-02": 2, "2020-03-01": 1}
    found = compare_days(days, ["2020-02-01", "2020-02-02", "2020-02-28"])
    assert (found.right, found.predicted, found.gold) == (1, 3, 3)  # the busiest day lies before it, the last one after


def test_a_timeline_is_compared_with_the_days_of_incidents_and_of_publication(reader: Reader, tmp_path: Path) -> None:
    told = [
        ("2021-05-09", "KASSA, May 9 - Rebels shelled the town of Kassa on 4 May 2021, killing nine people, the army said."),
        ("2021-05-10", "The army said that rebels had shelled Kassa on 4 May 2021 and killed nine people there."),
    ]
    articles = [{"id": str(n), "text": text, "published": day} for n, (day, text) in enumerate(told)]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
    (tmp_path / "timelines.jsonl").write_text(json.dumps({"2021-05-04": ["Kassa is shelled."], "2021-05-30": ["A truce."]}) + "\n", encoding="utf-8")
    scores = benchmark("timelines")(reader, tmp_path)
    assert (scores.counts["days of incidents"].right, scores.counts["days of publication"].right) == (1, 0)


def test_a_folder_without_timelines_is_named(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"holds no folder with articles\.jsonl and timelines\.jsonl"):
        benchmark("timelines")(reader, tmp_path)
