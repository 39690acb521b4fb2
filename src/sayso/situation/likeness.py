"""Whether two told events may be one happening: what speaks for it, and what rules it out.

Different kinds of act are different incidents. A month is not a day: an imprecise date never speaks for a merge, it only
fails to rule it out. The weights are judgements, checked on development data; `LIKE` is where evidence begins to suffice.
"""

from collections.abc import Iterator, Mapping

from sayso.model.codes import FIGHTERS, MORTALS, PartyKind, PlaceKind
from sayso.model.situation import DisputeKind, Site
from sayso.situation.acts import DAILY, acts_agree, acts_speak, mutual
from sayso.situation.around import VENUES, WIDE
from sayso.situation.authorship import each_blames_the_other, laid_elsewhere
from sayso.situation.bare import fit, fits
from sayso.situation.copied import by_sentence, copied, names_another
from sayso.situation.dates import by_days, dated_apart, days_apart
from sayso.situation.deeds import by_act, by_thing
from sayso.situation.habits import is_another
from sayso.situation.identity import TOWNS
from sayso.situation.nested import lies_in, may_be_there, of_its_province, others_counted, share_more_than_words
from sayso.situation.numbers import by_counts, by_update, far_off, tolls_of_two_days
from sayso.situation.rebuttal import FRESH, by_words
from sayso.situation.sites import kilometres
from sayso.situation.stories import in_common, may_be, one_story
from sayso.situation.told import Told
from sayso.situation.victims import befalls_once, by_victims, dies_once

LIKE = 4.0
NEARLY = -0.5
"""The sum from which on a pair that stays apart is worth a person's look."""
_HABITUAL = -2.0  # what is done again and again is seldom the deed of one day
_SAME_SOURCE = 6.0  # within one report: the reader has told these two apart
_POINTS_BACK = 4.5
_HEADED = 6.5  # a headline is of its report's first deed, in fewer words and wider places
TELLING_COUNT = 5
"""A number that two tellings share by no chance."""
MISDATED = 10
"""Days by which two reports may date one happening apart."""
_NARROW: frozenset[PlaceKind] = TOWNS | {"district", "area"}
_NEAR_KM = 25.0
_OTHER_TOWN_KM = 4.0
_REGION_KM = 120.0
_PLACE: Mapping[PlaceKind, float] = {
    "village": 2.3, "town": 2.3, "facility": 2.3, "suburb": 2.3, "city": 0.9, "district": 1.0, "area": 1.0, "river": 0.5, "province": 0.7,
    "other": 1.5,
}  # fmt: skip
"""How much the same place speaks for one happening: much happens in a province on one day."""
_SMALL_PLACE = 0.2
"""How much more, where two reports tell of a village or a small town."""
_MAY_BE = 0.5
"""How much it speaks for one happening that one report names no place for it, but elsewhere the town where the other has it."""
_THERE = 0.5
"""The same where the words without a place only point back to the others."""
_IN_IT, _IN_IT_DAILY = 1.5, 0.5
"""How much it speaks for one happening that the place of one report lies in that of the other by its own words; of what happens there daily."""
_IN_ITS_PROVINCE = -1.0
"""How much it speaks against one happening that one report has it in a place and the other in the province of that, and nothing else is shared."""
_A_MONTH = 31  # days; what goes on for longer is no deed that a denial answers
SMALL: frozenset[PlaceKind] = frozenset({"village", "town"})
"""Places that are no larger than what happens in them."""

_BETWEEN = frozenset({"accord", "CONSULT", "REJECT", "REQUEST"})
"""Families of what is done between two sides, so that both sides tell which it is."""

Sites = Mapping[str, Site]


def likeness(a: Told, b: Told, sites: Sites) -> float | None:
    """The evidence that two told events are one, above the threshold for such a pair; None where something rules it out."""
    if a.bare or b.bare:
        return fit(a, b, sites)
    if clash(a, b, sites):
        return None
    return sum(weight for _, weight in weighed(a, b, sites))


def weighed(a: Told, b: Told, sites: Sites) -> tuple[tuple[str, float], ...]:
    """What speaks for and against two told events being one, by name; the sum is compared with nothing."""
    if a.bare or b.bare:
        return fits(a, b, sites) or ()
    return (
        ("days", by_days(a, b)),
        ("place", _by_site(a, b, sites)),
        ("doer", 1.0 if a.actors & b.actors else 0.0),
        ("victim", by_victims(a, b)),
        ("age", 1.5 if a.ages & b.ages else 0.0),
        ("target", 0.7 if a.recipients & b.recipients and not a.victims & b.victims else 0.0),
        ("act", by_act(a, b)),
        ("word", 0.3 if a.trigger == b.trigger else 0.0),
        ("both sides", _by_both_sides(a, b)),
        ("thing", by_thing(a, b)),
        ("number", by_counts(a, b)),
        ("update", by_update(a, b)),
        ("sentence", by_sentence(a, b)),
        ("denial", _by_denial(a, b, sites)),
        ("speaker", 1.0 if a.sheet is not b.sheet and a.whose.speaker and a.whose.speaker == b.whose.speaker else 0.0),
        ("story", _by_story(a, b)),
        ("points back", (_HEADED if a.heads or b.heads else _POINTS_BACK) if _points_back(a, b) else 0.0),
        ("habit", _HABITUAL if a.habit != b.habit else 0.0),
        ("asked for", -(_SAME_SOURCE if _one_source(a, b) and not (_points_back(a, b) or befalls_once(a, b)) else LIKE)),
    )


def _points_back(a: Told, b: Told) -> bool:
    return a.sheet is b.sheet and (a.points_to == b.event.id or b.points_to == a.event.id)


def _by_story(a: Told, b: Told) -> float:
    """Two reports on one story tell of one shooting or bombing; a war has several strikes and battles in any story, "killed" is said of all."""
    if a.sheet is b.sheet or not one_story(a.story, b.story):
        return 0.0
    one_deed = a.family == "ASSAULT" and acts_speak(a.act, b.act) and not DAILY & {a.act, b.act} and a.habit == b.habit
    dated = a.story.day is not None and b.story.day is not None  # else nobody knows which bombing of a war it is
    return 4.0 if (dated and one_deed) or in_common(a.victims, b.victims) else 1.0


def _by_both_sides(a: Told, b: Told) -> float:
    """An agreement has no doer and no target: between the same two it is likely the same one."""
    return 2.0 if a.act == b.act == "deal" and len((a.actors | a.recipients) & (b.actors | b.recipients)) > 1 else 0.0


def _by_denial(a: Told, b: Told, sites: Sites) -> float:
    """Who denies answers what others have told of the same people, in the same report above all, and seldom says again when and where."""
    if bool(a.answers) != bool(b.answers) and a.sheet is not b.sheet and a.stand == b.stand == "asserts":
        return _by_answer(a, b, sites)
    if not _denied_by(a, b) or _one_source(a, b):
        return 0.0
    denial, told = (a, b) if a.stand == "denies" else (b, a)
    if told.habit or (told.days and told.days.stated and told.days.last - told.days.first > _A_MONTH):
        return 0.0
    if a.sheet is not b.sheet:
        return _by_rebuttal(denial, told, sites)
    if told.event.status == "ongoing" and not (told.days and told.days.stated):
        return 0.0  # "is waging an air campaign" is no strike that was or was not
    unknown = not told.actors and acts_speak(denial.act, told.act)
    if not (unknown or _answers(denial.actors, told.actors) or denial.recipients & told.recipients):
        return 0.0
    vague = bool({"attack", "harm"} & {denial.act, told.act}) and not {"battle", "taking"} & {denial.act, told.act}
    if not (acts_speak(denial.act, told.act) or denial.trigger == told.trigger or (vague and "other" not in (a.act, b.act))):
        return 0.0
    bare = not (denial.days and denial.days.stated) and denial.site is None
    return 5.0 if bare else 2.5


def _by_answer(a: Told, b: Told, sites: Sites) -> float:
    """A report that tells a deed only to say who denies having done it means the deed that another lays at that door."""
    answered, told = (a, b) if a.answers else (b, a)
    deniers = {answer.whose.owner for answer in answered.answers}
    if not deniers & told.doers.owners or not same_place(a, b, sites) or a.site is None or sites[a.site].kind not in _NARROW | {"other"}:
        return 0.0
    return 2.5


def _by_rebuttal(denial: Told, told: Told, sites: Sites) -> float:
    """The denial in one report of what another tells: it has to name the same act of those who may have done it, and more than that."""
    same_act = acts_speak(denial.act, told.act) or denial.trigger == told.trigger or (denial.act == told.act == "" and denial.family == told.family)
    if not (same_act or acts_agree(denial.act, told.act)):
        return 0.0
    there = denial.site is not None and told.site is not None and same_place(denial, told, sites)
    echo = by_words(denial.names, denial.content, told.sheet.report.text, told.event.trigger)
    there = there and sites[denial.site or ""].kind != "country"
    sides = denial.family in _BETWEEN and denial.recipients & told.recipients
    theirs = same_act and denial.doers.are(told.doers) and echo >= 0
    if not (there or echo >= 1.0 or sides or theirs or denial.victims & told.victims):
        return min(0.0, echo)
    lately = 0.5 if _lately(denial, told) else -1.0
    doer = 1.5 if denial.doers.are(told.doers) else 0.5 if denial.doers.kinds & told.doers.kinds else 0.0
    return lately + doer + (1.0 if same_act else 0.0) + echo


def _lately(denial: Told, told: Told) -> bool:
    """Whether a denial comes out in the days after the deed, or names its day."""
    if denial.days is None or told.days is None:
        return False
    return denial.days.stated or denial.days.last - max(told.days.last, told.story.day or 0) <= FRESH


def _answers(denied: frozenset[str], told: frozenset[str]) -> bool:
    return not denied or bool(denied & told)


def _denied_by(a: Told, b: Told) -> bool:
    """Whether one of the two is a denial by somebody with a name and the other asserts."""
    return {a.stand, b.stand} == {"asserts", "denies"} and (a.denial or b.denial)


def clash(a: Told, b: Told, sites: Sites) -> bool:
    """Whether two told events cannot be one happening."""
    if a.family != b.family or not acts_agree(a.act, b.act) or denied_by_nobody(a) != denied_by_nobody(b):
        return True
    if unreal(a) != unreal(b):
        return True
    if _one_source(a, b) and a.trigger != b.trigger and not (_points_back(a, b) or befalls_once(a, b)):
        return True
    if a.sheet is b.sheet and _told_as_another(a, b):
        return True
    headed = (a.heads or b.heads) and _points_back(a, b)
    if a.sheet is b.sheet and a.stand == b.stand and not headed and _others_suffer(a, b):
        return True
    undated = headed and not (a.days and b.days and a.days.stated and b.days.stated)  # a headline has the day of its deed, however old that is
    if dated_apart(a, b, once=befalls_once(a, b)) and not undated:  # "he is still held"
        return True
    if _denied_by(a, b) and _others_fell(a, b):
        return True
    if tolls_of_two_days(a, b):
        return True
    if (a.site is None or b.site is None) and a.sheet is not b.sheet and not _denied_by(a, b) and _other_countries(a, b, sites):
        return True
    one_country = (headed or dies_once(a, b)) and _one_country(a, b, sites)
    if sites_apart(a, b, sites) and not (_venue(a, b, sites) or one_country):
        return True
    if _doers_apart(a, b) and not copied(a, b) and not (headed and not (a.actors and b.actors)):
        return True
    return bool(a.victims and b.victims) and not any(may_be(one, other) for one in a.victims for other in b.victims)


def _one_country(a: Told, b: Told, sites: Sites) -> bool:
    one, other = (sites[site].country if site else None for site in (a.site, b.site))
    return not (one and other) or one == other


def _other_countries(a: Told, b: Told, sites: Sites) -> bool:
    """Whether a report that names no place of a deed is about another country than that in which the other report has it, or is about."""
    one, other = (sites[told.site].country if told.site else told.sheet.country for told in (a, b))
    return bool(one and other and one != other)


def _venue(a: Told, b: Told, sites: Sites) -> bool:
    """Whether two places of a claim and its denial may be one all the same: one name that two gazetteer entries bear, or a quarter or a
    building and the town that the other sentence names too."""
    if a.sheet is b.sheet or not _denied_by(a, b) or a.site is None or b.site is None:
        return False
    if a.town == b.town:
        return True
    pairs = ((a, b), (b, a))
    return any(sites[one.site or ""].kind in VENUES and set((other.town or "?").split()) <= set(one.sentence) for one, other in pairs)


def _doers_apart(a: Told, b: Told) -> bool:
    if a.claimed != b.claimed and a.sheet is not b.sheet and a.town and a.town == b.town:
        return False  # who claims a deed need not be who is blamed for it
    if a.sheet is not b.sheet and _denied_by(a, b):
        return not a.doers.may_be(b.doers)
    if a.actors and b.actors:
        return not a.actors & b.actors
    if not a.doers.kinds or not b.doers.kinds or a.doers.kinds & b.doers.kinds:
        return False
    return not any(mutual(one.event.type, one.act, one.trigger) for one in (a, b))  # soldiers' raid is no militants' raid


def contradiction(a: Told, b: Told, sites: Sites) -> DisputeKind | None:
    """What two sources disagree about who plainly tell of one happening: the same named victims, the same number of the same or the same
    thing struck, in the same act, and all but one of who, where and when agrees; or each lays it at the other's door."""
    if not a.stand == b.stand == "asserts" or a.days is None or b.days is None:
        return None
    if not acts_speak(a.act, b.act) and not (a.things & b.things and acts_agree(a.act, b.act)):
        return None
    blamed = each_blames_the_other(a, b) or _turned_aside(a, b, sites)
    if (a.sheet is b.sheet or (a.text == b.text and not names_another(a, b))) and not blamed:
        return None
    plainly = bool(a.victims & b.victims) or any(count >= TELLING_COUNT for _, count in a.counts & b.counts)
    if not (plainly or blamed or a.things & b.things):
        return None
    asked = 0 if a.sheet is b.sheet else 1 if a.victims & b.victims or blamed else 2  # somebody is killed once, on whichever day
    one_day = a.days.precise + b.days.precise >= asked and days_apart(a.days, b.days) == 0
    one_place = a.site is not None and same_place(a, b, sites) and sites[a.site].kind in _NARROW | {"other"}
    if not one_place and a.sheet is b.sheet:
        one_place = a.site in (None, b.site) or b.site is None  # "each blamed the other": said of the place once
    one_doer = not _doers_apart(a, b) and not blamed
    if one_place and one_day and not one_doer and (plainly or blamed or (a.site is not None and sites[a.site].kind != "city")):
        return "actor"
    return _misplaced(a, b, sites, one_day=one_day, one_place=one_place) if plainly and one_doer and a.sheet is not b.sheet else None


def _misplaced(a: Told, b: Told, sites: Sites, *, one_day: bool, one_place: bool) -> DisputeKind | None:
    """Whether two sources disagree about where or when."""
    narrow = all(site is not None and sites[site].kind in _NARROW for site in (a.site, b.site))
    if one_day and narrow and sites_apart(a, b, sites):
        return "place"
    village = one_place and a.site is not None and sites[a.site].kind != "city"
    if village and a.days and b.days and a.days.precise and b.days.precise and 1 < days_apart(a.days, b.days) <= MISDATED:
        return "time"
    return None


def _turned_aside(a: Told, b: Told, sites: Sites) -> bool:
    """Whether who is blamed for a deed lays it elsewhere, and the same thing struck, or one small place in one report, shows that it is that
    deed."""
    there = a.sheet is b.sheet and a.site is not None and a.site == b.site and sites[a.site].kind in _NARROW - {"city"}
    return laid_elsewhere(a, b) and bool(a.things & b.things or there)


def _told_as_another(a: Told, b: Told) -> bool:
    """Whether a report says itself that the later one of two deeds is another: "dismantled another device, planted near the bus"."""
    later, earlier = (a, b) if a.order > b.order else (b, a)
    if earlier.trigger.endswith("s"):
        return False  # of bombings one may be "another"
    return is_another(later.sheet.report.text, later.event.trigger) and not is_another(earlier.sheet.report.text, earlier.event.trigger)


def _others_suffer(a: Told, b: Told) -> bool:
    """Whether one report aims two acts at different kinds of target: what it tells of fighters and of civilians is two happenings, the more
    so where two sources speak of "the attacks"."""
    some, others = ({kind in FIGHTERS for kind in _kinds(one) if kind in MORTALS} for one in (a, b))
    two = a.trigger != b.trigger or (_points_back(a, b) and a.whose.owner and b.whose.owner and a.trigger.endswith("s"))
    return bool(two and some and others) and not some & others


def _kinds(one: Told) -> Iterator[PartyKind]:
    return (one.sheet.parties[party].kind for party in one.event.recipients)


def _others_fell(a: Told, b: Told) -> bool:
    """Whether a denial is of what befell others: of soldiers killed where no soldier is told of, of an attack on the doer of what is told."""
    denial, told = (a, b) if a.stand == "denies" else (b, a)
    kinds = [{one.sheet.parties[party].kind in FIGHTERS for party in one.event.recipients} for one in (denial, told)]
    return (denial.spared and denial.whose.owner in told.doers.owners) or (denial.act == "harm" and kinds[0] == {True} and True not in kinds[1])


def _one_source(a: Told, b: Told) -> bool:
    """Whether one source tells both in one report: then a reader has seen two happenings, and other words say so."""
    return a.sheet is b.sheet and a.whose.source == b.whose.source


def unreal(one: Told) -> bool:
    """Demands and conditions are about what is not; plans, fears and denials may be about what another report saw happen."""
    return one.event.status in ("demanded", "conditional")


def denied_by_nobody(one: Told) -> bool:
    """A foiled attack or one that is not meant is another thing than the attack that others tell of."""
    return one.stand == "denies" and not one.denial


def _by_site(a: Told, b: Told, sites: Sites) -> float:
    if (a.site is None or b.site is None) and a.sheet is not b.sheet and _denied_by(a, b):
        return 0.0
    if _points_back(a, b) and (a.site is None or b.site is None):
        return _THERE
    if (a.site is None) != (b.site is None) and a.sheet is not b.sheet and may_be_there(a, b):
        return _MAY_BE
    if a.site is None or b.site is None:
        return -0.5
    kinds = sites[a.site].kind, sites[b.site].kind
    if a.sheet is not b.sheet and of_its_province(a, b, sites):
        return _MAY_BE if share_more_than_words(a, b) or _denied_by(a, b) else _IN_ITS_PROVINCE  # a denial counts nobody
    if a.sheet is not b.sheet and WIDE.intersection(kinds) and may_be_there(a, b):
        return -0.2 if DAILY & {a.act, b.act} else _MAY_BE  # "in the province", of what happens there daily
    if "country" in kinds:
        return -0.5
    if same_place(a, b, sites) or (a.town == b.town and _venue(a, b, sites)):
        known = max(_PLACE.get(kind, 0.5) for kind in kinds)
        return known + (_SMALL_PLACE if a.sheet is not b.sheet and SMALL.issuperset(kinds) else 0.0)
    daily = bool(DAILY & {a.act, b.act})
    if lies_in(a, b) and (by_update(a, b) or not far_off(a, b)):
        return _IN_IT_DAILY if daily else _IN_IT
    if may_be_there(a, b) and (a.sheet is not b.sheet or not WIDE.intersection(kinds)):
        return _MAY_BE
    near = TOWNS.issuperset(kinds) and not (a.carried or b.carried)
    return 0.5 if near else -0.5


def same_place(a: Told, b: Told, sites: Sites) -> bool:
    """Whether two places are one: the same entry, or the same name where one of them was not found in any gazetteer, or two gazetteers have it."""
    if a.site == b.site or a.site is None or b.site is None or a.town != b.town:
        return a.site == b.site
    one, other = sites[a.site], sites[b.site]
    apart = kilometres(one, other)
    return apart is None or (apart <= _OTHER_TOWN_KM and not {one.kind, other.kind} & {"province", "country"})


def sites_apart(a: Told, b: Told, sites: Sites) -> bool:
    """Whether the two cannot hold the same happening: other countries, or too far apart for what they are. Of ground that is only
    described ("the last pocket") nobody can say."""
    if a.site is None or b.site is None or same_place(a, b, sites):
        return False
    one, other = sites[a.site], sites[b.site]
    if one.country and other.country and one.country != other.country:
        return True
    if a.town == b.town:
        return False  # two entries of one name in one country: reports may have been resolved to either
    if "country" in (one.kind, other.kind):
        return one.kind == other.kind
    apart = kilometres(one, other)
    if may_be_there(a, b):
        return a.sheet is not b.sheet and lies_in(a, b) and others_counted(a, b)
    if apart is None:
        return not any(site.kind == "area" and site.lat is None for site in (one, other))
    if a.carried or b.carried:
        return apart > _REGION_KM
    both = (one.kind, other.kind)
    return apart > farthest(small=SMALL.issuperset(both), towns=TOWNS.issuperset(both))


def farthest(*, small: bool = False, towns: bool = False) -> float:
    """How many kilometres the places of one happening may lie apart: two villages or small towns, two towns, or anything else."""
    return _OTHER_TOWN_KM if small else _NEAR_KM if towns else _REGION_KM
