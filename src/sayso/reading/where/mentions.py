"""Where places are named: the names decided to be places, and what they lack that stands where only a place can stand."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.model.codes import PlaceKind
from sayso.reading.page import Page
from sayso.reading.where.words import DIRECTIONS, HEADS, KIND_NOUNS, PLACE_PREPOSITIONS, PLURAL_KIND_NOUNS, SURE_PREPOSITIONS


@dataclass(slots=True)
class Mention:
    """Tokens [start, end) that name a place, `first` of which the name proper begins; before it a direction may stand."""

    start: int
    end: int
    name: str
    by: str
    entry: str | None = None
    """"country:SY" or "seat:SY" where the lexicon knows the name as a country or as the seat of its government."""
    kind: PlaceKind | None = None
    """What the words around say that it is."""
    direction: str | None = None
    inside: "Mention | None" = None
    """The place that the text names right behind it as what it lies in: "X, Y"."""
    capital_of: bool = False
    cut: bool = False
    """Whether an s was cut off that is a lost apostrophe's."""


def mentions(page: Page) -> list[Mention]:
    """All mentions of places, in the order of the text, without overlap."""
    doc = page.doc
    found: list[Mention] = []
    covered: dict[int, str] = {}
    for name in page.names:
        tokens = page.tokens(name.start, name.end)
        if not len(tokens):
            continue
        for token in tokens:
            covered[token.i] = name.kind
        country = name.entry if name.entry and name.entry.startswith(("country:", "seat:")) else None
        if name.kind == "place" or (name.kind == "group" and country):
            text = page.report.text[name.start : name.end]
            found.append(Mention(tokens.start, tokens.end, text, "names", country))
    found += _overlooked(page, covered)
    found.sort(key=lambda m: m.start)
    for mention in found:
        _look_around(doc, mention)
    _containers(doc, found)
    return found


def _overlooked(page: Page, covered: dict[int, str]) -> list[Mention]:
    """Capitalised words outside all names that the gazetteer knows, where a place stands: after "in", or before ", Syria"."""
    doc, found = page.doc, []
    at, end = 0, len(doc)
    while at < end:
        token = doc[at]
        if token.pos_ != "PROPN" or at in covered or not token.text[:1].isupper():
            at += 1
            continue
        stop = at + 1
        while stop < end and stop - at < 5 and stop not in covered and (doc[stop].pos_ == "PROPN" or doc[stop].text in ("-", "al")):
            stop += 1
        while doc[stop - 1].text in ("-", "al"):
            stop -= 1
        before = doc[at - 1].lower_ if at else ""
        kind = KIND_NOUNS.get(doc[stop].lower_) if stop < end else None
        if before in PLACE_PREPOSITIONS or kind or (before == "of" and at > 1 and doc[at - 2].lower_ in KIND_NOUNS):
            span = doc[at:stop]
            if page.lexicon.gazetteer.known(span.text):
                found.append(Mention(at, stop, span.text, "gazetteer"))
        at = stop
    return found


def _look_around(doc: Doc, mention: Mention) -> None:
    """The kind that nouns beside the name give it, and a direction before it."""
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.lower_ in KIND_NOUNS and after.pos_ in ("NOUN", "PROPN"):
        mention.kind = KIND_NOUNS[after.lower_]
    last = doc[mention.end - 1].lower_
    if mention.end - mention.start > 1 and last in HEADS:
        mention.kind = KIND_NOUNS.get(last, "area")
    if before is None:
        return
    if before.lower_ == "of" and mention.start > 1:
        lead = doc[mention.start - 2].lower_
        mention.kind = mention.kind or KIND_NOUNS.get(lead) or PLURAL_KIND_NOUNS.get(lead)
    elif before.lower_ in KIND_NOUNS and before.pos_ == "NOUN" and mention.kind is None:
        mention.kind = KIND_NOUNS[before.lower_]
    if before.lower_ in DIRECTIONS:
        mention.direction = before.lower_
    elif before.lower_ in ("eastern", "western") or (before.text == "-" and mention.start > 2):
        pass


def _containers(doc: Doc, found: list[Mention]) -> None:
    """ "X, Y": the second place is what the first lies in, unless a list goes on."""
    for first, second in zip(found, found[1:], strict=False):
        gap = doc[first.end : second.start]
        words = [t.lower_ for t in gap]
        if words in ([","], [",", "in"], ["in"], [",", "the"], ["("], ["in", "the"]) or (
            len(words) <= 4 and words[:1] in ([","], ["in"]) and words[-1:] and words[-1] in DIRECTIONS
        ):
            first.inside = second
    for index, mention in enumerate(found):  # "A, B, C and D" is a list, "A, B, and" mostly is not
        run = [mention]
        while run[-1].inside is not None and doc[run[-1].end].text == ",":
            run.append(run[-1].inside)
        if len(run) > 3 or (len(run) > 1 and _goes_on(doc, found, index + len(run) - 1)):
            for member in run:
                member.inside = None


def _goes_on(doc: Doc, found: list[Mention], last: int) -> bool:
    """Whether "and Z" follows the last place of a row, with Z a place."""
    end = found[last].end
    if last + 1 >= len(found):
        return False
    words = [t.lower_ for t in doc[end : found[last + 1].start]]
    return words in (["and"], [",", "and"], ["or"], [",", "or"])


def token_of(mention: Mention, doc: Doc) -> Token:
    """The syntactic head of a mention."""
    return doc[mention.start : mention.end].root


__all__ = ["SURE_PREPOSITIONS", "Mention", "mentions", "token_of"]
