"""Where deeds are that name no place: where the deed before was, else at the place last named."""

from bisect import bisect_left
from dataclasses import replace

from sayso.model.codes import PlaceKind
from sayso.reading.happened.backward import DEFINITE, speaks_back
from sayso.reading.happened.days import day, length, long_ago, share_a_day
from sayso.reading.happened.sections import Sections
from sayso.reading.happened.sites import in_another_place
from sayso.reading.happened.telling import AS_DONE, BACK, turns_elsewhere
from sayso.reading.happened.told import PLACE_CARRIED, Told, casualty
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.states import countries_of
from sayso.reading.where.attach import in_a_name, is_bearing, told_elsewhere, where_posted
from sayso.reading.where.headings import Headed

_DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID"})
_WORDS = frozenset({"ACCUSE", "SUPPORT"})
_TOLD_AT = (*AS_DONE, "denied")
"""How deeds stand that are told where they were done, or not done."""
_STATES = frozenset({"state", "government"})
_SAME_PLACE = 40
"""Within how many tokens of a deed the next one is taken to be at its place: of the places carried so, two in three are right."""

_OF_NOUNS = frozenset({"relcl", "acl", "conj"})
_HOLDING = frozenset({"hold", "control", "rule", "govern", "run", "command", "occupy", "base", "live", "come", "hail"})
_SINCE = frozenset({"since", "after", "before", "until"})
_RESIDENTS = frozenset({"residents", "villagers", "inhabitants", "townspeople", "people", "locals"})
_PEOPLE = _RESIDENTS | {
    "families", "civilians", "refugees", "migrants", "workers", "students", "evacuees", "men", "women", "children", "fighters", "dozens", "hundreds",
    "thousands",
}
_TOWNS: frozenset[PlaceKind] = frozenset({"city", "town", "village", "suburb"})
_WIDE: frozenset[PlaceKind] = frozenset({"country", "province", "area"})

_RECENT = 30
"""What was more than so many days before is told in passing."""
_UPROOTED = frozenset({"flee", "evacuate", "displace", "escape", "leave", "expel", "uproot"})
_CAUSES = frozenset({"fight", "battle", "combat"})
_WHICH = frozenset({"of", "on", "against", "at", "near", "for", "by"})
_AT = frozenset({"in", "at", "near", "outside", "around", "inside"})
_ALL_ALONG = frozenset({"has", "have"})
_WEEK = 7
_LONG = 45
"""What went on for more days was not all at one place: "has killed hundreds since March"."""

_NAMED_BEFORE = 180
"""Within how many characters after its name a place is where a deed without one is taken to be."""


def placed(told: list[Told], page: Page, headed: Headed, sections: Sections) -> list[Told]:
    """Let deeds without a place of their own take that of the deed before, else the place last named: a report stays where it is until it moves."""
    done: list[Told] = []
    for one in told:
        if one.type in _DEEDS and one.place is None and one.heading is not None and sections and _under_it(one.act.token, page):
            one = replace(one, place=one.heading, by_heading=True)
        if one.type in _DEEDS and _vague(one, page) and (home := _of_residents(page, one)) is not None:
            one = replace(one, place=home, inferred=(*one.inferred, "place of who tells it"))
        if one.type in _DEEDS and one.status in _TOLD_AT:
            token, scene = one.act.token, headed.since(one.trigger[0])
            deeds = (o for o in done[-BACK:] if o.type in _DEEDS and o.status in _TOLD_AT and o.trigger[0] >= scene)
            deeds = (o for o in deeds if not _long_before(o.act.token))
            near = [o for o in deeds if token.i - _last(o, one) < _SAME_PLACE and not turns_elsewhere(token, o.act.token)]
            if one.place is None and length(one.when) <= _LONG and not (one.type == "AID" and _another_state(one, near, page)):
                sites = (o for o in reversed(near) if o.place and page.atlas[o.place].kind != "country" and not _along(o.place, page))
                towns = (o.place for o in sites if not (_apart(one, o, page) or _paragraphs_on(one, o, page)))
                past = {other.act.token.sent.start_char for other in near if _apart(one, other, page)}
                gone = one.status == "denied" or long_ago(one.when, page.published) or turns_elsewhere(token, token.sent[0])
                nowhere = _of_a_cause(one) or any(_tallied(one, o) for o in near[-1:])
                meant = next(towns, None) or _meant(one, done, scene, page)
                place = None if nowhere else meant or (None if gone else _last_named(page, one, past, scene))
                if place and not (_abroad(one, place, page) or in_another_place(one.act, page.atlas[place].kind)):
                    one = replace(one, place=place, inferred=(*one.inferred, PLACE_CARRIED))
        elif one.type in _WORDS:
            one = replace(one, place=None)
        done.append(one)
    return done


def _meant(one: Told, done: list[Told], scene: int, page: Page) -> str | None:
    """The place of the attack that "the raid" means, however far back, where all that may be meant were at one."""
    noun = one.act.token
    said_which = any(child.dep_ in ("relcl", "acl") or child.lower_ in _WHICH for child in noun.rights)  # "the bombing of a bus" may be another
    said_which |= any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in noun.lefts)
    if one.act.verbal or one.type != "ASSAULT" or not speaks_back(noun) or said_which:
        return None
    told = [o for o in done if o.type == "ASSAULT" and o.status in AS_DONE and o.place and o.trigger[0] >= scene and not _long_before(o.act.token)]
    told = [o for o in told if one.when is None or o.when is None or share_a_day(one.when, o.when)]
    alike = [o for o in told if one.mode is not None and o.mode == one.mode] or told
    places = {o.place for o in alike}
    place = next(iter(places)) if len(places) == 1 else None
    return place if place is not None and page.atlas[place].kind != "country" else None


def _under_it(noun: Token, page: Page) -> bool:
    """Whether a deed that readers know of is where the heading of a digest says: it dates the sentence, "since the raid no bus has come", or that
    names no other place, "Selm. Nobody has been charged with the murder of the judge"."""
    named = page.atlas.within(noun.sent.start_char, noun.sent.end_char)
    return (noun.dep_ == "pobj" and noun.head.lower_ in _SINCE) or all(page.atlas[place].kind == "country" for place in named)


def _another_state(one: Told, near: list[Told], page: Page) -> bool:
    """Whether only states do a deed that have no part in the deeds just before: what they do is done elsewhere, "Egypt took in 4,000"."""
    before = {party for other in near for party in (*other.actors, *other.recipients)}
    return bool(one.actors) and all(page.cast[party].kind in _STATES and party not in before for party in one.actors)


def _abroad(one: Told, place: str, page: Page) -> bool:
    """Whether a place is in another country than the police who act: "in Lisbon ... Tanzanian police arrested 14 men"."""
    police = (page.cast[actor] for actor in one.actors if page.cast[actor].kind == "police")
    return any(home and page.atlas[place].country not in (None, *home) for home in (countries_of(page, one.entry) for one in police))


def _paragraphs_on(one: Told, other: Told, page: Page) -> bool:
    """Whether a deed of a later paragraph need not be where the one before was: another kind of deed or one told paragraphs on, in the report's
    own words; or where that one was only taken to be at the place of another."""
    if one.status == "denied":
        return False  # of what has been told, however far back
    if set(one.actors) & set(other.actors):
        return False  # the same people go on
    between = page.report.text[other.act.token.idx : one.act.token.idx]
    turned = one.voice is None and (one.type != other.type or between.count("\n\n") > 1)
    return "\n" in between and (turned or PLACE_CARRIED in other.inferred)


def _last(deed: Told, one: Told) -> int:
    """The token at which a deed was last spoken of before another."""
    return max((act.token.i for act in (deed.act, *deed.retold) if act.token.i <= one.act.token.i), default=deed.act.token.i)


def _long_before(token: Token) -> bool:
    """Whether a deed only dates another: "it came a week after nine were killed in Selm"."""
    while token.head is not token:
        if token.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in ("after", "since", "before") for c in token.children):
            return any(c.dep_ == "npadvmod" for c in token.children)
        token = token.head
    return False


def _apart(one: Told, other: Told, page: Page) -> bool:
    """Whether a deed told before is of another time, so that its place says nothing: told in passing, of weeks or years ago, or of a later
    day than "last week's attack"."""
    if not one.act.verbal and one.when is not None and other.when is not None and (one.when.latest or "9999")[:10] < (other.when.earliest or "")[:10]:
        return True
    if other.when is None or other.when.latest is None or any(child.lower_ in DEFINITE for child in one.act.token.children):
        return False  # "that attack" may be the very deed
    now = day(one.when.earliest) if one.when is not None and one.when.earliest is not None else page.published
    return now is not None and abs((now - day(other.when.latest)).days) > _RECENT


def _last_named(page: Page, one: Told, past: set[int], scene: int) -> str | None:
    """The place last named shortly before a deed in its scene, and in its paragraph where the report itself tells it; countries, datelines and
    sentences on the past apart, and where only those spoken of stand or hold."""
    mentions, offset = page.atlas.in_order(), one.trigger[0]
    for start, end, place in reversed(mentions[: bisect_left(mentions, (offset, 0, ""))]):
        if offset - start > _NAMED_BEFORE or start < scene:
            return None
        if one.voice is None and "\n" in page.report.text[start:offset]:
            return None
        party = page.cast.at(start, end)
        acts = party is not None and page.cast[party].kind in ("state", "government")  # "Nairobi said"
        head = page.tokens(start, end).root
        if (past and head.sent.start_char in past) or _only_held(head):
            continue
        if acts or _is_who_acts(head, one) or _whence(head) or (in_a_name(page, start, end) and not _struck(head)) or is_bearing(page, start, end):
            continue
        if page.report.text[start:end].isupper() or _of_a_speaker(page, start) or _venue(page, start, end):
            continue
        if head.sent.start == one.act.token.sent.start and told_elsewhere(page, head, one.act.token):
            continue
        if page.atlas[place].kind != "country" and not (page.skipped(start) or _along(place, page) or where_posted(page, start, end)):
            return place
    return None


def _of_a_cause(one: Told) -> bool:
    """Whether a deed only says whom people are for or against, wherever they are: "those fighting to oust the king", "has been fighting the army"."""
    token = one.act.token
    if token.tag_ != "VBG" or token.lemma_ not in _CAUSES:
        return False
    if any(child.lower_ in _AT for child in token.children):
        return False  # "are fighting them near the airport"
    return token.dep_ == "acl" or any(child.lower_ in _ALL_ALONG for child in token.lefts if child.dep_ == "aux")


def _is_who_acts(head: Token, one: Told) -> bool:
    """Whether a place's name is the subject of a deed: "Tavira has gone on to send arms"."""
    token = one.act.token
    return head.dep_ == "nsubj" and one.act.verbal and (head.head is token or head.head.is_ancestor(token))


def _whence(head: Token) -> bool:
    """Whether a place only tells whence people are: "families from Almar and Tavira"."""
    while head.dep_ == "conj" and head.head is not head:
        head = head.head
    people = above = head.head.head
    while above.dep_ in ("pobj", "prep", "conj") and above.head is not above:  # "hundreds of people from Almar fled"
        above = above.head
    return head.head.lower_ == "from" and people.lower_ in _PEOPLE and above.head.lemma_ not in _UPROOTED


def _struck(head: Token) -> bool:
    """Whether what bears a place's name is what something was done to: "gunmen attacked Almar University"."""
    return head.head.dep_ in ("dobj", "nsubjpass")


def _tallied(one: Told, other: Told) -> bool:
    """Whether a deed is the tally of weeks, which the place of a deed of one day does not hold: "has the names of 260 killed this month"."""
    return casualty(one.act) and length(one.when) > _WEEK and length(other.when) == 1


def _only_held(head: Token) -> bool:
    """Whether a clause about somebody names a place only as what he holds or where he lives: "the faction, which holds the town of Selm"."""
    clauses = (above for above in head.ancestors if above.dep_ in _OF_NOUNS and above.lemma_ in _HOLDING)
    return any(above.dep_ != "conj" or above.head.dep_ in ("relcl", "acl") for above in clauses)


def _along(place: str, page: Page) -> bool:
    """Whether a place is a line and no spot: what is told next is not on "the Kenyan border" too."""
    return page.atlas[place].name.lower().endswith((" border", " frontier", " coast"))


def _vague(one: Told, page: Page) -> bool:
    """Whether a deed has no place, or one as wide as a province."""
    return one.place is None or page.atlas[one.place].kind in _WIDE


def _of_residents(page: Page, one: Told) -> str | None:
    """The town of the residents who tell of a deed: "residents of Tavira said that shells had hit a school"."""
    told = next((s for s in page.statements if s.id == one.according_to), None) if one.according_to else None
    if told is None or told.speaker_span is None:
        return None
    start, end = told.speaker_span
    words = page.report.text[start:end].lower().split()
    if not any(word in _RESIDENTS for word in words[:2]) or not {"of", "in", "from", "at"} & set(words):
        return None
    places = (place for a, b, place in page.atlas.in_order() if start <= a and b <= end)
    return next((place for place in places if page.atlas[place].kind in _TOWNS), None)


def _of_a_speaker(page: Page, offset: int) -> bool:
    """Whether a place is named to say who speaks: "a doctor in Mekele said"."""
    return any(s.speaker_span is not None and s.speaker_span[0] <= offset < s.speaker_span[1] for s in page.statements)


_VENUES = frozenset({"talk", "negotiation", "meeting", "conference", "summit", "consultation", "forum", "session"})


def _venue(page: Page, start: int, end: int) -> bool:
    """Whether a place is where people met: "talks in Geneva"."""
    above = page.tokens(start, end).root.head
    return above.pos_ == "ADP" and above.head.lemma_ in _VENUES
