"""Deeds spoken of again: "the attack", "Tuesday's blast", "the deaths in the town" belong to a deed that the report told before, however far back.

`recalled` joins each to the deed that it fits best: by what it says of weapon, day, place and victims, by the words that both use, by how
near that deed is, and by whether the report is about it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.model import Interval, Time
from sayso.reading.grammar import OTHER_TIMES, objects_of
from sayso.reading.happened.act import Act
from sayso.reading.happened.alike import AT_IT, WIDE, bomb, same_place, towns_apart
from sayso.reading.happened.backward import after_another, set_beside, speaks_back
from sayso.reading.happened.days import length, long_ago, share_a_day
from sayso.reading.happened.sections import Sections
from sayso.reading.happened.telling import AS_DONE, NOT_TOLD, agree, in_answer, wards_off
from sayso.reading.happened.told import Told, beyond_heading, casualty, counts_otherwise, headed_apart, joined_again
from sayso.reading.names.knowledge import knowledge
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED
from sayso.reading.when.attach import interval
from sayso.reading.where.attach import of as attached

Trigger = tuple[int, int]

BLASTS = frozenset({"explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "unconventional"})
"""Modes that are told in each other's words: an air strike is a bombing, a shell an explosion."""
_UNLIKE = frozenset({"abduct", "sexual", "torture"})
"""Modes that "the attack" does not mean at once."""
_FIGHTS = frozenset({"n.attack-lasting", "assault.fight", "n.war-feared"})
_TAKING_GROUND = frozenset({"n.capture", "assault.capture-ground", "assault.capture-site", "assault.control", "assault.restore-control"})
"""Of which "the capture of the town" may speak again, and of no raid."""
_MINES = frozenset({"assault.hit-mine", "assault.trigger-mine", "assault.onto-mine", "assault.into-minefield"})
_DEADLY = frozenset({"killing", "death", "casualty", "massacre", "fatality", "murder"})
_MORE = frozenset({"another", "more", "other", "others", "further"})
_HURT = frozenset({"kill", "wound", "injure", "hurt", "die"})
_THROUGH = frozenset({"in", "by", "from", "of", "during", "after", "under", "while"})
_FIGHTERS = frozenset({"attacker", "assailant", "raider", "gunman", "bomber", "soldier", "troop", "policeman", "officer", "police", "fighter"})
_STEM = 4
"""So many first letters make a deed's verb and noun alike: "shelled", "the shelling"."""
_OF_THE_NOUN = frozenset({"compound", "amod", "nmod"})
_AT = frozenset({"in", "at", "near", "outside", "on", "of", "against"})
_FAR = 70
"""Within how many tokens a deed in words is taken up by another word."""
_WEEK = 7
"""Days over which a deed that goes on is hardly what was done on one of them."""
_WITH_IT = 9
"""So many words on, a day is still of the noun before the verb."""
_AWAY = 250
"""So many tokens on, it does not matter how many sentences they are."""
_OPENING, _MOST = 20, 200
"""How many deeds of the opening of a report, and how many told last, may be meant: the rest of a very long one is not asked."""
TOLD_AGAIN = "told again"
"""In the grounds of an event: its words speak of the deed of another event, on another's word."""
_ENOUGH = 1.0
"""The least score of a deed that is meant."""


def recalled(told: list[Told], page: Page, weapons: frozenset[str], sections: Sections, leads: Mapping[Trigger, Trigger]) -> list[Told]:
    """Let what speaks of a deed again be a further mention of it. What fits no deed stays a deed of its own. `weapons`: nouns of what strikes;
    `leads`: of a deed of the headline the one below that it stands for, which is meant where both may be."""
    kept: list[Told] = []
    for one in told:
        again = _Again.by_noun(one, page) or _Again.by_weapon(one, weapons)
        place = _meant(again, kept, page, sections, leads) if again is not None else None
        victims = _suffered(one, kept, page) if place is None else None
        if victims is not None:
            kept[victims] = _with_victims(joined_again(kept[victims], one), one)
        elif place is None:
            kept.append(one)
        elif _on_another_word(one, kept[place]):
            deed = kept[place]
            kept[place] = replace(deed, place=deed.place or beyond_heading(deed, one).place, when=deed.when or one.when)
            kept.append(_as_a_word_of_its_own(one, deed, page))
        else:
            kept[place] = joined_again(kept[place], one)
    return kept


def _with_victims(deed: Told, one: Told) -> Told:
    """A deed with those hurt in it by the sentence after it, beside whom it befell."""
    return replace(deed, recipients=tuple(dict.fromkeys((*deed.recipients, *one.recipients))))


def _on_another_word(one: Told, deed: Told) -> bool:
    """Whether a mention tells of its own whom a deed befell or who did it, on another's word than the deed, or counts its dead otherwise than the
    report does: each word is an event then, of one day and place."""
    if one.voice is None or one.voice == deed.voice:
        return False
    if counts_otherwise(_acts(one), _acts(deed)):
        return True
    of_its_own = one.recipients or any(act.recipients for act in _acts(one) if casualty(act)) or (one.actors and not deed.actors)
    return bool(of_its_own) and deed.voice is not None


def _as_a_word_of_its_own(one: Told, deed: Told, page: Page) -> Told:
    """A mention as an event, with the deed's day where its own is that of the telling: "nine died in that raid, the ministry said on Sunday"."""
    said = next((s.stated for s in page.statements if s.id == one.according_to), None)
    own = one.when if one.when != said else None
    return replace(one, place=one.place or deed.place, when=own or deed.when or one.when, inferred=(*one.inferred, TOLD_AGAIN))


@dataclass(frozen=True, slots=True)
class _Again:
    """What a mention says of the deed that it means."""

    told: Told
    noun: Token
    mode: str | None
    day: Interval | None = None
    """Of "Tuesday's raid"; not of the verb that the noun stands with."""
    beside: str | None = None
    """The place that its sentence names beside it."""
    about: frozenset[str] = frozenset()
    """The words that go with the noun: "the ferry attack", "the shelling of the market"."""
    did: frozenset[str] = frozenset()
    """What it did, where a clause tells it by that."""
    names: frozenset[str] = frozenset()
    """Those of them that are names: "the raid on Selm"."""

    @property
    def pointed(self) -> bool:
        """Whether it points to what was told last: "that raid"."""
        return any(child.lower_ in ("that", "this", "those", "these") for child in self.noun.children)

    @classmethod
    def by_noun(cls, one: Told, page: Page) -> "_Again | None":
        """What the noun of a deed says of it, where it stands first: "the raid killed two", not what goes on from "troops stormed the town"."""
        acts = _acts(one)
        first = min(acts, key=lambda act: act.token.i).token.sent.start
        nouns = [act.token for act in acts if not act.verbal and act.token.sent.start == first and speaks_back(act.token)]
        if not nouns:
            return None
        noun = min(nouns, key=lambda token: token.lemma_ == "toll")
        if after_another(noun):
            return None
        if any(child.tag_ == "JJS" for child in noun.children):
            one = replace(one, actors=())  # "the mayor called it the worst raid"
        mode = one.mode or ("explosives" if noun.lemma_.lower().startswith("bomb") else None)
        about = _about(noun)
        names = frozenset(word.lemma_.lower() for word in about if word.pos_ == "PROPN")
        words = frozenset(word.lemma_.lower() for word in about)
        return cls(one, noun, mode, _own_day(noun, page), _beside(noun, page), words, frozenset(_told_by(noun)), names)

    @classmethod
    def by_weapon(cls, one: Told, weapons: frozenset[str]) -> "_Again | None":
        """What is said of a blow by its weapon: "the shells landed", "the rockets hit a school"."""
        if not one.act.verbal or one.type != "ASSAULT" or casualty(one.act) or one.act.token.dep_ == "relcl":
            return None
        wanted = ("dobj",) if one.act.sense.row.sense in _MINES else ("nsubj", "nsubjpass")
        noun = next((child for child in one.act.token.children if child.dep_ in wanted), None)
        if noun is None or noun.lemma_ not in (*weapons, "device", "mine") or not speaks_back(noun):
            return None
        return cls(one, noun, one.mode, one.when)


def _acts(deed: Told) -> tuple[Act, ...]:
    return (deed.act, *deed.retold)


def _own_day(noun: Token, page: Page) -> Interval | None:
    for child in noun.children:
        if child.dep_ == "poss" or child.dep_ in _OF_THE_NOUN:
            time = page.time_at(child)
            if time is not None and time.type != "SET":
                return interval(page, time)
        elif child.dep_ == "prep" and child.lower_ in ("of", "on"):
            time = _day_of(child, page)
            if time is not None and (child.lower_ == "of" or any(sign.isdigit() for sign in page.report.text[slice(*time.span)])):
                return interval(page, time)
    time = _day_right_behind(noun, page)
    return interval(page, time) if time is not None else None


def _day_right_behind(noun: Token, page: Page) -> Time | None:
    """The single day that stands with a noun before the verb: "the raid on Selm on Tuesday killed two", "in the salvo two days later nobody"."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else noun.head.head if noun.dep_ == "pobj" else noun
    for word in noun.doc[noun.i + 1 : min(verb.i, noun.i + _WITH_IT)]:
        if word.pos_ in ("VERB", "AUX", "PUNCT") or word.lower_ in OTHER_TIMES:
            return None
        time = page.time_at(word)
        if time is not None:
            return time if time.type in ("DATE", "TIME") and time.earliest and time.earliest == time.latest else None
    return None


def _day_of(preposition: Token, page: Page) -> Time | None:
    """The date that a deed is called by: "the raid of 6 May", "the raid on 6 May"; "on Tuesday" may be of the verb."""
    times = (page.time_at(noun) for noun in objects_of(preposition))
    return next((time for time in times if time is not None and time.type == "DATE"), None)


def _beside(noun: Token, page: Page) -> str | None:
    """The place of a deed's noun, or of what it was done to: "the raid on Kobo", "the shelling of a bread queue in Ara"."""
    struck = (inner for child in noun.rights if child.lower_ in ("of", "on", "against") for inner in objects_of(child))
    return attached(page, noun) or next((place for thing in struck if (place := attached(page, thing)) is not None), None)


def _told_by(noun: Token) -> list[str]:
    """What a clause says that a deed did, by which it is meant: "the blast that wiped out a family"."""
    clauses = (child for child in noun.children if child.dep_ == "relcl" and any(word.lower_ == "that" for word in child.lefts))
    things = (thing for clause in clauses for thing in clause.children if thing.dep_ == "dobj" and thing.pos_ == "NOUN")
    return [thing.lemma_.lower() for thing in things]


def _about(noun: Token) -> list[Token]:
    beside = [child for child in noun.lefts if child.dep_ in _OF_THE_NOUN and child.pos_ in ("NOUN", "PROPN")]
    behind = [inner for child in noun.rights if child.dep_ == "prep" and child.lower_ in _AT for inner in objects_of(child)]
    return [word for word in (*beside, *behind) if word.ent_type_ not in ("DATE", "TIME") and word.text[0].isalpha()]


def _meant(again: _Again, kept: list[Told], page: Page, sections: Sections, leads: Mapping[Trigger, Trigger]) -> int | None:
    """The position of the deed that a mention means: the one that fits best, of those that fit alike the one told last. What the report begins with
    is meant from afar, unless another scene has been told since."""
    fitting: list[tuple[float, int]] = []
    last = next((place for place in range(len(kept) - 1, -1, -1) if kept[place].type == again.told.type), None)
    for place in (*range(min(_OPENING, len(kept))), *range(max(_OPENING, len(kept) - _MOST), len(kept))):
        deed = kept[place]
        fit = _fit(again, deed, page, sections) if not set_beside(deed.act.token, again.noun) else None
        if fit is None:
            continue
        told_last = place == last and _between(deed, again.noun) <= 1
        if long_ago(deed.when, page.published) and not (again.pointed and told_last):
            fit -= 1.5 if told_last else 3.0
        fitting.append((fit + 3.0 * (again.pointed and told_last), place))
    if leads:
        open_to_it = {kept[place].trigger for _, place in fitting}
        fitting = [(fit, place) for fit, place in fitting if leads.get(kept[place].trigger) not in open_to_it]
    abreast = [place for _, place in fitting if not long_ago(kept[place].when, page.published)]
    if abreast and not any(_other_scene(kept[abreast[0]], kept[place]) for place in abreast[1:]):
        fitting = [(fit + 1.5 * (place == abreast[0]), place) for fit, place in fitting]
    best = max(fitting, default=None)
    return best[1] if best is not None and best[0] >= _ENOUGH else None


def _other_scene(lead: Told, later: Told) -> bool:
    """Whether a deed told later is plainly another than the one that the report begins with: by other doers, on another day, or elsewhere."""
    elsewhere = None not in (lead.place, later.place) and lead.place != later.place
    another_day = lead.when is not None and later.when is not None and not share_a_day(lead.when, later.when)
    return elsewhere or another_day or not agree(lead.actors, later.actors)


def _fit(again: _Again, deed: Told, page: Page, sections: Sections) -> float | None:
    """How well a mention and a deed go together; None where they cannot be one."""
    one, acts = again.told, _acts(deed)
    if deed.type != one.type or wards_off(deed) != wards_off(one) or not _stands_alike(again, deed) or not agree(deed.actors, one.actors):
        return None
    if headed_apart(one, deed):
        return None
    if any(act.token.sent.start == again.noun.sent.start for act in acts) and _of_another_time(again.noun):
        return None
    if _own_people(one.recipients, deed.actors, page):
        return None
    where, weapon = same_place(deed.place, one.place, page), _same_weapon(again, deed)
    if where is None or weapon is None or (again.day and deed.when and not share_a_day(again.day, deed.when)):
        return None
    words = frozenset[str]().union(*(act.token.sent.lemmas for act in acts)) if again.about or again.did else frozenset[str]()
    day_told = length(again.day) == 1 and deed.when is not None
    if where < AT_IT and not (day_told or again.names & words) and sections.parted(acts[-1].token, again.noun):
        return None
    stem = any(act.token.lemma_.lower()[:_STEM] == again.noun.lemma_.lower()[:_STEM] for act in acts)
    dead, deadly = any(casualty(act) for act in acts), again.noun.lemma_.lower() in _DEADLY
    if one.type != "ASSAULT" and (one.actors or one.recipients or not (stem or again.noun.i - acts[-1].token.i < _FAR)):
        return None
    fights = deed.act.sense.row.sense in _FIGHTS
    if fights and not stem and (again.mode or one.actors or (deadly and not dead)):
        return None
    if one.act.sense.row.sense == "n.capture" and not any(act.sense.row.sense in _TAKING_GROUND for act in acts):
        return None
    if one.act.sense.row.sense in _FIGHTS and not fights and deed.mode and not stem:
        return None  # "the offensive" is no air strike
    fit = where + weapon + 1.5 * stem + 1.0 * (deadly and dead) + 0.3 * min(len(deed.also), 3)
    if fights != (one.act.sense.row.sense in _FIGHTS):
        fit -= 1.5
    if again.about:
        fit += 1.5 * min(len(again.about & words), 2) or (-2.5 if again.beside and _placed_apart(deed, again.beside, page) else -1.0)
    if again.did:
        fit += 1.0 if again.did & words else -2.5
    if again.beside and deed.place and towns_apart(again.beside, deed.place, page):
        return None  # two towns, however near: "the raid on Kobo" is not that on the next town
    if again.names and where < AT_IT and not again.names & words:
        fit -= 1.5  # "the bombardment of Selm", of which nothing has been told
    if again.day and deed.when:
        fit += -1.0 if length(deed.when) > _WEEK else 2.0 if day_told else 0.0  # "last week's raid" is hardly that of Sunday
    if again.beside and again.beside == deed.place:
        fit += 1.0
    if not agree(deed.recipients, one.recipients):
        fit -= 1.0
    between = _between(deed, again.noun)
    return fit + (2.0 if between <= 1 else 1.0 if between <= 3 else 0.5)


def _of_another_time(noun: Token) -> bool:
    """Whether a sentence sets a deed before its own or answers it: "shelled the base two days after the raid", "in revenge for the raid"."""
    if in_answer(noun):
        return True
    while noun.head is not noun:
        if noun.dep_ in ("prep", "mark") and noun.lower_ in OTHER_TIMES:
            return True
        noun = noun.head
    return False


def _stands_alike(again: _Again, deed: Told) -> bool:
    """Whether both are told as done, or neither. What nobody owns up to, or what somebody will look into, was done: a deed that is meant by
    "the" stands as it was told, unless its mention is a denial in somebody's mouth or a fear."""
    one = again.told
    disowned = one.status == "denied" and one.according_to is None
    if deed.status in AS_DONE and (one.status == "planned" or (one.status == "possible" and again.day is not None) or disowned):
        return True
    return (deed.status in NOT_TOLD) == (one.status in NOT_TOLD) and (one.status in AS_DONE) == (deed.status in AS_DONE)


def _placed_apart(deed: Told, place: str, page: Page) -> bool:
    """Whether a mention has a town of its own and the deed none, so that nothing says that it was there."""
    return deed.place is None and page.atlas[place].kind not in (*WIDE, "country")


_FROM_AFAR = frozenset({"strike", "airstrike"})


def _same_weapon(again: _Again, deed: Told) -> float | None:
    """How well the weapons go together; None where they are two."""
    kinds = {bomb([again.noun]), bomb(act.token for act in _acts(deed))} - {0}
    if len(kinds) > 1:
        return None  # a roadside bomb is no car bomb
    if again.noun.lemma_ in _FROM_AFAR and deed.mode in ("explosives", "suicide-attack"):
        return None
    modes = {deed.mode, *(act.sense.row.mode or None for act in _acts(deed))} - {None}
    if again.mode in _UNLIKE and again.mode not in modes:
        return None  # "the abduction" is no ambush
    if again.mode is None or not modes:
        return -1.0 if modes & _UNLIKE else 0.0
    if again.mode in modes:
        return 1.5
    return 0.5 if again.mode in BLASTS and modes & BLASTS else None


def _between(deed: Told, noun: Token) -> int:
    """How many sentences after a deed's last mention its next one stands."""
    last = _acts(deed)[-1].token
    return max(noun.sent.number - last.sent.number, 0) if noun.i - last.i - 1 < _AWAY else _AWAY


def _suffered(one: Told, kept: list[Told], page: Page) -> int | None:
    """The position of the attack of which a sentence after it tells the dead or the wounded: "Another 20 people were wounded"."""
    verb = one.act.token
    if not kept or one.type != "ASSAULT" or not one.act.verbal or verb.lemma_ not in _HURT or one.actors or one.act.actors or one.retold:
        return None
    if one.status not in AS_DONE or one.when is not None or one.place is not None or verb.dep_ in ("relcl", "acl", "advcl"):
        return None
    if any(child.dep_ == "prep" and child.lower_ in _THROUGH and objects_of(child) for child in verb.children):
        return None  # "killed in a road accident"
    deed = kept[-1]
    if deed.type != "ASSAULT" or deed.status not in AS_DONE or _between(deed, verb) != 1 or (deed.voice not in (None, one.voice) and one.voice):
        return None
    if any(act.sense.row.mode in _UNLIKE for act in _acts(deed)) or not _may_be_its_victims(one, deed, page):
        return None
    counted = any(act.token.lemma_ == verb.lemma_ for act in _acts(deed))
    over = verb.head if verb.dep_ in ("xcomp", "oprd") else verb  # "were reported injured"
    if any(child.dep_ == "advcl" and _tells_of_a_doer(child) for word in {over, verb} for child in word.children):
        return None  # "have been killed since the war began", "were hurt as a third shell fell"
    more = any(_of_more(word) for noun in one.act.recipients for word in noun.subtree) or any(c.lower_ == "also" for c in verb.children)
    own_word = one.voice in (None, deed.voice)
    return len(kept) - 1 if more or (own_word and not counted) else None


def _tells_of_a_doer(clause: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN") for child in clause.children)


def _of_more(word: Token) -> bool:
    """Whether a word says that others were told of before: "another 20", "20 more", not "more than 20"."""
    return word.lower_ in _MORE and not (word.i + 1 < len(word.doc) and word.nbor().lower_ == "than")


def _may_be_its_victims(one: Told, deed: Told, page: Page) -> bool:
    """Whether those hurt are whom the attack was on, or nobody's fighters: after a raid "ten attackers were killed", and the police lost two."""
    if set(one.recipients) & set(deed.recipients):
        return True
    fighting = any(page.cast[party].kind in ARMED for party in one.recipients)
    named = any(noun.lemma_.lower() in _FIGHTERS for noun in one.act.recipients)
    return not fighting and not named and not _own_people(one.recipients, deed.actors, page)


def _own_people(victims: tuple[str, ...], doers: tuple[str, ...], page: Page) -> bool:
    """Whether those hurt are of the doers' side by name: "Israelis" of Israel, "Azeri soldiers" of Azerbaijan."""
    if set(victims) & set(doers):
        return True
    known = knowledge(page.lexicon)
    nations = {known.nation(page.cast[party].name) for party in doers} - {None}
    return any(known.nation(page.cast[party].name) in nations for party in victims)
