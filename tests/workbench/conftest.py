"""A casefile of two reports of our own (invented), and browsers of people who look at it."""

import json
import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.intake import Known, Taken, from_text
from sayso.reading.pipeline import Reader
from sayso.workbench.app import create_app
from sayso.workbench.door import Alone

TOKEN = "the-token-of-this-start"
PORT = 8123
HERE = f"http://127.0.0.1:{PORT}"
TEXTS = (
    ("2024-03-12", "Qasr Post", "Army shells Qasr",
     "The army shelled the town of Mosul on Monday and killed 12 civilians, the Qasr Observatory said. "
     "Rebels demanded a truce. The army rejected the demand, a spokesman said."),
    ("2024-03-13", "Coast Daily", "Army denies attack", "The army denied that it had shelled Mosul on Monday. "
     "The Coast Hospital said 17 civilians were killed in Mosul on Monday."),
)  # fmt: skip


class Patient(TestClient):
    """A browser whose person waits while a situation is worked out: a busy machine takes its time."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """The page, once it is there."""
        for _ in range(600):
            answer = super().get(*args, **kwargs)
            if answer.status_code != 202:
                break
            time.sleep(0.1)
        return answer


@pytest.fixture(scope="session")
def patient() -> type[TestClient]:
    """What makes a browser whose person waits."""
    return Patient


@pytest.fixture(scope="session")
def stored(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The casefile as it is before a test writes to it."""
    path = tmp_path_factory.mktemp("stored") / "qasr.sayso"
    with Casefile.open(path, create=True) as casefile:
        for published, outlet, title, text in TEXTS:
            report = from_text(text, Known(published=published, outlet=outlet, title=title))
            casefile.add(Taken(report, text.encode(), f"{outlet}.txt", "text"), reader.read(report))
    return path


@pytest.fixture
def case(stored: Path, tmp_path: Path) -> Path:
    """A copy of the casefile for one test."""
    path = tmp_path / "qasr.sayso"
    path.write_bytes(stored.read_bytes())
    return path


@pytest.fixture
def look(case: Path) -> Callable[..., TestClient]:
    """A browser on the casefile, let in already; `who` sits before it."""

    def open_browser(who: str = "ann") -> TestClient:
        app = create_app(str(case), Alone(TOKEN, PORT, who))
        browser = Patient(app, base_url=HERE, follow_redirects=False, headers={"origin": HERE})
        browser.get(f"/?token={TOKEN}")
        browser.get("/")
        return browser

    return open_browser


@pytest.fixture(scope="session")
def map_file() -> Callable[..., Path]:
    """Writes a small map file: the world as four vector tiles, each with land, a road and a village."""
    return write_tiles


def varint(value: int) -> bytes:
    """Protocol Buffers' way to write a number."""
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def field(number: int, value: bytes | int) -> bytes:
    """A field of a message."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def zigzag(value: int) -> int:
    return value << 1 if value >= 0 else (-value << 1) - 1


def path(*corners: tuple[int, int], close: bool = False) -> bytes:
    """The commands that draw a line or ring through these points of a tile of 4096 by 4096."""
    steps, x, y = [], 0, 0
    for corner in corners:
        steps += [zigzag(corner[0] - x), zigzag(corner[1] - y)]
        x, y = corner
    commands = [9, *steps[:2], (len(corners) - 1) << 3 | 2, *steps[2:], *([15] if close else [])]
    return b"".join(map(varint, commands[:3] if len(corners) == 1 else commands))


def layer(called: str, drawn: int, geometry: bytes, **tags: str) -> bytes:
    """A layer with one feature: a point (1), line (2) or polygon (3)."""
    numbers = b"".join(varint(n) for n in [n for pair in zip(range(len(tags)), range(len(tags)), strict=True) for n in pair])
    feature = (field(2, numbers) if tags else b"") + field(3, drawn) + field(4, geometry)
    texts = b"".join(field(3, key.encode()) for key in tags) + b"".join(field(4, field(1, value.encode())) for value in tags.values())
    return field(3, field(1, called.encode()) + field(2, feature) + texts + field(5, 4096) + field(15, 2))


def write_tiles(out: Path, by: str = '<a href="https://elsewhere.example">© Some mappers</a>', kind: int = 1) -> Path:
    """Write the file. `by` is whom it says its data are by, `kind` what its tiles are: 1 for vectors."""
    tile = (
        layer("earth", 3, path((0, 0), (4096, 0), (4096, 4096), (0, 4096), close=True), kind="earth")
        + layer("roads", 2, path((0, 2048), (4096, 2048)), kind="highway")
        + layer("places", 1, path((2600, 1700)), kind="locality", name="Qasr")
    )
    folder = varint(1) + varint(1) + varint(4) + varint(len(tile)) + varint(1)  # one entry: from tile 1 on four times, its length, at the beginning
    described = json.dumps({"attribution": by}).encode()
    starts = [127, 127 + len(folder), 127 + len(folder) + len(described)]
    header = b"PMTiles" + bytes([3]) + struct.pack(
        "<11Q", starts[0], len(folder), starts[1], len(described), starts[2], 0, starts[2], len(tile), 4, 1, 1
    )  # fmt: skip
    world = struct.pack("<4i", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000)
    header += bytes([1, 1, 1, kind, 1, 1]) + world + bytes([0]) + struct.pack("<2i", 0, 0)
    out.write_bytes(header + folder + described + tile)
    return out
