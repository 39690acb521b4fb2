"""Fairness to the sides: the same report with the names of two sides exchanged must give the mirrored reading.

Names go by pairs of like length and form, so that the grammar stays as it was: what changes is who is who.
"""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.evaluate.counting import Scores
from sayso.evaluate.rows import reports_of, rows_with
from sayso.model import Reading

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

PAIRS = (
    ("Russia", "Turkey"), ("Russian", "Turkish"), ("Russians", "Turks"), ("Moscow", "Ankara"), ("Israel", "Iran"), ("Israeli", "Iranian"),
    ("Israelis", "Iranians"), ("Syrian Democratic Forces", "Free Syrian Army"), ("SDF", "FSA"), ("Hezbollah", "Hamas"), ("Ukraine", "Georgia"),
    ("Ukrainian", "Georgian"),
)  # fmt: skip
_OTHER = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
_NAMES = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _OTHER), key=len, reverse=True)) + r")\b")
_SPELLINGS = re.compile(r"\bH[ei]zb[aou]ll?ah\b|\bSyrian Democratic Force\b")
"""Other spellings of them, which would stay behind when the names are exchanged: both texts get the one of PAIRS."""
_STATES = {"Russian": "Russia", "Turkish": "Turkey", "Israeli": "Israel", "Iranian": "Iran", "Ukrainian": "Ukraine", "Georgian": "Georgia"}
"""The lexicon calls one state by its name and another by its government: that is no difference of reading."""
_AIR_FORCES = {"Russian Aerospace Forces": "Russian Air Force"}
"""Nor is it that one air force has another name since 2015."""
Fact = tuple[str, ...]
Name = Callable[[str], str]


def measure(reader: "Reader", path: Path) -> Scores:
    """Read the texts of JSON Lines that name a side of PAIRS, as they are and with the sides exchanged."""
    rows = [{**row, "text": in_one_spelling(row["text"]), "title": in_one_spelling(row.get("title") or "")} for row in rows_with(path, "text")]
    rows = [row for row in rows if _NAMES.search(row["text"])]
    scores = Scores(documents=len(rows))
    other = [{**row, "text": exchanged(row["text"]), "title": exchanged(row["title"])} for row in rows]
    for row, plain, mirrored in zip(rows, reader.read_many(reports_of(rows)), reader.read_many(reports_of(other)), strict=True):
        compare(str(row["id"]), plain, mirrored, scores)
    return scores


def in_one_spelling(text: str) -> str:
    """The text with each side's names as PAIRS has them."""
    return _SPELLINGS.sub(lambda match: "Hezbollah" if match.group().startswith("H") else "Syrian Democratic Forces", text)


def exchanged(text: str) -> str:
    """The text with each side's names in the other's place."""
    return _NAMES.sub(lambda match: _OTHER[match.group()], text)


def compare(document: str, plain: Reading, mirrored: Reading, scores: Scores) -> None:
    """Add one report: a fact is right where the mirrored reading has its mirror image."""
    for layer, of in (("events", _events), ("statements", _statements)):
        expected, found = Counter(of(plain, exchanged)), Counter(of(mirrored, str))
        scores.count(layer, (expected & found).total(), expected.total(), found.total())
        for fact in sorted((expected - found).elements()):
            scores.wrong(f"not mirrored: {layer}", document, " | ".join(fact))


def _names(reading: Reading, ids: tuple[str | None, ...], name: Name) -> str:
    called = {party.id: _AIR_FORCES.get(party.name, party.name) for party in reading.parties}
    parties = {one: name(_STATES.get(called[one].removesuffix(" government"), called[one])) for one in called}
    return ", ".join(sorted(parties[i] for i in ids if i))


def _events(reading: Reading, name: Name) -> list[Fact]:
    sides = ((event, _names(reading, event.actors, name), _names(reading, event.recipients, name)) for event in reading.events)
    return [(e.type, e.status, name(reading.words(e.trigger)), actors, recipients) for e, actors, recipients in sides]


def _statements(reading: Reading, name: Name) -> list[Fact]:
    said = ((s, " ".join(name(reading.words(span)) for span in s.content)) for s in reading.statements)
    return [(s.stance, words, _names(reading, (s.speaker,), name)) for s, words in said]
