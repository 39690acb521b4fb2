"""What is new in a situation since an earlier day: "what changed since I left on Friday"."""

from collections.abc import Iterator, Mapping

from sayso.model import Situation
from sayso.model.change import Change, Changed, Changes
from sayso.model.situation import Dispute, GroundHeld, Incident, Thread


def changes(before: Situation, after: Situation) -> Changes:
    """The difference of two situations of one case. An incident or thread is the same one as long as its first telling is. Parties and
    places are compared by their names: an outlet that a report comes to speak of has another id than before, and is the same one."""
    known = set(before.reports)
    was, now = _Named(before), _Named(after)
    return Changes(
        since=before.as_of,
        until=after.as_of,
        reports=tuple(report for report in after.reports if report not in known),
        changes=(
            *_compared("incident", was.incidents(), now.incidents()),
            *_compared("dispute", was.disputes(), now.disputes()),
            *_compared("thread", was.threads(), now.threads()),
            *_compared("control", was.ground(), now.ground()),
            *_compared("forecast", was.forecasts(), now.forecasts()),
        ),
    )


def _compared(what: Changed, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for key, now in after.items():
        was = before.get(key)
        if was != now:
            yield Change(what=what, id=key, kind="changed" if key in before else "new", before=was, after=now)
    for key, was in before.items():
        if key not in after:
            yield Change(what=what, id=key, kind="gone", before=was)


class _Named:
    """A situation's things by id, each in a few words that say all that may change about it."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._names = {one.id: one.name for one in situation.parties} | {one.id: one.name for one in situation.places}

    def incidents(self) -> dict[str, str]:
        """Incidents: status, who stands behind them, and figures."""
        return {one.id: self._incident(one) for one in self._situation.incidents}

    def disputes(self) -> dict[str, str]:
        """Disputes: kind and sides."""
        return {one.id: self._dispute(one) for one in self._situation.disputes}

    def threads(self) -> dict[str, str]:
        """Talks: where they stand, and how many moves they have."""
        return {one.id: _thread(one) for one in self._situation.threads}

    def ground(self) -> dict[str, str]:
        """Ground: who has it, and who denies it."""
        return {f"{one.report}:{one.control}": self._held(one) for one in self._situation.control}

    def forecasts(self) -> dict[str, str]:
        """Forecasts: what became of them."""
        return {f"{one.report}:{one.forecast}": one.outcome for one in self._situation.forecasts}

    def _name(self, id: str | None) -> str:
        return self._names.get(id or "", id or "?")

    def _incident(self, one: Incident) -> str:
        rows = [(figure.what, row.min, row.max, self._name(row.source)) for figure in one.figures for row in figure.by_source]
        counted = [f"{what} {_range(low, high)} by {source}" for what, low, high, source in dict.fromkeys(rows)]
        return "; ".join([f"{one.status}, {one.origins_for} for, {one.origins_against} against, {one.unnamed} unnamed", *counted])

    def _dispute(self, one: Dispute) -> str:
        return f"{one.kind}: " + ", ".join(sorted({self._name(side.source) for side in one.sides}))

    def _held(self, one: GroundHeld) -> str:
        said = f"{self._name(one.holder)} {'denied: ' if one.denied else ''}{one.relation} {self._name(one.place)}"
        deniers = ", ".join(sorted(self._name(who) for who in one.denied_by))
        return said + (f"; denied by {deniers}" if deniers else "")


def _range(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "an unstated number"
    if low is None or high is None:
        return f"at least {low:.12g}" if low is not None else f"up to {high:.12g}"
    return f"{low:.12g}" if low == high else f"{low:.12g} to {high:.12g}"


def _thread(one: Thread) -> str:
    count = len(one.moves)
    return f"{' or '.join(state.value for state in one.status) or 'unknown'}, {count} move{'s' if count != 1 else ''}"
