"""Where origins contradict each other: an act asserted and denied, figures that cannot both hold. Kept, never resolved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.model.situation import Claim, Dispute, DisputeSide, Incident, Ref, SourceFigure
from sayso.situation.case import Sheet
from sayso.situation.telling import around


def disputes(incidents: Iterable[Incident], sheets: Mapping[str, Sheet]) -> tuple[Dispute, ...]:
    """All disputes, in the order of the incidents."""
    found: list[Dispute] = []
    for incident in incidents:
        denied = _denied(incident, sheets)
        if denied is not None:
            found.append(denied)
        found += _figures(incident)
    return tuple(found)


def _denied(incident: Incident, sheets: Mapping[str, Sheet]) -> Dispute | None:
    asserting = [c for c in incident.claims if c.stand == "asserts"]
    denying = [c for c in incident.claims if c.stand == "denies"]
    deniers = {_source(c) for c in denying}
    asserting = [c for c in asserting if _source(c) not in deniers]
    if not asserting or not denying:
        return None
    sides = [*_sides(asserting, sheets), *_sides(denying, sheets)]
    first = [min(_published(c, sheets) or "9999" for c in claims) for claims in (asserting, denying)]
    since = max(first)
    return Dispute(incidents=(incident.id,), kind="denied", sides=tuple(sides), since=since if since != "9999" else None)


def _sides(claims: list[Claim], sheets: Mapping[str, Sheet]) -> list[DisputeSide]:
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[_source(claim)].append(claim)
    return [
        DisputeSide(
            source=source, says=_words(told[0], sheets), claims=tuple(Ref(report=c.report, fact=c.event) for c in told)
        )
        for source, told in sorted(by_source.items())
    ]  # fmt: skip


def _figures(incident: Incident) -> list[Dispute]:
    """Figures for one count, stated within a day of each other by different sources, whose intervals do not meet."""
    found = []
    for counted in incident.figures:
        rows = counted.by_source
        apart = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if a.source != b.source and _same_day(a, b) and _disjoint(a, b)]
        if not apart:
            continue
        involved = sorted({row.source for pair in apart for row in pair})
        sides = tuple(
            DisputeSide(source=s, says=f"{counted.what}: " + "; ".join(_amount(r) for r in rows if r.source == s), claims=_of(incident, s))
            for s in involved
        )
        since = max(min(r.stated or "" for r in rows if r.source == s) for s in involved)
        found.append(Dispute(incidents=(incident.id,), kind="figures", sides=sides, since=since or None))
    return found


def _of(incident: Incident, source: str) -> tuple[Ref, ...]:
    return tuple(Ref(report=c.report, fact=c.event) for c in incident.claims if _source(c) == source)


def _same_day(a: SourceFigure, b: SourceFigure) -> bool:
    return a.stated is not None and b.stated is not None and a.stated[:10] == b.stated[:10]


def _disjoint(a: SourceFigure, b: SourceFigure) -> bool:
    return (a.max is not None and b.min is not None and a.max < b.min) or (b.max is not None and a.min is not None and b.max < a.min)


def _amount(row: SourceFigure) -> str:
    if row.min == row.max and row.min is not None:
        return f"{row.min:g}"
    return f"{'…' if row.min is None else format(row.min, 'g')} to {'…' if row.max is None else format(row.max, 'g')}"


def _source(claim: Claim) -> str:
    return claim.side or claim.speaker or claim.origin


def _published(claim: Claim, sheets: Mapping[str, Sheet]) -> str | None:
    return sheets[claim.report].published


def _words(claim: Claim, sheets: Mapping[str, Sheet]) -> str:
    sheet = sheets[claim.report]
    return around(sheet.report.text, sheet.events[claim.event].trigger)
