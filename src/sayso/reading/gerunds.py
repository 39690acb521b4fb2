"""Gerunds that the parse takes for something else: "were killed in [army shelling]", "accused the army of [occupying hospitals]"."""

from sayso.reading.grammar import has, is_passive, patients
from sayso.reading.parsed import Token

_IN = frozenset({"in", "by", "during", "under", "amid", "from"})


def owner_misread(gerund: Token) -> Token | None:
    """The noun before a gerund that the parse parts from it, and gives a preposition: "were killed in [army shelling]"; else None."""
    before = gerund.nbor(-1) if gerund.i and gerund.tag_ == "VBG" and gerund.dep_ == "advcl" else None
    if before is None or before.dep_ != "pobj" or before.head.lower_ not in _IN or before.ent_type_ in ("GPE", "LOC", "DATE", "TIME"):
        return None
    return before if not has(gerund, "dobj") and (is_passive(gerund.head) or gerund.head.lemma_ in ("die", "perish")) else None


def misread_gerund(token: Token) -> list[Token]:
    """Who is charged with a gerund that the parse takes for an adjective: "accused the army of [occupying hospitals]"; else nobody."""
    if token.tag_ != "VBG" or token.dep_ != "amod" or token.i == 0 or token.head.i < token.i or token.nbor(-1).lower_ not in ("of", "for", "and"):
        return []
    above = token.head.head
    for _ in range(3):
        if above.lemma_ in ("accuse", "suspect", "blame", "convict"):
            return [noun for noun in patients(above) if noun.i < token.i]
        above = above.head
    return []
