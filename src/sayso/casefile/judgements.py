"""What people have decided about several reports: that their events are one happening, or are not; that parties of theirs are one."""

from collections.abc import Iterable, Iterator

from sayso.casefile.corrected import Applied
from sayso.model.situation import Judgement, Ref, Verdict

JUDGED = ("events", "statements", "parties")
"""The layers whose facts people join or part across reports."""
_VERDICTS: dict[str, Verdict] = {"merge": "same", "split": "different"}


def judgements(applied: Iterable[Applied]) -> Iterator[Judgement]:
    """The judgements that standing corrections hold: one for each event or party of another report that is named."""
    for one in applied:
        correction = one.correction
        verdict = _VERDICTS.get(correction.action)
        if verdict is None or correction.layer not in JUDGED or one.fact is None:
            continue
        for other in correction.others:
            report, colon, fact = other.rpartition(":")
            if colon:
                yield Judgement(
                    verdict=verdict,
                    one=Ref(report=correction.report, fact=one.fact),
                    other=Ref(report=report, fact=fact),
                    by="person",
                    grounds=(correction.why,) if correction.why else (),
                    who=correction.who,
                    when=correction.when,
                    correction=correction.id,
                )
