"""What talks are about: the moves of two sides told apart by subject, so that a truce and an exchange of prisoners are two talks, and moves
about one thing that reports tell with other names of a side are of one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sayso.model.codes import POWERS
from sayso.situation.case import UNDATED
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.moves import PAUSE
from sayso.situation.released import is_release
from sayso.situation.subjects import Crowd, Matter, told_apart
from sayso.situation.topics import words_about, words_around, words_of_topics

_SHARED_BY = 6
"""Moves that may tell a word by which one looks for others about the same."""
_COMMON = 0.2
_ONE_UNNAMED, _BOTH_NAMED, _NO_SIDE, _FREED = 1.0, 1.5, 2.0, 1.0
"""The words it takes to join subjects of which one side is the same (and the other named in one of them, or in both), those without a side in
common, and a release."""
_TOPIC_SPARES = 0.5
_DESCRIBED = ("party:", "person:", "account:")
"""Beginnings of the ids of parties that the lexicon does not know: two of these may be one under two names."""


def matters_of(moves: Iterable[Made], identity: Identity) -> list[Matter]:
    """The moves of a case by what they are about, each with the sides of its talks."""
    by_sides: dict[Pair, list[Made]] = defaultdict(list)
    for made in moves:
        by_sides[made.sides].append(made)
    told = Counter(word for of_these in by_sides.values() for made in of_these for word in words_around(made))
    crowd = Crowd(told, sum(map(len, by_sides.values())))
    loose = by_sides.pop(frozenset(), [])
    found = [matter for of_these in by_sides.values() for matter in told_apart(of_these, crowd, identity)]
    found += [matter for made in loose for matter in told_apart([made], crowd, identity)]
    return _Joined(found, told, crowd, identity).matters()


class _Joined:
    """Subjects of different sides that are one: of talks whose other side one report calls by another name, or not at all."""

    def __init__(self, matters: Sequence[Matter], told: Mapping[str, int], crowd: Crowd, identity: Identity) -> None:
        self._identity = identity
        self._crowd = crowd
        self._matters = sorted(matters, key=lambda one: (-len(one.sides), -len(one.moves), min(made.order for made in one.moves)))
        self._moves = [(made, at) for at, matter in enumerate(self._matters) for made in matter.moves]
        self._about = [words_about(made) for made, _ in self._moves]
        self._around = [words_around(made) for made, _ in self._moves]
        self._of_topics = [words_of_topics(made) for made, _ in self._moves]
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._around):
            for word in words:
                if told[word] <= _SHARED_BY:
                    self._with[word].append(number)

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
        return sum(self._crowd.weight(word, _COMMON) for word in sorted(words))

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
        return asked + self._crowd.more - (_TOPIC_SPARES if spared else 0)

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
