"""Rows put aside on disk and given back in the order of their keys: each pile holds a range of keys and is sorted by itself."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_HEAD = struct.Struct("<QI")


class Piles:
    """Rows by a number as their key, equal keys in the order in which they came. Read once, after all is put in."""

    def __init__(self, folder: Path, name: str, top: int, count: int) -> None:
        """Keys lie between 0 and `top`, which is one more than the last."""
        self._paths = [folder / f"{name}.{number:04d}" for number in range(max(1, count))]
        self._files: list[BinaryIO] = [path.open("wb", buffering=1 << 16) for path in self._paths]
        self._top = max(1, top)

    def put(self, key: int, row: str) -> None:
        """Put a row aside."""
        data = row.encode()
        file = self._files[key * len(self._files) // self._top]
        file.write(_HEAD.pack(key, len(data)))
        file.write(data)

    def sorted(self) -> Iterator[Iterator[tuple[int, str]]]:
        """Pile by pile the rows with their keys, in order; what is read is removed."""
        for file in self._files:
            file.close()
        for path in self._paths:
            rows = list(_rows(path))
            rows.sort(key=lambda row: row[0])
            path.unlink()
            yield ((key, data.decode()) for key, data in rows)


def _rows(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        while head := file.read(_HEAD.size):
            key, size = _HEAD.unpack(head)
            yield key, file.read(size)
