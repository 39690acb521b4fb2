"""Persons described first and named later: "the head of the media center said", and a sentence on, who that is; "the gunman, who was
identified as"."""

from bisect import bisect_right

from sayso.reading.cast import Member
from sayso.reading.grammar import is_passive, objects_of, patients
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_NEXT = 12
"""Named persons who come next, among whom the one described may be."""
_NEAR = 900
"""Characters within which "a spokesman" may be the spokesman named later."""


def named_later(page: Page) -> None:
    """Join an unnamed holder of an office with the next person named who holds it."""
    persons = sorted((m for m in page.cast.members() if m.kind == "person" and m.mentions), key=lambda m: m.mentions[0])
    named = [m for m in persons if m.by in ("name", "lexicon") and m.roles]
    starts = [m.mentions[0] for m in named]
    for member in persons:
        if member.by == "description" and member.roles:
            after = bisect_right(starts, member.mentions[0])
            match = next((n for n in named[after : after + _NEXT] if _same_office(member, n)), None)
            if match is not None:
                page.cast.merge(match.id, member.id)


def _same_office(unnamed: Member, named: Member) -> bool:
    near = named.mentions[0][0] - unnamed.mentions[-1][0] < _NEAR
    for role in unnamed.roles:
        for other in named.roles:
            same_body = role.of is not None and role.of == other.of
            same_title = role.title.lower() in other.title.lower().split()
            if same_body and (same_title or (near and role.title.lower() == "official")):
                return True
            if same_title and near and (role.of is None or other.of is None):
                return True
    return False


_IDENTIFYING = frozenset({"identified", "named"})
_ALONE = frozenset({"NN", "NNP"})
_DOUBTING = frozenset({"deny", "doubt", "dismiss", "reject", "dispute", "refute", "question", "retract", "mistake", "rumour", "rumor"})
_DOUBTFULLY = frozenset({
    "wrongly", "mistakenly", "falsely", "erroneously", "incorrectly", "initially", "reportedly", "allegedly", "possibly", "perhaps",
})  # fmt: skip
_OPEN = frozenset({"whether", "if", "unless"})


def identified(page: Page) -> None:
    """Join somebody who is only described with the person as whom the report says that he is known: "the gunman, identified by police as
    Jonas Ortel", "the attacker was Jonas Ortel"."""
    for token in page.doc:
        if token.dep_ == "attr" and token.head.lemma_ == "be":
            described, names = [c for c in token.head.children if c.dep_ == "nsubj" and c.i < token.i], [token]
        elif token.lower_ in _IDENTIFYING and token.pos_ == "VERB":
            described = patients(token)
            names = [noun for child in token.children if child.lower_ == "as" for noun in objects_of(child)]
            if not names and is_passive(token):
                names = [child for child in token.children if child.dep_ == "oprd"]
        else:
            continue
        if len(described) == len(names) == 1 and not _doubted(token if token.pos_ == "VERB" else token.head):
            _join(page, described[0], names[0])


def _doubted(verb: Token) -> bool:
    """Whether who somebody is, is denied, asked, meant or only said to be possible: "was wrongly identified as", "may be", "denied that he was"."""
    for word in (verb, *verb.ancestors):
        if word.lemma_ in _DOUBTING or any(
            child.dep_ == "neg" or child.tag_ == "MD" or child.lower_ in _DOUBTFULLY or child.lower_ in _OPEN for child in word.children
        ):
            return True
    return False


def _join(page: Page, described: Token, name: Token) -> None:
    cast = page.cast
    here, there = cast.at(described.idx, described.idx + len(described)), cast.at(name.idx, name.idx + len(name))
    if here is None or there is None or here == there or described.tag_ not in _ALONE or name.tag_ != "NNP":
        return
    unnamed, named = cast[here], cast[there]
    if unnamed.by == "description" and not unnamed.many and named.kind == "person" and named.by in ("name", "lexicon"):
        cast.merge(named.id, unnamed.id)
