"""A person's correction: data of the same kind as a reading, later in time and stronger; never overwritten by a re-read."""

from typing import Any, Self

from pydantic import model_validator

from sayso.model.base import IsoTime, Noun, Quoted
from sayso.model.codes import CorrectionAction, Layer


class Correction(Noun):
    """What a person decided about a fact of a report.

    `quoted` holds the words the decision rests on: while the text has them there, the decision stands, whatever later
    readings find. `before` is the machine's value, kept beside `after`, the person's. For a merge or a split `others`
    names the facts taken together or apart.
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
    who: str
    when: IsoTime
    why: str | None = None
    undoes: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.action in ("edit", "add") and self.after is None:
            raise ValueError(f"correction {self.id}: an {self.action} needs `after`, the value the person gives")
        if self.action == "add" and self.quoted is None:
            raise ValueError(f"correction {self.id}: an added fact needs `quoted`, the words it rests on")
        if self.action in ("merge", "split") and not self.others:
            raise ValueError(f"correction {self.id}: a {self.action} needs `others`, the facts it joins or parts")
        if self.action != "add" and self.fact is None:
            raise ValueError(f"correction {self.id}: a {self.action} needs `fact`, the fact it is about")
        return self
