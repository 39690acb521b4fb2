"""The gate lets through whatever tells of violence, forces, or talks to end a war, and little of what does not."""

import time

import pytest

from sayso.intake import from_text
from sayso.intake.conflict import ENOUGH, passes_over, weight

ABOUT = [
    "Two shells fell on the market of Odun on Sunday; nobody was hurt, a doctor in the town told us.",
    "The ministry said its soldiers had left the last checkpoint in Mirat.",
    "Delegates of both sides met in Lund for a second day of talks on a ceasefire.",
    "Families fled the valley before the rebels came, aid workers said.",
    "A drone hit the depot outside Bera, residents said.",
    "The hostages were freed after the ransom had been paid.",
    "THE GENERAL SAID HIS ARMY WOULD NOT RETREAT.",
    "the commander was killed near the bridge",
]
NOT_ABOUT = [
    "The central bank kept interest rates unchanged on Tuesday, as economists had expected.",
    "The museum in Kassa opens its new wing in May with paintings from three centuries.",
    "United won the final after extra time; the keeper saved two penalties.",
    "Researchers have described a beetle that lives in the bark of old oaks.",
]


@pytest.mark.parametrize("text", ABOUT)
def test_what_tells_of_war_is_read(text: str) -> None:
    assert passes_over(from_text(text)) is None


@pytest.mark.parametrize("text", NOT_ABOUT)
def test_what_does_not_is_passed_over_with_the_reason(text: str) -> None:
    assert (passes_over(from_text(text)) or "").startswith("not about armed conflict")


def test_the_title_counts_and_one_weak_word_does_not() -> None:
    report = from_text("The council met at noon and talked until the evening about the dead of the village.")

    assert "but one" in (passes_over(report) or "")
    assert passes_over(report.model_copy(update={"title": "After the massacre"})) is None


def test_one_word_repeated_counts_once_and_the_look_is_quick() -> None:
    assert weight("dead " * 50) < ENOUGH
    started = time.process_time()
    for _ in range(100):
        passes_over(from_text("\n".join(NOT_ABOUT) * 5))
    assert (time.process_time() - started) / 100 < 0.02
