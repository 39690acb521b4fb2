"""What a name is a name of: votes from all its occurrences, one sense for the whole report."""

from collections import Counter, defaultdict
from itertools import pairwise

from sayso.reading.names.candidates import Candidate
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.places_in_war import speaks_for_place, stands_at
from sayso.reading.names.words import (
    BANDS,
    DIRECTIONS,
    FOLLOWINGS,
    GROUP_HEADS,
    NEARNESS,
    OTHER_HEADS,
    OTHER_STARTS,
    OTHER_WORDS,
    PLACE_HEADS,
    PLACE_LEADS,
    PLACE_STARTS,
    SAYING,
)
from sayso.reading.page import Page
from sayso.reading.parsed import Parsed, Token

_LABELS = {
    "PERSON": ("person", 1.5), "ORG": ("group", 1.0), "GPE": ("place", 1.0), "LOC": ("place", 1.2), "FAC": ("place", 1.0),
    "NORP": ("group", 0.6), "EVENT": ("other", 1.5), "PRODUCT": ("other", 1.0), "WORK_OF_ART": ("other", 1.5), "LAW": ("other", 2.0),
}  # fmt: skip
_ORDER = ("group", "person", "place", "other")
_LARGE, _SMALL, _NATURAL = 2.4, 1.6, 3.2
"""Votes of the gazetteer for a place, by its size; for a river or a region, whose names few people bear."""
_LABEL = "person by label"
_INSIDE = "named with what it lies in"
_HARDLY = 0.5
_SURE = 7.0
"""Votes for a place or a group that a shared surname does not outweigh."""

Votes = dict[str, float]


def decide(page: Page, known: Knowledge, found: list[Candidate]) -> dict[str, str]:
    """The kind of each candidate's key: person, group, place or other."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    counts = Counter(candidate.key for candidate in found)
    for candidate in found:
        _in_place(page, known, candidate, votes[candidate.key], counts[candidate.key] ** -0.5)
        _in_the_anatomy(page, candidate, votes[candidate.key])
    forms = {c.key: c for c in found}
    for candidate in forms.values():
        _in_itself(page.doc, known, candidate, votes[candidate.key])
    _definitions(page, found, votes)
    kinds = {key: _winner(votes[key]) for key in sorted(votes)}
    settled = _surnames(kinds, votes)
    for key in kinds:
        if kinds[key] != "place" and key not in settled and forms[key].known is None and _may_be_place(votes[key]):
            twice = 1 + (" " in key and _INSIDE in votes[key])  # "Musa Qala in Helmand" is no Musa
            votes[key]["place"] += _on_the_map(page, forms[key]) * twice
            kinds[key] = _winner(votes[key])
    return kinds


def _may_be_place(votes: Votes) -> bool:
    """Whether the gazetteer's word could turn the balance; asking it costs time."""
    best = max((votes.get(kind, 0.0) for kind in _ORDER), default=0.0)
    place, person = votes.get("place", 0.0), votes.get("person", 0.0)
    if person == best and person - votes.get(_LABEL, 0.0) < _HARDLY:  # nothing but the pipeline's label speaks for a person
        return True
    return best < 0.7 or (best - place <= _LARGE and (place > 0 or person < best))


def _on_the_map(page: Page, candidate: Candidate) -> float:
    if candidate.end - candidate.start > 5:
        return 0.0
    name = page.doc.span(candidate.start, candidate.end).text
    near = page.lexicon.gazetteer.exactly(name)
    if any(p.kind in ("river", "area") for p in near):
        return _NATURAL
    return 0.0 if not near else _LARGE if max(p.population for p in near) >= 50_000 else _SMALL


def _in_the_anatomy(page: Page, candidate: Candidate, votes: Votes) -> None:
    """What the report's anatomy says: its outlet's name is a body's, and the rest of a dateline names where it was filed."""
    dateline, doc = page.report.dateline, page.doc
    start, end = doc[candidate.start].idx, doc[candidate.end - 1].idx + len(doc[candidate.end - 1])
    words = page.report.text[start:end].casefold()
    if any(words == outlet.casefold() for outlet in (page.report.outlet, dateline and dateline.outlet) if outlet):
        votes["group"] += _SURE
    elif dateline is not None and dateline.span[0] <= start and end <= dateline.span[1]:
        votes["place"] += _SURE


def _winner(votes: Votes) -> str:
    best = max(_ORDER, key=lambda kind: (votes.get(kind, 0.0), -_ORDER.index(kind)))
    return best if votes.get(best, 0.0) > 0 else "other"


def _in_itself(doc: Parsed, known: Knowledge, candidate: Candidate, votes: Votes) -> None:
    """Evidence in the name: the lexicon, a given name in front, a head noun at the end."""
    words = candidate.key.split()
    if candidate.known:
        votes[candidate.known] += 8 if len(words) > 1 or candidate.known != "person" else 3
        return
    last = next((word for word in reversed(words) if not word.isdigit()), words[-1])  # "Hill 402" is a hill
    if len(words) > 1 and words[0] in BANDS and doc[candidate.start + 1].lower_ == "of":
        votes["group"] += 4
    elif last in OTHER_HEADS or all(word in OTHER_WORDS or word in known.people for word in words) or (words[0] in OTHER_STARTS and len(words) > 1):
        votes["other"] += 4
    elif last in GROUP_HEADS:
        votes["group"] += 4 if len(words) > 1 else 1.5
    elif last in PLACE_HEADS:
        votes["place"] += 4 if len(words) > 1 else 1
    elif len(words) > 1 and any(w in GROUP_HEADS for w in words):
        votes["group"] += 2
    if words[0] in PLACE_STARTS and len(words) > 1:
        votes["place"] += 3
    elif words[0] in known.given and last not in GROUP_HEADS and last not in PLACE_HEADS:
        votes["person"] += 3 if len(words) > 1 else 0.7
    written = doc.span(candidate.start, candidate.end)
    if len(words) == 1 and 2 <= len(written.text) <= 6 and written.text.isupper():
        votes["group"] += 1.5


def _in_place(page: Page, known: Knowledge, candidate: Candidate, votes: Votes, weight: float) -> None:
    """Evidence around one occurrence: label, title, preposition, verb, apposition."""
    doc = page.doc
    if candidate.label in _LABELS:
        kind, points = _LABELS[candidate.label]
        votes[kind] += points * weight
        if kind == "person":
            votes[_LABEL] += points * weight
    if candidate.start:
        _before(doc, known, candidate, votes, weight)
    if candidate.end < len(doc):
        after = doc[candidate.end]
        if after.lemma_ in PLACE_LEADS and after.text.islower():
            votes["place"] += 2.5 * weight
        elif after.lower_ in known.nouns and after.text.islower() and doc[candidate.end - 1].dep_ == "compound":
            votes["group"] += (3.0 if after.lower_ in FOLLOWINGS else 1.0) * weight
    head = doc[candidate.end - 1]
    votes["place"] += speaks_for_place(head) * weight
    if _lies_in(page, candidate):
        votes["place"] += (0.7 if candidate.label == "ORG" else 2.0) * weight
        votes[_INSIDE] = 1.0
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_.lower() in SAYING:
        two_names = candidate.end - candidate.start == 2 and all(t.is_title and t.is_alpha for t in doc[candidate.start : candidate.end])
        bare = candidate.start == 0 or doc[candidate.start - 1].lower_ not in ("the", "a", "an")
        votes["person"] += (2.0 if two_names and bare else 0.8) * weight
        votes["group"] += 0.8 * weight
    if head.dep_ in ("compound", "nmod") and head.head.i > candidate.end and head.head.lemma_ in PLACE_LEADS:
        votes["place"] += 2 * weight  # the al-Salam and al-Nour districts
    if head.dep_ == "conj":
        _beside(head.head, votes, weight)
    for child in head.rights:
        if child.dep_ == "appos" and child.lower_ in known.offices:
            votes["person"] += 3 * weight


def _lies_in(page: Page, candidate: Candidate) -> bool:
    """Whether "in" and a place come right behind it: "Avdiivka in eastern Ukraine"."""
    doc, at = page.doc, candidate.end
    if at + 1 >= len(doc) or doc[at].lower_ != "in":
        return False
    at += 1
    while at < len(doc) - 1 and (doc[at].lower_ == "the" or doc[at].lower_ in DIRECTIONS or doc[at].lower_.endswith("ern")):
        at += 1
    return doc[at].ent_type_ in ("GPE", "LOC") or (
        doc[at].text[:1].isupper() and any(p.kind == "province" for p in page.lexicon.gazetteer.exactly(doc[at].text))
    )


def _beside(other: Token, votes: Votes, weight: float) -> None:
    """What is joined by "and" is mostly of one kind, and behind one preposition."""
    if other.ent_type_ in _LABELS:
        kind = _LABELS[other.ent_type_][0]
        votes[kind] += 0.8 * weight
        if kind == "person":
            votes[_LABEL] += 0.8 * weight
    if other.dep_ == "pobj" and other.head.lower_ in NEARNESS:
        votes["place"] += NEARNESS[other.head.lower_] * weight


def _before(doc: Parsed, known: Knowledge, candidate: Candidate, votes: Votes, weight: float) -> None:
    before = doc[candidate.start - 1]
    low = before.lower_.rstrip(".")
    if low in known.titles and before.text[0].isupper():
        votes["person"] += 5 * weight
    elif low in known.offices and before.head.i < candidate.end and before.head.i >= candidate.start - 1:
        votes["person"] += 3 * weight
    elif low in NEARNESS:
        votes["place"] += (NEARNESS[low] + 1.5 * stands_at(doc, candidate.start)) * weight
    elif low == "of" and candidate.start > 1 and doc[candidate.start - 2].lower_ in PLACE_LEADS:
        votes["place"] += 3 * weight
    elif low == "of" and candidate.start > 1 and doc[candidate.start - 2].lower_ in DIRECTIONS:
        votes["place"] += 2.5 * weight
    elif low not in PLACE_LEADS and low in known.nouns and known.nouns[low][0].number == "body" and before.head.i < candidate.end:
        votes["group"] += 3 * weight  # "rights group Sahel Watch"
    elif low in PLACE_LEADS and before.text.islower():
        votes["place"] += 1 * weight
    elif low == "the" and candidate.known is None:
        votes["person"] -= 1 * weight
        outer = doc[candidate.start - 2].lower_ if candidate.start > 1 else ""
        if outer in NEARNESS:
            votes["place"] += NEARNESS[outer] * 0.7 * weight
        elif outer == "of" and candidate.start > 2 and doc[candidate.start - 3].lower_ in DIRECTIONS:
            votes["place"] += 2.5 * weight
        else:
            votes["group"] += 0.8 * weight


def _definitions(page: Page, found: list[Candidate], votes: dict[str, Votes]) -> None:
    """A short name in brackets right after a long one is a name of the same thing: they vote together."""
    doc = page.doc
    for long, short in pairwise(found):
        if page.part(doc[short.start].idx) == "dateline":
            continue  # the agency's letters: "TAMBULA, Oranja (AFN) -"
        if short.start - long.end != 1 or doc[long.end].text != "(" or long.key == short.key:
            continue
        text = doc.span(short.start, short.end).text
        if text.isupper() and len(text) > 1:
            together: Votes = defaultdict(float, votes[long.key])
            for kind, points in votes[short.key].items():
                together[kind] += points
            together["group"] += 2
            votes[long.key] = votes[short.key] = together


def _surnames(kinds: dict[str, str], votes: dict[str, Votes]) -> set[str]:
    """A name that ends a full name of a person elsewhere in the report is that person's, unless much speaks against it; which these are."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for full, kind in kinds.items():
        words = full.split()
        if kind == "person" and len(words) > 1:
            for word in words[-2:]:
                bearers[word].add(full)
    settled: set[str] = set()
    for key in kinds:
        words = key.split()
        rival = max(votes[key].get("place", 0.0), votes[key].get("group", 0.0))
        other = len(words[-1]) > 2 and bearers[words[-1]] - {key}
        if len(words) <= 2 and other and words[0] not in PLACE_STARTS and rival < _SURE:
            kinds[key] = "person"
            settled.add(key)
    return settled
