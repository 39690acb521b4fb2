"""What the judge sees of an act: names of traits, each present or not. Words, senses, grammar and parties; never a place or a proper name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.reading.happened.act import Act
from sayso.reading.page import Page
from sayso.reading.parsed import Sentence, Token

_NEAR = 3
"""How many words before and after are seen."""
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_PROPER = frozenset({"PROPN", "NUM", "SYM", "X", "SPACE"})


def traits_of(act: Act, page: Page, others: Iterable[Act]) -> set[str]:
    """The traits of an act but those that its sentence's acts share, `told_in`. `others` are these acts, itself included."""
    return {"all", *_sense(act), *_grammar(act), *_near(act.token), *_parties(act, page), *_company(act, others), *_voice(act, page)}


def told_in(sent: Sentence, page: Page, fields: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """What all acts of a sentence share and none has alone: its words, their classes (`fields` says of a word which, as traits), and the kinds
    of parties that it names."""
    found = {about for word in sent.lemmas if word in fields for about in fields[word]}
    for token in sent:
        if token.pos_ in _TELLING and not token.is_stop:
            found.add(f"sentence {_word(token)}")
    found.update(f"names {page.cast[party].kind}" for party in page.cast.within(sent.start_char, sent.end_char))
    return frozenset(found)


def _sense(act: Act) -> Iterator[str]:
    row, token = act.sense.row, act.token
    yield f"sense {row.sense}"
    yield f"type {act.type}"
    yield f"word {_word(token)}/{row.pos}"
    yield f"type {act.type} as {token.tag_} {token.dep_}"
    yield f"status {act.standing.status}"
    yield f"status {act.standing.status} type {act.type}"
    if act.standing.hedged:
        yield "hedged"
    for step in act.standing.steps[:2]:
        yield f"under {step.effect}"
        yield f"under {step.effect} type {act.type}"


def _grammar(act: Act) -> Iterator[str]:
    token = act.token
    yield f"tag {token.tag_}"
    yield f"tie {token.dep_}"
    yield f"tie {token.dep_} of {_word(token.head)}"
    yield f"tie {token.dep_} under {token.head.dep_}"
    if act.light is not None:
        yield f"carried by {_word(act.light)}"
        yield f"carried by {_word(act.light)} type {act.type}"
    for child in token.children:
        if child.dep_ in ("det", "aux", "auxpass", "neg", "advmod", "mark", "prep", "prt", "amod", "compound", "poss", "nummod", "expl", "agent"):
            yield f"has {child.dep_}"
            yield f"has {child.dep_} {_word(child)}"
        else:
            yield f"has {child.dep_}"


def _near(token: Token) -> Iterator[str]:
    tokens, sent = token.doc, token.sent
    for near in tokens[max(sent.start, token.i - _NEAR) : token.i]:
        yield f"before {_word(near)}"
    for near in tokens[token.i + 1 : min(sent.end, token.i + _NEAR + 1)]:
        yield f"after {_word(near)}"


def _parties(act: Act, page: Page) -> Iterator[str]:
    for side, nouns in (("actor", act.actors), ("recipient", act.recipients)):
        yield f"{side}s {min(len(nouns), 2)}"
        yield f"{side}s {min(len(nouns), 2)} type {act.type}"
        for noun in nouns[:3]:
            member = page.cast.at(noun.idx, noun.idx + len(noun))
            kind = page.cast[member].kind if member else noun.ent_type_ or noun.tag_
            yield f"{side} {kind}"
            yield f"{side} {kind} type {act.type}"
            yield f"{side} {_word(noun)}"
            if page.atlas.at(noun.idx, noun.idx + len(noun)):
                yield f"{side} place"


def _company(act: Act, others: Iterable[Act]) -> Iterator[str]:
    number = 0
    for other in others:
        number += 1
        if other is act:
            continue
        if other.token.is_ancestor(act.token):
            yield f"below {other.type}"
        elif act.token.is_ancestor(other.token):
            yield f"over {other.type}"
        else:
            yield f"beside {other.type} {'later' if other.token.i > act.token.i else 'earlier'}"
        if other.type == act.type:
            yield f"same type {'later' if other.token.i > act.token.i else 'earlier'}"
    yield f"acts {min(number, 4)}"


def _voice(act: Act, page: Page) -> Iterator[str]:
    around = page.statement_around(act.token.idx, act.token.idx + len(act.token))
    if around is None:
        yield "voice outlet"
        return
    yield f"voice {around.kind}"
    yield f"voice {around.stance}"


def _word(token: Token) -> str:
    """The lemma of a word; of a name only its kind, for a judge that has learnt names knows one war."""
    if token.pos_ in _PROPER or token.ent_type_ in ("PERSON", "GPE", "ORG", "NORP", "FAC", "LOC"):
        return f"<{token.ent_type_ or token.pos_}>"
    return token.lemma_.lower()
