"""Cases of dispute: the measure on two made cases, and the sample cases' gold against their texts."""

import json
from pathlib import Path

import pytest

from sayso.evaluate.disputes import measure
from sayso.reading.pipeline import Reader

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "disputes"
TOLD = "Rebels shelled the market of Mao in Chad on Tuesday and killed nine traders, the army said."
DENIED = "The rebels denied that they had shelled the market of Mao in Chad on Tuesday."
ELSE = "The rebels denied that they had abducted a nurse in Faya in Chad in March."


def case(id, second, words):
    sides = [{"source": "army", "words": [{"report": 0, "words": "Rebels shelled the market of Mao"}]}]
    sides += [{"source": "rebels", "words": [{"report": 1, "words": words}]}] if words else []
    told = {"outlet": "Herald", "published": "2024-05-08", "text": TOLD}
    reports = [told, {"outlet": "Courier", "published": "2024-05-09", "text": second}]
    return {"id": id, "part": "made", "reports": reports, "disputes": [{"kinds": ["denied"], "sides": sides}] if words else []}


def test_a_dispute_is_found_between_its_sides_and_none_where_there_is_none(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in (case("a", DENIED, "denied that they had shelled"), case("b", ELSE, ""))))

    scores = measure(reader, path)

    found = scores.counts["made disputes: kind and sides"]
    assert (found.right, found.gold, found.predicted) == (1, 1, 1)
    none = scores.shares["made disputes: none called where there is none"]
    assert (none.right, none.of) == (1, 1)


def test_a_dispute_that_is_told_where_there_is_none_is_wrong(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps(case("c", DENIED, "")))

    scores = measure(reader, path)

    assert scores.counts["made disputes: kind and sides"].predicted == 1
    assert scores.shares["made disputes: none called where there is none"].right == 0


def test_words_that_do_not_stand_in_their_report_are_named(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps(case("d", DENIED, "no such words")))

    with pytest.raises(ValueError, match="no such words"):
        measure(reader, path)


@pytest.mark.parametrize("name", ["development", "kept_aside"])
def test_the_words_of_the_sample_cases_stand_in_their_reports_once(name: str) -> None:
    rows = [json.loads(line) for line in (SAMPLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["part"].replace(" ", "_") for row in rows} == {name}
    for row in rows:
        for dispute in row["disputes"]:
            assert len(dispute["sides"]) > 1
            assert dispute["kinds"]
            for place in (place for side in dispute["sides"] for place in side["words"]):
                assert row["reports"][place["report"]]["text"].count(place["words"]) == 1, row["id"]
