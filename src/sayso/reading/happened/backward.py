"""Whether words mean a deed that the report has told: "the raid", "Friday's raid", "the shells landed"."""

from sayso.reading.parsed import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Words before a noun that mean what has been spoken of."""
_ANOTHER = frozenset({
    "another", "other", "second", "third", "fourth", "fifth", "new", "fresh", "separate", "similar", "further", "additional", "different", "next",
    "previous", "subsequent", "future", "first",
})  # fmt: skip
"""Words that make of "the attack" one that has not been told."""
_SEVERAL = frozenset({"either", "neither", "both"})


def speaks_back(noun: Token) -> bool:
    """Whether a deed's noun means one that has been told: "the raid", "that raid", "Friday's raid", "it was the worst raid"; not "another raid"."""
    words = {child.lower_ for child in noun.children}
    if words & _ANOTHER or words & {"a", "an"}:
        return False
    if any(child.tag_ == "JJS" for child in noun.children):
        return noun.dep_ in ("attr", "oprd")
    return bool(words & _SEVERAL) or any(
        (child.dep_ == "det" and child.lower_ in DEFINITE) or (child.dep_ == "poss" and _of_a_day(child)) for child in noun.children
    )


def _of_a_day(owner: Token) -> bool:
    return owner.ent_type_ in ("DATE", "TIME") and not any(child.lower_ in ("a", "an") for child in owner.children)
