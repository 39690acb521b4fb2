"""How a war began, told in passing: "the uprising, which started in 2011 with marches", "since 2011 when the state cracked down on protests"."""

from datetime import date, timedelta

from sayso.reading.grammar import resolved
from sayso.reading.happened.act import Act
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.when.attach import of as time_of

WARS = frozenset({"war", "conflict", "crisis", "uprising", "insurgency", "revolt", "violence", "unrest", "rebellion", "revolution", "fighting"})
_BEGIN = frozenset({"begin", "start", "erupt", "break", "trigger", "spark", "ignite", "descend", "spiral", "devolve", "evolve", "grow", "flare"})
_EARLY = frozenset({"PROTEST", "COERCE"})
_STEPS = 6
"""So many words up the beginning of a war is looked for."""
_LONG_AGO = timedelta(days=180)


def how_it_began(act: Act, page: Page) -> bool:
    """Whether a protest or a crackdown is told only as how a war began, long before the report."""
    if act.type not in _EARLY:
        return False
    above = token = act.token
    for _ in range(_STEPS):
        if above.lemma_ in _BEGIN and above.pos_ == "VERB" and _of_a_war(above, token):
            return _old(page, above) or _since(above)
        if any(child.tag_ == "WRB" and child.lower_ == "when" for child in above.children) and above.head.ent_type_ == "DATE":
            long_ago = above.head.head.lower_ == "since" or _old(page, above.head)
            return long_ago and any(noun.lemma_ in WARS for noun in token.sent if noun.i < above.head.i)
        if above.head is above:
            break
        above = above.head
    return token.lemma_ == "beginning" and any(noun.lemma_ in WARS for noun in token.sent)


def _of_a_war(verb: Token, act: Token) -> bool:
    """Whether it is a war that begins, escalates or is set off: the subject, or the thing begun "with" the act."""
    subjects = [resolved(child) for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if any(noun.lemma_.lower() in WARS for noun in subjects):
        return True
    own = any(noun is act or noun.is_ancestor(act) for noun in subjects)
    return _since(verb) and not own and (not subjects or all(noun.pos_ == "PRON" for noun in subjects))


def _since(verb: Token) -> bool:
    marked = any(child.dep_ == "mark" and child.lower_ == "since" for child in verb.children)
    return marked or (verb.dep_ == "pcomp" and verb.head.lower_ == "since")


def _old(page: Page, word: Token) -> bool:
    when = time_of(page, word)
    latest = when.latest if when is not None else None
    if latest is None or page.published is None:
        return False
    return date.fromisoformat(latest[:10]) < page.published - _LONG_AGO
