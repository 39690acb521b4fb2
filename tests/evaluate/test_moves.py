"""Passages of our own with their moves of talks marked: how they are written down, and how a reading is compared with them."""

from pathlib import Path

import pytest

from sayso.evaluate.counting import Scores
from sayso.evaluate.moves import compare, measure
from sayso.evaluate.passages import passage, passages_in, passages_kept_aside
from sayso.model import Report
from sayso.reading.pipeline import Reader

TALKS = Path(__file__).parents[2] / "training" / "talks"


def test_a_passage_is_its_text_and_its_marks() -> None:
    line = "Elders [propose Elders > the army + the militia via a priest | laid a paper before] the army and the militia; a priest kept [= it]."
    one = passage(line)
    assert one.text == "Elders laid a paper before the army and the militia; a priest kept it."
    move, again = one.marks
    assert (move.kind, move.from_, move.to, move.through) == ("propose", ("Elders",), ("the army", "the militia"), ("a priest",))
    assert one.text[move.start : move.end] == "laid a paper before"
    assert (again.kind, one.text[again.start : again.end]) == (None, "it")
    assert one.moves == (move,)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("They [plead They > - | begged].", "no kind of move"),
        ("They [demand the army > They | asked] for bread.", "does not stand in the line"),
        ("They [asked] for bread.", "something else stands in brackets"),
    ],
)
def test_a_mark_that_cannot_be_read_is_named_with_its_line(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "one.txt").write_text(f"# A comment.\n\n{line}\n")
    with pytest.raises(ValueError, match=rf"one\.txt, line 3: .*{complaint}"):
        passages_in(tmp_path / "one.txt")


@pytest.mark.parametrize("file", sorted(TALKS.glob("*.txt")), ids=lambda file: file.stem)
def test_every_shipped_passage_can_be_read(file: Path) -> None:
    assert len(passages_in(file)) > 100


def test_of_a_folder_only_what_is_kept_aside_is_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They [demand They > - | asked] for bread.\n")
    with pytest.raises(ValueError, match=r"no \*_holdout\.txt"):
        passages_kept_aside(tmp_path)
    (tmp_path / "b_holdout.txt").write_text("They left.\n")
    assert [one.text for one in passages_kept_aside(tmp_path)] == ["They left."]


SIEGE = (
    "The Karsi Front holds the dam. The Karsi Front [demand The Karsi Front > the army | demanded] a truce from the army. "
    "The army has [reject The army > The Karsi Front | rejected] the truce. A reporter [offer A reporter > - | whistled]."
)


def test_a_move_is_found_with_its_kind_and_then_with_its_sides(reader: Reader) -> None:
    one = passage(SIEGE)
    scores = Scores()
    compare("1", one, reader.read(Report(id="0" * 64, published_basis="unknown", text=one.text)), scores)
    kinds, sides = scores.counts["moves kind+span"], scores.counts["moves +from+to"]
    assert (kinds.right, kinds.gold, kinds.predicted) == (2, 3, 2)
    assert (sides.right, sides.gold) == (2, 3)
    assert [wrong.cause for wrong in scores.errors] == ["missed: offer"]


def test_a_move_where_none_is_marked_is_wrong_and_one_told_again_is_not(reader: Reader) -> None:
    report = Report(id="0" * 64, published_basis="unknown", text=passage(SIEGE).text)
    unmarked, again = Scores(), Scores()
    compare("1", passage(report.text), reader.read(report), unmarked)
    assert sorted(wrong.cause for wrong in unmarked.errors) == ["not there: demand", "not there: reject"]
    compare("1", passage(report.text.replace("demanded", "[= demanded]").replace("rejected", "[= rejected]")), reader.read(report), again)
    assert (again.counts["moves kind+span"].predicted, again.errors) == (0, [])


def test_a_file_is_measured_whole(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f"{SIEGE}\n")
    assert measure(reader, tmp_path / "one.txt").documents == 1
