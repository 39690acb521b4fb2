"""A noun phrase for people: what stands in it, whom it is about in one word, and how the text spells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.lexicon.party_rows import PersonNounRow
from sayso.reading.cast import Cast, Member
from sayso.reading.page import Name
from sayso.reading.parsed import Token

_CIVILIANS = frozenset("civilian person woman child family man boy girl people women children men persons families others".split())
_LOYAL = frozenset({"regime", "government", "pro-government", "pro-regime", "loyalist"})
_REBELS = frozenset("rebel fighter opposition insurgent rebellion insurgency".split())


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase for people: head, row, number, and what stands before the head."""

    head: Token
    row: PersonNounRow
    plural: bool
    start: int
    opening: str
    modifiers: tuple[Token, ...]
    body: Name | None
    """The name of a group or a person among the modifiers, or after "of"."""
    nation: str | None
    """A country's code, or "people:Kurdish"."""

    @property
    def word(self) -> str:
        return self.head.lower_


def other_than_size(found: Description) -> bool:
    """Whether an adjective or a noun before the head tells which ones are meant: "rival fighters", not "many remaining fighters"."""
    plain = ("remaining", "last", "many", "several", "few", "more", "other", "dead", "such", "same", "own", "first", "latter", "former")
    return any(t.tag_ in ("JJ", "NN", "NNP", "VBN", "VBG", "NNS") and t.lower_ not in plain for t in found.modifiers)


def of_size(token: Token) -> bool:
    """Whether a token is of "-member" in "a 62-member rescue team"."""
    hyphen = token if token.text == "-" else token.nbor(-1) if token.i else token
    return hyphen.text == "-" and hyphen.i > 0 and hyphen.nbor(-1).tag_ == "CD"


def bereaved(noun: Token) -> bool:
    """Whether families are those of the people it befell, and not these: "the families of the victims", "the hostages' families"."""
    if noun.lower_ not in ("family", "families"):
        return False
    of = (inner for child in noun.rights if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj")
    return any(inner.tag_ == "NNS" for inner in of) or any(child.dep_ == "poss" and child.tag_ == "NNS" for child in noun.lefts)


def cluster_of(row: PersonNounRow, word: str) -> str:
    """Words that mean the same unnamed people in a report."""
    if row.kind == "civilians" and (row.noun in _CIVILIANS or word in _CIVILIANS):
        return "civilians"
    if row.noun in _REBELS:
        return "rebels"
    return row.noun


def cluster_in(found: Description) -> str:
    """The cluster of a description: those who fight for a government are not the rebels whom the same noun means elsewhere."""
    cluster, words = cluster_of(found.row, found.word), {token.lower_ for token in found.modifiers}
    against = any(word == "anti" or word.startswith("anti-") for word in words)
    return "loyalists" if cluster == "rebels" and words & _LOYAL and not against else cluster


def tells_side(found: Description) -> bool:
    """Whether a word before a bare noun for fighters tells whose they are: "rebel fighters", "pro-regime fighters"."""
    return found.row.noun == "fighter" and any(token.lower_ in _LOYAL | _REBELS for token in found.modifiers)


def spelled(tokens: Iterable[Token]) -> str:
    """Words as the text spells them, hyphens closed up, on one line."""
    words: list[str] = []
    end = 0
    for token in tokens:
        words.append(token.text if token.idx == end else f" {token.text}")
        end = token.idx + len(token)
    return " ".join("".join(words).split())


_PORTFOLIOS = frozenset("prime foreign defence defense interior finance information energy health justice deputy vice".split())
"""Words that tell one minister or president from another."""


def office_of(found: Description) -> str:
    """The noun of an office with what tells it from others of its kind: "prime minister"."""
    return " ".join([*(t.lower_ for t in found.modifiers if t.lower_ in _PORTFOLIOS), found.word])


def abroad(person: Member, nation: str | None, cast: Cast) -> bool:
    """Whether a person holds office in another country only: "Oman's minister" is not the Kenyan one named before."""
    entries = (cast[role.of].entry or "" for role in person.roles if role.of is not None)
    codes = {entry.partition("-")[0] for entry in entries if entry.endswith("-gov")}
    return nation is not None and bool(codes) and nation.lower() not in codes
