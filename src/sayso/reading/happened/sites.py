"""Where an act takes place: the place it is done to, the place its own prepositions name, else what `where.attach` finds around it."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from sayso.model.codes import PlaceKind
from sayso.reading.grammar import ANSWERING, objects_of, resolved
from sayso.reading.happened.act import Act
from sayso.reading.happened.backward import speaks_back
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.where.attach import in_clause, named
from sayso.reading.where.attach import of as attached
from sayso.reading.where.headings import Headed
from sayso.reading.where.there import there

_IN = ("in", "at", "near", "outside", "around", "inside", "across", "within", "throughout", "north", "south", "east", "west")
_ON = ("on", "of", "against", "into", "over", "to", "through", "upon", "for", "toward", "towards")
_OUT = ("from", "out", "off")
_BESIDE = frozenset({"near", "outside", "around"})
_LINES = frozenset({"pipeline", "road", "highway", "railway", "river", "canal", "line", "track", "border"})
"""What goes by the names of its ends or runs through several places."""
_LEAVING = frozenset({"RETREAT"})
_WIDE: frozenset[PlaceKind] = frozenset({"country", "province", "area"})
"""Kinds of places in which a place is named more nearly: "seized the town of X in the east of Y"."""
_ROOMY: frozenset[PlaceKind] = _WIDE | {"district"}
_TAKING_AWAY = frozenset({
    "aid.evacuate", "coerce.arrest", "coerce.deport", "coerce.force-flee", "coerce.herd-out", "assault.drive-fighters", "assault.drive-out",
})  # fmt: skip
"""Deeds whose place is whence people are taken: "evacuated 300 villagers from X"."""
_FLEEING = frozenset({"coerce.flee", "coerce.displace"})
"""Deeds whose place is whence people go, not where to."""
_SPOKEN = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "AGREE", "CONCEDE"})
"""Deeds in words: a place elsewhere in their sentence is that of what is spoken of."""
_APART = frozenset({"CONSULT", "COOPERATE", "SANCTION", "AID"})
"""Deeds that are not where the rest of their sentence is: "offered a reward for the bombers of the embassies in X"."""
_ON_GROUND = frozenset({"ASSAULT", "COERCE"})
_DONE = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "PROTEST"})
"""Deeds that are where the heading of their paragraph says, unless their own words say more nearly."""
_ASKING = frozenset({"REQUEST", "REJECT"})
_IN_OR_TO = (*_IN, "to", "from", "on")
_SUBTREE = 20
_OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")
_DEPTH = 3
_STEPS = 4
_DURING = frozenset({"during", "amid", "amidst", "throughout"})
_PARTS_OF_TOWNS = frozenset({"suburb", "district", "neighbourhood", "neighborhood", "quarter", "outskirt", "village", "town"})
"""Nouns whose own name follows "of": "the Tavira suburb of Almar" is Almar."""
_BELOW = ("of", "in", "near", "outside", "around", "at", "above", "between")
_BLOWS = frozenset({"raid", "attack", "assault", "ambush", "operation", "strike"})
"""What is done in them is done where they are: "shot two in an attack on a base near X"."""
_WAYS_IN = frozenset({"entrance", "approach", "gateway", "access"})
_OF_TOWNS = frozenset({"port", "city", "town", "capital", "village"})
_TOWNS: frozenset[PlaceKind] = frozenset({"city", "town", "village"})
_THOSE = frozenset({"the", "this", "that", "these", "those", "same"})
_OTHERS = frozenset({"a", "an", "another", "other", "one", "nearby", "neighbouring", "neighboring"})
_SEVERAL = frozenset({"provinces", "regions", "governorates", "states", "countries", "cities"})
_CALLED = frozenset({"know", "call", "name", "dub"})
_COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_WHOSE = frozenset({"U.S.", "US", "U.K.", "UK", "EU", "U.N.", "UN"})
"""Before a noun they say whose a thing is and not where: "a U.S. base"."""
_AREA = ("compound", "amod", "poss", "nmod", "appos")


class Sites:
    """The places of one page, found by token."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.headed = Headed(page)
        self._mentions = sorted((start, end, place.id) for place in page.atlas.places() for start, end in place.mentions)

    def of(self, act: Act) -> tuple[str | None, int]:
        """The place of an act, or None, and how surely and nearly it is told."""
        place, sited = self._own(act)
        if place is not None and act.type in _DONE and self._page.atlas[place].kind in _ROOMY:
            narrower = in_clause(self._page, act.token)
            if narrower is not None and self.nearness(narrower) and self._holds(place, narrower):
                return narrower, 1  # "in Tavira province gunmen shot a judge dead outside the court of Selm"
        if place is not None or act.type in _ASKING or act.type in _SPOKEN or (not act.verbal and speaks_back(act.token)):
            return place, sited  # "the shelling drew crowds in the capital": it was where it was first told
        if act.type in _DONE and (back := there(self._page, act.token)) is not None:
            return back, self.nearness(back)
        near = attached(self._page, act.token, beside=act.type not in _APART and act.standing.status != "demanded")
        near = (near or self._of_doer(act)) if near != self._at(act.token) else None
        return near, self.nearness(near)

    def under(self, act: Act, place: str | None) -> str | None:
        """The place of the heading over an act, where its own words name none but one that holds it: what speaks back was elsewhere."""
        if act.type not in _DONE or self.nearness(place) or (not act.verbal and speaks_back(act.token)):
            return None
        heading = self.headed.of(act.token.idx)
        if heading is None or place is None or self.headed.names(act.token.idx, place) or self._holds(place, heading):
            return heading
        return None

    def _holds(self, wide: str, place: str) -> bool:
        """Whether a place lies in a country or a province."""
        outer, inner = self._page.atlas[wide], self._page.atlas[place]
        if outer.kind == "country":
            return outer.country is not None and outer.country == inner.country
        if inner.within == wide:
            return True
        return outer.kind in ("province", "district") and inner.kind not in _ROOMY and outer.division is not None and outer.division == inner.division

    def _of_doer(self, act: Act) -> str | None:
        """The country that a headline names before a deed, be it whose the deed is or where it was: "Kenya air strikes kill nine"."""
        return next((self._at(noun) for noun in act.actors if noun.dep_ == "compound" and noun.ent_type_ == "GPE" and noun.head is act.token), None)

    def nearness(self, place: str | None) -> int:
        """1 for a place that is no land, country or area, else 0."""
        return int(place is not None and self._page.atlas[place].kind not in _WIDE)

    def _own(self, act: Act) -> tuple[str | None, int]:
        """The place that an act's own words name, or None, and how nearly."""
        wide: str | None = None
        back = not act.verbal and speaks_back(act.token)
        itself = self._at(act.token)  # a headline's capitals make a name of the deed: "Running Gunfight"
        for noun in (*self._ground_of(act), *_candidates(act)):
            if (noun.lower_ in _COMPASS and noun.dep_ == "pobj" and noun.head.lower_ == "to") or noun in act.actors:
                continue  # "X, to the north of Y": not Y; "Kenya strikes": not in Kenya
            if back and noun.dep_ in _OBJECTS and self._at(noun) is None and not any(self._at(child) for child in noun.subtree):
                continue  # "the raid shook the region"
            place = self._named(noun) if not (noun.dep_ == "poss" and self._page.cast.at(noun.idx, noun.idx + len(noun))) else None
            if place is not None and place == itself:
                continue
            if place is not None and wide is not None and self._beside(noun) and not self._holds(wide, place):
                continue  # "the shelling of the Tavira pocket, a stronghold outside Almar": not in Almar
            if place is not None and self.nearness(place):
                return place, 1 if noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE else 2
            wide = wide or place
        wide = wide or self._setting(act.token) or (self._spoken_of(act.token) if act.type in _ASKING else None)
        return wide, 1 + self.nearness(wide) if wide is not None else 0

    def _beside(self, noun: Token) -> bool:
        """Whether a noun lies beside the place that it leads to: "a stronghold outside X"."""
        if noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE:
            return True
        return self._at(noun) is None and any(child.dep_ == "prep" and child.lower_ in _BESIDE for child in noun.rights)

    def _ground_of(self, act: Act) -> Iterator[Token]:
        """What an act is done to that is itself a place or is called by one: "besieged the X quarter in the city of Y" is in X."""
        if act.verbal and act.type in _ON_GROUND:
            nouns = [child for child in act.token.children if child.dep_ in _OBJECTS]
            if act.token.dep_ == "amod":
                nouns.append(act.token.head)
            for noun in nouns:
                if self._at(noun) is not None or (noun.lemma_.lower() in _PARTS_OF_TOWNS and any(self._at(c) for c in noun.children)):
                    yield noun

    def _spoken_of(self, token: Token) -> str | None:
        """Where what is spoken of is: "demanded access to the town", "rejected a safe passage for the fighters in X"."""
        for child in token.children:
            if child.dep_ == "dobj":
                for inner in islice(child.subtree, _SUBTREE):
                    if inner.dep_ == "prep" and inner.lower_ in _IN_OR_TO:
                        place = next((p for noun in objects_of(inner) if (p := self._named(noun)) is not None), None)
                        if place is not None and self._page.atlas[place].kind != "country":
                            return place
        return None

    def _setting(self, token: Token) -> str | None:
        """Where the happening is that an act falls into: "during the last days of the Tavira operation"."""
        for _ in range(_STEPS):
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ in _DURING:
                    for noun in objects_of(child):
                        place = self._inside(noun)
                        if place is not None:
                            return place
            token = token.head
        return None

    def _inside(self, noun: Token) -> str | None:
        nouns = [noun]
        for _ in range(_DEPTH):
            below = (child for child in nouns[-1].children if child.dep_ == "prep" and child.lower_ in ("of", "for"))
            nouns.extend(inner for child in below for inner in objects_of(child))
        named_by = (child for inner in dict.fromkeys(nouns) for child in inner.children if child.dep_ in _AREA)
        return next((place for place in map(self._at, named_by) if place is not None), None)

    def _at(self, token: Token) -> str | None:
        i = bisect_right(self._mentions, (token.idx, 1 << 60, "")) - 1
        if i < 0:
            return None
        start, end, place = self._mentions[i]
        return place if start <= token.idx < end else None

    def _named(self, noun: Token, depth: int = 0) -> str | None:
        """The place a noun names, or the one it belongs to: "the town of X", "X's front lines", "the X neighbourhood"."""
        place = self._at(noun)
        if place is not None:
            return place
        if noun.dep_ == "appos" and noun.lemma_ in _OF_TOWNS and depth == 0 and (place := self._at(noun.head)) is not None:
            return place
        wide: str | None = None
        if noun.lower_ in _LINES and (place := self._along(noun)) is not None:
            return place
        for place in self._owners(noun, depth):
            if self.nearness(place) or noun.lower_ not in _PARTS_OF_TOWNS:
                return place  # "the Tavira suburb of Almar" is Almar, "the Tavira district of Lower Sena" is Tavira
            wide = wide or place
        return wide or named(self._page, noun)

    def _along(self, line: Token) -> str | None:
        """Where along a line that is called by its ends something is: "the Tavra-Selm pipeline not far from Orlat"."""
        words = self._page.doc[line.i + 1 : line.i + 5]
        far = [word.lower_ for word in words[:3]] == ["not", "far", "from"]
        at = 3 if far else 1 if words and words[0].lower_ in _BESIDE else len(words)
        return self._at(words[at]) if at < len(words) else None

    def _owners(self, noun: Token, depth: int) -> Iterator[str]:
        """The places that the words around a noun say that it belongs to, the surest first."""
        part = noun.lower_ in _PARTS_OF_TOWNS
        for child in sorted(noun.children, key=lambda child: (child.lower_ != "of", child.dep_ == "poss")) if part else noun.children:
            if child.dep_ == "poss" and noun.lemma_ in _OF_TOWNS:
                continue  # "Liberia's second port" is not Liberia
            if child.dep_ in _AREA and child.text not in _WHOSE:
                place = self._at(child)
                if place is not None and self._page.cast.at(child.idx, child.idx + len(child)) is None:
                    yield place
            elif child.dep_ == "acl" and child.lemma_ in _CALLED:  # "a valley known as Tavra"
                yield from (p for inner in child.subtree if (p := self._at(inner)) is not None)
            elif child.dep_ == "prep" and _places(noun, child):
                for inner in objects_of(child):
                    place = self._named(inner, depth + 1) if inner.i > noun.i and depth < _DEPTH else None
                    if place is not None:
                        yield place


def in_another_place(act: Act, place: PlaceKind) -> bool:
    """Whether an act's own words say that it was not at the place, of this kind, of the one before, but at one or several whose name is not
    known or not given: "raids on several towns east of the capital", "in the quarter of Sheikh Salim". A quarter may be in a town, and a
    town in a province."""
    if place in _WIDE:
        return False
    if any(noun.lower_ in _SEVERAL and not {child.lower_ for child in noun.lefts} & _THOSE for noun in _candidates(act)):
        return True  # "clashed with them in several provinces"
    nouns = _PARTS_OF_TOWNS | _OF_TOWNS if place not in _TOWNS else _OF_TOWNS
    return any(_another(noun) for noun in _candidates(act) if noun.lemma_.lower() in nouns)


def _another(noun: Token) -> bool:
    marks = {child.lower_ for child in noun.children if child.dep_ in ("det", "amod", "nummod")}
    of = (inner for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" for inner in objects_of(child))
    before = (child for child in noun.lefts if child.dep_ == "compound")
    if any(word.pos_ == "PROPN" for word in (*before, *of)):
        return True
    return bool(marks & _OTHERS) if noun.tag_ == "NN" else not marks & _THOSE


def _places(noun: Token, preposition: Token) -> bool:
    """Whether a preposition below a noun tells where it is: "the bridge near X", "the approach to X", "an attack on a base in X"."""
    word = preposition.lower_
    return word in _BELOW or (word == "to" and noun.lemma_ in _WAYS_IN) or (word in ("on", "against") and noun.lemma_ in _BLOWS)


def _candidates(act: Act) -> Iterator[Token]:
    """The nouns that may name the place of an act, the surest first."""
    sense = act.sense.row.sense
    leaving = (act.type in _LEAVING and act.sense.row.mode != "ceasefire") or sense in _FLEEING
    wanted = _OUT if leaving else (*_ON, *_OUT) if act.sense.row.mode == "abduct" or sense in _TAKING_AWAY else _ON
    heads = [act.token] if act.light is None else [act.token, act.light]
    if act.light is not None and act.light.dep_ == "relcl" and any(child.lower_ == "where" for child in act.light.lefts):
        yield act.light.head  # "the town, where families face a siege"
    for prepositions in (wanted, _IN) if leaving else (_IN, wanted):
        for head in heads:
            for child in head.children:
                if child.dep_ == "prep" and child.lower_ in prepositions:
                    yield from (noun for noun in objects_of(child) if noun.lemma_ not in ANSWERING)  # "in connection with the raid on X"
    if act.type in _LEAVING:  # "left with their families from X": the parse ties "from" to the families
        for child in act.token.children:
            nouns = objects_of(child) if child.dep_ == "prep" else [child] if child.dep_ == "dobj" else []
            yield from (n for noun in nouns for inner in noun.children if inner.dep_ == "prep" and inner.lower_ == "from" for n in objects_of(inner))
    if not act.verbal:
        yield from (child for child in act.token.children if child.dep_ in ("compound", "poss"))
    for head in heads:
        for child in head.children:
            if child.dep_ in _OBJECTS and (act.type != "RETREAT" or act.verbal):
                yield resolved(child)
                for inner in child.children:
                    if inner.dep_ == "prep" and inner.lower_ in (*_IN, "into"):
                        yield from objects_of(inner)
    if act.token.lemma_ == "fall":
        yield from act.recipients
    behind = [child for noun in act.actors if noun.i > act.token.i for child in noun.rights if child.dep_ == "prep"]
    if not act.verbal:  # "the killing of nuns by soldiers in X"
        yield from (found for child in behind if child.lower_ in _IN for found in objects_of(child))
    if act.type in _ON_GROUND:  # "shells fired by soldiers on X"
        yield from (found for child in behind if child.lower_ == "on" for found in objects_of(child))
    if not act.verbal:
        if act.token.dep_ == "pobj" and act.token.head.lower_ == "under":
            yield from (child for child in act.token.head.head.children if child.dep_ == "nsubj")
    elif act.token.dep_ == "relcl" or act.token.dep_ == "acl":
        yield act.token.head
