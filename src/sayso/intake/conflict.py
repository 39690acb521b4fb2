"""A quick look at a report's words: whether it can be about armed conflict at all. What it passes over is not read, and said to be.

It is made to let nothing pass that tells of violence, forces or talks to end a war; of what it lets through much is about other things.
"""

import json
import re
from functools import cache
from importlib.resources import files

from sayso.intake.jsonl import FIELDS
from sayso.model import Report

ENOUGH = 2
"""The weight of distinct words from which on a report is read."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORTEST = 4

Stems = dict[str, tuple[tuple[str, int], ...]]


def weight(text: str) -> int:
    """How much the words of a text speak for armed conflict: each beginning counts once. Looks no further than to `ENOUGH`."""
    whole, stems = _words()
    met: set[str] = set()
    found = 0
    for word in set(_WORD.findall(text.casefold())):
        if word in whole:
            found += whole[word]
        for stem, worth in stems.get(word[:_SHORTEST], ()):
            if word.startswith(stem) and stem not in met:
                met.add(stem)
                found += worth
                break
        if found >= ENOUGH:
            break
    return found


def passes_over(report: Report) -> str | None:
    """Why a report need not be read; None where it is to be, as everything that is not in English: the words are English ones."""
    if report.language not in (None, "en"):
        return None
    found = weight(f"{report.title or ''}\n{report.text}")
    return None if found >= ENOUGH else "not about armed conflict: it has none of the words that such reports have" + (" but one" if found else "")


def kept_row(report: Report, /, **about: object) -> str:
    """A report that is passed over as a line of JSON Lines, to be read like any other later, with whatever else is to be said about it."""
    return json.dumps({name: value for name in FIELDS if (value := getattr(report, name))} | about, ensure_ascii=False)


@cache
def _words() -> tuple[dict[str, int], Stems]:
    """Whole words with their weight, and beginnings by their first four letters."""
    whole: dict[str, int] = {}
    stems: dict[str, list[tuple[str, int]]] = {}
    for line in files("sayso.intake").joinpath("conflict.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, worth = line.split("\t")
            if word.startswith("="):
                whole[word[1:]] = int(worth)
            else:
                stems.setdefault(word[:_SHORTEST], []).append((word, int(worth)))
    return whole, {key: tuple(sorted(found, key=lambda one: (-len(one[0]), one[0]))) for key, found in stems.items()}
