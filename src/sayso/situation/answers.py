"""Denials that are told without the deed: "Damascus denied the allegations", "Moscow rejected any involvement", "the army denied
using gas". No event of its own stands in them; they answer one that the same report has told.

Only what the denier could answer for is answered: a deed laid at its door, or one of which the report names no doer. What somebody
has always denied, of no occasion in particular, answers nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.model import Span, Statement
from sayso.model.codes import POWERS, PlaceKind
from sayso.situation.acts import OPEN, act_of, acts_agree, acts_speak
from sayso.situation.case import Sheet
from sayso.situation.denials import FALSE_ALL, gainsaying, gainsays, in_general, names_no_deed, taken_for_granted
from sayso.situation.identity import TOWNS, Identity
from sayso.situation.origins import Origins, Whose
from sayso.situation.remarks import Answer
from sayso.situation.told import Told
from sayso.situation.words import fold, place_key, sentence_span, words

_LOCAL: frozenset[PlaceKind] = TOWNS | {"district"}
_DEEDS = frozenset({"ASSAULT", "COERCE"})
_REACH = 600  # characters between a deed and its denial
_ONE_DEED = 7  # days; what has gone on for longer is no deed that a denial answers
_ANY_MORE = re.compile(r"\b(?:any ?more|any longer)\b")
_NO_DEAL = re.compile(
    r"\b(?:no|any|such an?|never an?|not an?|there (?:is|was) an?) (?:(?!longer|more|other|end|new)\w+ ){0,2}?"
    r"(?P<what>deals?|agreements?|accords?|bargains?|pacts?|understandings?|swaps?|exchanges?|"
    r"truces?|ceasefires?|cease fires?|talks|negotiations?|meetings?|contacts?)\b"
    r"(?: (?:on|for|about|over) (?P<on>(?:\w+ ?){1,8}))?"
)
"""What is between two sides and is said not to be."""
_OF_NO_MATTER = frozenset(
    "the a an any such this that these those its their his her of and to in on for at by with from all some more monday tuesday wednesday thursday"
    " friday saturday sunday".split()
)
"""Behind "no agreement on" all other words say what was not agreed: that may be another matter than the deal told."""
_DEALS = (
    (re.compile(r"deals?|agreements?|accords?|bargains?|pacts?|understandings?|swaps?|exchanges?|truces?|ceasefires?|cease fires?"), "accord"),
    (re.compile(r"truces?|ceasefires?|cease fires?"), "yield"),
    (re.compile(r"talks|negotiations?|meetings?|contacts?"), "CONSULT"),
)
_SUCH = re.compile(r"\b(?:such an?|such|this|that)(?: \w+)?$")
_SUCH_WITHIN = 25
_LOST = re.compile(r"\b(?:lost|losing|lose|fallen|fell|given up|abandoned)\b")
"""Said of a town: who says that it was not denies that others have taken it."""
_NOT_LOST = re.compile(
    r"(?:^(?P<what>nothing|it|(?:the|that) (?:town|city|village|station|base|airport|airfield|camp|bridge|hill|post|crossing|dam|port|place))|\w+)"
    r" (?:had|has|was|were|is) (?:(?:not|never) )?(?:been )?(?:fallen|lost|taken|given up|abandoned)$"
)
"""The whole of what somebody says of a place: "it has not fallen", "nothing was lost"."""
_TAKING = act_of("ASSAULT", None, "taken")
_CHANGING_HANDS = frozenset({_TAKING, "leaving"})
_GAS = act_of("ASSAULT", "unconventional", "")
_LONG_AGO = 31  # days
_DEED_WORDS = 9  # in which a denial names the deed
_USED = frozenset({"use", "used", "using"})
_BEFELL = re.compile(r"\b(?:was|were|been|being|lost|losing|lose)\b")
"""In a plain "not": what befell somebody, or something, and nobody's deed."""
_POINTING = re.compile(
    r"^(?:(?:any|all|the|those|these|this|that|such|its|his|her|their|repeated|previous|earlier|direct|of|to|some|having|as) ){0,3}(?:\w+ )??"
    r"(?P<word>responsib\w+|involve\w*|role|part|complicity|accus\w+|allegations?|charges?|claims?|reports?|accounts?|versions?|stor(?:y|ies)|assertions?"
    r"|suggestions?|statements?|blame|it(?=$)|attacks?|incident)\b(?P<rest>.*)$"
)
_CLAIM = re.compile(r"claims?|reports?|accounts?|versions?|stor(?:y|ies)|statements?|assertions?|suggestions?|it")
"""What is denied with these is what somebody has just said, of his own deeds too: "said they had taken the town; the army denied the claim"."""
_CLAIMED_IN = 300
"""Characters between such a claim and its denial."""
_SAYING = re.compile(r"accus\w+|allegations?|charges?|claims?|reports?|accounts?|versions?|stor(?:y|ies)|assertions?|suggestions?|statements?")
_DENYING_AGAIN = 60
"""Characters of what is denied in which "has repeatedly denied" may stand, where a headline has run into the sentence."""
_SAID_OF = re.compile(r"^ (?:that|it|its|he|she|they|their|his|her|the|by|of|about|on)\b")
_ALWAYS = re.compile(r"\b(?:always|repeatedly|consistently|persistently|long|often|routinely|regularly|ever)\b")
_AT_ANY_TIME = re.compile(r"\b(?:during|throughout|in) the (?:\w+ ){0,3}(?:war|conflict|years|uprising)\b|\bnot in the past\b")
_THIS = re.compile(
    r"\b(?:this|that|these|those|such an?|the (?:\w+ )?(?:attacks?|strikes?|raids?|incident|killings?|bombings?|massacre|shelling|blast))\b"
)


def answered(sheet: Sheet, told: Sequence[Told], identity: Identity, origins: Origins) -> list[Told]:
    """A report's told events, each with the denials in that report that answer it."""
    found: dict[str, tuple[Answer, ...]] = {}
    spoken_for = {one.event.according_to for one in told if one.stand == "denies"}
    for statement in sheet.reading.statements:
        if statement.id in spoken_for or not statement.content:
            continue
        granted = [one for one in told if one.event.according_to == statement.id and taken_for_granted(one.event, statement, sheet.report.text)]
        if statement.stance not in ("deny", "reject") and not granted and not gainsays(statement, sheet.report.text):
            continue
        whose = origins.whose(sheet, statement.id, statement.content[0])
        if whose.speaker is None and whose.side is None:
            continue
        target = granted[0] if granted else _answered(sheet, statement, whose, told, identity)
        if target is not None:
            said = _own_words(sheet, statement, target)
            found[target.event.id] = (*found.get(target.event.id, ()), Answer(said.id, whose, said.content[0]))
    for denial in told:
        if denial.denial and denial.whose.side is not None and (deed := _denied(denial, told, identity)) is not None:
            answer = Answer(denial.event.according_to or denial.event.id, denial.whose, denial.event.trigger)
            found[deed.event.id] = (*found.get(deed.event.id, ()), answer)
    return [replace(one, answers=found[one.event.id]) if one.event.id in found else one for one in told]


def _own_words(sheet: Sheet, denial: Statement, target: Told) -> Statement:
    """Where a denial only gives what it denies ("contradicting the ministry, which says that the raid killed fifteen"), what the denier says
    himself in that sentence."""
    start, end = sentence_span(sheet.report.text, denial.content[0])
    if not denial.content[0][0] <= target.event.trigger[0] < denial.content[0][1]:
        return denial
    own = (s for s in sheet.reading.statements if s.speaker == denial.speaker and s.content and start <= s.content[0][0] < end)
    return next((one for one in own if one.content[0][1] <= denial.content[0][0] or one.content[0][0] >= denial.content[0][1]), denial)


def _denied(denial: Told, told: Sequence[Told], identity: Identity) -> Told | None:
    """The deed that the same report has told of the one who denies it, in other words often and without its day: "said the army had pounded the
    suburb ... The army denied firing on it"; or the meeting that somebody says there was none of."""
    if denial.event.type == "CONSULT":
        scored = [(_meets(one, denial, identity), -index) for index, one in enumerate(told)]
    else:
        span, named = denial.event.trigger, {identity.owner(actor) for actor in denial.actors}
        such = _SUCH.search(fold(denial.sheet.report.text[max(0, span[0] - _SUCH_WITHIN) : span[0]])) is not None
        scored = [
            (_score(one, _act(denial, one), span, denial.whose, identity, named | one.doers.owners if such else named, claim=False), -index)
            for index, one in enumerate(told) if _may_answer(one, denial, identity, such)
        ]  # fmt: skip
    score, index = max(scored, default=(0.0, 0))
    return told[-index] if score > 0 else None


def _act(denial: Told, one: Told) -> str:
    """The act that a denial names: of a deed told by the same word that deed's, whatever arms are named beside it."""
    return one.act if denial.trigger == one.trigger else denial.act


def _may_answer(one: Told, denial: Told, identity: Identity, such: bool) -> bool:
    """Whether a deed of no long time is told before its denial and nowhere else, and is the very act, or is pointed at ("no such attack"), or is
    laid at the denier's door by somebody: no outlet that tells of the denier's other deeds in its own voice."""
    elsewhere = one.site and denial.site and one.site != denial.site and not (one.carried or denial.carried)
    long = one.days is not None and one.days.stated and one.days.last - one.days.first > _ONE_DEED
    if one.event.trigger[0] >= denial.event.trigger[0] or elsewhere or long:
        return False
    laid = denial.whose.owner in {identity.owner(actor) for actor in one.actors}
    if laid and denial.spared:
        return False
    return such or (laid and not one.whose.own) or (denial.act not in OPEN and acts_speak(denial.act, one.act))


def _meets(one: Told, denial: Told, identity: Identity) -> float:
    """How near a meeting, or talks, stand before their denial by somebody who may have been there; 0 where they are not what is denied."""
    apart = denial.event.trigger[0] - one.event.trigger[0]
    if one.event.type != "CONSULT" or one.stand != "asserts" or one.whose.owner == denial.whose.owner or not 0 < apart <= _REACH / 2:
        return 0.0
    sides = {identity.owner(actor) for actor in (*one.actors, *one.recipients)}
    at_all = one.trigger == denial.trigger and not denial.actors | denial.recipients  # "nobody met anybody"
    return _REACH / apart if denial.whose.owner in sides or not sides or at_all else 0.0


def _answered(sheet: Sheet, statement: Statement, whose: Whose, told: Sequence[Told], identity: Identity) -> Told | None:
    start = statement.content[0][0]
    said = fold(" ".join(sheet.reading.words(span) for span in statement.content))
    plain = statement.stance not in ("deny", "reject")
    said = (gainsaying(statement, sheet.report.text) if plain else "") or said
    pointing = _POINTING.match(said)
    false = FALSE_ALL.match(said) is not None
    deed = "" if false else said if pointing is None else _deed_behind(pointing)
    if statement.stance == "reject" and not (pointing and _SAYING.fullmatch(pointing["word"])):
        return None
    first, _ = sentence_span(sheet.report.text, statement.content[0])
    if (deed and in_general(statement, sheet.report.text)) or _ALWAYS.search(said[:_DENYING_AGAIN]):
        return None
    always = _ALWAYS.search(fold(sheet.report.text[max(first, start - 60) : start])) or _AT_ANY_TIME.search(said)
    if always and not _THIS.search(said):
        return None
    if (dealing := _between(statement, said, whose, told, identity)) is not None:
        return dealing
    places = set() if false else _towns_in(sheet, said)  # in "the account from the capital was false" a town only says whose it is
    lost = bool(deed and places and _LOST.search(deed))
    act = _TAKING if lost else act_of("ASSAULT", None, " ".join(_named(deed, plain))) if deed else ""
    if plain and act == "other" and names_no_deed(deed):
        act = deed = ""
    if deed and (given_up := _given_up(statement, deed, whose, told, places)) is not None:
        return given_up
    if (deed and act in ("other", "")) or (plain and act in OPEN and _BEFELL.search(deed)):
        return None
    named = set() if plain else _named_in(sheet, statement, identity)
    claim = false or (pointing is not None and not deed and _CLAIM.fullmatch(pointing["word"]) is not None)
    denial = (start, statement.content[-1][1])
    scored = [
        (_score(one, act, denial, whose, identity, named | one.doers.owners if lost and one.town in places else named, claim, plain), -index)
        for index, one in enumerate(told) if not _of_the_speaker(statement, one) and _there(one, places) and not _forgotten(one, statement)
    ]  # fmt: skip
    score, index = max(scored, default=(0.0, 0))
    return told[-index] if score > 0 else None


def _between(statement: Statement, said: str, whose: Whose, told: Sequence[Told], identity: Identity) -> Told | None:
    """The deal, the truce, the talks of which the same report has told last, where somebody says that there are none; of those who use no word for
    denying one of its sides."""
    if _ANY_MORE.search(said):
        return None
    found = list(_NO_DEAL.finditer(said))
    named = {family for word in found for words, family in _DEALS if words.fullmatch(word["what"])}
    matters = {word for no in found for word in (no["on"] or "").split()} - _OF_NO_MATTER
    start = statement.content[0][0]
    for one in reversed(told) if named else ():
        sides = {identity.owner(actor) for actor in (*one.actors, *one.recipients)}
        there = 0 < start - one.event.trigger[0] <= _REACH and one.stand == "asserts" and one.whose.source != whose.source and not one.heads
        there = there and (not matters or not matters.isdisjoint(one.sentence))
        if there and one.family in named and one.act not in ("praise", "offer") and (statement.stance == "deny" or not sides or whose.owner in sides):
            return one
    return None


def _given_up(statement: Statement, deed: str, whose: Whose, told: Sequence[Told], places: set[str]) -> Told | None:
    """The taking or the leaving of a place, said by somebody else last before who says that it, or nothing, was lost."""
    lost = _NOT_LOST.search(deed)
    if lost is None:
        return None
    for one in sorted(told, key=lambda one: (one.act != _TAKING, -one.event.trigger[0])):
        meant = one.town in places or (not places and lost["what"] is not None)
        there = 0 < statement.content[0][0] - one.event.trigger[0] <= _CLAIMED_IN and one.whose.source != whose.source
        if meant and there and one.stand == "asserts" and one.act in _CHANGING_HANDS and not (one.heads or one.whose.own):
            return one
    return None


def _named(deed: str, plain: bool) -> list[str]:
    """The words in which a denial names the deed; a plain "not" about what was used names none."""
    return [word for word in deed.split()[:_DEED_WORDS] if not (plain and word in _USED)]


def _deed_behind(pointing: re.Match[str]) -> str:
    """What the talk is of that somebody denies: "the reports that its jets had bombed the town"; blank where it only points."""
    return pointing["rest"] if _SAYING.fullmatch(pointing["word"]) and _SAID_OF.match(pointing["rest"]) else ""


def _towns_in(sheet: Sheet, said: str) -> set[str]:
    """The folded names of the towns that a denial names."""
    spoken = set(said.split())
    return {place_key(place.name) for place in sheet.reading.places if place.kind in _LOCAL and spoken.issuperset(words(place.name))}


def _there(one: Told, places: set[str]) -> bool:
    """Whether a deed may have been in one of the towns of which a denial speaks; where that names none, anywhere."""
    return not places or one.town is None or one.carried or one.town in places or not places.isdisjoint(one.around)


def _of_the_speaker(statement: Statement, one: Told) -> bool:
    """Whether a deed stands between who speaks and the word for speaking: "the army, which has been fighting there, denied"."""
    if statement.speaker_span is None or statement.cue is None:
        return False
    return statement.speaker_span[1] <= one.event.trigger[0] < statement.cue[0]


def _score(one: Told, act: str, denial: Span, whose: Whose, identity: Identity, named: set[str], claim: bool, plain: bool = False) -> float:
    """How well a deed answers to a denial; 0 where it cannot be what is denied. `act` is what the denial names, blank where it only
    points ("the reports"); `named` are the owners of the parties that it names; a `claim` may be one about the claimant's own deeds. Of a `plain`
    "no" only what is laid at the speaker's door is answered."""
    blaming = (word.span[0] for word in one.attributed if word.fact in one.sheet.statements and word.span[0] < denial[0])
    apart = denial[0] - max((one.event.trigger[0], *blaming))
    if one.habit or one.family not in _DEEDS or one.whose.source == whose.source or not denial[0] - denial[1] < apart <= _REACH:
        return 0.0
    if one.whose.owner is not None and one.whose.owner == whose.owner:
        return 0.0
    if apart <= 0 and act not in OPEN and one.act in OPEN:
        return 0.0  # "denied that it used gas in the attacks": that there were attacks is not what is denied
    owners = {identity.owner(actor) for actor in one.actors}
    if not owners and "power" in one.doers.kinds and one.whose.side and identity.kind(one.whose.side) in POWERS and one.whose.owner:
        owners = {one.whose.owner}  # "US officials said the military had fired": their own
    blamed = any(other.doer == whose.owner and not other.own for other in one.attributed)
    laid = blamed or bool(owners & ({whose.owner} | named)) or (claim and apart <= _CLAIMED_IN and one.whose.owner in owners)
    if act and not (acts_speak(act, one.act) or (acts_agree(act, one.act) and (laid or OPEN & {act, one.act}) and _speaks_of(one, act))):
        return 0.0
    if one.stand != "asserts" and not (one.event.status == "possible" and laid):
        return 0.0
    if ((owners or plain) and not laid) or (not laid and not (act and acts_speak(act, one.act)) and apart > _REACH / 2):
        return 0.0
    said = 1.5 * (not one.whose.own)  # what somebody has said is denied, sooner than what the report tells itself
    return 4.0 + 2.0 * laid + 1.5 * blamed + said + acts_speak(act, one.act) - abs(apart) / 200


def _forgotten(one: Told, statement: Statement) -> bool:
    """Whether a deed lies long before the day on which somebody is said to have denied something: it is told as the background of another."""
    if statement.stated is None or not statement.stated.latest or not one.own_day or one.days is None:
        return False
    return date.fromisoformat(statement.stated.latest[:10]).toordinal() - one.days.last > _LONG_AGO


def _speaks_of(one: Told, act: str) -> bool:
    """Whether a deed told by a word for any ("attack") may be what a denial names: who denies having used gas answers no report of shells."""
    return act in OPEN or (act != _GAS and one.act not in OPEN) or any(act_of("ASSAULT", None, word) == act for word in one.sentence)


def _named_in(sheet: Sheet, statement: Statement, identity: Identity) -> set[str]:
    spans = statement.content
    inside = (p.id for p in sheet.reading.parties if any(a <= start < b for start, _ in p.mentions for a, b in spans))
    return {identity.owner(actor) for actor in identity.actors_of(sheet, inside)}
