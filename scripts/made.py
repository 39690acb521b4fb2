"""Reports and readings made by rule, for trying the store: their words are drawn from a made-up vocabulary, as often as words are."""

import hashlib
import random
from itertools import accumulate

from sayso.intake import Taken
from sayso.model import Event, Party, Place, ReaderVersion, Reading, Report, Statement

READER = ReaderVersion(name="made", version="1", model="none", lexicon="none")
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qi ro su ta ve wi xo zu".split()
WORDS = [a + b + c for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES]
_WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))  # Zipf's law


def made_report(number: int, words: int = 40, **known: str) -> tuple[Taken, Reading]:
    """The report of a number, always the same one: so many words, a party in every ten of them, an event in every twenty."""
    chance = random.Random(number)
    chosen = [f"report{number}", *chance.choices(WORDS, cum_weights=_WEIGHTS, k=words)]
    text = " ".join(chosen) + "."
    starts = [0, *accumulate(len(word) + 1 for word in chosen)]
    at = [(starts[i], starts[i] + len(chosen[i])) for i in range(len(chosen))]
    original = text.encode()
    report = Report(id=hashlib.sha256(original).hexdigest(), text=text, title=" ".join(chosen[1:7]), **known)
    parties = tuple(
        Party(id=f"P{n + 1}", name=chosen[i], kind="other", mentions=(at[i],)) for n, i in enumerate(range(1, words, 10))
    )  # fmt: skip
    types = ("ASSAULT", "COERCE", "AGREE", "RETREAT", "REQUEST")
    events = tuple(
        Event(id=f"E{n + 1}", type=types[(number + n) % 5], trigger=at[i], actors=("P1",), place="L1", according_to="S1")
        for n, i in enumerate(range(3, words, 20))
    )
    reading = Reading(
        reader=READER, report=report, parties=parties, events=events,
        places=(Place(id="L1", name=chosen[2], kind="town", country="SY", mentions=(at[2],)),),
        statements=(Statement(id="S1", content=((at[3][0], at[-1][1]),), kind="indirect", speaker="P1"),),
    )  # fmt: skip
    return Taken(report, original, f"made/{number}.txt", "text"), reading
