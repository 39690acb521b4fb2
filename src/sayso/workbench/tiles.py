"""A map file of the user's own, in the format PMTiles: roads and villages for the map that moves. It is read here and sent to nobody."""

import html
import json
import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

_HEADER = 127
_VERSION = 3
_VECTOR = 1
_GZIP = 2
_MOST = 1 << 20
"""Bytes of a file's description that are read at most."""
_SAID = 200  # characters of whom a map is by


class TilesError(Exception):
    """A map file that cannot be shown; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """A PMTiles file of vector tiles. `by` is whom its data are by, as it says itself, which is shown under the map."""

    path: Path
    by: str
    deepest: int
    """The zoom level of its finest tiles."""


def tiles_in(path: Path) -> Tiles:
    """The file's description. Raises TilesError where it cannot be read or is none of vector tiles, format version 3."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
            if len(header) < _HEADER or header[:7] != b"PMTiles" or header[7] != _VERSION:
                raise TilesError(f"{path} is no PMTiles file of version 3. `pmtiles extract` makes one; see docs/how-to/workbench.md.")
            if header[99] != _VECTOR:
                raise TilesError(f"{path} holds pictures and not vector tiles. Take one with vector tiles in the layers of Protomaps.")
            start, length = struct.unpack_from("<QQ", header, 24)
            file.seek(start)
            described = file.read(min(length, _MOST))
    except OSError as error:
        raise TilesError(f"{path} cannot be read: {error.strerror}.") from None
    return Tiles(path, _by(described, header[97]), header[101])


def _unpacked(described: bytes) -> bytes:
    """What a gzip stream holds, no more of it than is read of a description: a bomb is cut off and is then no JSON."""
    return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(described, _MOST)


def _by(described: bytes, packed: int) -> str:
    """Whom the data are by, without the marks of a page; blank where the file does not say."""
    try:
        found = json.loads(_unpacked(described) if packed == _GZIP else described)
    except (ValueError, zlib.error):
        return ""
    said = found.get("attribution") if isinstance(found, dict) else None
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", said)).split())[:_SAID] if isinstance(said, str) else ""
