"""Sets in the form in which their makers hand them out; the contents are invented."""

import json
from pathlib import Path

import pytest

from sayso.evaluate.attacks import measure as measure_attacks
from sayso.evaluate.originals import timeml
from sayso.evaluate.rows import rows_with
from sayso.evaluate.times import measure as measure_times
from sayso.reading.pipeline import Reader

TML = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2024-03-12T10:00" functionInDocument="CREATION_TIME">03/12/2024</TIMEX3></DCT>
<TEXT>Rebels <EVENT eid="e1">attacked</EVENT> Qasr on <TIMEX3 tid="t1" type="DATE" value="2024-03-10">Sunday</TIMEX3> &amp; left.</TEXT>
</TimeML>"""


def test_timeml_has_the_words_of_its_text_and_their_offsets(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "x.tml").write_text(TML, encoding="utf-8")
    row = timeml(tmp_path / "x.tml")
    assert row["text"] == "Rebels attacked Qasr on Sunday & left."
    assert row["timexes"] == [{"start": 24, "end": 30, "type": "DATE", "value": "2024-03-10"}]
    assert row["published"] == "2024-03-12"
    assert measure_times(reader, tmp_path).counts["value"].f1 == 1.0


@pytest.mark.parametrize("text", ["<TimeML></TimeML>", "no", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><TimeML>&f;</TimeML>'])
def test_what_is_no_timeml_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.tml").write_text(text)
    with pytest.raises(ValueError, match=r"x\.tml is no TimeML"):
        rows_with(tmp_path, "timexes")


def test_muc_4_as_grit_has_it(reader: Reader, tmp_path: Path) -> None:
    extracts = {"PerpInd": [], "PerpOrg": [[["rebels", 0]]], "Target": [], "Victim": [[["the mayor", 14]]], "Weapon": []}
    line = {"docid": "TST0", "doctext": "rebels killed the mayor on monday.", "extracts": extracts}
    (tmp_path / "test.jsonl").write_text(json.dumps(line) + "\n")
    scores = measure_attacks(reader, tmp_path / "test.jsonl")
    assert scores.documents == 1
    assert (scores.counts["PerpOrg"].gold, scores.counts["Victim"].gold) == (1, 1)
