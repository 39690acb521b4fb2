"""Moves as reports tell them, each with the two sides whose talks it belongs to."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.model import Move, Span
from sayso.model.codes import FIGHTERS, POWERS, MoveKind, PartyKind
from sayso.model.days import moved
from sayso.situation.between import without_go_betweens
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.origins import Origins
from sayso.situation.publishers import VOICES
from sayso.situation.rebuttal import names_outside, power_of
from sayso.situation.recalled import is_over, is_recalled, long_ago
from sayso.situation.released import is_release
from sayso.situation.theatres import Theatres
from sayso.situation.topics import topics_of
from sayso.situation.words import fold, name_key

PAUSE = timedelta(days=60)
"""Talks that rest so long are other talks when they are taken up again; the earlier ones are their precedents."""
_NEAR = timedelta(days=14)
"""What leaves a side of its talks unsaid belongs to talks, the only ones in the pause before or after it, that are told of so near to it."""
_ASKING: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum"})
_ASIDE: frozenset[PartyKind] = frozenset({"other", "civilians"})
_ANSWERING: frozenset[MoveKind] = frozenset({"accept", "reject"})

_LOOK = 50
"""Moves that an answer looks back over."""

_SAME_WORDS = 6
"""How many words two reports share that tell of one move in them."""

_THE_DEAL = re.compile(r"\b(?:the|their|its) (?:[\w-]+ ){0,2}?(?:truce|cease-?fire|deal|agreement|accord|armistice)\b")

_NAME = re.compile(r"\b[A-Z]")
_A_PART = re.compile(r"Government (?!of\b)[A-Z]")
_UNITS = frozenset({"garrison", "battalion", "brigade", "division", "regiment", "base", "command"})
_ANY = ""
"""Stands for any side."""


def made_moves(sheets: Sequence[Sheet], identity: Identity, origins: Origins) -> list[Made]:
    """The moves of all reports whose talks are known, each with the sides of its talks."""
    made = [_made(sheet, move, identity, origins) for sheet in sheets for move in sheet.reading.moves]
    made = list(without_go_betweens(list(_in_full(list(_of_one_state(made, identity)), identity)), identity))
    releases = [replace(one, own=one.sides) for one in made if is_release(one)]
    named = [replace(one, own=one.sides) for one in _told_with_names([one for one in made if not is_release(one)], identity)]
    completed = _completed(list(_paired(list(_one_power(list(_called_by_name(named, identity)), identity)))), identity)
    whole = (replace(one, sides=one.sides | one.spare, own=one.own | one.spare) if len(one.sides) == 1 else one for one in completed)
    return [*whole, *releases]


def of_somebody(sides: Pair, identity: Identity) -> bool:
    """Whether talks have a party: a side with a name, or a power and a group ("the army and the rebels"). "Foes" and "a pilot" have none, nor
    has what one person does of whom nobody tells for whom."""
    powers = {power_of(identity.kind(side)) for side in sides}
    if len(sides) == 1 and all(identity.kind(side) == "person" for side in sides):
        return False
    return any(identity.named(side) for side in sides) or powers >= {"power", "group"}


def _made(sheet: Sheet, move: Move, identity: Identity, origins: Origins) -> Made:
    denial = _denial(sheet, move.according_to)
    whose = origins.whose(sheet, denial or move.according_to or _denying_in(sheet, move))
    sides = {identity.side(party) for party in identity.actors_of(sheet, (*move.from_, *move.to))}
    if len(sides) > 1 and whose.speaker in sides and identity.kind(whose.speaker) == "person":
        sides.remove(whose.speaker)  # who tells of it, and is nobody's spokesman as far as is known
    fighting = {side for side in sides if identity.kind(side) in FIGHTERS}
    known = {side for side in sides if side in fighting or identity.named(side)}  # "thieves", whoever they are, are no side
    day = _day_of(move, sheet)
    parties = (*move.from_, *move.to, *move.through)
    named = frozenset(identity.side(party) for party in identity.actors_of(sheet, parties) if identity.named(party))
    others: frozenset[str] = frozenset()
    if denies(move, denial is not None):
        others = names_outside(sheet, move.span)
        named |= {identity.side(party) for party in _told_in(sheet, move.span, identity)}
    spare = {side for side in known - fighting if identity.kind(side) in _ASIDE} if len(fighting) == 1 else set[str]()
    between = frozenset(fighting if len(fighting) > 1 else known - spare or sides)
    recalled, over = is_recalled(sheet, move), is_over(sheet, move)
    return Made(sheet, move, whose, between, day, denial is not None, named, others, spare=frozenset(spare), recalled=recalled, over=over)


def _day_of(move: Move, sheet: Sheet) -> str:
    """When a move was made as far as is known. What has been done was not done after the report came out: such a day is another thing's."""
    stated = ((move.when.latest or move.when.earliest) if move.when else None) or ""
    told = sheet.published or UNDATED
    if stated and sheet.published and move.status in ("happened", "ongoing") and stated[:10] > told[:10]:
        stated = ""
    if not stated and move.kind == "implement":
        stated = long_ago(sheet, move.span) or ""  # "a truce in 2014 allowed them to leave"
    return (stated or told)[:10]


def _told_in(sheet: Sheet, span: Span, identity: Identity) -> Iterator[str]:
    """The parties with a name that a stretch speaks of, but for outlets and persons."""
    told = (p.id for p in sheet.reading.parties if p.kind not in VOICES | {"person"} and any(span[0] <= start < span[1] for start, _ in p.mentions))
    return (actor for actor in identity.actors_of(sheet, told) if identity.named(actor))


def denies(move: Move, denied: bool) -> bool:
    """Whether a move is the denial of one; `denied` is whether it is told in a statement that denies."""
    return denied or move.status == "denied" or move.kind == "deny_talks"


def _denying_in(sheet: Sheet, move: Move) -> str | None:
    """The statement in which somebody who makes a move denies it, where the outlet tells that: "X denied that it had talked to Y"."""
    if move.kind != "deny_talks" and move.status != "denied":
        return None
    start, end = move.span
    for statement in sheet.reading.statements:
        if statement.stance == "deny" and statement.speaker in move.from_ and any(start <= at < end for at, _ in statement.content):
            return statement.id
    return None


def _denial(sheet: Sheet, according_to: str | None) -> str | None:
    """The statement that denies, at or around the one that a move rests on."""
    for _ in range(9):
        statement = sheet.statements.get(according_to or "")
        if statement is None:
            return None
        if statement.stance == "deny":
            return statement.id
        according_to = statement.within
    return None


def _of_one_state(moves: Sequence[Made], identity: Identity) -> Iterator[Made]:
    """What a state's police, its army and its ministries ask and refuse is of one side, also where no report speaks of what they are all part of:
    the one told most."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for made in moves:
        for side in made.sides:
            if identity.kind(side) in POWERS:
                told[identity.owner(side)][side] += 1
    first = {
        side: min(parts, key=lambda one: (identity.kind(one) != "government", -parts[one], one))
        for parts in told.values() if len(parts) > 1 for side in parts
    }  # fmt: skip
    for made in moves:
        sides = frozenset(first.get(side, side) for side in made.sides)
        yield made if sides == made.sides else replace(made, sides=sides)


def _in_full(moves: Sequence[Made], identity: Identity) -> Iterator[Made]:
    """A side that goes by the last word of a name ("the League", "the brigade") is the only one of the case's talks whose name ends so."""
    ending: dict[str, set[str]] = defaultdict(set)
    for side in sorted({side for made in moves for side in made.sides if identity.kind(side) in FIGHTERS and identity.named(side)}):
        before, _, last = name_key(identity.name(side)).rpartition(" ")
        if before:
            ending[last].add(side)
    for made in moves:
        full = frozenset(_only_one(ending.get(name_key(identity.name(side)), set()) - made.sides) or side for side in made.sides)
        yield made if full == made.sides else replace(made, sides=full)


def _only_one(sides: set[str]) -> str | None:
    return next(iter(sides)) if len(sides) == 1 else None


def _told_with_names(moves: Sequence[Made], identity: Identity) -> Iterator[Made]:
    """A move of sides that are only described ("the alliance", "the militants") is that of those whom another report names in the same words."""
    named: dict[tuple[MoveKind, str], set[Pair]] = defaultdict(set)
    for made in moves:
        if len(made.sides) == 2 and all(identity.named(side) for side in made.sides):
            named[made.move.kind, _words(made)].add(made.sides)
    for made in moves:
        pairs = named.get((made.move.kind, _words(made)), set())
        described = made.sides and not any(identity.named(side) for side in made.sides)
        same = described and len(pairs) == 1 and len(_words(made).split()) >= _SAME_WORDS
        yield replace(made, sides=next(iter(pairs))) if same else made


def _words(made: Made) -> str:
    return fold(made.sheet.reading.words(made.move.span))


def _called_by_name(moves: Sequence[Made], identity: Identity) -> Iterator[Made]:
    """A side that one report only describes ("the army's offer") is the only one of its kind that other moves name across from the same
    party, else the only one of its kind that asks or offers about that time with nobody named across."""
    rivals: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for made in moves:
        named = [side for side in sorted(made.sides) if identity.named(side) and not _is_unit(side, identity)]
        if len(made.sides) == 2 == len(named):
            rivals[named[0]][named[1]].append(made.day)
            rivals[named[1]][named[0]].append(made.day)
        elif len(made.sides) == 1 == len(named) and made.move.kind in _ASKING:
            rivals[_ANY][named[0]].append(made.day)
    for made in moves:
        described = [side for side in made.sides if not identity.named(side) or _is_unit(side, identity)]
        if len(made.sides) != 2 or len(described) != 1 or identity.kind(described[0]) not in FIGHTERS or made.day == UNDATED:
            yield made
            continue
        (other,) = made.sides - set(described)
        power = identity.kind(described[0]) in POWERS
        own = power and identity.kind(other) in POWERS  # "the government and two ethnic armies": none of its own
        for across, as_power in ((rivals.get(other, {}), power), (rivals.get(_ANY, {}), power), *(((rivals.get(other, {}), False),) if own else ())):
            alike = [s for s, days in across.items() if s != other and (identity.kind(s) in POWERS) == as_power and _about(made.day, days, PAUSE)]
            alike = [s for s in alike if identity.kind(s) in FIGHTERS] if len(alike) > 1 else alike  # no mediator is meant by "the rebels"
            if alike:
                break
        near = len(alike) == 1 and _about(made.day, across[alike[0]], _NEAR)
        yield replace(made, sides=frozenset({other, alike[0]})) if near else made


def _is_unit(side: str, identity: Identity) -> bool:
    """Whether a name is only where a force stands ("the Hsipaw garrison"), or what a part of a government does ("the Government Press Office")."""
    if identity.kind(side) == "government":
        return _A_PART.match(identity.name(side)) is not None
    return identity.kind(side) == "military" and identity.name(side).rpartition(" ")[2] in _UNITS


def _one_power(moves: Sequence[Made], identity: Identity) -> Iterator[Made]:
    """Across from one party "the government", "soldiers" and "the garrison" of a country are one side, and so are "rebels" and "militants":
    the one told most. Who is named stays."""
    described: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for made in moves:
        for key, side in _described(made, identity):
            described[key][side] += 1
    for made in moves:
        sides = set(made.sides)
        for key, side in _described(made, identity):
            told = described[key]
            sides = (sides - {side}) | {min(told, key=lambda one: (-told[one], identity.kind(one) == "military", one))}
        yield made if sides == made.sides else replace(made, sides=frozenset(sides))


def _described(made: Made, identity: Identity) -> Iterator[tuple[tuple[str, str, str], str]]:
    """The side of a move between two that has no name, with what makes it one with others: who is across, of what kind it is, and where."""
    named = [side for side in made.sides if identity.named(side)]
    if len(made.sides) == 2 and len(named) == 1:
        (side,) = made.sides - set(named)
        power = power_of(identity.kind(side))
        if power == "power" or (power and not _NAME.search(identity.name(side))):  # "Kurdish militias" are no others than they say
            yield (named[0], power, side.partition("@")[2]), side


def _about(day: str, days: Iterable[str], within: timedelta) -> bool:
    return any(one != UNDATED and abs(date.fromisoformat(one) - date.fromisoformat(day)) <= within for one in days)


def _paired(moves: Sequence[Made]) -> Iterator[Made]:
    """A move of which the report names one party alone belongs to the only talks which that party has in the same report."""
    pairs: dict[str, set[Pair]] = defaultdict(set)
    for made in moves:
        if len(made.sides) > 1:
            pairs[made.sheet.id].add(made.sides)
    two: dict[str, set[Pair]] = defaultdict(set)
    for made in moves:
        if len(made.sides) == 2:
            for side in made.sides:
                two[side].add(made.sides)
    for made in moves:
        fitting = [pair for pair in pairs[made.sheet.id] if made.sides < pair]
        within = {pair for side in made.sides for pair in two[side] if pair < made.sides}
        if len(made.sides) < 2 and len(fitting) == 1:
            yield replace(made, sides=fitting[0])
        elif len(within) == 1:  # an ally named beside one of the two makes no talks of its own
            yield replace(made, sides=next(iter(within)))
        else:
            yield made


def _completed(moves: Sequence[Made], identity: Identity) -> Iterator[Made]:
    """What still has one side belongs to the only talks that this side has in the case about that time, an answer to nobody by name to the
    only one who had asked, and what names no side ("the truce collapsed") to the only talks about that which anybody has then; so
    does what a go-between without talks of his own asks about the truce. Of several talks the only ones about the same thing are meant by who is
    only described, and by a breach of nobody in particular."""
    pairs, theatres = _by_side(made for made in moves if len(made.sides) == 2), Theatres(moves, identity)
    asked = [made for made in moves if len(made.sides) == 1 and made.move.kind in _ASKING and _fights(made, identity)]
    asked.sort(key=lambda made: made.order)
    answers = (made for made in moves if len(made.sides) == 1 and made.move.kind in _ANSWERING and _fights(made, identity))
    days = [made.day for made in asked]
    for answer in answers:
        if answer.day == UNDATED or _only(pairs.get(next(iter(answer.sides)), {}), answer.day) is not None:
            continue
        open_ = asked[bisect_left(days, shifted(answer.day, -PAUSE.days)) : bisect_right(days, answer.day)]
        askers = theatres.of(answer, {made.sides for made in open_[-_LOOK:]} - {answer.sides})
        if len(askers) == 1:
            pair = answer.sides | askers[0]
            for side in pair:
                insort(pairs[side].setdefault(pair, []), answer.day)
    about, told_in = defaultdict[Pair, set[str]](set), defaultdict[Pair, set[str]](set)
    for made in moves:
        about[made.sides] |= topics_of(made)
        told_in[made.sides].add(made.sheet.id)
    any_ = {pair: days for of_side in pairs.values() for pair, days in of_side.items()}
    for made in moves:
        pair_ = _only(pairs.get(next(iter(made.sides)), {}), made.day) if len(made.sides) == 1 else None
        if pair_ is None and len(made.sides) < 2 and not made.sides & pairs.keys():
            here = {pair: any_[pair] for pair in theatres.of(made, any_)}
            pair_ = _only(here, made.day) if not made.sides or _of_the_deal(made) else None
            if pair_ is None and _told_without_a_name(made, identity):
                pair_ = _only_about(here, made, about)
        if pair_ is not None and _of_another_thing(made, about[pair_], told_in[pair_]):
            pair_ = None
        yield made if pair_ is None else replace(made, sides=pair_)


def _of_another_thing(made: Made, about: Collection[str], told_in: Collection[str]) -> bool:
    """Whether a move is about something else than talks that are told in other reports alone."""
    topics = topics_of(made)
    return made.sheet.id not in told_in and bool(topics and about) and topics.isdisjoint(about)


def _of_the_deal(made: Made) -> bool:
    """Whether somebody asks, of nobody by name, something about a truce or a deal that there is: to extend it, to keep to it."""
    return made.move.kind in _ASKING and not made.move.to and bool(_THE_DEAL.search(_words(made)))


def _by_side(moves: Iterable[Made]) -> dict[str, dict[Pair, list[str]]]:
    """The talks of each side, with the days of their moves in order."""
    found: dict[str, dict[Pair, list[str]]] = defaultdict(dict)
    for made in sorted(moves, key=lambda one: one.day):
        for side in made.sides:
            found[side].setdefault(made.sides, []).append(made.day)
    return found


def _only(talks: Mapping[Pair, Sequence[str]], day: str) -> Pair | None:
    """The only talks that have a move within the pause before or after a day, where one is near to it."""
    found = [pair for pair, days in talks.items() if day != UNDATED and _any_within(days, day, PAUSE)]
    return found[0] if len(found) == 1 and _any_within(talks[found[0]], day, _NEAR) else None


def _told_without_a_name(made: Made, identity: Identity) -> bool:
    """Whether a move is that of somebody who is only described, or the breach of a deal of nobody in particular."""
    return not any(map(identity.named, made.sides)) if made.sides else made.move.kind == "breach"


def _only_about(pairs: Mapping[Pair, Sequence[str]], made: Made, about: Mapping[Pair, Collection[str]]) -> Pair | None:
    """The only talks near to a move of nobody by name that are about the same."""
    topics = topics_of(made)
    found = [pair for pair, days in pairs.items() if made.day != UNDATED and topics & set(about[pair]) and _any_within(days, made.day, _NEAR)]
    return found[0] if len(found) == 1 else None


def _any_within(days: Sequence[str], day: str, within: timedelta) -> bool:
    """Whether one of some days in order lies no further from a day."""
    at = bisect_left(days, shifted(day, -within.days))
    return at < len(days) and days[at] <= shifted(day, within.days)


def _fights(made: Made, identity: Identity) -> bool:
    return all(identity.kind(side) in FIGHTERS for side in made.sides)


def shifted(day: str, days: int) -> str:
    """A day, as an ISO date, so many days later; the calendar's last or first where it ends before."""
    return moved(date.fromisoformat(day), days).isoformat()
