"""The place of an act: which place the words attach to it.

`of(page, token)` gives the id of a place or None, for the trigger of an event, a move or a figure: by the prepositions under the token and
the verbs above it, then by a preposition of place elsewhere in its sentence. Never the dateline, a destination ("to X"), nor a country or
city that acts. "The city", "the area" and the like mean the place of that kind last named.
"""

from bisect import bisect_left
from functools import lru_cache

from sayso.lexicon import Lexicon
from sayso.lexicon.event_rows import WordClassRow
from sayso.model.codes import PlaceKind
from sayso.reading.grammar import ANSWERING, OTHER_TIMES, objects_of
from sayso.reading.once import once
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.where.words import PARTS, PLURAL_KIND_NOUNS

_AT = frozenset({
    "in", "at", "near", "outside", "around", "inside", "across", "on", "over", "within", "throughout", "of", "between", "beyond", "along",
    "north", "south", "east", "west", "off", "above",
})  # fmt: skip
_BEHIND = OTHER_TIMES | {"over", "about"}
"""What follows them is another happening than the one that they stand with."""
_UNDER = frozenset({"compound", "nmod", "poss", "appos", "amod"})
_STEPS = 5
"""How many words up a place is looked for."""
_FAR = 8
"""How many words up what a deed answers is looked for."""
_REACH = 80
"""How many tokens away, in its sentence, a preposition may stand."""
_FIRST = 10
"""Within how many tokens of its beginning a sentence opens with its place."""
_ORIGINS = frozenset({"native", "natives", "citizen", "citizens", "national", "nationals", "born"})
"""Whence somebody is: "Ortel, a native of X, was arrested"."""
_HEARERS = frozenset({"reporter", "journalist", "correspondent", "tell", "conference", "briefing", "interview", "statement"})
"""To whom and in what deeds are told."""
_HIGH_OFFICES = frozenset({
    "minister", "president", "premier", "chancellor", "secretary", "commissioner", "envoy", "ambassador", "mediator",
})
"""Who goes about and speaks, of what is done elsewhere."""
_SEATS = frozenset({"headquarters", "headquarter", "command", "ministry", "embassy", "secretariat", "delegation"})
"""What speaks from where it sits: a place outside its own name is that of the deed."""
_POSTED = frozenset({"position", "post", "station", "entrench", "deploy", "encamp", "garrison", "hole"})
"""From where somebody acts on others elsewhere."""
_STANDING_IN = frozenset({"positioned", "posted", "stationed", "entrenched", "deployed", "encamped", "based", "located"})
_BEFORE = 4
"""So many words before a place they stand at most."""
_OPENS = frozenset({"in", "near", "at", "outside"})
_BRACKETS = frozenset("()[]")
_ASIDE = 12
"""Within how many tokens a bracket that holds a preposition opens."""
_COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "upstream", "downstream"})
GOING = frozenset({"flee", "escape", "withdraw", "retreat", "leave", "move", "head", "run"})
_LENGTHS = frozenset({"kilometre", "kilometer", "km", "mile", "metre", "meter", "upstream", "downstream"})
_SO_FAR = 300
"""Within how many characters of the place last named one is that is more likely meant by "the town"."""
BACK = 40
"""How many mentions of places back "the city" looks for its name."""

_BELOW_A_VERB = frozenset({"prep", "pobj", "dobj", "nsubjpass", "attr", "oprd", "dative"})
TOWNLIKE: frozenset[PlaceKind] = frozenset({"city", "town", "village", "suburb", "facility", "other"})
LAND: tuple[PlaceKind, ...] = ("city", "town", "village", "suburb", "district", "province", "area", "facility", "other")
_REFERS: dict[str, tuple[PlaceKind, ...]] = {
    "city": ("city", "town"), "town": ("town", "village", "city", "other"), "village": ("village", "town", "other"), "capital": ("city",),
    "province": ("province",), "governorate": ("province",), "country": ("country",), "district": ("district", "suburb", "village"),
    "suburb": ("suburb", "town", "village", "other"), "neighbourhood": ("suburb", "district"), "neighborhood": ("suburb", "district"),
    "area": LAND, "region": LAND, "enclave": LAND, "pocket": LAND, "territory": LAND,
}  # fmt: skip
"""Which kinds of place a definite noun may go back to."""
_NEAREST: dict[str, tuple[PlaceKind, ...]] = {
    "town": ("town", "village"), "city": ("city",), "region": ("province", "area"), "territory": ("province", "area"),
    "area": ("province", "area", "district"),
}  # fmt: skip
"""Which of these kinds it means first: a capital is seldom "the town"."""
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})


def of(page: Page, token: Token, beside: bool = True) -> str | None:
    """The place of the act at `token`, or None. `beside`: also one that another clause of its sentence names."""
    head = token
    for _ in range(_STEPS):
        place = _under(page, head, token)
        if place is not None:
            return place
        if head.head is head or head.dep_ in ("relcl", "advcl", "ccomp", "parataxis"):
            break
        head = head.head
    place = _in_sentence(page, token, beside)
    return place if place is not None and page.atlas[place].kind != "country" else _opening(page, token) or place


def in_clause(page: Page, act: Token) -> str | None:
    """The place that a preposition below the verb of an act names, or below the noun that the act is; none below its subject."""
    top = act if act.pos_ == "NOUN" else _verb_over(act)
    for preposition in _of_place(act.sent[0]):
        above = preposition
        while above is not top and above.head is not above and above.dep_ in _BELOW_A_VERB:
            above = above.head
        if above is top and not elsewhere(page, preposition, act) and not _of_another(page, preposition, act):
            for noun in objects_of(preposition):
                place = page.atlas.at(noun.idx, noun.idx + len(noun)) or _of_parts(page, noun)
                if place is not None and not _acts(page, noun) and page.atlas[place].kind in TOWNLIKE:
                    return place
    return None


def _opening(page: Page, act: Token) -> str | None:
    """The place that a sentence opens with, whatever the parser made of it: "In the northern province of X two bombers ..."."""
    if act.dep_ == "ccomp" and act.head.i < act.i:
        return None  # "at a conference in X he said rebels had burnt the mill": not in X
    opens = False
    for token in act.sent:
        if opens is False and token.lower_ in _OPENS and token.dep_ == "prep" and _before_that(page, token, act):
            return None
        if token.i >= min(act.i, act.sent.start + _FIRST) or token.pos_ in ("VERB", "AUX"):
            return None
        if opens and not told_elsewhere(page, token, act) and (place := page.atlas.at(token.idx, token.idx + len(token))) is not None:
            return place if page.atlas[place].kind != "country" and token.ent_type_ != "PERSON" else None
        opens = opens or token.lower_ in _OPENS
    return None


def named(page: Page, noun: Token) -> str | None:
    """The place that a noun names, belongs to ("the town of X", "X province") or goes back to ("the city"); None if none."""
    place = page.atlas.at(noun.idx, noun.idx + len(noun))
    if place is not None:
        return None if _acts(page, noun) else place
    for child in noun.children:
        if child.dep_ in _UNDER:
            place = page.atlas.at(child.idx, child.idx + len(child))
            if place is not None and not _acts(page, child):
                return place
        elif child.dep_ == "prep" and child.lower_ in ("of", "in", "near", "outside", "around"):
            for inner in objects_of(child):
                place = page.atlas.at(inner.idx, inner.idx + len(inner))
                if place is not None:
                    return place
    bearings = (inner for child in noun.rights if child.lower_ in _COMPASS for of in child.children if of.lower_ == "of" for inner in objects_of(of))
    capital = next((inner for inner in bearings if inner.lower_ == "capital" and any(child.lower_ == "the" for child in inner.lefts)), None)
    if capital is not None and noun.lower_ not in _REFERS:
        return named(page, capital)  # "a clinic south of the capital", but not a town there
    kinds = _REFERS.get(noun.lower_)
    if noun.lower_ == "capital" and any(child.lower_ in ("provincial", "regional", "district") for child in noun.lefts):
        kinds = _REFERS["province"]  # "the provincial capital" is in the province spoken of, and seldom the city last named
    if kinds and any(child.lower_ in _DEFINITE for child in noun.lefts) and not _called_by_another_name(noun):
        likely, last = _last(page, noun.idx, _NEAREST.get(noun.lower_, ())), _last(page, noun.idx, kinds)
        meant = likely if likely is not None and last is not None and _near(page, likely[0], last[0]) else last
        return meant[1] if meant is not None else _seat(page) if noun.lower_ == "capital" else None
    return None


def _near(page: Page, before: int, offset: int) -> bool:
    """Whether a place named at an earlier offset is still spoken of at another: not far before it, and under no other heading."""
    return offset - before < _SO_FAR and not any(before < one.start <= offset for one in page.headings)


def _called_by_another_name(noun: Token) -> bool:
    """Whether a noun has a name of its own behind it, though none that is known: "the quarter of Sheikh Salim" is not the last one told of."""
    of = (inner for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of" for inner in objects_of(child))
    return any(inner.pos_ == "PROPN" for inner in of)


def _under(page: Page, head: Token, act: Token) -> str | None:
    """The place that a preposition below a word names; the nearest to the act first."""
    heads = [head, *(c for c in head.children if c.dep_ in ("dobj", "nsubjpass", "attr"))]
    prepositions = [c for h in heads for c in h.children if c.dep_ == "prep" and c.lower_ in _AT and (c.lower_ != "of" or h is act)]
    prepositions = [c for c in prepositions if not elsewhere(page, c, act)]
    for preposition in sorted(prepositions, key=lambda c: (c.lower_ == "of", abs(c.i - act.i))):
        for noun in objects_of(preposition):
            place = named(page, noun)
            if place is not None:
                return place
    return None


def _in_sentence(page: Page, act: Token, beside: bool) -> str | None:
    nearest: tuple[int, str] | None = None
    sentence = act.sent
    for token in _of_place(sentence[0]):
        if act.i - _REACH <= token.i < act.i + _REACH and (nearest is None or abs(token.i - act.i) < nearest[0]):
            if _is_aim(token) or elsewhere(page, token, act) or _of_another(page, token, act) or _of_the_telling(page, token, act):
                continue
            if _before_that(page, token, act):
                continue
            if not beside and _verb_over(token) is not _verb_over(act):
                continue
            for noun in objects_of(token):
                place = page.atlas.at(noun.idx, noun.idx + len(noun)) or _of_parts(page, noun)
                if place is not None and not _acts(page, noun):
                    nearest = (abs(token.i - act.i), place)
                    break
    return nearest[1] if nearest else None


def _before_that(page: Page, opening: Token, act: Token) -> bool:
    """Whether a deed of a day of its own only says who they are of whom a sentence tells that opens with a place: "in Selm the council buried two
    nurses who were shot last week" may have been elsewhere."""
    clause = act
    while clause.dep_ not in ("relcl", "acl") and clause.head is not clause:
        clause = clause.head
    if clause.dep_ not in ("relcl", "acl") or not opening.i < opening.head.i < clause.head.i or opening.head.pos_ not in ("VERB", "AUX"):
        return False
    return clause.head.dep_ not in ("nsubj", "nsubjpass") and any(page.time_at(word) is not None for word in clause.subtree)


def _is_aim(preposition: Token) -> bool:
    """Whether a preposition is below the aim of a way, or of a going that came next: "killed before others fled towards hills near the border"."""
    above = preposition.head
    if above.lemma_ in GOING and above.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "before" for child in above.lefts):
        return True
    while above.dep_ in ("pobj", "prep") and above.head is not above:
        if above.lower_ in ("toward", "towards"):
            return True
        above = above.head
    return False


@once
def _of_place(first: Token) -> list[Token]:
    """The prepositions of place of a sentence that begins with this word."""
    return [token for token in first.sent if token.dep_ == "prep" and token.lower_ in _AT]


def _verb_over(token: Token) -> Token:
    """The verb of the clause that a word stands in."""
    while token.pos_ not in ("VERB", "AUX") and token.head is not token:
        token = token.head
    return token


def _of_another(page: Page, preposition: Token, act: Token) -> bool:
    """Whether a preposition says who somebody is ("the king of Jordan"), or is of what came before or brought the act about ("flew home
    after the shelling of X")."""
    owner = preposition.head
    if owner.lower_ in _ORIGINS:
        return True
    if preposition.lower_ == "of" and owner is not act and page.cast.at(owner.idx, owner.idx + len(owner)) is not None:
        return True
    above = preposition
    for _ in range(_FAR):
        if above.head is above or above is act or above.is_ancestor(act):
            return False
        if above.dep_ == "pobj" and above.lemma_ in ANSWERING:
            return True  # "was arrested in connection with the raid on X"
        if above.lower_ in _BEHIND and above.dep_ in ("prep", "mark"):
            return not any(noun.ent_type_ in ("DATE", "TIME") for noun in objects_of(above))  # "after midnight in the old town"
        above = above.head
    return False


def _of_the_telling(page: Page, preposition: Token, act: Token) -> bool:
    """Whether a preposition tells where a deed was told, and not where it was done: "..., he told reporters in X"."""
    if told_elsewhere(page, preposition, act):
        return True
    if preposition.head.lemma_.lower() not in _HEARERS:
        return False
    around = page.statement_around(act.idx, act.idx + len(act))
    if around is None or any(start <= preposition.idx < end for start, end in around.content):
        return False
    speaker = around.speaker_span or (0, 0)
    return not speaker[0] <= preposition.head.idx < speaker[1]  # "a journalist in X heard air strikes"


def told_elsewhere(page: Page, word: Token, act: Token) -> bool:
    """Whether a word stands outside what one of high office tells of a deed: "in Almar the foreign minister said that troops had shelled a clinic"
    is not in Almar, where he spoke; where "residents said" so, it is."""
    around = page.statement_around(act.idx, act.idx + len(act))
    if any(child.is_ancestor(act) for child in word.children):
        return False  # "in Almar, where the minister said troops had shelled a clinic"
    if around is None or around.speaker_span is None or any(start <= word.idx < end for start, end in around.content):
        return False
    start, end = around.speaker_span
    nouns = {noun.lemma_.lower() for noun in page.tokens(start, end)}
    opens = word.i < page.tokens(start, end)[0].i
    return bool(nouns & _HIGH_OFFICES) or (not opens and bool(nouns & _SEATS))


def _of_parts(page: Page, noun: Token) -> str | None:
    """The place of a noun for its parts: "the X suburbs", "the X countryside"."""
    if noun.lower_ not in PARTS and noun.lower_ not in PLURAL_KIND_NOUNS:
        return None
    named_by = (child for child in noun.lefts if child.dep_ in ("compound", "nmod", "amod"))
    return next((place for child in named_by if (place := page.atlas.at(child.idx, child.idx + len(child))) is not None), None)


def elsewhere(page: Page, preposition: Token, act: Token) -> bool:
    """Whether a preposition tells where somebody stands otherwise, and not where he acts: "outlawed in Kenya", "based in Doha", or in brackets."""
    opened: Token | None = None
    for token in reversed(page.doc[max(0, preposition.i - _ASIDE) : preposition.i]):
        if token.text in _BRACKETS:
            opened = token
            break
    if opened is not None and opened.text in ("(", "[") and not (opened.i < act.i < preposition.i):
        return True
    word = preposition.head
    while word.dep_ in ("oprd", "dobj", "attr") and word.head is not word:
        word = word.head
    if word.tag_ not in ("VBN", "VBD") or word is act or word.dep_ == "ROOT" or (opened is not None and opened.i > word.i):
        return False
    return word.lemma_.lower() in _standing(page.lexicon) or (word.dep_ == "acl" and word.lemma_ in _POSTED and _does(word.head, act))


def _does(noun: Token, act: Token) -> bool:
    """Whether a noun is the doer of what it stands with: "rebels posted in X shelled the market"."""
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent":
        return True
    return noun.head is act or (noun.dep_ == "nsubj" and noun.head.is_ancestor(act))


@lru_cache(maxsize=4)
def _standing(lexicon: Lexicon) -> frozenset[str]:
    """Participles of how somebody stands, and not of what he does."""
    return frozenset(word for row in lexicon.rows(WordClassRow) if row.name == "standing" for word in row.words)


def _acts(page: Page, noun: Token) -> bool:
    """Whether the words are a party's too: a country that is asked or accused, not a place where something happens."""
    return page.cast.at(noun.idx, noun.idx + len(noun)) is not None and noun.dep_ != "pobj"


def where_posted(page: Page, start: int, end: int) -> bool:
    """Whether the place that is named here is only where doers stand, by the words before it: "rebels posted in X fired at the town"."""
    token = page.tokens(start, end)[0]
    for _ in range(_BEFORE):
        if token.i == 0:
            return False
        token = token.nbor(-1)
        if token.pos_ not in ("ADP", "DET", "ADJ"):
            return token.lower_ in _STANDING_IN
    return False


def _seat(page: Page) -> str | None:
    """The city of the dateline, for "the capital" where the text names none."""
    return next((place for start, _, place in page.atlas.in_order() if page.part(start) == "dateline" and page.atlas[place].kind == "city"), None)


def _last(page: Page, offset: int, kinds: tuple[PlaceKind, ...]) -> tuple[int, str] | None:
    """The place of one of these kinds last named before an offset, and where; datelines apart, and what only says where another lies."""
    mentions = page.atlas.in_order()
    end = bisect_left(mentions, (offset, 0, ""))
    for start, stop, place in reversed(mentions[max(0, end - BACK) : end]):
        kind = page.atlas[place].kind
        if kind not in kinds or page.part(start) == "dateline" or where_posted(page, start, stop) or is_bearing(page, start, stop):
            continue
        if in_a_name(page, start, stop):
            continue
        if kind == "country" or not is_government(page, start, stop):
            return start, place
    return None


def in_a_name(page: Page, start: int, stop: int) -> bool:
    """Whether a place is named only in the name of something or for whence that is: "the Almar School of Arts", "the Almar-based monitor"."""
    if page.report.text[stop : stop + len("-based")].lower() == "-based":
        return True
    head = page.tokens(start, stop).root
    return head.dep_ == "compound" and head.head.pos_ == "PROPN" and head.head.ent_type_ == "ORG"


def is_bearing(page: Page, start: int, stop: int) -> bool:
    """Whether a place is named only to say where another lies: "Selm, south of Tavira", "20 kilometres from Tavira"."""
    above = page.tokens(start, stop).root.head
    if above.lower_ == "from":
        return above.i > 0 and above.nbor(-1).lemma_ in _LENGTHS
    return above.lower_ == "of" and above.i > 0 and above.nbor(-1).lower_ in _COMPASS


def is_government(page: Page, start: int, stop: int) -> bool:
    """Whether a city's name stands for the government that sits there: "a charge Kigali denied"."""
    party = page.cast.at(start, stop)
    return party is not None and page.cast[party].kind in ("state", "government")
