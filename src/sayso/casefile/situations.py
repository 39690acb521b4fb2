"""The situation of a casefile, worked out once and kept in it until something is put in, corrected or redacted; `verify` makes it anew
and compares."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Column

from sayso.casefile import kept_situations
from sayso.casefile.kept_situations import asked_by, counts, kept, question, state_of
from sayso.casefile.packing import is_whole, packed, same, unpacked
from sayso.casefile.readable import Readable
from sayso.casefile.records import CasefileError
from sayso.model import Situation, at_least


def situation_of(case: Readable, as_of: date | None = None, parents: Mapping[str, str] | None = None, *, lean: bool = False) -> Situation:
    """The situation that a casefile's reports describe, with people's judgements, as `situate` gives it: the kept one where nothing
    changed since, else made and kept. A casefile that cannot be written is read all the same. A `lean` one takes longer to load, and
    a third of the room for as long as it is held."""
    asked = question(as_of, parents)
    there: bytes | None = _found(case, asked, kept.c.json)
    if there is not None:
        try:
            return unpacked(there, lean)
        except ValueError:
            pass  # damaged or altered, which `verify` tells; it is made anew
    state, made = made_anew(case, as_of, parents)
    _keep(case, asked, state, packed(made))
    return made


def packed_of(case: Readable, as_of: date | None, parents: Mapping[str, str] | None) -> bytes:
    """That situation packed, for `items_in`: as it is kept, or, where there is none or it is damaged, made and kept. It takes a fraction
    of the room of a loaded one."""
    asked = question(as_of, parents)
    there: bytes | None = _found(case, asked, kept.c.json)
    if there is None or not is_whole(there):
        state, made = made_anew(case, as_of, parents)
        there = packed(made)
        _keep(case, asked, state, there)
    return there


def keep(case: Readable, made: Situation, state: tuple[int, str], parents: Mapping[str, str] | None = None) -> None:
    """Keep a situation of the latest day that was worked out elsewhere from the casefile as it was at that `Casefile.state`; nothing is
    kept where something was put in since."""
    at = _state(case)
    if case.state() == state:  # in this order: what comes between changes one of them
        _keep(case, question(None, parents), at, packed(made))


def is_kept(case: Readable, as_of: date | None = None, parents: Mapping[str, str] | None = None) -> bool:
    """Whether that situation is kept."""
    return _found(case, question(as_of, parents), kept.c.key) is not None


def made_anew(case: Readable, as_of: date | None, parents: Mapping[str, str] | None, least: float = 0.0) -> tuple[str, Situation]:
    """The situation, worked out of the readings' facts with a confidence of `least` or more, with the state of the log that was read
    before any of them."""
    from sayso.situation import situate

    state = _state(case)
    return state, situate((at_least(reading, least) for reading in case.readings()), as_of, parents, case.judgements())


def differing(case: Readable) -> list[str]:
    """Sentences naming kept situations that are not what the readings give. Those that nobody would be given any more, being of another
    state or another sayso, are passed over, and so is one beside which something was stored while it was made anew."""
    with case._reads() as connection:
        rows = kept_situations.rows(connection)
    faults = []
    for row in rows:
        if not counts(row, _state(case)):
            continue
        day, parents = asked_by(row.asked)
        state, made = made_anew(case, day, parents)
        if state == row.state == _state(case) and not same(row.json, made):
            faults.append(f"The situation kept for {day or 'the latest day'} is not what the readings give: it was altered.")
    return faults


def _keep(case: Readable, asked: str, state: str, body: bytes) -> None:
    try:
        with case._writes() as connection:
            kept_situations.put(connection, asked, state, body)
    except CasefileError:
        pass  # read-only, full or busy: the answer is right, and made again the next time


def _found(case: Readable, asked: str, column: "Column[Any]") -> Any:
    """A column of the situation that is kept for the casefile's state, which may be kept only since that moment; None where there is none."""
    state = _state(case)
    with case._reads_now() as connection:
        return kept_situations.found(connection, asked, state, column)


def _state(case: Readable) -> str:
    with case._reads() as connection:
        return state_of(connection)
