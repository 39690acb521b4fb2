"""The parties of whole Readings: their mentions, who each is, B3, and persons, groups and places told apart."""

from collections import Counter

from sayso.evaluate.counting import Scores, candidates, greedy_pairs, half_overlap, overlap
from sayso.evaluate.sameness import Document, is_pronoun, same_party
from sayso.model import Reading


def parties(ours: Document, theirs: Document, scores: Scores) -> None:
    """Add one document's parties to the scores."""
    gold = [(m, p.id) for p in ours.reading.parties for m in p.mentions]
    found = [(m, p.id) for p in theirs.reading.parties for m in p.mentions if not is_pronoun(theirs.text[m[0] : m[1]])]

    def score(i: int, j: int) -> float | None:
        (a, g), (b, p) = gold[i], found[j]
        return overlap(a, b) / max(a[1] - a[0], b[1] - b[0]) + same_party(ours, g, theirs, p) if half_overlap(a, b) else None

    scored = candidates(len(gold), len(found), score)
    pairs = greedy_pairs(scored)
    counted = len(pairs) + len(found) - len({j for _, _, j in scored})
    scores.count("parties mention found", len(pairs), len(gold), counted)
    matched = {i for i, _ in pairs}
    for i, (span, _) in enumerate(gold):
        if i not in matched:
            scores.wrong("parties: missed", ours.id, ours.text, span)
    for i, j in pairs:
        if not same_party(ours, gold[i][1], theirs, found[j][1]):
            scores.wrong("parties: another one", ours.id, ours.text, gold[i][0])
    named = sum(same_party(ours, gold[i][1], theirs, found[j][1]) for i, j in pairs)
    scores.count("parties mention found+named", named, len(gold), counted)
    _b_cubed({i: found[j][1] for i, j in pairs}, [g for _, g in gold], scores)
    for party in ours.reading.parties:
        if party.mentions:
            same = [p for p in theirs.reading.parties if same_party(ours, party.id, theirs, p.id)]
            scores.share("parties entity found", same)
            if same:
                scores.share("parties kind, where found", any(p.kind == party.kind for p in same))
    _sorts(ours, theirs, scores)


def _sorts(ours: Document, theirs: Document, scores: Scores) -> None:
    """Whether what is found at the words of a gold person, group or place is one of the same sort; words that are two of them count as either."""
    gold, found = _by_sort(ours.reading), _by_sort(theirs.reading)
    for span, _ in gold:
        sorts = {sort for other, sort in gold if half_overlap(span, other)}
        beside = {sort for other, sort in found if half_overlap(span, other) and abs(_length(other) - _length(span)) <= max(6, _length(span) / 2)}
        if beside:
            scores.share("persons, groups and places told apart", sorts & beside)


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _by_sort(reading: Reading) -> list[tuple[tuple[int, int], str]]:
    parties = [(m, "person" if p.kind == "person" else "group") for p in reading.parties for m in p.mentions]
    return parties + [(m, "place") for p in reading.places for m in p.mentions]


# --- B-cubed (Bagga and Baldwin 1998) over the aligned mentions -----------------------------------------------------------

_B3 = "parties B3"


def _b_cubed(aligned: dict[int, str], gold: list[str], scores: Scores) -> None:
    """Add a document's B3 sums. They are fractions, so they are kept in millionths until `finished`."""
    in_gold, in_found = Counter(gold), Counter(aligned.values())
    both = Counter((gold[i], p) for i, p in aligned.items())
    precision = sum(both[gold[i], p] / in_found[p] for i, p in aligned.items())
    recall = sum(both[gold[i], p] / in_gold[gold[i]] for i, p in aligned.items())
    scores.count(_B3 + " P", round(1e6 * precision), 0, len(aligned))
    scores.count(_B3 + " R", round(1e6 * recall), len(gold), 0)


def finished(scores: Scores) -> Scores:
    """Turn the B3 sums into shares and a note with their F1."""
    p, r = scores.counts.pop(_B3 + " P", None), scores.counts.pop(_B3 + " R", None)
    if p and r and p.predicted and r.gold:
        precision, recall = p.right / 1e6 / p.predicted, r.right / 1e6 / r.gold
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        scores.notes.append(f"parties B3: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return scores
