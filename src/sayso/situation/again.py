"""A second opinion on two tellings that share too little for `likeness`: what a later report tells again, without its day or under
another name of the place, is mostly the one happening of the case that it may be.

The weights are learnt (logistic regression) from the pairs of tellings in the development campaigns of samples/campaigns, by
scripts/again.py; a trait that is not in the table says nothing. They are asked only where nothing rules the pair out, and what
they find is joined only where neither of the two may as well be another happening (`sayso.situation.merging`).
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from sayso.situation.acts import DAILY, OPEN, acts_agree, acts_speak
from sayso.situation.around import WIDE
from sayso.situation.counted import counted
from sayso.situation.dates import RETOLD, days_apart, told_after
from sayso.situation.identity import is_named
from sayso.situation.likeness import Sites, same_place, sites_apart
from sayso.situation.nested import in_its_province, lies_in, may_be_there, of_its_province, share_more_than_words
from sayso.situation.numbers import SPEAKING_COUNT, far_off
from sayso.situation.often import Often
from sayso.situation.stories import in_common, one_story
from sayso.situation.told import STEM, Told
from sayso.situation.words import fold, place_key

ANY = "any pair"
"""What the table gives every pair before its traits are looked at."""
_ASKED = 0.7
_MORE = 0.6
"""Log odds asked for, and how many more for each doubling of the happenings of that kind beyond a few: of three explosions in a case the one
told again is known, of a war's air strikes it mostly is another one."""
_MORE_ALONE, _MORE_OF_ALL = 0.7, 0.9
"""How many more where the two share nothing in particular, in any case and for each doubling of the happenings of the whole case."""
_FEW, _SMALL = 3.0, 6.0
"""The doublings from which more is asked: of a kind (`Often.crowd`) and of the whole case."""
RIVAL = 1.5
"""By how much less likely another happening has to be, in log odds, so that a telling is not left apart as one that may be either."""
LEAST = _ASKED - RIVAL
"""Log odds under which a pair counts for nothing, however few of the kind there are."""
_FAR_OFF = "far off"
_NONE = "none in common"
_SAME, _OF_SOMETHING_ELSE, _SMALL_ONE, _BESIDE = "same", "same of something else", "same small one", "same beside it"
_ANYBODY = frozenset("people civilians children women man men boy girl family force group member crowd vehicle".split())
"""What people of any calling may be called as well."""
_MOST_WORDS = 4
_SAID = frozenset({"ACCUSE", "THREATEN", "REQUEST", "REJECT", "SUPPORT"})
"""Families of what is said, which is whose who says it."""
_PARTICULAR = 2
"""So many words in common, besides names and the word for the act, are something in particular."""
_DEEDS = frozenset({"ASSAULT", "yield"})
"""Families of which somebody comes back to a deed; of what is said, asked for or kept up each day has its own."""
_NEWS = 4
"""Days after which a report that tells a deed as news, without its day, need not mean one told before."""
_SPANS = ((1, "a day"), (3, "three days"), (10, "ten days"), (RETOLD, "three weeks"))


def again(a: Told, b: Told, sites: Sites, evidence: float) -> float | None:
    """The log odds that two tellings of two reports are one; None for a pair that is not weighed. `evidence` is what `likeness` has given it."""
    if not weighable(a, b) or speaks_for_two(a, b) or _said_by_others(a, b) or (_says_little(a, b) and not in_particular(a, b)):
        return None
    if of_its_province(a, b, sites) and (DAILY & {a.act, b.act} or not (a.text == b.text or share_more_than_words(a, b))):
        return None
    weights = _weights()
    return round(sum(weights.get(trait, 0.0) for trait in (ANY, *traits(a, b, sites, evidence))), 6)


def asked(crowd: float, in_all: int, *, particular: bool) -> float:
    """The log odds asked for, by how many of that kind and of any kind the case tells (`Often`), and whether the two share something in
    particular."""
    more = _MORE * max(0.0, crowd - _FEW)
    return _ASKED + more + (0.0 if particular else _MORE_ALONE + _MORE_OF_ALL * max(0.0, in_all - _SMALL))


def bar(a: Told, b: Told, often: Often) -> float:
    """What is asked of a pair in a case."""
    return asked(often.crowd(a, b), often.in_all(), particular=in_particular(a, b))


def why_again(a: Told, b: Told, sites: Sites, evidence: float, often: Often) -> tuple[tuple[str, float], ...]:
    """The traits of a pair with their weights, and what is asked for; the sum is how far it is above that."""
    weights = _weights()
    known = ((trait, weights.get(trait, 0.0)) for trait in (ANY, *traits(a, b, sites, evidence)))
    return (*known, ("asked for", -bar(a, b, often)))


def weighable(a: Told, b: Told) -> bool:
    """Whether the weights are for such a pair: of two reports, one kind of act; a headline says too little."""
    return a.sheet is not b.sheet and a.family == b.family and not (a.heads or b.heads)


def speaks_for_two(a: Told, b: Told) -> bool:
    """Whether two tellings are hardly one whatever they share: numbers that cannot both be right, other ages, other things struck, a habit, each a
    day of its own and nothing in particular."""
    if far_off(a, b) or (a.ages and b.ages and not a.ages & b.ages) or a.habit != b.habit:
        return True
    if a.things and b.things and not a.things & b.things:
        return True
    return _dated(a) and _dated(b) and _two_days(a, b) and not in_particular(a, b)


def _says_little(a: Told, b: Told) -> bool:
    """Whether two tellings must share something in particular, however small the case."""
    return a.family not in _DEEDS or not (a.site or b.site) or _two_days(a, b) or _other_people(a, b)


def _said_by_others(a: Told, b: Told) -> bool:
    """Whether two tellings of what somebody says or asks do not both tell who: accusations of one man are as many as accusers. Nor are two
    accusations one that do not speak of one town, where either names one: an accuser lays more than one deed at one door."""
    if a.family not in _SAID:
        return False
    some, others = (_towns_said(one) if a.family == "ACCUSE" else frozenset[str]() for one in (a, b))
    return not a.actors & b.actors or (some != others and not some & others)


def _towns_said(one: Told) -> frozenset[str]:
    """The towns and provinces in the sentence of a telling, without those whose names stand for who says it."""
    parties = {fold(name) for party in one.sheet.reading.parties for name in (party.name, *party.aliases)}
    named = (place_key(place.name) for place in one.sheet.reading.places if place.kind != "country")
    return frozenset(name for name in named if name not in parties and set(name.split()).issubset(one.sentence))


def _two_days(a: Told, b: Told) -> bool:
    """Whether nothing says that one comes back to the day of the other: each has a day of its own, or neither has any, or the one without comes long
    after the other and speaks of nothing that its readers have heard of."""
    if not (a.days and b.days) or a.days.back != b.days.back:
        return False
    if _dated(a) != _dated(b):
        return days_apart(a.days, b.days) > _NEWS
    return not _dated(a) or days_apart(a.days, b.days) > 0


def _other_people(a: Told, b: Told) -> bool:
    """Whether those who suffer are told as people of other callings: "three teachers", "six traders"."""
    some, others = _callings(a), _callings(b)
    return bool(some and others and not some & others and not (some | others) & _ANYBODY)


def _callings(one: Told) -> frozenset[str]:
    parties = (one.sheet.parties[party] for party in one.event.recipients)
    kinds = (counted(fold(party.name)) for party in parties if not is_named(party))
    return frozenset(kind.kind for kind in kinds if kind is not None)


def in_particular(a: Told, b: Told) -> bool:
    """Whether the two share something that not every happening of the kind has: a text, an age, a victim, words, a thing, a number. One or two of
    anything, and a thing that stands beside one of them, are something in one place only."""
    if a.text == b.text or a.ages & b.ages or in_common(a.victims, b.victims) or len(a.telling & b.telling) >= _PARTICULAR:
        return True
    thing, number = _thing(a, b), _number(a, b)
    if thing == _SAME or number in (_SAME, _OF_SOMETHING_ELSE):
        return True
    there = a.town is not None and a.town == b.town
    return (thing == _BESIDE or number == _SMALL_ONE) and (there or may_be_there(a, b))


def traits(a: Told, b: Told, sites: Sites, evidence: float | None) -> Iterator[str]:
    """What the two have in common and in what they differ, in words; `evidence` as in `again`, None where something rules the pair out."""
    yield f"days: {_days(a, b)}"
    yield f"place: {_place(a, b, sites)}"
    yield f"act: {_act(a, b)}"
    yield f"doer: {_doer(a, b)}"
    yield f"target: {_target(a, b)}"
    yield f"number: {_number(a, b)}"
    yield f"thing: {_thing(a, b)}"
    yield f"words in common: {_words(a, b)}"
    yield f"stand: {_stand(a, b)}"
    yield f"kind: {a.family}"
    yield f"{'daily' if DAILY & {a.act, b.act} else 'rare'} act{'' if _dated(a) or _dated(b) else ', no day'}"
    yield "ruled out" if evidence is None else f"evidence: {max(-4, min(0, round(evidence)))}"
    if a.trigger == b.trigger:
        yield "same word for it"
    elif a.trigger[:STEM] == b.trigger[:STEM] or a.trigger.split()[-1:] == b.trigger.split()[-1:]:
        yield "nearly the same word for it"
    if one_story(a.story, b.story):
        yield "one story"
    if a.whose.speaker and a.whose.speaker == b.whose.speaker:
        yield "same speaker"
    if a.text == b.text:
        yield "same text"
    if a.habit != b.habit:
        yield "one is a habit"
    if a.ages & b.ages:
        yield "same age"
    if a.victims and b.victims:
        yield "same victim" if in_common(a.victims, b.victims) else "other victim"


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    lines = (files("sayso.situation") / "again.tsv").read_text(encoding="utf-8").splitlines()
    return {trait: float(weight) for trait, weight in (line.split("\t") for line in lines if not line.startswith("#"))}


def _dated(one: Told) -> bool:
    return bool(one.days and one.days.stated)


def _days(a: Told, b: Told) -> str:
    if a.days is None or b.days is None:
        return "not known"
    apart = days_apart(a.days, b.days)
    if a.days.precise and b.days.precise:
        if 0 < apart <= told_after(a.days, b.days):
            return "one is that of the telling"
        return "same" if not apart else "next" if apart == 1 else f"within {_within(apart)}"
    if a.days.stated and b.days.stated:
        return "a span that meets" if not apart else "a span within a week" if apart <= 7 else "a span apart"
    if not (a.days.stated or b.days.stated):
        return f"none, told within {_within(abs(a.days.last - b.days.last))}"
    dated, other = (a.days, b.days) if a.days.stated else (b.days, a.days)
    if dated.first > other.last:
        return "after the other was told"
    return f"{'' if dated.precise else 'a span, '}told within {_within(other.last - dated.last)}"


def _within(days: int) -> str:
    return next((name for most, name in _SPANS if days <= most), "more")


def _place(a: Told, b: Told, sites: Sites) -> str:
    if a.site is None or b.site is None:
        if a.site is None and b.site is None:
            return "none, towns in common" if a.around & b.around else "none"
        known = sites[a.site or b.site or ""].kind
        return f"{'may be that' if may_be_there(a, b) else 'told by one'}{' province' if known in WIDE else ''}"
    kinds = {sites[a.site].kind, sites[b.site].kind}
    if same_place(a, b, sites) or a.town == b.town:
        return "same city" if "city" in kinds else "same province" if kinds & WIDE else "same"
    if in_its_province(a, b) and not lies_in(a, b):
        return "one is its province, or may be"
    if may_be_there(a, b):
        return "one is wide, may be there" if kinds & WIDE else "may be one"
    if kinds & WIDE:
        return "one is wide"
    return f"{'far' if sites_apart(a, b, sites) else 'near'}{', carried' if a.carried or b.carried else ''}"


def _act(a: Told, b: Told) -> str:
    if acts_speak(a.act, b.act):
        return f"same {'daily' if DAILY & {a.act, b.act} else 'rare'} one"
    if a.act == b.act:
        return "same open word"
    if not acts_agree(a.act, b.act):
        return "others"
    return "one is open" if OPEN & {a.act, b.act} else "alike"


def _doer(a: Told, b: Told) -> str:
    if a.actors and b.actors:
        return "same" if a.actors & b.actors else "other"
    if a.doers.kinds and b.doers.kinds:
        return "same kind" if a.doers.kinds & b.doers.kinds else "other kind"
    return "not told"


def _target(a: Told, b: Told) -> str:
    if a.recipients and b.recipients:
        return "same" if a.recipients & b.recipients else "other"
    kinds, others = ({one.sheet.parties[party].kind for party in one.event.recipients} for one in (a, b))
    if kinds and others:
        return "same kind" if kinds & others else "other kind"
    return "not told"


def _number(a: Told, b: Told) -> str:
    shared = a.counts & b.counts
    if any(count >= SPEAKING_COUNT for _, count in shared):
        return _SAME
    if any(count >= SPEAKING_COUNT for count in {n for _, n in a.counts} & {n for _, n in b.counts}):
        return _OF_SOMETHING_ELSE
    if shared:
        return _SMALL_ONE
    if far_off(a, b):
        return _FAR_OFF
    return "near" if dict(a.counts).keys() & dict(b.counts).keys() else _NONE


def _thing(a: Told, b: Told) -> str:
    if a.things & b.things:
        return _SAME
    if a.things & b.beside or a.beside & b.things:
        return _BESIDE
    return "other" if a.things and b.things else _NONE


def _words(a: Told, b: Told) -> str:
    return str(min(_MOST_WORDS, len(a.telling & b.telling)))


def _stand(a: Told, b: Told) -> str:
    if "denies" not in (a.stand, b.stand):
        return "both assert" if a.stand == b.stand == "asserts" else "one is unsure"
    if a.stand == b.stand:
        return "both deny"
    return "one denies" if a.denial or b.denial else "one is not so"
