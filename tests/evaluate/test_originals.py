"""Sets in the form in which their makers hand them out; the contents are invented."""

import json
from pathlib import Path

import pytest

from sayso.evaluate.attacks import measure as measure_attacks
from sayso.evaluate.names import measure as measure_names
from sayso.evaluate.originals import brat, timeml
from sayso.evaluate.places import measure as measure_places
from sayso.evaluate.rows import rows_with
from sayso.evaluate.statements import measure as measure_statements
from sayso.evaluate.times import measure as measure_times
from sayso.reading.pipeline import Reader

TML = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2024-03-12T10:00" functionInDocument="CREATION_TIME">03/12/2024</TIMEX3></DCT>
<TEXT>Rebels <EVENT eid="e1">attacked</EVENT> Qasr on <TIMEX3 tid="t1" type="DATE" value="2024-03-10">Sunday</TIMEX3> &amp; left.</TEXT>
</TimeML>"""


def test_timeml_has_the_words_of_its_text_and_their_offsets(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "x.tml").write_text(TML, encoding="utf-8")
    (row,) = timeml.rows(tmp_path / "x.tml")
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


SGM = """<DOC>
<DOCID>21_ReedWar</DOCID>
<DOCTYPE SOURCE="encyclopedia"> ARTICLE </DOCTYPE>
<DATETIME>2009-12-19T17:00:00</DATETIME>
<BODY>
<TEXT>
Reed & Sons sold arms until <TIMEX2 VAL="1911">1911</TIMEX2>. The siege lasted <TIMEX2 VAL="P3M">three months</TIMEX2>.
Shells fell <TIMEX2 SET="YES" VAL="XXXX-XX-XX">every day of <TIMEX2 VAL="1912-05">May 1912</TIMEX2></TIMEX2>.
</TEXT>
</BODY>
</DOC>
"""


@pytest.mark.parametrize("name", ["21_ReedWar.sgm", "21_ReedWar.key.xml"])
def test_timex2_as_wikiwars_has_it(reader: Reader, tmp_path: Path, name: str) -> None:
    (tmp_path / "keyinline").mkdir()
    (tmp_path / "keyinline" / name).write_text(SGM, encoding="utf-8")
    (row,) = rows_with(tmp_path, "timexes")
    assert (row["id"], row["published"]) == ("21_ReedWar", "2009-12-19")
    assert [(row["text"][one["start"] : one["end"]], one["type"], one["value"]) for one in row["timexes"]] == [
        ("1911", "DATE", "1911"),
        ("three months", "DURATION", "P3M"),
        ("every day of May 1912", "SET", "XXXX-XX-XX"),
    ]
    assert "Reed & Sons" in row["text"]
    assert measure_times(reader, tmp_path).counts["relaxed"].right >= 2


def test_a_text_without_timex2_is_named(tmp_path: Path) -> None:
    (tmp_path / "plain.sgm").write_text("<DOC><TEXT>Nothing is marked here.</TEXT></DOC>")
    with pytest.raises(ValueError, match=r"plain\.sgm .* no TEXT with a TIMEX2"):
        rows_with(tmp_path, "timexes")


GEOVIRUS = """<?xml version="1.0" encoding="UTF-8"?>
<articles><article source="https://news.example/fever"><text>Fever cases rose in Nairobi and Mombasa, and later in Nairobi again.</text><locations>
<location><name>Nairobi</name><lat>-1.29</lat><lon>36.82</lon><start>20</start><end>27</end><page>https://wiki.example/N</page></location>
<location><name>Mombasa</name><lat>-4.04</lat><lon>39.67</lon><start>30</start><end>37</end><page>https://wiki.example/M</page></location>
<location><name>Kisumu</name><lat>-0.09</lat><lon>34.77</lon><start>50</start><end>56</end><page>https://wiki.example/K</page></location>
</locations></article></articles>"""

LGL = """<articles><article docid="77"><title>Bridge closed</title><text>The bridge at Mosul was closed.</text><toponyms>
<toponym><start>14</start><end>19</end><phrase>Mosul</phrase><gaztag geonameid="99072"><name>Mosul</name><lat>36.335</lat><lon>43.119</lon>
</gaztag></toponym><toponym><start>0</start><end>3</end><phrase>The</phrase></toponym></toponyms></article></articles>"""


def test_places_as_geovirus_has_them_with_a_shifted_name_put_right_and_an_absent_one_left_out(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "GeoVirus.xml").write_text(GEOVIRUS, encoding="utf-8")
    (row,) = rows_with(tmp_path / "GeoVirus.xml", "toponyms")
    assert [(one["start"], one["end"], one["lat"]) for one in row["toponyms"]] == [(20, 27, -1.29), (32, 39, -4.04)]
    assert row["url"] == "https://news.example/fever"
    assert measure_places(reader, tmp_path).shares["right place, of all gold with a point"].of == 2


def test_places_as_lgl_and_tr_news_have_them(tmp_path: Path) -> None:
    (tmp_path / "lgl.xml").write_text(LGL, encoding="utf-8")
    (row,) = rows_with(tmp_path, "toponyms")
    assert (row["id"], row["title"]) == ("77", "Bridge closed")
    assert [(one["name"], one["lat"], one["geonameid"]) for one in row["toponyms"]] == [("Mosul", 36.335, "99072"), ("The", None, None)]


def test_articles_that_name_a_file_of_this_machine_get_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret words")
    hostile = f'<!DOCTYPE a [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]><articles><article><text>&s; stays</text></article></articles>'
    (tmp_path / "x.xml").write_text(hostile)
    assert "secret" not in json.dumps(rows_with(tmp_path, "toponyms"))


SAID = "The depot burned, Omar Haddad said. He added that no one was hurt.\n"
TEXT_BOUND = "T1\tContent 0 16\tThe depot burned\nT2\tSource 18 29\tOmar Haddad\nT3\tCue 30 34\tsaid\nT4\tSource 36 38\tHe\n" "T5\tCue 39 44\tadded\n"
SPLIT = "T6\tContent 45 49;50 65\tthat no one was hurt\n"


@pytest.mark.parametrize(
    "links",
    [
        pytest.param("R1\tOf Arg1:T3 Arg2:T1\nR2\tBy Arg1:T3 Arg2:T2\nR3\tOf Arg1:T5 Arg2:T6\nR4\tBy Arg1:T5 Arg2:T4\n", id="relations"),
        pytest.param("E1\tCue:T3 Content:T1 Source:T2\nE2\tCue:T5 Content:T6 Source:T4\nA1\tSure E1\n#1\tNote T1\tx\n", id="events"),
        pytest.param("R1\tSaid Arg1:T1 Arg2:T2\nR2\tSaid Arg1:T1 Arg2:T3\nR3\tSaid Arg1:T6 Arg2:T4\nR4\tSaid Arg1:T6 Arg2:T5\n", id="of the content"),
    ],
)
def test_attributions_as_brat_writes_them_whatever_links_are_called(reader: Reader, tmp_path: Path, links: str) -> None:
    (tmp_path / "herald_2031-02-03_depot.txt").write_text(SAID, encoding="utf-8")
    (tmp_path / "herald_2031-02-03_depot.ann").write_text(TEXT_BOUND + SPLIT + links, encoding="utf-8")
    (row,) = rows_with(tmp_path, "quotes")
    assert (row["id"], row["published"]) == ("herald_2031-02-03_depot", "2031-02-03")
    assert row["quotes"] == [
        {"content": [[0, 16]], "cue": [[30, 34]], "speaker": [[18, 29]]},
        {"content": [[45, 49], [50, 65]], "cue": [[39, 44]], "speaker": [[36, 38]]},
    ]
    assert measure_statements(reader, tmp_path).counts["all +speaker"].gold == 2


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("T1\tContent 0 x\tThe\n", r"one\.ann:1 is no line of a brat file"),
        ("\nT1\tContent 0 9000\tThe\n", r"one\.ann:2 marks 0 9000, and its text has \d+ characters"),
    ],
)
def test_a_broken_line_of_brat_is_named(tmp_path: Path, lines: str, said: str) -> None:
    (tmp_path / "one.txt").write_text(SAID, encoding="utf-8")
    (tmp_path / "one.ann").write_text(lines, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        brat.rows(tmp_path / "one.ann")


def test_marks_without_their_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "one.ann").write_text(TEXT_BOUND, encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.txt is not beside it"):
        rows_with(tmp_path, "quotes")


def _entity(number: int, text: str, words: str, kind: str, confidence: float = 1) -> dict[str, object]:
    begin = text.index(words)
    place = {"begin": begin, "end": begin + len(words), "value": words}
    return {"_id": f"E{number}", "documentId": "D1", "type": kind, "confidence": confidence, **place}


def test_names_as_re3d_has_them(reader: Reader, tmp_path: Path) -> None:
    text = "Norway's envoy Kari Moe met the Red Crescent in Amman. She flew home on Monday."
    source = tmp_path / "Invented Office"
    source.mkdir()
    document = {"_id": "D1", "text": text, "title": "Visit", "sourceUrl": "https://office.example/1", "sourceName": "Invented Office"}
    (source / "documents.json").write_text(json.dumps(document) + "\n", encoding="utf-8")
    entities = [
        _entity(1, text, "Kari Moe", "Person"), _entity(2, text, "the Red Crescent", "Organisation", 0.8),
        _entity(3, text, " Amman", "Location"), _entity(4, text, "Norway", "Location", 0.2), _entity(5, text, "Monday", "Temporal"),
        _entity(6, text, "She", "Person"), _entity(7, text, " ", "Person"),
    ]  # fmt: skip
    (source / "entities.json").write_text("".join(json.dumps(one) + "\n" for one in entities), encoding="utf-8")
    (row,) = rows_with(tmp_path, "names")
    assert [(text[one["start"] : one["end"]], one["kind"]) for one in row["names"]] == [
        ("Kari Moe", "party"),
        ("the Red Crescent", "party"),
        ("Amman", "place"),
    ]
    assert (row["id"], row["title"], row["url"]) == ("D1", "Visit", "https://office.example/1")
    assert measure_names(reader, tmp_path).counts["names"].gold == 3


def test_a_folder_of_re3d_without_entities_or_a_field_is_named(tmp_path: Path) -> None:
    (tmp_path / "documents.json").write_text('{"_id": "D1", "text": "x"}\n')
    with pytest.raises(ValueError, match=r"entities\.json is missing"):
        rows_with(tmp_path, "names")
    (tmp_path / "entities.json").write_text('\n{"documentId": "D1", "start": 0}\n')
    with pytest.raises(ValueError, match=r"entities\.json:2 .* no 'begin'"):
        rows_with(tmp_path, "names")


def test_what_is_neither_json_nor_a_known_form_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "x"}\nno\n')
    with pytest.raises(ValueError, match=r"rows\.jsonl:2 is no JSON"):
        rows_with(tmp_path, "timexes")


def _cat(name: str, sentences: list[str], markables: str, relations: str = "") -> str:
    words = [(number, word) for number, sentence in enumerate(sentences) for word in sentence.split()]
    tokens = "".join(f'<token t_id="{n}" sentence="{s}" number="0">{word}</token>' for n, (s, word) in enumerate(words, start=1))
    return f'<Document doc_name="{name}" doc_id="7">{tokens}<Markables>{markables}</Markables><Relations>{relations}</Relations></Document>'


def test_times_as_meantime_has_them(reader: Reader, tmp_path: Path) -> None:
    marks = (
        '<TIMEX3 m_id="1" type="DATE" value="2031-02-03" functionInDocument="CREATION_TIME"/>'
        '<TIMEX3 m_id="2" type="DATE" value="2031-02-01"><token_anchor t_id="8"/></TIMEX3>'
        '<EVENT_MENTION m_id="3"><token_anchor t_id="4"/></EVENT_MENTION>'
    )
    (tmp_path / "7_depot.xml").write_text(_cat("7_depot", ["Depot ( old ) burns", "It burned on Saturday ."], marks), encoding="utf-8")
    (row,) = rows_with(tmp_path, "timexes")
    assert (row["text"], row["published"]) == ("Depot (old) burns\nIt burned on Saturday.", "2031-02-03")
    assert [(row["text"][one["start"] : one["end"]], one["value"]) for one in row["timexes"]] == [("on", "2031-02-01")]
    assert measure_times(reader, tmp_path).counts["relaxed"].gold == 1


def _action(number: int, *tokens: int, kind: str = "ACTION_OCCURRENCE") -> str:
    return f'<{kind} m_id="{number}">' + "".join(f'<token_anchor t_id="{one}"/>' for one in tokens) + f"</{kind}>"


@pytest.fixture
def ecb(tmp_path: Path) -> Path:
    marks = _action(1, 2) + _action(2, 5, 6) + _action(3, 8, kind="NEG_ACTION_REPORTING")
    marks += '<HUMAN_PART_PER m_id="4"><token_anchor t_id="1"/></HUMAN_PART_PER><ACTION_OCCURRENCE m_id="9" instance_id="ACT1" TAG_DESCRIPTOR="x"/>'
    tied = '<CROSS_DOC_COREF r_id="5" note="ACT1"><source m_id="1"/><source m_id="2"/><target m_id="9"/></CROSS_DOC_COREF>'
    whole = _cat("90_1ecb.xml", ["Guards escaped .", "The break out was denied ."], marks, tied)
    (tmp_path / "90").mkdir()
    (tmp_path / "90" / "90_1ecb.xml").write_text(whole, encoding="utf-8")
    return tmp_path


def test_incidents_as_ecb_has_them(ecb: Path) -> None:
    (row,) = rows_with(ecb, "mentions")
    assert (row["id"], row["incident"], row["text"]) == ("90_1ecb", "90ecb", "Guards escaped.\nThe break out was denied.")
    chains = {row["text"][one["start"] : one["end"]]: one["chain"] for one in row["mentions"]}
    assert chains == {"escaped": "ACT1", "break out": "ACT1", "denied": "alone 90_1ecb 3"}


def test_of_ecb_only_the_sentences_that_were_checked_count(ecb: Path) -> None:
    (ecb / "ECBplus_coreference_sentences.csv").write_text("Topic,File,Sentence Number\n90,1ecb,1\n90,2ecb,0\n", encoding="utf-8")
    (row,) = rows_with(ecb, "mentions")
    assert row["text"] == "The break out was denied."
    assert [row["text"][one["start"] : one["end"]] for one in row["mentions"]] == ["break out", "denied"]


@pytest.mark.parametrize(
    ("name", "text"), [("1_1ecb.xml", "<Document/>"), ("story.xml", "<Document><token t_id='1' sentence='0'>x</token></Document>")]
)
def test_what_is_no_cat_is_named(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ValueError, match=rf"{name} is no"):
        rows_with(tmp_path, "mentions")
