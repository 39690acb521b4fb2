"""The parties that say things: their statements, and which of their claims others confirm or contradict. No ratio, no ranking."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.situation import FollowedForecast, Ref, Source, SourceStatement
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.told import Told


def sources(
    sheets: Sequence[Sheet], groups: Mapping[str, Sequence[Told]], identity: Identity, foretold: Iterable[FollowedForecast]
) -> list[Source]:
    """By party. `groups` are the told events of each incident, by its id; `foretold` the case's forecasts."""
    said: dict[str, list[SourceStatement]] = defaultdict(list)
    for sheet in sheets:
        for statement in sheet.reading.statements:
            if statement.speaker and not statement.anonymous:
                words = " … ".join(sheet.reading.words(span) for span in statement.content)
                told = SourceStatement(report=sheet.id, statement=statement.id, stance=statement.stance, words=words)
                said[identity.actor(sheet, statement.speaker)].append(told)
    confirmed: dict[str, set[str]] = defaultdict(set)
    contradicted: dict[str, set[str]] = defaultdict(set)
    for incident, group in groups.items():
        taken = [(one.whose, one.stand) for one in group] + [(answer.whose, "denies") for one in group for answer in one.answers]
        for whose, stand in taken:
            if whose.speaker and whose.owner and stand != "unsure":
                others = {its for other, its in taken if other.owner not in (None, whose.owner)}
                if stand in others:
                    confirmed[whose.speaker].add(incident)
                if others & ({"asserts", "denies"} - {stand}):
                    contradicted[whose.speaker].add(incident)
    ended: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for forecast in foretold:
        if forecast.by:
            ended[forecast.by, forecast.outcome].append(Ref(report=forecast.report, fact=forecast.forecast))
    return [
        Source(
            party=party, statements=tuple(said[party]), corroborated=tuple(sorted(confirmed[party])), contradicted=tuple(sorted(contradicted[party])),
            held=tuple(ended[party, "held"]), missed=tuple(ended[party, "missed"]),
        )
        for party in sorted(said)
    ]  # fmt: skip
