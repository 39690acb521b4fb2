"""What a copied sentence tells in the report that had it first: whoever left a source out, or wrote its name short, leaves its word as it was."""

from sayso.model import Event, Span
from sayso.situation.case import Sheet
from sayso.situation.words import sentence_around, words

_SAME = 0.5
"""The share of a sentence's words from which on it is the other one, edited."""


def told_before(original: Sheet, copy: Sheet, span: Span) -> Event | None:
    """The event that the words of a copy at `span` tell in the original: of the same words, in the sentence that is most like theirs."""
    text = copy.report.text
    candidates = original.told_by.get(tuple(words(text[slice(*span)])), ())
    sentence = set(words(sentence_around(text, span))) if candidates else set()
    best: tuple[float, Event] | None = None
    for event, other in candidates:
        alike = len(sentence & other) / max(1, min(len(sentence), len(other)))
        if alike >= _SAME and (best is None or alike > best[0]):
            best = (alike, event)
    return best[1] if best else None
