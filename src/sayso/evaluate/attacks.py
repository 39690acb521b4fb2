"""Who attacked whom in a report, as MUC-4 counts it: CEAF-REE over the entities of four roles.

A row that MUC-4 calls an individual perpetrator may be many ("guerrillas"), and its organisations have names. The totals are given by the
kinds of parties alone, as the published scorer takes them, and once more with perpetrators that are only described among the individuals.
"""

import re
import string
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.assignment import best_pairs
from sayso.evaluate.counting import Scores
from sayso.evaluate.rows import measured
from sayso.model import Reading
from sayso.situation.identity import is_named

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
    for label, entities in (("all four roles", filled), ("all four roles, only named ones as organisations", roles(reading, described=True))):
        right = sum(len(_matched(row["roles"][role], entities.get(role, []))) for role in ROLES)
        scores.count(label, right, sum(len(row["roles"][role]) for role in ROLES), sum(map(len, entities.values())))
    for role in ROLES:
        gold = [{plain(mention) for mention in entity} for entity in row["roles"][role]]
        found = filled.get(role, [])
        n = (len(gold), len(found))
        pairs = _matched(row["roles"][role], found)
        kind = best_pairs({(i, j): 1.0 for i, g in enumerate(gold) for j, f in enumerate(found) if g & set(f)})
        scores.count("all four roles, any mention", len(kind), *n)
        scores.count(role, len(pairs), *n)
        matched = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, entity in enumerate(row["roles"][role]):
            if i not in matched[0]:
                scores.wrong(f"missed: {role}", row["id"], " / ".join(entity))
        for j, names in enumerate(found):
            if j not in matched[1]:
                scores.wrong(f"not there: {role}", row["id"], " / ".join(names))


def _matched(gold: list[list[str]], found: list[list[str]]) -> list[tuple[int, int]]:
    """Pairs of a gold entity and one of ours whose first mention is one of its mentions."""
    plainly = [{plain(mention) for mention in entity} for entity in gold]
    return best_pairs({(i, j): 1.0 for i, g in enumerate(plainly) for j, f in enumerate(found) if f[0] in g})


def roles(reading: Reading, *, described: bool = False) -> dict[str, list[list[str]]]:
    """For each role its entities, each as its mentions in order: who acts and who suffers in violence and coercion that is not denied.
    With `described` who acts and has no name counts as a person."""
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
                individual = party.kind in persons or (described and role == "PerpInd" and not is_named(party))
                found[role if individual else other][party.id] = shown
    return {role: list(entities.values()) for role, entities in found.items()}


def plain(text: str) -> str:
    """CEAF-REE's normal form: small letters, no punctuation, no articles."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_NO_MARKS)).split())
