"""What is no text does not become a report."""

import pytest
from pydantic import ValidationError

from sayso.model import Appearance, Report


@pytest.mark.parametrize("field", ["text", "title", "outlet", "byline", "editor", "url"])
def test_half_a_surrogate_pair_is_refused_where_a_report_is_made(field: str) -> None:
    values = {"id": "0", "text": "Guards left.", field: "Guards \ud83d left."}
    with pytest.raises(ValidationError, match=r"\\ud83d\) at character 8, which is no text"):
        Report(**values)  # type: ignore[arg-type]


def test_an_appearance_is_text_too_and_whole_pairs_are_text() -> None:
    with pytest.raises(ValidationError):
        Appearance(outlet="\udc00")
    assert Report(id="0", text="Guards \U0001f600 left.").to_json()
