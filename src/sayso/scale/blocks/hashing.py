"""Numbers that stand for things: the same in every process and on every run."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b


def hash64(text: str) -> int:
    """64 bits of a text. Two of a hundred million texts share theirs with a chance of one in four thousand."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def bloom(things: Iterable[object]) -> int:
    """One bit of 64 for each thing: two sets without a bit in common have nothing in common."""
    found = 0
    for thing in things:
        found |= 1 << _bit(repr(thing))
    return found


@lru_cache(maxsize=100_000)
def _bit(text: str) -> int:
    return hash64(text) & 63
