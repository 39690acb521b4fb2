"""The parties that say things: their statements, and which of their claims others confirm or contradict. No ratio, no ranking."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model.situation import FollowedForecast, Ref, Source, SourceStatement, Stand
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.incidents import owners_of
from sayso.situation.origins import Whose
from sayso.situation.told import Told


def sources(
    sheets: Sequence[Sheet], groups: Mapping[str, Sequence[Told]], identity: Identity, foretold: Iterable[FollowedForecast]
) -> list[Source]:
    """By party. `groups` are the told events of each incident, by its id; `foretold` the case's forecasts."""
    said: dict[str, list[SourceStatement]] = defaultdict(list)
    for sheet in sheets:
        for party, statement in said_in(sheet, identity):
            said[party].append(statement)
    borne_out = BorneOut()
    for incident, group in groups.items():
        borne_out.count(incident, group)
    borne_out.follow(foretold)
    return [borne_out.source(party, said[party], identity.side(party)) for party in sorted(said)]


def said_in(sheet: Sheet, identity: Identity) -> Iterator[tuple[str, SourceStatement]]:
    """The statements of a report, each with the party that makes it."""
    for statement in sheet.reading.statements:
        if statement.speaker and not statement.anonymous:
            words = " … ".join(sheet.reading.words(span) for span in statement.content)
            told = SourceStatement(report=sheet.id, statement=statement.id, stance=statement.stance, words=words)
            yield identity.actor(sheet, statement.speaker), told


class BorneOut:
    """Whose claims others confirm and contradict, and whose forecasts held, counted incident by incident."""

    def __init__(self) -> None:
        self._confirmed: dict[str, set[str]] = defaultdict(set)
        self._contradicted: dict[str, set[str]] = defaultdict(set)
        self._ended: dict[tuple[str, str], list[Ref]] = defaultdict(list)

    def count(self, incident: str, group: Sequence[Told]) -> None:
        """Take in the told events of one incident. A text that tells it on somebody's word confirms nothing by its headline."""
        taken: list[tuple[Whose, Stand]] = [(one.whose, one.stand) for one in group if one.stand != "unsure"]
        taken += [(answer.whose, "denies") for one in group for answer in one.answers]
        speaking = [(whose, stand) for whose, stand in taken if whose.speaker and whose.owner]
        if len(taken) < 2 or not speaking:
            return
        for_, against = owners_of(group, "asserts"), owners_of(group, "denies")
        for whose, stand in speaking:
            same, other = (for_, against) if stand == "asserts" else (against, for_)
            if whose.speaker and same - {whose.owner}:
                self._confirmed[whose.speaker].add(incident)
            if whose.speaker and other - {whose.owner}:
                self._contradicted[whose.speaker].add(incident)

    def follow(self, foretold: Iterable[FollowedForecast]) -> None:
        """Take in all forecasts, in their order."""
        for forecast in foretold:
            if forecast.by:
                self._ended[forecast.by, forecast.outcome].append(Ref(report=forecast.report, fact=forecast.forecast))

    def source(self, party: str, said: Sequence[SourceStatement], side: str) -> Source:
        """A party with all that it said, and whose word that is."""
        confirmed, contradicted = (sorted(found.get(party, ())) for found in (self._confirmed, self._contradicted))
        held, missed = (tuple(self._ended.get((party, value), ())) for value in ("held", "missed"))
        return Source(
            party=party, side=side if side != party else None, statements=tuple(said),
            corroborated=tuple(confirmed), contradicted=tuple(contradicted), held=held, missed=missed,
        )  # fmt: skip
