"""Who goes between the sides of a war by a report's own words ("mediated by China", "the Qatari-brokered truce"), and who dealt with whom last."""

from collections.abc import Callable

from sayso.reading.gate import Gate
from sayso.reading.grammar import agents, by_phrase, is_passive
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_BROKERING = Gate({"mediate", "broker", "facilitate"})
_VERBS = ("VERB", "AUX")
_DEALINGS = 4
"""How many moves back "both" is looked for."""


def brokers(page: Page) -> frozenset[str]:
    """The parties of a report that broker or mediate in it."""
    found: set[str] = set()
    for i in _BROKERING.hits(page.doc):
        verb = page.doc[i]
        nouns = _brokers(verb) if verb.pos_ in _VERBS else []
        nouns += [page.doc[i - 2]] if i > 1 and page.doc[i - 1].text == "-" else []
        found.update(p for n in nouns if (p := page.cast.at(n.idx, n.idx + len(n))) is not None)
    return frozenset(found)


def _brokers(verb: Token) -> list[Token]:
    """Who brokers: the "by" of a passive or a participle, else the subject."""
    return by_phrase(verb) if is_passive(verb) or verb.dep_ == "acl" else agents(verb)


def dealing_before(page: Page, token: Token, kind: Callable[[str], str]) -> tuple[str, ...]:
    """The two sides of the last move before a word that was made between two, none of them a body between the sides; else nobody."""
    for move in reversed(page.moves[-_DEALINGS:]):
        pair = tuple(dict.fromkeys((*move.from_, *move.to)))
        if move.span[0] < token.idx and move.kind != "mediate" and len(pair) == 2 and not any(kind(p) in ("io", "ngo") for p in pair):
            return pair
    return ()
