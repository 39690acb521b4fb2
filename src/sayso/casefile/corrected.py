"""A person's corrections laid over a reading. Pure: the same reading and corrections give the same result.

A correction stands while the text has its words where it quotes them, whatever the newest reading makes of them. It finds
its fact by those words first and by the fact's id second, since another reader counts its facts differently.
"""

import copy
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from sayso.casefile.amend import OrphanedError, amend
from sayso.model import Correction, Reading


@dataclass(frozen=True, slots=True)
class Coding:
    """One person's part of a double coding: its name, and who codes."""

    name: str
    who: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction that holds, and the id that the fact it fell on has in the corrected reading; None where the fact was
    rejected or the correction is about the report itself."""

    correction: Correction
    fact: str | None


@dataclass(frozen=True, slots=True)
class Orphan:
    """A correction that could not be applied, and why, in a sentence."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with corrections applied, which those are, and those that no longer stand."""

    reading: Reading
    orphaned: tuple[Orphan, ...] = ()
    applied: tuple[Applied, ...] = ()


def corrected(reading: Reading, corrections: Iterable[Correction], coding: Coding | None = None) -> Corrected:
    """Apply corrections in the order of their time (then id). One that does not fit is orphaned, and the others still hold.

    Decisions made in a double coding count only where `coding` asks for them, and then nobody else's do.
    """
    orphaned, applied = [], []
    standing_ones = [one for one in standing(corrections) if counts(one, coding)]
    if not standing_ones:
        return Corrected(reading)
    data = reading.model_dump(mode="json")
    for correction in standing_ones:
        draft = copy.deepcopy(data)
        try:
            fact = amend(draft, correction)
            reading = Reading.model_validate(draft)
        except OrphanedError as error:
            orphaned.append(Orphan(correction, str(error)))
        except ValidationError as error:
            orphaned.append(Orphan(correction, f"With it the reading is not sound: {_said(error)}."))
        else:
            data = reading.model_dump(mode="json")  # whole again: an added fact has its other fields now
            applied.append(Applied(correction, fact))
    return Corrected(reading, tuple(orphaned), tuple(applied))


def standing(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that were not undone, in the order of their time (then id)."""
    ordered = sorted(corrections, key=lambda c: (c.when, c.id))
    gone = undone(ordered)
    return [one for one in ordered if one.id not in gone and one.undoes is None]


def undone(corrections: Iterable[Correction]) -> set[str]:
    """Ids of corrections that are undone; an undo that is itself undone undoes nothing."""
    gone: set[str] = set()
    for one in sorted(corrections, key=lambda c: (c.when, c.id), reverse=True):
        if one.undoes and one.id not in gone:
            gone.add(one.undoes)
    return gone


def counts(correction: Correction, coding: Coding | None) -> bool:
    """Whether a decision belongs to this coding; without one, whether it belongs to none."""
    if coding is None:
        return correction.coding is None
    return correction.coding == coding.name and correction.who == coding.who


def _said(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(one) for one in first["loc"])
    return f"{where}: {first['msg']}" if where else str(first["msg"]).removeprefix("Value error, ")
