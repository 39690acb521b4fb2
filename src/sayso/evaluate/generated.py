"""Made-up cases of any size, the same on every run: to measure merging on, and to try its laws.

Thirty reports a day tell of strikes, clashes and withdrawals in three hundred towns. One in five carries an earlier report's text,
and most days have happenings that several outlets tell of, on their own word or on somebody's. Names and words are syllables.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sayso.model import Event, Figure, Interval, Party, Place, ReaderVersion, Reading, Report, Role, Statement
from sayso.model.codes import EventType, PartyKind, Status

A_DAY = 30
_START = date(2030, 1, 1)
_READER = ReaderVersion(name="generated", version="1", model="none", lexicon="none")
_SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "ro", "sa", "ti", "ve", "zu", "fe")
_DEEDS: tuple[tuple[EventType, str | None, str], ...] = (
    ("ASSAULT", "aerial", "air strikes"), ("ASSAULT", "heavy-weapons", "shelling"), ("ASSAULT", "explosives", "blast"),
    ("ASSAULT", None, "clashes"), ("RETREAT", "withdraw", "withdrawal"), ("AGREE", None, "truce"),
)  # fmt: skip
_STATUS: tuple[Status, ...] = ("happened", "happened", "happened", "happened", "denied", "planned")
_GROUPS: tuple[PartyKind, ...] = ("armed_group", "government", "military", "armed_group", "coalition", "monitor", "ngo")


def readings(count: int, days: int | None = None, seed: int = 7) -> Iterator[Reading]:
    """So many readings over so many days (by default thirty a day), in order of publication."""
    random = Random(seed)
    words = ["".join(random.choices(_SYLLABLES, k=3)) for _ in range(3000)]
    towns = [f"{random.choice(words).title()} {number}" for number in range(300)]
    earlier: list[list[str]] = []
    for number in range(count):
        day = _START + timedelta(days=number * (days or max(1, count // A_DAY)) // count)
        copied = bool(earlier) and random.random() < 0.2
        body = _edited(random.choice(earlier[-A_DAY:]), words, random) if copied else random.choices(words, k=80)
        earlier.append(body)
        del earlier[:-A_DAY]
        yield _reading(number, day, body, towns, random)


def _edited(body: list[str], words: list[str], random: Random) -> list[str]:
    start = random.randrange(20)
    return [*body[start:], *random.choices(words, k=10)]


def _reading(number: int, day: date, body: list[str], towns: list[str], random: Random) -> Reading:
    """A report of four happenings, each one of the twelve that its day or the day before has."""
    text = " ".join(body) + "."
    facts = _Facts(f"Speaker {random.randrange(200)}")
    for _ in range(4):
        text = facts.tell(text, day - timedelta(days=random.randrange(2)), random.randrange(12), towns, random)
    outlet = f"Outlet {random.randrange(40)}"
    report = Report(id=hashlib.sha256(f"{number} {text}".encode()).hexdigest(), text=text, outlet=outlet, published=day.isoformat())
    return Reading(
        reader=_READER, report=report, parties=tuple(facts.parties), places=tuple(facts.places.values()), statements=tuple(facts.statements),
        events=tuple(facts.events), figures=tuple(facts.figures),
    )  # fmt: skip


class _Facts:
    """The facts of one report in the making."""

    def __init__(self, speaker: str) -> None:
        self.parties = [
            Party(id=f"P{i}", name=f"Group {i}", kind=kind, aliases=(f"Group {i}",), entry=f"generated:g{i}") for i, kind in enumerate(_GROUPS)
        ]
        self.parties.append(Party(id="P9", name=speaker, kind="person", aliases=(speaker,), roles=(Role(title="spokesman", of="P1"),)))
        self.places: dict[str, Place] = {}
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.figures: list[Figure] = []

    def tell(self, text: str, day: date, which: int, towns: list[str], random: Random) -> str:
        """Add one happening of a day, told on somebody's word or the outlet's own; give the text with its sentence."""
        own = Random(f"{day.isoformat()} {which}")  # what happened does not depend on who tells it
        kind, mode, word = own.choice(_DEEDS)
        town, actor, dead = own.randrange(len(towns)), own.randrange(4), own.randrange(3, 40)
        start = len(text) + 1
        sentence = f"{towns[town]} saw {word}, {dead} dead."
        trigger = (start + len(towns[town]) + 5, start + len(towns[town]) + 5 + len(word))
        number = (trigger[1] + 2, trigger[1] + 2 + len(str(dead)))
        speaker = random.choice((None, "P5", "P6", "P9"))
        fact = f"{len(self.events) + 1}"
        if speaker:
            content = (start, start + len(sentence) - 1)
            self.statements.append(Statement(id=f"S{fact}", content=(content,), kind="indirect", speaker=speaker))
        self.places.setdefault(f"L{town}", _place(town, towns[town]))
        self.figures.append(Figure(id=f"F{fact}", span=number, what="dead", min=dead, max=dead))
        stated = Interval(earliest=day.isoformat(), latest=day.isoformat()) if random.random() < 0.7 else None
        self.events.append(
            Event(
                id=f"E{fact}", type=kind, mode=mode, trigger=trigger, actors=(f"P{actor}",), place=f"L{town}", when=stated,
                status=random.choice(_STATUS), according_to=f"S{fact}" if speaker else None, figures=(f"F{fact}",),
            )
        )  # fmt: skip
        return f"{text} {sentence}"


def _place(number: int, name: str) -> Place:
    lat, lon = 10 + number // 20 * 0.5, 10 + number % 20 * 0.5
    return Place(id=f"L{number}", name=name, kind="town", country="LL", lat=lat, lon=lon, gazetteer=f"generated:{number}")
