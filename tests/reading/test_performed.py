"""A plain "said" takes its stance from what the words do in talks, or tell of the other side."""

from collections.abc import Callable

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader

WAR = "The Lake Front and the army of Tosk shelled each other on Monday; the shelling killed two soldiers and three fighters of the Lake Front. "


@pytest.mark.parametrize(("said", "stance"), [
    ("The Lake Front said it was ready for a truce with the army.", "offer"),
    ("The army said no paper had been signed with the Lake Front.", "deny"),
    ("The army said the Lake Front had violated the truce at dawn.", "accuse"),
    ('"If they shell us again, the truce is over," a Lake Front commander said.', "threaten"),
    ("The army said it had demanded the release of six soldiers in March.", "say"),
    ("The army said its guns had killed nine fighters of the Lake Front.", "say"),
    ("The mayor said the Lake Front had rejected the truce.", "say"),
])  # fmt: skip
def test_what_is_done_in_words_is_their_stance(reader: Reader, a_report: Callable[..., Report], said: str, stance: str) -> None:
    outer = reader.read(a_report(WAR + said)).statements[0]
    assert outer.stance == stance
