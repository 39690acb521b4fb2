"""Each source's record within this case: what it says, and which of it other origins confirm or contradict. No ratio, no ranking."""

from collections import defaultdict
from collections.abc import Iterable

from sayso.model.situation import Dispute, Incident, Source, SourceStatement
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity


def sources(sheets: Iterable[Sheet], identity: Identity, incidents: Iterable[Incident], disputes: Iterable[Dispute]) -> tuple[Source, ...]:
    """All named sources, by id."""
    said: dict[str, list[SourceStatement]] = defaultdict(list)
    for sheet in sheets:
        for statement in sheet.reading.statements:
            if statement.speaker and not statement.anonymous:
                words = " … ".join(sheet.reading.words(span) for span in statement.content)
                actor = identity.actor(sheet, statement.speaker)
                said[actor].append(SourceStatement(report=sheet.id, statement=statement.id, stance=statement.stance, words=words))
    contested = {incident for dispute in disputes for incident in dispute.incidents}
    confirmed: dict[str, list[str]] = defaultdict(list)
    contradicted: dict[str, list[str]] = defaultdict(list)
    for incident in incidents:
        speakers = dict.fromkeys(c.speaker for c in incident.claims if c.speaker and c.stand in ("asserts", "denies"))
        for speaker in speakers:
            if incident.id in contested:
                contradicted[speaker].append(incident.id)
            elif incident.origins_for > 1:
                confirmed[speaker].append(incident.id)
    return tuple(
        Source(party=party, statements=tuple(statements), corroborated=tuple(confirmed[party]), contradicted=tuple(contradicted[party]))
        for party, statements in sorted(said.items())
    )
