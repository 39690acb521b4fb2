"""A situation as bytes: zlib of lines, so that no more than an item of it is loaded at a time."""

import json
import zlib
from collections import defaultdict
from collections.abc import Container, Iterator
from itertools import zip_longest
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from sayso.model import Situation
from sayso.situation.slim import smaller

_PART = 1 << 16
_FAST = 1
"""zlib's level: a large situation is written in the time in which it is read."""
_ITEMS: dict[str, type[BaseModel] | None] = {
    name: kind if isinstance(kind := get_args(field.annotation)[0], type) and issubclass(kind, BaseModel) else None
    for name, field in Situation.model_fields.items()
    if get_origin(field.annotation) is tuple
}
"""The lists of a situation, with what is in them; None: ids."""


def packed(situation: Situation) -> bytes:
    """A situation as bytes."""
    packer = zlib.compressobj(_FAST)
    parts = [packer.compress(f"{line}\n".encode()) for line in _lines(situation)]
    return b"".join([*parts, packer.flush()])


def unpacked(packed: bytes, lean: bool = False) -> Situation:
    """The situation again; a `lean` one takes longer to load, and a third of the room for as long as it is held. ValueError where the bytes
    are damaged."""
    lines = _lines_of(packed)
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


def items_in(packed: bytes, lists: Container[str]) -> Iterator[BaseModel]:
    """The items of some lists of a packed situation, each loaded when its turn comes."""
    lines = _lines_of(packed)
    next(lines)  # what is no list
    for line in lines:
        name, _, item = line.partition(" ")
        kind = _ITEMS.get(name)
        if name in lists and kind is not None:
            yield kind.model_validate_json(item)


def is_whole(packed: bytes) -> bool:
    """Whether the bytes are undamaged."""
    try:
        return sum(1 for _ in _lines_of(packed)) > 0
    except ValueError:
        return False


def same(packed: bytes, situation: Situation) -> bool:
    """Whether the bytes are this situation."""
    try:
        return all(one == other for one, other in zip_longest(_lines_of(packed), _lines(situation)))
    except ValueError:
        return False


def _lines(situation: Situation) -> Iterator[str]:
    """A situation as lines: what is no list, then each item of each list with its name. So no more than an item is loaded at a time."""
    lists = [name for name, value in situation if isinstance(value, tuple)]
    yield situation.model_dump_json(exclude=set(lists))
    for name in lists:
        for item in getattr(situation, name):
            yield f"{name} {item.model_dump_json() if isinstance(item, BaseModel) else json.dumps(item)}"


def _lines_of(packed: bytes) -> Iterator[str]:
    """The lines of the bytes. ValueError where the bytes are damaged."""
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
