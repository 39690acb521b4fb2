"""A text from a report never becomes a formula, and comes back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.cells import FORMULA, joined, safe, unsafe


@pytest.mark.parametrize("text", ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "\r=1", "|cmd", "%x", '=HYPERLINK("http://x","y")'])
def test_what_begins_like_a_formula_is_made_harmless(text: str) -> None:
    assert not str(safe(text)).startswith(FORMULA)


@given(st.text())
def test_every_text_comes_back_without_a_changed_character(text: str) -> None:
    assert unsafe(str(safe(text))) == text


@pytest.mark.parametrize("value", [3, -2.5, True, None, "plain", ""])
def test_numbers_and_plain_texts_stay_as_they_are(value: str | float | None) -> None:
    assert safe(value) == value


@given(st.lists(st.text(min_size=1), min_size=1))
def test_a_list_in_a_cell_has_as_many_parts_as_values(values: list[str]) -> None:
    assert len(joined(values).split("; ")) == len(values) or any(" " in value for value in values)


def test_a_formula_in_a_report_is_harmless_in_the_table_unless_asked_for_raw(tmp_path, telling) -> None:
    from sayso.export.material import Material
    from sayso.export.plover import write

    reading = telling('=cmd|" /C calc"!A0')
    for raw, start in ((False, "'="), (True, "=")):
        write(Material((reading,), raw=raw), tmp_path / "out.tsv")
        (row,) = csv.DictReader(io.StringIO((tmp_path / "out.tsv").read_text(encoding="utf-8")), delimiter="\t")
        assert row["Source"].startswith(start)
