"""Whether an act is done to ground and not to people: places that are taken, freed or only held."""

from sayso.reading.happened.act import Act
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_HOLDING = frozenset({"coerce.arrest", "coerce.hold-person", "coerce.keep-out"})
_FREEING = frozenset({"retreat.release", "n.release"})


def taking(act: Act) -> bool:
    """Whether an act takes what it is done to, be it a person or a place: captured, liberated, the capture of."""
    sense, word = act.sense.row.sense, act.token.lemma_.lower()
    freed = sense in _FREEING and word in ("liberate", "liberation", "free")
    return freed or sense == "coerce.capture" or (sense == "n.arrest" and word == "capture")


def of_ground(act: Act, page: Page) -> bool:
    """Whether what it is done to are places: names of towns and of people look alike to the grammar, and only the page tells them apart."""
    if not act.verbal and not act.recipients and any(child.dep_ == "poss" and child.lower_ == "its" for child in act.token.lefts):
        return True  # "its capture cut the road"
    names = [noun for noun in act.recipients if noun.pos_ == "PROPN"]
    return any(page.atlas.at(n.idx, n.idx + len(n)) and not page.cast.at(n.idx, n.idx + len(n)) for n in names)


def only_holds(act: Act, page: Page) -> bool:
    """Whether to hold is to hold ground, which is a state and no arrest: "the army still holds the town"."""
    if act.token.lemma_ not in ("hold", "keep") or not (act.learnt or act.sense.row.sense in _HOLDING):
        return False
    what = any(child.dep_ == "dobj" and child.lower_ == "which" for child in act.token.children)  # "the town, which they hold"
    return act.learnt or what or of_ground(act, page) or _names_holder(act.token, page)


def _names_holder(held: Token, page: Page) -> bool:
    """Whether it tells whose a place is, its hyphen lost: "rebel held Orlat"."""
    if held.tag_ != "VBN" or held.dep_ != "acl" or not held.i or held.i + 1 >= len(held.doc):
        return False
    holder, place = held.nbor(-1), held.nbor()
    bare = holder.tag_[:1] == "N" and not any(child.dep_ == "det" for child in holder.lefts)
    return bare and page.atlas.at(place.idx, place.idx + len(place)) is not None
