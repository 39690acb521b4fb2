"""Capitals for a text that has lost them: the parser, and every rule that looks for names, reads a copy that has them back.

Nothing here is sure of a name. A word gets a capital where the lexicon or the map knows the name, where it opens a sentence, where it is
no English word at all, or where the words beside it say that a name goes on. The text's length never changes.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import EXACT
from sayso.reading.names.knowledge import knowledge
from sayso.reading.names.phrases import Hit, Word, fold
from sayso.reading.names.words import GROUP_HEADS, PLACE_HEADS
from sayso.reading.titlecase import plain_titles
from sayso.reading.vocabulary import Vocabulary

_SAMPLE = 4000
_FEWEST = 25
"""A text with fewer letters than this is too short to say how it is written."""
_WORD = re.compile(r"(?<!\d)[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)?")
_LETTERED = re.compile(r"\b(?:[a-z]\.){2,}")
"""Abbreviations letter by letter: u.s."""
_BRACKETS = re.compile(r"\(\s?([^\W\d_]{2,10})\s?\)")
_SPELLED = re.compile(r"([^\W\d_]{2,10}) \(((?:[^\W\d_]+[ -]){1,9}[^\W\d_]+)\)")
_SHOUTED = re.compile(r"(?m)^(?=[^a-z\n]*[A-Z]{2,}[^A-Za-z\n]+[A-Z]{2,})[^a-z\n]{12,}$")
_ABBREVIATED = frozenset("mr mrs ms dr gen col maj lt capt sgt msgr st no gov sen rep prof jr sr brig adm cmdr rev vs etc".split())
_SMALL_ABBREVIATIONS = frozenset({"no", "vs", "etc"})
_SAINTS = frozenset("san santa santo saint st".split())
_ARTICLES = frozenset("el la los las".split())
_PARTICLES = frozenset("de del da do dos das di della du van von der den bin ibn al y e".split()) | _ARTICLES
_PLACE_PREPOSITIONS = frozenset("in at near from to outside around toward towards between of via through".split())
_INITIATED = frozenset("of the for and in on de del la a".split())
"""Small words that the letters of an acronym may pass over."""
_QUALIFIERS = frozenset(
    """national popular people's democratic supreme central christian social socialist communist revolutionary republican patriotic
    nationalist conservative liberal constitutional united international federal royal""".split()
)
_BODY_HEADS = GROUP_HEADS - frozenset(
    "fighters forces force group guards mission office parliament police post staff state television times today union units watch workers".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november
    december christmas easter ramadan""".split()
)
_BEFORE_MONTHS = frozenset("in since until last next early late of mid by".split())
_REACH = 15
"""Words that a name spelled out beside its acronym has at most."""
_LARGE, _LARGEST = 100_000, 400_000
"""The inhabitants of a place whose name is taken for one after "in", and anywhere."""
_PLAIN_PLACES = frozenset(
    """abs acre archway aurora bacon bam boulder brass bursa colon commonwealth corona cypress delta derby enterprise est ganja honcho hub
    independence levis lira logo mango marche mascara meme mesa mesquite metro mon muscat noun ocean paradise pest phoenix plateau
    plateaux plaza providence reunion saga sale sari song unity van var vas vista centurion batman bimbo chunga""".split()
)
"""Everyday nouns that are also names of large places."""


def lost(text: str) -> str | None:
    """"lower" for a text (almost) without capitals, "upper" for one of capitals alone; None for one as it should be, or too short to tell."""
    start = text[:_SAMPLE]
    capitals = sum(map(str.isupper, start))
    letters = capitals + sum(map(str.islower, start))
    if letters < _FEWEST:
        return None
    return "lower" if capitals < 0.004 * letters else "upper" if capitals > 0.97 * letters else None


@dataclass(slots=True)
class _Piece:
    """A word of the text: where it stands, how it is written, and whether it gets a capital (or, `all`, only capitals)."""

    start: int
    low: str
    english: bool
    opens: bool
    capital: bool = False
    all: bool = False


class Truecaser:
    """Gives texts their capitals back; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._known = knowledge(lexicon)
        self._gazetteer = lexicon.gazetteer
        self._english = vocabulary
        self._holders = {fold(name.split()[-1]) for name in self._known.holders}
        """Surnames of persons in public office."""
        self._no_surnames = {*map(fold, self._known.nouns), *map(fold, self._known.offices), *PLACE_HEADS, *GROUP_HEADS}

    def __call__(self, text: str) -> str:
        """The text with its capitals; the same length. Capitals that the text has are first taken away."""
        low = lowered(text)
        pieces = self._pieces(low)
        self._phrases(pieces)
        self._words(low, pieces)
        self._runs(low, pieces)
        self._acronyms(low, pieces)
        out = list(low)
        for piece in pieces:
            stop = piece.start + (len(piece.low) if piece.all else 1 if piece.capital or piece.opens else 0)
            for i in range(piece.start, stop):
                out[i] = _upper(low[i])
        for match in _LETTERED.finditer(low):
            if match.group() not in ("e.g.", "i.e.", "a.m.", "p.m."):
                out[match.start() : match.end()] = match.group().upper()
        return "".join(out)

    def headlines(self, text: str) -> str:
        """A text as it should be, in which lines all in capitals, and with a capital on each word, are written like the rest."""
        return plain_titles(_SHOUTED.sub(lambda match: self(match.group()), text), self, self._english.__contains__)

    # the passes

    def _pieces(self, low: str) -> list[_Piece]:
        pieces: list[_Piece] = []
        end, before = 0, ""
        for match in _WORD.finditer(low):
            between = low[end : match.start()]
            opens = not pieces or _ends_sentence(between)
            if opens and between[:1] == "." and abbreviation(before) and "\n" not in between:
                opens = False
            word = match.group()
            pieces.append(_Piece(match.start(), word, word in self._english, opens))
            end, before = match.end(), word
        return pieces

    def _phrases(self, pieces: list[_Piece]) -> None:
        """Names that the lexicon has, written as it writes them: first the sure ones, then short ones that what is sure speaks for."""
        words = [Word(fold(piece.low), piece.low, i) for i, piece in enumerate(pieces)]
        hits = list(self._known.book.find(words, lower=True))
        sure = [self._sure(hit, pieces) for hit in hits]
        entries = {phrase.entry for hit, certain in zip(hits, sure, strict=True) if certain for phrase in hit.phrases}
        countries = {entry[-2:] for entry in entries if entry.startswith(("country:", "seat:"))}
        countries.update(code for entry in entries if entry in self._known.parties for code in self._known.parties[entry].country)
        countries.update(code for word in words if len(code := self._known.adjectives.get(word.key, "")) == 2)
        for hit, certain in zip(hits, sure, strict=True):
            phrase = hit.phrases[0]
            if not certain and not (phrase.acronym and (phrase.entry in entries or self._there(phrase.entry, countries))):
                continue
            for piece, capital in zip(pieces[hit.start : hit.end], phrase.capitals, strict=False):
                piece.capital = piece.capital or capital
                piece.all = piece.all or phrase.acronym

    def _sure(self, hit: Hit, pieces: list[_Piece]) -> bool:
        """Whether words that are a name of the lexicon cannot well be anything else."""
        only, phrase = pieces[hit.end - 1], hit.phrases[0]
        if hit.end - hit.start > 2 or (hit.end - hit.start == 2 and pieces[hit.start].low != "the") or not only.english:
            return True
        return not phrase.acronym and (phrase.kind == "place" or not self._english.common(only.low))

    def _there(self, entry: str, countries: set[str]) -> bool:
        """Whether a party acts in one of these countries."""
        party = self._known.parties.get(entry)
        return party is not None and not countries.isdisjoint(party.country)

    def _words(self, low: str, pieces: list[_Piece]) -> None:
        """Nationalities, months, given names, cities after "in", and words that are not English."""
        for i, piece in enumerate(pieces):
            if piece.low in ("may", "march"):
                piece.capital = _dated(low, piece)
            elif piece.low in _ABBREVIATED and low[piece.start + len(piece.low) :][:1] == ".":
                piece.capital = piece.low not in _SMALL_ABBREVIATIONS
            elif self._name(piece, pieces[i - 1].low if i else ""):
                piece.capital = True

    def _name(self, piece: _Piece, before: str) -> bool:
        """Whether a word is a name by itself, or after the word before it."""
        known, word = self._known, fold(piece.low)
        if self._english.function(word):
            return word == "i"
        if word in known.adjectives or word in known.peoples or word in _CALENDAR:
            return True
        if not piece.english and len(word) > 2 and word not in _PARTICLES:
            return True
        if before in known.titles and word in self._holders:
            return True
        if self._english.common(word):
            return False
        return word in known.given or self._city(word, _LARGE if before in _PLACE_PREPOSITIONS else _LARGEST)

    def _runs(self, low: str, pieces: list[_Piece]) -> None:
        """What stands beside words that have a capital now: saints, articles, titles and initials before them, surnames after them."""
        for i in range(len(pieces) - 2, -1, -1):
            piece, after = pieces[i], pieces[i + 1]
            if not _adjoin(low, piece, after):
                continue
            if piece.low in _SAINTS and (after.capital or not self._english.common(after.low)):
                piece.capital = after.capital = True
            elif piece.low in _ARTICLES and not after.all and (after.capital or not self._english.common(after.low)):
                piece.capital, after.capital = i == 0 or pieces[i - 1].low not in ("de", "a"), True
            elif piece.low in self._known.titles or (len(piece.low) == 1 and low[piece.start + 1] == "."):
                named = after.capital and not after.all and fold(after.low) not in self._known.adjectives
                piece.capital = piece.capital or named
            elif piece.low in _QUALIFIERS and not piece.capital:
                for body in self._body_ahead(low, pieces, i):
                    body.capital = True
        for before, piece in pairwise(pieces):
            if piece.capital or not before.capital or before.all or not _adjoin(low, before, piece):
                continue
            if len(piece.low) == 1 and low[piece.start + 1 : piece.start + 2] == ".":
                piece.capital = True
                continue
            surname = not before.english or fold(before.low) in self._known.given
            if surname and not self._english.common(piece.low) and piece.low not in self._no_surnames | _PARTICLES:
                piece.capital = self._gazetteer.known(piece.low)

    def _body_ahead(self, low: str, pieces: list[_Piece], i: int) -> list[_Piece]:
        """The words of the name of a body that a word like "national" opens: up to a noun for one, within four words; else none."""
        if i == 0 or pieces[i - 1].low in ("a", "an", "of", "and", "any", "no", "some"):
            return []
        for j in range(i + 1, min(i + 5, len(pieces))):
            if not _adjoin(low, pieces[j - 1], pieces[j]):
                return []
            if pieces[j].low in _BODY_HEADS:
                return pieces[i : j + 1]
            if self._english.function(pieces[j].low) or self._english.verb(pieces[j].low):
                return []
        return []

    def _acronyms(self, low: str, pieces: list[_Piece]) -> None:
        """Letters in brackets after the words that they are the first letters of: all in capitals everywhere, and the words with one each."""
        at = {piece.start: i for i, piece in enumerate(pieces)}
        found: set[str] = set()
        for match in _BRACKETS.finditer(low):
            i = at.get(match.start(1))
            if i is None:
                continue
            acronym, before = match.group(1), pieces[max(0, i - _REACH) : i]
            start = _spelled_out(before, acronym)
            if start is not None:
                _name_of(before[start:])
                found.add(acronym)
            elif not pieces[i].english and len(acronym) <= 6 and low[match.start() - 1] == " " and not self._called(pieces, i):
                found.add(acronym)
        for match in _SPELLED.finditer(low):
            first = at.get(match.start(2))
            if first is not None:
                inside = [piece for piece in pieces[first : first + _REACH] if piece.start < match.end(2)]
                if _spelled_out(inside, match.group(1)) == 0:
                    _name_of(inside)
                    found.add(match.group(1))
        for piece in pieces:
            if piece.low in found or (not piece.english and 2 < len(piece.low) <= 6 and not set("aeiouy") & set(piece.low)):
                piece.all = True

    def _called(self, pieces: list[_Piece], i: int) -> bool:
        """Whether what stands in brackets is a person's name: a title or a given name comes before it somewhere, or a sentence ends before it."""
        word, known = pieces[i].low, self._known
        if i == 0 or pieces[i].opens or pieces[i - 1].low in known.titles or word in known.given:
            return True
        return any(b.low == word and (a.low in known.titles or fold(a.low) in known.given) for a, b in pairwise(pieces))

    def _city(self, word: str, size: int) -> bool:
        """Whether a town, a province or a country of such a size has this name; rivers and villages are called anything."""
        if word in _PLAIN_PLACES or word in self._no_surnames:
            return False
        return any(place.population >= size and place.match == EXACT for place in self._gazetteer.exactly(word))


def lowered(text: str) -> str:
    """The text in small letters, at the same length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _ends_sentence(between: str) -> bool:
    """Whether what stands between two words ends a sentence: a line break, a full stop and a blank, a bracket and a gap."""
    bare = between.rstrip("\"'(")
    left = bare.rstrip()
    blanks = bare[len(left) :]
    if not blanks or "\n" in blanks:
        return bool(blanks)
    return left.rstrip("\"')]").endswith((".", "?", "!")) or (len(blanks) > 2 and left.endswith((")", "]")))


def abbreviation(word: str) -> bool:
    """Whether a full stop after this word, in lower case, is the word's own: of a title, or an initial."""
    return len(word) == 1 or word in _ABBREVIATED


def _dated(low: str, piece: _Piece) -> bool:
    """Whether "may" or "march" is the month: a number beside it, or a preposition of time before it."""
    before = low[max(0, piece.start - 12) : piece.start].split()
    after = low[piece.start + len(piece.low) :][:6].split()
    timed = bool(before) and (before[-1].rstrip("stndrh,").isdigit() or before[-1] in _BEFORE_MONTHS)
    return timed or (bool(after) and after[0].rstrip(",.").isdigit())


def _spelled_out(pieces: list[_Piece], acronym: str) -> int | None:
    """Where the words start, at the end of `pieces`, whose first letters make the acronym, in any order for it may be of another language."""
    at = [i for i, piece in enumerate(pieces) if piece.low not in _INITIATED][-len(acronym) :]
    initials = sorted(pieces[i].low[0] for i in at)
    return at[0] if len(acronym) > 2 and initials == sorted(acronym) else None


def _name_of(pieces: list[_Piece]) -> None:
    for piece in pieces:
        piece.capital = piece.capital or piece.low not in _INITIATED


def _adjoin(low: str, a: _Piece, b: _Piece) -> bool:
    """Whether nothing but a blank, a hyphen or an initial's full stop stands between two words."""
    between = low[a.start + len(a.low) : b.start]
    return between in (" ", "-") or (between == ". " and abbreviation(a.low))


def _upper(c: str) -> str:
    big = c.upper()
    return big if len(big) == 1 else c
