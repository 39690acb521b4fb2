"""The sentence that is quoted for a fact."""

import pytest

from sayso.model import Report
from sayso.model.report import Dateline
from sayso.situation.words import quoted

TEXT = "QASR, March 3 (Hill News) - The army shelled Hama. It denied that."


WHOLE = "QASR, March 3 (Hill News) - The army shelled Hama"


@pytest.mark.parametrize(("word", "expected"), [("shelled", "The army shelled Hama"), ("denied", "It denied that"), ("March", WHOLE)])
def test_a_dateline_is_left_out_unless_the_words_stand_in_it(word: str, expected: str) -> None:
    report = Report(id="0" * 64, text=TEXT, dateline=Dateline(place="QASR", span=(0, 25)))
    start = TEXT.index(word)
    assert quoted(report, (start, start + len(word))) == expected
