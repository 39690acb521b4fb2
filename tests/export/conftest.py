"""What is handed over: the sample reports once, and small invented cases whose facts are known because they are laid down here."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.export.material import Material
from sayso.intake import Refused, take
from sayso.model import Event, Figure, Interval, Party, Place, ReaderVersion, Reading, Report, Role, Statement
from sayso.reading.pipeline import Reader

Telling = Callable[..., Reading]


@pytest.fixture(scope="session")
def sample_readings(reader: Reader, samples: Path) -> tuple[Reading, ...]:
    """The readings of the sample reports."""
    return tuple(reader.read(one.report) for one in take([samples]) if not isinstance(one, Refused))


@pytest.fixture(scope="session")
def material(sample_readings: tuple[Reading, ...]) -> Material:
    """What an export of the samples is made from."""
    return Material(sample_readings)


@pytest.fixture(scope="session")
def telling() -> Telling:
    """A report of one strike: who tells it, when, with how many dead; all invented."""

    def tell(
        outlet: str,
        killed: float | None = None,
        most: float | None = None,
        status: str = "happened",
        published: str = "2031-04-03",
        speaker: str | None = None,
        kind: str = "monitor",
        hit: str = "civilians",
        mode: str | None = "aerial",
        what: str = "killed civilians",
        number: str | None = None,
    ) -> Reading:
        said = f"{speaker} said that " if speaker else ""
        told = f"{said}air strikes by the Lowland Army on Arnholt on Wednesday killed {number or killed or 'some'} {hit}."
        if outlet == "Hill Radio":  # other words, so that it is no copy
            told = f"{said}with air strikes Lowland Army planes were over the market of that town two days ago and {killed or 'several'} were killed."
        text = f"{outlet}: {told} {published}"
        trigger, count = text.index("air strikes"), text.index("killed")
        parties = [
            Party(id="P1", name="Lowland Army", kind="military", mentions=((text.index("Lowland"), text.index("Lowland") + 12),)),
            Party(id="P2", name=hit, kind="civilians" if hit == "civilians" else "armed_group"),
        ]
        statements = ()
        if speaker:
            parties.append(Party(id="P3", name=speaker, kind=kind))  # type: ignore[arg-type]
            content, voice = (trigger, text.index(".")), (len(outlet) + 2, len(outlet) + 3)
            stance = "deny" if status == "denied" else "say"
            statements = (Statement(id="S1", content=(content,), kind="indirect", stance=stance, speaker="P3", speaker_span=voice),)
        counted = (text.index(number), text.index(number) + len(number)) if number else (count, count + 6)
        figures = (Figure(id="F1", span=counted, what=what, min=killed, max=most, according_to="S1" if speaker else None),)
        event = Event(
            id="E1", type="ASSAULT", mode=mode, trigger=(trigger, trigger + 11), actors=("P1",), recipients=("P2",), place="L1",
            when=Interval(earliest="2031-04-02", latest="2031-04-02"), status=status, figures=("F1",) if killed or most else (),
            according_to="S1" if speaker else None,
        )  # type: ignore[arg-type]  # fmt: skip
        return Reading(
            reader=ReaderVersion(version="1", model="m", lexicon="l"),
            report=Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text, outlet=outlet, published=published),
            parties=tuple(parties), statements=statements, figures=figures if killed or most else (), events=(event,),
            places=(Place(id="L1", name="Arnholt", kind="town", country="SY", lat=35.5, lon=40.5),),
        )  # fmt: skip

    return tell


@pytest.fixture
def person() -> Callable[..., Party]:
    """A person of a report, with or without an office."""

    def make(one: str, name: str, text: str, office: str | None = None, of: str | None = None) -> Party:
        at = text.index(name)
        roles = (Role(title=office, of=of),) if office else ()
        return Party(id=one, name=name, kind="person", aliases=(name,), roles=roles, mentions=((at, at + len(name)),))

    return make
