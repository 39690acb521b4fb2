"""Whatever happens to the quotation marks of a text, reading what is said in it neither fails nor loses the text."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.lexicon import Lexicon
from sayso.lexicon.cue_rows import ChannelRow, CueRow, StanceRow
from sayso.model import Report
from sayso.reading.pipeline import Reader
from sayso.reading.said.quotations import quotations

TEXT = (
    "Mayor: no talks before the truce\n\n“We will wait,” Omar Haddad said on Monday. “The road is closed.\n\n“It is mined,” he added.\n\n"
    "According to the council, the envoy ‘promised’ that \"aid\" would come, saying: «Be patient». Residents said the army had “no choice”."
)
MARKS = "“”\"‘’'«»„"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.integers(0, 30), st.sampled_from(["", *MARKS, "““", '""']), max_size=12))
def test_any_mark_may_be_removed_doubled_or_swapped(reader: Reader, a_report: Callable[..., Report], changes: dict[int, str]) -> None:
    count, out = 0, []
    for character in TEXT:
        if character in MARKS:
            out.append(changes.get(count, character))
            count += 1
        else:
            out.append(character)
    report = a_report("".join(out))
    reading = reader.read(report)
    assert reading.report.text == report.text
    assert all(report.text[a:b].strip() for s in reading.statements for a, b in s.content)


@given(st.text(alphabet=MARKS + " ab.\n,", max_size=200))
def test_quotations_are_ordered_and_do_not_overlap(text: str) -> None:
    found = quotations(text, text)
    assert all(q.left <= q.start <= q.end <= q.right <= len(text) for q in found)
    assert all(a.right <= b.left for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("verb", "forms"), [("carry", {"carry", "carries", "carried", "carrying"}), ("note", {"note", "notes", "noted", "noting"})]
)
def test_regular_verbs_inflect(verb: str, forms: set[str]) -> None:
    assert CueRow(cue=verb, pos="verb", stance="say", frames=("clause",)).first_words() == forms


def test_a_user_adds_a_cue_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "cues.tsv").write_text("cue\tpos\tstance\tframes\nhuff\tverb\taccuse\tclause|insert\n", encoding="utf-8")
    rows = {(row.cue, row.pos): row for row in Lexicon(tmp_path).rows(CueRow)}
    assert rows["huff", "verb"].stance == "accuse"


def test_the_tables_are_sound() -> None:
    lexicon = Lexicon()
    assert len(lexicon.rows(CueRow)) > 400
    assert lexicon.rows(StanceRow)
    assert lexicon.rows(ChannelRow)
