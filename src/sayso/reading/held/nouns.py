"""Ground in nouns and adjectives: "control of", "under rebel siege", "a stronghold of", "rebel-held", "in government hands"."""

from collections.abc import Iterator

from sayso.lexicon.talks_rows import GroundRow
from sayso.reading.grammar import agents, expand, has, noun_span, objects_of, owners, patients, phrases, resolved
from sayso.reading.held.claim import Claim
from sayso.reading.held.ground import DIRECTIONS, GENERIC, SITES, is_ground, name_behind, places_of
from sayso.reading.held.holder import people_of
from sayso.reading.held.verbs import around, is_real
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_MASTERY = frozenset({"control", "grip", "rule", "hold"})
_OVER = frozenset({"of", "over", "on", "in", "to", "around"})
_ENDED = frozenset({"lift", "break", "end", "ease", "breach", "relieve", "loosen"})
_BROUGHT = frozenset({"bring", "come", "fall", "put", "place", "pass", "return", "slip", "revert"})
_DOERS = frozenset({"announce", "claim", "hail", "declare", "complete", "celebrate", "make", "gain", "win", "have", "establish", "keep"})
_NEAR = 12
"""A suffix describes no noun further on than so many tokens."""

_FORMER = frozenset({"former", "ex", "erstwhile", "old", "onetime"})


def claims_of_suffix(page: Page, sides: Sides, word: Token, row: GroundRow) -> Iterator[Claim]:
    """ "rebel-held town of X", "Houthi-controlled capital": the word before the hyphen holds what the adjective describes."""
    doc = page.doc
    before = word.i - 2 if word.i >= 2 and doc[word.i - 1].text in ("-", "\u2013", "\u2010", "\u2011") else word.i - 1
    if before < 0 or (before == word.i - 1 and doc[before].dep_ not in ("npadvmod", "compound", "amod", "nmod", "nsubj")):
        return
    if before == word.i - 1 and word.dep_ != "amod":
        return
    if row.word == "run" and doc[before].lower_ == "state":
        return  # "the state-run agency": no side, and no ground
    holder = sides.named(doc[before].text) or sides.named(doc[before].lemma_)
    if holder is None:
        party = sides.of(doc[before])
        holder = party[0] if party else people_of(page, doc[before].text)
    near = word.dep_ in ("amod", "nmod", "compound") and 0 < word.head.i - word.i < _NEAR
    noun = word.head if near else _next_noun(word)
    if holder is None or noun is None:
        return
    places = places_of(page, noun)
    start, end = noun_span(noun)
    start = min(start, doc[before].idx)
    if noun.pos_ == "NOUN" and not is_ground(page, noun) and noun.lemma_ not in GENERIC | SITES:
        return  # "rebel-run schools in Karsin"
    if not places and page.atlas.at(start, end) is None and not is_ground(page, noun):
        return
    if not places and noun.tag_ == "NNS" and not any(child.dep_ in ("det", "nummod") for child in noun.children):
        return
    named = name_behind(page, noun) if not places or noun.lower_ in DIRECTIONS else None
    place, place_end = (named[0], named[2]) if named else (places[0][0], places[0][2]) if places else (None, end)
    yield Claim(row.relation, holder, place, (start, max(end, place_end)), f"held.suffix.{row.word}", 0.85 if place else 0.6)


def _next_noun(word: Token) -> Token | None:
    for token in word.doc[word.i + 1 : word.i + 5]:
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod"):
            return token
    return None


def claims_of_base(page: Page, sides: Sides, noun: Token, row: GroundRow) -> Iterator[Claim]:
    """ "X, the last stronghold of the rebels", "it is an opposition bastion", "the group's former stronghold of X"."""
    holder = sides.owner_word(noun)
    if holder is None:
        for owner in owners(noun, frozenset({"of", "for"})):
            holder = next(iter(sides.of(owner)), None)
    if holder is None or _of_who_enters(noun, holder, sides):
        return
    start, end = noun_span(noun)
    place, at = _place_of_base(page, noun)
    if noun.lemma_ == "territory" and (place is None or any(child.dep_ == "poss" for child in noun.children)):
        return
    if at is not None:
        start, end = min(start, at[0]), max(end, at[1])
    former = any(child.lower_ in _FORMER for child in noun.children)
    yield Claim("lost" if former else row.relation, holder, place, (start, end), f"held.base.{row.word}", 0.75 if place else 0.5)


def _of_who_enters(noun: Token, holder: str, sides: Sides) -> bool:
    """Whether "its stronghold" is what its seeming owner enters or attacks: then it is the other's."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "one of its strongholds"
    entered = whole.dep_ == "dobj" and whole.head.lemma_ in _ENTERING
    theirs = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children)
    return entered and theirs and holder in sides.of_all(agents(whole.head))


_ENTERING = frozenset({"enter", "storm", "raid", "attack", "capture", "seize", "take", "shell", "bomb", "overrun", "besiege", "surround", "retake"})


def _place_of_base(page: Page, noun: Token) -> tuple[str | None, tuple[int, int] | None]:
    if (named := name_behind(page, noun)) is not None:
        return named[0], named[1:]
    for place, start, end in places_of(page, noun):
        return place, (start, end)
    if noun.dep_ == "appos":
        for place, start, end in places_of(page, noun.head):
            return place, (start, end)
    if noun.dep_ == "attr" or (noun.dep_ == "pobj" and noun.head.lower_ == "as"):
        verb = noun.head if noun.dep_ == "attr" else noun.head.head
        for subject in agents(verb) or patients(verb):
            for place, start, end in places_of(page, subject):
                return place, (start, end)
    return None, None


def claims_of_control(page: Page, sides: Sides, noun: Token, support: dict[str, GroundRow]) -> Iterator[Claim]:
    """ "took control of X", "X is under the control of", "in control of X", "the regime's control over X"."""
    places = [hit for p, pobj in phrases(noun) if p in _OVER for hit in places_of(page, pobj)]
    if not places and noun.dep_ == "dobj":  # "lost its grip on the port", the preposition put under the verb
        places = [hit for p, pobj in phrases(noun.head) if p in ("on", "over", "of") for hit in places_of(page, pobj)]
    holder = sides.owner_word(noun)
    if noun.lemma_ == "charge" and (noun.lower_ != "charge" or (noun.dep_ != "dobj" and noun.head.lower_ != "in")):
        return  # "on a charge of"
    if noun.dep_ == "pobj" and noun.head.lower_ in ("under", "in", "into"):
        yield from _under(page, sides, noun, places, holder)
        return
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "nsubj") else None
    row = support.get(verb.lemma_.lower()) if verb is not None else None
    if verb is not None and row is not None and noun.dep_ != "nsubj":
        if not is_real(verb):
            return
        doers = agents(verb)
        holder = holder or next(iter(sides.of_all(doers)), None)
        if holder is None:
            return
        for n, (place, start, end) in enumerate(places):
            first = min([verb.idx, *(noun_span(d)[0] for d in doers[:1] if d.sent.start == verb.sent.start)])
            yield Claim(row.relation, holder, place, (start, end) if n else (first, end), f"held.control.{row.word}", 0.85)
        return
    if verb is not None and noun.dep_ == "nsubj" and verb.lemma_ == "pass":
        holder = next((party for p, n in phrases(verb) if p == "to" for party in sides.of(n)), None)
        for place, _start, end in places[:1]:
            if holder:
                yield Claim("took", holder, place, (noun_span(noun)[0], max(end, verb.idx + len(verb))), "held.control.pass", 0.7)
        return
    for place, _start, end in places[:1]:
        if holder:
            yield Claim("holds", holder, place, (noun_span(noun)[0], end), "held.control", 0.65)


def _under(page: Page, sides: Sides, noun: Token, places: list[tuple[str, int, int]], holder: str | None) -> Iterator[Claim]:
    above = noun.head.head
    if above.lower_ in ("back", "again") and above.dep_ == "advmod":
        above = above.head  # "is back in control of"
    if above.lemma_ in _MASTERY and above.pos_ == "NOUN":
        return  # "divided between army control of one bank and rebel control"
    if noun.head.lower_ == "in" and places and noun.lower_ in ("control", "possession", "charge"):
        holder = next(iter(sides.of_all(_subject_of(above))), None)
        for place, _start, end in places:
            if holder and (noun.lower_ != "charge" or (sides.kind(holder) in ARMED and not sides.is_person(holder))):
                yield Claim("holds", holder, place, (above.idx, end), "held.control.in", 0.75)
        return
    if holder is None:
        holder = next((party for p, n in phrases(noun) if p == "of" for party in sides.of(n)), None)
    if holder is None:
        return
    took = above.lemma_.lower() in _BROUGHT or noun.head.lower_ == "into"
    if above.pos_ in ("VERB", "AUX") and not is_real(above):
        return
    grounds = [above] if above.pos_ in ("NOUN", "PROPN") else _subject_of(above)
    end = max([noun.idx + len(noun), *(n.idx + len(n) for p, n in phrases(noun) if p == "of")])
    for ground in grounds:
        for place, start, _end in places_of(page, ground):
            first = start if ground.sent.start == noun.sent.start else noun.head.idx
            yield Claim("took" if took else "holds", holder, place, (min(first, noun.idx), end), "held.control.under", 0.75)
    if not grounds or not any(places_of(page, g) for g in grounds):
        if noun.lemma_ == "possession" and not any(is_ground(page, ground) for ground in grounds):
            return  # "the arms in their possession"
        start = min(noun.idx, noun_span(grounds[0])[0] if grounds else noun.head.idx)
        within = page.atlas.within(noun.sent.start_char, noun.sent.end_char)
        named = [place for place in within if page.atlas[place].kind != "country"]
        yield Claim("took" if took else "holds", holder, named[-1] if named else None, (start, end), "held.control.under", 0.5)


def _subject_of(above: Token) -> list[Token]:
    """The thing that is "under control": object or subject of the verb it hangs on."""
    return patients(above) or agents(above) or ([above.head] if above.dep_ in ("acl", "relcl") else [])


def claims_of_siege(page: Page, sides: Sides, noun: Token) -> Iterator[Claim]:
    """ "under government siege", "the siege of X by Y", "hemmed in by a blockade that is kept up by Y", "Y laid siege to X"."""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _ENDED:
        return
    holder, end = sides.owner_word(noun), noun.idx + len(noun)
    for doer in owners(noun, frozenset({"by"})):
        if doer.dep_ != "poss":
            holder = holder or next(iter(sides.of(doer)), None)
            end = max(end, doer.idx + len(doer))
    verb = noun.head
    if holder is None and noun.dep_ == "pobj" and verb.lower_ == "under":
        doers = [d for child in verb.head.children if child.dep_ == "agent" or child.lower_ == "by" for d in objects_of(child)]
        holder = next(iter(sides.of_all(doers)), None)
        end = max([end, *(d.idx + len(d) for d in doers)])
    if holder is None and noun.dep_ == "dobj" and verb.lemma_ in ("lay", "impose", "maintain", "enforce", "tighten", "keep"):
        holder = next(iter(sides.of_all(agents(verb))), None) if is_real(verb) else None
    if holder is None:
        return
    grounds = [n for p, n in (*phrases(noun), *(phrases(verb) if noun.dep_ == "dobj" else ())) if p in _OVER]
    if not any(places_of(page, g) for g in grounds) and noun.dep_ == "pobj":
        above = verb.head
        grounds = [above] if above.pos_ in ("NOUN", "PROPN") else _subject_of(above)
        grounds += [n for p, n in phrases(above) if p == "in"]
    for ground in grounds:
        for place, start, place_end in places_of(page, ground):
            inside = ground.sent.start == noun.sent.start
            span = (min(start, noun.idx), max(end, place_end)) if inside else (noun_span(noun)[0], end)
            yield Claim("besieges", holder, place, span, "held.siege", 0.8)
            return


def claims_of_hands(page: Page, sides: Sides, noun: Token) -> Iterator[Claim]:
    """ "in rebel hands", "in the hands of the army", "fell into the hands of the group"."""
    own = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "into", "to") and not own:
        yield from _under(page, sides, noun, [], sides.owner_word(noun))


def claims_of_deed(page: Page, sides: Sides, noun: Token, row: GroundRow) -> Iterator[Claim]:
    """ "the capture of X by Y", "Y's seizure of X", "the fall of X to Y", "Y announced the recapture of X"."""
    holder = None
    for slot in row.holder:
        if slot == "subject":
            holder = holder or sides.owner_word(noun)
            verb = noun.head
            if holder is None and noun.dep_ == "dobj" and verb.lemma_ in _DOERS:
                holder = next(iter(sides.of_all(agents(verb))), None)
        else:
            found = [n for p, n in phrases(noun) if p == slot]
            holder = holder or next(iter(sides.of_all(found)), None)
    if holder is None or (noun.head.pos_ == "VERB" and noun.dep_ in ("dobj", "nsubj") and not is_real(noun.head)):
        return
    named = False
    for preposition, ground in phrases(noun):
        if preposition in row.place:
            for place, _start, end in places_of(page, ground):
                named = True
                yield Claim(row.relation, holder, place, (noun_span(noun)[0], end), f"held.noun.{row.word}", 0.7)
    if not named and row.relation == "contests" and noun.dep_ == "dobj":
        for place in around(page, noun.head):
            yield Claim(row.relation, holder, place, (noun.head.idx, noun.idx + len(noun)), f"held.noun.{row.word}", 0.6)


def claims_of_presence(page: Page, sides: Sides, word: Token) -> Iterator[Claim]:
    """ "its men were still present in X": ground that a side contests."""
    verb = word.head
    if word.dep_ != "acomp" or not is_real(verb) or has(verb, "neg"):
        return
    holder = next(iter(sides.of_all([n for s in agents(verb) for n in expand(resolved(s))])), None)
    if holder is None or sides.kind(holder) not in ("armed_group", "coalition", "military", "government", "state"):
        return
    for preposition, ground in (*phrases(word), *phrases(verb)):
        if preposition == "in":
            for n, (place, start, end) in enumerate(places_of(page, ground)):
                near = abs(word.i - ground.i) < 4 and n == 0
                yield Claim("contests", holder, place, (verb.idx, end) if near else (start, end), "held.present", 0.6)
