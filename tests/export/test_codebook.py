"""A user's own codebook on the way out."""

from pathlib import Path

import pandas as pd
import pytest

from sayso.export import plover
from sayso.export.codebook import Codebook
from sayso.export.material import Material
from sayso.lexicon.table import LexiconError

MINE = "type\tmode\tstatus\tcode\tlabel\nASSAULT\taerial\t\t21\tfrom the air\nASSAULT\t\t\t20\tviolence\nASSAULT\t\tdenied\t-\t\nAGREE\t\t\t3\t\n"


@pytest.fixture
def mine(tmp_path: Path) -> Codebook:
    path = tmp_path / "mine.tsv"
    path.write_text(MINE, encoding="utf-8")
    return Codebook(path)


@pytest.mark.parametrize(
    ("kind", "mode", "status", "code"),
    [
        ("ASSAULT", "aerial", "happened", "21"),
        ("ASSAULT", "drone", "happened", "20"),
        ("ASSAULT", None, "denied", None),
        ("AGREE", None, "planned", "3"),
        ("AID", None, "happened", None),
    ],
)
def test_the_most_exact_line_gives_the_code(mine: Codebook, kind, mode, status, code) -> None:
    row = mine.row(kind, mode, status)
    assert (row.code if row else None) == code


def test_the_users_codes_stand_where_plovers_stood_and_the_rest_is_left_out(tmp_path: Path, mine: Codebook, material: Material) -> None:
    plover.write(Material(material.readings, codebook=mine), tmp_path / "out.tsv")
    found = pd.read_csv(tmp_path / "out.tsv", sep="\t", dtype=str, keep_default_na=False)
    assert set(found["Event Type"]) <= {"21", "20", "3"}
    assert set(found["PLOVER Type"]) == {"ASSAULT", "AGREE"}
    assert set(found.loc[found["Event Type"] == "21", "Code Label"]) <= {"from the air"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("type\tcode\nWAR\t1\n", "line 2: column type: 'WAR' is none of"),
        ("type\tmode\tcode\nAID\taerial\t1\n", "line 2: AID has no mode 'aerial'"),
        ("type\tcode\nAID\t1\nAID\t2\n", "line 3: AID stands twice"),
        ("type\tcolour\tcode\n", "unknown column 'colour'"),
        ("type\tcode\n", "maps nothing"),
    ],
)
def test_a_bad_file_is_named_with_line_and_reason(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"bad\.tsv") as error:
        Codebook(path)
    assert reason in str(error.value)
