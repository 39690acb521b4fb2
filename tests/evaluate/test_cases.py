"""Cases in marked text: what is read of them, and what a fault in them is called."""

import pytest

from sayso.evaluate.across.cases import cases_in

CASE = """# Invented.
== denied+actor; same
-- Hill Radio | 2019-05-08
{1:Front|The army shelled Tel Marun} on Monday. {2:Hill Radio|A lorry came}.
-- Plain Post | 2019-05-09
{1:army|Our guns were silent}, the army said.
The town got {2:Plain Post|its lorry}.
"""


def test_a_case_has_its_reports_without_marks_and_its_relations_with_their_words(tmp_path):
    path = tmp_path / "two.txt"
    path.write_text(CASE + "== other\n-- A | 2019-01-01\nOne.\n-- B | 2019-01-02\nTwo.\n", encoding="utf-8")
    first, second = cases_in(path)

    assert [report["text"] for report in first.reports] == [
        "The army shelled Tel Marun on Monday. A lorry came.",
        "Our guns were silent, the army said. The town got its lorry.",
    ]
    assert [one.kinds for one in first.relations] == [("denied", "actor"), ("same",)]
    said = {source: [first.reports[n]["text"][slice(*span)] for n, span in places] for source, places in first.relations[0].sides.items()}
    assert said == {"Front": ["The army shelled Tel Marun"], "army": ["Our guns were silent"]}
    assert first.row("development")["disputes"][0]["kinds"] == ["denied", "actor"]
    assert len(first.row("development")["disputes"]) == 1
    assert second.row("kept aside")["disputes"] == []


@pytest.mark.parametrize(("text", "said"), [
    ("== denid\n", "a relation is none of"),
    ("Text first.\n", "text stands before the first report"),
    ("== same\n-- A | 2019-01-01\n{2:A|Words}.\n", "relation 2 is not among those"),
])  # fmt: skip
def test_a_fault_is_told_with_its_line(tmp_path, text, said):
    path = tmp_path / "bad.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=said):
        list(cases_in(path))
