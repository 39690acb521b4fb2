"""Whom numbers and words of quantity mean: "others were captured", "most were freed", "two of them, Omar Nadir and Sara Lind,"."""

from sayso.reading.grammar import expand, objects_of
from sayso.reading.parsed import Token
from sayso.reading.sides import SPEAKERS, Sides

_PART = frozenset({"others", "many", "most", "some", "several", "few", "half"})
"""Words for a part of those who have been spoken of."""
_NUMBER = frozenset({"dozens", "hundreds", "thousands", "scores"})
"""Words that go on counting, or count people nobody has spoken of."""
SO_MANY = _PART | _NUMBER
"""Words of quantity that stand for people where no "of" follows: "most were freed"."""
_PLURAL = frozenset({"NNS", "NNPS"})
_BEFALLEN = frozenset({"dobj", "nsubjpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def counted_before(number: Token, sides: Sides) -> tuple[str, ...]:
    """Whom a bare number goes on counting: "40 soldiers were killed and 12 captured"."""
    return next((sides.of_all([token]) for token in _back(number) if _counts(token)), ())


def quantity(word: Token, sides: Sides) -> tuple[str, ...]:
    """Whom a bare word of quantity means: people spoken of before it in its sentence, of who suffers those of the sentence before; what counts
    them goes on from others who were counted as suffering."""
    low = word.lower_
    if not stands_alone(word) or word.dep_ == "conj":
        return ()
    if low == "others" and (counted := counted_before(word, sides)):
        return counted
    known = [token for token in _back(word) if _plural(token)]
    if low in _NUMBER or word.dep_ not in _SUBJECTS:
        known = [token for token in known if token.dep_ in _BEFALLEN]
    first = word.sent.start
    if not known and first and word.dep_ == "nsubjpass":
        before = [token for token in word.doc[word.doc[first - 1].sent.start : first] if _plural(token)]
        known = [token for token in before if token.dep_ in _BEFALLEN and (low in _PART or _counts(token))]
    return next((found for token in known if (found := quantity(token, sides) or _people(token, sides))), ())


def stands_alone(word: Token) -> bool:
    """Whether a word of quantity counts nothing that stands beside it: not "most of the town"."""
    return word.lower_ in SO_MANY and not any(child.dep_ == "prep" and child.lower_ == "of" for child in word.children)


def by_name(noun: Token, sides: Sides) -> list[str]:
    """The persons named among many: "two of them, Omar Nadir and Sara Lind," and "nine people, including Omar Nadir"."""
    behind = [child for child in noun.rights if child.dep_ == "appos" and noun.pos_ == "NUM"]
    behind += [inner for child in noun.rights if child.lower_ == "including" for inner in objects_of(child)]
    if not behind or (noun.pos_ != "NUM" and not sides.of(noun)):
        return []
    names = [name for first in behind for one in expand(first) for name in (one, *(n for c in one.rights if c.dep_ == "appos" for n in expand(c)))]
    return [party for name in names if name.pos_ == "PROPN" for party in sides.of(name) if sides.is_person(party)]


def _back(word: Token) -> list[Token]:
    """The tokens of the sentence before a word, the nearest first."""
    return list(reversed(list(word.doc[word.sent.start : word.i])))


def _plural(word: Token) -> bool:
    return word.tag_ in _PLURAL or word.lower_ in SO_MANY


def _counts(noun: Token) -> bool:
    return noun.lower_ in _NUMBER or any(child.dep_ == "nummod" for child in noun.children)


def _people(noun: Token, sides: Sides) -> tuple[str, ...]:
    return tuple(party for party in sides.of_all([noun]) if sides.kind(party) not in SPEAKERS)
