"""Cases of reports with what two of them tell of the same matter marked in their text: who contradicts whom, who tells the same (training/disputes).

    == denied+actor; same
    -- Radio Liberty Bush | 1999-04-20
    {1:RUF|ECOMOG jets bombed the hospital in Makeni} on Friday, the rebels said. {2:Radio Liberty Bush|A lorry with rice has reached the town}.
    -- Freetown Star | 1999-04-22
    ECOMOG said {1:ECOMOG|its jets had dropped nothing on Makeni}. ...

A line of `==` begins a case and gives the kinds of its relations in the order of their numbers, parted by `;`, kinds of one by `+`; `--` begins a
report: its outlet and day; what follows is its text. A mark is the relation's number, the source and the words. Besides the kinds of dispute there
are `same` and `update`, one happening without any, and `other`: two that only look alike.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from sayso.model import Span
from sayso.model.situation import DisputeKind

AGREEING = ("same", "update")
OTHER = "other"
_KINDS = frozenset((*get_args(DisputeKind), *AGREEING, OTHER))
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MARK = re.compile(r"\{(\d+)\s*:\s*([^|{}]+)\|([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds between what two or more sources say: its kinds, and for each source its words, by the report's number and where they stand."""

    kinds: tuple[str, ...]
    sides: dict[str, list[tuple[int, Span]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """Reports (outlet, published, text) and the relations between them."""

    id: str
    reports: list[dict[str, str]]
    relations: list[Relation]

    def row(self, part: str) -> dict[str, Any]:
        """The case as `sayso evaluate disputes` has it: what is no dispute is left out."""
        disputes = []
        for one in self.relations:
            if kinds := [kind for kind in one.kinds if kind not in (*AGREEING, OTHER)]:
                sides = [{"source": source, "words": [self._words(*place) for place in places]} for source, places in one.sides.items()]
                disputes.append({"kinds": kinds, "sides": sides})
        return {"id": self.id, "part": part, "reports": self.reports, "disputes": disputes}

    def _words(self, report: int, span: Span) -> dict[str, Any]:
        return {"report": report, "words": self.reports[report]["text"][slice(*span)]}


def cases_in(path: Path) -> Iterator[Case]:
    """The cases of a file. Raises ValueError, with the line, where it is not in the form above."""
    case: Case | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        line = line.strip()
        if line.startswith("=="):
            if case is not None:
                yield case
            relations = [Relation(tuple(kind.strip() for kind in kinds.split("+"))) for kinds in line[2:].split(";")]
            if not all(_KINDS.issuperset(one.kinds) for one in relations):
                raise ValueError(f"{path}:{number}: a relation is none of {', '.join(sorted(_KINDS))}")
            case = Case(f"{path.stem}:{number}", [], relations)
        elif line.startswith("--") and case is not None:
            outlet, _, published = line[2:].rpartition("|")
            if not outlet.strip() or not _DAY.fullmatch(published.strip()):
                raise ValueError(f"{path}:{number}: a report begins with its outlet and day: -- Hill Radio | 2019-05-08")
            case.reports.append({"outlet": outlet.strip(), "published": published.strip(), "text": ""})
        elif line and not line.startswith("#"):
            if case is None or not case.reports:
                raise ValueError(f"{path}:{number}: text stands before the first report")
            _add(case, line, f"{path}:{number}")
    if case is not None:
        yield case


def _add(case: Case, line: str, where: str) -> None:
    """A paragraph of the last report, its marks taken out."""
    report, at = case.reports[-1], 0
    report["text"] += " " if report["text"] else ""
    for mark in _MARK.finditer(line):
        relation, source, words = int(mark[1]), mark[2].strip(), mark[3]
        if not 0 < relation <= len(case.relations):
            raise ValueError(f"{where}: relation {relation} is not among those of its case")
        report["text"] += line[at : mark.start()]
        start = len(report["text"])
        report["text"] += words
        case.relations[relation - 1].sides.setdefault(source, []).append((len(case.reports) - 1, (start, start + len(words))))
        at = mark.end()
    report["text"] += line[at:]
    if "{" in report["text"] or "}" in report["text"]:
        raise ValueError(f"{where}: a mark cannot be read; it is {{number:source|words}}")
