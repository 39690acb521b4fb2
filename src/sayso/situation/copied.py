"""Whether two tellings are one sentence, copied: the same words, and no other doer among them; and how much a shared sentence speaks for one deed."""

from sayso.situation.told import Told
from sayso.situation.words import sentence_around, words

_WORDS = 6
_SAME = 0.8


def copied(a: Told, b: Told) -> bool:
    """Whether a copy tells the act in the same sentence: who does it may be read otherwise in other surroundings, and is the same. Where
    the word that differs is the doer, it is no copy of it."""
    if a.sheet is b.sheet or a.text != b.text or a.trigger != b.trigger or min(len(a.sentence), len(b.sentence)) < _WORDS:
        return False
    if len(set(a.sentence).intersection(b.sentence)) < _SAME * max(len(a.sentence), len(b.sentence)):
        return False
    return not names_another(a, b)


def by_sentence(a: Told, b: Told) -> float:
    """The same sentence in two reports tells the same act; two events of one sentence are told apart by their triggers."""
    if a.sheet is b.sheet or min(len(a.sentence), len(b.sentence)) < _WORDS or (a.things and b.things and not a.things & b.things):
        return 0.0
    shared = len(set(a.sentence).intersection(b.sentence)) / min(len(a.sentence), len(b.sentence))
    if a.text != b.text and shared < _SAME:
        return 0.0
    return 2.5 * shared if a.trigger == b.trigger else 1.0 * shared


def names_another(a: Told, b: Told) -> bool:
    """Whether two sentences that are nearly one name each a doer of its own, whom the other does not have or has on the other side."""
    (did, suffered), (others, they_suffer) = _in_words(a), _in_words(b)
    if did - set(b.sentence) and others - set(a.sentence):
        return True
    return bool(did and others) and did <= they_suffer and others <= suffered and _as_it_stands(a) != _as_it_stands(b)


def _in_words(one: Told) -> tuple[frozenset[str], frozenset[str]]:
    """The words of its sentence that name the doers, and those that name whom they do it to."""
    parties, said = one.sheet.parties, frozenset(one.sentence)
    doers, sufferers = (
        said.intersection(word for p in some for name in (parties[p].name, *parties[p].aliases) for word in words(name))
        for some in (one.event.actors, one.event.recipients)
    )
    return doers - sufferers, sufferers - doers


def _as_it_stands(one: Told) -> tuple[str, ...]:
    return tuple(words(sentence_around(one.sheet.report.text, one.event.trigger)))
