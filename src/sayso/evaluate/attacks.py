"""Who attacked whom in a report, as MUC-4 counts it: CEAF-REE over the entities of four roles."""

import re
import string
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.assignment import best_pairs
from sayso.evaluate.counting import Scores
from sayso.evaluate.rows import measured
from sayso.model import Reading

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim")
_VIOLENT = ("ASSAULT", "COERCE")
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_NO_MARKS = str.maketrans("", "", string.punctuation)


def measure(reader: "Reader", path: Path) -> Scores:
    """Read reports of JSON Lines with `text` and `roles` (role: entities, each a list of mentions) and compare."""
    return measured(reader, path, "roles", compare)


def compare(row: dict[str, Any], reading: Reading, scores: Scores) -> None:
    """Add one report. An entity is right where its first mention is one of the gold entity's; more kindly, where any mention is."""
    filled = roles(reading)
    for role in ROLES:
        gold = [{plain(mention) for mention in entity} for entity in row["roles"][role]]
        found = filled.get(role, [])
        n = (len(gold), len(found))
        pairs = best_pairs({(i, j): 1.0 for i, g in enumerate(gold) for j, f in enumerate(found) if f[0] in g})
        kind = best_pairs({(i, j): 1.0 for i, g in enumerate(gold) for j, f in enumerate(found) if g & set(f)})
        scores.count("all four roles", len(pairs), *n)
        scores.count("all four roles, any mention", len(kind), *n)
        scores.count(role, len(pairs), *n)
        right = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, entity in enumerate(row["roles"][role]):
            if i not in right[0]:
                scores.wrong(f"missed: {role}", row["id"], " / ".join(entity))
        for j, names in enumerate(found):
            if j not in right[1]:
                scores.wrong(f"not there: {role}", row["id"], " / ".join(names))


def roles(reading: Reading) -> dict[str, list[list[str]]]:
    """For each role its entities, each as its mentions in order: who acts and who suffers in violence and coercion that is not denied."""
    parties = {party.id: party for party in reading.parties}
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for event in reading.events:
        if event.type not in _VIOLENT or event.status == "denied":
            continue
        for ids, persons, role, other in (
            (event.actors, ("person",), "PerpInd", "PerpOrg"),
            (event.recipients, ("person", "civilians"), "Victim", "Target"),
        ):
            for party in (parties[i] for i in ids):
                shown = [plain(reading.words(span)) for span in sorted(party.mentions)] or [plain(party.name)]
                found[role if party.kind in persons else other][party.id] = shown
    return {role: list(entities.values()) for role, entities in found.items()}


def plain(text: str) -> str:
    """CEAF-REE's normal form: small letters, no punctuation, no articles."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_NO_MARKS)).split())
