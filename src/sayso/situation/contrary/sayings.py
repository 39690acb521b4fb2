"""What a report says, sentence by sentence, and on whose word: the pieces that may contradict another report's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import Span, Statement
from sayso.model.codes import PlaceKind
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.origins import Origins, Whose
from sayso.situation.publishers import VOICES
from sayso.situation.rebuttal import SAYING_LITTLE
from sayso.situation.told import Told
from sayso.situation.words import place_key, sentence_span, words

NARROW: frozenset[PlaceKind] = frozenset({"village", "town", "facility", "suburb", "district", "area", "other"})
"""Kinds of place in which little enough happens at a time that two reports on one day may well mean one thing."""
GAINSAYING = re.compile(
    r" (?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|nowhere|false\w*|lies?|lying|liars?|fabricat\w*|invent\w*|fantas\w*|untrue"
    r"|baseless|unfounded|groundless|myths?|fictions?|fairy|fables?|tales?|rumou?rs?|propaganda|hoax\w*|nonsense|absurd\w*|ridicul\w*"
    r"|den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|contradict\w*|disput\w*|alive|unharmed|unhurt|intact|safe\w*|silent|disinformation"
    r"|slander\w*|libel\w*|alleg\w*|fakes?|faked|mistaken|imagin\w*|staged|themselves|itself|instead|rather|only|innocen\w*) "
)
"""Words with which something is denied, or told to be otherwise."""
GROWN = re.compile(
    r" (?:risen|rises?|rose|climb\w*|grown|grew|increas\w*|up from|more (?:\w+ ){0,4}(?:died|dead|bodies)|have (?:since )?died|died of|now stands?"
    r"|updated|raised|raising|by (?:evening|nightfall|morning)|so far|another) "
)
"""Words of a count that is newer and contradicts none."""
_MOST = 2000
"""Characters of a sentence at most."""
_MAINLY = 0.6
"""Where what somebody is quoted with is as much of a sentence, the outlet itself says nothing in it."""
_STEM, _OPENING = 6, 7
_BETWEEN = " \n.\"'”’)"
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november"
    " december".split()
)


@dataclass(frozen=True, eq=False, slots=True)
class Saying:
    """What one sentence of a report says on one source's word."""

    sheet: Sheet
    number: int
    """Of the sentence in its report."""
    whose: Whose
    fact: str
    """The fact that is shown for it: an event's id, a statement's, else that of a figure, a move or a claim on ground."""
    span: Span
    said: tuple[Span, ...]
    """The words that are this source's."""
    facts: tuple[str, ...]
    """The same with all other events of this source in the sentence."""
    told: tuple[Told, ...]
    denies: bool
    words: frozenset[str]
    """The folded words of `said` without names."""
    openings: frozenset[str]
    """How these begin, numbers left out."""
    stems: frozenset[str]
    """The stems of those that tell something, names left out."""
    names: frozenset[str]
    """The words in capitals of the whole sentence that may tell which matter is meant: no names of sides, cities and countries."""
    narrow: frozenset[str]
    wide: frozenset[str]
    """The places that its sentence names, by their folded names."""
    parties: frozenset[str]
    """The owners of the parties that its sentence names."""
    persons: frozenset[str]
    numbers: tuple[tuple[float, frozenset[str]], ...]
    """What is counted, and how many."""
    days: tuple[tuple[int, int], ...]
    """The days that its sentence names, as ordinals."""
    gainsays: bool
    """Whether a word stands in its sentence with which something is denied, or told to be otherwise."""
    grown: bool
    """Whether its sentence gives a newer count."""
    doers: bool
    """Whether somebody acts in it, or is named."""

    @property
    def key(self) -> tuple[str, str, int, str]:
        """The order of publication, then of the text."""
        return (*self.sheet.order, self.said[0][0], self.fact)


@dataclass(frozen=True, eq=False, slots=True)
class Page:
    """All sayings of a report, with what the report names anywhere."""

    sayings: tuple[Saying, ...]
    names: frozenset[str]
    narrow: frozenset[str]


def page_of(sheet: Sheet, told: Sequence[Told], identity: Identity, origins: Origins) -> Page:
    """A report's sayings in the order of its text; its headlines only say again what stands below them."""
    headlines = [part.span for part in sheet.report.parts if part.kind == "headline"]
    sentences = [one for one in sentences_of(sheet.report.text) if not any(a <= one[0] < b for a, b in headlines)]
    common = _common_names(sheet)
    sayings = tuple(one for number, span in enumerate(sentences) for one in _sayings(sheet, number, span, told, common, identity, origins))
    names = frozenset(word for one in sayings for word in one.names)
    return Page(sayings, names, frozenset(place_key(place.name) for place in sheet.reading.places if place.kind in NARROW))


def sentences_of(text: str) -> Iterator[Span]:
    """The sentences of a text, without what stands between them."""
    at = 0
    while at < len(text):
        if text[at] in _BETWEEN:
            at += 1
            continue
        _, end = sentence_span(text, (at, at + 1), _MOST)
        yield at, max(end, at + 1)
        at = max(end, at + 1)


def _sayings(
    sheet: Sheet, number: int, sentence: Span, told: Sequence[Told], common: frozenset[str], identity: Identity, origins: Origins
) -> Iterator[Saying]:  # fmt: skip
    own: list[Told] = []
    theirs: dict[str, list[Told]] = {}
    spoken: dict[str, Statement] = {s.id: s for s in sheet.reading.statements if any(_shared(sentence, content) for content in s.content)}
    for one in told:
        if sentence[0] <= one.event.trigger[0] < sentence[1] and not one.bare:
            said_by = one.event.according_to if not one.whose.own else None
            (theirs.setdefault(said_by, []) if said_by in spoken and said_by else own).append(one)
    for id_, statement in spoken.items():
        said = tuple((max(sentence[0], a), min(sentence[1], b)) for a, b in statement.content if _shared(sentence, (a, b)))
        events = theirs.get(id_, [])
        whose = events[0].whose if events else origins.whose(sheet, id_, said[0])
        denies = statement.stance == "deny" or any(one.stand == "denies" for one in events)
        yield _saying(sheet, number, sentence, said, whose, _shown(events) or id_, events, denies, common, identity)
    quoted = sum(_shared(sentence, content) for statement in spoken.values() for content in statement.content)
    fact = _shown(own) or (_beside(sheet, sentence) if quoted < _MAINLY * (sentence[1] - sentence[0]) else None)
    if fact is not None:
        whose = own[0].whose if own else origins.whose(sheet, None, sentence)
        yield _saying(sheet, number, sentence, (sentence,), whose, fact, own, any(one.stand == "denies" for one in own), common, identity)


def _shown(events: Sequence[Told]) -> str | None:
    return next((one.event.id for one in events if one.points_to is None), events[0].event.id if events else None)


def _beside(sheet: Sheet, sentence: Span) -> str | None:
    """The fact of a sentence that tells no event."""
    layers = (sheet.reading.control, sheet.reading.moves, sheet.reading.figures)
    return next((one.id for layer in layers for one in layer if sentence[0] <= one.span[0] < sentence[1]), None)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _saying(
    sheet: Sheet, number: int, sentence: Span, said: tuple[Span, ...], whose: Whose, fact: str, told: Sequence[Told], denies: bool,
    common: frozenset[str], identity: Identity,
) -> Saying:  # fmt: skip
    text = sheet.report.text
    whole = text[slice(*sentence)]
    spoken = frozenset(words(" ".join(text[a:b] for a, b in said)))
    everything = f" {' '.join(words(whole))} "
    places = [place for place in sheet.reading.places if f" {place_key(place.name)} " in everything]
    parties = [p for p in sheet.reading.parties if any(sentence[0] <= start < sentence[1] for start, _ in p.mentions)]
    actors = identity.actors_of(sheet, [party.id for party in parties])
    capitals = _names(whole)
    called = capitals | {word for place in places for word in words(place.name)} | {word for party in parties for word in words(party.name)}
    names = capitals - common
    return Saying(
        sheet=sheet,
        number=number,
        whose=whose,
        fact=fact,
        facts=tuple(dict.fromkeys((fact, *(one.event.id for one in told)))),
        span=sentence,
        said=said,
        told=tuple(told),
        denies=denies,
        words=spoken - called,
        openings=frozenset(word[:_OPENING] for word in spoken - called if not word[0].isdigit()),
        stems=frozenset(word[:_STEM] for word in spoken - called - SAYING_LITTLE if len(word) > 2 and not word.isdigit()),
        names=names,
        narrow=frozenset(place_key(place.name) for place in places if place.kind in NARROW),
        wide=frozenset(place_key(place.name) for place in places if place.kind not in NARROW),
        parties=frozenset(identity.owner(actor) for actor in actors if identity.kind(actor) != "person"),
        persons=frozenset(actor for actor in actors if identity.kind(actor) == "person" and identity.named(actor)),
        numbers=_numbers(sheet, sentence),
        days=_days(sheet, sentence),
        gainsays=denies or GAINSAYING.search(everything) is not None,
        grown=GROWN.search(everything) is not None,
        doers=bool(parties) or any(one.doers.owners or one.doers.kinds for one in told),
    )


def _common_names(sheet: Sheet) -> frozenset[str]:
    """The words of the names of which much is told in any war: its sides, its outlets, its cities and countries."""
    sides = (name for party in sheet.reading.parties if party.entry or party.kind in VOICES for name in (party.name, *party.aliases))
    large = (place.name for place in sheet.reading.places if place.kind not in NARROW)
    return frozenset(word for name in (*sides, *large) for word in words(name))


def _names(sentence: str) -> frozenset[str]:
    found = (word for name in _CAPITAL.findall(sentence) for word in words(name.replace("’s", "").replace("'s", "")))
    return frozenset(word for word in found if len(word) > 2 and word not in _DAYS and word not in SAYING_LITTLE)


def _numbers(sheet: Sheet, sentence: Span) -> tuple[tuple[float, frozenset[str]], ...]:
    figures = (one for one in sheet.reading.figures if sentence[0] <= one.span[0] < sentence[1] and one.min is not None)
    return tuple((one.min or 0.0, frozenset(word[:_STEM] for word in words(one.what)) - SAYING_LITTLE) for one in figures)


def _days(sheet: Sheet, sentence: Span) -> tuple[tuple[int, int], ...]:
    times = (one for one in sheet.reading.times if sentence[0] <= one.span[0] < sentence[1] and one.type != "DURATION" and one.earliest)
    return tuple((_ordinal(one.earliest or ""), _ordinal(one.latest or one.earliest or "")) for one in times)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()
