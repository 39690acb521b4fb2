"""The measures: what they count, on small made readings whose scores can be worked out by hand."""

import json
from pathlib import Path

import pytest

from sayso.evaluate.counting import Count, Scores, greedy_pairs
from sayso.evaluate.readings import compare, finished, measure
from sayso.evaluate.statements import measure as measure_statements
from sayso.evaluate.statements import quoted_regions
from sayso.model import Event, Interval, Party, Place, ReaderVersion, Reading, Report, Statement, Time
from sayso.reading.pipeline import Reader

TEXT = "Rebels attacked Qasr on Sunday, the army said."
VERSION = ReaderVersion(version="1", model="m", lexicon="l")


def reading(**changes: object) -> Reading:
    layers: dict[str, object] = {
        "parties": (
            Party(id="P1", name="rebels", kind="armed_group", aliases=("rebels",), mentions=((0, 6),)),
            Party(id="P2", name="army", kind="military", aliases=("army",), mentions=((32, 40),)),
        ),
        "places": (Place(id="L1", name="Qasr", kind="town", country="SY", lat=35.0, lon=37.0, mentions=((16, 20),)),),
        "times": (Time(id="T1", span=(24, 30), text="Sunday", type="DATE", value="2024-03-10", earliest="2024-03-10", latest="2024-03-10"),),
        "statements": (Statement(id="S1", content=((0, 30),), kind="indirect", speaker="P2", cue=(41, 45)),),
        "events": (
            Event(
                id="E1", type="ASSAULT", trigger=(7, 15), actors=("P1",), place="L1", according_to="S1",
                when=Interval(earliest="2024-03-10", latest="2024-03-10"),
            ),
        ),
    }  # fmt: skip
    return Reading(reader=VERSION, report=Report(id="r", text=TEXT), **{**layers, **changes})  # type: ignore[arg-type]


def scored(predicted: Reading) -> Scores:
    scores = Scores(documents=1)
    compare(reading(), predicted, scores)
    return finished(scores)


def test_the_gold_itself_is_all_right() -> None:
    scores = scored(reading())
    for name, count in scores.counts.items():
        assert count.f1 == 1.0, name
    for name, share in scores.shares.items():
        assert share.accuracy == 1.0, name
    assert scores.notes == ["parties B3: P 1.000 R 1.000 F1 1.000"]


def test_a_wrong_type_is_a_wrong_event_but_a_found_trigger() -> None:
    scores = scored(reading(events=(Event(id="E1", type="PROTEST", trigger=(7, 15)),)))
    assert scores.counts["events trigger"].f1 == 1.0
    assert scores.counts["events trigger+type"].f1 == 0.0


def test_conditions_are_counted_one_at_a_time() -> None:
    denied = Event(id="E1", type="ASSAULT", trigger=(7, 15), actors=("P1",), place="L1", according_to="S1", status="denied")
    scores = scored(reading(events=(denied,)))
    assert scores.counts["events +actor"].f1 == 1.0
    assert scores.counts["events +status"].f1 == 0.0
    assert scores.counts["events +date"].f1 == 0.0
    assert scores.counts["events +all six"].f1 == 0.0


def test_a_place_elsewhere_is_found_and_wrong() -> None:
    scores = scored(reading(places=(Place(id="L1", name="Qasr", kind="town", country="EG", lat=29.0, lon=31.0, mentions=((16, 20),)),)))
    assert scores.counts["places mention"].f1 == 1.0
    assert scores.counts["places +right point (25 km; larger for areas)"].f1 == 0.0


def test_a_statement_needs_four_fifths_of_its_words() -> None:
    short = Statement(id="S1", content=((16, 30),), kind="indirect", speaker="P2", cue=(41, 45))
    assert scored(reading(statements=(short,), events=())).counts["statements content"].right == 0


def test_nothing_found_is_recall_nought() -> None:
    empty = reading(parties=(), places=(), times=(), statements=(), events=())
    assert scored(empty).counts["events trigger"] == Count(right=0, gold=1, predicted=0)


def test_pairs_are_one_to_one_best_first() -> None:
    assert greedy_pairs([(1.0, 0, 0), (2.0, 0, 1), (1.5, 1, 1)]) == [(0, 1)]


def test_quotation_marks_pair_inside_a_paragraph() -> None:
    assert [TEXT and 'He said "no" and left'[a:b] for a, b in quoted_regions('He said "no" and left')] == ["no"]


def test_whole_folders(reader: Reader, tmp_path: Path) -> None:
    row = json.loads(reading().to_json())
    (tmp_path / "one.json").write_text(json.dumps(row), encoding="utf-8")
    scores = measure(reader, tmp_path)
    assert scores.documents == 1
    assert scores.counts["statements content"].gold == 1
    with pytest.raises(ValueError, match="gold Reading"):
        measure(reader, tmp_path / "nothing")


def test_annotated_quotations(reader: Reader, tmp_path: Path) -> None:
    row = {"text": TEXT, "published": "2024-03-12", "quotes": [{"content": [[0, 30]], "cue": [[41, 45]], "speaker": [[32, 40]], "kind": "indirect"}]}
    (tmp_path / "set.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    scores = measure_statements(reader, tmp_path)
    assert scores.counts["all content"].right == 1
    assert scores.counts["all +speaker"].right == 1


def test_times_by_tempeval(reader: Reader, tmp_path: Path) -> None:
    from sayso.evaluate.times import measure as measure_times
    from sayso.evaluate.times import plain

    gold = [{"start": 24, "end": 30, "text": "Sunday", "type": "DATE", "value": "2024-03-10"}]
    (tmp_path / "times.jsonl").write_text(json.dumps({"text": TEXT, "published": "2024-03-12", "timexes": gold}) + "\n", encoding="utf-8")
    scores = measure_times(reader, tmp_path)
    assert scores.counts["value"].f1 == 1.0
    assert plain("P2DE") == "P20Y"
    assert plain("2024-03-10T00:00") == "2024-03-10"


def test_places_within_reach() -> None:
    from sayso.evaluate.places import compare as compare_places

    scores = Scores()
    toponyms = [
        {"start": 16, "end": 20, "lat": 35.1, "lon": 37.2, "geonameid": None},
        {"start": 32, "end": 36, "lat": 0.0, "lon": 0.0, "geonameid": None},
    ]
    compare_places({"id": "1", "toponyms": toponyms}, reading(), scores)
    assert scores.counts["recognition"] == Count(right=1, gold=2, predicted=1)
    assert scores.shares["right place, of all gold with a point"].accuracy == 0.5


def test_nationality_words_are_left_out_of_the_second_count_of_places() -> None:
    from sayso.evaluate.places import compare as compare_places

    scores = Scores()
    text = reading().report.text
    point = {"lat": 35.1, "lon": 37.2, "geonameid": None}
    toponyms = [{"start": 0, "end": 6, **point}, {"start": 16, "end": 20, **point}]
    compare_places({"id": "1", "toponyms": toponyms}, reading(), scores, nations=frozenset({text[0:6].lower()}))
    assert scores.shares["recognition recall, nationality words left out"].accuracy == 1.0
    assert scores.shares["right place, of all gold with a point"].accuracy == 0.5
    assert scores.shares["right place, nationality words left out"].accuracy == 1.0


def test_a_place_taken_for_a_person_is_a_confusion() -> None:
    right = scored(reading())
    assert right.shares["persons, groups and places told apart"].accuracy == 1.0
    person = Party(id="P9", name="Qasr", kind="person", mentions=((16, 20),))
    wrong = scored(reading(places=(), events=(), parties=(*reading().parties, person)))
    assert wrong.shares["persons, groups and places told apart"].accuracy < 1.0


def test_spellings_are_looked_up_and_read(reader: Reader, tmp_path: Path) -> None:
    from sayso.evaluate.spellings import measure

    table = tmp_path / "spellings.tsv"
    table.write_text("place\tcountry\tlat\tlon\tspelling\nKyiv\tUA\t50.45\t30.52\tKiev\nKyiv\tUA\t50.45\t30.52\tXqzwvkt\n")
    scores = measure(reader, table)
    assert [share.right for share in scores.shares.values()] == [1, 1, 1]
    table.write_text("place\tspelling\nKyiv\tKiev\n")
    with pytest.raises(ValueError, match="needs the columns"):
        measure(reader, table)


def test_relations_count_a_missing_answer_as_wrong() -> None:
    from sayso.evaluate.relations import compare as compare_relations

    rows = [{"root": "RETREAT", "quad": 2}, {"root": "ASSAULT", "quad": 4}]
    scores = compare_relations(rows, ["CONCEDE", None])
    assert scores.notes[0] == "root: macro F1 0.500, accuracy 0.500, n 2"
    assert scores.counts["root YIELD"].f1 == 1.0
