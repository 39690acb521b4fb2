"""An export of a casefile: the same as of its readings in memory, of which it holds only a few at a time."""

import json
import weakref
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select, update

from sayso.casefile import Casefile, Decision
from sayso.casefile.kept_situations import kept
from sayso.casefile.situations import situation_of
from sayso.cli.export import command
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


def tables(out: Path) -> list[bytes]:
    return [one.read_bytes() for one in sorted(out.rglob("*")) if one.is_file()]


def test_what_others_put_in_meanwhile_is_in_none_of_it(case: Casefile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a colleague corrects, adds and redacts in the workbench while an export is written."""
    path = tmp_path / "case.sayso"
    case.backup(path)
    monkeypatch.setattr("sayso.casefile.browse.PAGE", 2)
    with Casefile.open(path, create=False) as mine, Casefile.open(path, create=False) as colleagues:
        writer("csv")(of(mine), tmp_path / "before")
        last = [one.report.id for one in mine.readings()][-1]
        with mine.at_one_moment():
            material = of(mine)
            assert material.standing_of
            colleagues.decide(Decision(last, "add", layer="events", span=(0, 6), after={"trigger": [0, 6], "type": "ASSAULT"}))
            colleagues.forget(next(one.report.id for one in mine.readings()))
            assert situation_of(colleagues, None, material.lexicon.parents)
            writer("csv")(material, tmp_path / "meanwhile")
            writer("csv")(of(mine), tmp_path / "again")  # whose situation nobody keeps any more
        writer("csv")(of(mine), tmp_path / "after")
    assert tables(tmp_path / "meanwhile") == tables(tmp_path / "again") == tables(tmp_path / "before") != tables(tmp_path / "after")


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: kept[:30] + b"x" + kept[31:], lambda _: b""])
def test_a_kept_situation_that_is_damaged_is_made_anew(case: Casefile, tmp_path: Path, damage) -> None:
    writer("csv")(of(case), tmp_path / "one")
    with case._writes() as connection:
        whole = connection.execute(select(kept.c.json)).scalar()
        connection.execute(update(kept).values(json=damage(whole)))
    writer("csv")(of(case), tmp_path / "other")
    assert tables(tmp_path / "one") == tables(tmp_path / "other")


def test_the_log_names_a_copy_before_anything_of_it_is_there(case: Casefile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a redaction that comes while it is written names it."""
    case.backup(tmp_path / "case.sayso")
    named = []

    def write(_material: Material, _out: Path) -> int:
        with Casefile.open(tmp_path / "case.sayso", create=False) as colleagues:
            done, _ = colleagues.forget(next(iter(colleagues.reports())).id)
            named.extend(json.loads(one.detail)["where"] for one in done.copies if one.action == "export")
        return 0

    monkeypatch.setattr("sayso.cli.export.writer", lambda _: write)
    assert CliRunner().invoke(command, [str(tmp_path / "case.sayso"), "--format", "csv", "--out", str(tmp_path / "out")]).exit_code == 0
    assert named == [str(tmp_path / "out")]


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
