"""The situation of a casefile, worked out once and kept in it until something is put in, corrected or redacted.

What is kept is derived: it can be made anew from the readings at any time, so it is in no log and no migration makes its table. It
counts only for the very state of the log that it was made at, the same day, lexicon and sayso; `verify` makes it anew and compares.
"""

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel
from sqlalchemy import Column, Connection, LargeBinary, MetaData, String, Table, delete, insert, inspect, select

from sayso._version import __version__
from sayso.casefile.records import CasefileError
from sayso.model import Situation, at_least
from sayso.situation.slim import smaller

if TYPE_CHECKING:
    from sayso.casefile.casefile import Casefile

_KEPT = 3
"""So many days' situations are kept of one state."""
_PART = 1 << 16
_HANDED_OVER = ("export", "backup")
_FAST = 1
"""zlib's level: a large situation is written in the time in which it is read."""

kept = Table(
    "situations",
    MetaData(),
    Column("key", String(64), primary_key=True),
    Column("state", String(80), nullable=False),  # the log's last line: its number and hash
    Column("asked", String, nullable=False),  # JSON: the day and the lexicon's tree of organisations
    Column("json", LargeBinary, nullable=False),  # zlib, of lines: see `_lines`
)


def situation_of(
    case: "Casefile", as_of: date | None = None, parents: Mapping[str, str] | None = None, *, lean: bool = False
) -> Situation:
    """The situation that a casefile's reports describe, with people's judgements, as `situate` gives it: the kept one where nothing
    changed since, else made and kept. A casefile that cannot be written is read all the same. A `lean` one takes longer to load, and
    a third of the room for as long as it is held."""
    asked = _asked(as_of, parents)
    packed = _found(case, asked)
    if packed is not None:
        try:
            return _situation(_lines_of(packed), lean)
        except ValueError:
            pass  # damaged or altered, which `verify` tells; it is made anew
    state, made = made_anew(case, as_of, parents)
    _keep(case, asked, state, _packed(made))
    return made


def packed_of(case: "Casefile", as_of: date | None, parents: Mapping[str, str] | None) -> bytes:
    """That situation packed, for `items_in`: as it is kept, or, where there is none or it is damaged, made and kept. It takes a fraction
    of the room of a loaded one."""
    asked = _asked(as_of, parents)
    packed = _found(case, asked)
    if packed is None or not _is_whole(packed):
        state, made = made_anew(case, as_of, parents)
        packed = _packed(made)
        _keep(case, asked, state, packed)
    return packed


def items_in(packed: bytes, lists: Container[str]) -> Iterator[BaseModel]:
    """The items of some lists of a packed situation, each loaded when its turn comes."""
    lines = _lines_of(packed)
    next(lines)  # what is no list
    for line in lines:
        name, _, item = line.partition(" ")
        kind = _ITEMS.get(name)
        if name in lists and kind is not None:
            yield kind.model_validate_json(item)


def keep(case: "Casefile", made: Situation, state: tuple[int, str], parents: Mapping[str, str] | None = None) -> None:
    """Keep a situation of the latest day that was worked out elsewhere from the casefile as it was at that `Casefile.state`; nothing is
    kept where something was put in since."""
    at = _state(case)
    if case.state() == state:  # in this order: what comes between changes one of them
        _keep(case, _asked(None, parents), at, _packed(made))


def _keep(case: "Casefile", asked: str, state: str, packed: bytes) -> None:
    try:
        with case._writes() as connection:
            _put(connection, asked, state, packed)
    except CasefileError:
        pass  # read-only, full or busy: the answer is right, and made again the next time


def is_kept(case: "Casefile", as_of: date | None = None, parents: Mapping[str, str] | None = None) -> bool:
    """Whether that situation is kept."""
    return _looked_for(case, _asked(as_of, parents), kept.c.key) is not None


def made_anew(case: "Casefile", as_of: date | None, parents: Mapping[str, str] | None, least: float = 0.0) -> tuple[str, Situation]:
    """The situation, worked out of the readings' facts with a confidence of `least` or more, with the state of the log that was read
    before any of them."""
    from sayso.situation import situate

    state = _state(case)
    return state, situate((at_least(reading, least) for reading in case.readings()), as_of, parents, case.judgements())


def differing(case: "Casefile") -> list[str]:
    """Sentences naming kept situations that are not what the readings give. Those that nobody would be given any more, being of another
    state or another sayso, are passed over, and so is one beside which something was stored while it was made anew."""
    with case._reads() as connection:
        rows = list(connection.execute(select(kept))) if _is_there(connection) else []
    faults = []
    for row in rows:
        if row.state != _state(case) or row.key != _key(row.state, row.asked):
            continue
        day, parents = json.loads(row.asked)
        state, made = made_anew(case, date.fromisoformat(day) if day else None, parents)
        if state == row.state == _state(case) and not _same(row.json, made):
            faults.append(f"The situation kept for {day or 'the latest day'} is not what the readings give: it was altered.")
    return faults


def drop(connection: Connection) -> None:
    """Take out all that is kept: after a redaction nothing may hold the words."""
    if _is_there(connection):
        connection.execute(delete(kept))


def _asked(as_of: date | None, parents: Mapping[str, str] | None) -> str:
    return json.dumps([as_of.isoformat() if as_of else None, parents or {}], sort_keys=True, ensure_ascii=False)


def _found(case: "Casefile", asked: str) -> bytes | None:
    packed: bytes | None = _looked_for(case, asked, kept.c.json)
    return packed


def _looked_for(case: "Casefile", asked: str, column: "Column[Any]") -> Any:
    """A column of the situation that is kept for the casefile's state, which may be kept only since that moment; None where there is none."""
    state = _state(case)
    # state and question too, which the key is made of: `differing` tells by them whether a row counts
    here = (kept.c.key == _key(state, asked)) & (kept.c.state == state) & (kept.c.asked == asked)
    with case._reads_now() as connection:
        return connection.execute(select(column).where(here)).scalar() if _is_there(connection) else None


def _put(connection: Connection, asked: str, state: str, packed: bytes) -> None:
    """Keep a situation, unless something was put in since it was begun: what was redacted meanwhile would come back with it."""
    if _state_of(connection) != state:
        return
    kept.create(connection, checkfirst=True)
    connection.execute(delete(kept).where(kept.c.state != state))
    keys = list(connection.execute(select(kept.c.key).order_by(kept.c.key)).scalars())
    connection.execute(delete(kept).where(kept.c.key.in_([*keys[: max(0, len(keys) - _KEPT + 1)], _key(state, asked)])))
    connection.execute(insert(kept), {"key": _key(state, asked), "state": state, "asked": asked, "json": packed})


def _lines(situation: Situation) -> Iterator[str]:
    """A situation as lines: what is no list, then each item of each list with its name. So no more than an item is loaded at a time."""
    lists = [name for name, value in situation if isinstance(value, tuple)]
    yield situation.model_dump_json(exclude=set(lists))
    for name in lists:
        for item in getattr(situation, name):
            yield f"{name} {item.model_dump_json() if isinstance(item, BaseModel) else json.dumps(item)}"


def _situation(lines: Iterator[str], lean: bool) -> Situation:
    """The situation that lines tell. ValueError where they are none."""
    about = json.loads(next(lines, ""))
    found: dict[str, list[Any]] = defaultdict(list)
    for line in lines:
        name, _, item = line.partition(" ")
        if name not in _ITEMS:
            raise ValueError(f"a situation has no {name!r}")
        kind = _ITEMS[name]
        one = json.loads(item) if kind is None else kind.model_validate_json(item)
        found[name].append(smaller(one) if lean and kind is not None else one)
    values: dict[str, Any] = {**about, **{name: tuple(items) for name, items in found.items()}}
    return Situation.model_construct(**values)


_ITEMS: dict[str, type[BaseModel] | None] = {
    name: kind if isinstance(kind := get_args(field.annotation)[0], type) and issubclass(kind, BaseModel) else None
    for name, field in Situation.model_fields.items()
    if get_origin(field.annotation) is tuple
}
"""The lists of a situation, with what is in them; None: ids."""


def _packed(situation: Situation) -> bytes:
    packer = zlib.compressobj(_FAST)
    parts = [packer.compress(f"{line}\n".encode()) for line in _lines(situation)]
    return b"".join([*parts, packer.flush()])


def _lines_of(packed: bytes) -> Iterator[str]:
    """The lines again. ValueError where the bytes are damaged."""
    opened = zlib.decompressobj()
    rest = b""
    try:
        for start in range(0, len(packed), _PART):
            *whole, rest = (rest + opened.decompress(packed[start : start + _PART])).split(b"\n")
            yield from (line.decode() for line in whole)
    except zlib.error as error:
        raise ValueError(f"the kept situation is damaged: {error}") from None
    if rest or not opened.eof:
        raise ValueError("the kept situation ends in the middle")


def _is_whole(packed: bytes) -> bool:
    try:
        return sum(1 for _ in _lines_of(packed)) > 0
    except ValueError:
        return False


def _same(packed: bytes, situation: Situation) -> bool:
    try:
        return all(one == other for one, other in zip_longest(_lines_of(packed), _lines(situation)))
    except ValueError:
        return False


def _is_there(connection: Connection) -> bool:
    return inspect(connection).has_table(kept.name)


def _state(case: "Casefile") -> str:
    with case._reads() as connection:
        return _state_of(connection)


def _state_of(connection: Connection) -> str:
    """The last line of the log that tells of a change; what was handed over changes nothing."""
    from sayso.casefile.tables import log

    changes = select(log.c.seq, log.c.sha256).where(log.c.action.not_in(_HANDED_OVER)).order_by(log.c.seq.desc()).limit(1)
    seq, digest = connection.execute(changes).first() or (0, "")  # verify tells of a log without lines
    return f"{seq} {digest}"


def _key(state: str, asked: str) -> str:
    return hashlib.sha256("\0".join((__version__, state, asked)).encode()).hexdigest()
