"""The table of situations that were worked out before. What is kept is derived: it can be made anew from the readings at any time, so it is
in no log, and no migration makes its table.

A kept situation counts only for the very state of the log that it was made at, the same day, lexicon and sayso.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Row, String, Table, delete, insert, inspect, select

from sayso._version import __version__
from sayso.casefile.tables import HANDED_OVER, log

_MOST = 3
"""So many days' situations are kept of one state."""

kept = Table(
    "situations",
    MetaData(),
    Column("key", String(64), primary_key=True),
    Column("state", String(80), nullable=False),  # the log's last line: its number and hash
    Column("asked", String, nullable=False),  # JSON: the day and the lexicon's tree of organisations
    Column("json", LargeBinary, nullable=False),  # see `packing`
)


def state_of(connection: Connection) -> str:
    """The last line of the log that tells of a change; what was handed over changes nothing."""
    changes = select(log.c.seq, log.c.sha256).where(log.c.action.not_in(HANDED_OVER)).order_by(log.c.seq.desc()).limit(1)
    seq, digest = connection.execute(changes).first() or (0, "")  # verify tells of a log without lines
    return f"{seq} {digest}"


def question(as_of: date | None, parents: Mapping[str, str] | None) -> str:
    """What is asked for, in one line: the situation of a day by a lexicon's tree of organisations."""
    return json.dumps([as_of.isoformat() if as_of else None, parents or {}], sort_keys=True, ensure_ascii=False)


def asked_by(question: str) -> tuple[date | None, dict[str, str]]:
    """The day and the tree of a question again."""
    day, parents = json.loads(question)
    return date.fromisoformat(day) if day else None, parents


def found(connection: Connection, asked: str, state: str, column: "Column[Any]") -> Any:
    """A column of the situation that is kept for a question at a state; None where there is none."""
    # state and question too, which the key is made of: `counts` tells by them
    here = (kept.c.key == _key(state, asked)) & (kept.c.state == state) & (kept.c.asked == asked)
    return connection.execute(select(column).where(here)).scalar() if _is_there(connection) else None


def rows(connection: Connection) -> list[Row[Any]]:
    """All that is kept, whether it counts or not."""
    return list(connection.execute(select(kept))) if _is_there(connection) else []


def counts(row: Row[Any], state: str) -> bool:
    """Whether somebody who asks at this state would be given this row."""
    return bool(row.state == state and row.key == _key(row.state, row.asked))


def put(connection: Connection, asked: str, state: str, packed: bytes) -> None:
    """Keep a situation, unless something was put in since it was begun: what was redacted meanwhile would come back with it."""
    if state_of(connection) != state:
        return
    kept.create(connection, checkfirst=True)
    connection.execute(delete(kept).where(kept.c.state != state))
    keys = list(connection.execute(select(kept.c.key).order_by(kept.c.key)).scalars())
    connection.execute(delete(kept).where(kept.c.key.in_([*keys[: max(0, len(keys) - _MOST + 1)], _key(state, asked)])))
    connection.execute(insert(kept), {"key": _key(state, asked), "state": state, "asked": asked, "json": packed})


def drop(connection: Connection) -> None:
    """Take out all that is kept: after a redaction nothing may hold the words."""
    if _is_there(connection):
        connection.execute(delete(kept))


def _is_there(connection: Connection) -> bool:
    return inspect(connection).has_table(kept.name)


def _key(state: str, asked: str) -> str:
    return hashlib.sha256("\0".join((__version__, state, asked)).encode()).hexdigest()
