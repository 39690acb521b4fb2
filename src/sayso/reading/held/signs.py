"""Ground told by a sign of who has it: a flag over the town hall, a ring closed around the garrison, a town that has not fallen, a front that
runs through it."""

from collections.abc import Iterator

from sayso.lexicon.talks_rows import GroundRow
from sayso.reading.grammar import agents, below, is_passive, noun_span, patients, phrases
from sayso.reading.held.claim import Claim
from sayso.reading.held.ground import is_ground, places_of
from sayso.reading.held.verbs import is_real
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_phrases import is_body_of_men
from sayso.reading.sides import ARMED, Sides

RINGS = frozenset({"ring", "noose", "cordon"})
CLEARING = frozenset({"clear", "rid"})
FRONTS = frozenset({"front", "line", "frontline"})
SIGNS = RINGS | CLEARING | FRONTS | {"flag", "leave", "enter", "move", "free", "be"}
"""Words that may be one."""
FOUGHT = frozenset({"armed_group", "coalition"})
_DRAWN = frozenset({"close", "tighten", "draw", "complete", "throw"})
_FLOWN = frozenset({"be", "fly", "flutter", "wave", "hang"})
_RAISED = frozenset({"raise", "hoist", "plant"})
_ABOVE = frozenset({"on", "over", "above", "from", "at", "in"})
_AROUND = frozenset({"around", "round"})
_GOING_ON = frozenset({"go", "continue", "persist", "last", "hold"})
_TO_THIS_DAY = frozenset({"has", "have", "is", "are"})
_ENTERING = frozenset({"enter", "move", "march", "roll", "walk", "come"})
_FIGHTS = frozenset({"fight", "fighting", "resistance", "battle", "shot"})
_SINCE = frozenset({"after", "when", "once", "as"})
_NOT = frozenset({"not", "n't", "never"})
_PERFECT = frozenset({"has", "have", "had", "'s", "'ve"})
_NOT_YET = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "wo"})
_LEAVING = frozenset({"leave", "withdraw", "retreat", "lose", "abandon", "surrender", "evacuate", "quit", "pull", "flee"})
_GOING_AWAY = frozenset({"leave", "quit", "flee"})
_LEFT_SO = frozenset({"without", "in", "at", "with", "to"})
"""Behind "left" they say how or to whom a place was left, and not that it was given up."""
_FALLEN_OTHERWISE = frozenset({"to", "under", "into", "behind", "out", "for", "from", "off", "below"})
_TOLD_OF = frozenset({"acomp", "attr", "oprd", "xcomp", "dobj", "prt"})
"""What follows "fallen" where it is of no capture: "silent", "victim"."""


def claims_of_flag(page: Page, sides: Sides, flag: Token) -> Iterator[Claim]:
    """ "Our flag is on the town hall", "rebels raised their flag over the citadel"."""
    verb = flag.head
    raised = flag.dep_ == "dobj" and verb.lemma_ in _RAISED
    if not (raised or (flag.dep_ == "nsubj" and verb.lemma_ in _FLOWN)) or not is_real(verb):
        return
    men = agents(verb) if raised else []
    holder = sides.behind(next(iter(sides.of_all(men)), None) if raised else sides.owner_word(flag))
    if any(noun.pos_ != "PRON" and not _is_force(noun) for noun in men):
        return  # its backers wave it anywhere
    if holder is None or sides.kind(holder) not in ARMED - {"state", "police"}:
        return  # a state hoists its flag over its embassy
    for preposition, ground in (*phrases(verb), *phrases(flag)):
        if preposition in _ABOVE and is_ground(page, ground):
            for place, start, end in places_of(page, ground)[:1]:
                span = (min(start, noun_span(flag)[0], verb.idx), max(end, verb.idx + len(verb)))
                yield Claim("took" if raised else "holds", holder, place, span, "held.flag", 0.6)
            return


def claims_of_ring(page: Page, sides: Sides, ring: Token) -> Iterator[Claim]:
    """ "Have closed the ring around the garrison in the town"."""
    verb = ring.head
    if ring.dep_ != "dobj" or verb.lemma_ not in _DRAWN or not is_real(verb):
        return
    holder = next((p for p in sides.of_all(agents(verb)) if sides.kind(sides.behind(p) or p) in ARMED - {"police"}), None)
    inside = [noun for preposition, noun in (*phrases(ring), *phrases(verb)) if preposition in _AROUND]
    grounds = [*inside, *(noun for one in (*inside, verb) for preposition, noun in phrases(one) if preposition in ("in", "at"))] if inside else []
    for ground in grounds if holder is not None else ():
        if is_ground(page, ground) and (found := places_of(page, ground)):
            place, start, end = found[0]
            yield Claim("besieges", holder, place, (min(verb.idx, start), max(end, ring.idx + len(ring))), "held.ring", 0.65)
            return


def claims_of_kept(page: Page, sides: Sides, verb: Token) -> Iterator[Claim]:
    """ "The town has not fallen", on the word of one side; "our men never left the town": who has not lost ground holds it."""
    if not _never_yet(verb):
        return
    fallen = verb.lemma_ == "fall" and not any(p in _FALLEN_OTHERWISE for p, _ in phrases(verb)) and not _TOLD_OF & {c.dep_ for c in verb.rights}
    lost = verb.lemma_ == "lose" and is_passive(verb)
    if fallen or lost:
        holder, grounds = sides.behind(sides.speaker(verb)), patients(verb) if lost else agents(verb)
    elif verb.lemma_ in _LEAVING and not is_passive(verb):
        doers, objects = [noun for noun in agents(verb) if noun.pos_ == "PRON" or _is_force(noun)], patients(verb)
        if not all(is_ground(page, noun) or is_body_of_men(noun.text) for noun in objects) or any(p in _LEFT_SO for p, _ in phrases(verb)):
            return  # "has not withdrawn its ambassador from", "has not left the town without water"
        holder = sides.behind(next(iter(sides.of_all(doers)), None))
        if verb.lemma_ in _GOING_AWAY and holder is not None and not any(sides.kind(holder) == "military" or is_body_of_men(n.text) for n in doers):
            return  # a group that "has not left" may be at a table there
        grounds = [*objects, *(noun for child in (verb, *verb.rights) for p, noun in phrases(child) if p in ("from", "of"))]
    else:
        return
    if holder is None or sides.kind(holder) not in ARMED:
        return
    for ground in grounds:
        if not is_ground(page, ground):
            continue
        for place, start, end in places_of(page, ground):
            if page.atlas[place].kind != "country":
                yield Claim("holds", holder, place, (min(start, verb.idx), max(end, verb.idx + len(verb))), "held.kept", 0.6, negated=True)


def _never_yet(verb: Token) -> bool:
    """Whether something has not come to pass to this day, or never did; what "did not" may have since, and what did not "until", has."""
    helped = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    no = {child.lower_ for child in verb.children if child.dep_ == "neg"} & _NOT
    since = any(child.lower_ in ("until", "till", "but") for child in below(verb))
    return bool(no) and not since and ("never" in no or bool(helped & _PERFECT)) and not helped & _NOT_YET


def claims_of_entry(page: Page, sides: Sides, verb: Token) -> Iterator[Claim]:
    """ "Moved into the town after the garrison had withdrawn", "entered it without a fight": who enters what another gives up takes it."""
    unopposed = any(p == "without" and noun.lemma_ in _FIGHTS for p, noun in phrases(verb))
    leaving = [child for child in verb.children if child.dep_ == "advcl" and child.lemma_ in _LEAVING]
    leaving = [clause for clause in leaving if _SINCE & {word.lower_ for word in clause.lefts} and is_real(clause)]
    left = unopposed or bool(leaving)
    if verb.lemma_ not in _ENTERING or not left or not is_real(verb):
        return
    holder = sides.behind(next(iter(sides.of_all(agents(verb))), None))
    grounds = [noun for preposition, noun in phrases(verb) if preposition == "into"] or (patients(verb) if verb.lemma_ == "enter" else [])
    for ground in grounds if holder is not None and sides.kind(holder) in ARMED - {"police"} else ():
        if is_ground(page, ground):
            for place, start, end in places_of(page, ground)[:1]:
                given_up = unopposed or any(_gives_up(page, sides, clause, place, holder) for clause in leaving)
                if given_up and page.atlas[place].kind not in ("country", "province"):
                    yield Claim("took", holder, place, (min(start, verb.idx), max(end, verb.idx + len(verb))), "held.entry", 0.65)


def _gives_up(page: Page, sides: Sides, leaving: Token, place: str, entering: str | None) -> bool:
    """Whether a clause tells that another force leaves a place: not that civilians flee it, nor that it leaves another."""
    men = [noun for noun in agents(leaving) if is_body_of_men(noun.text) or (_is_force(noun) and any(sides.kind(p) in ARMED for p in sides.of(noun)))]
    objects = [noun for noun in patients(leaving) if not is_body_of_men(noun.text)]
    left = [*objects, *(noun for child in (leaving, *leaving.rights) for p, noun in phrases(child) if p in ("from", "of"))]
    sites = {found for noun in left if noun.pos_ != "PRON" for found, _, _ in places_of(page, noun)[:1]}  # "it" is what is entered
    return bool(men) and all(noun.pos_ == "PRON" or is_ground(page, noun) for noun in left) and sites <= {place} and entering not in sides.of_all(men)


def claims_of_clearing(page: Page, sides: Sides, verb: Token) -> Iterator[Claim]:
    """ "Cleared the town of insurgents", "cleared insurgents from the town": by the doer, or by the side that says so."""
    if verb.lemma_ not in CLEARING or not is_real(verb):
        return
    objects, ties = patients(verb), list(phrases(verb))
    men = [noun for p, noun in ties if p == "of"] or [noun for noun in objects if not is_ground(page, noun)]
    grounds = [noun for noun in objects if is_ground(page, noun)] or [noun for p, noun in ties if p in ("from", "in")]
    fought = [party for party in sides.of_all(men) if sides.kind(party) in FOUGHT]
    doers = agents(verb)
    holder = sides.behind(next(iter(sides.of_all(doers)), None) if doers else sides.speaker(verb))
    if not fought or holder is None or holder in fought or sides.kind(holder) not in ARMED - {"police"}:
        return
    for ground in grounds:
        for place, start, end in places_of(page, ground)[:1] if is_ground(page, ground) else ():
            if page.atlas[place].kind != "country":
                yield Claim("took", holder, place, (min(start, verb.idx), max(end, verb.idx + len(verb))), "held.cleared", 0.65)


def claims_of_being(page: Page, sides: Sides, verb: Token) -> Iterator[Claim]:
    """ "The town is now under the Front", "the army is back in the town"."""
    if not is_real(verb):
        return
    subjects = [noun for noun in agents(verb) if noun.pos_ != "PRON" or noun.lower_ == "it"]
    for preposition, noun in phrases(verb):
        party = page.cast.at(noun.idx, noun.idx + len(noun)) is not None  # the Front itself, and not its control
        if preposition == "under" and party and (holder := _fighters(sides, noun)) is not None:
            for ground in subjects:
                for place, start, _ in places_of(page, ground)[:1] if is_ground(page, ground) else ():
                    yield Claim("holds", holder, place, (min(start, verb.idx), noun.idx + len(noun)), "held.under", 0.55)
    back = [child for child in verb.rights if child.lower_ == "back" and child.dep_ == "advmod"]
    for preposition, ground in (pair for word in (*back, verb) for pair in phrases(word)) if back else ():
        armies = [noun for noun in subjects if _is_force(noun) and (side := _fighters(sides, noun)) and sides.kind(side) == "military"]
        if preposition in ("in", "at", "on") and armies and is_ground(page, ground):
            for place, start, end in places_of(page, ground)[:1]:
                if page.atlas[place].kind not in ("country", "province"):
                    yield Claim("holds", _fighters(sides, armies[0]), place, (min(verb.idx, start), end), "held.back", 0.5)


def _is_force(noun: Token) -> bool:
    """Whether a noun is a side by its own name or a body of its men, and not its leader, its backers or its offices."""
    return noun.text[:1].isupper() or is_body_of_men(noun.text)


def _fighters(sides: Sides, noun: Token) -> str | None:
    """The force or armed group that a noun names by itself."""
    side = sides.behind(next(iter(sides.of(noun)), None))
    return side if side is not None and sides.kind(side) in FOUGHT | {"military"} else None


def claims_of_front(page: Page, line: Token) -> Iterator[Claim]:
    """ "The front line runs through the town"."""
    verb = line.head
    named = line.lemma_ != "line" or any(child.lower_ == "front" for child in line.children)
    if not named or line.dep_ != "nsubj" or verb.lemma_ not in ("run", "pass", "cut", "go") or not is_real(verb):
        return
    for preposition, ground in phrases(verb):
        for place, start, end in places_of(page, ground)[:1] if preposition == "through" and is_ground(page, ground) else ():
            if page.atlas[place].kind != "country":
                yield Claim("contests", None, place, (min(start, noun_span(line)[0]), max(end, verb.idx + len(verb))), "held.front", 0.55)


def claims_of_free(page: Page, sides: Sides, word: Token) -> Iterator[Claim]:
    """ "The town is free", on the word of the side that has it now."""
    verb = word.head
    alone = next(iter(word.rights), None) is None  # "free of mines", "free to leave"
    side = sides.behind(sides.speaker(word)) if word.dep_ == "acomp" and alone and verb.lemma_ == "be" and is_real(verb) else None
    if side is None or sides.kind(side) not in ARMED:
        return
    for ground in agents(verb)[:1]:
        place = page.atlas.at(ground.idx, ground.idx + len(ground)) if is_ground(page, ground) else None
        if place is not None and page.atlas[place].kind not in ("country", "province"):
            yield Claim("holds", side, place, (ground.idx, word.idx + len(word)), "held.free", 0.6)


def claims_of_going_on(page: Page, siege: Token) -> Iterator[Claim]:
    """ "The blockade of the town goes on": by whom the sentence does not say."""
    verb = siege.head
    lasting = verb.tag_ in ("VBZ", "VBP") or any(child.lower_ in _TO_THIS_DAY for child in verb.children if child.dep_ == "aux")
    if siege.dep_ != "nsubj" or verb.lemma_ not in _GOING_ON or not lasting or not is_real(verb):
        return  # what "lasted four years" is over
    for preposition, ground in phrases(siege):
        if preposition in ("of", "on", "around") and is_ground(page, ground):
            for place, start, end in places_of(page, ground)[:1]:
                yield Claim("besieges", None, place, (min(start, noun_span(siege)[0]), max(end, verb.idx + len(verb))), "held.siege.on", 0.55)


def claims_of_state(page: Page, sides: Sides, word: Token, row: GroundRow) -> Iterator[Claim]:
    """ "The town is once more encircled", where the word was taken for an adjective."""
    verb = word.head
    if row.relation != "besieges" or word.dep_ != "acomp" or not is_real(verb) or verb.lemma_ not in ("be", "remain", "stay"):
        return
    doers = [noun for preposition, noun in phrases(word) if preposition == "by"]
    holder = sides.behind(next(iter(sides.of_all(doers)), None))
    for ground in agents(verb) if holder is not None or not doers else ():
        if is_ground(page, ground):
            for place, start, end in places_of(page, ground)[:1]:
                span = (min(start, verb.idx), max([end, word.idx + len(word), *(noun.idx + len(noun) for noun in doers)]))
                yield Claim("besieges", holder, place, span, f"held.state.{row.word}", 0.6)
