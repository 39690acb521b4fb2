"""Forecasts followed to their last day: what the reports tell of the foretold event by then, or after it.

A forecast held when somebody tells its event as done in time, or a figure as high as it foretold; it was missed when a report
tells after its last day that it has not been, or that what was to end goes on. Where no report says either, it is due and no more.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sayso.model import Forecast
from sayso.model.codes import FIGHTERS
from sayso.model.situation import FollowedForecast, Outcome, Ref
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.fights import SHOWN, Fights, fight_of
from sayso.situation.identity import Identity
from sayso.situation.made import Made
from sayso.situation.origins import Origins
from sayso.situation.settled import Moves, told_since
from sayso.situation.taken import Takings
from sayso.situation.thresholds import Counts
from sayso.situation.told import Told
from sayso.situation.tolls import deed_of, foretells_more_dead, risen
from sayso.situation.undone import Undone
from sayso.situation.words import fold, sentence_span

_ENDING = re.compile(
    r"\b(?:finish\w*|(?:to|will|would|shall|should|could|may|might|soon|be) end(?:ed)?|ends|ended"
    r"|(?:the|an) end (?:of|to) (?!the month|the year|the week)"
    r"|(?:be|is|was|are|were|been) (?:\w+ )?over|complet(?:e|ed|es|ing|ion)|eliminat\w*|defeat\w*|(?:to|will|would) clear|cleared|crush\w*|rout\w*"
    r"|victory|falls?|fallen|gone|wiped|expel\w*|driven|liberat\w*|collaps\w*)\b"
)
"""What a fight comes to: "over" is not a word for it in "talks over the truce", nor "end" in "by the end of July"."""
_AT_THE_END = re.compile(r"\b(?:by|at|before|until|till|towards?|in|since|from|near) the end of (?:\w+ )?")
_GOING_ON = re.compile(r"\b(?:will|would|to|could|may|might) (?:\w+ )?(?:continue|go on|carry on|remain|extend)\b")
"""Who foretells that it goes on does not foretell its end."""
_LATE = 1  # days after the last one that a report may date what was done in time

Groups = Mapping[tuple[str, str], Sequence[Told]]
"""The incident that each event is of, by report and event."""


def followed(
    sheets: Sequence[Sheet], identity: Identity, origins: Origins, as_of: str | None, groups: Iterable[Sequence[Told]], moves: Iterable[Made],
) -> list[FollowedForecast]:  # fmt: skip
    """By the day they are due, those without one last. A forecast that copies or other outlets repeat word for word is listed once.
    `groups` are the told events of each incident, `moves` those of the case's talks."""
    by_event: dict[tuple[str, str], Sequence[Told]] = {}
    fights = Fights()
    for group in groups:
        for one in group:
            by_event[one.sheet.id, one.event.id] = group
            fight = fight_of(one)
            if fight is not None:
                fights.add(fight, one.actors | one.recipients)
    counts, undone, takings = Counts(sheets), Undone(sheets, identity), Takings(sheets, identity)
    return follow(sheets, identity, origins, as_of, by_event, fights, counts, undone, Moves(moves), takings)


def follow(
    sheets: Iterable[Sheet], identity: Identity, origins: Origins, as_of: str | None, by_event: Groups, fights: Fights, counts: Counts,
    undone: Undone, moves: Moves, takings: Takings,
) -> list[FollowedForecast]:  # fmt: skip
    """The same of what was gathered before. `by_event` has to know the events that are foretold, and those alone."""
    first: dict[tuple[str, str], FollowedForecast] = {}
    for sheet in sheets:
        for forecast in sheet.reading.forecasts:
            words = sheet.reading.words(forecast.span)
            origin = origins.whose(sheet, forecast.according_to).origin
            if (origin, fold(words)) in first:
                continue
            value, refs = _became(forecast, sheet, as_of, by_event, fights, identity)
            foretold = set(foretold_events(forecast, sheet))
            events = [event for event in sheet.reading.events if event.id in foretold]
            reached = []
            if value in ("open", "due"):
                reached = counts.reached(forecast, sheet) or moves.held(forecast, sheet) or takings.held(forecast, sheet, events)
            if reached:
                value, refs = "held", reached[:SHOWN]
            elif value == "due" and forecast.due and forecast.due.latest:
                never = undone.after(sheet, events, forecast.due.latest[:10])
                never = never or moves.missed(forecast, sheet)
                value, refs = ("missed", never[:SHOWN]) if never else (value, refs)
            first[origin, fold(words)] = FollowedForecast(
                report=sheet.id,
                forecast=forecast.id,
                by=identity.actor(sheet, forecast.by) if forecast.by else None,
                what=forecast.what,
                due=forecast.due,
                made=forecast.made,
                origin=origin,
                confidence=forecast.confidence,
                words=words,
                outcome=value,
                evidence=tuple(refs),
            )
    return sorted(first.values(), key=lambda f: (_due(f.due.latest if f.due else None), f.report, f.forecast))


def outcome(forecast: Forecast, as_of: str | None) -> Outcome:
    """What the calendar alone says: open until its last day has passed, then due; without a last day open, in a case without a date
    unknown."""
    last = forecast.due.latest if forecast.due else None
    if as_of is None:
        return "unknown"
    if last is None:
        return "open"
    return "due" if last[:10] < as_of else "open"


def _became(
    forecast: Forecast, sheet: Sheet, as_of: str | None, by_event: Groups, fights: Fights, identity: Identity,
) -> tuple[Outcome, list[Ref]]:  # fmt: skip
    plain = outcome(forecast, as_of)
    if as_of is not None and foretells_more_dead(sheet.reading.words(forecast.span)):
        deed = deed_of(forecast, sheet)
        more = risen(sheet, deed, by_event.get((sheet.id, deed.id), ())) if deed is not None else []
        return ("held", more[:SHOWN]) if more else (plain, [])
    last = forecast.due.latest if forecast.due else None
    if last is None:
        return plain, []
    due = date.fromisoformat(last[:10]).toordinal()
    foretold = [group for event in foretold_events(forecast, sheet) if (group := by_event.get((sheet.id, event)))]
    later = [one for group in foretold for one in group if one.sheet.id != sheet.id and told_since(one.sheet, forecast, sheet)]
    done = [one for one in later if one.stand == "asserts" and one.days and one.days.first <= due + _LATE]
    if done:
        return "held", [_ref(one) for one in done]
    if plain == "due":
        denied = [one for one in later if one.denial and (one.sheet.published or "") > last[:10]]
        if denied:
            return "missed", [_ref(one) for one in denied]
        if _foretells_an_end(fold(sheet.reading.words(forecast.span))):
            return _ended(forecast, sheet, last[:10], fights, identity)
    return plain, []


def _foretells_an_end(words: str) -> bool:
    return _ENDING.search(_AT_THE_END.sub(" ", words)) is not None and _GOING_ON.search(words) is None


def _ended(
    forecast: Forecast, sheet: Sheet, last: str, fights: Fights, identity: Identity,
) -> tuple[Outcome, list[Ref]]:  # fmt: skip
    """A fight that was to be over: missed where it is told to go on, or to be taken up again, after the last day. Whose fight it is say those
    whom the sentence names, other than persons; where none of them fights, it is the fight of the maker and of those whom the report names."""
    start, end = sentence_span(sheet.report.text, forecast.span)
    named = [p.id for p in sheet.reading.parties if p.kind != "person" and any(start <= a < end for a, _ in p.mentions)]
    who = identity.actors_of(sheet, named)
    sides = {identity.side(actor) for actor in who if identity.named(actor) and identity.kind(identity.side(actor)) in FIGHTERS}
    if not sides & fights.sides():
        sides = {identity.side(actor) for actor in identity.actors_of(sheet, sheet.parties)}
    due = date.fromisoformat(last).toordinal()
    going_on = fights.after(sorted(sides), last, due)
    return ("missed", going_on) if going_on else ("due", [])


def _ref(one: Told) -> Ref:
    return Ref(report=one.sheet.id, fact=one.event.id)


def foretold_events(forecast: Forecast, sheet: Sheet) -> Iterator[str]:
    """The events that the words of a forecast foretell: those in its span that have not happened, else those of its sentence. Of a toll that
    will rise it is the deed that it is the toll of."""
    if foretells_more_dead(sheet.reading.words(forecast.span)):
        yield from (deed.id for deed in (deed_of(forecast, sheet),) if deed is not None)
        return
    open_ones = [one for one in sheet.reading.events if one.status in ("planned", "possible", "conditional")]
    inside = [one.id for one in open_ones if forecast.span[0] <= one.trigger[0] < forecast.span[1]]
    if inside:
        yield from inside
        return
    start, end = sentence_span(sheet.report.text, forecast.span)
    yield from (one.id for one in open_ones if start <= one.trigger[0] < end)


def _due(day: str | None) -> str:
    return day or UNDATED
