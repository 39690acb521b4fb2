"""What talks are about: the moves of two sides told apart by subject, so that a truce and an exchange of prisoners are two talks, and moves
about one thing that reports tell with other names of a side are of one.

A subject is known by what it is about in general (a truce, captives, aid), by the words that its moves share ("the engineers", "the power
line") and by what one report tells in one go. A move that leaves it open is about what its sides spoke of last. The weights were set by hand on the
development campaigns, and half or twice of nearly any changes little there (of `_OTHER_TOPIC` and `_SAME_REPORT` it does)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import log2

from sayso.model.codes import POWERS, MoveKind
from sayso.situation.case import UNDATED
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.moves import PAUSE
from sayso.situation.released import is_release
from sayso.situation.topics import topics_of, words_about, words_around, words_of_topics
from sayso.situation.words import sentence_span

_ASKS: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum", "mediate", "meet"})
_ANSWERS: frozenset[MoveKind] = frozenset({"accept", "reject", "deny_talks", "walk_out"})
_DEALS: frozenset[MoveKind] = frozenset({"agree", "accept", "implement", "breach"})
_OF_A_DEAL: frozenset[MoveKind] = frozenset({"implement", "breach"})

_SAME_TOPIC, _OTHER_TOPIC = 3.0, -2.5
_SHARED_WORD, _MOST_WORDS = 1.0, 2
_SAME_REPORT, _RIGHT_BEFORE, _SAME_SENTENCE, _ANSWERED = 1.0, 0.5, 2.0, 4.0
_LATEST, _IN_COURSE = 0.5, 0.7
_ENOUGH = 0.3
"""What a move needs to be about something that was talked of before; with less it opens another subject."""

_LOOK = 50
"""Moves back to which what an answer answers is looked for."""

_RARE = 3
"""A word that so many moves of the case tell counts whole for their being about one thing, and half in twice as many."""
_COMMON = 0.2
_ONE_UNNAMED, _BOTH_NAMED, _NO_SIDE, _FREED = 1.0, 1.5, 2.0, 1.0
"""The words it takes to join subjects of which one side is the same (and the other named in one of them, or in both), those without a side in
common, and a release."""
_TOPIC_SPARES = 0.5
_DESCRIBED = ("party:", "person:", "account:")
"""Beginnings of the ids of parties that the lexicon does not know: two of these may be one under two names."""
_CROWD = 40
"""In a case of more moves two of them share words by chance: half a word more is asked for each doubling."""


@dataclass(slots=True, eq=False)
class Matter:
    """One subject of talks, as far as it is known."""

    sides: Pair
    topics: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    moves: list[Made] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    kinds: set[MoveKind] = field(default_factory=set)

    def take(self, made: Made, topics: Iterable[str], about: Iterable[str]) -> None:
        """Add a move about these topics, in these words."""
        self.moves.append(made if made.sides == self.sides else replace(made, sides=self.sides))
        self.topics.update(topics)
        self.words.update(about)
        self.reports.add(made.sheet.id)
        self.kinds.add(made.move.kind)


def matters_of(moves: Iterable[Made], identity: Identity) -> list[Matter]:
    """The moves of a case by what they are about, each with the sides of its talks."""
    by_sides: dict[Pair, list[Made]] = defaultdict(list)
    for made in moves:
        by_sides[made.sides].append(made)
    loose = by_sides.pop(frozenset(), [])
    found = [matter for of_these in by_sides.values() for matter in _told_apart(of_these)]
    found += [matter for made in loose for matter in _told_apart([made])]
    return _Joined(found, identity).matters()


def _told_apart(moves: Iterable[Made]) -> list[Matter]:
    """The moves of the same sides by what they are about."""
    matters: list[Matter] = []
    before: Made | None = None
    for made in sorted(moves, key=lambda one: (*one.sheet.order, one.move.span[0], one.move.id)):
        topics, about = topics_of(made), words_about(made)
        fitting = [(_fit(made, topics, about, matter, before), at) for at, matter in enumerate(matters)]
        fit, at = max(fitting, default=(0.0, 0))
        matter = matters.pop(at) if fit >= _ENOUGH else Matter(made.sides)
        others = {topic for one in matters for topic in one.topics} if matter.topics else set[str]()
        matter.take(made, topics - others, about)
        matters.append(matter)  # the one spoken of last
        before = made
    return matters


def _fit(made: Made, topics: frozenset[str], about: frozenset[str], matter: Matter, before: Made | None) -> float:
    """How much speaks for a move's being about a subject; `before` is the move of its sides that is told before it."""
    newest = matter.moves[-1]
    fit = _SHARED_WORD * min(len(about & matter.words), _MOST_WORDS)
    if topics and matter.topics:
        fit += _SAME_TOPIC if topics & matter.topics else _OTHER_TOPIC
    if newest is before:
        fit += _LATEST
    if made.sheet.id in matter.reports:
        fit += _SAME_REPORT
        if newest is before and newest.sheet.id == made.sheet.id:
            fit += _RIGHT_BEFORE + (_SAME_SENTENCE if _in_one_sentence(newest, made) else 0)
        if made.move.answers and any(one.move.id == made.move.answers and one.sheet.id == made.sheet.id for one in matter.moves[-_LOOK:]):
            fit += _ANSWERED
    if (made.move.kind in _OF_A_DEAL and matter.kinds & _DEALS) or (made.move.kind in _ANSWERS and newest.move.kind in _ASKS):
        fit += _IN_COURSE
    return fit


def _in_one_sentence(first: Made, second: Made) -> bool:
    start, end = sentence_span(second.sheet.report.text, second.move.span)
    return start <= first.move.span[0] < end


class _Joined:
    """Subjects of different sides that are one: of talks whose other side one report calls by another name, or not at all."""

    def __init__(self, matters: Sequence[Matter], identity: Identity) -> None:
        self._identity = identity
        self._matters = sorted(matters, key=lambda one: (-len(one.sides), -len(one.moves), min(made.order for made in one.moves)))
        self._moves = [(made, at) for at, matter in enumerate(self._matters) for made in matter.moves]
        self._about = [words_about(made) for made, _ in self._moves]
        self._around = [words_around(made) for made, _ in self._moves]
        self._of_topics = [words_of_topics(made) for made, _ in self._moves]
        self._told = Counter(word for words in self._around for word in words)
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._around):
            for word in words:
                if self._told[word] <= 2 * _RARE:
                    self._with[word].append(number)
        self._crowd = log2(max(1.0, len(self._moves) / _CROWD)) / 2

    def matters(self) -> list[Matter]:
        """The subjects, each with those that are one with it."""
        into: dict[int, int] = {}
        numbers: dict[int, list[int]] = defaultdict(list)
        for number, (_, at) in enumerate(self._moves):
            numbers[at].append(number)
        for at, one in enumerate(self._matters):
            shared = self._shared(numbers[at], at, into)
            more = ((weight - self._asked(one, self._matters[other]), -other) for other, weight in shared.items())
            most, other = max((found for found in more if found[0] >= 0), default=(-1.0, 0))
            into[at] = at if most < 0 else -other
            if most >= 0:
                for made in one.moves:
                    self._matters[-other].take(made, one.topics, ())
        return [one for at, one in enumerate(self._matters) if into[at] == at]

    def _shared(self, numbers: Iterable[int], at: int, into: dict[int, int]) -> dict[int, float]:
        """By subject before this one, the most that one of its moves shares with one of these in words."""
        found: dict[int, float] = {}
        for number in numbers:
            near = {other for word in self._around[number] for other in self._with.get(word, ())}
            for other in near:
                matter = into.get(self._moves[other][1])
                if matter is not None and matter != at and _about_then(self._moves[number][0], self._moves[other][0]):
                    rivals = self._rivals(self._matters[at].sides, self._matters[matter].sides)
                    found[matter] = max(found.get(matter, 0.0), self._weight(number, other, rivals))
        return found

    def _weight(self, one: int, other: int, rivals: bool) -> float:
        """How much two moves share in words; of talks with rivals those do not count that only name the topic."""
        words = (self._about[one] & self._around[other]) | (self._about[other] & self._around[one])
        if rivals:
            words -= self._of_topics[one] | self._of_topics[other]
        told = [self._told[word] for word in sorted(words)]
        return sum(1.0 if times <= _RARE else 0.5 if times <= 2 * _RARE else _COMMON for times in told)

    def _asked(self, one: Matter, other: Matter) -> float:
        """How much two subjects have to share to be one; no words are enough where the topics differ, or all sides with a name."""
        never = float("inf")
        freed = all(map(is_release, one.moves))  # who is freed is told by name, in return for whatever it may be
        if one.sides == other.sides or (one.topics and other.topics and not one.topics & other.topics and not freed):
            return never
        common = one.sides & other.sides
        both_named = self._both_named(one.sides, other.sides)
        if both_named and (not common or not any(side.startswith(_DESCRIBED) for side in one.sides ^ other.sides)):
            return never  # a truce with one armed group is none with another
        if not common and any(self._two_named(one, other) for one, other in ((one.sides, other.sides), (other.sides, one.sides))):
            return never
        asked = _NO_SIDE if not common else _BOTH_NAMED if both_named else _ONE_UNNAMED
        if freed:
            asked = min(asked, _FREED)
        spared = one.topics & other.topics and not self._rivals(one.sides, other.sides)
        return asked + self._crowd - (_TOPIC_SPARES if spared else 0)

    def _rivals(self, one: Pair, other: Pair) -> bool:
        """Whether talks have other sides with names of their own that are not both of a state, whose parts have many names."""
        return self._both_named(one, other) and not all(self._identity.kind(side) in POWERS for side in one ^ other)

    def _both_named(self, one: Pair, other: Pair) -> bool:
        common = one & other
        return all(any(map(self._known, sides - common)) for sides in (one, other))

    def _two_named(self, one: Pair, other: Pair) -> bool:
        return len(one) > 1 and len(other) > 1 and all(map(self._known, other))

    def _known(self, side: str) -> bool:
        return self._identity.named(side) and self._identity.kind(side) != "person"


def _about_then(one: Made, other: Made) -> bool:
    if UNDATED in (one.day, other.day):
        return False
    since = date.fromisoformat(one.day) - date.fromisoformat(other.day)
    if (is_release(one) and since < timedelta(0)) or (is_release(other) and since > timedelta(0)):
        return False  # a step of what had been asked before it
    return abs(since) <= PAUSE
