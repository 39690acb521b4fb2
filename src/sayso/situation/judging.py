"""Judgements on two told events being one: a rule's with its grounds, and of people's the latest."""

from collections.abc import Iterable, Mapping

from sayso.model.situation import Judgement, Ref, Verdict
from sayso.situation.likeness import Sites, weighed
from sayso.situation.told import Told


def judged(verdict: Verdict, one: Told, other: Told, evidence: float, sites: Sites) -> Judgement:
    """A rule's judgement on two told events, with its grounds."""
    return by_rule(verdict, one, other, evidence, weighed(one, other, sites))


def by_rule(verdict: Verdict, one: Told, other: Told, evidence: float, weights: Iterable[tuple[str, float]]) -> Judgement:
    """The same with these weights for grounds."""
    grounds = tuple(f"{name} {weight:+.1f}" for name, weight in weights if round(weight, 1))
    return Judgement(verdict=verdict, one=_ref(one), other=_ref(other), by="rule", grounds=grounds, evidence=round(evidence, 2))


def latest(decided: Iterable[Judgement]) -> Mapping[frozenset[tuple[str, str]], Judgement]:
    """Of several judgements about one pair the latest."""
    found = {}
    for one in sorted(decided, key=lambda one: (one.when or "", one.to_json())):
        found[frozenset({(one.one.report, one.one.fact), (one.other.report, one.other.fact)})] = one
    return found


def _ref(told: Told) -> Ref:
    return Ref(report=told.sheet.id, fact=told.event.id)
