"""The judge of events: learnt from marked sentences, the same bytes each time, open about its reasons."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.evaluate.counting import Scores
from sayso.evaluate.marked import compare, measure
from sayso.model import Report
from sayso.reading.happened import Happened
from sayso.reading.happened.judge import Judge
from sayso.reading.happened.learn import examples_of, learn_judge, taught
from sayso.reading.happened.lessons import Mark, lesson, lessons_in, lessons_under
from sayso.reading.happened.weights import save
from sayso.reading.pipeline import Reader

TRAINING = Path(__file__).resolve().parents[3] / "training" / "events"

FLOOR = 0.67
"""F1 of trigger and type on the sentences kept aside, 0.03 under what was measured when it was pinned."""


def test_a_lesson_is_a_line_without_its_marks() -> None:
    one = lesson("Rebels [ASSAULT shelled] Orla, [= killing] two, and [RETREAT:planned will leave].")
    assert one.text == "Rebels shelled Orla, killing two, and will leave."
    assert one.marks == (Mark("ASSAULT", "happened", 7, 14), Mark("=", "happened", 21, 28), Mark("RETREAT", "planned", 38, 48))
    assert one.at((24, 26), (10, 11)) == one.marks[0]  # an event comes before what tells it again
    assert one.at((15, 19)) is None


@pytest.mark.parametrize("line", ["They [ATTACK shelled] Orla.", "They [ASSAULT:past shelled] Orla.", "They [shelled Orla."])
def test_a_wrong_mark_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(f"# ours\n{line}\n")
    with pytest.raises(ValueError, match=r"line 2: .*(type|status|brackets)"):
        lessons_in(path)


def test_what_is_kept_aside_is_not_trained_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels [ASSAULT shelled] Orla.\n")
    (tmp_path / "b_holdout.txt").write_text("Rebels [ASSAULT bombed] Orla.\n")
    assert [one.text for one in lessons_under(tmp_path)] == ["Rebels shelled Orla."]
    assert not {one.text for one in lessons_under(TRAINING)} & {one.text for f in TRAINING.glob("*_holdout.txt") for one in lessons_in(f)}


def test_the_same_lessons_give_the_same_bytes(reader: Reader, tmp_path: Path) -> None:
    lessons = lessons_in(TRAINING / "wars.txt")[:60]
    for name in ("one", "two"):
        judge, finder = taught(lessons, reader)
        save(tmp_path / name, {"judge": judge.weights, "finder": finder.weights})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    traits = next(examples_of(lessons, reader)).traits
    assert Judge.load(tmp_path / "one")(traits) == judge(traits)


def test_a_judge_learns_what_its_lessons_tell_apart(reader: Reader) -> None:
    told = "The army [ASSAULT attacked] the village of Orla.", "Rebels [ASSAULT attacked] the town of Tavira."
    untold = "The striker attacked the goal of Orla.", "The paper attacked the budget of Tavira."
    judge = learn_judge(list(examples_of([lesson(line) for line in (*told, *untold) * 3], reader)))
    (known,) = examples_of([lesson("Militants [ASSAULT attacked] the city of Velmar.")], reader)
    assert judge(known.traits).event > 0.5


def test_events_kept_aside_are_found_as_well_as_before(reader: Reader) -> None:
    assert measure(reader, TRAINING).counts["events trigger+type"].f1 >= FLOOR


def test_a_verdict_names_its_reasons(reader: Reader) -> None:
    text = "Government forces shelled the town of Tavira on Monday."
    report = Report(id="0" * 64, published_basis="unknown", text=text)
    (doc,) = reader.parser.parse([text])
    page = reader.prepared(report, doc, Happened)
    found = Happened(reader.lexicon).why(page, (18, 25))
    assert found is not None
    verdict = found.verdict
    assert verdict.event > 0.8
    assert sum((verdict.nothing, verdict.event, verdict.retold)) == pytest.approx(1)
    assert any("assault.shell" in trait for trait, _ in found.reasons) or found.reasons[0][1] > 0
    assert Happened(reader.lexicon).why(page, (0, 3)) is None


def test_a_mark_found_with_another_type_is_no_false_event(reader: Reader) -> None:
    scores = Scores()
    one = lesson("The union [ASSAULT suspended] aid to the government.")
    compare("1", one, reader.read(Report(id="0" * 64, published_basis="unknown", text=one.text)), scores)
    assert (scores.counts["events trigger"].right, scores.counts["events trigger+type"].right) == (1, 0)
    assert scores.counts["events trigger"].predicted == 1
    assert [wrong.cause for wrong in scores.errors] == ["missed: ASSAULT, found SANCTION"]


def test_the_commands_train_and_explain(sayso: Callable[..., Any], samples: Path, tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.mkdir()
    (lines / "few.txt").write_text("Rebels [ASSAULT shelled] Orla.\n")
    assert "too few sentences" in sayso("train", lines, "--out", tmp_path / "learnt.npz").stderr
    (lines / "more.txt").write_text("Rebels [ASSAULT shelled] Orla.\nThe paper attacked the budget of Orla.\n" * 3)
    done = sayso("train", lines, "--out", tmp_path / "learnt.npz", env={"PYTHONHASHSEED": "1"})
    assert done.stdout.startswith("7 sentences, ")
    sayso("train", lines, "--out", tmp_path / "again.npz", env={"PYTHONHASHSEED": "2"})
    assert (tmp_path / "learnt.npz").read_bytes() == (tmp_path / "again.npz").read_bytes()
    assert len(Judge.load(tmp_path / "learnt.npz")) > 0
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "holds no *.txt" in sayso("train", empty).stderr
    sayso("read", samples / "01-jazira-wire.txt", "--into", tmp_path / "c.sayso")
    report = json.loads(sayso("read", samples / "01-jazira-wire.txt", "--json").stdout.splitlines()[0])["report"]["id"]
    shown = sayso("explain", tmp_path / "c.sayso", report[:10], "E1").stdout
    assert "the judge: an event 0." in shown or "the judge: an event 1." in shown
