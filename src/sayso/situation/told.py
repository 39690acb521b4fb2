"""An event as one report tells it, made comparable with those of other reports: whose word, which days, where, who, whom."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from sys import intern
from typing import TypeVar

from sayso.model import Event, Interval, Span, Statement
from sayso.model.codes import FIGHTERS, MORTALS, EventType, Status
from sayso.model.situation import Stand
from sayso.situation.acts import LOOTING, act_of, mutual
from sayso.situation.around import around, containers, on_the_road
from sayso.situation.case import Sheet
from sayso.situation.counted import alike, counted, grown_count
from sayso.situation.denials import denies, denies_itself, retracts_its_own, taken_for_granted
from sayso.situation.habits import is_habit
from sayso.situation.identity import Identity
from sayso.situation.loose import loose_figures
from sayso.situation.origins import Origins, Whose
from sayso.situation.publishers import of_a_side
from sayso.situation.rebuttal import SAYING_LITTLE, Doers, content_of, doers_of, names_in
from sayso.situation.remarks import Answer, Attributed, Recount
from sayso.situation.stories import Aged, Story, ages_in, story_of
from sayso.situation.struck import struck
from sayso.situation.words import place_key, sentence_around, sentence_span, words

T = TypeVar("T")

STANDS: dict[Status, Stand] = {
    "happened": "asserts", "ongoing": "asserts", "denied": "denies",
    "planned": "unsure", "demanded": "unsure", "possible": "unsure", "conditional": "unsure",
}  # fmt: skip
BEFORE: dict[Stand, int] = {"asserts": 3, "denies": 10, "unsure": 1}
_AFTER: dict[Stand, int] = {"asserts": 0, "denies": 0, "unsure": 14}
"""An event without a date is taken to lie so many days before to so many after the publication: enough to compare, never shown."""
_SINCE = 7
"""The same for a deed of which a count has grown."""
TOLD_LATER = 3
"""Within so many days a deed is told that has no other day than that of the telling."""
KNOWN_FOR = 30
"""Days for which a report may speak of a deed as of one that its readers have heard of, without a day."""
_NEAR = 240
"""Characters to each side of a deed in which a thing struck may be named in another sentence."""
_BESIDE = 12
"""Characters behind the words of a deed in which its own day begins: "the blast on Tuesday"."""
STEM = 6
"""Letters by which two forms of a word are taken for one."""
LONG = 4
"""Letters from which on a word tells something."""
_BEHIND = 4
"""Characters behind a name in which its age begins: "Omar Nadir, 34"."""
FAMILIES: dict[EventType, str] = {"RETREAT": "yield", "AID": "yield", "CONCEDE": "yield", "AGREE": "accord", "SUPPORT": "accord"}
"""Types that different reports give one act: an evacuation is RETREAT or AID, a deal AGREE or SUPPORT. Others stand alone."""
_CLAIMED = re.compile(r"(?:that )?(?:(?:it|they|he|she|its \w+) )?(?:(?:had|has|have|ever) )*claim\w*\b", re.IGNORECASE)
_SEIZED = re.compile(r"(?:seiz\w*|captur\w*|taken|took)\b")
_HELD = frozenset({"", "detained", "abducted"})
"""What has become of those whom a count of the taken counts."""
PLACE_CARRIED = "place carried"
"""In the grounds of an event: its place is that of the deed told before it."""
DATE_CARRIED = "date carried"
"""The same for its day."""
DOER_CARRIED = "actor carried"
"""The same for who did it."""
_GROUND_LOST = ("assault.fall-to", "assault.lose-ground")
"""In the grounds of an event: ground has changed hands, whatever the verb says of people elsewhere ("fell", "lost")."""
TAKEN_AS_KNOWN = "taken as known"
"""The same: its report names no day for it and speaks of it as of something that readers have heard of."""
TOLD_AGAIN = "told again"
"""In the grounds of an event: its words speak, on another's word, of a deed that the report has told."""
_DEEDS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE"})
_ABDUCTION = act_of("ASSAULT", "abduct", "")


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days as ordinals. `stated` days stand in the text; others are only where the event may be looked for."""

    first: int
    last: int
    stated: bool
    telling: bool = False
    """Whether it is the day on which somebody told of it, so that it may have been some days before."""
    back: bool = False
    """Whether no day is told of what readers have heard of: it was some time before the report, not shortly before as a rule."""

    @property
    def precise(self) -> bool:
        """Whether the text gives one day, or a night between two."""
        return self.stated and self.last - self.first <= 1


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """One event of one reading."""

    sheet: Sheet
    event: Event
    whose: Whose
    text: str
    """The text that tells it: equal for copies."""
    stand: Stand
    days: Days | None
    site: str | None
    town: str | None
    """The folded name of the site: where one report's place has no point, its name is all there is to compare."""
    carried: bool
    """Whether the site is that of the deed told before, which its own sentence does not name: such a place is often another's."""
    around: frozenset[str]
    """Where there is no site, or a country, or it is carried, or a street or a quarter that no gazetteer knows: the folded names of the report's
    towns (of many, those told last), one of which it may be in. Of what was done on a road, the other towns of its sentence."""
    within: frozenset[str]
    """The folded names of the places in which its report says that the site lies: of the town of a quarter, of the district of a village."""
    division: str | None
    """The province of the site, by the gazetteer's code."""
    whole: bool
    """Whether the site is that province, or may be: "in Idlib" may be said of either."""
    actors: frozenset[str]
    recipients: frozenset[str]
    """Those that are named, as the sides they belong to; of what two do to each other (a clash, a deal) both act."""
    doers: Doers
    """Those who act as a denial speaks of them: the topmost organisations, and what kind of power the unnamed are."""
    victims: frozenset[str]
    """Named persons among the recipients."""
    figures: tuple[str, ...]
    """The figures of the event, and those of dead and wounded in its sentence that no event has."""
    counts: frozenset[tuple[str, float]]
    """Exact figures: what is counted, and the number."""
    ages: frozenset[str]
    """Of those who suffer it, and of others in its sentence."""
    trigger: str
    act: str
    denial: bool
    """Whether somebody with a name answers that it did not happen; a negation by anybody else denies nobody's word."""
    retold: bool
    """Whether its report tells it in its own voice, in a sentence in which somebody else is quoted: the word may be theirs."""
    sentence: tuple[str, ...]
    """Its words, each once."""
    things: frozenset[str]
    """What may have been struck, by its sentence: "hospital", "market"."""
    beside: frozenset[str]
    """The same of the sentences beside it."""
    names: frozenset[str]
    """The names in its sentence that may tell which deed is meant."""
    content: frozenset[str]
    """Of a denial, the stems of the words that say what is denied."""
    story: Story
    telling: frozenset[str] = frozenset()
    """The stems of the words of its sentence that tell something: no names of its report, not the act itself."""
    updates: bool = False
    """Whether its sentence gives a count that has grown since: "the toll rose to 14"."""
    habit: bool = False
    """Whether its words tell of no single deed but of what is done again and again, or was done at other times before."""
    answers: tuple[Answer, ...] = ()
    seconded: tuple[Answer, ...] = ()
    recounts: tuple[Recount, ...] = ()
    attributed: tuple[Attributed, ...] = ()
    """Who claims it, and who is blamed for it."""
    points_to: str | None = None
    """The event of the same report that these words only point back to ("the attack")."""
    heads: bool = False
    """Whether it stands in its report's headline."""
    bare: bool = False
    """Whether it is a denial without a word for the deed: its event is made of the statement, whose id it has (`sayso.situation.bare`)."""
    again: bool = False
    """Whether the reader takes its words for another's on a deed that the report has told."""

    @property
    def headed(self) -> bool:
        """Whether it is a headline that its report tells again below."""
        return self.heads and self.points_to is not None

    @property
    def own_day(self) -> bool:
        """Whether its own words tell when it was, and not those of the deed before it."""
        return self.event.when is not None and DATE_CARRIED not in (self.event.by or "")

    @property
    def claimed(self) -> bool:
        """Whether somebody claims to have done it."""
        return any(one.own for one in self.attributed)

    @property
    def spared(self) -> bool:
        """Whether a denial is of what would have befallen the denier: "its base had not been attacked" answers nothing that he did himself."""
        return not self.actors and not self.recipients.isdisjoint({self.whose.owner or "", self.whose.side or ""})

    @property
    def family(self) -> str:
        """The kind of act, over the types that reports may give it."""
        if self.act in (_ABDUCTION, LOOTING):
            return "ASSAULT"
        return FAMILIES.get(self.event.type, self.event.type)

    @property
    def order(self) -> tuple[str, str, int, str]:
        """The order of publication, then of the text."""
        return (*self.sheet.order, self.event.trigger[0], self.event.id)


def tell(sheet: Sheet, identity: Identity, origins: Origins, events: Sequence[Event] | None = None) -> Iterator[Told]:
    """The events of a report, or these that are made of what else it says, in the order of its text."""
    ages = ages_in(sheet.report.text)
    story = story_of(sheet, identity, ages)
    loose = loose_figures(sheet)
    for event in sorted(sheet.reading.events if events is None else events, key=lambda e: (e.trigger[0], e.id)):
        yield _told(sheet, event, identity, origins, story, ages, loose)


def told_alike(some: Sequence[Told], others: Sequence[Told]) -> bool:
    """Whether two tellings of one report come to the same."""
    return len(some) == len(others) and all(getattr(a, name) == getattr(b, name) for a, b in zip(some, others, strict=True) for name in _FIELDS)


def _told(
    sheet: Sheet, event: Event, identity: Identity, origins: Origins, story: Story, ages: Sequence[Aged], loose: Mapping[str, tuple[str, ...]]
) -> Told:  # fmt: skip
    stand = STANDS[event.status]
    text, (start, end) = sheet.report.text, event.trigger
    trigger = " ".join(words(text[start:end]))
    recipients = identity.actors_of(sheet, event.recipients)
    counting = (*event.figures, *loose.get(event.id, ()))
    figures = (sheet.figures[f] for f in counting)
    statement = sheet.statements.get(event.according_to or "")
    granted = statement is not None and (taken_for_granted(event, statement, text) or _claim_denied(statement, text))
    said_by = None if granted else event.according_to
    whose, site = origins.whose(sheet, said_by, event.trigger), identity.site(sheet, event.place)
    carried = site is not None and PLACE_CARRIED in (event.by or "")
    place = sheet.places.get(event.place or "")
    town = place_key(identity.sites[site].name) if site else None
    within = containers(place, town, sheet, identity)
    doers = doers_of(sheet, event, statement, identity)
    speaking = _speaking_for(sheet, event, identity)
    if statement is not None and statement.speaker and whose.owner in doers.owners:
        speaking.add(statement.speaker)  # "no plane of ours flew": of his own
    denial = denies(event, statement, text, speaking)
    denial |= whose.own and retracts_its_own(event, text, sheet.report.outlet)
    denial |= whose.own and (identity.kind(whose.side or "") in FIGHTERS or of_a_side(sheet.report.outlet)) and denies_itself(event, text)
    act = _act(sheet, event, doers, trigger)
    sentence = tuple(sorted({intern(word) for word in words(sentence_around(text, event.trigger))}))
    grown = grown_count(text, event)
    days = _days(sheet, event, statement, grown)
    acting = (*event.actors, *event.recipients) if mutual(event.type, act, trigger) else event.actors
    return Told(
        sheet=sheet,
        event=event,
        whose=whose,
        text=origins.text(sheet, event.trigger),
        stand=stand,
        days=days,
        site=site,
        town=town,
        carried=carried,
        within=_one(within),
        division=place.division if place is not None else None,
        whole=place is not None and place.division is not None and (place.kind == "province" or place.namesake),
        around=_one(around(None if carried else site, start, sheet, story, identity) | on_the_road(site, sheet, sentence, identity) | within),
        actors=_one(frozenset(identity.side(a) for a in identity.actors_of(sheet, acting) if identity.named(a))),
        recipients=_one(frozenset(identity.side(a) for a in recipients if identity.named(a))),
        doers=doers,
        figures=counting,
        victims=_one(frozenset(a for a in recipients if identity.named(a) and identity.kind(a) == "person")),
        counts=_one(frozenset((alike(" ".join(words(f.what))), f.min) for f in figures if f.min is not None and f.min == f.max)),
        ages=_one(_ages(sheet, event, ages)) if ages else frozenset(),
        trigger=intern(trigger),
        act=act,
        denial=denial,
        retold=whose.own and _cited(sheet, event.trigger),
        sentence=sentence,
        things=_one(struck(sentence)) if event.type == "ASSAULT" else frozenset(),
        beside=_one(struck(words(text[max(0, start - _NEAR) : end + _NEAR]))) if event.type == "ASSAULT" else frozenset(),
        names=_one(names_in(sheet, event.trigger, statement if denial else None)),
        content=_one(content_of(sheet, statement, event.trigger)) if denial else frozenset(),
        story=story,
        telling=_telling(sentence, trigger, sheet),
        updates=grown is not None,
        habit=event.type in _DEEDS and not (days and days.precise) and is_habit(text, event.trigger),
        again=TOLD_AGAIN in (event.by or ""),
        heads=any(part.kind == "headline" and part.span[0] <= event.trigger[0] < part.span[1] for part in sheet.report.parts),
    )


def _claim_denied(statement: Statement, text: str) -> bool:
    """Whether somebody denies no more than a claim: "denied that it had claimed the bombing" is not his word that it was."""
    return statement.stance == "deny" and _CLAIMED.match(text, *statement.content[0]) is not None


def _days(sheet: Sheet, event: Event, statement: Statement | None, grown: Span | None) -> Days | None:
    """The days of an event; of "said on Friday that a raid had killed nine" those of the telling."""
    stand = STANDS[event.status]
    days = days_of(_of_the_deed(sheet, event, grown), sheet.published, _SINCE if grown else BEFORE[stand], _AFTER[stand])
    if days is not None and DATE_CARRIED in (event.by or ""):
        return replace(days, stated=False)
    if days is not None and not days.stated and stand == "asserts" and TAKEN_AS_KNOWN in (event.by or ""):
        return replace(days, first=days.last - KNOWN_FOR, back=True)
    if days is None or not days.precise or statement is None or statement.stated is None or stand != "asserts":
        return days
    if (statement.stated.earliest or "")[:10] != date.fromordinal(days.first).isoformat() or days.first != days.last:
        return days
    inside = (time for time in sheet.reading.times if any(start <= time.span[0] < end for start, end in statement.content))
    named = any(time.earliest and time.earliest[:10] == statement.stated.earliest[:10] for time in inside) if statement.stated.earliest else True
    return days if named else replace(days, telling=True)


def _act(sheet: Sheet, event: Event, doers: Doers, trigger: str) -> str:
    if _taken_away(sheet, event, doers, trigger):
        return _ABDUCTION
    if event.type == "ASSAULT" and any(sense in (event.by or "") for sense in _GROUND_LOST):
        return "taking"
    return "harm" if _fell(sheet, event, trigger) else act_of(event.type, event.mode, trigger)


def _taken_away(sheet: Sheet, event: Event, doers: Doers, trigger: str) -> bool:
    """Whether people are abducted in other words: an armed group that "took them into custody" arrests nobody, and of those who "were seized"
    by nobody in particular it is not told that they were; what is counted in "captured eleven soldiers" is no ground."""
    if event.type == "ASSAULT" and event.mode is None and event.recipients and _SEIZED.match(trigger):
        held = (found for f in event.figures if (found := counted(" ".join(words(sheet.figures[f].what)))))
        return all(sheet.parties[p].kind in MORTALS for p in event.recipients) and any(one.fate in _HELD and one.of_people for one in held)
    if event.type != "COERCE" or event.mode != "arrest":
        return False
    return bool(doers.kinds == {"group"} and event.recipients) or bool(not event.actors and _SEIZED.match(trigger))


def _fell(sheet: Sheet, event: Event, trigger: str) -> bool:
    """Whether it is people who "fell", and no town."""
    return trigger in ("fell", "fallen", "fall", "falling") and any(sheet.parties[p].kind in MORTALS for p in event.recipients)


@lru_cache(maxsize=100_000)
def _one(some: frozenset[T]) -> frozenset[T]:
    """The same set as the same object: most events share theirs with others."""
    return some


def _speaking_for(sheet: Sheet, event: Event, identity: Identity) -> set[str]:
    """The parties of a report whose word is the word of those who are said to have acted."""
    sides = {identity.owner(actor) for actor in identity.actors_of(sheet, event.actors)}
    return {party for party in sheet.parties if identity.owner(identity.actor(sheet, party)) in sides}


def _of_the_deed(sheet: Sheet, event: Event, grown: Span | None) -> Interval | None:
    """When an event is said to have been; not the day on which somebody denied it or its count had grown, which are easily taken for it."""
    if grown is not None and event.when is not None:
        start, _ = sentence_span(sheet.report.text, event.trigger)
        own = (time for time in sheet.reading.times if start <= time.span[0] < max(grown[0], event.trigger[1] + _BESIDE))
        told = any(time.earliest and time.earliest[:10] == (event.when.earliest or "")[:10] for time in own)
        return event.when if told else None
    statement = sheet.statements.get(event.according_to or "")
    if event.status != "denied" or statement is None or event.when is None:
        return event.when
    inside = (time for time in sheet.reading.times if any(start <= time.span[0] < end for start, end in statement.content))
    stated = any(time.earliest and time.earliest[:10] == (event.when.earliest or "")[:10] for time in inside)
    return event.when if stated or _long_before(event.when, statement.stated, sheet.published) else None


def _long_before(when: Interval, said: Interval | None, published: str | None) -> bool:
    """Whether it lies so long before the report that it is no day on which somebody denied it: "has always denied that attack" in May 2013."""
    last = (when.latest or "")[:10]
    if not (last and published) or (said is not None and (said.latest or "")[:10] == last):
        return False
    return date.fromisoformat(published[:10]).toordinal() - date.fromisoformat(last).toordinal() > KNOWN_FOR


def _telling(sentence: Sequence[str], trigger: str, sheet: Sheet) -> frozenset[str]:
    act = {word[:STEM] for word in trigger.split()}
    stems = (intern(word[:STEM]) for word in sentence if len(word) >= LONG and word not in SAYING_LITTLE and not word.isdigit())
    return frozenset(stem for stem in stems if stem not in act and stem not in sheet.naming)


def _ages(sheet: Sheet, event: Event, ages: Sequence[Aged]) -> frozenset[str]:
    spans = [sentence_span(sheet.report.text, event.trigger)]
    spans += [(start, end + _BEHIND) for party in event.recipients for start, end in sheet.parties[party].mentions]
    return frozenset(age for at, age in ages if any(start <= at < end for start, end in spans))


def _cited(sheet: Sheet, trigger: tuple[int, int]) -> bool:
    """Whether somebody else is quoted in the sentence of these words, so that they may be his; no words for who speaks, nor for his speaking."""
    start, end = sentence_span(sheet.report.text, trigger)
    quoted = [s for s in sheet.reading.statements if s.cue and start <= s.cue[0] < end]
    outside = (span for s in quoted for span in (s.cue, s.speaker_span) if span)
    return bool(quoted) and not any(a <= trigger[0] and trigger[1] <= b for a, b in outside)


def days_of(when: Interval | None, published: str | None, before: int, after: int) -> Days | None:
    """The days of an interval; an open or missing end is filled from the publication. None where nothing is known."""
    day = date.fromisoformat(published).toordinal() if published else None
    first = date.fromisoformat(when.earliest[:10]).toordinal() if when and when.earliest else None
    last = date.fromisoformat(when.latest[:10]).toordinal() if when and when.latest else None
    if first is not None and last is not None:
        return Days(first, last, True)
    if first is not None:
        return Days(first, max(first, day) if day is not None else first, True)
    if last is not None:
        return Days(last - before, last, True)
    return Days(day - before, day + after, False) if day is not None else None


_FIELDS = tuple(field.name for field in fields(Told) if field.name not in ("sheet", "event"))
