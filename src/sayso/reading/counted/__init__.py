"""How many: figures as intervals, with what they count and on whose word."""

from collections import defaultdict

from sayso.lexicon import Lexicon
from sayso.lexicon.event_rows import WordClassRow
from sayso.lexicon.time_rows import CountWordRow
from sayso.model import Figure
from sayso.reading.counted.phrase import CountedPhrase, Phrases, goes_on
from sayso.reading.counted.quantity import Quantities, Quantity
from sayso.reading.page import Page
from sayso.reading.parsed import Parsed, Token

_MONEY = frozenset("$ £ € ¥ dlrs us$".split())
_MONEY_NOUNS = frozenset(
    "mark marks crown crowns franc francs peso pesos rupee rupees rand shilling shillings riyal riyals kyat birr naira hryvnia shekel "
    "shekels dollar dollars euro euros pound pounds lira liras rouble roubles ruble rubles yen dinar dinars cent cents usd eur".split()
)
_LAST_DAY = 31
_OLDEST = 110
_AT = frozenset({"in", "at", "near", "outside", "around", "from"})
_OF_AGE = frozenset("girl boy child man woman baby toddler son daughter teenager youth mother father infant".split())
_THINGS = ("place", "facility", "vehicle", "weapon")
"""Classes of words for what is captured or freed and is no person."""
_JOINING = frozenset({"and", "or", "to", "through", "until", ",", "-", "–", "/"})
_COUNTS_NOTHING = frozenset("one way time times side sides point points pm am part parts half".split())


class Counted:
    """Finds the figures of a page. Durations, ages, dates, ordinals and prices are none."""

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, dict[str, str]] = defaultdict(dict)
        for row in lexicon.rows(CountWordRow):
            words[row.kind][row.word] = row.value
        self._quantities = Quantities(words)
        classes = {row.name: row.words for row in lexicon.rows(WordClassRow)}
        self._phrases = Phrases(words, frozenset(word for name in _THINGS for word in classes[name]), frozenset(classes["rebel"]))

    def __call__(self, page: Page) -> None:
        """Add the page's figures, in the order of the text."""
        doc = page.doc
        done = 0
        for token in doc:
            if token.i < done or not self._quantities.starts(token):
                continue
            quantity = self._quantities.read(doc, token.i)
            if quantity is None:
                continue
            done = quantity.last
            phrase = self._counted(page, quantity)
            if phrase is not None:
                done = max(done, quantity.last)
                page.figures.append(_figure(page, quantity, phrase))

    def _counted(self, page: Page, quantity: Quantity) -> CountedPhrase | None:
        doc = page.doc
        core = doc[quantity.core]
        dated = bool(page.times) and (page.time_at(core) is not None or _is_day(page, quantity))
        if dated or page.skipped(core.idx) or _is_price(doc, quantity) or _is_joined(doc, quantity):
            return None
        if _is_age(doc, quantity):
            return None
        phrase = self._phrases.read(doc, quantity)
        before = self._before(page, core)
        number = doc[quantity.last - 1]
        if before and (phrase is None or phrase.noun is None) and not quantity.percent and number.dep_ not in ("dobj", "nsubjpass"):
            end = goes_on(doc, quantity)
            if end is not None:
                return CountedPhrase(end, None, before.what, before.unit)
        if phrase is None or (phrase.noun is not None and (phrase.noun.lower_ in _COUNTS_NOTHING or phrase.noun.lower_ in _MONEY_NOUNS)):
            return None
        if phrase.noun is not None and page.times and page.time_at(phrase.noun):
            return None
        if _are_speakers(page, quantity, phrase.noun) or (_may_be_year(core, quantity) and not self._phrases.of_persons(phrase.noun)):
            return None
        if core.lower_ in ("a", "an") and not self._phrases.of_persons(phrase.noun):
            return None
        one = quantity.low == quantity.high == 1 and not quantity.bounded
        told = phrase.fate is not None and phrase.noun is not None and phrase.noun.i < phrase.last and doc[quantity.last].lower_ != "of"
        alone = one and not (told and self._phrases.of_persons(phrase.noun))
        return None if alone or _numbers_a_list(doc, quantity) else phrase

    @staticmethod
    def _before(page: Page, core: Token) -> Figure | None:
        """The figure counted just before in the same sentence."""
        last = page.figures[-1] if page.figures else None
        return last if last and last.span[0] >= core.sent.start_char else None


def _is_day(page: Page, quantity: Quantity) -> bool:
    """Whether a bare number is one of several days: "May 3 and 4", "3 and 4 May"."""
    doc = page.doc
    if page.time_at(doc[quantity.last - 1]) is not None:
        return True  # "between 3 and 5 May"
    if quantity.low != quantity.high or not doc[quantity.core].text.isdigit() or not 1 <= (quantity.low or 0) <= _LAST_DAY:
        return False
    before, after = quantity.first - 1, quantity.last
    bare = after >= len(doc) or doc[after].is_punct or doc[after].lower_ in _JOINING or page.time_at(doc[after]) is not None
    if before > 0 and bare and doc[before].lower_ in _JOINING:
        day = doc[before - 1]
        if day.text.isdigit() and (page.time_at(day) is not None or _is_day_before(page, before - 1)):
            return True
    return after + 1 < len(doc) and doc[after].lower_ in _JOINING and doc[after + 1].text.isdigit() and page.time_at(doc[after + 1]) is not None


def _is_day_before(page: Page, place: int) -> bool:
    """Whether a number goes on a list of days that a date begins: the 2 of "June 1, 2 and 3"."""
    doc = page.doc
    return place > 1 and doc[place - 1].lower_ in _JOINING and doc[place - 2].text.isdigit() and page.time_at(doc[place - 2]) is not None


def _is_price(doc: Parsed, quantity: Quantity) -> bool:
    before = doc[quantity.first - 1].lower_ if quantity.first else ""
    return before in _MONEY or doc[quantity.core].text.startswith("$")


def _may_be_year(core: Token, quantity: Quantity) -> bool:
    """Whether a bare number right before a noun may be a year: "2013 comments", not "some 2013" or "2,013"."""
    return len(core.text) == 4 and core.text.isdigit() and core.text[:2] in ("19", "20") and not quantity.bounded and core.tag_ == "CD"


def _is_age(doc: Parsed, quantity: Quantity) -> bool:
    """"Children under the age of eight", "aged nine", "the 12 year old"."""
    after = [token.lower_ for token in doc[quantity.last : quantity.last + 2]]
    if len(after) == 2 and after[0] in ("year", "years", "month", "months") and after[1] in ("old", "olds"):
        return True
    if _stands_by_a_name(doc, quantity):
        return True
    before = [doc[at].lower_ for at in range(max(0, quantity.first - 3), quantity.first)]
    counts = quantity.last < len(doc) and doc[quantity.last].pos_ in ("NOUN", "ADJ")
    if before[-1:] == ["of"] and len(before) > 1 and before[-2] in _OF_AGE and not counts:
        return True  # "a girl of six"
    return before[-1:] == ["aged"] or before[-2:] == ["age", "of"] or (len(before) > 1 and before[-2] in ("age", "ages", "aged"))


def _stands_by_a_name(doc: Parsed, quantity: Quantity) -> bool:
    """Whether a bare number stands behind a name as an age does: "Omar Nadir, 22, was shot"."""
    first, last = quantity.first, quantity.last
    if quantity.bounded or not doc[quantity.core].text.isdigit() or first < 2 or last >= len(doc) or (quantity.high or 0) > _OLDEST:
        return False
    name = doc[first - 2]  # "in Marnu, 22, among them six women, were hurt" is a count
    return doc[first - 1].text == doc[last].text == "," and name.pos_ == "PROPN" and name.head.lower_ not in _AT


def _are_speakers(page: Page, quantity: Quantity, noun: Token | None) -> bool:
    """Whether those who are counted are the ones who tell: "three diplomats said"."""
    start = page.doc[quantity.first].idx
    while noun is not None and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    if noun is None or noun.dep_ != "nsubj" or (quantity.first and page.doc[quantity.first - 1].pos_ == "VERB"):
        return False
    cue = noun.head.idx
    return any(s.speaker_span and s.cue and s.speaker_span[0] <= start < s.speaker_span[1] and s.cue[0] == cue for s in page.statements)


def _is_joined(doc: Parsed, quantity: Quantity) -> bool:
    """Numbers that are pieces of something else: scores, times of day, "F-16", "12-year-old", "9/11"."""
    before = doc[quantity.core - 1] if quantity.core else None
    after = doc[quantity.last] if quantity.last < len(doc) else None
    if before is not None and not before.whitespace_ and before.text in ("-", "/", ":", ".", "#", "–") and before.i >= quantity.first - 1:
        return quantity.low == quantity.high
    if after is None or doc[quantity.last - 1].whitespace_:
        return False
    if after.text == "-" and not after.whitespace_:
        return quantity.last + 1 < len(doc) and doc[quantity.last + 1].is_alpha
    return after.text in ("/", ":")


def _numbers_a_list(doc: Parsed, quantity: Quantity) -> bool:
    """"5. Release of the detainees": the number of an item."""
    return bool(doc[quantity.core].is_sent_start) and quantity.last < len(doc) and doc[quantity.last].text in (".", ")")


def _figure(page: Page, quantity: Quantity, phrase: CountedPhrase) -> Figure:
    start = page.doc[quantity.first].idx
    last = page.doc[max(phrase.last, quantity.last) - 1]
    end = last.idx + len(last)
    statement = page.statement_around(start, end)
    return Figure(
        id=f"F{len(page.figures) + 1}", by="counted", confidence=0.9 if phrase.noun is not None else 0.75, span=(start, end),
        what=phrase.what, min=quantity.low, max=quantity.high, unit=phrase.unit, approximate=quantity.approximate,
        according_to=statement.id if statement else None,
    )  # fmt: skip
