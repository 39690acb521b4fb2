"""gzip: whatever was squeezed into it, read as it comes out."""

import gzip
import io
import zlib
from collections.abc import Iterator

from sayso.intake.budget import Undamaged, Unpacking
from sayso.intake.format import Format, Inside, Opened, Piece

_DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)


def pieces(opened: Opened) -> Iterator[Piece]:
    """The one file in it."""
    sound = io.BufferedReader(Undamaged(gzip.GzipFile(fileobj=opened.stream(), mode="rb"), _DAMAGE, _sentence))
    yield Inside("", io.BufferedReader(Unpacking(sound, opened.budget)))


FORMAT = Format(
    "gzip", "anything here, compressed with gzip", lambda head, name: head.startswith(b"\x1f\x8b\x08"), pieces,  # noqa: ARG005
    identity="that of what is in it",
)  # fmt: skip


def _sentence(error: Exception) -> str:
    return f"is a damaged gzip file ({error}). Get it again; what came before the damage was read."
