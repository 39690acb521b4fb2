"""A reading without what the reader was less sure of."""

from typing import Any

from sayso.model.items import Fact
from sayso.model.reading import Reading, references_of

_RESTS_ON = ("according_to", "within")
"""Besides the parties that it names: what a fact cannot be told without."""
_WORTH_NOTHING_ALONE = {"place": "places", "repeats": "statements", "answers": "moves"}

CALIBRATED = frozenset({"parties", "places", "times", "statements", "events"})
"""The layers whose confidence was checked against 200 facts and more (docs/accuracy.md); in the others it is an order and no probability."""


def at_least(reading: Reading, least: float) -> Reading:
    """The reading with the facts whose confidence is `least` or more. `least` is from 0 to 1.

    What a fact that stays rests on stays with it, whatever its own confidence: its statement, the statement around that one, and every
    party that these name. Without its source a claim would read as the outlet's own word. Another reference to what goes becomes None.
    """
    facts = {(layer, fact.id): fact for layer, fact in reading.facts()}
    stays = {key for key, fact in facts.items() if fact.confidence >= least}
    if len(stays) == len(facts):
        return reading
    ahead = sorted(stays)
    while ahead:
        for name, layer, named in references_of(facts[ahead.pop()]):
            if (layer == "parties" or name in _RESTS_ON) and (layer, named) not in stays:
                stays.add((layer, named))
                ahead.append((layer, named))
    left: dict[str, list[Fact]] = {layer: [] for layer, _ in facts}
    for key, fact in facts.items():
        if key in stays:
            left[key[0]].append(_without(fact, stays))
    report = reading.report
    if report.dateline and report.dateline.place and ("places", report.dateline.place) not in stays:
        report = report.model_copy(update={"dateline": report.dateline.model_copy(update={"place": None})})
    return reading.model_copy(update={"report": report, **{layer: tuple(of) for layer, of in left.items()}})


def _without(fact: Fact, stays: set[tuple[str, str]]) -> Fact:
    """The fact without its references to what went."""
    changed: dict[str, Any] = {}
    for name, layer in _WORTH_NOTHING_ALONE.items():
        named = getattr(fact, name, None)
        if named is not None and (layer, named) not in stays:
            changed[name] = None
    figures = getattr(fact, "figures", ())
    if not all(("figures", one) in stays for one in figures):
        changed["figures"] = tuple(one for one in figures if ("figures", one) in stays)
    return fact.model_copy(update=changed) if changed else fact
