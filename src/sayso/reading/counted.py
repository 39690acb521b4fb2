"""How many: figures as intervals, with what they count."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.lexicon import Lexicon
from sayso.lexicon.count_rows import AmountRow, BoundRow, UnitRow
from sayso.model import Figure
from sayso.reading.names.knowledge import knowledge
from sayso.reading.numerals import SCALES, SMALL, number
from sayso.reading.page import Page

_HARM: dict[str, str] = {
    "kill": "killed", "die": "killed", "execute": "killed", "murder": "killed", "massacre": "killed", "slay": "killed", "perish": "killed",
    "wound": "wounded", "injure": "wounded", "hurt": "wounded", "maim": "wounded", "arrest": "arrested", "detain": "detained",
    "capture": "captured", "abduct": "abducted", "kidnap": "abducted", "displace": "displaced", "flee": "fled", "evacuate": "evacuated",
    "surrender": "surrendered", "trap": "trapped", "besiege": "besieged", "release": "released", "free": "released", "destroy": "destroyed",
    "miss": "missing", "starve": "starved",
}  # fmt: skip
"""What befalls those counted: the verb that governs the noun, as it is told in `what`."""
_DEATH_NOUNS = {"death": "killed", "dead": "killed", "casualty": "casualties", "injury": "wounded", "fatality": "killed", "life": "killed"}
_WORD_BEFORE_NAME = frozenset({"resolution", "article", "chapter", "highway", "route", "section", "no", "number", "page", "kalashnikov", "ak", "unit"})
_ROUND = 1000
_BODILY = frozenset({"killed", "wounded", "arrested", "detained", "captured", "surrendered"})


@dataclass(frozen=True, slots=True)
class _Amount:
    """A run of tokens [first, last] that stands for an amount between two bounds."""

    first: int
    last: int
    least: float | None
    most: float | None
    vague: bool


class Counted:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._amounts = {row.word: row for row in lexicon.rows(AmountRow)}
        self._bounds = {tuple(row.words.split()): row for row in lexicon.rows(BoundRow)}
        self._longest = max(map(len, self._bounds))
        self._units = {word: row for row in lexicon.rows(UnitRow) for word in row.words}
        self._people = knowledge(lexicon).nouns
        self._trigger = frozenset(SMALL) | frozenset(SCALES) | frozenset(self._amounts)

    def __call__(self, page: Page) -> None:
        """Fill `page.figures`, in the order of the text."""
        times = _covered(page)
        i, doc = 0, page.doc
        while i < len(doc):
            token = doc[i]
            if not (token.lower_ in self._trigger or token.text[0].isdigit()) or i in times or page.skipped(token.idx):
                i += 1
                continue
            amount = self._amount(doc, i)
            if amount is None or _is_label(doc, amount):
                i += 1
                continue
            figure = self._figure(page, amount)
            if figure is not None:
                page.figures.append(figure)
            i = amount.last + 1

    def _amount(self, doc: Doc, start: int) -> _Amount | None:
        """The amount that begins at a token: "twenty-five", "2.5 million", "several dozen", "between 20 and 30", "20-30"."""
        end = start
        while end < len(doc) and (doc[end].lower_ in SMALL or doc[end].lower_ in SCALES or doc[end].text[0].isdigit() or _joins(doc, end, start)):
            end += 1
        words = [t.lower_ for t in doc[start:end]]
        value = number(words) if words else None
        if words and value is None:
            return None
        if end < len(doc) and doc[end].lower_ in self._amounts and (value is None or self._amounts[doc[end].lower_].times):
            row = self._amounts[doc[end].lower_]
            following = self._amounts.get(doc[end + 1].lower_) if end + 1 < len(doc) else None
            scale = SCALES.get(doc[end + 1].lower_) if end + 1 < len(doc) else None
            if value is None and row.word in ("several", "tens", "many") and (following or scale):
                factor = (following.least or 1) if following and following.times else float(scale or 1)
                return _Amount(start, end + 1, factor * 2 if not (following and following.word.endswith("s")) else following.least, None, True)
            if value is not None:
                return _Amount(start, end, value * (row.least or 1), value * (row.least or 1), row.least != 12)
            return _Amount(start, end, row.least, row.most, row.least != row.most or row.least is None)
        if value is None:
            return None
        upper = self._upper(doc, start, end)
        if upper is not None:
            return _Amount(start, upper[0], value, upper[1], False)
        return _Amount(start, end - 1, value, value, False)

    def _upper(self, doc: Doc, start: int, end: int) -> tuple[int, float] | None:
        """The upper end of a range: its last token and value."""
        if end + 1 >= len(doc):
            return None
        word, between = doc[end].lower_, start > 0 and doc[start - 1].lower_ in ("between", "from")
        if word in ("-", "–", "to") or (word == "and" and between):
            stop = end + 1
            while stop < len(doc) and (doc[stop].lower_ in SMALL or doc[stop].lower_ in SCALES or doc[stop].text[0].isdigit()):
                stop += 1
            value = number([t.lower_ for t in doc[end + 1 : stop]]) if stop > end + 1 else None
            low = number([t.lower_ for t in doc[start:end]])
            if value is not None and low is not None and value > low and (between or word != "to" or stop - end < 4):
                return stop - 1, value
        return None

    def _figure(self, page: Page, amount: _Amount) -> Figure | None:
        doc = page.doc
        bound, first = self._bound_before(doc, amount.first)
        after, last = self._bound_after(doc, amount.last)
        noun, last = self._noun(doc, amount, last)
        unit_row, unit_last = self._unit(doc, amount.last)
        if unit_row is not None:
            if not unit_row.counts:
                return None
            last, unit, what = unit_last, unit_row.unit, "area" if unit_row.unit in ("km2", "mi2", "ha") else "distance"
        else:
            unit, what = self._counts(page, amount, noun)
            if unit is None:
                return None
        least, most = amount.least, amount.most
        row = bound or after
        if row is not None:
            least, most = (None if row.most else least), (None if row.least else most)
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        around = page.statement_around(start, end)
        rounded = amount.least is not None and amount.least == amount.most and amount.least >= _ROUND and amount.least % _ROUND == 0
        return Figure(
            id=f"F{len(page.figures) + 1}", span=(start, end), what=what, min=least, max=most, unit=unit,
            approximate=amount.vague or bool(row and row.approximate) or rounded, according_to=around.id if around else None,
            confidence=0.8 if noun is not None else 0.6, by="counted",
        )  # fmt: skip

    def _bound_before(self, doc: Doc, first: int) -> tuple[BoundRow | None, int]:
        if first and doc[first - 1].lower_ == "a" and doc[first].lower_ in self._amounts:
            first -= 1
        for length in range(min(self._longest, first), 0, -1):
            row = self._bounds.get(tuple(t.lower_ for t in doc[first - length : first]))
            if row is not None and not row.words.startswith("or"):
                if row.words in ("the", "all", "only", "just"):
                    return (None, first - length) if row.words == "all" else (None, first)
                return row, first - length
        return None, first

    def _bound_after(self, doc: Doc, last: int) -> tuple[BoundRow | None, int]:
        row = self._bounds.get(tuple(t.lower_ for t in doc[last + 1 : last + 3]))
        return (row, last + 2) if row is not None and row.words.startswith("or") else (None, last)

    def _unit(self, doc: Doc, last: int) -> tuple[UnitRow | None, int]:
        for length in (3, 2, 1):
            words = doc[last + 1 : last + 1 + length]
            text = "".join(t.lower_ + t.whitespace_ for t in words).strip()
            row = self._units.get(text)
            if row is not None:
                return row, last + length
            joined = text.replace("-", " ").strip() if text.startswith("-") else ""
            if joined in self._units:
                return self._units[joined], last + length
        return None, last

    def _noun(self, doc: Doc, amount: _Amount, last: int) -> tuple[Token | None, int]:
        """The noun that is counted and the last token of its phrase: what the number modifies, or the object of "of" after it."""
        head = doc[amount.last]
        if last + 1 < len(doc) and doc[last + 1].lower_ == "of":
            objects = [c for c in doc[last + 1].children if c.dep_ == "pobj" and c.i - last < 8]
            if objects:
                return objects[0], objects[0].i
            return None, last
        for token in (head, doc[amount.first]):
            if token.dep_ in ("nummod", "amod", "det", "quantmod", "compound") and token.head.pos_ in ("NOUN", "PROPN") and 0 < token.head.i - last < 7:
                return token.head, token.head.i
        ahead = last + 1
        while ahead < len(doc) and ahead - last < 5 and doc[ahead].pos_ in ("ADJ", "PROPN", "NOUN") and not doc[ahead].is_sent_start:
            if doc[ahead].pos_ == "NOUN" and (ahead + 1 >= len(doc) or doc[ahead + 1].pos_ not in ("NOUN", "PROPN")):
                return doc[ahead], ahead
            ahead += 1
        return None, last

    def _counts(self, page: Page, amount: _Amount, noun: Token | None) -> tuple[str | None, str]:
        """The unit and what is counted; no unit where this is no figure."""
        head = noun if noun is not None else page.doc[amount.last]
        fate = _fate(head)
        if noun is None:
            fate = fate or _inherited(page, amount)
            return ("persons", fate) if fate in _BODILY else (None, "")
        word = noun.lower_
        row = self._units.get(word)
        if row is not None and not row.counts:
            return None, ""
        if noun.lemma_.lower() in _DEATH_NOUNS:
            return "persons", _DEATH_NOUNS[noun.lemma_.lower()]
        if amount.least is None and amount.most is None:
            return None, ""
        people = word in self._people or noun.lemma_.lower() in self._people or word in ("people", "lives", "others", "more")
        if amount.least == 1 and amount.most == 1 and not (people and fate):
            return None, ""
        described = f"{fate} {word}".strip() if fate and word not in ("people", "others", "more", "persons") else fate or word
        if people:
            return "persons", described
        if noun.pos_ == "PROPN" and noun.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"):
            return None, ""
        plural = noun.tag_ in ("NNS", "NNPS")
        return (word, described) if plural and noun.ent_type_ not in ("MONEY", "PERCENT") else (None, "")


def _joins(doc: Doc, at: int, start: int) -> bool:
    """A hyphen or "and" inside a number in words: "twenty-five", "two hundred and six"."""
    if at == start or at + 1 >= len(doc):
        return False
    before, after = doc[at - 1].lower_, doc[at + 1].lower_
    if doc[at].text == "-":
        return before in SMALL and after in SMALL
    return doc[at].lower_ == "and" and before in ("hundred", "thousand") and after in SMALL


def _covered(page: Page) -> set[int]:
    """Tokens inside time expressions."""
    found: set[int] = set()
    for time in page.times:
        span = page.tokens(*time.span)
        found.update(range(span.start, span.end))
    return found


def _inherited(page: Page, amount: _Amount) -> str:
    """What befell a bare number: as in the toll it is a number of, or as in the count before it in the sentence ("including eight in ...")."""
    doc = page.doc
    sentence = doc[amount.first].sent
    nearby = [t.lower_ for t in doc[max(sentence.start, amount.first - 9) : amount.first]]
    if "toll" in nearby:
        return "killed"
    last = page.figures[-1] if page.figures else None
    if last is not None and last.unit == "persons" and last.span[0] >= sentence.start_char:
        follows = doc[amount.last + 1].lower_ if amount.last + 1 < len(doc) else ""
        if follows in ("in", "at", "near", ",", ".", "and", "of") and doc[amount.first].lower_ not in ("one", "hundred"):
            return last.what.split()[0]
    return ""


def _is_label(doc: Doc, amount: _Amount) -> bool:
    """A number in a name or a label ("Resolution 2254", "F-16", "5-year-old", "$5", "aged 5"), or an age after a name."""
    before = doc[amount.first - 1] if amount.first else None
    after = doc[amount.last + 1] if amount.last + 1 < len(doc) else None
    if before is not None:
        if before.lower_.rstrip(".") in _WORD_BEFORE_NAME or before.text in ("$", "€", "£", "#") or before.lower_ == "aged":
            return True
        if before.text == "-" and not before.is_space and amount.first > 1 and doc[amount.first - 2].is_alpha and not doc[amount.first - 2].whitespace_:
            return True
        if before.text == "," and after is not None and after.text == "," and amount.first > 1 and doc[amount.first - 2].ent_type_ == "PERSON":
            return True
    return after is not None and (after.lower_ in ("-year", "%", "percent", "per", "am", "pm", "p.m.", "a.m.", "gmt") or after.text == "%")


def _fate(noun: Token) -> str:
    """What befalls the counted: from the verb they are subject or object of, a participle on them, or a noun beside them."""
    for child in noun.children:
        if child.dep_ in ("acl", "amod") and child.lemma_.lower() in _HARM:
            return _HARM[child.lemma_.lower()]
        if child.lower_ in ("dead", "killed"):
            return "killed"
        if child.lower_ in ("wounded", "injured"):
            return "wounded"
    head = noun.head
    for _ in range(3):
        if noun.dep_ in ("conj", "appos") and head.i != noun.i:
            noun, head = head, head.head
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj", "dep", "attr", "npadvmod", "oprd") and head.pos_ in ("VERB", "ADP", "AUX", "ADJ"):
        verb = head.head if head.pos_ == "ADP" else head
        if verb.lemma_.lower() in _HARM:
            return _HARM[verb.lemma_.lower()]
        if any(c.lower_ in ("dead", "killed") for c in verb.children):
            return "killed"
        if any(c.lower_ in ("wounded", "injured") for c in verb.children):
            return "wounded"
    return ""
