"""Readings and situations made small for keeping many facts: what merging does not ask for left out, the rest in a fraction of the room.

A validated fact carries a set of the fields that were given and a dictionary of its own, both larger than what they hold. Here the
facts of one kind share the set, and their dictionaries share the keys; equal intervals are one object.
"""

import sys
from functools import cache, lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel

from sayso.model import Interval, Reading

T = TypeVar("T", bound=BaseModel)
_LEFT_OUT = {"Place": {"mentions": ()}, "Statement": {"insertions": (), "audience": ()}}
"""What merging never looks at, by kind of fact."""
_SHORT = 80
"""Longer texts are not worth looking for their like."""


def slim(reading: Reading) -> Reading:
    """The same reading for merging, without what `_LEFT_OUT` names; equal readings give equal ones, and a slim one itself."""
    if reading.__pydantic_fields_set__ is _given(Reading):
        return reading
    return smaller(reading)


def smaller(fact: T) -> T:
    """An equal fact (a reading's without what `_LEFT_OUT` names) that takes a third of the room, with the same JSON."""
    kind = type(fact)
    new: T = kind.__new__(kind)
    left_out = _LEFT_OUT.get(kind.__name__, {})
    for name, value in fact.__dict__.items():
        object.__setattr__(new, name, left_out[name] if name in left_out else _smaller(value))
    object.__setattr__(new, "__pydantic_fields_set__", _given(kind))
    object.__setattr__(new, "__pydantic_extra__", None)
    object.__setattr__(new, "__pydantic_private__", None)
    return new


def _smaller(value: Any) -> Any:
    if value is None or value == ():
        return value
    kind = type(value)
    if kind is str:
        return sys.intern(value) if len(value) <= _SHORT else value
    if kind is tuple:
        return value if type(value[0]) is int else tuple([_smaller(one) for one in value])
    if kind is Interval:
        return _interval(value.earliest, value.latest)
    return smaller(value) if isinstance(value, BaseModel) else value


@cache
def _given(kind: type[BaseModel]) -> set[str]:
    """The fields of a kind, as if all had been given."""
    return set(kind.model_fields)


@lru_cache(maxsize=100_000)
def _interval(earliest: str | None, latest: str | None) -> Interval:
    return _remade_interval(Interval(earliest=earliest, latest=latest))


def _remade_interval(one: Interval) -> Interval:
    object.__setattr__(one, "__pydantic_fields_set__", _given(Interval))
    return one
