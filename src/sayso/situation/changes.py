"""What is new in a situation since an earlier day: "what changed since I left on Friday"."""

from collections.abc import Iterator, Mapping

from sayso.model import Situation
from sayso.model.change import Change, Changed, Changes
from sayso.model.situation import Dispute, FollowedForecast, GroundHeld, Incident, Thread


def changes(before: Situation, after: Situation) -> Changes:
    """The difference of two situations of one case. An incident or thread is the same one as long as its first telling is."""
    known = set(before.reports)
    return Changes(
        since=before.as_of,
        until=after.as_of,
        reports=tuple(report for report in after.reports if report not in known),
        changes=(
            *_compared("incident", _incidents(before), _incidents(after)),
            *_compared("dispute", _disputes(before), _disputes(after)),
            *_compared("thread", _threads(before), _threads(after)),
            *_compared("control", _ground(before), _ground(after)),
            *_compared("forecast", _forecasts(before), _forecasts(after)),
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


def _incidents(situation: Situation) -> dict[str, str]:
    return {one.id: _incident(one) for one in situation.incidents}


def _incident(one: Incident) -> str:
    counted = [f"{figure.what} {_range(row.min, row.max)} by {row.source}" for figure in one.figures for row in figure.by_source]
    return "; ".join([f"{one.status}, {one.origins_for} for, {one.origins_against} against, {one.unnamed} unnamed", *counted])


def _range(low: float | None, high: float | None) -> str:
    ends = ["?" if end is None else f"{end:.12g}" for end in (low, high)]
    return ends[0] if low is not None and low == high else " to ".join(ends)


def _disputes(situation: Situation) -> dict[str, str]:
    return {one.id: _dispute(one) for one in situation.disputes}


def _dispute(one: Dispute) -> str:
    return f"{one.kind}: " + ", ".join(dict.fromkeys(side.source for side in one.sides))


def _threads(situation: Situation) -> dict[str, str]:
    return {one.id: _thread(one) for one in situation.threads}


def _thread(one: Thread) -> str:
    return f"{' or '.join(state.value for state in one.status) or 'unknown'}, {len(one.moves)} moves"


def _ground(situation: Situation) -> dict[str, str]:
    return {f"{one.report}:{one.control}": _held(one) for one in situation.control}


def _held(one: GroundHeld) -> str:
    return f"{one.holder or '?'} {'denied: ' if one.denied else ''}{one.relation} {one.place or '?'}"


def _forecasts(situation: Situation) -> dict[str, str]:
    return {f"{one.report}:{one.forecast}": _forecast(one) for one in situation.forecasts}


def _forecast(one: FollowedForecast) -> str:
    return one.outcome
