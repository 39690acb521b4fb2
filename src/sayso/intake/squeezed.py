"""gzip: whatever was squeezed into it, read as it comes out."""

import gzip
import io
import zlib
from collections.abc import Iterator

from sayso.intake.budget import Unpacking
from sayso.intake.format import Format, Inside, Opened, Piece
from sayso.intake.terms import RefusalError


class _Gunzip(io.RawIOBase):
    """The bytes of a gzip file. Damage is a RefusalError."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._file = gzip.GzipFile(fileobj=stream, mode="rb")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Fill `buffer`; the count of bytes, 0 at the end."""
        try:
            piece = self._file.read(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise RefusalError(f"is a damaged gzip file ({error}). Get it again; what came before the damage was read.") from error
        buffer[: len(piece)] = piece
        return len(piece)


def pieces(opened: Opened) -> Iterator[Piece]:
    """The one file in it."""
    stream = io.BufferedReader(Unpacking(io.BufferedReader(_Gunzip(opened.stream())), opened.budget))
    yield Inside("", stream)


FORMAT = Format(
    "gzip", "anything here, compressed with gzip", lambda head, name: head.startswith(b"\x1f\x8b\x08"), pieces,  # noqa: ARG005
    identity="that of what is in it",
)  # fmt: skip
