"""How much may come out of what was packed: archives are made that unpack to a million times their size."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from sayso.intake.terms import RefusalError

if TYPE_CHECKING:
    from _typeshed import SupportsRead, WriteableBuffer

FREE = 100_000_000
"""So many bytes may be unpacked from anything."""
RATIO = 100
"""And so many for each byte of the input: text is packed to a third or a tenth, a hundredth only to do harm."""
DEEPEST = 4
"""A file may lie in so many others: a page in a web archive in a gzip file in a ZIP archive."""
MOST_MEMBERS = 200_000
"""So many files may lie in one archive."""


class BombError(RefusalError):
    """Raised when an input unpacks to more than it may: nothing more of it is read."""


class Budget:
    """What has been unpacked from one input, at all depths together."""

    def __init__(self) -> None:
        self.packed = 0
        self.unpacked = 0

    def spend(self, count: int) -> None:
        """Note that `count` bytes came out. Raises BombError beyond the limit, then and at every later call."""
        self.unpacked += count
        if self.unpacked > max(FREE, RATIO * self.packed):
            raise BombError(
                f"unpacks to more than {RATIO} times its size, as archives do that are made to fill up a machine: the rest of it is not read. "
                "If you trust it, unpack it yourself and read the folder."
            )


class Unpacking(io.RawIOBase):
    """A stream of unpacked bytes, each paid for out of a budget. It goes forward only."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer`; the count of bytes, 0 at the end."""
        self._budget.spend(0)
        room = memoryview(buffer).cast("B")
        piece = self._stream.read(len(room))
        room[: len(piece)] = piece
        self._budget.spend(len(piece))
        return len(piece)


class Undamaged(io.RawIOBase):
    """The bytes that an unpacker gives. Where it raises one of `faults`, which tell of damage, a RefusalError with a sentence is raised."""

    def __init__(self, unpacker: "SupportsRead[bytes]", faults: tuple[type[Exception], ...], sentence: Callable[[Exception], str]) -> None:
        self._unpacker, self._faults, self._sentence = unpacker, faults, sentence

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer`; the count of bytes, 0 at the end."""
        room = memoryview(buffer).cast("B")
        try:
            piece = self._unpacker.read(len(room))
        except self._faults as error:
            raise RefusalError(self._sentence(error)) from error
        room[: len(piece)] = piece
        return len(piece)


class Counting(io.RawIOBase):
    """The input itself, its bytes counted as they are read; `head` are the first ones, which have been looked at already."""

    def __init__(self, head: bytes, rest: BinaryIO, budget: Budget | None = None) -> None:
        self._head = memoryview(head)
        self._rest = rest
        self._budget = budget

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer` from the head, then from the rest; the count of bytes, 0 at the end."""
        room = memoryview(buffer).cast("B")
        piece = self._head[: len(room)] if self._head else self._rest.read(len(room))
        room[: len(piece)] = piece
        self._head = self._head[len(piece) :]
        if self._budget is not None:
            self._budget.packed += len(piece)
        return len(piece)
