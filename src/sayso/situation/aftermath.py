"""What later reports tell in words of what was foretold: that the trucks have arrived, that the gate is still shut, that it came two days
later than was hoped. For forecasts that no event, figure or move of a later report settles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.model import Forecast, Span, Time
from sayso.model.codes import FIGHTERS
from sayso.model.days import moved
from sayso.model.situation import Outcome, Ref
from sayso.situation.case import Sheet
from sayso.situation.thresholds import least
from sayso.situation.turns import (
    LASTING,
    OCCASIONS,
    SETTLING,
    UNTRUE,
    Things,
    taken,
    there_is,
    things,
    told_ahead,
    told_as_again,
    told_as_lasting,
    told_as_late,
    told_as_not,
    told_as_put_off,
    turns,
)
from sayso.situation.words import fold, name_key, sentence_span

_WITHIN = 30
"""Days after the last one in which a report may still be about what was due on it."""
_LATE = timedelta(days=1)
"""What was done in time may be dated a day late."""
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"'\u201d\u2019)]*(?=\s+[\"'\u201c\u2018(]?[A-Z])|(?=\n)|$)")
_PARTS = re.compile(r"[,;:\u2014]|\s[\u2013-]\s|\b(?:and|but|while|although|though|saying)\b")
_UNLESS = re.compile(r"\b(?:if|unless|provided)\b", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:it|they|them|there|this|these|those|he|she)\b", re.IGNORECASE)
_RESTORED = frozenset({"open", "mend"})
_NARROW = 2
"""Days in which a time is a day and no longer stretch."""
_LONG = 40
"""A sentence of more words tells of several things, so that more has to agree."""
_COMMON, _MANY = 0.1, 30
"""What so large a share of so many reports speaks of is what they all are about."""
_AGREED = 2
"""Things that a sentence shares with a forecast of which it tells the outcome."""
Key = tuple[str, str]
"""A forecast: its report and its id."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is foretold: the things, the turn that they are to take, by whom and by when."""

    report: str
    country: str | None
    sides: frozenset[str]
    things: Things
    own: Things
    """Those of its own words, without the ones that a pronoun goes back to."""
    turns: frozenset[str]
    makers: frozenset[str]
    """What its maker is called, folded."""
    made: str
    due: date
    first: date
    """The first day on which it may come about."""

    def without(self, common: frozenset[str]) -> "_Asked":
        """The same, with what all reports speak of left out of the things."""
        return replace(self, things=Things(self.things.words - common, self.things.names), own=Things(self.own.words - common, self.own.names))

    def near(self, part: str) -> bool:
        """Whether a part of a sentence speaks of any of the things."""
        told = things(part)
        return bool(self.things.words & (told.words | told.names) or self.things.names & told.names)


class Aftermath:
    """What became of the forecasts of some reports, told in the words of a case's later ones."""

    def __init__(self, foretelling: Iterable[Sheet], sheets: Iterable[Sheet]) -> None:
        self._asked: dict[Key, _Asked] = {}
        self._told: dict[Key, dict[Outcome, list[Ref]]] = {}
        self._late: dict[Key, list[Ref]] = {}
        by_word: dict[str, list[Key]] = defaultdict(list)
        spoken_of: Counter[str] = Counter()
        reports = 0
        by_maker: dict[str, list[Key]] = defaultdict(list)
        for sheet in foretelling:
            reports += 1
            spoken_of.update(things(sheet.report.text).words)
            for forecast in sheet.reading.forecasts:
                asked = _asked(forecast, sheet)
                if asked is not None:
                    key = (sheet.id, forecast.id)
                    self._asked[key] = asked
                    for name in asked.makers:
                        by_maker[name].append(key)
        common = frozenset(word for word, count in spoken_of.items() if reports >= _MANY and count > _COMMON * reports)
        for key, asked in self._asked.items():
            self._asked[key] = asked = asked.without(common)
            for word in asked.things.words:
                by_word[word].append(key)
        if self._asked:
            first = min(asked.made for asked in self._asked.values())
            for sheet in sheets:
                if sheet.published and sheet.published >= first:
                    self._read(sheet, sheet.published, by_word, by_maker)

    def of(self, forecast: Forecast, sheet: Sheet) -> tuple[Outcome, list[Ref]] | None:
        """The outcome that later reports tell, with the facts of the sentences that do; None where they tell none or gainsay each other."""
        told = self._told.get((sheet.id, forecast.id), {})
        if "missed" in told and len(told) > 1 and self._late.get((sheet.id, forecast.id)):
            return "missed", self._late[sheet.id, forecast.id]
        return next(iter(told.items())) if len(told) == 1 else None

    def _read(self, sheet: Sheet, day: str, by_word: dict[str, list[Key]], by_maker: dict[str, list[Key]]) -> None:
        before = Things(frozenset(), frozenset())
        for found in _SENTENCE.finditer(sheet.report.text):
            words = found[0]
            spoken_of = things(_timeless(sheet, found.span()))
            meant = spoken_of.beside(before) if _POINTING.search(words) else spoken_of
            before = spoken_of
            if not SETTLING.search(fold(words)):
                continue
            keys = {key for word in meant.words for key in by_word.get(word, ())}
            if told_as_late(fold(words)):
                speaking = (sheet.parties[s.speaker] for s in sheet.reading.statements if s.speaker and _meet(s.content[0], found.span()))
                keys |= {key for party in speaking for name in (party.name, *party.aliases) for key in by_maker.get(fold(name), ())}
            for key in sorted(keys):
                asked = self._asked[key]
                if asked.report != sheet.id and asked.made < day <= moved(asked.due, _WITHIN).isoformat():
                    self._settle(key, asked, meant, sheet, found.span())

    def _settle(self, key: Key, asked: _Asked, meant: Things, sheet: Sheet, span: Span) -> None:
        elsewhere = asked.country != sheet.country and len(asked.sides & _sides(sheet)) < 2
        if elsewhere and (not asked.things.names & meant.names):
            return
        outcome = _told(asked, meant, sheet, span)
        ref = _fact_at(sheet, span) if outcome is not None else None
        if outcome is not None and ref is not None:
            self._told.setdefault(key, {}).setdefault(outcome, []).append(ref)
            if outcome == "missed" and told_as_late(fold(sheet.report.text[slice(*span)])):
                self._late.setdefault(key, []).append(ref)


def _asked(forecast: Forecast, sheet: Sheet) -> _Asked | None:
    last = forecast.due.latest if forecast.due else None
    words = sheet.reading.words(forecast.span)
    said = fold(_UNLESS.split(_timeless(sheet, forecast.span), maxsplit=1)[0])
    if last is None or not sheet.published or LASTING.search(said) or UNTRUE.search(said) or least(words) is not None:
        return None
    meant = own = things(_UNLESS.split(_timeless(sheet, forecast.span), maxsplit=1)[0])
    if _POINTING.search(words):
        start, end = sentence_span(sheet.report.text, forecast.span)
        begins, _ = sentence_span(sheet.report.text, (start - 2, start - 2)) if start > 1 else (start, start)
        meant = meant.beside(things(_timeless(sheet, (start, end)))).beside(things(_timeless(sheet, (begins, start))))
    first = (forecast.due.earliest if forecast.due else None) or sheet.published
    by = sheet.parties.get(forecast.by or "")
    makers = frozenset(fold(name) for name in (by.name, *by.aliases)) if by is not None else frozenset[str]()
    due = date.fromisoformat(last[:10])
    return _Asked(sheet.id, sheet.country, _sides(sheet), meant, own, turns(said), makers, sheet.published, due, date.fromisoformat(first[:10]))


def _told(asked: _Asked, meant: Things, sheet: Sheet, span: Span) -> Outcome | None:
    """What a sentence, which speaks of these things, tells of what is asked after."""
    day = date.fromisoformat(sheet.published or "")
    after, text = day > asked.due, sheet.report.text[slice(*span)]
    agreed = _AGREED + (len(text.split()) > _LONG)
    shared = asked.things.shared(meant) if asked.own.any(meant) else 0
    parts = [(part, fold(part)) for part in _PARTS.split(text)]
    parts = [(part, said) for part, said in parts if not told_ahead(said)]
    if any(told_as_late(said) for _, said in parts):
        return "missed" if after and (shared >= agreed or _of_the_maker(asked, sheet, span)) else None
    times = [_days(time) for time in sheet.reading.times if _meet(time.span, span) and time.type in ("DATE", "TIME") and time.latest]
    on_the_day = any(first <= asked.due <= last and (last - first).days < _NARROW for first, last in times)
    lone = bool(asked.things.words & meant.words & OCCASIONS) and not asked.things.names
    if shared < agreed - (on_the_day or lone):
        return None
    if any(told_as_put_off(said) for _, said in parts):
        return "missed" if after and shared >= agreed else None
    same = [(part, said) for part, said in parts if asked.turns & taken(said)]
    if any(told_as_not(said) for _, said in same):
        return "missed" if after and any(told_as_not(said) and asked.near(part) for part, said in same) else None
    lasting = [part for part, said in parts if told_as_lasting(said)]
    if lasting:
        return "missed" if after and not same and asked.turns and any(map(asked.near, lasting)) else None
    if "begin" in asked.turns and after and any(there_is(said) and not told_as_not(said) and asked.near(part) for part, said in parts):
        return "held"
    again = any(told_as_again(said) and not told_as_not(said) for _, said in parts)
    if not same and not (again and asked.turns & _RESTORED and shared >= agreed):
        return None
    if times and min(first for first, _ in times) > asked.due + _LATE:
        return "missed" if shared >= agreed else None
    if not times:
        return "held" if shared >= agreed and day >= asked.first else None
    return "held" if any(first <= asked.due + _LATE and last >= asked.first - _LATE for first, last in times) and day >= asked.first else None


def _of_the_maker(asked: _Asked, sheet: Sheet, span: Span) -> bool:
    """Whether a sentence is about who made the forecast, or in his words."""
    said = f" {fold(sheet.report.text[slice(*span)])} "
    return any(f" {name} " in said for name in asked.makers)


def _sides(sheet: Sheet) -> frozenset[str]:
    """Who may fight in a report, by names."""
    return frozenset(name_key(party.name) for party in sheet.reading.parties if party.kind in FIGHTERS and any(c.isupper() for c in party.name))


def _days(time: Time) -> tuple[date, date]:
    last = (time.latest or "")[:10]
    return date.fromisoformat((time.earliest or last)[:10]), date.fromisoformat(last)


def _timeless(sheet: Sheet, span: Span) -> str:
    """The words of a stretch without those for days and hours, and without its dateline."""
    start, end = span
    line = sheet.report.dateline
    if line is not None and start <= line.span[0] < end:
        start = min(line.span[1], end)
    kept, at = [], start
    for time in sheet.reading.times:
        if start <= time.span[0] and time.span[1] <= end and time.type != "DURATION" and time.span[0] >= at:
            kept.append(sheet.report.text[at : time.span[0]])
            at = time.span[1]
    return " ".join([*kept, sheet.report.text[at:end]])


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _fact_at(sheet: Sheet, span: Span) -> Ref | None:
    """The fact of a report that a sentence tells: the first that stands in it, else the last before it in the same line."""
    line = sheet.report.text.rfind("\n", 0, span[0])
    inside = next((fact for start, fact in _facts(sheet) if span[0] <= start < span[1]), None)
    fact = inside or max(((start, fact) for start, fact in _facts(sheet) if line < start < span[0]), default=(0, None))[1]
    return None if fact is None else Ref(report=sheet.id, fact=fact)


def _facts(sheet: Sheet) -> Iterator[tuple[int, str]]:
    reading = sheet.reading
    yield from ((event.trigger[0], event.id) for event in reading.events)
    yield from ((one.span[0], one.id) for layer in (reading.moves, reading.figures, reading.control) for one in layer)
    yield from ((statement.content[0][0], statement.id) for statement in reading.statements if statement.content)
    yield from ((time.span[0], time.id) for time in reading.times)
