"""A person's correction: data of the same kind as a reading, later in time and stronger; never overwritten by a re-read."""

from typing import Any, Self

from pydantic import Field, model_validator

from sayso.model.base import IsoTime, Noun, Quoted
from sayso.model.codes import CorrectionAction, Layer


class Reference(Noun):
    """What an id meant when the correction was made: another reader numbers its facts differently, and words do not move."""

    layer: Layer
    id: str
    name: str | None = None
    quoted: Quoted | None = None


class Correction(Noun):
    """What a person decided about a fact of a report.

    `quoted` holds the words the decision rests on: while the text has them there, the decision stands, whatever later
    readings find. `before` is the value that the person saw, kept beside `after`, the fields the person gives. For a merge
    or a split `others` names the facts taken together or apart: `P3` in the same report, `REPORT:E2`, with the report's
    whole id, in another one. A split inside a report gives in `after` the new fact that is taken off, with its `mentions`.
    `refers` says which words each id in `fact`, `others`, `before` and `after` stood for. `overrules` names other people's
    corrections of the same fact that the person saw and decided against; `undoes` the one that an undo takes back.
    `coding` is the name of a double coding that the decision belongs to: such a one counts there and nowhere else.
    """

    id: str
    report: str
    layer: Layer
    action: CorrectionAction
    fact: str | None = None
    quoted: Quoted | None = None
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    others: tuple[str, ...] = ()
    refers: tuple[Reference, ...] = ()
    who: str = Field(min_length=1)
    when: IsoTime
    why: str | None = None
    undoes: str | None = None
    overrules: tuple[str, ...] = ()
    coding: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.action == "undo") != (self.undoes is not None):
            raise ValueError(f"correction {self.id}: an undo, and nothing else, names in `undoes` the correction that it takes back")
        if self.action in ("edit", "add") and not self.after:
            raise ValueError(f"correction {self.id}: an {self.action} needs `after`, the value the person gives")
        if self.action == "add" and self.quoted is None:
            raise ValueError(f"correction {self.id}: an added fact needs `quoted`, the words it rests on")
        if self.action == "merge" and not self.others:
            raise ValueError(f"correction {self.id}: a merge needs `others`, the facts it joins")
        if self.action == "split" and not (self.others or self.after):
            raise ValueError(f"correction {self.id}: a split needs `others`, the facts it parts, or `after`, the one it takes off")
        if self.action not in ("add", "undo") and self.layer != "report" and self.fact is None:
            raise ValueError(f"correction {self.id}: a {self.action} needs `fact`, the fact it is about")
        return self
