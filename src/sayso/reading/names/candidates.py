"""Which stretches of the text may be names: phrases of the lexicon, the pipeline's entities, and runs of capitals."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sayso.reading.abbreviated import full
from sayso.reading.names.bounds import Bounds
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.meant import Meaning
from sayso.reading.names.nationals import of_a_nation, one_of_a_nation
from sayso.reading.names.phrases import Word, fold, words_of
from sayso.reading.names.words import GROUP_HEADS, LINKS, NAMESAKES, PLACE_HEADS
from sayso.reading.page import Page
from sayso.reading.parsed import Parsed, Token

_HEADING = frozenset({"president", "chairman", "chairwoman", "director", "editor"})
"""Offices that stand between a body and its holder's name."""
_DIPLOMATS = frozenset("envoy envoys ambassador ambassadors diplomat diplomats mediator mediators delegate delegates".split())
_TOWN = 4.0
"""The weight of a town of ten thousand."""
_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_SITES = frozenset({"GPE", "LOC", "FAC"})
_RULERS = frozenset({"regime", "government", "army"})
"""What headlines write with a capital, and the pipeline takes for a place, beside the nouns for people."""


@dataclass(slots=True)
class Candidate:
    """A stretch of tokens [start, end) that may be a name."""

    start: int
    end: int
    key: str
    by: str
    known: str | None = None
    """What the lexicon takes it for."""
    entry: str | None = None
    label: str | None = None
    """The pipeline's entity label."""
    clipped: bool = False
    """Whether its last word carries an s that is a lost apostrophe's."""
    weak: bool = False
    """Whether its capitals mean little: it starts a sentence, or stands in a headline."""


class Finder:
    """Finds the candidates of one page, each token in one of them at most: the lexicon's first, bare capitals last."""

    def __init__(self, page: Page, known: Knowledge) -> None:
        self._page = page
        self._doc: Parsed = page.doc
        self._tokens = page.doc
        self._known = known
        self._taken: dict[int, Candidate] = {}
        self._found: list[Candidate] = []
        self._labels: dict[int, str] = {}
        self._surnames: set[str] = set()
        """The last words of the full names of persons: a surname stays one where the tagger takes it for a noun ("Bowles said")."""
        self._bounds = Bounds(page, known, self._taken)
        self._meaning = Meaning(page, known, self._bounds)

    def find(self) -> list[Candidate]:
        """All candidates, in the order of the text."""
        clipped = _clipped(self._page.report.text)
        words = words_of(self._page.doc)
        self._lexicon(words, clipped)
        for entity in self._doc.ents:
            if entity.label_ in _ENTITIES:
                for start, end in self._unbroken(entity.start, entity.end):
                    self._entity(start, end, entity.label_)
        self._surnames = {key.rpartition(" ")[2] for c in self._found if c.label == "PERSON" and " " in (key := c.key)}
        self._capitals()
        kept = sorted({c.start: c for c in self._found if self._taken.get(c.start) is c}.values(), key=lambda c: c.start)
        if clipped:
            keys = {c.key for c in kept}
            for candidate in kept:
                if candidate.key.endswith("s") and candidate.key[:-1] in keys:
                    candidate.key, candidate.clipped = candidate.key[:-1], True
        firm = {c.key for c in kept if not c.weak}
        firm |= {word for key in firm if " " in key for word in key.split()[1:]}
        return [c for c in kept if not c.weak or c.key in firm]

    def _unbroken(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of an entity between blank lines, and before a break at its end: no name goes from a headline on into the line below."""
        while end > start and self._doc[end - 1].is_space:
            end -= 1
        breaks = [i for i in range(start, end) if self._doc[i].is_space and "\n\n" in self._doc[i].text]
        edges = [start, *(e for i in breaks for e in (i, i + 1)), end]
        return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]

    def _take(self, candidate: Candidate) -> None:
        for i in range(candidate.start, candidate.end):
            self._taken[i] = candidate
        if candidate.label is None:
            candidate.label = self._labels.get(candidate.end - 1)
        self._found.append(candidate)

    # the lexicon's phrases

    def _lexicon(self, words: list[Word], clipped: bool) -> None:
        hits = list(self._known.book.find(words, clipped=clipped))
        sure = Counter(hit.phrases[0].entry for hit in hits if len(hit.phrases) == 1 and not hit.phrases[0].acronym)
        adjectives, names = self._known.adjectives, self._known.peoples
        nations = [(code, word) for word in words if word.key in adjectives and len(code := adjectives[word.key]) == 2]
        abroad = {word for word, after in pairwise(words) if after.key in _DIPLOMATS}  # "Norwegian envoy Kari Lindqvist"
        peoples = [(code, word) for word in words if word.key in names and len(code := names[word.key]) == 2]
        self._page.nations = Counter(code for code, word in (*nations, *peoples) if word.raw[0].isupper() and word not in abroad)
        countries = Counter(code for code, _ in nations)
        countries.update(entry.partition(":")[2] for entry in sure.elements() if entry.startswith(("country:", "seat:")))
        for entry, times in sure.items():  # "the Sudanese Armed Forces" name Sudan
            party = self._known.parties.get(entry)
            if party is not None and len(party.country) == 1 and party.kind not in ("agency", "outlet"):
                countries[party.country[0]] += times
        elsewhere = {" ".join(hit.phrases[0].keys) for hit in hits if self._in_a_state(hit.end)}
        for hit in hits:
            phrase = self._meaning.meant(hit, sure, countries)
            if phrase is None or (phrase.kind != "person" and self._meaning.ranked(hit.start, hit.end)) or self._meaning.half(hit, phrase):
                continue
            single = hit.end - hit.start == 1 and (phrase.entry or "").startswith("country:")
            if single and (one_of_a_nation(self._known, self._doc, hit.start) or of_a_nation(self._known, self._doc, hit.start)):
                continue
            last = fold(self._doc[hit.end - 1].text)
            found = Candidate(hit.start, hit.end, " ".join(phrase.keys), "lexicon", phrase.kind, phrase.entry)
            if phrase.entry in NAMESAKES and _namesake(phrase.entry, words, countries, sure):
                found.entry = None
            if found.key in elsewhere and (phrase.entry or "").startswith("seat:"):
                found.entry = None
            found.clipped = clipped and last.endswith(phrase.keys[-1] + "s")
            self._take(found)

    def _in_a_state(self, end: int) -> bool:
        """Whether a short form of a state follows: "Georgetown, Ky." is no seat of a government."""
        after = self._tokens[end : end + 2]
        return len(after) == 2 and after[0].text == "," and full(after[1].text) is not None

    # the pipeline's entities

    def _entity(self, start: int, end: int, label: str) -> None:
        for i in range(start, end):
            self._labels[i] = label
        for a, b in self._bounds.pieces(start, end, label):
            a, b = self._bounds.trimmed(self._bounds.first_name(a, label), self._bounds.stretched(b), label)
            a = self._bounds.of_a_band(a)
            a, b = self._without_office(a, b, label)
            if a >= b or not any(t.text[0].isupper() for t in self._doc[a:b]):
                continue
            inside = {id(c): c for i in range(a, b) if (c := self._taken.get(i))}
            if inside and not (len(inside) == 1 and self._wider(next(iter(inside.values())), a, b)):
                continue
            if label != "PERSON" and self._row_of_places(a, b):
                for i in range(a, b):
                    self._take(Candidate(i, i + 1, self._bounds.key(i, i + 1), "pipeline", label="GPE"))
                continue
            ruler = label in _SITES and self._doc[a].lower_ in self._known.people | _RULERS
            nobody = ruler or self._opens_with_people(a) or self._body_of_a_nation(a) or one_of_a_nation(self._known, self._doc, a)
            if b - a == 1 and nobody:
                continue
            key = self._bounds.key(a, b)
            if self._bounds.nameable(key) and not self._of_an_office(a, b):
                self._take(Candidate(a, b, key, "pipeline", label=label))

    def _without_office(self, start: int, end: int, label: str) -> tuple[int, int]:
        """A stretch without the end of an office before it, "Secretary of Defense [Lena Orr]", or an office behind it, "[Harbour Watch] President
        Tom Aldo"."""
        doc = self._doc
        if start > 1 and end - start > 1 and fold(doc.span(start - 2, start + 1).text) in self._known.office_words:
            start = next((i for i in range(start + 1, end) if doc[i].text[0].isupper()), end)
        before_name = end < len(doc) and doc[end].tag_ == "NNP" and end - start > 1
        if label != "PERSON" and before_name and doc[end - 1].lower_ in _HEADING:
            end -= 1
        return start, end

    def _of_an_office(self, start: int, end: int) -> bool:
        """Whether a stretch is an office or a part of one that names nobody: "Secretary of [State]", "[Cabinet] Secretary", "[State] media"."""
        low = self._doc[start].lower_
        if end - start == 1 and low == "state":
            return True
        around = [(start, end)] + ([(start, end + 1)] if low == "cabinet" else []) + ([(start - 2, end)] if start > 1 else [])
        return any(fold(self._doc.span(a, b).text) in self._known.office_words for a, b in around)

    def _body_of_a_nation(self, at: int) -> bool:
        """Whether a word is a nation's body and no name: "the Danish [Embassy]"."""
        return at > 0 and self._doc[at].lower_ in self._known.nouns and fold(self._doc[at - 1].text) in self._known.adjectives

    def _opens_with_people(self, at: int) -> bool:
        """Whether a word has its capital from opening a sentence, and means people: "Rebels in the town asked for a truce"."""
        token = self._doc[at]
        if not (token.is_sent_start or token.nbor(-1).is_space):
            return False
        noun = self._known.nouns.get(token.lower_)
        return noun is not None and noun[1]

    def _wider(self, inner: Candidate, start: int, end: int) -> bool:
        """Whether a longer stretch around a phrase of the lexicon is a name of its own: "Homs Media Center" around Homs."""
        last = self._doc[end - 1].text
        if not last[0].isupper() or (inner.start, inner.end) == (start, end) or inner.start < start or inner.end > end:
            return False
        if inner.known == "person":
            return end - start <= 4 and inner.end == end and inner.end - inner.start == 1
        return inner.end < end and last.lower() in GROUP_HEADS | PLACE_HEADS

    # capitals

    def _capitals(self) -> None:
        i, n = 0, len(self._tokens)
        while i < n:
            capital = i not in self._taken and self._tokens[i].text[0].isupper()
            if not capital or not (self._bounds.proper(i) or self._bounds.numbers(i + 1) or self._heads(i) or self._surname(i)):
                i += 1
                continue
            end = i + 1
            while step := self._bounds.goes_on(end):
                end += step
            self._run(i, end)
            i = end

    def _run(self, start: int, end: int) -> None:
        start, end = self._bounds.trimmed(start, end)
        if start >= end:
            return
        start = self._bounds.of_a_band(start)
        if self._row_of_places(start, end):
            for i in range(start, end):
                self._take(Candidate(i, i + 1, self._bounds.key(i, i + 1), "capitals", label="GPE"))
            return
        key = self._bounds.key(start, end)
        single = end - start == 1
        if single and one_of_a_nation(self._known, self._doc, start):
            return
        noun = self._doc[start].lower_ in self._known.nouns and not self._bounds.numbers(start + 1)
        if not self._bounds.nameable(key) or noun or key in self._known.office_words or self._of_an_office(start, end):
            return
        if single and (key in self._known.offices or key in self._known.titles):
            return
        self._take(Candidate(start, end, key, "capitals", weak=single and self._meaningless(start)))

    def _row_of_places(self, start: int, end: int) -> bool:
        """Whether capitals in a row are places whose commas are lost: "Gao Kidal Timbuktu", each a town, and no name together."""
        words = self._doc.span(start, end)
        after_place = start and (before := self._taken.get(start - 1)) is not None and before.known == "place"
        if len(words) < (2 if after_place else 3) or any(
            t.lower_ in self._known.given or not t.text.istitle() or not t.is_alpha or len(t) < 3 for t in words
        ):
            return False
        lookup = self._page.lexicon.gazetteer.exactly
        return all(any(p.weight >= _TOWN for p in lookup(t.text)) for t in words) and not lookup(words.text)

    def _meaningless(self, i: int) -> bool:
        """Whether any word would have a capital here: at a sentence's start, or among words that all have one."""
        token = self._doc[i]
        if (self._heads(i) or _fell(token)) and self._page.lexicon.gazetteer.exactly(token.text):
            return False
        if token.is_sent_start or i == 0 or self._doc[i - 1].is_space or self._doc[i - 1].is_quote:
            return True
        nearby = [t for t in self._doc[max(0, i - 4) : i + 5] if t.is_alpha and t.i != i and t.lower_ not in LINKS and len(t) > 3]
        return len(nearby) > 2 and all(t.text[0].isupper() for t in nearby)

    def _surname(self, i: int) -> bool:
        token = self._tokens[i]
        if (token.dep_ == "compound" and token.head.text.islower()) or (token.is_sent_start and token.dep_ != "nsubj"):
            return False  # "Field hospitals were shelled"
        return token.tag_ in ("NN", "NNS") and fold(token.text) in self._surnames

    def _heads(self, i: int) -> bool:
        """Whether a capitalised word stands alone over its paragraph: "Tavira. Two shells hit the market"."""
        if not (i == 0 or self._doc[i - 1].is_space) or i + 1 >= len(self._doc) or self._doc[i + 1].text not in (".", ":"):
            return False
        return self._doc[i].text.istitle() and self._doc[i].is_alpha and self._doc[i].lower_ not in self._known.nouns


def _fell(token: Token) -> bool:
    """Whether a word stands for what falls in a war: "Tavira fell on Monday"."""
    return token.dep_ == "nsubj" and token.head.lemma_ == "fall"


def _namesake(entry: str, words: list[Word], countries: Counter[str], sure: Counter[str]) -> bool:
    """Whether a country's name means the state that bears it too: the report names towns or neighbours of that, and else nothing of the country."""
    around = NAMESAKES[entry]
    return countries[entry.partition(":")[2]] <= sure[entry] and any(word.key in around for word in words)


def _clipped(text: str) -> bool:
    """Whether a text has lost its apostrophes."""
    return "'" not in text and "\u2019" not in text
