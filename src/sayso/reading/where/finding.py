"""Places that no name was found for, or that were taken for something else."""

from collections.abc import Iterator

from sayso.lexicon.gazetteer import Gazetteer
from sayso.reading.abbreviated import ALONE, LONGEST, full
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.words import GROUP_HEADS, OTHER_HEADS
from sayso.reading.page import Page
from sayso.reading.parsed import Parsed, Token
from sayso.reading.where.mention import Mention, in_place, of_kind, within_kind
from sayso.reading.where.words import DIRECTIONS, LOCAL_BODIES, NO_PLACES, OUTLETS

_NO_TOWNS = DIRECTIONS | NO_PLACES | OTHER_HEADS
_WELL_KNOWN = 4.5
"""The weight of a town of some thirty thousand."""


def overlooked(page: Page, doc: list[Token], covered: set[int]) -> list[Mention]:
    """Capitalised words outside all names, where a place stands: after "in", if the gazetteer knows them, or "the town of"."""
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
        if token.lower_ not in NO_PLACES and in_place(page.doc, at, stop):
            text = page.doc.span(at, stop).text
            known = page.lexicon.gazetteer.known(text)
            if known or (stop not in covered and of_kind(page.doc, at, stop)):
                found.append(Mention(at, stop, text, "gazetteer" if known else "kind", sure=True))
        at = stop
    return found


def shortened(doc: list[Token], ends: set[int]) -> list[Mention]:
    """States after their towns, shortened: "Newark, N.J."; some stand alone."""
    found = []
    for token in doc:
        text = token.text
        state = full(text) if len(text) <= LONGEST and text[0].isupper() else None
        if state is None:
            continue
        bare = text.rstrip(".")
        after_town = token.i > 1 and doc[token.i - 1].text == "," and (token.i - 1 in ends or doc[token.i - 2].text[:1].isupper())
        if bare in ALONE or after_town:
            found.append(Mention(token.i, token.i + 1, state, "shortened", kind="province", sure=True))
    return found


def filed(page: Page, found: list[Mention]) -> list[Mention]:
    """The place that the dateline opens with, where no name was found there."""
    line = page.report.dateline
    if line is None:
        return []
    tokens = page.tokens(*line.span)
    end = next((t.i for t in tokens if not (t.text[:1].isalpha() and t.text[:1].isupper())), tokens.end)
    if end == tokens.start or any(m.start < end and m.end > tokens.start for m in found):
        return []
    return [Mention(tokens.start, end, page.doc.span(tokens.start, end).text, "dateline", sure=True)]


def heading(page: Page, known: Knowledge) -> list[Mention]:
    """Names that the gazetteer knows and that head a paragraph: "ORLAT. The court is shut". Nothing around them tells the parser what they are."""
    found = []
    lower: set[str] | None = None
    for span in (one.name for one in page.headings if one.name is not None):
        words, name = page.tokens(*span), page.report.text[span[0] : span[1]]
        if not len(words) or not page.lexicon.gazetteer.known(name) or not _NO_TOWNS.isdisjoint(word.lower_ for word in words):
            continue
        if lower is None:
            lower = {word.text for word in page.doc if word.text.islower()}
        if len(words) > 1 or (words[0].lower_ not in known.nouns and words[0].lower_ not in lower):
            found.append(Mention(words.start, words.end, name, "heading"))
    return found


def before_title(doc: Parsed, known: Knowledge, gazetteer: Gazetteer, mention: Mention, end: int) -> list[Mention]:
    """The place whose officer a name begins with: "Lyon Mayor ...", "Utah Finance Minister ..."."""
    for title in range(mention.start + 1, min(mention.start + 4, end)):
        if doc[title].lower_.rstrip(".") in known.offices:
            for stop in range(title, mention.start, -1):
                text = doc.span(mention.start, stop).text
                if any(p.weight > _WELL_KNOWN for p in gazetteer.exactly(text)):
                    return [Mention(mention.start, stop, text, "title", sure=True)]
            break
    return []


def of_bodies(doc: Parsed, known: Knowledge, gazetteer: Gazetteer, bodies: list[Mention]) -> list[Mention]:
    """The places that names of bodies hold: "Lyon Fire Department", "the University of Utah". They count only where the gazetteer has them."""
    found = []
    for body in bodies:
        words = [t.lower_ for t in doc[body.start : body.end]]
        if not OUTLETS.isdisjoint(words):
            continue
        least = 0.0 if not LOCAL_BODIES.isdisjoint(words) else _WELL_KNOWN
        for start, end in _held(doc, known, body, words):
            name = doc.span(start, end).text
            if any(place.weight >= least and place.kind != "river" for place in gazetteer.exactly(name)):
                found.append(Mention(start, end, name, "body", sure=True))
                break
    return found


def _held(doc: Parsed, known: Knowledge, body: Mention, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where in the name of a body a place may stand: behind its last "of" or "in", else in front; the longest stretch first."""
    for at in range(len(words) - 2, 0, -1):
        if words[at] in ("of", "in"):
            start = body.start + at + (2 if words[at + 1] == "the" else 1)
            yield from ((start, end) for end in range(body.end, start, -1) if words[end - 1 - body.start] not in GROUP_HEADS)
            break
    if GROUP_HEADS.isdisjoint(words) and LOCAL_BODIES.isdisjoint(words):
        return  # a company called after somebody or something
    for end in range(min(body.start + 4, body.end - 1), body.start, -1):
        last = words[end - 1 - body.start]
        if end == body.start + 1 and (last in known.given or last in _NO_TOWNS or last in known.adjectives or doc[body.start].text.isupper()):
            return
        if last not in GROUP_HEADS and doc[end - 1].text[:1].isupper():
            yield body.start, end


def reclaimed(doc: Parsed, gazetteer: Gazetteer, found: list[Mention], doubtful: list[Mention]) -> list[Mention]:
    """Names that no table knows and that were taken for something else, beside a place in a row, or where only a place can stand."""
    beside = {m.start for m in found} | {m.end for m in found}
    outer = {m.start for m in found if m.entry or m.kind == "province"}
    won: set[str] = set()
    for mention in doubtful:
        inside = mention.end + 1 in outer and doc[mention.end].text == ","
        start, end = mention.start, mention.end
        placed = inside or _in_row(doc, mention, beside) or in_place(doc, start, end)
        if (placed and gazetteer.known(mention.name)) or of_kind(doc, start, end) or within_kind(doc, start, end):
            won.add(mention.name)
            beside |= {mention.start, mention.end}
    return [m for m in doubtful if m.name in won]


def _in_row(doc: Parsed, mention: Mention, beside: set[int]) -> bool:
    """Whether "and" or a comma joins it to a place."""
    joint = ("and", ",", "or")
    return (mention.start > 1 and doc[mention.start - 1].lower_ in joint[:1] and mention.start - 1 in beside) or (
        mention.end < len(doc) and doc[mention.end].lower_ in joint[:1] and mention.end + 1 in beside
    )
