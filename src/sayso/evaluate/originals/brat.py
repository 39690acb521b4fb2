"""Attributions as brat's standoff files (*.ann, each beside a *.txt of the same name), in which PolNeAR was annotated.

What is relied on: brat's own form, and that the text-bound annotations are called Source, Cue and Content. Which belong together is told
by relations (R) or events (E) between them, whatever these are called. A content's cues are those linked to it; its sources those linked
to it or to them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_ARGUMENT = re.compile(r"[^\s:]+:([TE]\d+)")


def rows(path: Path) -> list[dict[str, Any]]:
    """The one row of a pair of files: `text` and `quotes`, and `published` where the files' name has a day in it, as PolNeAR's have.

    Raises ValueError, naming the file, where the text is missing or a line is none of brat's.
    """
    beside = path.with_suffix(".txt")
    if not beside.exists():
        raise ValueError(f"{path} has no text: brat's files come in pairs, and {beside.name} is not beside it")
    text = beside.read_text(encoding="utf-8")
    spans: dict[str, list[list[int]]] = {}
    kinds: dict[str, str] = {}
    links: list[tuple[str, list[str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            kind, offsets = _bound(rest, f"{path}:{number}", len(text))
            kinds[name], spans[name] = kind, offsets
        elif name.startswith(("R", "E")):
            links.append((name, _ARGUMENT.findall(rest)))
    day = _DAY.search(path.stem)
    return [{"id": path.stem, "text": text, "published": day[1] if day else None, "quotes": _quotes(kinds, spans, _joined(links))}]


def _bound(rest: str, where: str, length: int) -> tuple[str, list[list[int]]]:
    """The kind and the spans of "Content 3 14;20 31<tab>its words"."""
    kind, _, offsets = rest.partition("\t")[0].partition(" ")
    try:
        spans = [[int(start), int(end)] for start, end in (pair.split() for pair in offsets.split(";"))]
    except ValueError:
        raise ValueError(f"{where} is no line of a brat file: its offsets are {offsets!r}, and pairs of numbers were expected") from None
    if not all(0 <= start < end <= length for start, end in spans):
        raise ValueError(f"{where} marks {offsets}, and its text has {length} characters")
    return kind.casefold(), spans


def _joined(links: Iterable[tuple[str, list[str]]]) -> dict[str, set[str]]:
    """Of each text-bound annotation those that a relation or an event names beside it; an event stands for what it is made of."""
    links = list(links)
    events = {name: [one for one in arguments if one.startswith("T")] for name, arguments in links if name.startswith("E")}
    joined: dict[str, set[str]] = defaultdict(set)
    for _, arguments in links:
        bound = [part for one in arguments for part in ([one] if one.startswith("T") else events.get(one, []))]
        for one in bound:
            joined[one].update(bound)
    return joined


def _quotes(kinds: dict[str, str], spans: dict[str, list[list[int]]], joined: dict[str, set[str]]) -> list[dict[str, Any]]:
    quotes = []
    for content in (name for name, kind in kinds.items() if kind == "content"):
        cues = {one for one in joined[content] if kinds.get(one) == "cue"}
        near = {content, *cues}
        sources = {one for name in near for one in joined[name] if kinds.get(one) == "source"}
        quotes.append({"content": spans[content], "cue": _all(spans, cues), "speaker": _all(spans, sources)})
    return sorted(quotes, key=lambda quote: quote["content"])


def _all(spans: dict[str, list[list[int]]], names: set[str]) -> list[list[int]]:
    return sorted(span for name in names for span in spans[name])
