"""What people have decided about events of several reports: that they are one happening, or are not."""

from collections.abc import Iterable, Iterator

from sayso.casefile.corrected import Applied
from sayso.model.situation import Judgement, Ref, Verdict

_VERDICTS: dict[str, Verdict] = {"merge": "same", "split": "different"}


def judgements(applied: Iterable[Applied]) -> Iterator[Judgement]:
    """The judgements that standing corrections of events hold: one for each event of another place that is named."""
    for one in applied:
        correction = one.correction
        verdict = _VERDICTS.get(correction.action)
        if verdict is None or correction.layer != "events" or one.fact is None:
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
