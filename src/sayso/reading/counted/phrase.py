"""What a quantity counts: its noun phrase, its unit, and what became of those that are counted."""

from dataclasses import dataclass

from sayso.reading.counted.quantity import Quantity
from sayso.reading.counted.whole import fate_in_clause, fate_of_whole, suffered
from sayso.reading.parsed import Parsed, Token

_PLAIN_PERSONS = frozenset({"people", "person", "persons", "others", "other", "lives", "life", "deaths", "death", "bodies", "fatalities", "dead"})
_COUNTING = frozenset({"nummod", "amod", "quantmod", "compound", "det", "nmod"})
_SKIPPED = frozenset({"of", "the", "more", "other", "additional", "a", "an", "these", "those"})
_IN = frozenset({"in", "at", "near", "from", "around", "outside"})
_AMID = frozenset({"in", "at", "near", "on", "during", "across", "after", "before"})
"""Before what is no person they tell where and when, not who: "killed in three villages"."""
_RISING = frozenset("rise climb reach stand grow increase jump mount hit".split())
_TOLL_BACK = 30
_OF_OTHERS = frozenset({"injured", "wounded", "displaced", "missing", "injury", "injuries", "detained", "homeless"})
"""Whose toll it may be that is no toll of the dead."""
_TALLIES = frozenset({"number", "count", "tally", "total", "figure"})
_BODILY = frozenset({"killed", "wounded", "detained", "abducted", "surrendered", "missing"})
"""What becomes of persons alone, whatever noun stands for them: "18 regime forces"."""
_DONE_TO_OTHERS = frozenset("kill wound injure maim arrest detain capture abduct kidnap free release displace seize".split())
_MEN = frozenset("soldier fighter man troop policeman officer militant rebel guerrilla guard marine serviceman combatant gunman militiaman".split())
"""Whom a side that "lost" them lost to death."""
_RID = frozenset({"eliminate", "liquidate"})
"""Who is rid of persons of war has killed them; jobs, rivals and diseases are no dead."""
_BESIDE = frozenset({"with", "by", "beside"})
_ALONG = frozenset({"along", "together"})
_STATED = frozenset({"oprd", "acomp", "xcomp", "ccomp"})
_STATES = frozenset({"dead", "wounded", "injured", "missing", "killed", "hurt"})
"""What people are said to be: "five dead", "were presumed missing"."""
_PARTS = frozenset("one two three four five six seven eight nine ten none some many most several any few half".split())
_MORE = frozenset({"more", "other", "additional"})
_CLIMBS = 5
_NAMES = frozenset(
    "resolution chapter article group channel division brigade battalion regiment highway route phase page number no no. flight room"
    " unit corps section paragraph act world track".split()
)
"""Nouns whose number is a name: "resolution 2118", "Division 30"."""


@dataclass(frozen=True, slots=True)
class CountedPhrase:
    """The last token of the phrase, the noun that is counted (None for a bare number), its description and unit."""

    last: int
    noun: Token | None
    what: str
    unit: str | None
    fate: str | None = None


class Phrases:
    """Reads what a quantity counts."""

    def __init__(self, words: dict[str, dict[str, str]], things: frozenset[str], fighters: frozenset[str]) -> None:
        self._things = things
        self._fighters = fighters | _MEN
        self._persons = words["person"]
        self._units = words["unit"]
        self._fates = words["fate"]
        self._phrased: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words_, fate in words["fate"].items():
            verb, *rest = words_.split()
            if rest:
                self._phrased.setdefault(verb, []).append((tuple(rest), fate))
        self._taken = {rest[0]: fate for rest, fate in self._phrased.get("take", ()) if len(rest) == 1}

    def read(self, doc: Parsed, quantity: Quantity) -> CountedPhrase | None:
        """The phrase around a quantity; None where the number counts nothing (a name, a price, a score)."""
        after = quantity.last
        unit, last = self._unit_at(doc, after)
        if unit:
            return CountedPhrase(last, None, self._measured(doc, quantity, last), unit)
        noun, last = self._noun(doc, quantity)
        if (noun is None or noun.lower_ not in self._persons) and _is_name(doc, quantity):
            return None
        if quantity.low is None and quantity.high is None and noun is not None:
            return None
        taken = self._taken.get(noun.lower_) if noun is not None and noun.tag_ == "NN" and quantity.high != 1 else None
        if noun is not None and taken:  # "40 soldiers prisoner", "40 taken prisoner"
            noun = doc[noun.i - 1] if noun.i > quantity.last and doc[noun.i - 1].tag_ == "NNS" else None
            last = noun.i + 1 if noun is not None else quantity.last
        fate = taken or self._fate(doc, quantity, noun)
        if fate in ("destroyed", "displaced") and noun is not None and noun.lemma_.lower() in self._fighters:
            fate = self._fates["dead"] if fate == "destroyed" else None  # "destroyed up to 80 fighters"; who flees a fight is not displaced
        if fate not in (None, "destroyed", "damaged") and noun is not None and noun.lemma_.lower() in self._things:
            fate = None  # "captured 13 villages"
        unit = self._unit_of(noun, fate, quantity)
        if noun is None and fate is None:
            return None
        return CountedPhrase(last, noun, _description(doc, quantity, noun, fate, last), unit, fate)

    def of_persons(self, noun: Token | None) -> bool:
        """Whether a noun is one of the table's that count persons."""
        return noun is not None and noun.lower_ in self._persons

    def _unit_at(self, doc: Parsed, place: int) -> tuple[str | None, int]:
        """The unit of measure that stands at a token, and the token after it."""
        if place < len(doc) and doc[place].text == "-":
            place += 1
        for length in (3, 2, 1):
            words = [doc[n].lower_ for n in range(place, min(place + length, len(doc)))]
            unit = self._units.get(" ".join(words)) or self._units.get("".join(words))
            if unit and len(words) == length:
                return unit, place + length
        return None, place

    def _measured(self, doc: Parsed, quantity: Quantity, last: int) -> str:
        if last + 1 < len(doc) and doc[last].lower_ == "of":
            whole = next((c for c in doc[last].children if c.dep_ == "pobj"), doc[last + 1])
            return f"{doc.span(quantity.last, last).text.lower()} of {whole.text}"
        head = doc[last - 1].head
        return head.text if head.pos_ in ("NOUN", "PROPN") and head.i >= last else doc.span(quantity.last, last).text.lower()

    def _noun(self, doc: Parsed, quantity: Quantity) -> tuple[Token | None, int]:
        """The noun that is counted and the token after the phrase."""
        last = quantity.last
        while last < len(doc) and doc[last].lower_ in _MORE:
            last += 1
        if last < len(doc) and doc[last].lower_ == "of":
            inner = next((c for c in doc[last].children if c.dep_ == "pobj"), None)
            if inner is not None and inner.tag_ == "CD":  # "ten of the 48 killed"
                return None, quantity.last
            if inner is not None and inner.i - last < 10:
                return inner, inner.i + 1
        number = _number(doc, quantity)
        head = number.head
        gap = any(doc[n].tag_ == "DT" for n in range(last, head.i))
        if head.i >= quantity.last and not gap and number.dep_ in _COUNTING and head.i - last < 8 and head.pos_ in ("NOUN", "PROPN", "ADJ", "PRON"):
            return _whole_noun(head), _whole_noun(head).i + 1
        if last < len(doc) and doc[last].dep_ != "oprd" and doc[last].pos_ in ("NOUN", "ADJ", "PROPN") and doc[last].tag_ not in ("NNP",):
            near = doc[last]
            while near.i + 1 < len(doc) and near.pos_ == "ADJ" and doc[near.i + 1].pos_ in ("NOUN", "ADJ"):
                near = doc[near.i + 1]
            if near.pos_ in ("NOUN", "PROPN") or near.lower_ in self._persons:
                return _whole_noun(near), _whole_noun(near).i + 1
        return None, last

    def _unit_of(self, noun: Token | None, fate: str | None, quantity: Quantity) -> str | None:
        if quantity.percent:
            return "percent"
        if noun is None or noun.pos_ == "PRON":
            return "persons" if fate else None
        if noun.tag_ == "NNPS" or noun.ent_type_ == "NORP" or (fate in _BODILY and noun.tag_ in ("NN", "NNS")):
            return "persons"
        return self._persons.get(noun.lower_) or noun.lower_

    def _fate(self, doc: Parsed, quantity: Quantity, noun: Token | None) -> str | None:
        """What became of them: of the whole that they are part of, by the words around the number, or by a clause on their noun."""
        before = doc[quantity.first - 1] if quantity.first else None
        if before is not None and before.dep_ == "amod" and before.lower_ in self._fates and before.head.i > before.i:
            return self._fates[before.lower_]  # "killed thousands and displaced millions", the verb misread
        if noun is None or noun.lower_ in self._fates:
            return self._told(doc, quantity, noun)
        return fate_of_whole(noun, self._fates) or self._told(doc, quantity, noun) or fate_in_clause(noun, self._fates)

    def _of_argument(self, verb: Token) -> str | None:
        """"the death toll rises to 30", "put the toll at 30", "raised its count of the dead to 12"."""
        for child in verb.children:
            if child.dep_ in ("nsubj", "dobj", "nsubjpass") and child.lower_ in self._fates and child.pos_ == "NOUN":
                return self._fates[child.lower_]
            if child.dep_ in ("nsubj", "dobj", "nsubjpass") and child.lower_ in _TALLIES:
                return self._tallied(child)
        if verb.lemma_ in _RISING and any(t.lower_ == "toll" for t in verb.doc[max(verb.i - _TOLL_BACK, 0) : verb.i]):
            return self._fates.get("toll")
        return None

    def _tallied(self, tally: Token) -> str | None:
        """What became of those whose number it is: "the number of people killed", "its count of the wounded"."""
        counted = [noun for of in tally.children if of.lower_ == "of" for noun in of.children if noun.dep_ in ("pobj", "pcomp")]
        words = [word for noun in counted for word in (noun, *(c for c in noun.children if c.dep_ in ("acl", "relcl")))]
        return next((fate for word in words if (fate := self._fates.get(word.lower_) or self._fates.get(word.lemma_))), None)

    def _became(self, verb: Token) -> str | None:
        """What a verb, with the words that hang on it ("taken prisoner", "hacked to death"), makes of people."""
        parts = [part for child in verb.children for part in (child, *(() if _of_others(child) else child.children))]
        phrased = self._phrased.get(verb.lemma_.lower(), ())
        if phrased:
            near = {word for part in parts for word in (part.lower_, part.lemma_)}
            found = next((fate for rest, fate in phrased if near.issuperset(rest)), None)
            if found:
                return found
        state = next((part.lower_ for part in parts if part.dep_ in _STATED and part.lower_ in _STATES), None)
        return self._fates.get(state or verb.lemma_) or self._fates.get(verb.lower_)

    def _told(self, doc: Parsed, quantity: Quantity, noun: Token | None) -> str | None:
        """What became of them: from the noun itself, the word after it, or the verb above."""
        if noun is not None and noun.lower_ in self._fates:
            return self._fates[noun.lower_]
        place = noun if noun is not None else _number(doc, quantity)
        for clause in doc[quantity.last - 1].rights:
            if clause.dep_ in ("relcl", "acl") and (clause.lemma_ in self._fates or clause.lower_ in self._fates):
                return self._fates.get(clause.lemma_) or self._fates[clause.lower_]
        after = place.i + 1
        while after < len(doc) and noun is None and doc[after].lower_ in _MORE:
            after += 1
        if noun is not None and _does(noun):
            return None  # "two bombs killed six"
        if noun is not None and noun.dep_ == "dobj" and noun.head.lemma_ == "lose" and noun.lemma_.lower() in _MEN:
            return self._fates["dead"]
        if after < len(doc) and doc[after].lower_ in _STATES:
            return self._fates.get(doc[after].lower_)
        if noun is not None and _is_whole(noun, quantity):
            return None  # "not one of its 300 men was hurt"
        below = place
        for _ in range(_CLIMBS):
            if place.pos_ in ("VERB", "AUX"):
                if place.lemma_.lower() in _RID and (noun is None or noun.lemma_.lower() not in self._fighters):
                    return None
                found = self._became(place) or self._became_next(place, below)
                if not found and (noun is None or (noun.lower_ in self._persons and below.dep_ in ("prep", "dobj") and _of_toll(place))):
                    found = self._of_argument(place)
                shared = place.dep_ == "conj" and below.dep_ not in ("dobj", "nsubj", "nsubjpass")
                if found or not (shared or place.dep_ == "xcomp" or place.lower_ == "including"):
                    return found
            elif place.i != quantity.core and place.pos_ == "NOUN" and place is not noun:
                found = self._fates.get(place.lower_)
                if found:
                    return found
            if place.pos_ == "ADP" and place.lower_ in _AMID and noun is not None and noun.lower_ not in self._persons:
                return None  # "killed in several incidents"
            if place.head.i == place.i or (place.lower_ in _BESIDE and not (place.i and place.nbor(-1).lower_ in _ALONG)):
                return None
            below, place = place, place.head
        return None

    def _became_next(self, verb: Token, subject: Token) -> str | None:
        """What the next verb makes of the subject of a passive: "three men were shot and killed", "are believed to have died"."""
        if subject.dep_ != "nsubjpass":
            return None
        said = (other for other in verb.children if other.dep_ == "xcomp" and any(c.lower_ == "have" for c in other.lefts) and suffered(other))
        shared = (other for other in verb.children if other.dep_ == "conj" and other.tag_ == "VBN")
        return next((self._became(other) for other in (*said, *shared)), None)


def _number(doc: Parsed, quantity: Quantity) -> Token:
    """The token of a quantity that hangs on what is counted: of "between 60 and 70 men" the 60."""
    number = doc[quantity.last - 1]
    while number.dep_ == "conj" and quantity.first <= number.head.i < number.i:
        number = number.head
    return number


def _is_whole(noun: Token, quantity: Quantity) -> bool:
    """Whether a noun is that of which another number is a part: the men of "not one of its 300 men", "two of the nine men"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.i < quantity.first and noun.head.head.lower_ in _PARTS


def _does(noun: Token) -> bool:
    """Whether a noun is the subject of a verb that kills, holds or frees others."""
    verb = noun.head
    return noun.dep_ == "nsubj" and verb.lemma_ in _DONE_TO_OTHERS and any(child.dep_ == "dobj" for child in verb.children)


def goes_on(doc: Parsed, quantity: Quantity) -> int | None:
    """Where a number that goes on counting what was counted before ends: "18 in Homs", "and one in the north"; else None."""
    last = quantity.last
    if last + 1 >= len(doc) or doc[last].lower_ not in _IN:
        return None
    place = next((c for c in doc[last].children if c.dep_ == "pobj"), None)
    return place.right_edge.i + 1 if place is not None and place.right_edge.i - last < 8 else last


def _of_toll(verb: Token) -> bool:
    """Whether a verb tells how high a toll is: "the toll reached 51 people"."""
    tolls = [child for child in verb.children if child.dep_ in ("nsubj", "dobj", "nsubjpass") and child.lower_ == "toll"]
    return bool(tolls) and not any(_OF_OTHERS & {token.lower_ for token in verb.doc[toll.left_edge.i : toll.right_edge.i + 1]} for toll in tolls)


def _whole_noun(noun: Token) -> Token:
    """The last noun of a compound: "health care centres" from "health"."""
    while noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.i - noun.i < 4:
        if noun.tag_ == "NNS" and noun.head.pos_ == "PROPN":
            break  # "four children Al Jazeera reported"
        noun = noun.head
    return noun


def _is_name(doc: Parsed, quantity: Quantity) -> bool:
    """"Division 30", "Flight 800", "UN resolution 2118": the number belongs to a name."""
    if not quantity.first:
        return False
    before = doc[quantity.first - 1]
    return before.lower_ in _NAMES or (before.pos_ == "PROPN" and not quantity.bounded and doc[quantity.core].text[0].isdigit())


def _said_to_be(state: Token) -> Token | None:
    """What those of a state are said to be: the children of "two of the dead were children"."""
    if state.lower_ not in _STATES or state.dep_ != "pobj" or state.head.lower_ != "of":
        return None
    number = state.head.head
    verb = number.head
    if number.dep_ != "nsubj" or verb.lemma_ != "be" or any(child.dep_ == "neg" for child in verb.children):
        return None
    return next((child for child in verb.children if child.dep_ == "attr" and child.tag_ in ("NNS", "NN")), None)


def _description(doc: Parsed, quantity: Quantity, noun: Token | None, fate: str | None, last: int) -> str:
    if noun is None or noun.pos_ == "PRON":
        return fate or "number"
    first = quantity.last
    while first < noun.i and (doc[first].lower_ in _SKIPPED or doc[first].tag_ == "PRP$" or doc[first].is_punct):
        first += 1
    name = doc.span(first, last).text if first < last else noun.text
    words = name.split()
    told = _said_to_be(noun)
    if fate and told is not None:
        return f"{fate} {told.text}"
    if not fate or noun.lower_ in ("dead", "wounded", "injured", "missing"):
        return fate or name
    return fate if noun.lower_ in _PLAIN_PERSONS and len(words) <= 1 else f"{fate} {name}"


def _of_others(verb: Token) -> bool:
    """Whether a verb beside another tells of people of its own: "used 20 villagers as shields and shot three dead"."""
    return verb.dep_ == "conj" and any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)
