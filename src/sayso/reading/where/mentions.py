"""Where places are named: the names decided to be places, and what they lack that stands where only a place can stand."""

from sayso.lexicon.gazetteer import Gazetteer
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.words import BANDS
from sayso.reading.page import Name, Page
from sayso.reading.parsed import Parsed, Token
from sayso.reading.where.finding import before_title, filed, heading, of_bodies, overlooked, reclaimed, shortened
from sayso.reading.where.mention import Mention, containers, look_around
from sayso.reading.where.words import DIRECTIONS, EPITHETS, HEADS, NO_PLACES, PROVINCIAL, SUFFIXES


def mentions(page: Page, known: Knowledge, tokens: list[Token]) -> list[Mention]:
    """All mentions of places, in the order of the text, without overlap."""
    doc, gazetteer = page.doc, page.lexicon.gazetteer
    found: list[Mention] = []
    covered: set[int] = set()
    doubtful: list[Mention] = []
    bodies: list[Mention] = []
    surnames = _surnames(page, known)
    for name in page.names:
        span = page.tokens(name.start, name.end)
        if not len(span):
            continue
        covered.update(range(span.start, span.end))
        country = name.entry if name.entry and name.entry.startswith(("country:", "seat:")) else None
        mention = _trimmed(page, known, Mention(span.start, span.end, "", "names", country), name)
        if mention is None:
            continue
        mention.acts = name.kind == "group" and country is not None
        if name.kind == "place" or mention.acts:
            found.append(mention)
        elif name.by != "lexicon" and name.entry is None and not (name.kind == "person" and mention.name in surnames):
            doubtful.append(mention)
            found += before_title(doc, known, gazetteer, mention, span.end)
            if name.kind == "group" and len(span) > 1 and span[0].lower_ not in BANDS:
                bodies.append(Mention(span.start, span.end, span.text, "names"))
    found += overlooked(page, tokens, covered)
    found += shortened(tokens, {m.end for m in found})
    found += filed(page, found)
    found = _with_headings(found, heading(page, known))
    found = [mention for mention in found if not _credited(page, mention)]
    found.sort(key=lambda m: (m.start, -m.end))
    found = _joined(doc, found, gazetteer)
    found += reclaimed(doc, gazetteer, found, doubtful)
    taken = {i for m in found for i in range(m.start, m.end)}
    found += [m for m in of_bodies(doc, known, gazetteer, bodies) if taken.isdisjoint(range(m.start, m.end))]
    found.sort(key=lambda m: m.start)
    for mention in found:
        look_around(doc, mention, gazetteer)
    containers(doc, found)
    return found


def _with_headings(found: list[Mention], heads: list[Mention]) -> list[Mention]:
    """With what heads paragraphs, which nothing but a place does that bears a place's name, whatever the pipeline calls it."""
    named = {mention.start: mention for mention in found}
    for head in heads:
        head = named.get(head.start, head)
        head.sure = head.sure or len(heads) > 1
        if head.start not in named:
            found.append(head)
    return found


def _surnames(page: Page, known: Knowledge) -> set[str]:
    """The last words of names that begin with a given name: "in Berta" is no place where Lea Berta is spoken of."""
    full = (page.report.text[name.start : name.end].split() for name in page.names if name.kind == "person")
    return {words[-1] for words in full if len(words) > 1 and words[0].lower() in known.given and all(word[:1].isupper() for word in words)}


def _credited(page: Page, mention: Mention) -> bool:
    """Whether a name stands in the brackets of a dateline, where the agency stands: "BEIRUT (AP) -"."""
    first = page.doc[mention.start]
    return mention.start > 0 and page.doc[mention.start - 1].text == "(" and page.part(first.idx) == "dateline"


def _trimmed(page: Page, known: Knowledge, mention: Mention, name: Name) -> Mention | None:
    """The mention without titles behind it ("Ohio Governor"), epithets before it, and the adjective made of it ("U.S.-based")."""
    doc, start, end = page.doc, mention.start, mention.end
    while mention.entry is None and end - start > 1 and _is_title(known, doc[end - 1].lower_):
        end -= 1
        if doc[end].lower_.rstrip(".") in PROVINCIAL:
            mention.kind = "province"
    while end - start > 1 and (doc[start].lower_ in EPITHETS or doc[start].lower_.rstrip(".") in known.titles):
        start += 1
    while end - start > 1 and (not doc[end - 1].text[:1].isalnum() or doc[end - 1].tag_ == "POS"):
        end -= 1
    text = doc.span(start, end).text
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


def _is_title(known: Knowledge, word: str) -> bool:
    bare = word.rstrip(".")
    return bare in known.titles or bare in known.offices or (word in known.nouns and word not in HEADS)


def _joined(doc: Parsed, found: list[Mention], gazetteer: Gazetteer) -> list[Mention]:
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
    nowhere = DIRECTIONS | NO_PLACES | {"old city"}
    return [m for m in joined if m.name.lower() not in nowhere and not _whose(doc, m)]


def _whose(doc: Parsed, mention: Mention) -> bool:
    """Whether a country's letters only tell whose something is: "the US envoy", "a UK-based group"."""
    last = doc[mention.end - 1]
    letters = mention.end - mention.start == 1 and last.text.replace(".", "") in ("US", "UK", "USA")
    return letters and last.dep_ in ("compound", "nmod", "amod", "npadvmod") and last.head.i > last.i


def _widen(doc: Parsed, mention: Mention, gazetteer: Gazetteer) -> None:
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
