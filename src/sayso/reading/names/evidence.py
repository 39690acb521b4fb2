"""What a name is a name of: votes from all its occurrences, one sense for the whole report."""

from collections import defaultdict

from spacy.tokens import Doc

from sayso.reading.names.candidates import Candidate
from sayso.reading.names.knowledge import GROUP_HEADS, PLACE_HEADS, PLACE_LEADS, PLACE_PREPOSITIONS, SAYING, Knowledge
from sayso.reading.page import Page

_LABELS = {
    "PERSON": ("person", 1.5), "ORG": ("group", 1.0), "GPE": ("place", 1.0), "LOC": ("place", 1.2), "FAC": ("place", 1.0),
    "NORP": ("group", 0.6), "EVENT": ("other", 1.5), "PRODUCT": ("other", 1.0), "WORK_OF_ART": ("other", 1.5), "LAW": ("other", 2.0),
}  # fmt: skip

Votes = dict[str, float]


def decide(page: Page, known: Knowledge, found: list[Candidate]) -> dict[str, str]:
    """The kind of each key: person, group, place or other."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    counts: dict[str, int] = defaultdict(int)
    for candidate in found:
        counts[candidate.key] += 1
    for candidate in found:
        _in_place(page.doc, known, candidate, votes[candidate.key], 1.0 / counts[candidate.key] ** 0.5)
    for candidate in {c.key: c for c in found}.values():
        _in_itself(page, known, candidate, votes[candidate.key])
    kinds: dict[str, str] = {}
    _definitions(page.doc, found, votes)
    for key in sorted(votes, key=lambda k: (-len(k.split()), k)):
        kinds[key] = _winner(votes[key])
    _short_forms(kinds, votes)
    return kinds


def _winner(votes: Votes) -> str:
    order = ("group", "person", "place", "other")
    return max(order, key=lambda kind: (votes.get(kind, 0.0), -order.index(kind)))


def _in_itself(page: Page, known: Knowledge, candidate: Candidate, votes: Votes) -> None:
    """Evidence in the name: the lexicon, a given name in front, a head noun at the end, the gazetteer."""
    words = candidate.key.split()
    if candidate.known:
        votes[candidate.known] += 8 if len(words) > 1 or candidate.known != "person" else 3
        return
    raw = page.doc[candidate.start : candidate.end]
    if words[-1] in GROUP_HEADS:
        votes["group"] += 4 if len(words) > 1 else 1.5
    elif words[-1] in PLACE_HEADS:
        votes["place"] += 4 if len(words) > 1 else 1
    elif len(words) > 1 and any(w in GROUP_HEADS for w in words):
        votes["group"] += 2
    if len(words) > 1 and words[0] in known.given and words[-1] not in GROUP_HEADS and words[-1] not in PLACE_HEADS:
        votes["person"] += 3
    elif len(words) == 1 and words[0] in known.given:
        votes["person"] += 0.7
    text = "".join(t.text for t in raw)
    if len(words) == 1 and 2 <= len(text) <= 6 and text.isupper():
        votes["group"] += 1.5
    if words[0] in ("mount", "lake", "gulf", "strait", "cape", "camp", "fort", "port", "tel", "tell", "jabal", "jebel", "wadi", "deir", "khan", "kafr", "beit", "ain"):
        votes["place"] += 1.5
    if len(words) <= 3 and page.lexicon.gazetteer.candidates(raw.text):
        votes["place"] += 1.6


def _in_place(doc: Doc, known: Knowledge, candidate: Candidate, votes: Votes, weight: float) -> None:
    """Evidence around one occurrence: label, title, preposition, verb, apposition."""
    if candidate.label in _LABELS:
        kind, points = _LABELS[candidate.label]
        votes[kind] += points * weight
    before = doc[candidate.start - 1] if candidate.start else None
    after = doc[candidate.end] if candidate.end < len(doc) else None
    head = doc[candidate.end - 1]
    if before is not None:
        low = before.text.lower().rstrip(".")
        if low in known.titles and before.text[0].isupper():
            votes["person"] += 5 * weight
        elif low in known.offices and before.dep_ in ("compound", "appos", "nmod", "amod", "nsubj", "ROOT", "conj") and before.head.i <= candidate.end:
            votes["person"] += 3 * weight
        elif low in PLACE_PREPOSITIONS:
            votes["place"] += (1.5 if low in ("in", "near", "outside", "around") else 0.8) * weight
        elif low == "of" and candidate.start > 1 and doc[candidate.start - 2].text.lower() in PLACE_LEADS:
            votes["place"] += 3 * weight
        elif low in PLACE_LEADS and before.text.islower():
            votes["place"] += 1 * weight
        elif low == "the" and candidate.known is None:
            votes["group"] += 0.8 * weight
            votes["person"] -= 1 * weight
    if after is not None:
        low = after.text.lower()
        if low in PLACE_LEADS and after.text.islower():
            votes["place"] += 2.5 * weight
        elif low in known.nouns and after.text.islower() and head.dep_ == "compound":
            votes["group"] += 1 * weight
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_.lower() in SAYING:
        votes["person"] += 0.8 * weight
        votes["group"] += 0.8 * weight
    if head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lemma_ in ("accord",):
        votes["person"] += 0.5 * weight
        votes["group"] += 0.8 * weight
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and child.lower_ in known.offices:
            votes["person"] += 3 * weight


def _definitions(doc: Doc, found: list[Candidate], votes: dict[str, Votes]) -> None:
    """A short name in brackets right after a long one is a name of the same thing: they vote together."""
    for long, short in zip(found, found[1:], strict=False):
        if short.start - long.end == 1 and doc[long.end].text == "(" and short.end < len(doc) and doc[short.end].text in (")", ","):
            text = doc[short.start : short.end].text
            if text.isupper() and len(text) > 1 and long.key != short.key:
                together = defaultdict(float, votes[long.key])
                for kind, points in votes[short.key].items():
                    together[kind] += points
                together["group"] += 2
                votes[long.key] = votes[short.key] = together


def _short_forms(kinds: dict[str, str], votes: dict[str, Votes]) -> None:
    """A surname that the report gives in full elsewhere is a person's."""
    surnames = {word for key, kind in kinds.items() if kind == "person" and len(key.split()) > 1 for word in key.split()[-2:] if len(word) > 2}
    for key in kinds:
        words = key.split()
        if words[-1] in surnames and len(words) <= 2 and kinds[key] != "person":
            rival = max(votes[key].get("place", 0), votes[key].get("group", 0))
            if rival < 7:
                kinds[key] = "person"
