"""The moves of two sides told apart by subject.

What two moves share besides their sides makes them one: a topic at about the same time, words that few others use, the place of a deal, the day on
which it was made, a report that tells them together. A move that leaves its subject open is about what its sides spoke of last. The more a
case tells of talks, the nearer in time that has to be. The weights were set by hand on the development campaigns, and half or twice of nearly
any changes little there (of `_OTHER_TOPIC` and `_SAME_REPORT` it does)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import log2

from sayso.model.codes import MoveKind
from sayso.situation.case import UNDATED
from sayso.situation.deal_places import places_of_deal
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.moves import PAUSE
from sayso.situation.topics import topics_of, words_about
from sayso.situation.words import sentence_span

_ASKS: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum", "mediate", "meet"})
_ANSWERS: frozenset[MoveKind] = frozenset({"accept", "reject", "deny_talks"})
_DEALS: frozenset[MoveKind] = frozenset({"agree", "accept", "implement", "breach"})
_OF_A_DEAL: frozenset[MoveKind] = frozenset({"implement", "breach"})
_MADE: frozenset[MoveKind] = frozenset({"agree", "mediate", "implement"})
"""What a report tells of a deal when it says on which day there was one."""
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

    def take(self, made: Made, topics: Iterable[str], about: Iterable[str], places: Iterable[str] = ()) -> None:
        """Add a move about these topics, in these words, at these places."""
        self.moves.append(made if made.sides == self.sides else replace(made, sides=self.sides))
        self.topics.update(topics)
        self.words.update(about)
        self.reports.add(made.sheet.id)
        self.kinds.add(made.move.kind)
        self.places.update(places)
        if (day := _stated(made)) is not None:
            self.stated.add(day)


def told_apart(moves: Iterable[Made], crowd: Crowd, identity: Identity) -> list[Matter]:
    """The moves of the same sides by what they are about."""
    matters: list[Matter] = []
    before: Made | None = None
    for made in sorted(moves, key=lambda one: (*one.sheet.order, one.move.span[0], one.move.id)):
        topics, about, places = topics_of(made), words_about(made), places_of_deal(made, identity)
        broken = made.move.kind == "breach" and any(one.kinds & _DEALS for one in matters)  # what is broken is a deal
        likely = [(at, one) for at, one in enumerate(matters) if not broken or one.kinds & _DEALS]
        fitting = [(_fit(made, topics, about, places, one, before, crowd, identity), at) for at, one in likely]
        fit, at = max(fitting, default=(0.0, 0))
        matter = matters.pop(at) if fit >= _ENOUGH + _CROWDED * crowd.more else Matter(made.sides)
        others = {topic for one in matters for topic in one.topics} if matter.topics else set[str]()
        matter.take(made, topics - others, about, places)
        matters.append(matter)  # the one spoken of last
        before = made
    return matters


def _fit(
    made: Made, topics: frozenset[str], about: frozenset[str], places: frozenset[str], matter: Matter, before: Made | None, crowd: Crowd,
    identity: Identity,
) -> float:  # fmt: skip
    """How much speaks for a move's being about a subject; `before` is the move of its sides that is told before it."""
    newest = matter.moves[-1]
    near = _nearness(made, matter, crowd, identity)
    fit = min(sum(crowd.weight(word) for word in about & matter.words), _MOST_WORDS)
    other = bool(topics and matter.topics) and not topics & matter.topics
    if topics and matter.topics:
        fit += _SAME_TOPIC * near if topics & matter.topics else _OTHER_TOPIC
    if places and matter.places:
        fit += _SAME_PLACE if places & matter.places else _OTHER_PLACE
    if _stated(made) in matter.stated:
        fit += _SAME_DAY
    if newest is before:
        fit += _LATEST * near
    if made.sheet.id in matter.reports:
        fit += _SAME_REPORT - (0 if _told_together(made, matter) else crowd.more)
        if newest is before and newest.sheet.id == made.sheet.id:
            fit += _RIGHT_BEFORE + (_SAME_SENTENCE if not other and _in_one_sentence(newest, made) else 0)
        if made.move.answers and any(one.move.id == made.move.answers and one.sheet.id == made.sheet.id for one in matter.moves[-_LOOK:]):
            fit += _ANSWERED
    if (made.move.kind in _COURSE and matter.kinds & _COURSE) or _answers(made, newest, identity):
        fit += _IN_COURSE * near
    return fit


def _nearness(made: Made, matter: Matter, crowd: Crowd, identity: Identity) -> float:
    """One where a subject was spoken of in the days around a move, and less with each further day. Who only speaks of an earlier deal of
    two with names may do so long after it."""
    if made.day == UNDATED or (made.recalled and len(matter.sides) > 1 and matter.kinds & _DEALS and all(map(identity.named, matter.sides))):
        return 1.0
    apart = min((_days(made.day, one.day) for one in matter.moves[-_LOOK:] if one.day != UNDATED), default=0)
    return max(0.0, min(1.0, 2 - 2 * apart / crowd.days))


def _told_together(made: Made, matter: Matter) -> bool:
    """Whether a report that tells of a subject and of a move tells them close together, or both as of a deal that there is."""
    deal = made.move.kind in _COURSE and matter.kinds & _COURSE
    return bool(deal) or any(one.sheet is made.sheet and abs(one.move.span[0] - made.move.span[0]) <= _CLOSE for one in matter.moves[-_LOOK:])


def _answers(made: Made, before: Made, identity: Identity) -> bool:
    """Whether a move may answer the one before it: whoever asks does not answer himself."""
    if made.move.kind not in _ANSWERS or before.move.kind not in _ASKS:
        return False
    by, asked = ({identity.side(party) for party in identity.actors_of(one.sheet, one.move.from_)} for one in (made, before))
    return not by & asked


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _stated(made: Made) -> tuple[str | None, str | None] | None:
    """The day, month or year in which a deal is told to have been made."""
    when = made.move.when
    return (when.earliest, when.latest) if when is not None and made.move.kind in _MADE else None


def _in_one_sentence(first: Made, second: Made) -> bool:
    start, end = sentence_span(second.sheet.report.text, second.move.span)
    return start <= first.move.span[0] < end
