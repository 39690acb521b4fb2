"""The situation of a casefile, worked out once and kept in it until something is put in, corrected or redacted.

What is kept is derived: it can be made anew from the readings at any time, so it is in no log and no migration makes its table. It
counts only for the very state of the log that it was made at, the same day, lexicon and sayso; `verify` makes it anew and compares.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, LargeBinary, MetaData, String, Table, delete, insert, inspect, select

from sayso._version import __version__
from sayso.casefile.records import CasefileError
from sayso.model import Situation
from sayso.situation.slim import smaller

if TYPE_CHECKING:
    from sayso.casefile.casefile import Casefile

_KEPT = 3
"""So many days' situations are kept of one state."""
_FAST = 1
"""zlib's level: a large situation is written in the time in which it is read."""

kept = Table(
    "situations",
    MetaData(),
    Column("key", String(64), primary_key=True),
    Column("state", String(80), nullable=False),  # the log's last line: its number and hash
    Column("asked", String, nullable=False),  # JSON: the day and the lexicon's tree of organisations
    Column("json", LargeBinary, nullable=False),  # zlib
)


def situation_of(case: "Casefile", as_of: date | None = None, parents: Mapping[str, str] | None = None) -> Situation:
    """The situation that a casefile's reports describe, with people's judgements, as `situate` gives it: the kept one where nothing
    changed since, else made and kept. A casefile that cannot be written is read all the same."""
    asked = json.dumps([as_of.isoformat() if as_of else None, parents or {}], sort_keys=True, ensure_ascii=False)
    known = _found(case, asked)
    if known is not None:
        return smaller(Situation.model_validate_json(known))
    state, made = made_anew(case, as_of, parents)
    packed = zlib.compress(made.to_json().encode(), _FAST)
    try:
        with case._writes() as connection:
            _put(connection, asked, state, packed)
    except CasefileError:
        pass  # read-only, full or busy: the answer is right, and made again the next time
    return made


def made_anew(case: "Casefile", as_of: date | None, parents: Mapping[str, str] | None) -> tuple[str, Situation]:
    """The situation, worked out of the readings, with the state of the log that was read before any of them."""
    from sayso.situation import situate

    state = _state(case)
    return state, situate(case.readings(), as_of, parents, case.judgements())


def differing(case: "Casefile") -> list[str]:
    """Sentences naming kept situations that are not what the readings give."""
    with case._reads() as connection:
        rows = list(connection.execute(select(kept))) if _is_there(connection) else []
    faults = []
    for row in rows:
        day, parents = json.loads(row.asked)
        if row.state == _state(case):
            _, made = made_anew(case, date.fromisoformat(day) if day else None, parents)
            if _unpacked(row.json) != made.to_json():
                faults.append(f"The situation kept for {day or 'the latest day'} is not what the readings give: it was altered.")
    return faults


def drop(connection: Connection) -> None:
    """Take out all that is kept: after a redaction nothing may hold the words."""
    if _is_there(connection):
        connection.execute(delete(kept))


def _found(case: "Casefile", asked: str) -> str | None:
    with case._reads() as connection:
        if not _is_there(connection):
            return None
        packed = connection.execute(select(kept.c.json).where(kept.c.key == _key(_state_of(connection), asked))).scalar()
    return _unpacked(packed) if packed is not None else None


def _put(connection: Connection, asked: str, state: str, packed: bytes) -> None:
    kept.create(connection, checkfirst=True)
    connection.execute(delete(kept).where(kept.c.state != state))
    keys = list(connection.execute(select(kept.c.key).order_by(kept.c.key)).scalars())
    connection.execute(delete(kept).where(kept.c.key.in_([*keys[: max(0, len(keys) - _KEPT + 1)], _key(state, asked)])))
    connection.execute(insert(kept), {"key": _key(state, asked), "state": state, "asked": asked, "json": packed})


def _unpacked(packed: bytes) -> str | None:
    """The kept JSON; None where the bytes are damaged."""
    try:
        return zlib.decompress(packed).decode()
    except (zlib.error, UnicodeDecodeError):
        return None


def _is_there(connection: Connection) -> bool:
    return inspect(connection).has_table(kept.name)


def _state(case: "Casefile") -> str:
    with case._reads() as connection:
        return _state_of(connection)


def _state_of(connection: Connection) -> str:
    from sayso.casefile import browse

    seq, digest = browse.state(connection)
    return f"{seq} {digest}"


def _key(state: str, asked: str) -> str:
    return hashlib.sha256("\0".join((__version__, state, asked)).encode()).hexdigest()
