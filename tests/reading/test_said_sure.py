"""How sure a statement is: less for what was right less often on development texts."""

from collections.abc import Callable

from sayso.model import Report
from sayso.reading.pipeline import Reader
from sayso.reading.said.sure import confidence


def test_by_frame_speaker_length_continuation_and_stance() -> None:
    usual = confidence("clause", party=True, words=9, stretches=1, stance="say")
    assert usual == 0.72
    assert confidence("quote", party=True, words=9, stretches=2, stance="say") == 0.93
    assert confidence("clause", party=False, words=9, stretches=1, stance="say") < usual
    assert confidence("clause", party=True, words=4, stretches=1, stance="say") < usual
    assert confidence("clause", party=True, words=9, stretches=1, stance="deny") < usual
    assert confidence("floating", party=False, words=2, stretches=1, stance="demand") == 0.05
    assert confidence("a frame of tomorrow", party=True, words=9, stretches=1, stance="say") == 0.49


def test_a_quotation_with_its_speaker_is_surer_than_a_demand_of_nobody(reader: Reader, a_report: Callable[..., Report]) -> None:
    text = "“We will leave the town of Kassa on Monday,” Colonel Amal Tavi said, “and nobody will stop us.” Protesters demanded answers."
    found = reader.read(a_report(text)).statements
    assert found[0].confidence > 0.8
    assert all(one.confidence < 0.7 for one in found[1:])
