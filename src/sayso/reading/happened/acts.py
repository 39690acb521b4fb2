"""The acts of a text: each predicate with its sense, who does it to whom, and how it stands. Shared by `happened` and `relate`."""

from collections.abc import Iterable, Iterator

from sayso.reading.grammar import bearers, resolved
from sayso.reading.happened.act import Act
from sayso.reading.happened.finder import Finder
from sayso.reading.happened.noun_roles import noun_roles
from sayso.reading.happened.senses import Senses, words_about
from sayso.reading.happened.status import standing
from sayso.reading.happened.verb_roles import unique, verb_roles
from sayso.reading.parsed import Token


def find_acts(tokens: Iterable[Token], senses: Senses, finder: Finder | None = None) -> Iterator[Act]:
    """All acts among these tokens, in their order. A noun whose act its verb already tells is part of the verb's act. The finder is
    asked what verbs tell that no row of the lexicon fits."""
    acts = list(_all_acts(tokens, senses, finder))
    verbs = {act.token.i: act for act in acts if act.verbal and act.sense.objects}
    nouns = {act.token.i for act in acts if not act.verbal}
    carriers = {act.light.i for act in acts if act.light is not None}
    for act in acts:
        if act.learnt and act.token.i in carriers:
            continue  # "launched a surprise attack": the noun tells it
        if act.verbal and act.token.lemma_ in senses.sufferance and any(noun.i in nouns for noun in act.recipients):
            continue  # "repelled the attack": the attack is another's
        said_of = act.sense.row.pos == "a" or act.token.dep_ in ("dobj", "nsubjpass")
        verb = verbs.get(act.light.i) if act.light is not None and said_of else None
        if verb is None:
            yield act
        elif verb.takes is None:
            verb.takes = act
            verb.recipients = unique([*verb.recipients, *act.recipients])


def _all_acts(tokens: Iterable[Token], senses: Senses, finder: Finder | None) -> Iterator[Act]:
    words, end = frozenset[str](), 0
    for token in tokens:
        tag = token.tag_[:1]
        known = tag in "VNJR" and senses.may(token) and (tag == "V" or not token.is_stop)
        if not known and (finder is None or tag != "V"):
            continue
        if _modifies_noun(token) or (token.dep_ == "amod" and token.i and token.nbor(-1).text == "-"):
            continue
        if known and token.i >= end:
            words, end = words_about(token.sent), token.sent.end
        sense = senses.fitting(token, words) if known else None
        if sense is None and finder is not None:
            sense = finder.sense(token)
        if sense is None or sense.row.type == "NONE":
            continue
        teller = token.head if sense.row.pos == "a" and token.dep_ in ("acomp", "oprd") else token  # "will be dead": the verb says how it stands
        act = Act(token, sense, standing(teller, senses, sense.row.lasting or _beside(token)))
        if act.verbal:
            verb_roles(act, senses)
        elif sense.row.pos == "a":
            said_of = unique([resolved(noun) for noun in bearers(token)])
            act.actors, act.recipients = (said_of, []) if sense.row.roles == "doer" else ([], said_of)
            if token.i and token.nbor(-1).lower_ == "shot" and (shot := [noun for noun in token.rights if noun.dep_ == "dobj"]):
                act.actors, act.recipients = said_of, shot  # "gunmen on a motorcycle shot dead a judge", the verb misread
            act.light = next((above for above in (token.head, token.head.head) if above.lemma_ == "leave"), None)
        else:
            noun_roles(act, senses)
        yield act


def _beside(token: Token) -> bool:
    """Whether an -ing form tells what goes on beside the sentence's verb: "the front is thin, with whole units deserting"."""
    if not token.lower_.endswith("ing") or token.head.lower_ != "with":
        return False
    return token.dep_ == "pobj" or (token.dep_ == "pcomp" and any(child.dep_ == "nsubj" for child in token.children))


def _modifies_noun(token: Token) -> bool:
    """A noun before a noun ("attack helicopters", "peace talks") is part of that noun and tells nothing itself."""
    return token.dep_ in ("compound", "nmod") and token.tag_[:1] == "N" and token.head.i > token.i and token.head.tag_[:1] == "N"
