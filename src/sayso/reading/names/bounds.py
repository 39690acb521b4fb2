"""Where a name starts and ends: what is cut off an entity of the pipeline, what is added to it, and what no name is."""

import re
from collections.abc import Container

from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.names.words import BANDS, DEEDS, GROUP_HEADS, LINKS, NEARNESS, NUMBERED, PLACE_HEADS, PREFIXES, UNNAMED
from sayso.reading.page import Page

HEADS = GROUP_HEADS | PLACE_HEADS
_OFFICES = frozenset({"unit", "court", "bureau", "agency", "elements", "squad", "department", "directorate", "service", "commission", "council"})
_MODEL = re.compile(r"[a-z]{1,4}[- ]?\d{1,4}[a-z]{0,3}")
"""Letters and digits by which aircraft, rifles and roads go; a group that goes by some stands in the lexicon."""
_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}")
"""A number that is no year."""
_WHEN = frozenset({"overnight", "yesterday", "today", "tonight", "tomorrow"})
"""Words of time that the pipeline takes into the name before them: "near Orlat overnight"."""
_SINCE = frozenset({"ago", "earlier", "later"})
"""The last word of a count of days that it takes in as well: "in Orlat a fortnight ago"."""


class Bounds:
    """The bounds of names on one page. `taken` holds the tokens that are in a name already; it grows while names are found."""

    def __init__(self, page: Page, known: Knowledge, taken: Container[int]) -> None:
        self._page = page
        self._doc = page.doc
        self._tokens = page.doc
        self._known = known
        self._taken = taken

    def pieces(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        """An entity that runs over "the" or joins two places with "and" is two names."""
        member = self._known.nouns.get(self._doc[start].lower_)
        if member is not None and member[1] and end - start > 2 and self._doc[start + 1].lower_ == "of":
            return self.pieces(start + 2, end, label)  # "Fighters of the Green League"
        for i in range(start + 1, end - 1):
            low = self._doc[i].lower_
            if self._doc[i].is_space and "\n" in self._doc[i].text and self._doc[i].text.count("\n") > 1:
                return [(start, i), *self.pieces(i + 1, end, label)]
            if low == "the" and self._doc[i - 1].lower_ not in ("of", "for", "in", "and", "on", "to", "against", "with"):
                return [(start, i), *self.pieces(i + 1, end, label)]
            if low in (";", ":"):
                return [(start, i), *self.pieces(i + 1, end, label)]
            if low in ("-", "\u2013", "\u2014") and self._doc[i].whitespace_ and self._doc[i - 1].whitespace_:  # "Army retakes X - state media"
                return [(start, i), *self.pieces(i + 1, end, label)]
            if low in DEEDS and self._doc[i].text.istitle():
                return [(start, i), *self.pieces(i + 1, end, label)]
            if low in ("and", "or") and (label in ("GPE", "LOC", "FAC", "PERSON") or (label != "ORG" and end - start == 3)):
                return [(start, i), *self.pieces(i + 1, end, label)]
        return [(start, end)]

    def first_name(self, start: int, label: str) -> int:
        """A person's name starts at the given name before it, and any at the words that an "e" or "i" ties to it."""
        while self._linked(start) and start - 3 not in self._taken and self.proper(start - 3):
            start -= 3
        while label == "PERSON" and start and start - 1 not in self._taken and self.proper(start - 1):
            before = self._doc[start - 1]
            if before.ent_iob_ not in ("O", "") or before.head.i < start or before.head.i > start + 3:
                break
            start -= 1
        return start

    def stretched(self, end: int) -> int:
        """An entity goes on through the capitalised proper nouns right after it."""
        while step := self.goes_on(end):
            inside = not (self.numbers(end) or self._linked(end + step - 1)) and any(self._doc[i].ent_iob_ != "O" for i in range(end, end + step))
            if inside and self._doc[end].lower_ not in GROUP_HEADS:
                break
            end += step
        return end

    def _linked(self, at: int) -> bool:
        """Whether an "e" or "i" ties a word to the one before it: Hawz-e Mirza is one name, however many the pipeline sees."""
        return at > 2 and self._doc[at - 1].text in ("e", "i") and self._doc[at - 2].text == "-" and not self._doc[at - 2].whitespace_

    def goes_on(self, end: int) -> int:
        """How many tokens a name goes on for: a proper noun, alone or after small words ("al-Zor"), a number ("Hill 402"); 0 where it ends."""
        if self.numbers(end):
            return 1
        for step in range(1, 5):
            i = end + step - 1
            if i >= len(self._tokens) or i in self._taken:
                return 0
            if self.proper(i):
                return step
            low = self._tokens[i].lower_
            if low not in LINKS and not (low in ("e", "i") and self._tokens[i - 1].text == "-"):  # Mazar-i-Sharif
                return 0
        return 0

    def numbers(self, at: int) -> bool:
        """Whether a token is the number that a unit or a site before it goes by: "Hill 402", "Division 30"."""
        if not 0 < at < len(self._tokens) or at in self._taken or not _NUMBER.fullmatch(self._tokens[at].text):
            return False
        head = self._tokens[at - 1]
        return head.lower_ in NUMBERED and head.text.istitle() and self._tokens[at].head.i <= head.i

    def trimmed(self, start: int, end: int, label: str = "") -> tuple[int, int]:
        """Articles, titles before and possessive endings after a name are no part of it."""
        doc = self._doc
        while end > start and (
            doc[end - 1].tag_ == "POS" or not any(c.isalnum() for c in doc[end - 1].text) or doc[end - 1].lower_ in _WHEN
            or (doc[end - 1].lower_ in DEEDS and doc[end - 1].text.istitle())
        ):
            end -= 1
        if end - start > 2 and doc[end - 1].lower_ in _SINCE and doc[end - 2].text.islower():
            end = next((i for i in range(end - 1, start, -1) if doc[i - 1].text[0].isupper()), end)
        for i in range(end - 2, start, -1):  # Environment Minister Rosa Lind
            if doc[i].lower_ in self._known.titles and (label == "PERSON" or doc[i + 1].lower_ in self._known.given):
                start = i + 1
                break
        while start < end:
            low = doc[start].lower_.rstrip(".")
            follows = doc[start + 1].text if start + 1 < end else ""
            article = low in ("the", "a", "an") or (follows and low in NEARNESS) or not doc[start].text[0].isalnum()
            title = low in self._known.titles and follows not in ("", "of", "for", "-") and doc[end - 1].lower_ not in HEADS
            if fold(low) in self._known.adjectives and follows and (label != "ORG" or not self._body(start + 2, end)):
                title = not self._large(f"{doc[start].text} {follows}")
            if low in ("anti", "pro") and follows == "-" and not self._of_a_cause(start, end):
                start += 2  # "anti-Marn protests" are against him
                continue
            if not article and not title:
                break
            start += 1
        return start, end

    def _of_a_cause(self, start: int, end: int) -> bool:
        """Whether a name is that of a body for or against something: "the Anti-Terrorism Unit", "the Pro-Islam Brigade"."""
        last = self._doc[end - 1]
        return self._doc[start].text[0].isupper() and last.text[0].isupper() and last.lower_ in GROUP_HEADS | _OFFICES

    def _large(self, name: str) -> bool:
        """Whether a nationality word with the word after it is the name of a large place: British Columbia, the Indian Ocean."""
        return any(p.kind in ("country", "province", "area") for p in self._page.lexicon.gazetteer.exactly(name))

    def _body(self, start: int, end: int) -> bool:
        """Whether the rest of an organisation's name is one short word, or has a noun for bodies: "American Airlines", "Syrian National Council"."""
        return start >= end or any(t.lower_ in GROUP_HEADS for t in self._doc[start:end])

    def of_a_band(self, start: int) -> int:
        """Where a name starts that is the second half of a band's: "the Sons of the Dunes", "Lions of Rojava"."""
        at = start - 1
        while at >= 0 and self._doc[at].lower_ in ("the", "of"):
            at -= 1
        if at < 0 or at == start - 1 or self._doc[at + 1].lower_ != "of" or at in self._taken:
            return start
        word = self._doc[at]
        opens = word.is_sent_start or (at and self._doc[at - 1].is_space)
        return at if word.lower_ in BANDS and word.text.istitle() and not opens else start

    def proper(self, i: int) -> bool:
        token = self._tokens[i]
        text = token.text
        if not text[0].isupper():
            return False
        low = text.lower()
        if low in UNNAMED or low in LINKS:
            return low in PREFIXES
        return token.tag_ in ("NNP", "NNPS") and fold(text) not in self._known.adjectives

    def key(self, start: int, end: int) -> str:
        return " ".join(fold(t.text).rstrip(".") for t in self._doc[start:end] if t.text[0].isalnum() and t.tag_ != "POS")

    def nameable(self, key: str) -> bool:
        last = key.rpartition(" ")[2]
        if key.partition(" ")[0] in ("intra", "inter", "pro", "anti", "non") and (last in self._known.adjectives or last in self._known.peoples):
            return False
        if _MODEL.fullmatch(key) and key.partition(" ")[0] not in NUMBERED:
            return False  # "two SF-260 planes"
        return bool(key) and key not in UNNAMED and key not in self._known.adjectives and key not in self._known.peoples
