"""The extent of a noun phrase around its head: from its leftmost word to its last apposition."""

from spacy.tokens import Doc, Token

_QUANTITIES = frozenset(
    """thousands hundreds dozens scores tens millions number numbers handful couple majority group groups crowd crowds lot lots most
    some many several all both none half rest members part bulk series score dozen hundred thousand convoy families remainder few
    any each one two three four five""".split()
)
_LEFT = frozenset({"det", "amod", "nummod", "compound", "poss", "nmod", "quantmod", "advmod", "predet", "punct", "case", "npadvmod"})


def left_of(head: Token) -> int:
    """The first token of the phrase: determiners, numbers, adjectives and nouns before the head, and "thousands of"."""
    start = head.i
    for child in head.lefts:
        if (child.dep_ in _LEFT and child.tag_ not in ("``", "''", ",")) or (child.dep_ == "cc" and False):
            start = min(start, child.left_edge.i)
            break
        if child.dep_ in _LEFT:
            continue
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in _QUANTITIES and head.head.i < start:
        return min(start, left_of(head.head.head))
    return start


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without blanks and punctuation at the ends."""
    while start < end and (doc[start].is_space or doc[start].text in ('"', "'", "\u201c", "\u2018", ",", ";", ":", "-", "\u2013", "\u2014", "(")):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].tag_ == "POS" or doc[end - 1].text in ('"', "\u201d", ",", ";", ":", ".", "-", "\u2013", "\u2014")):
        end -= 1
    return start, end


def determiner(doc: Doc, start: int, head: int) -> str:
    """the, a, a possessive ("poss"), or nothing, from the first words of the phrase."""
    for i in range(start, min(head, start + 2)):
        low = doc[i].lower_
        if low in ("the", "this", "that", "these", "those"):
            return "the"
        if low in ("a", "an", "another", "some", "one", "any"):
            return "a"
        if doc[i].dep_ == "poss" or doc[i].tag_ == "PRP$":
            return "poss"
    return ""
