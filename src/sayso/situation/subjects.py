"""The moves of two sides told apart by subject.

What two moves share besides their sides makes them one: a topic at about the same time, words that few others use, the place of a deal, the day on
which it was made, a report that tells them together. A move that leaves its subject open is about what its sides spoke of last. The more a
case tells of talks, the nearer in time that has to be. The weights were set by hand on the development campaigns, and half or twice of nearly
any changes little there (of `_OTHER_TOPIC` and `_SAME_REPORT` it does)."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import log2

from sayso.model.codes import MoveKind
from sayso.situation.case import UNDATED
from sayso.situation.deal_places import MAKING, places_of_deal
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.moves import PAUSE
from sayso.situation.topics import topics_of, words_about
from sayso.situation.words import sentence_span

_ASKS: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum", "mediate", "meet"})
_ANSWERS: frozenset[MoveKind] = frozenset({"accept", "reject", "deny_talks"})
_DEALS: frozenset[MoveKind] = frozenset({"agree", "accept", "implement", "breach"})
_COURSE: frozenset[MoveKind] = _DEALS | {"mediate", "walk_out"}
"""What becomes of a deal, and how it came about."""
_CLOSE = 400
"""Characters between two moves of a report that are told in one go."""

_SAME_TOPIC, _OTHER_TOPIC = 3.0, -2.5
_SAME_PLACE, _OTHER_PLACE = 1.0, -9.0
_SAME_DAY = 2.0
_MOST_WORDS = 2.0
_SAME_REPORT, _RIGHT_BEFORE, _SAME_SENTENCE, _ANSWERED = 1.0, 0.5, 2.0, 4.0
_LATEST, _IN_COURSE = 0.5, 0.7
_ENOUGH = 0.3
"""What a move needs to be about something that was talked of before; with less it opens another subject."""
_CROWDED = 0.4
"""What it needs besides in a case of many talks."""

_LOOK = 50
"""Moves back to which what an answer answers is looked for."""

_RARE = 3
"""A word that so many moves of the case tell counts whole for their being about one thing, and half in twice as many."""
_CROWD = 40
"""In a case of more moves two of them have something in common by chance: `Crowd.more` grows by a half with each doubling."""
_FEW_DAYS = 14.0


class Crowd:
    """How many moves a case tells of, and how many of them use a word."""

    def __init__(self, told: Mapping[str, int], moves: int) -> None:
        self._told = told
        self.more = log2(max(1.0, moves / _CROWD)) / 2
        self.days = max(_FEW_DAYS, PAUSE.days * 2 / 4**self.more)
        """How far apart moves lie that a topic in common does not make one any more."""

    def weight(self, word: str, common: float = 0.0) -> float:
        """What it counts that two moves both use a word; `common` where many do."""
        told = self._told[word]
        return 1.0 if told <= _RARE else 0.5 if told <= 2 * _RARE else common


@dataclass(slots=True, eq=False)
class Matter:
    """One subject of talks, as far as it is known."""

    sides: Pair
    topics: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    moves: list[Made] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    kinds: set[MoveKind] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    stated: set[tuple[str | None, str | None]] = field(default_factory=set)
    """The days on which its deal is told to have been made."""
    days: list[int] = field(default_factory=list)
    """The days of its moves in order, counted from the calendar's first."""

    def take(self, made: Made, topics: Iterable[str], about: Iterable[str], places: Iterable[str] = ()) -> None:
        """Add a move about these topics, in these words, at these places."""
        self.moves.append(made if made.sides == self.sides else replace(made, sides=self.sides))
        self.topics.update(topics)
        self.words.update(about)
        self.reports.add(made.sheet.id)
        self.kinds.add(made.move.kind)
        self.places.update(places)
        if (stated := _stated(made)) is not None:
            self.stated.add(stated)
        if made.day != UNDATED:
            insort(self.days, date.fromisoformat(made.day).toordinal())

    def apart(self, day: int) -> int:
        """How many days lie between a day and its nearest move."""
        at = bisect_left(self.days, day)
        return min((abs(day - one) for one in self.days[max(0, at - 1) : at + 1]), default=0)


def told_apart(moves: Iterable[Made], crowd: Crowd, identity: Identity) -> list[Matter]:
    """The moves of the same sides by what they are about."""
    subjects = _Subjects(crowd, identity)
    for made in sorted(moves, key=lambda one: (*one.sheet.order, one.move.span[0], one.move.id)):
        subjects.take(made)
    return subjects.matters


@dataclass(frozen=True, slots=True)
class _Told:
    """A move with what it is about."""

    made: Made
    topics: frozenset[str]
    about: frozenset[str]
    places: frozenset[str]


class _Subjects:
    """The subjects of two sides as far as their moves have been taken in, the one spoken of last at the end."""

    def __init__(self, crowd: Crowd, identity: Identity) -> None:
        self._crowd = crowd
        self._identity = identity
        self._enough = _ENOUGH + _CROWDED * crowd.more
        self._before: Made | None = None
        self.matters: list[Matter] = []

    def take(self, made: Made) -> None:
        """Add the next move to what it is about."""
        told = _Told(made, topics_of(made), words_about(made), places_of_deal(made, self._identity))
        broken = made.move.kind == "breach" and any(one.kinds & _DEALS for one in self.matters)  # what is broken is a deal
        fitting = [(self._fit(told, one), at) for at, one in enumerate(self.matters) if not broken or one.kinds & _DEALS]
        fit, at = max(fitting, default=(0.0, 0))
        matter = self.matters.pop(at) if fit >= self._enough else Matter(made.sides)
        others = {topic for one in self.matters for topic in one.topics} if matter.topics else set[str]()
        matter.take(made, told.topics - others, told.about, told.places)
        self.matters.append(matter)
        self._before = made

    def _fit(self, told: _Told, matter: Matter) -> float:
        """How much speaks for a move's being about a subject."""
        made, newest = told.made, matter.moves[-1]
        near = self._nearness(made, matter)
        fit = min(sum(self._crowd.weight(word) for word in told.about & matter.words), _MOST_WORDS)
        other = bool(told.topics and matter.topics) and told.topics.isdisjoint(matter.topics)
        if told.topics and matter.topics:
            fit += _OTHER_TOPIC if other else _SAME_TOPIC * near
        if told.places and matter.places:
            fit += _SAME_PLACE if told.places & matter.places else _OTHER_PLACE
        if _stated(made) in matter.stated:
            fit += _SAME_DAY
        if newest is self._before:
            fit += _LATEST * near
        if made.sheet.id in matter.reports:
            fit += self._in_one_report(made, matter)
            if newest is self._before and newest.sheet.id == made.sheet.id:
                asked = other and {made.move.kind, newest.move.kind} <= _ASKS  # "demanded aid and offered its captives": two things
                fit += _RIGHT_BEFORE + (_SAME_SENTENCE if not asked and _in_one_sentence(newest, made) else 0)
        if (made.move.kind in _COURSE and matter.kinds & _COURSE) or self._may_answer(made, newest):
            fit += _IN_COURSE * near
        return fit

    def _nearness(self, made: Made, matter: Matter) -> float:
        """One where a subject was spoken of in the days around a move, and less with each further day. Who only speaks of an earlier deal of
        two with names may do so long after it."""
        recalled = made.recalled and matter.kinds & _DEALS and len(matter.sides) > 1 and all(map(self._identity.named, matter.sides))
        if recalled or made.day == UNDATED:
            return 1.0
        return max(0.0, min(1.0, 2 - 2 * matter.apart(date.fromisoformat(made.day).toordinal()) / self._crowd.days))

    def _in_one_report(self, made: Made, matter: Matter) -> float:
        """What it counts that one report tells of a subject and of a move: less in a case of many talks where it tells them neither close together
        nor both as of a deal that there is."""
        same = [one for one in matter.moves[-_LOOK:] if one.sheet.id == made.sheet.id]
        of_a_deal = made.move.kind in _COURSE and matter.kinds & _COURSE
        together = of_a_deal or any(abs(one.move.span[0] - made.move.span[0]) <= _CLOSE for one in same)
        answered = made.move.answers and any(one.move.id == made.move.answers for one in same)
        return _SAME_REPORT - (0 if together else self._crowd.more) + (_ANSWERED if answered else 0)

    def _may_answer(self, made: Made, before: Made) -> bool:
        """Whether a move may answer the one before it: whoever asks does not answer himself."""
        if made.move.kind not in _ANSWERS or before.move.kind not in _ASKS:
            return False
        by, asked = ({self._identity.side(party) for party in self._identity.actors_of(one.sheet, one.move.from_)} for one in (made, before))
        return not by & asked


def _stated(made: Made) -> tuple[str | None, str | None] | None:
    """The day, month or year in which a deal is told to have been made or to have begun."""
    when = made.move.when
    return (when.earliest, when.latest) if when is not None and made.move.kind in MAKING else None


def _in_one_sentence(first: Made, second: Made) -> bool:
    start, end = sentence_span(second.sheet.report.text, second.move.span)
    return start <= first.move.span[0] < end
