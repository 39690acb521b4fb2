"""What is given in return for what: our own sentences on invented wars."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]
"""A text becomes a `Told` (conftest.py)."""


@pytest.mark.parametrize(("text", "word", "status"), [
    ("The militia sent a letter demanding safe passage in return for the release of 40 soldiers.", "release", "demanded"),
    ("The rebels want the withdrawal of the marines in exchange for freeing the nurses.", "freeing", "demanded"),
    ("The junta offered to free ten sailors in exchange for a withdrawal from the ferry port.", "withdrawal", "planned"),
    ("They agreed to a truce in return for the withdrawal of the militia.", "withdrawal", "planned"),
    ("The marines freed 12 rebels in return for the release of two officers.", "release", "happened"),
    ("The council turned down an offer to free the nurses.", "free", "planned"),
])  # fmt: skip
def test_what_is_bargained_for_stands_as_the_bargain_does(told: Tell, text: str, word: str, status: str) -> None:
    assert told(text).deed(word).status == status


def test_in_return_tells_no_return(told: Tell) -> None:
    reading = told("Under the deal 50 detainees will be freed in return for the bodies of three marines.").reading
    assert [reading.words(event.trigger) for event in reading.events] == ["freed"]


def test_what_is_ruled_out_is_refused_and_no_deed(told: Tell) -> None:
    reading = told("The governor ruled out the shelling of the mill.").reading
    assert [event.type for event in reading.events] == ["REJECT"]


def test_who_is_released_is_no_doer(told: Tell) -> None:
    """A withdrawal is the deed of who withdraws, a release befalls who is released."""
    release = told("The release of six sailors was followed by the withdrawal of the marines.")
    assert release.befallen("release") == ["sailors"]
    assert "sailors" not in release.doers("release")
    assert (release.doers("withdrawal"), release.befallen("withdrawal")) == (["marines"], [])
