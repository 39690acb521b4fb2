"""A map file of the user's own."""

import gzip
import struct
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from sayso.cli import cli
from sayso.workbench.app import create_app
from sayso.workbench.door import Alone
from sayso.workbench.tiles import TilesError, tiles_in

HERE = "http://127.0.0.1:8123"
MapFile = Callable[..., Path]


def test_a_file_says_whom_it_is_by_without_its_links(tmp_path: Path, map_file: MapFile) -> None:
    found = tiles_in(map_file(tmp_path / "map.pmtiles"))
    assert (found.by, found.deepest) == ("© Some mappers", 1)


@pytest.mark.parametrize(("content", "said"), [(b"", "no PMTiles file"), (b"PMTiles\2" + bytes(200), "no PMTiles file"), (None, "No such file")])
def test_what_is_no_map_file_is_told_in_a_sentence(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "map.pmtiles"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TilesError, match=said):
        tiles_in(path)


def test_a_file_of_pictures_is_told(tmp_path: Path, map_file: MapFile) -> None:
    with pytest.raises(TilesError, match="pictures"):
        tiles_in(map_file(tmp_path / "map.pmtiles", kind=2))


def test_a_damaged_description_costs_only_the_description(tmp_path: Path, map_file: MapFile) -> None:
    path = map_file(tmp_path / "map.pmtiles")
    path.write_bytes(path.read_bytes().replace(b'{"attribution"', b'{{attribution"'))
    assert tiles_in(path).by == ""


@pytest.mark.parametrize(("blanks", "said"), [(10, "Some mappers"), (50_000_000, "")])
def test_a_packed_description_that_swells_is_cut_off(tmp_path: Path, blanks: int, said: str) -> None:
    packed = gzip.compress(b" " * blanks + b'{"attribution": "Some mappers"}')
    header = bytearray(b"PMTiles\3" + bytes(119))
    header[24:40] = struct.pack("<QQ", 127, len(packed))
    header[97], header[99] = 2, 1
    path = tmp_path / "map.pmtiles"
    path.write_bytes(bytes(header) + packed)
    tracemalloc.start()
    assert tiles_in(path).by == said
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_parts_of_it_are_handed_out_to_who_may_look(case: Path, tmp_path: Path, map_file: MapFile) -> None:
    path = map_file(tmp_path / "map.pmtiles")
    app = create_app(str(case), Alone("token", 8123, "ann"), tiles=tiles_in(path))
    stranger = TestClient(app, base_url=HERE)
    assert stranger.get("/map.pmtiles").status_code == 403
    stranger.get("/?token=token")
    part = stranger.get("/map.pmtiles", headers={"range": "bytes=0-6"})
    assert (part.status_code, part.content) == (206, b"PMTiles")
    assert stranger.get("/map.pmtiles", headers={"range": "bytes=999999-"}).status_code == 416


def test_without_one_there_is_none(case: Path) -> None:
    browser = TestClient(create_app(str(case), Alone("token", 8123, "ann")), base_url=HERE)
    browser.get("/?token=token")
    assert browser.get("/map.pmtiles").status_code == 404


def test_serve_refuses_a_file_that_is_no_map(case: Path, tmp_path: Path) -> None:
    path = tmp_path / "map.pmtiles"
    path.write_text("no map")
    done = CliRunner().invoke(cli, ["serve", str(case), "--tiles", str(path)])
    assert done.exit_code == 1
    assert "no PMTiles file" in done.output
