"""Captives whom those who took them let go: a step of talks, whoever may have made them, where no raid freed them and nobody escaped."""

from collections.abc import Iterator

from sayso.model import Event, Report, Term
from sayso.reading.grammar import agents, below, objects_of, patients
from sayso.reading.negotiated.clause import VERBS
from sayso.reading.negotiated.found import Found
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_words import GROUPS
from sayso.reading.sides import Sides

RULE = "negotiated.freed"
_TAKEN = frozenset({"abduct", "kidnap", "seize", "capture", "take", "carry", "snatch", "hold", "hijack", "grab"})
_CAPTIVES = frozenset({"hostage", "captive", "abductee"})
_BY_FORCE = frozenset({
    "raid", "storm", "operation", "rescue", "escape", "force", "commando", "battle", "troop", "soldier", "police", "court", "judge", "bail",
    "charge", "president", "amnesty", "pardon", "jail", "prison", "flee", "army",
})  # fmt: skip
"""In a sentence that tells of a release they say that it was no captor's doing."""
_RESCUES = frozenset({"raid", "storm", "rescue", "operation", "escape", "assault", "offensive"})
"""Anywhere in the sentence, or in the one before where "they" are freed, they say so too, unless it is how the captives were taken."""
_HEADS = frozenset({"headline", "pull_quote"})


def freed(page: Page, sides: Sides) -> Iterator[Found]:
    """The releases of a page that are steps of talks, in the order of the text."""
    abducted = {p for e in page.events if e.type == "ASSAULT" and e.mode == "abduct" for p in e.recipients}
    for event in page.events:
        if event.type != "RETREAT" or event.mode not in ("release", "access") or event.status != "happened":
            continue
        if page.skipped(event.trigger[0]) or page.part(event.trigger[0]) in _HEADS or any(sides.kind(p) not in GROUPS for p in event.actors):
            continue
        token = page.tokens(*event.trigger).root
        held = next((n for n in patients(token) if _captive(n) or _abducted(event, abducted) or _whom(n)), None)
        if held is None or any(c.dep_ == "neg" for c in token.children) or any(t.lemma_.lower() in _BY_FORCE for t in _about(token, held)):
            continue
        if not event.actors and any(_rescued(t, sides) for t in _around(token, held)):
            continue
        yield Found(token, "implement", held, event.actors, rule=RULE, status="happened")


def who_is_freed(found: Found, report: Report) -> tuple[Term, ...]:
    """The captives as the term of a release that such a step tells of."""
    noun = found.object
    if found.rule != RULE or noun is None:
        return ()
    last = next((n for c in noun.children if c.lower_ == "of" and c.i > noun.i for n in objects_of(c)), noun)
    words = " ".join(report.text[noun.left_edge.idx : last.idx + len(last)].split())
    return (Term(gives=words, text=words),)


def _about(token: Token, held: Token) -> list[Token]:
    """What is told of the release itself, without how the captives came to be held."""
    inside = {t.i for t in held.subtree}
    return [t for t in (token, *below(token, 30)) if t.i not in inside]


def _around(token: Token, held: Token) -> Iterator[Token]:
    """The words of the sentence, without those on the captives, and of the one before where it must have told who they are."""
    known = held.pos_ == "PRON" or any(c.lower_ in ("the", "all", "both", "these", "those") for c in held.children)
    first = token.sent.start
    if known and first:
        yield from token.doc[first - 1].sent
    inside = {t.i for t in held.subtree}
    yield from (t for t in token.sent if t.i not in inside)


def _rescued(word: Token, sides: Sides) -> bool:
    """Whether a word tells of a rescue: of no raid in which the captives were taken, by those who took them."""
    if word.lemma_.lower() not in _RESCUES:
        return False
    verb = word
    while verb.pos_ not in VERBS and verb.head.i != verb.i:
        verb = verb.head
    doers = sides.of_all(agents(verb))
    captors = bool(doers) and all(sides.kind(p) in GROUPS for p in doers)
    return not captors and verb.lemma_ not in _TAKEN


def _captive(noun: Token) -> bool:
    return any(t.lemma_.lower() in _CAPTIVES for t in (noun, *(c for c in noun.children if c.dep_ in ("compound", "amod"))))


def _abducted(event: Event, abducted: set[str]) -> bool:
    return bool(abducted & set(event.recipients))


def _whom(noun: Token) -> bool:
    """ "The nurses whom it carried off", "two pilots seized in May"."""
    heads = [noun, *(g for c in noun.children if c.lower_ == "of" for g in c.children)]
    return any(c.lemma_ in _TAKEN for head in heads for c in head.children if c.dep_ in ("relcl", "acl") and (c.tag_ == "VBN" or c.dep_ == "relcl"))
