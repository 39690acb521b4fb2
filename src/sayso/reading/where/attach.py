"""The place of an act: which place the words attach to it."""

from spacy.tokens import Token

from sayso.reading.page import Page


def of(page: Page, token: Token) -> str | None:
    """The place of the act at `token`: by a preposition of place under it or its clause, else by one in its sentence; else None."""
    sentence = token.sent
    nearest: tuple[int, str] | None = None
    for other in sentence:
        if other.dep_ != "prep" or other.lower_ not in ("in", "at", "near", "outside", "around", "inside", "across", "of", "on", "over"):
            continue
        for child in other.children:
            place = page.atlas.at(child.idx, child.idx + len(child)) if child.dep_ == "pobj" else None
            if place is not None and (nearest is None or abs(other.i - token.i) < nearest[0]):
                nearest = (abs(other.i - token.i), place)
    return nearest[1] if nearest else None
