"""Benchmarks as their makers hand them out, as rows: TimeML (TempEval-3's TimeBank and AQUAINT) and MUC-4 as GRIT's authors packed it."""

from pathlib import Path
from typing import Any

from lxml import etree

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def timeml(path: Path) -> dict[str, Any]:
    """A row with `text`, `published` and `timexes` of a .tml file: the words of TEXT and the TIMEX3 in it; the day is that of DCT.
    Raises ValueError, naming the file, where it is none."""
    try:
        root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except (etree.XMLSyntaxError, OSError) as error:
        raise ValueError(f"{path} is no TimeML: {error}") from None
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path} is no TimeML: it has no TEXT")
    words: list[str] = []
    timexes: list[dict[str, Any]] = []
    _walk(body, words, timexes)
    created = root.find("DCT/TIMEX3")
    day = (created.get("value") or "")[:10] if created is not None else ""
    return {"id": path.stem, "text": "".join(words), "published": day if len(day) == 10 else None, "timexes": timexes}


def _walk(element: Any, words: list[str], timexes: list[dict[str, Any]]) -> None:
    """Add an element's words, and the time expressions among them with their offsets."""
    start = sum(map(len, words))
    words.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            _walk(child, words, timexes)
        words.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, words))
        timexes.append({"start": start, "end": end, "type": element.get("type"), "value": element.get("value")})


def muc4(row: dict[str, Any]) -> dict[str, Any]:
    """A row with `text` and `roles` of a line with `doctext` and `extracts` (role: entities, each a list of [mention, offset])."""
    extracts = row["extracts"]
    roles = {role: [[mention[0] for mention in entity] for entity in extracts.get(role, [])] for role in ROLES}
    return {"id": row.get("docid", ""), "text": row["doctext"], "roles": roles}
