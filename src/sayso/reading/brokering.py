"""Who goes between the sides of a war by a report's own words: "mediated by China", "the Qatari-brokered truce"."""

from sayso.reading.gate import Gate
from sayso.reading.grammar import agents, by_phrase, is_passive
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_BROKERING = Gate({"mediate", "broker", "facilitate"})
_VERBS = ("VERB", "AUX")


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
