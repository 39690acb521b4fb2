"""Reading asks nobody, and what is installed is what was locked."""

import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.intake import Taken, take
from sayso.model import Report
from sayso.reading.pipeline import Reader
from sayso.situation import situate

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_taking_in_reading_and_merging_use_no_network(
    reader: Reader, a_report: Callable[..., Report], samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    reports = [one.report for one in take([samples]) if isinstance(one, Taken)]
    assert len(reports) > 5
    readings = list(reader.read_many([*reports, a_report('<img src="http://a.example/x.gif"> The army shelled Kassa, http://b.example said.')]))
    assert situate(readings).incidents


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_its_version_and_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert packages
    for entry in packages:
        assert re.match(r"[\w.\[\]-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_workbenchs_scripts_have_their_hashes() -> None:
    import json

    packages = json.loads((ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(one.get("integrity", "").startswith("sha512-") for name, one in packages.items() if name)
