"""Who attacked whom in a report, as MUC-4 counts it: CEAF-REE over the entities of four roles.

The totals are given twice. Once by the kinds of parties alone, as the published scorer takes them. And once as MUC-4 fills its slots, whose
individuals may be many ("guerrillas"), whose organisations and persons are names without titles, whose terrorism has no fights of armies, no
arrests and no sieges, and which has the men of a named group beside the group.
"""

import re
import string
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.assignment import best_pairs
from sayso.evaluate.counting import Scores
from sayso.evaluate.rows import measured
from sayso.evaluate.sameness import EVERYDAY
from sayso.model import Event, Party, Reading
from sayso.situation.identity import is_named

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim")
_VIOLENT = ("ASSAULT", "COERCE")
_FIGHTERS = ("armed_group", "coalition", "military", "police")
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_NO_MARKS = str.maketrans("", "", string.punctuation)


def measure(reader: "Reader", path: Path) -> Scores:
    """Read reports of JSON Lines with `text` and `roles` (role: entities, each a list of mentions) and compare."""
    return measured(reader, path, "roles", compare)


def compare(row: dict[str, Any], reading: Reading, scores: Scores) -> None:
    """Add one report. An entity is right where its first mention is one of the gold entity's; more kindly, where any mention is."""
    filled = roles(reading)
    for label, entities in (("all four roles", filled), ("all four roles, as MUC-4 fills its slots", slots(reading))):
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


def slots(reading: Reading) -> dict[str, list[list[str]]]:
    """For each slot of MUC-4 its entities, each by one name: of attacks that are not denied and befall others than fighters."""
    parties = {party.id: party for party in reading.parties}
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for event in reading.events:
        befallen = [parties[i] for i in event.recipients]
        if event.type != "ASSAULT" or event.status == "denied" or (befallen and all(party.kind in _FIGHTERS for party in befallen)):
            continue
        for party in (parties[i] for i in event.actors):
            if party.kind == "person" or not is_named(party):
                found["PerpInd"].setdefault(party.id, [_called(party, event, reading)])
                continue
            names, men = _names_and_men(party, reading)
            found["PerpOrg"].setdefault(party.id, names[:1])
            if men:
                found["PerpInd"].setdefault(party.id, men[:1])
        for party in befallen:
            if party.kind not in _FIGHTERS:
                role = "Victim" if party.kind in ("person", "civilians") else "Target"
                found[role].setdefault(party.id, [_called(party, event, reading)])
    return {role: list(entities.values()) for role, entities in found.items()}


def _called(party: Party, event: Event, reading: Reading) -> str:
    """A person by his name, without title; anybody else by what he is called nearest to the event."""
    shown, name = [plain(reading.words(span)) for span in party.mentions], plain(party.name)
    if not shown or (party.kind == "person" and name and any(name in mention for mention in shown)):
        return name
    return plain(reading.words(min(party.mentions, key=lambda span: abs(span[0] - event.trigger[0]))))


def _names_and_men(party: Party, reading: Reading) -> tuple[list[str], list[str]]:
    """What a named body is called, its name first, and what its men are called: "terrorists of the Front" are the Front's."""
    shown = [plain(reading.words(span)) for span in sorted(party.mentions)]
    names = sorted({plain(name) for name in (party.name, *party.aliases)} - {""}, key=lambda name: (-len(name), name))
    telling = {word for name in names for word in name.split()} - EVERYDAY
    men = [mention for mention in shown if mention.endswith(("s", "men")) and not telling & set(mention.split())]
    named = [name for name in names if name in shown] or [name for name in names if any(name in mention for mention in shown)]
    return [*named, *(mention for mention in shown if mention not in men), plain(party.name)], men


def plain(text: str) -> str:
    """CEAF-REE's normal form: small letters, no punctuation, no articles."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_NO_MARKS)).split())
