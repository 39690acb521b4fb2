"""re3d, a folder a source: JSON Lines in documents.json (`_id`, `text`, `title`, `sourceUrl`) and entities.json (`documentId`, `begin`, `end`,
`type`, `value`, `confidence`)."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from sayso.evaluate.pronouns import PRONOUNS

_KINDS = {"Organisation": "party", "Person": "party", "Location": "place", "Coordinate": "place"}
_ENOUGH = 0.5
"""Entities in which re3d's own confidence is lower are not taken for gold."""


def rows(path: Path) -> list[dict[str, Any]]:
    """A row with `text` and `names` for each line of a documents.json, by the entities.json beside it: organisations, persons and places,
    without pronouns and without blanks at their ends. Raises ValueError, naming the file and the line, where a field is missing."""
    names: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for entity in _lines(path.with_name("entities.json"), ("documentId", "begin", "end", "type", "value")):
        kind = _KINDS.get(entity["type"])
        if kind and entity.get("confidence", 1) >= _ENOUGH and entity["value"].strip().lower() not in PRONOUNS:
            names[entity["documentId"]][entity["begin"], entity["end"]] = kind
    documents = _lines(path, ("_id", "text"))
    return [
        {
            "id": one["_id"], "text": one["text"], "title": one.get("title"), "url": one.get("sourceUrl"),
            "names": [name for (start, end), kind in sorted(names[one["_id"]].items()) if (name := _name(one["text"], start, end, kind))],
        }
        for one in documents
    ]  # fmt: skip


def _name(text: str, start: int, end: int, kind: str) -> dict[str, Any] | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return {"start": start, "end": start + len(words.strip()), "kind": kind} if words.strip() else None


def _lines(path: Path, fields: tuple[str, ...]) -> list[dict[str, Any]]:
    found = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError:
        raise ValueError(f"{path} is missing: re3d's folders hold documents.json and entities.json side by side") from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            row = json.loads(line)
            missing = [field for field in fields if field not in row]
            if missing:
                raise ValueError(f"{path}:{number} is no line of re3d: it has no {missing[0]!r}")
            found.append(row)
    return found
