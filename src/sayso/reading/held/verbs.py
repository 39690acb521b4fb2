"""Ground in verbs: "rebels seized the town", "which the army holds", "the city fell to", "withdrew from"."""

from collections.abc import Iterator

from sayso.lexicon.talks_rows import GroundRow
from sayso.reading.grammar import agents, antecedent, below, has, is_passive, noun_span, patients, phrases
from sayso.reading.held.civil import forces_hold, is_civil, is_pressing, is_show_or_care
from sayso.reading.held.claim import Claim
from sayso.reading.held.ground import GENERIC, SITES, is_ground, is_unnamed_ground, places_of
from sayso.reading.held.holder import only_foe
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_UNREAL_AUX = frozenset({"may", "might", "could", "would", "will", "shall", "should", "must", "can", "'ll", "wo"})
_UNREAL_AFTER = frozenset({"of", "from", "at", "before", "on", "for", "without", "against", "towards", "toward", "about"})
_REAL_ABOVE = frozenset({"manage", "help", "continue", "succeed", "begin", "start", "able", "go"})

_CLIMBS = 6
_FINITE = frozenset({"VBD", "VBN", "VBP", "VBZ"})
"""Tags of a verb joined to which "hold" is no infinitive: "have dug in and hold the bank"."""
_HAVING = frozenset({"have", "keep", "hold"})
_PLAIN = frozenset({"control", "capture", "retake", "recapture", "besiege", "liberate", "overrun", "occupy", "encircle"})
"""Verbs that speak of ground even with a name that the gazetteer does not know."""

_INSIDE = frozenset({"in", "inside", "within", "at"})
_SHARED = frozenset({"divide", "split", "share"})
_OF_NOBODY = frozenset({"contest", "change hands"})
"""Words of ground that two sides fight for, neither of which need be named."""
_BLAMED = frozenset({"responsible", "accountable", "liable", "hostage", "captive"})
_KIN = frozenset({"offshoot", "affiliate", "ally", "rival", "splinter", "opponent", "foe", "enemy", "successor", "sympathiser", "sympathizer"})
"""Who is one of another's is not the other: "an offshoot of the front"."""
_PIECES = frozenset({"wall", "inch", "metre", "meter", "corner", "foot", "kilometre", "kilometer", "gate", "stretch", "house", "building", "floor"})
"""What is held of a place where all of it, or a part, is meant."""
_CLOSED_IN = frozenset({"box", "trap", "squeeze", "corner", "hem", "bottle", "pen"})
"""Who is driven so into what he still holds is besieged there; who is confined to half a town is not."""
_BACK = frozenset({"liberate", "free", "retake", "recapture", "reconquer", "recover", "regain", "reclaim"})
"""What somebody says was done to a place by nobody named he says of his own side."""
_CONCEDING = frozenset({"concede", "admit", "acknowledge"})
_DRIVING = frozenset({"drive", "expel", "oust", "dislodge", "eject", "chase", "flush"})
_OF_ARMS = frozenset({"win", "belong", "dig in", "fight over", "leave"})
"""Words that speak of ground only where who has it bears arms: elections are won, houses belong to a state's company."""
_FORCED = frozenset({"force", "compel", "oblige", "have"})
_ALL_OF_THEM = frozenset({"last", "remaining", "all"})
_YIELDING = frozenset({"lose", "cede", "surrender", "abandon", "relinquish", "yield", "hand over", "hand back", "give back", "turn over"})


def is_real(verb: Token, depth: int = 0) -> bool:
    """Whether a verb tells what is or was: not negated, not future, not merely wanted or tried."""
    if any(child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in _UNREAL_AUX) for child in verb.children):
        return False
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children):
        return False
    if brought_about(verb):
        return depth < _CLIMBS and is_real(verb.head, depth + 1)  # "took the town only to lose it again"
    if verb.tag_ == "VB" or (verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in _UNREAL_AFTER):
        above = verb.head
        forced = above.lemma_.lower() in _FORCED and above.tag_ in ("VBD", "VBN")  # "had to leave", "were forced to abandon"
        if (above.lemma_.lower() in _REAL_ABOVE or forced) and above != verb and not _purpose(verb, above):
            return depth < _CLIMBS and is_real(above, depth + 1)
        plain = verb.dep_ == "conj" and verb.head.tag_ in _FINITE and not any(child.dep_ == "aux" for child in verb.children)
        return verb.tag_ != "VB" or verb.dep_ == "ROOT" or (plain and depth < _CLIMBS and is_real(verb.head, depth + 1))
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.tag_ == "VB" and not has(verb, "aux"):
        return depth < _CLIMBS and is_real(verb.head, depth + 1)
    return True


def _in_another_sense(verb: Token) -> bool:
    """Whether a verb of ground is of a phrase that is about none: "takes part in", "holds the state responsible"."""
    if verb.lemma_ == "take":
        return any(child.lower_ in ("part", "place") and child.i == verb.i + 1 and child.nbor().lower_ != "of" for child in verb.rights)
    words = verb.doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)] if verb.lemma_ == "hold" else []
    for word in words:
        if word.pos_ in ("AUX", "CCONJ"):
            return False  # "hold the town and are responsible for the raid"
        if word.lower_ in _BLAMED:
            return True
    return False


def brought_about(verb: Token) -> bool:
    """Whether an infinitive tells what came of it: "took the town only to lose it again"."""
    return verb.tag_ == "VB" and verb.dep_ == "advcl" and any(child.lower_ == "only" and child.i < verb.i for child in verb.children)


def _purpose(verb: Token, above: Token) -> bool:
    """Whether a verb names what something is done for: "continues the operation to free the town"."""
    return above.lemma_ != "help" and any(child.dep_ == "dobj" and above.i < child.i < verb.i for child in above.children)


def claims_of_verb(page: Page, sides: Sides, verb: Token, row: GroundRow) -> Iterator[Claim]:
    """What one verb says about ground."""
    if not is_real(verb) or _in_another_sense(verb):
        return
    holders = _slot(verb, row.holder, row.place)
    grounds = _slot(verb, row.place, row.holder)
    if _how_it_is_had(verb):  # "they have the town surrounded", "keep it cut off"
        kept = [child for child in verb.head.rights if child.dep_ in ("dobj", "oprd") and child.pos_ in ("NOUN", "PROPN", "PRON")]
        holders, grounds = agents(verb.head), kept if verb.dep_ in ("conj", "advcl") else agents(verb) or patients(verb.head) or kept
    if not grounds and holders and not any(sides.kind(p) in ARMED for p in sides.of_all(holders)):
        grounds, holders = holders, _party_before(sides, verb, holders[0])
    if row.word in _SHARED:
        holders = _between(verb)
    if "object" in row.holder:
        men = [noun for noun in holders if not is_pressing(noun)]
        armed = [noun for noun in men if any(sides.kind(party) in ARMED or sides.body(party) for party in sides.of(noun))]
        holders = armed if row.word != "confine" or forces_hold(sides, verb, grounds) else []
    if row.relation in ("besieges", "contests") or (row.relation == "lost" and row.word not in _YIELDING and "object" in row.place):
        if is_show_or_care(verb, grounds):
            return
        if holders and row.holder == ("subject",) and all(is_civil(noun) for noun in holders):
            return
    if row.relation == "besieges" and grounds and not any(is_ground(page, noun) for noun in grounds):
        yield from _surrounded_people(page, sides, verb, grounds, holders)
        return
    holder = sides.behind(next((party for noun in holders for party in _parties(sides, noun) if party), None))
    if holder is None and row.relation == "besieges" and not _conceded(verb):
        holder = _speaker_side(sides, verb, holders)
    if holder is None and row.word in _YIELDING:
        yield from _yielded(page, sides, verb, grounds)
        return
    relation = row.relation
    if holder is None and row.word in _BACK:
        holder = _speaker_side(sides, verb, holders)
        relation = "lost" if _conceded(verb) else relation
    if holder is None and row.relation == "took" and is_passive(verb):
        yield from _from_its_owner(page, sides, verb, grounds)
        return
    if row.word in _OF_ARMS and not _by_arms(sides, verb, row.word, holder, holders):
        return
    nobodys = row.word in _OF_NOBODY or (row.relation == "besieges" and is_passive(verb) and not holders)
    if holder is None and not nobodys:
        return
    for n, ground in enumerate(map(_counted, grounds)):
        named = [name for name in (ground, *below(ground, 12)) if name.pos_ == "PROPN"] if row.word in _PLAIN and not sides.of(ground) else []
        if not is_ground(page, ground) and not named:
            continue
        found: list[tuple[str | None, int, int]] = list(places_of(page, ground))
        if not found and (ground.lower_ in GENERIC or ground.lower_ in SITES):
            found = [(place, *noun_span(ground)) for place in around(page, verb)]
        unnamed = (is_unnamed_ground(ground) or _own(ground)) and holder is not None and sides.kind(holder) in ARMED
        if not found and row.word not in _OF_ARMS and (named or "into" in row.place or unnamed):
            # said of ground all the same, though no name is given or the gazetteer does not know it
            found = [(None, noun_span(ground)[0], max(t.idx + len(t) for t in (ground, *named[:1])))]
        for place, start, end in found:
            span = (start, end) if n else _stretch(verb, [] if brought_about(verb) else holders, start, end)
            yield Claim(relation, holder, place, span, f"held.verb.{row.word}", 0.75 if place else 0.45)
            if row.word in _CLOSED_IN and (besieger := _presser(sides, verb, holder)) is not None:
                yield Claim("besieges", besieger, place, span, f"held.verb.{row.word}.presser", 0.6)
            if row.word in _YIELDING and holder is not None:
                yield from _taker(sides, verb, holder, place, span)
            if row.word in _DRIVING and (driver := _driver(sides, verb, holder)) is not None:
                yield Claim("took", driver, place, span, f"held.verb.{row.word}.driver", 0.6)


def _by_arms(sides: Sides, verb: Token, word: str, holder: str | None, holders: list[Token]) -> bool:
    armed = holder is not None and sides.kind(holder) in ARMED - {"state", "police"} and not sides.is_person(holder)
    return armed and (word != "leave" or _left(verb, holders))


def _left(verb: Token, holders: list[Token]) -> bool:
    """Whether who leaves a place gives it up: the last of them, all of them, or because they have to."""
    every = any(child.lower_ in _ALL_OF_THEM for noun in holders for child in noun.children)
    return every or any(child.lower_ == "all" for child in verb.children) or (verb.tag_ == "VB" and verb.head.lemma_.lower() in _FORCED)


def _presser(sides: Sides, verb: Token, pressed: str | None) -> str | None:
    """Who has boxed others into a place, in so many words or as the one who says it, and so besieges them there."""
    doers = agents(verb)
    presser = sides.behind(next(iter(sides.of_all(doers)), None)) or _speaker_side(sides, verb, doers)
    return presser if presser is not None and presser != pressed and sides.kind(presser) in ARMED else None


def _driver(sides: Sides, verb: Token, loser: str | None) -> str | None:
    """Who, in so many words, drove others out of a place, and so took it."""
    if not any(child.dep_ in ("nsubj", "agent") for child in verb.children):
        return None
    driver = sides.behind(next(iter(sides.of_all(agents(verb))), None))
    return driver if driver is not None and driver != loser and sides.kind(driver) in ARMED else None


def _counted(ground: Token) -> Token:
    """Of "23 of the city's 60 districts" the districts, of "every wall of the base" the base, of "little more than the centre" the centre; any
    other ground itself."""
    if ground.lower_ in ("more", "less", "nothing"):
        than = (child for child in ground.children if child.lower_ in ("than", "but"))
        return next((noun for tie in than for noun in tie.children if noun.dep_ == "pobj"), ground)
    whole = ground.tag_ == "CD" or ground.lemma_.lower() in _PIECES
    of = (child for child in ground.children if child.dep_ == "prep" and child.lower_ == "of") if whole else ()
    return next((noun for preposition in of for noun in preposition.children if noun.dep_ == "pobj"), ground)


def _how_it_is_had(verb: Token) -> bool:
    """Whether a participle tells how a place is had or kept, though the parser may take it for one more verb: "kept X, the chief town, cut off"."""
    if verb.tag_ not in ("VBN", "VBD") or verb.head.lemma_ not in _HAVING or has(verb, "aux"):
        return False
    if verb.dep_ in ("conj", "advcl"):
        return verb.head.lemma_ == "keep" and not any(child.dep_ in ("cc", "nsubj", "mark") for child in (*verb.head.rights, *verb.children))
    return verb.dep_ in ("ccomp", "oprd", "acl", "xcomp")


def _own(ground: Token) -> bool:
    """Whether ground is its holder's: "keeps its stretch of the river"."""
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for child in ground.children)


def _yielded(page: Page, sides: Sides, verb: Token, grounds: list[Token]) -> Iterator[Claim]:
    """Who took ground that gave itself up: "the town surrendered to the rebels"."""
    for ground in grounds if not is_passive(verb) else ():
        for place, start, end in places_of(page, ground)[:1]:
            yield from _taker(sides, verb, None, place, (start, end))


def _from_its_owner(page: Page, sides: Sides, verb: Token, grounds: list[Token]) -> Iterator[Claim]:
    """Who lost what nobody is named for taking: "the junta's last base in the north was overrun"."""
    for ground in grounds:
        owner = sides.behind(sides.owner_word(ground))
        if owner is not None and sides.kind(owner) in ARMED and is_ground(page, ground):
            for place, start, end in places_of(page, ground)[:1]:
                yield Claim("lost", owner, place, (min(start, verb.idx), max(end, verb.idx + len(verb))), "held.verb.owner-lost", 0.6)


def _parties(sides: Sides, noun: Token) -> tuple[str | None, ...]:
    """The parties a noun may mean; a word that the parser took for a part of the verb after it, by its word alone ("which the army controls")."""
    if noun.lemma_.lower() in _KIN:
        return ()
    if noun.dep_ == "appos" and not sides.of(noun):
        return (*sides.of(noun.head), sides.owner_word(noun))  # "the Front, a band that holds the wells"
    misread = sides.named(noun.text) if noun.dep_ == "compound" and noun.head.pos_ == "VERB" else None
    return (*sides.of(noun), sides.owner_word(noun), misread)


def _taker(sides: Sides, verb: Token, loser: str | None, place: str | None, span: tuple[int, int]) -> Iterator[Claim]:
    """Who took what another "lost to" or "surrendered to" him."""
    for preposition, noun in _phrases(verb):
        taker = sides.behind(next(iter(sides.of(noun)), None)) if preposition == "to" else None
        if taker is not None and taker != loser and sides.kind(taker) in ARMED:
            yield Claim("took", taker, place, (min(span[0], verb.idx), max(span[1], noun.idx + len(noun))), "held.verb.lost-to", 0.7)
            return


def _slot(verb: Token, slots: tuple[str, ...], other: tuple[str, ...]) -> list[Token]:
    for slot in slots:
        if slot == "subject":
            found = agents(verb) if "object" in other or not is_passive(verb) else patients(verb)
            if found:
                return found
        elif slot == "object":
            if patients(verb):
                return patients(verb)
        else:
            found = [noun for preposition, noun in _phrases(verb) if preposition == slot]
            if found:
                return found
    return []


def _phrases(verb: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of a verb and of its particle: "went over to", "were driven back from"."""
    yield from phrases(verb)
    for child in verb.children:
        if child.dep_ in ("prt", "advmod") and child.i > verb.i:
            yield from phrases(child)


def _surrounded_people(page: Page, sides: Sides, verb: Token, people: list[Token], holders: list[Token]) -> Iterator[Claim]:
    """Fighters "encircled in two valleys": the besieger is the doer or, unnamed, the side that says so."""
    inside = sides.of_all(people)
    own = any(n.lower_ == "we" or any(c.lower_ == "our" and c.dep_ == "poss" for c in n.children) for n in people)
    ours = sides.behind(sides.speaker(verb)) if own else None
    across = sides.opponent(ours) if ours is not None else None  # "our soldiers are surrounded", on the word of their own side
    holder = next(iter(sides.of_all(holders)), None) or (across if own else _speaker_side(sides, verb, holders) or only_foe(page, sides, inside))
    if not (inside or own) or (holder is None and (own or holders)) or holder in inside:
        return
    if own and not any(preposition in _INSIDE for preposition, _ in phrases(verb)):
        named = page.atlas.within(verb.sent.start_char, verb.sent.end_char)
        if named:
            yield Claim("besieges", holder, named[-1], (min(verb.idx, noun_span(people[0])[0]), verb.idx + len(verb)), "held.surrounded.own", 0.5)
        return
    for preposition, noun in phrases(verb):
        if preposition in _INSIDE:
            found = places_of(page, noun)
            place, _, end = found[0] if found else (None, *noun_span(noun))
            if found or noun.lower_ in GENERIC:
                yield Claim("besieges", holder, place, (verb.idx, end), "held.surrounded", 0.6)
                return


def _conceded(verb: Token) -> bool:
    """Whether a side concedes what was done, which the other has done then: "the town was retaken, the Front conceded"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _CONCEDING


def _speaker_side(sides: Sides, verb: Token, holders: list[Token]) -> str | None:
    """The speaker's own side, where a passive in its mouth names no doer."""
    if holders or not is_passive(verb):
        return None
    side = sides.behind(sides.speaker(verb))
    return side if side is not None and sides.kind(side) in ("armed_group", "coalition", "military") else None


def _between(verb: Token) -> list[Token]:
    """The sides ground is "divided between", a word standing for a side included ("between regime and rebel control")."""
    return [noun for preposition, noun in phrases(verb) if preposition in ("between", "among")]


def _party_before(sides: Sides, verb: Token, ground: Token) -> list[Token]:
    """The party right before the verb of a relative clause whose pronoun was taken for its subject: "which the group holds"."""
    for i in range(verb.i - 1, max(ground.i + 1, verb.i - 8), -1):
        word = verb.doc[i]
        if word.pos_ in ("NOUN", "PROPN", "PRON") and word.lower_ not in ("which", "that") and (sides.of(word) or sides.named(word.text)):
            return [word]
    return []


def around(page: Page, verb: Token) -> list[str]:
    """The place a clause is set in, where its own noun for ground has no name: "the town where rebels seized ground"."""
    where = next((child for child in verb.children if child.lower_ == "where"), None)
    if where is not None:
        noun = antecedent(where) or (verb.head if verb.dep_ == "relcl" else None)
        if noun is not None:
            return [place for place, _, _ in places_of(page, noun)][:1]
    for preposition, noun in phrases(verb):
        if preposition in ("in", "near", "around", "outside", "inside"):
            found = places_of(page, noun)
            if found:
                return [found[0][0]]
    return []


def _stretch(verb: Token, holders: list[Token], start: int, end: int) -> tuple[int, int]:
    """From the first to the last of verb, doer and ground, within the sentence."""
    edges = [(start, end), (verb.idx, verb.idx + len(verb))]
    edges += [noun_span(noun) for noun in holders[:1] if noun.sent.start == verb.sent.start]
    return min(a for a, _ in edges), max(b for _, b in edges)
