"""A casefile as it is at one moment, in a file of its own: what pages for others are made from."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.casefile import Casefile
from sayso.export.pseudonyms import pseudonymised
from sayso.intake import Taken
from sayso.model import Correction, Reading
from sayso.model.codes import Layer
from sayso.model.situation import Judgement, Ref

_PART = 64
"""Reports that are stored at a time."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy's path, and the ids that its reports have there where they have others."""

    path: str
    ids: Mapping[str, str]

    def ref(self, report: str, fact: str) -> Ref:
        """A fact of a report there."""
        return Ref(report=self.ids.get(report, report), fact=fact)


@contextmanager
def copied(case: Casefile, *, pseudonyms: bool) -> Iterator[Copied]:
    """A copy of a casefile that only its owner can read, gone at the end. With `pseudonyms` it has the corrected readings with no private
    person named in them, and what people joined and parted without who did so and why; a report's id is then that of the changed text."""
    with TemporaryDirectory(prefix="sayso-") as folder:
        path = Path(folder) / (re.sub(r"[^\w.-]", "_", Path(case.name.partition("?")[0]).name) or "case")
        if pseudonyms:
            with case.at_one_moment():
                readings, judged = pseudonymised(case.readings()), case.judgements()
            yield _without_names(path, readings, judged)
        else:
            case.snapshot(path)
            yield Copied(str(path), {})


def _without_names(path: Path, readings: tuple[Reading, ...], judged: list[Judgement]) -> Copied:
    """A new casefile of changed readings; the originals, which have the names, are not in it."""
    copy = Copied(str(path), {one.report.id: sha256(one.report.text.encode()).hexdigest() for one in readings})
    renamed = [one.model_copy(update={"report": one.report.model_copy(update={"id": copy.ids[one.report.id]})}) for one in readings]
    said = {Ref(report=one.report.id, fact=statement.id) for one in readings for statement in one.statements}
    with Casefile.open(path, create=True, operator="copy") as casefile:
        for start in range(0, len(renamed), _PART):
            part = renamed[start : start + _PART]
            casefile.add_all([(Taken(one.report, one.report.text.encode(), "copy", "text"), one) for one in part])
        for number, one in enumerate(judged, start=1):
            layer: Layer = "parties" if one.one.fact.startswith("P") else "statements" if one.one in said else "events"
            casefile.correct(_correction(layer, copy.ref(one.one.report, one.one.fact), copy.ref(one.other.report, one.other.fact), one, number))
    return copy


def _correction(layer: Layer, one: Ref, other: Ref, judgement: Judgement, number: int) -> Correction:
    """A judgement as the correction that holds it."""
    return Correction(
        id=f"J{number}", report=one.report, layer=layer, fact=one.fact,
        action="merge" if judgement.verdict == "same" else "split", others=(f"{other.report}:{other.fact}",), who="somebody",
        when=judgement.when or "1970-01-01T00:00:00Z",
    )  # fmt: skip
