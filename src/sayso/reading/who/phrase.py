"""The extent of a noun phrase around its head."""

from collections.abc import Mapping

from sayso.reading.page import Name
from sayso.reading.parsed import Parsed, Token

_QUANTITIES = frozenset(
    """thousands hundreds dozens scores tens millions number numbers handful couple majority group groups crowd crowds lot lots most
    some many several all both none half rest members part bulk series score dozen hundred thousand few any each one two three four
    five six seven eight nine ten""".split()
)
_LEFT = frozenset({"det", "amod", "nummod", "compound", "poss", "nmod", "quantmod", "predet", "npadvmod"})
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_OPENING = frozenset("\"'\u201c\u2018,;:-\u2013\u2014(`.!?")
_CLOSING = frozenset("\"'\u201d\u2019,;:.-\u2013\u2014`!?")


def left_of(head: Token) -> int:
    """The first token of the phrase: determiners, numbers, adjectives and nouns before the head, and "thousands of"."""
    start = next((child.left_edge.i for child in head.lefts if child.dep_ in _LEFT), head.i)
    for i in range(head.i - 1, start, -1):
        if head.doc[i].text in _DASHES and head.doc[i].whitespace_ and head.doc[i - 1].whitespace_:  # "Army retakes the town - state media"
            start = i + 1
            break
    above = head.head
    if head.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in _QUANTITIES and above.head.i < start:
        return min(start, left_of(above.head))
    return start


def trimmed(doc: Parsed, start: int, end: int) -> tuple[int, int]:
    """Tokens [start, end) without blanks and punctuation at the ends."""
    while start < end and (doc[start].is_space or doc[start].text in _OPENING or doc[start].text in ("``", "--")):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].tag_ == "POS" or doc[end - 1].text in _CLOSING):
        end -= 1
    return start, end


def article(doc: Parsed, start: int, head: int) -> str:
    """How the phrase opens: "the" (also this, those), "a" (also another, some), "poss" (his, Syria's), or ""."""
    for token in doc[start : min(head, start + 2)]:
        low = token.lower_
        if low in ("the", "this", "that", "these", "those"):
            return "the"
        if low in ("a", "an", "another", "some", "one", "any"):
            return "a"
        if token.dep_ == "poss" or token.tag_ == "PRP$":
            return "poss"
    return ""


_BEHIND = frozenset("backed linked affiliated inspired aligned allied supported sponsored funded armed".split())


def stands_behind(doc: Parsed, i: int, name_at: Mapping[int, Name]) -> bool:
    """Whether a word, with the rest of its name, only tells who stands behind others or whom they are against: "Islamic State-linked militants",
    "anti-Marn forces"."""
    start, end = i, i + 1
    while start in name_at and name_at.get(start - 1) is name_at[start]:
        start -= 1
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ == "anti":
        return True
    while i in name_at and name_at.get(end) is name_at[i]:
        end += 1
    return end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in _BEHIND


def counted_by(head: Token) -> Token:
    """The word of quantity over a noun, which has its place in the sentence: "hundreds" of "hundreds of fighters"; else the noun."""
    above = head.head
    return above.head if head.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in _QUANTITIES else head
