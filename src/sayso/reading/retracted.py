"""What somebody takes back that was told before: "retracts its report that", "took back the claim that", "an earlier version said"."""

from sayso.reading.parsed import Token

_TAKING_BACK = frozenset({"retract", "withdraw", "recant", "rescind", "disown", "correct"})
_TOLD = frozenset({
    "report", "story", "article", "claim", "statement", "account", "accusation", "allegation", "assertion", "charge", "tweet", "post", "version",
})  # fmt: skip
_BEFORE = frozenset({"earlier", "previous", "prior"})


def taken_back(noun: Token) -> Token | None:
    """The verb by which somebody takes back what the noun says."""
    verb = noun.head
    if noun.lemma_ not in _TOLD or noun.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB" or any(c.dep_ == "neg" for c in verb.children):
        return None
    back = verb.lemma_ in ("take", "walk") and any(c.lower_ == "back" for c in verb.children)
    return verb if back or verb.lemma_ in _TAKING_BACK else None


def superseded(verb: Token) -> bool:
    """Whether a verb of saying tells what stood in an earlier version of the text: "an earlier version of this report said that"."""
    return any(c.dep_ == "nsubj" and c.lemma_ == "version" and any(g.lower_ in _BEFORE for g in c.children) for c in verb.children)
