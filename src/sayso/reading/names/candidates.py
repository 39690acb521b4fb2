"""Which stretches of the text may be names: phrases of the lexicon, the pipeline's entities, and runs of capitals."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import Hit, Phrase, Word, fold, words_of
from sayso.reading.names.words import ARMED, BANDS, GROUP_HEADS, LINKS, NAMESAKES, NEARNESS, PLACE_HEADS, PREFIXES, UNNAMED, WARLIKE
from sayso.reading.page import Page
from sayso.reading.parsed import Parsed

_HEADS = GROUP_HEADS | PLACE_HEADS
_DIPLOMATS = frozenset("envoy envoys ambassador ambassadors diplomat diplomats mediator mediators delegate delegates".split())
_TOWN = 4.0
"""The weight of a town of ten thousand."""
_MODEL = re.compile(r"[a-z]{1,4}[- ]?\d{1,4}[a-z]{0,3}")
"""Letters and digits by which aircraft, rifles and roads go; a group that goes by some stands in the lexicon."""
_WHEN = frozenset({"overnight", "yesterday", "today", "tonight", "tomorrow"})
"""Words of time that the pipeline takes into the name before them: "near Orlat overnight"."""
_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})


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
        self._tokens = page.doc.tokens
        self._known = known
        self._taken: dict[int, Candidate] = {}
        self._found: list[Candidate] = []
        self._labels: dict[int, str] = {}

    def find(self) -> list[Candidate]:
        """All candidates, in the order of the text."""
        clipped = _clipped(self._page.report.text)
        words = words_of(self._page.doc.tokens)
        self._lexicon(words, clipped)
        for entity in self._doc.ents:
            if entity.label_ in _ENTITIES:
                for start, end in self._unbroken(entity.start, entity.end):
                    self._entity(start, end, entity.label_)
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
        """The stretches of an entity between blank lines: no name goes from a headline on into the text."""
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
        nations = [(code, word) for word in words if len(code := self._known.adjectives.get(word.key, "")) == 2]
        abroad = {word for word, after in pairwise(words) if after.key in _DIPLOMATS}  # "Norwegian envoy Kari Lindqvist"
        peoples = [(code, word) for word in words if len(code := self._known.peoples.get(word.key, "")) == 2]
        self._page.nations = Counter(code for code, word in (*nations, *peoples) if word.raw[0].isupper() and word not in abroad)
        countries = Counter(code for code, _ in nations)
        countries.update(entry.partition(":")[2] for entry in sure.elements() if entry.startswith(("country:", "seat:")))
        for entry, times in sure.items():  # "the Sudanese Armed Forces" name Sudan
            party = self._known.parties.get(entry)
            if party is not None and len(party.country) == 1 and party.kind not in ("agency", "outlet"):
                countries[party.country[0]] += times
        for hit in hits:
            phrase = self._meant(hit, sure, countries)
            if phrase is None or (phrase.kind != "person" and self._ranked(hit.start, hit.end)) or self._half(hit, phrase):
                continue
            last = fold(self._doc[hit.end - 1].text)
            found = Candidate(hit.start, hit.end, " ".join(phrase.keys), "lexicon", phrase.kind, phrase.entry)
            if phrase.entry in NAMESAKES and _namesake(phrase.entry, words, countries, sure):
                found.entry = None
            found.clipped = clipped and last.endswith(phrase.keys[-1] + "s")
            self._take(found)

    def _meant(self, hit: Hit, sure: Counter[str], countries: Counter[str]) -> Phrase | None:
        """Which of the entries that share a spelling is meant: one that the report also names in full, or whose country it names."""
        phrases = tuple(p for p in hit.phrases if not p.rank or not self._known.not_yet(p.entry, self._page.report.published))
        if not phrases:
            return None
        first = phrases[0]
        if len(phrases) == 1 and not first.shy and not (first.acronym and countries):
            return first
        best: tuple[float, Phrase] | None = None
        armed: bool | None = None
        for phrase in sorted(phrases, key=lambda p: p.rank):
            if phrase.shy and not sure[phrase.entry] and not self._armed(hit.end):
                continue
            score = 3.0 * bool(sure[phrase.entry]) + self._known.fitness(phrase.entry, countries, self._page.report.published)
            if armed is None and len(phrases) > 1:
                armed = self._armed(hit.end) or self._at_war(hit.end - 1)
            known = self._known.parties.get(phrase.entry)  # a country is none of the table of parties
            if armed and known is not None and known.kind in ("armed_group", "military", "coalition"):
                score += 2.0  # "RSF fighters" are no reporters
            if hit.start and self._doc[hit.start - 1].lemma_ == "tell" and known is not None and known.kind in ("agency", "outlet"):
                score += 2.0  # "told AFP" is told to no army
            if best is None or score > best[0]:
                best = (score, phrase)
        if best is None or (best[1].acronym and best[0] <= 0 and countries.total() > 2):
            return None  # a report on other countries means somebody else by these letters
        return best[1]

    def _ranked(self, start: int, end: int) -> bool:
        """Whether a rank or "Mr" stands before it, so that it is a person's whatever else bears the name: "Colonel Petra Lund"."""
        before = self._doc[start - 1] if start else None
        row = self._known.titles.get(before.lower_.rstrip(".")) if before is not None and before.text[0].isupper() else None
        if row is None or row.kind not in ("rank", "address") or end - start > 2:
            return False
        after = self._doc[end].text if end < len(self._doc) else ""
        return not (after[:1].isupper() and after.lower() in _HEADS)

    def _half(self, hit: Hit, phrase: Phrase) -> bool:
        """Whether an outlet's one-word name is half of another name, "the Red Dawn movement", or an agency's letters are taken for a party's."""
        row = self._known.parties.get(phrase.entry)
        if row is not None and row.kind not in ("outlet", "agency", "monitor", "state") and self._credit(hit.start):
            return True
        if row is None or row.kind not in ("outlet", "agency"):
            return False
        last = self._doc[hit.end - 1]
        if last.dep_ in ("compound", "amod", "nmod") and last.head.i >= hit.end and self._proper(last.head.i) and last.head.lower_ in GROUP_HEADS:
            return True  # "the National Liberation Army" is no newspaper
        if hit.end - hit.start > 1:
            return False
        if phrase.keys[0] in self._known.given and hit.end < len(self._doc) and self._proper(hit.end):
            after = self._doc[hit.end]
            apposed = after.dep_ == "appos" and after.head.i == hit.start
            return after.text.istitle() and after.lower_ not in _HEADS and not apposed  # "Petra Lund, a nurse"
        if not hit.start:
            return False
        before, word = self._doc[hit.start - 1], self._doc[hit.start]
        joined = before.dep_ in ("compound", "amod", "nmod") and before.head.i >= hit.start and before.head.i <= hit.start + 2
        return joined and self._proper(before.i) and word.text.istitle() and before.lower_ not in self._known.titles

    def _credit(self, start: int) -> bool:
        """Whether what starts at a token is in the brackets of the dateline, where the agency stands: "GOMA, Congo (KNA) -"."""
        return start > 0 and self._doc[start - 1].text == "(" and self._page.part(self._doc[start].idx) == "dateline"

    def _armed(self, end: int) -> bool:
        """Whether words follow that only a party has: "IS-held", "IS militants"."""
        after = [t.lower_ for t in self._doc[end : end + 2] if t.text != "-"]
        return bool(after) and after[0] in ARMED

    def _at_war(self, last: int) -> bool:
        """Whether what ends at a token does what only the armed do: "the RSF shelled the town"."""
        token = self._tokens[last]
        return token.dep_ == "nsubj" and token.head.lemma_.lower() in WARLIKE

    # the pipeline's entities

    def _entity(self, start: int, end: int, label: str) -> None:
        for i in range(start, end):
            self._labels[i] = label
        for a, b in self._pieces(start, end, label):
            a, b = self._trimmed(self._first_name(a, label), self._stretched(b), label)
            a = self._of_a_band(a)
            if a >= b or not any(t.text[0].isupper() for t in self._doc[a:b]):
                continue
            inside = {id(c): c for i in range(a, b) if (c := self._taken.get(i))}
            if inside and not (len(inside) == 1 and self._wider(next(iter(inside.values())), a, b)):
                continue
            if label != "PERSON" and self._row_of_places(a, b):
                for i in range(a, b):
                    self._take(Candidate(i, i + 1, self._key(i, i + 1), "pipeline", label="GPE"))
                continue
            if b - a == 1 and self._opens_with_people(a):
                continue
            key = self._key(a, b)
            if self._nameable(key) and fold(self._doc[a:b].text) not in self._known.office_words:
                self._take(Candidate(a, b, key, "pipeline", label=label))

    def _opens_with_people(self, at: int) -> bool:
        """Whether a word has its capital from opening a sentence, and means people: "Rebels in the town asked for a truce"."""
        token = self._doc[at]
        noun = self._known.nouns.get(token.lower_)
        return noun is not None and noun[1] and bool(token.is_sent_start or token.nbor(-1).is_space)

    def _pieces(self, start: int, end: int, label: str) -> list[tuple[int, int]]:
        """An entity that runs over "the" or joins two places with "and" is two names."""
        member = self._known.nouns.get(self._doc[start].lower_)
        if member is not None and member[1] and end - start > 2 and self._doc[start + 1].lower_ == "of":
            return self._pieces(start + 2, end, label)  # "Fighters of the Green League"
        for i in range(start + 1, end - 1):
            low = self._doc[i].lower_
            if self._doc[i].is_space and "\n" in self._doc[i].text and self._doc[i].text.count("\n") > 1:
                return [(start, i), *self._pieces(i + 1, end, label)]
            if low == "the" and self._doc[i - 1].lower_ not in ("of", "for", "in", "and", "on", "to", "against", "with"):
                return [(start, i), *self._pieces(i + 1, end, label)]
            if low in ("-", "\u2013", "\u2014") and self._doc[i].whitespace_ and self._doc[i - 1].whitespace_:  # "Army retakes X - state media"
                return [(start, i), *self._pieces(i + 1, end, label)]
            if low in ("and", "or") and (label in ("GPE", "LOC", "FAC", "PERSON") or (label != "ORG" and end - start == 3)):
                return [(start, i), *self._pieces(i + 1, end, label)]
        return [(start, end)]

    def _first_name(self, start: int, label: str) -> int:
        """A person's name starts at the given name before it."""
        while label == "PERSON" and start and start - 1 not in self._taken and self._proper(start - 1):
            before = self._doc[start - 1]
            if before.ent_iob_ not in ("O", "") or before.head.i < start or before.head.i > start + 3:
                break
            start -= 1
        return start

    def _stretched(self, end: int) -> int:
        """An entity goes on through the capitalised proper nouns right after it."""
        while step := self._goes_on(end):
            inside = any(self._doc[i].ent_iob_ != "O" for i in range(end, end + step))
            if inside and self._doc[end].lower_ not in GROUP_HEADS:
                break
            end += step
        return end

    def _goes_on(self, end: int) -> int:
        """How many tokens a name goes on for: a proper noun, alone or after small words ("al-Zor"); 0 where it ends."""
        for step in range(1, 5):
            i = end + step - 1
            if i >= len(self._tokens) or i in self._taken:
                return 0
            if self._proper(i):
                return step
            low = self._tokens[i].lower_
            if low not in LINKS and not (low in ("e", "i") and self._tokens[i - 1].text == "-"):  # Mazar-i-Sharif
                return 0
        return 0

    def _trimmed(self, start: int, end: int, label: str = "") -> tuple[int, int]:
        """Articles, titles before and possessive endings after a name are no part of it."""
        doc = self._doc
        while end > start and (
            doc[end - 1].tag_ == "POS" or not any(c.isalnum() for c in doc[end - 1].text) or doc[end - 1].lower_ in _WHEN
        ):
            end -= 1
        for i in range(end - 2, start, -1):  # Environment Minister Rosa Lind
            if doc[i].lower_ in self._known.titles and (label == "PERSON" or doc[i + 1].lower_ in self._known.given):
                start = i + 1
                break
        while start < end:
            low = doc[start].lower_.rstrip(".")
            follows = doc[start + 1].text if start + 1 < end else ""
            article = low in ("the", "a", "an") or (follows and low in NEARNESS) or not doc[start].text[0].isalnum()
            title = low in self._known.titles and follows not in ("", "of", "for", "-") and doc[end - 1].lower_ not in _HEADS
            if fold(low) in self._known.adjectives and follows and (label != "ORG" or not self._body(start + 2, end)):
                title = not self._large(f"{doc[start].text} {follows}")
            if not article and not title:
                break
            start += 1
        return start, end

    def _large(self, name: str) -> bool:
        """Whether a nationality word with the word after it is the name of a large place: British Columbia, the Indian Ocean."""
        return any(p.kind in ("country", "province", "area") for p in self._page.lexicon.gazetteer.exactly(name))

    def _body(self, start: int, end: int) -> bool:
        """Whether the rest of an organisation's name is one short word, or has a noun for bodies: "American Airlines", "Syrian National Council"."""
        return start >= end or any(t.lower_ in GROUP_HEADS for t in self._doc[start:end])

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
            if i in self._taken or not self._proper(i):
                i += 1
                continue
            end = i + 1
            while step := self._goes_on(end):
                end += step
            self._run(i, end)
            i = end

    def _run(self, start: int, end: int) -> None:
        start, end = self._trimmed(start, end)
        if start >= end:
            return
        start = self._of_a_band(start)
        if self._row_of_places(start, end):
            for i in range(start, end):
                self._take(Candidate(i, i + 1, self._key(i, i + 1), "capitals", label="GPE"))
            return
        key = self._key(start, end)
        single = end - start == 1
        if not self._nameable(key) or self._doc[start].lower_ in self._known.nouns or key in self._known.office_words:
            return
        if single and (key in self._known.offices or key in self._known.titles):
            return
        self._take(Candidate(start, end, key, "capitals", weak=single and self._meaningless(start)))

    def _of_a_band(self, start: int) -> int:
        """Where a name starts that is the second half of a band's: "the Sons of the Dunes", "Lions of Rojava"."""
        at = start - 1
        while at >= 0 and self._doc[at].lower_ in ("the", "of"):
            at -= 1
        if at < 0 or at == start - 1 or self._doc[at + 1].lower_ != "of" or at in self._taken:
            return start
        word = self._doc[at]
        opens = word.is_sent_start or (at and self._doc[at - 1].is_space)
        return at if word.lower_ in BANDS and word.text.istitle() and not opens else start

    def _row_of_places(self, start: int, end: int) -> bool:
        """Whether capitals in a row are places whose commas are lost: "Gao Kidal Timbuktu", each a town, and no name together."""
        words = self._doc[start:end]
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
        if token.is_sent_start or i == 0 or self._doc[i - 1].is_space or self._doc[i - 1].is_quote:
            return True
        nearby = [t for t in self._doc[max(0, i - 4) : i + 5] if t.is_alpha and t.i != i and t.lower_ not in LINKS and len(t) > 3]
        return len(nearby) > 2 and all(t.text[0].isupper() for t in nearby)

    def _proper(self, i: int) -> bool:
        token = self._tokens[i]
        text = token.text
        if not text[0].isupper():
            return False
        low = text.lower()
        if low in UNNAMED or low in LINKS:
            return low in PREFIXES
        return token.tag_ in ("NNP", "NNPS") and fold(text) not in self._known.adjectives

    def _key(self, start: int, end: int) -> str:
        return " ".join(fold(t.text).rstrip(".") for t in self._doc[start:end] if t.text[0].isalnum() and t.tag_ != "POS")

    def _nameable(self, key: str) -> bool:
        last = key.rpartition(" ")[2]
        if key.partition(" ")[0] in ("intra", "inter", "pro", "anti", "non") and (last in self._known.adjectives or last in self._known.peoples):
            return False
        if _MODEL.fullmatch(key):
            return False  # "two SF-260 planes"
        return bool(key) and key not in UNNAMED and key not in self._known.adjectives and key not in self._known.peoples


def _namesake(entry: str, words: list[Word], countries: Counter[str], sure: Counter[str]) -> bool:
    """Whether a country's name means the state that bears it too: the report names towns or neighbours of that, and else nothing of the country."""
    around = NAMESAKES[entry]
    return countries[entry.partition(":")[2]] <= sure[entry] and any(word.key in around for word in words)


def _clipped(text: str) -> bool:
    """Whether a text has lost its apostrophes."""
    return "'" not in text and "\u2019" not in text
