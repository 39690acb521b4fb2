"""Words that tell which side is meant: "both sides", "forces loyal to", "mostly Muslims"."""

from collections.abc import Iterable

from sayso.model.codes import FIGHTERS, POWERS
from sayso.reading.cast import Member
from sayso.reading.grammar import noun_span, objects_of
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_words import ARMS, BOTH, GENERIC, LONGEST_NAME, MEN, OF_OFFICES, SIDES, WHICH_ONES

_JUST = 4
"""Within how many tokens "they" go on from "both sides"."""
_LOYAL = frozenset({"loyal", "allied", "faithful", "answerable"})
_PARTLY = frozenset({"among", "including", "mostly", "mainly", "many", "most", "some", "largely", "both", "several"})

_BODIES = frozenset({
    "militia", "faction", "coalition", "alliance", "group", "brigade", "battalion", "regiment", "platoon", "company", "unit", "force", "army", "wing",
    "movement", "band", "gang", "network", "front", "column", "garrison",
})  # fmt: skip
_KINSMEN = frozenset({"ally", "allies", "clan", "clans", "tribe", "tribes", "tribesmen", "clansmen"})


def some_of(apposition: Token) -> bool:
    """Whether what stands beside a noun is a part of it or what they are: "nine civilians, among them a woman", "militiamen, mostly Muslims"."""
    return any(child.lower_ in _PARTLY for child in apposition.children)


def set_apart(apposition: Token) -> bool:
    """Whether "a militia", many in one, stands beside a noun between commas, so that it is no subject of what follows."""
    if apposition.lemma_.lower() not in _BODIES:
        return False
    first, after = apposition.left_edge.i, apposition.right_edge.i + 1
    closed = after >= len(apposition.doc) or apposition.doc[after].is_punct
    return any(c.lower_ in ("a", "an") for c in apposition.children) and apposition.doc[first - 1].is_punct and closed


def of_sides_before(pronoun: Token) -> bool:
    """Whether "they" are the sides just spoken of: "both sides gave their word that they would hold fire"."""
    before = pronoun.doc[max(pronoun.i - _JUST, pronoun.sent.start) : pronoun.i]
    return any(token.lemma_.lower() in SIDES and token.i and token.nbor(-1).lower_ in BOTH for token in before)


def masters(noun: Token) -> list[Token]:
    """Whose men or means a noun says that it is: "forces loyal to the marshal", "lorries said to belong to the police"."""
    behind = [child for child in noun.rights if child.lower_ in _LOYAL or child.dep_ in ("acl", "relcl")]
    words = [*behind, *(child for word in behind if word.dep_ in ("acl", "relcl") for child in word.children if child.dep_ == "xcomp")]
    ties = (tie for word in words if word.lower_ in _LOYAL or word.lemma_ == "belong" for tie in word.children if tie.lower_ == "to")
    return [name for tie in ties for name in objects_of(tie)]


def warned(pronoun: Token) -> list[Token]:
    """Who is warned of what would befall "it": "warned the junta that it would be bombed"."""
    clause = pronoun.head
    if pronoun.dep_ != "nsubjpass" or clause.dep_ != "ccomp" or clause.head.lemma_ not in ("warn", "tell", "notify", "inform"):
        return []
    return [child for child in clause.head.children if child.dep_ in ("dobj", "dative") and child.pos_ != "PRON"][:1]


def body_of_men(page: Page, noun: Token, party: str) -> str | None:
    """The side of which men are meant: "units of the army", "soldiers from the brigade"."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in MEN or page.cast[party].entry:
        return None
    nouns = (n for c in noun.rights if c.lower_ in ("of", "from") and c.i == noun.i + 1 for n in objects_of(c))
    found = (page.cast.at(*noun_span(n)) for n in nouns)
    return next((side for side in found if side is not None and side != party and page.cast[side].kind in FIGHTERS), None)


def by_their_words(members: Iterable[Member]) -> dict[str, str]:
    """Every alias of these parties, and every word of an alias that stands for its party, to the party most mentioned under it."""
    whole: dict[str, tuple[int, int, str]] = {}
    part: dict[str, tuple[int, int, str]] = {}
    for member in members:
        rank = len(member.mentions), -int(member.id[1:]), member.id
        for alias in aliases_of(member):
            plain = alias.lower().removeprefix("the ")
            whole[plain] = max(rank, whole.get(plain, rank))
            words = plain.split()
            for word in set(words) - OF_OFFICES - WHICH_ONES if len(words) <= LONGEST_NAME else ():
                singular = word.removesuffix("s")
                if singular not in GENERIC or _may_be(GENERIC[singular][1], member, words[-1]):
                    part[singular] = max(rank, part.get(singular, rank))
    plurals = {alias.removesuffix("s"): rank for alias, rank in whole.items() if alias.endswith("s")}
    return {word: party for word, (_, _, party) in (part | whole | plurals).items()}


def _may_be(kind: str, member: Member, last: str) -> bool:
    """Whether a word for a side of a kind, in a longer name, may stand for the party: "army" not for the rebels' Army of the South,
    "opposition" not for opposition activists. `last`: the name's last word."""
    if kind != "armed_group":
        return member.kind in POWERS
    return member.kind in ("armed_group", "coalition", "military") or is_body_of_men(last)


def is_body_of_men(word: str) -> bool:
    """Whether a noun is one for a side or a body of fighters: "groups", "rebels", "alliance"; not "activists"."""
    return word.lower() in _KINSMEN or word.lower().removesuffix("s") in _BODIES | GENERIC.keys() | MEN


def aliases_of(member: Member) -> list[str]:
    """All that a party is called, its name first."""
    return list(dict.fromkeys([member.name, *member.aliases]))


def bears_arms(member: Member) -> bool:
    """Whether the name of a party or body of no known kind says that it bears arms."""
    return member.kind in ("party", "other") and member.by in ("name", "lexicon") and bool(ARMS & set(member.name.lower().split()))


def own_span(noun: Token) -> tuple[int, int]:
    """Where a noun phrase begins and ends, without who only stands behind it: "the Ondava-backed Fifth Brigade" is the brigade."""
    start, end = noun_span(noun)
    behind = (child for child in noun.lefts if child.dep_ == "amod" and child.tag_ == "VBN" and child.i and child.nbor(-1).text == "-")
    return max([start, *(child.idx + len(child) for child in behind)]), end
