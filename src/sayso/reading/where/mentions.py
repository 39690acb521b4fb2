"""Where places are named: the names decided to be places, and what they lack that stands where only a place can stand."""

from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc, Token

from sayso.lexicon.gazetteer import Gazetteer
from sayso.model.codes import PlaceKind
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.page import Name, Page
from sayso.reading.where.words import (
    ABBREVIATIONS,
    ALONE,
    DIRECTIONS,
    EPITHETS,
    HEADS,
    KIND_NOUNS,
    NO_PLACES,
    PLURAL_KIND_NOUNS,
    POSTAL,
    SUFFIXES,
    SURE_PREPOSITIONS,
)

_LEADS = frozenset({
    "province", "provinces", "governorate", "city", "town", "towns", "village", "villages", "suburb", "suburbs", "neighborhood",
    "neighbourhood", "oblast",
})  # fmt: skip
"""Nouns that a name of a place alone goes with."""
_WELL_KNOWN = 4.5
"""The weight of a town of some thirty thousand."""
_PROVINCIAL = frozenset({"governor", "gov", "premier", "senator", "sen", "legislature", "lawmakers", "statehouse"})
"""Offices that a state or province has and a city has not."""


@dataclass(slots=True)
class Mention:
    """Tokens [start, end) that name a place. `at` is the offset where it ends if that is inside the last token ("U.S.-based")."""

    start: int
    end: int
    name: str
    by: str
    entry: str | None = None
    """"country:SY" or "seat:SY" where the lexicon knows the name as a country or as the seat of its government."""
    kind: PlaceKind | None = None
    """What the words around say that it is."""
    direction: str | None = None
    """The word before it that cuts an area out of it."""
    inside: "Mention | None" = None
    """The place that the text names right behind it as what it lies in: "X, Y"."""
    sure: bool = False
    """Whether it stands where little but a place can: after "in", before "province", beside another place."""
    at: int | None = None
    beside: "list[Mention]" = field(default_factory=list)
    """Its neighbours in a row of places: "X, Y and Z"."""


def mentions(page: Page, known: Knowledge, tokens: list[Token]) -> list[Mention]:
    """All mentions of places, in the order of the text, without overlap."""
    doc, gazetteer = page.doc, page.lexicon.gazetteer
    found: list[Mention] = []
    covered: set[int] = set()
    doubtful: list[Mention] = []
    for name in page.names:
        span = page.tokens(name.start, name.end)
        if not len(span):
            continue
        covered.update(range(span.start, span.end))
        country = name.entry if name.entry and name.entry.startswith(("country:", "seat:")) else None
        mention = _trimmed(page, known, Mention(span.start, span.end, "", "names", country), name)
        if mention is None:
            continue
        if name.kind == "place" or (name.kind == "group" and country):
            found.append(mention)
        elif name.by != "lexicon" and name.entry is None:
            doubtful.append(mention)
            found += _before_title(doc, known, gazetteer, mention, span.end)
    found += _overlooked(page, tokens, covered)
    found += _shortened(tokens, {m.end for m in found})
    found += _filed(page, found)
    found.sort(key=lambda m: (m.start, -m.end))
    found = _joined(doc, found, gazetteer)
    found += _reclaimed(doc, gazetteer, found, doubtful)
    found.sort(key=lambda m: m.start)
    for mention in found:
        _look_around(doc, mention, gazetteer)
    _containers(doc, found)
    return found


def _trimmed(page: Page, known: Knowledge, mention: Mention, name: Name) -> Mention | None:
    """The mention without titles behind it ("Ohio Governor"), epithets before it, and the adjective made of it ("U.S.-based")."""
    doc, start, end = page.doc, mention.start, mention.end
    while end - start > 1 and _is_title(known, doc[end - 1].lower_):
        end -= 1
        if doc[end].lower_.rstrip(".") in _PROVINCIAL:
            mention.kind = "province"
    while end - start > 1 and (doc[start].lower_ in EPITHETS or doc[start].lower_.rstrip(".") in known.titles):
        start += 1
    while end - start > 1 and (not doc[end - 1].text[:1].isalnum() or doc[end - 1].tag_ == "POS"):
        end -= 1
    text = doc[start:end].text
    if start == mention.start and end == mention.end:
        text = page.report.text[name.start : name.end]
        mention.at = name.end if name.end < doc[end - 1].idx + len(doc[end - 1]) else None
    stem, hyphen, suffix = text.rpartition("-")
    if hyphen and suffix in SUFFIXES:
        text, mention.at = stem, doc[start].idx + len(stem)
    mention.start, mention.end, mention.name = start, end, " ".join(text.split())
    if mention.at is not None and mention.at <= doc[start].idx:
        mention.at = None
    return mention if mention.name[:1].isalnum() or len(mention.name) > 1 else None


def _before_title(doc: Doc, known: Knowledge, gazetteer: Gazetteer, mention: Mention, end: int) -> list[Mention]:
    """The town whose mayor a name of a person begins with: "Lyon Mayor ..."."""
    for title in range(mention.start + 1, min(mention.start + 4, end)):
        if doc[title].lower_.rstrip(".") in known.offices:
            text = doc[mention.start : title].text
            if any(p.weight > _WELL_KNOWN for p in gazetteer.exactly(text)):
                return [Mention(mention.start, title, text, "title", sure=True)]
            break
    return []


def _is_title(known: Knowledge, word: str) -> bool:
    bare = word.rstrip(".")
    return bare in known.titles or bare in known.offices or (word in known.nouns and word not in HEADS)


def _overlooked(page: Page, doc: list[Token], covered: set[int]) -> list[Mention]:
    """Capitalised words outside all names that the gazetteer knows, where a place stands: after "in", or before "province"."""
    found = []
    at, end = 0, len(doc)
    while at < end:
        token = doc[at]
        if at in covered or not token.text[0].isupper() or token.pos_ != "PROPN":
            at += 1
            continue
        stop = at + 1
        while stop < end and stop - at < 5 and stop not in covered and (doc[stop].pos_ == "PROPN" or doc[stop].text in ("-", "al")):
            stop += 1
        while doc[stop - 1].text in ("-", "al"):
            stop -= 1
        if token.lower_ not in NO_PLACES and _in_place(page.doc, at, stop):
            text = page.doc[at:stop].text
            if page.lexicon.gazetteer.known(text):
                found.append(Mention(at, stop, text, "gazetteer", sure=True))
        at = stop
    return found


def _shortened(doc: list[Token], ends: set[int]) -> list[Mention]:
    """States after their towns, shortened: "Newark, N.J."; some stand alone."""
    found = []
    for token in doc:
        text = token.text
        if len(text) > 5 or not text[0].isupper():
            continue
        bare = text.rstrip(".")
        full = ABBREVIATIONS.get(bare) or POSTAL.get(bare)
        if full is None:
            continue
        after_town = token.i > 1 and doc[token.i - 1].text == "," and (token.i - 1 in ends or doc[token.i - 2].text[:1].isupper())
        if bare in ALONE or after_town:
            found.append(Mention(token.i, token.i + 1, full, "shortened", kind="province", sure=True))
    return found


def _filed(page: Page, found: list[Mention]) -> list[Mention]:
    """The place of the dateline, where no name was found in it."""
    line = page.report.dateline
    if line is None:
        return []
    tokens = page.tokens(*line.span)
    end = next((t.i for t in tokens if not (t.text[:1].isalpha() and t.text[:1].isupper())), tokens.end)
    if end == tokens.start or any(m.start < tokens.end and m.end > tokens.start for m in found):
        return []
    return [Mention(tokens.start, end, page.doc[tokens.start : end].text, "dateline", sure=True)]


def _in_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the words around say that this is a place."""
    at = start
    while at > 1 and at > start - 3 and (doc[at - 1].lower_ == "the" or doc[at - 1].lower_ in DIRECTIONS):
        at -= 1
    before = doc[at - 1].lower_ if at else ""
    if before in SURE_PREPOSITIONS:
        return True
    if before in ("to", "from", "of") and start > 1 and doc[start - 2].lower_ in DIRECTIONS:
        return True
    if _of_kind(doc, start, end):
        return True
    after = doc[end].lower_ if end < len(doc) else ""
    if (after in KIND_NOUNS or after in PLURAL_KIND_NOUNS) and doc[end].text.islower():
        return True
    if before == "of" and start > 1:
        return doc[start - 2].lower_ in ("outside", *KIND_NOUNS)
    return before in KIND_NOUNS and start > 0 and doc[start - 1].pos_ == "NOUN"


def _of_kind(doc: Doc, start: int, end: int) -> bool:
    """Whether it stands after "the town of", or between "the" and "province"."""
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _LEADS:
        return True
    return end < len(doc) and doc[end].lower_ in _LEADS and doc[end].text.islower() and doc[start - 1].lower_ in ("the", "in")


def _joined(doc: Doc, found: list[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Without overlap, and each with the capitalised neighbours that are of its name: New Mexico, Western Australia, Fort St. John."""
    joined: list[Mention] = []
    for mention in found:
        if joined and joined[-1].end > mention.start:
            if mention.by != "shortened":
                continue
            joined.pop()
        if mention.by != "shortened":
            _widen(doc, mention, gazetteer)
        while joined and joined[-1].end > mention.start:
            joined.pop()
        joined.append(mention)
    return [m for m in joined if m.name.lower() not in DIRECTIONS and m.name.lower() not in NO_PLACES and m.name.lower() != "old city"]


def _widen(doc: Doc, mention: Mention, gazetteer: Gazetteer) -> None:
    before = doc[mention.start - 1] if mention.start else None
    if before is not None and before.text[0].isupper() and before.text.istitle() and before.lower_ not in ("the", "in"):
        whole = f"{before.text} {mention.name}"
        if gazetteer.known(whole):
            mention.start, mention.name, mention.entry = before.i, whole, None
    after = doc[mention.end] if mention.end < len(doc) else None
    if mention.at is None and after is not None and after.text.istitle() and after.pos_ == "PROPN":
        whole = f"{mention.name} {after.text}"
        if gazetteer.known(whole):
            mention.end, mention.name, mention.entry = after.i + 1, whole, None


def _reclaimed(doc: Doc, gazetteer: Gazetteer, found: list[Mention], doubtful: list[Mention]) -> list[Mention]:
    """Names that no table knows and that were taken for something else, beside a place in a row, or where only a place can stand."""
    beside = {m.start for m in found} | {m.end for m in found}
    outer = {m.start for m in found if m.entry or m.kind == "province"}
    won: set[str] = set()
    for mention in doubtful:
        inside = mention.end + 1 in outer and doc[mention.end].text == ","
        placed = inside or _in_row(doc, mention, beside) or _in_place(doc, mention.start, mention.end)
        if (placed and gazetteer.known(mention.name)) or _of_kind(doc, mention.start, mention.end):
            won.add(mention.name)
            beside |= {mention.start, mention.end}
    return [m for m in doubtful if m.name in won]


def _in_row(doc: Doc, mention: Mention, beside: set[int]) -> bool:
    """Whether "and" or a comma joins it to a place."""
    joint = ("and", ",", "or")
    return (mention.start > 1 and doc[mention.start - 1].lower_ in joint[:1] and mention.start - 1 in beside) or (
        mention.end < len(doc) and doc[mention.end].lower_ in joint[:1] and mention.end + 1 in beside
    )


def _look_around(doc: Doc, mention: Mention, gazetteer: Gazetteer) -> None:
    """The kind that nouns beside the name give it, and a direction before it."""
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.lower_.rstrip(".") in _PROVINCIAL:
        mention.kind = "province"
    elif after is not None and after.pos_ in ("NOUN", "PROPN"):
        mention.kind = mention.kind or KIND_NOUNS.get(after.lower_) or PLURAL_KIND_NOUNS.get(after.lower_)
    last = doc[mention.end - 1].lower_
    if mention.end - mention.start > 1 and last in HEADS:
        mention.kind = KIND_NOUNS.get(last, "area")
    if before is not None:
        if before.lower_ == "of" and mention.start > 1:
            lead = doc[mention.start - 2].lower_
            mention.kind = mention.kind or KIND_NOUNS.get(lead) or PLURAL_KIND_NOUNS.get(lead)
        elif before.lower_ in KIND_NOUNS and before.pos_ == "NOUN" and mention.kind is None:
            mention.kind = KIND_NOUNS[before.lower_]
        if before.lower_ in DIRECTIONS:
            mention.direction = before.lower_
    first = doc[mention.start].lower_
    if mention.end - mention.start > 1 and first in DIRECTIONS and not mention.direction:
        bare = doc[mention.start + 1 : mention.end].text
        if not gazetteer.known(mention.name) and gazetteer.known(bare):
            mention.start, mention.name, mention.direction = mention.start + 1, bare, first
    mention.sure = mention.sure or mention.kind is not None or _in_place(doc, mention.start, mention.end)


def _containers(doc: Doc, found: list[Mention]) -> None:
    """ "X, Y": the second place is what the first lies in, unless a list goes on."""
    for first, second in pairwise(found):
        words = [t.lower_ for t in doc[first.end : second.start]]
        if words in ([","], [",", "in"], ["in"], [",", "the"], ["("], ["in", "the"]) or (
            2 <= len(words) <= 4 and words[0] in (",", "in") and words[-1] in DIRECTIONS
        ):
            first.inside = second
        if words in ([","], ["and"], [",", "and"], ["or"], [",", "or"]):
            first.beside.append(second)
            second.beside.append(first)
    start = 0
    while start < len(found):
        end = start
        while found[end].inside is not None and doc[found[end].end].text == ",":
            end += 1
        if end - start > 2 or (end > start and _goes_on(doc, found, end)):
            for mention in found[start:end]:
                mention.inside = None
        start = end + 1


def _goes_on(doc: Doc, found: list[Mention], last: int) -> bool:
    """Whether "and Z" follows the last place of a row, with Z a place: "A, B and C" is a list."""
    if last + 1 >= len(found):
        return False
    words = [t.lower_ for t in doc[found[last].end : found[last + 1].start]]
    return words in (["and"], [",", "and"], ["or"], [",", "or"])
