"""A dispute of ground has no incident: its words stand in the list, on its own page and among what changed."""

from collections.abc import Callable
from html import unescape
from pathlib import Path

from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.intake import Known, Taken, from_text
from sayso.reading.pipeline import Reader
from sayso.situation import situate


def test_ground_held_by_two_is_shown(case: Path, look: Callable[..., TestClient], reader: Reader) -> None:
    told = (
        ("2024-03-14", "Coast Daily", "The Marsh Liberation Army said on Thursday that its fighters had taken full control of the town of Qasr."),
        ("2024-03-15", "Gulf Post", "The Highland Army said on Friday that it still held the town of Qasr."),
    )
    with Casefile.open(case, create=False) as casefile:
        for day, outlet, text in told:
            report = from_text(text, Known(published=day, outlet=outlet))
            casefile.add(Taken(report, text.encode(), f"{outlet}.txt", "text"), reader.read(report))
        (dispute,) = [one for one in situate(casefile.readings(), parents=reader.lexicon.parents).disputes if one.kind == "status"]
    browser = look()

    pages = ("/disputes", f"/dispute/{dispute.id}", "/changes?since=2024-03-13&as_of=2024-03-15")
    shown = [unescape(browser.get(page).text) for page in pages]

    assert dispute.incidents == ()
    assert [page for page, text in zip(pages, shown, strict=True) if "it still held the town of Qasr" not in text] == []
