"""Blind double coding: a set of reports, declared once in the log, whose facts several people code without seeing each other's values."""

import hashlib
import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from sayso.casefile import log, tables
from sayso.casefile.amend import find
from sayso.casefile.corrected import Coding, counts, standing
from sayso.casefile.log import Signature
from sayso.casefile.records import CasefileError
from sayso.model import Correction, Reading
from sayso.model.codes import Layer

CODED: tuple[Layer, ...] = ("statements", "events", "moves", "control")
"""The layers that a coding is about."""
MOST_NAME = 60

Unit = tuple[Layer, str]
"""A fact of a reading: its layer and id."""


def sample(name: str, ids: Iterable[str], number: int) -> list[str]:
    """So many reports, drawn by the coding's name: the same in every run, and no one's choice."""
    return sorted(ids, key=lambda one: hashlib.sha256(f"{name}:{one}".encode()).hexdigest())[:number]


def start(connection: Connection, name: str, ids: Sequence[str], signature: Signature) -> None:
    """Declare the set of a coding. Raises CasefileError for a name that is taken or none, and for a set without reports."""
    if not name.strip() or len(name) > MOST_NAME or not name.isprintable() or "/" in name:
        raise CasefileError(f"A coding needs a name of at most {MOST_NAME} characters, without a slash.")
    if name in sets(connection):
        raise CasefileError(f"There is a coding {name} already. Give the new one another name.")
    if not ids:
        raise CasefileError("A coding needs reports, and none were given.")
    log.append(connection, signature, "coding", name, {"reports": sorted(ids)})


def sets(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The reports of each coding, by its name, the oldest first; those that were forgotten since are left out."""
    here = set(connection.execute(select(tables.reports.c.id)).scalars())
    rows = connection.execute(select(tables.log.c.subject, tables.log.c.detail).where(tables.log.c.action == "coding").order_by(tables.log.c.seq))
    return {row.subject: tuple(one for one in json.loads(row.detail)["reports"] if one in here) for row in rows}


def decided(reading: Reading, corrections: Iterable[Correction], coding: Coding) -> set[Unit]:
    """Which of the reader's facts a person has coded."""
    return units(reading, [one for one in standing(corrections) if counts(one, coding)])


def units(reading: Reading, corrections: Iterable[Correction]) -> set[Unit]:
    """Which of the reader's facts corrections are about."""
    mine = [one for one in corrections if one.action != "add" and one.layer != "report"]
    data = reading.model_dump(mode="json") if mine else {}
    found = ((one.layer, find(data[one.layer], one)) for one in mine)
    return {(layer, str(fact["id"])) for layer, fact in found if fact is not None}


def to_code(reading: Reading) -> list[Unit]:
    """The facts of a reading that a coding asks about, in the order of the text."""
    first = {"statements": lambda fact: fact.content[0], "events": lambda fact: fact.trigger}
    units = [(first.get(layer, lambda fact: fact.span)(fact), (layer, fact.id)) for layer in CODED for fact in getattr(reading, layer)]
    return [unit for _, unit in sorted(units)]
