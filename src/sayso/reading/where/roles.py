"""What each place is in the report: where it was filed, where something happens, where somebody goes or comes from, or background."""

from datetime import date

from sayso.model import Place
from sayso.model.codes import PlaceRole
from sayso.model.days import moved
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.when import attach

_ORDER: tuple[PlaceRole, ...] = ("dateline", "event", "destination", "origin", "background")
_MOTION = frozenset(
    """go flee move head travel withdraw retreat return send deploy transfer evacuate drive fly ship march advance deport escape bring
    take relocate deliver depart push walk sail cross leave arrive come expel displace smuggle carry haul ferry rush bus pull fall
    redeploy convoy way trip visit journey return flight evacuation withdrawal retreat deployment transfer""".split()
)
"""Lemmas of verbs and nouns for going and taking."""
_TO = frozenset("to toward towards into onto for".split())
_REACHED = frozenset("reach enter visit".split())
_LEFT = frozenset("leave flee evacuate quit escape".split())
_LONG_AGO = 365


def place_roles(page: Page) -> None:
    """Give each place its roles: all that some mention of it has, none where the text gives none."""
    sites = {event.place for event in page.events} | {move.place for move in page.control}
    for place in page.atlas.places():
        sited = place.id in sites
        found = {role for start, end in place.mentions if (role := _role(page, start, end, sited)) is not None}
        if sited:
            found.add("event")
        if found:
            page.atlas.add(_with(place, found))


def _with(place: Place, found: set[PlaceRole]) -> Place:
    return place.model_copy(update={"roles": tuple(role for role in _ORDER if role in found)})


def _role(page: Page, start: int, end: int, sited: bool) -> PlaceRole | None:
    """The role that a mention gives its place; where something happens (`sited`) it is no background."""
    if page.part(start) == "dateline":
        return "dateline"
    tokens = page.tokens(start, end)
    if not len(tokens):
        return None
    head = tokens.root
    governor = head.head
    if head.dep_ == "pobj" and governor.head.lemma_.lower() in _MOTION:
        if governor.lower_ in _TO and not (governor.lower_ == "for" and governor.head.lemma_ != "leave" and governor.head.lemma_ != "head"):
            return "destination"
        if governor.lower_ == "from" or (governor.lower_ == "of" and governor.i and page.doc[governor.i - 1].lower_ == "out"):
            return "origin"
    if head.dep_ == "dobj" and governor.lemma_ in _REACHED:
        return "destination"
    if head.dep_ == "dobj" and governor.lemma_ in _LEFT:
        return "origin"
    return "background" if not sited and _long_ago(page, head) else None


def _long_ago(page: Page, head: Token) -> bool:
    """Whether the clause that names it tells of a time more than a year before the report."""
    if page.published is None:
        return False
    verb = next((above for above in head.ancestors if above.pos_ in ("VERB", "AUX")), None)
    told = attach.of(page, verb) if verb is not None else None
    return bool(told and told.latest) and date.fromisoformat(str(told and told.latest)[:10]) < moved(page.published, -_LONG_AGO)
