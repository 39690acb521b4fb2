"""Denials in which nothing is told as done or not done: "none of its aircraft had been over the town", "we have no men there", "the reports
were false". No event of a reading stands for them, so the statement itself is told, and may be joined to the one deed in other reports that
it answers.

What is asked is more than of a denial that names the deed: the deed is laid at the denier's door, and it was in the place that he
speaks of, in the days before, with arms of that kind. Where two deeds fit about as well, it answers neither.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sayso.model import Event, Interval, Place, Statement
from sayso.model.codes import PlaceKind
from sayso.model.situation import Site
from sayso.situation.acts import DAILY, OPEN, acts_agree, acts_speak
from sayso.situation.case import Sheet
from sayso.situation.dates import days_apart
from sayso.situation.denials import AN_ACCIDENT, gainsays, in_general, of_what_others_say, points_back
from sayso.situation.identity import TOWNS, Identity
from sayso.situation.origins import Origins
from sayso.situation.publishers import VOICES
from sayso.situation.rebuttal import FRESH, Doers, by_words, content_of, names_in, power_of, told_apart
from sayso.situation.told import Told, tell
from sayso.situation.words import fold, sentence_span, words

K = TypeVar("K", bound=Hashable)

_ASKED = 4.0
_CLEARLY = 1.0
"""By how much the deed that a denial answers has to fit better than any other."""
_LITTLE = -1.0
"""What a pair comes to that says too little, and that nothing rules out."""
_WITHIN = 7
"""Days before a denial's report in which the deed may have been."""
_ONE_DEED = 7  # days; what has gone on for longer is no deed that a denial answers
_LOCAL: frozenset[PlaceKind] = TOWNS | {"district", "area"}
_LARGE: frozenset[PlaceKind] = frozenset({"city", "district", "area"})
_ARMS = (
    ("unconventional", re.compile(r"gas|chlorine|sarin|chemicals?|phosphorus|napalm")),
    ("air", re.compile(r"aircraft|airplanes?|planes?|warplanes?|jets?|bombers?|helicopters?|gunships?|drones?|sorties?|flights?|pilots?")),
    ("shelling", re.compile(r"artillery|mortars?|howitzers?|cannons?|rockets?|missiles?|shells?|batter(?:y|ies)|gunners")),
    ("fire", re.compile(r"guns?|rifles?|shots?|bullets?")),
)
_ANY = "attack"
_MEN = r"(?:men|troops?|forces|fighters?|soldiers?|units?|gunmen|patrols?|combatants?|militants?)"
_ABSENT = re.compile(
    rf"(?i:\b(?:had|has|have) no (?:\w+ )?{_MEN}) (?:there\b|(?:in|at|near|around|inside|outside) [A-Z])"
    rf"|(?i:\b(?:no|none of (?:its|our|their|the)|not one of (?:its|our|their))(?: \w+){{0,2}}? {_MEN}(?: of \w+)?"
    r" (?:was|were|had been|has been|have been|had gone|went)(?: \w+)?) (?:there\b|(?:in|at|near|around|inside|outside|to) [A-Z])"
    r"|(?i:\b(?:had|has|have) no presence\b)"
)
"""Who was not there has done nothing there: "we have no men in the town", "none of its soldiers had been there"."""
_THERE = re.compile(r"\b(?:there|in (?:the|that) (?:town|village|city|place|district|area|quarter))\b")
_ALWAYS = re.compile(
    r"\b(?:always|repeatedly|consistently|persistently|often|routinely|regularly|ever|since)\b"
    r"|\b(?:during|throughout|in) the (?:\w+ ){0,3}(?:war|conflict|years|uprising)\b"
)
"""What is denied of all times answers no deed."""
_AN = r"(?:(?:the|this|that|these|those|any|such|an?|its|his|her|their|\w+ s) )"
_DEED = (
    rf"(?:it|this|that|them|what (?:had )?(?:happened|took place)|{_AN}+(?:\w+ )?(?:attacks?|killings?|deaths?|shootings?|shelling|\w*strikes?|raids?"
    r"|bombings?|massacres?|murders?|ambush|assaults?|incidents?|bloodshed|events?))"
)
_WHERE = r"(?: (?:there|(?:in|on|at|near|around|outside|that|last) .{1,60}))?"
_PART = re.compile(
    r"(?:(?:\w+ ){0,5}?(?:had|has|have|been|was|were|is|are|played|took|bore) (?:not been|not|nothing|no|in no way) )?"
    r"(?:(?:any|all|its|his|her|their|having|a|being|that|it|they|we|he|she|was|were|had|been|to|direct|whatsoever) )*"
    rf"(?:do with|responsib\w+|involve\w*|role|part|hand|complicity|behind|blame)\b(?P<rest> (?:(?:in|for|with|to|behind|of) )?{_DEED}{_WHERE})?"
    r"(?P<else> .+)?"
)
"""What somebody had no part in: behind it a word for a deed, or nothing; the clinic, the talks and the vote are other matters."""
_ONLY_A_MISHAP = re.compile(
    rf"(?:it|this|that|what (?:had )?(?:happened|took place)(?: (?!not|no|never)\w+){{0,7}}?) (?:was|had been) {AN_ACCIDENT}{_WHERE}"
)
_NO_ACCIDENT = re.compile(r"\b(?:accidents?|mishaps?)\b")
_USED = re.compile(
    r"\b(?:been|was|were|is|are) (?:(?:anywhere|in the (?:air|sky|area)) )?(?:over|above|near|in|at|around|there|on the ground|up|airborne)\b"
    r"|\b(?:fired?|firing|launched|dropped|used|overfl\w+|grounded)\b|\bfl(?:y|ew|own|ying)\b(?! to\b| with\b| in\b)"
    r"|\bfl(?:ew|own|ying) to \w+(?: (?:on|this|that|last) \w+)?$"
    r"|\b(?:had|has|have|there (?:was|were|had been)) no (?:\w+ ){1,3}?(?:there|over|near|in|at|around|above)\b"
    r"|\b(?:had|has|have) no (?:\w+ )?(?:gas|chlorine|sarin|chemicals?|phosphorus|napalm)(?: weapons)?\b(?! for\b| to\b| left\b)"
)
"""Of arms: they were there, or did what arms do; "no helicopter had crashed" and "no drones were sold" say nothing of a deed."""
_TO_SPARE = re.compile(r"\b(?:had|has|have) no\b[^.]* to (?!the\b|its\b|be\b)[a-z]")
"""Who has "no men there to guard the depot" tells of a want."""
_TELLING = 10
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST_WORD = re.compile(r"\w+")


def bare_denials(sheet: Sheet, told: Sequence[Told], identity: Identity, origins: Origins) -> list[Told]:
    """The denials of a report that no event tells and that answer no deed told there, as tellings of a deed that others tell."""
    answering = {answer.statement for one in told for answer in one.answers} | {one.event.according_to for one in told if one.denial}
    made = [_event(sheet, s) for s in sheet.reading.statements if s.id not in answering and _denies(sheet, s)]
    found = (_bare(one, identity) for one in tell(sheet, identity, origins, made)) if made else ()
    return [one for one in found if one is not None]


def _denies(sheet: Sheet, statement: Statement) -> bool:
    text = sheet.report.text
    if statement.speaker is None or statement.anonymous or not statement.content or in_general(statement, text):
        return False
    if _ALWAYS.search(fold(text[slice(*sentence_span(text, statement.content[0]))])):
        return False
    if statement.stance in ("deny", "reject"):
        return statement.stance == "deny" or of_what_others_say(statement, text)
    return gainsays(statement, text)


def _event(sheet: Sheet, statement: Statement) -> Event:
    """What stands for the deed that is denied: nothing is known of it but the days and the place that the denier names."""
    start, end = statement.content[0]
    first = _FIRST_WORD.search(sheet.report.text, start, end)
    inside = [time for time in sheet.reading.times if time.type != "DURATION" and any(a <= time.span[0] < b for a, b in statement.content)]
    when = Interval(earliest=inside[0].earliest, latest=inside[0].latest) if len(inside) == 1 and inside[0].earliest else None
    place = _place(sheet, statement)
    return Event(
        id=statement.id, type="ASSAULT", trigger=first.span() if first else (start, end), status="denied", according_to=statement.id,
        place=place.id if place else None, when=when, confidence=statement.confidence, by=statement.by,
    )  # fmt: skip


def _place(sheet: Sheet, statement: Statement) -> Place | None:
    """The one place that a denial names; where it names none, the last one named before it that "there" may be."""
    text, local = sheet.report.text, [place for place in sheet.reading.places if place.kind in _LOCAL]
    said = " ".join(sheet.reading.words(span) for span in statement.content)
    own = _named(local, said) or _named(local, text[slice(*sentence_span(text, statement.content[0]))])
    if own or not _THERE.search(fold(said)):
        return own[0] if len(own) == 1 else None
    before = ((text.rfind(place.name, 0, statement.content[0][0]), place) for place in local if "dateline" not in place.roles)
    return max(((at, place) for at, place in before if at >= 0), key=lambda found: found[0], default=(0, None))[1]


def _named(places: Iterable[Place], said: str) -> list[Place]:
    spoken = f" {fold(said)} "
    return [place for place in places if f" {fold(place.name)} " in spoken]


def _bare(one: Told, identity: Identity) -> Told | None:
    """A made event as a denial; None where who speaks could not have done it."""
    whose, side = one.whose, one.whose.side or one.whose.speaker
    statement = one.sheet.statements[one.event.id]
    if side is None or whose.own or identity.kind(side) in VOICES:
        return None
    owners = frozenset({identity.owner(side)}) if told_apart(side, identity) else frozenset[str]()
    power = power_of(identity.kind(side))
    text = " ".join(one.sheet.reading.words(span) for span in statement.content)
    said = words(text)
    plainly, content = _plainly(said, text), content_of(one.sheet, statement, one.event.trigger)
    content -= {stem for stem in content for word in said if word.startswith(stem) and _arms((word,)) != _ANY}
    if _of_another_matter(" ".join(said)) or not (plainly or content):
        return None
    return replace(
        one, bare=True, denial=True, doers=Doers(owners, frozenset({power}) if power else frozenset()), act=_arms(said),
        content=frozenset() if plainly else content,
        names=names_in(one.sheet, statement.content[0], statement) | frozenset((one.town or "").split()),
    )  # fmt: skip


def _plainly(said: Sequence[str], text: str) -> bool:
    """Whether a denial answers a deed whatever its words: of arms that they were not there, or not used; of men that they were not there; or where
    it only points back."""
    folded = " ".join(said)
    if _TO_SPARE.search(text):
        return False
    if _arms(said) != _ANY and _USED.search(folded):
        return True
    pointing = points_back(folded) and (_NO_ACCIDENT.search(folded) is None or _ONLY_A_MISHAP.fullmatch(folded) is not None)
    return pointing or _ABSENT.search(text) is not None


def _of_another_matter(folded: str) -> bool:
    """Whether somebody denies a part in what is no deed: "had no hand in the vote", "responsibility for the road"."""
    part = _PART.fullmatch(folded)
    return part is not None and part["else"] is not None


def _arms(said: Sequence[str]) -> str:
    """The kind of act of which the arms are named that were not used; any where none are."""
    return next((act for act, arms in _ARMS if any(arms.fullmatch(word) for word in said)), _ANY)


def fits(a: Told, b: Told, sites: Mapping[str, Site]) -> tuple[tuple[str, float], ...] | None:
    """What speaks for a bare denial answering a deed that another report tells, by name; None where it cannot be that deed."""
    denial, told = (a, b) if a.bare else (b, a)
    if denial.sheet is told.sheet or told.bare or told.stand != "asserts" or told.family != "ASSAULT" or told.habit:
        return None
    if told.whose.owner is not None and told.whose.owner == denial.whose.owner:
        return None
    if not acts_agree(denial.act, told.act) or _long_ago(denial, told) or _elsewhere(denial, told):
        return None
    laid = _laid(denial, told)
    if laid is None or (denial.content and by_words(frozenset(), denial.content, told.sheet.report.text, told.event.trigger) <= 0):
        return None
    return (
        ("doer", laid),
        ("place", _by_place(denial, told, sites)),
        ("days", _by_days(denial, told)),
        ("act", _by_act(denial, told)),
        ("thing", 1.0 if denial.things & told.things else 0.0),
        ("number", 1.5 if _numbers(denial) & _numbers(told) else 0.0),
        ("asked for", -_ASKED),
    )


def fit(a: Told, b: Told, sites: Mapping[str, Site]) -> float | None:
    """The sum of what speaks for it, and `_LITTLE` where it is less than is asked for."""
    found = fits(a, b, sites)
    if found is None:
        return None
    score = sum(weight for _, weight in found)
    return score if score >= 0 else _LITTLE


def clearest(fitting: Iterable[tuple[float, K, K]]) -> K | None:
    """Of what a denial may answer (how well it fits, the first of its group, and itself) the one whose group fits clearly better than any other."""
    best: dict[K, tuple[float, Any]] = {}
    for score, group, member in fitting:
        best[group] = max(best.get(group, (score, member)), (score, member))
    ranked = sorted(best.values(), reverse=True)
    return ranked[0][1] if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEARLY) else None


def _laid(denial: Told, told: Told) -> float | None:
    """How plainly a deed is laid at the denier's door; None where it is laid at another's."""
    blamed = {word.doer for word in told.attributed if not word.own}
    if denial.doers.owners & (told.doers.owners | blamed):
        return 2.0
    if (denial.doers.owners and told.doers.owners) or told.doers.strangers:
        return None
    if not (told.doers.owners or told.doers.kinds):
        return 0.0 if denial.doers.kinds else None
    return 1.0 if denial.doers.kinds & told.doers.kinds else None


def _elsewhere(denial: Told, told: Told) -> bool:
    if denial.site is None or told.site is None or _there(denial, told):
        return False
    return denial.town not in told.around and told.town not in denial.around


def _there(denial: Told, told: Told) -> bool:
    """Whether a denial is of the place where the deed was, or either sentence has the other's place, whatever its reader takes that for."""
    pairs = ((denial, told), (told, denial))
    return denial.town == told.town is not None or any(one.town and set(one.town.split()) <= set(other.sentence) for one, other in pairs)


def _by_place(denial: Told, told: Told, sites: Mapping[str, Site]) -> float:
    """What it says that the deed was in the place of which the denier speaks: little where that is large."""
    if not _there(denial, told):
        return 0.0
    return 1.0 if any(site and sites[site].kind in _LARGE for site in (denial.site, told.site)) else 2.0


def _by_act(denial: Told, told: Told) -> float:
    """What it says that arms of that kind were used: more where that is rare."""
    if denial.act in OPEN or not acts_speak(denial.act, told.act):
        return 0.0
    return 1.0 if denial.act in DAILY else 1.5


def _numbers(one: Told) -> set[str]:
    """The numbers in its sentence that no other happening has by chance."""
    return {word for word in one.sentence if word.isdigit() and int(word) >= _TELLING and not _YEAR.fullmatch(word)}


def _long_ago(denial: Told, told: Told) -> bool:
    """Whether a deed lies too long before its denial, or after it, or is no deed of a day; or was told only later."""
    if denial.days is None or told.days is None:
        return True
    if told.days.stated and told.days.last - told.days.first > _ONE_DEED:
        return True
    if denial.days.stated:
        return days_apart(denial.days, told.days) > 0
    return not -1 <= denial.days.last - told.days.last <= _WITHIN + told.days.last - told.days.first


def _by_days(denial: Told, told: Told) -> float:
    if denial.days is None or told.days is None:
        return 0.0
    if denial.days.precise and told.days.precise:
        return 1.5
    return 0.5 if denial.days.last - told.days.last <= FRESH else 0.0
