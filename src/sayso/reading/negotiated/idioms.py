"""Set phrases of talks by table: the verb and the words below it that together make a move, "went back on its word", "set one condition"."""

from collections.abc import Callable

from sayso.lexicon.talks_rows import IdiomRow
from sayso.model.codes import Status
from sayso.reading.grammar import agents, below, by_phrase, is_passive, owners, patients, phrases
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import spoken_by
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, SPEAKERS, Sides

_BY = frozenset({"by"})
_NEAR = 18
"""How many tokens below the verb are looked at."""
_UNMADE = frozenset({"if", "unless", "until", "whether", "once", "when"})
_WILLED = frozenset({"will", "wo", "'ll", "shall", "would", "could", "can", "ca", "did", "do", "does", "has", "have", "had"})
_MIDDLEMEN = frozenset({"mediate"})
_BETWEEN_THEM = frozenset({"meet", "agree"})


def by_idiom(token: Token, words: TalksWords, sides: Sides, status: Callable[[Token], Status]) -> Found | None:
    """The move that a phrase of the table makes at its verb; none where it is only asked for, planned, threatened or failed to be made."""
    if token.pos_ != "VERB":
        return None
    rows = words.idioms(token)
    if not rows or _only_thought_of(token) or (token.dep_ == "relcl" and token.tag_ == "VBZ"):
        return None  # "the council, which brings together exiles and rebels", is made up of them
    beside = {t.i for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB" for t in below(c, _NEAR)}
    near = [inner for inner in below(token, _NEAR) if inner.i != token.i and inner.i not in beside]
    found = {word for inner in near for word in (inner.lower_, inner.lemma_.lower())}
    negated = _negated(token)
    row = next((row for row in rows if _holds(row, found, negated)), None)
    if row is None or status(token) not in (("denied", "happened", "ongoing") if negated else ("happened", "ongoing")):
        return None
    kind = row.negated if negated else row.kind
    if kind is None or kind == "-":
        return None
    doers = agents(token) or ([n for noun in token.children if noun.dep_ == "dobj" for n in owners(noun, _BY)] if is_passive(token) else [])
    makers = tuple(p for p in sides.of_all(doers) if sides.kind(p) not in SPEAKERS)
    if not makers and not is_passive(token):  # "it had been granted leave": not by whose words these are
        makers = spoken_by(token, sides) or _who_says(token, sides)
    to = tuple(p for p in sides.of_all(_addressed(token, row)) if p not in makers)
    if kind in _BETWEEN_THEM and not to:
        makers, to = _both(near, makers, sides)
    if not makers or (kind not in _MIDDLEMEN and not any(sides.kind(p) in ARMED | {"person", "io", "ngo"} or sides.body(p) for p in makers)):
        return None
    if kind == "meet" and not to:
        return None
    if not to and kind in ("accept", "reject"):
        put = [*patients(token), *(noun for _, noun in phrases(token))]
        whose = [n for noun in put for n in owners(noun, frozenset({"of", "by", "from"}))]
        whose += [n for noun in put for c in noun.children if c.dep_ == "acl" for n in by_phrase(c)]
        to = tuple(p for p in sides.of_all(whose) if p not in makers)
    return Found(token, kind, token, makers, to, rule=f"negotiated.idiom.{row.verb}", negated=negated, status="happened")


def _holds(row: IdiomRow, found: set[str], negated: bool) -> bool:
    if (negated and row.negated is None) or (not negated and row.kind == "-"):
        return False
    needed = all(not some or found & set(some) for some in (row.words, row.also))
    return bool(needed) and not found & set(row.bars)


def _negated(verb: Token) -> bool:
    """Whether a verb is negated by a word of will or fact: "will not deal with", "swore never to"; "did not know that" is another verb's."""
    no = any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
    helped = any(child.lower_ in _WILLED for child in verb.children if child.dep_ in ("aux", "auxpass"))
    return no and (helped or verb.dep_ == "xcomp")


def _only_thought_of(verb: Token) -> bool:
    """Whether the phrase stands in a condition or a question, or is somebody's aim: "if they come to the table"."""
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in _UNMADE and child.i < verb.i for child in verb.children)


def _who_says(verb: Token, sides: Sides) -> tuple[str, ...]:
    """The person who says it, where the words have no side for a subject: "the town would not surrender", by its governor."""
    speaker = sides.speaker(verb)
    return (speaker,) if speaker and sides.kind(speaker) == "person" else ()


def _addressed(verb: Token, row: IdiomRow) -> list[Token]:
    nouns = patients(verb) if "object" in row.to else []
    return [*nouns, *(noun for preposition, noun in phrases(verb) if preposition in row.to)]


def _both(near: list[Token], makers: tuple[str, ...], sides: Sides) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who meets or agrees with whom: the two makers, or those behind "between"."""
    if len(makers) > 1:
        return makers[:1], makers[1:]
    between = next((word for word in near if word.lower_ in ("between", "among")), None)
    several = sides.after(between) if between is not None else ()
    return (several[:1], several[1:]) if len(several) > 1 else (makers, ())
