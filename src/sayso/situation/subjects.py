"""What the moves of two sides are about, so that their prisoners and their truce are two talks: "refused to swap" ends no ceasefire."""

import re
from collections.abc import Iterator, Sequence

from sayso.model.codes import MoveKind
from sayso.situation.joining import Joined
from sayso.situation.made import Made
from sayso.situation.words import fold, sentence_span

_SUBJECTS = {
    "captives": r"prisoners?|hostages?|captives?|detainees?|inmates?|captured|abducted|kidnapp\w+|swap\w*|exchange"
    r"|releas\w+|freed|bodies|remains|ransom",
    "surrender": r"lay(?:s|ing)? down|laid down|surrender\w*|garrison|ultimatum|deadline|give (?:themselves|itself|himself) up|hand in",
    "truce": r"truces?|cease ?fires?|pause|halt\w* fire|stop fighting|hostilities|accord|peace|guns|armistice|lull",
    "aid": r"aid|convoys?|corridor|relief|trucks|lorries|food|passage",
}  # fmt: skip
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")
_OF_A_DEAL: frozenset[MoveKind] = frozenset({"implement", "breach"})
"""What is done of the deal that was made last."""
_ABOUT = {subject: re.compile(rf"\b(?:{words})\b") for subject, words in _SUBJECTS.items()}


def by_subject(moves: Sequence[Made]) -> Iterator[list[Made]]:
    """The moves of one round of talks, in order, in a group for each thing that they are about. What is asked for another thing makes the two
    one; a move that says of nothing goes with the last before it, first of its own report."""
    told = [_about(made) for made in moves]
    joined: Joined[str] = Joined()
    for subjects in told:
        for one in subjects:
            joined.join(min(subjects), one)
    group = {one: min(members) for members in joined.sets().values() for one in members}
    parts: dict[str, list[Made]] = {}
    last: dict[str, str] = {}
    agreed = ""
    first = next((group[min(subjects)] for subjects in told if subjects), "")
    before = first
    for made, subjects in zip(moves, told, strict=True):
        own = group[min(subjects)] if subjects else (made.move.kind in _OF_A_DEAL and agreed) or last.get(made.sheet.id, before)
        last[made.sheet.id] = before = own
        agreed = own if made.move.kind in ("agree", "accept") else agreed
        parts.setdefault(own, []).append(made)
    yield from parts.values()


def _about(made: Made) -> frozenset[str]:
    """By its own words and terms; where these say nothing, by its sentence."""
    own = fold(" ".join([made.sheet.reading.words(made.move.span), *(term.text or "" for term in made.move.terms)]))
    found = frozenset(subject for subject, words in _ABOUT.items() if words.search(own))
    if found:
        return found
    start, end = sentence_span(made.sheet.report.text, made.move.span)
    around = _spoken(made.sheet.report.text[start:end])
    inside = frozenset(subject for subject, words in _ABOUT.items() if words.search(around))
    return inside if len(inside) == 1 else frozenset()


def _spoken(text: str) -> str:
    """The words of a stretch without names of several words: the Relief League is no relief."""
    return fold(_NAME.sub(" ", text))
