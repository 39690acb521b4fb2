"""Which stretches of the text may be names: phrases of the lexicon, the pipeline's entities, and runs of capitals."""

from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.reading.names.knowledge import LINKS, Knowledge
from sayso.reading.names.phrases import fold, words_of
from sayso.reading.page import Page

_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_NEVER = frozenset(
    """i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun gmt est utc am pm
    ramadan eid christmas easter the a an this that these those he she it they we you who what when where why how and but or if
    in on at by for from to of with as not no yes""".split()
)


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


def candidates(page: Page, known: Knowledge) -> list[Candidate]:
    """All candidates in the order of the text, without overlap: the lexicon's before the pipeline's before bare capitals."""
    doc = page.doc
    lower, clipped = manner(page.report.text)
    words = words_of(doc)
    taken: list[Candidate | None] = [None] * len(doc)
    for hit in known.book.find(words, lower, clipped):
        entries = [p.entry for p in hit.phrases]
        best = known.chosen(entries, page.report.published) if hit.phrases[0].kind == "group" else entries[0]
        phrase = next(p for p in hit.phrases if p.entry == best)
        found = Candidate(hit.start, hit.end, " ".join(phrase.keys), "lexicon", phrase.kind, best)
        found.clipped = clipped and fold(doc[hit.end - 1].text) not in (phrase.keys[-1], "") and fold(doc[hit.end - 1].text).endswith(
            phrase.keys[-1] + "s"
        )
        _take(taken, found)
    labels = {}
    for entity in doc.ents:
        if entity.label_ in _ENTITIES:
            for i in range(entity.start, entity.end):
                labels[i] = entity.label_
            _pipeline(doc, known, taken, entity.start, entity.end, entity.label_)
    if not lower:
        _capitals(doc, known, taken, labels)
    seen = list({id(c): c for c in taken if c is not None}.values())
    for candidate in seen:
        if candidate.label is None:
            candidate.label = labels.get(candidate.end - 1)
    return seen


def manner(text: str) -> tuple[bool, bool]:
    """How a text is written: whether it has no capitals to go by, and whether it has lost its apostrophes."""
    letters = sum(c.isalpha() for c in text[:4000])
    capitals = sum(c.isupper() for c in text[:4000])
    lower = capitals < 0.004 * letters
    return lower, not lower and "'" not in text and "\u2019" not in text


def _take(taken: list[Candidate | None], candidate: Candidate) -> None:
    for i in range(candidate.start, candidate.end):
        taken[i] = candidate


def _free(taken: list[Candidate | None], start: int, end: int) -> bool:
    return all(taken[i] is None for i in range(start, end))


def _trimmed(doc: Doc, known: Knowledge, start: int, end: int) -> tuple[int, int]:
    """Articles, titles, nationality words before and possessive endings after a name are no part of it."""
    while end > start and (doc[end - 1].tag_ == "POS" or not any(c.isalnum() for c in doc[end - 1].text) or doc[end - 1].is_space):
        end -= 1
    while start < end:
        text = doc[start].text
        low = text.lower()
        if (low in ("the", "a", "an", "'s", "'", "al") and not (low == "al" and start + 1 < end)) or doc[start].is_space or not text[0].isalnum() or (start + 1 < end and low.rstrip(".") in known.titles and doc[start + 1].text not in ("of", "for", "-")):
            start += 1
        else:
            break
    return start, end


def _key(doc: Doc, start: int, end: int) -> str:
    return " ".join(w.key for w in words_of(doc[start:end].as_doc())) if False else " ".join(
        fold(t.text) for t in doc[start:end] if t.text[0].isalnum() and t.tag_ != "POS"
    )


def _pipeline(doc: Doc, known: Knowledge, taken: list[Candidate | None], start: int, end: int, label: str) -> None:
    start, end = _trimmed(doc, known, start, end)
    if start >= end or not any(t.text[0].isupper() for t in doc[start:end]):
        return
    inside = {id(c): c for c in taken[start:end] if c is not None}
    if inside:
        whole = next(iter(inside.values()))
        if len(inside) > 1 or whole.start < start or whole.end > end or (whole.start == start and whole.end == end):
            return
        if not _wider(doc, known, whole, start, end):
            return
    key = _key(doc, start, end)
    if not key or key in _NEVER or key in known.adjectives or key in known.peoples:
        return
    _take(taken, Candidate(start, end, key, "pipeline", label=label))


def _wider(doc: Doc, known: Knowledge, inner: Candidate, start: int, end: int) -> bool:
    """Whether a longer stretch around a phrase of the lexicon is a name of its own: "Homs Media Center" around Homs."""
    from sayso.reading.names.knowledge import GROUP_HEADS, PLACE_HEADS

    last = doc[end - 1].text
    if inner.known == "person":
        return end - start <= 4 and inner.end == end and inner.end - inner.start == 1 and last[0].isupper()
    return inner.end < end and last[0].isupper() and last.lower() in GROUP_HEADS | PLACE_HEADS


def _capitals(doc: Doc, known: Knowledge, taken: list[Candidate | None], labels: dict[int, str]) -> None:
    """Runs of capitalised words that nothing else took: in a sentence's middle, or tagged as proper nouns."""
    i, n = 0, len(doc)
    while i < n:
        if taken[i] is not None or not _proper(doc, i, known):
            i += 1
            continue
        end = i + 1
        while end < n and taken[end] is None:
            token = doc[end]
            if _proper(doc, end, known):
                end += 1
            elif end + 1 < n and taken[end + 1] is None and _proper(doc, end + 1, known) and (
                token.text in ("-", "'") or (token.text.lower() in ("al", "el", "bin", "ibn", "de", "of", "for") and token.text not in ("of",))
            ):
                end += 2
            else:
                break
        start, stop = _trimmed(doc, known, i, end)
        if start < stop:
            key = _key(doc, start, stop)
            first = doc[start].text.lower()
            if key and key not in _NEVER and key not in known.adjectives and key not in known.peoples and first not in known.nouns:
                if not (stop - start == 1 and (key in known.offices or key in known.titles)):
                    _take(taken, Candidate(start, stop, key, "capitals", label=labels.get(stop - 1)))
        i = end


def _proper(doc: Doc, i: int, known: Knowledge) -> bool:
    token = doc[i]
    text = token.text
    if not text[0].isupper() or text.lower() in _NEVER or text.lower() in LINKS:
        return False
    return token.tag_ in ("NNP", "NNPS") and fold(text) not in known.adjectives
