"""An export of a casefile: the same as of its readings in memory, of which it holds only a few at a time."""

import weakref
from pathlib import Path

import pytest

from sayso.casefile import Casefile
from sayso.export import writer
from sayso.export.kept import KeptReadings
from sayso.export.material import Material
from sayso.intake import Refused, take
from sayso.model import Reading


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, samples: Path, sample_readings: tuple[Reading, ...]):
    path = tmp_path_factory.mktemp("case") / "case.sayso"
    with Casefile.open(path, create=True) as casefile:
        for taken, reading in zip([one for one in take([samples]) if not isinstance(one, Refused)], sample_readings, strict=True):
            casefile.add(taken, reading)
        yield casefile


def of(case: Casefile) -> Material:
    return Material(KeptReadings(case, str(case.name)))


@pytest.mark.parametrize("name", ["jsonl", "csv", "plover", "acled", "ged", "geojson", "ftm", "webannotation", "prov"])
def test_a_casefile_and_its_readings_give_the_same_bytes(case: Casefile, tmp_path: Path, name: str) -> None:
    def content(out: Path) -> list[bytes]:
        return [one.read_bytes() for one in sorted(out.rglob("*")) if one.is_file()] if out.is_dir() else [out.read_bytes()]

    assert writer(name)(of(case), tmp_path / "kept") == writer(name)(Material(tuple(case.readings())), tmp_path / "held")
    assert content(tmp_path / "kept") == content(tmp_path / "held")


def test_readings_that_were_written_are_let_go(case: Casefile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.casefile.browse.PAGE", 2)
    seen: list[weakref.ref[Reading]] = []
    alive = []
    for reading in of(case).chosen():
        seen.append(weakref.ref(reading))
        del reading
        alive.append(sum(one() is not None for one in seen))
    assert max(alive) <= 4 < len(seen)


def test_readings_come_in_the_order_that_is_asked_for(case: Casefile) -> None:
    ids = sorted((one.report.id for one in case.readings()), reverse=True)
    assert [one.report.id for one in case.readings(ids)] == ids
