"""What "the attack" and "the blasts" stand for: the deed that the same report has told before, on another's word.

A reader keeps apart what a report says in its own voice and what somebody says in it. Where the later words only point back, with
neither a day nor a place of their own, the two are one happening.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.situation.acts import OPEN, act_of, acts_agree, acts_speak
from sayso.situation.counted import LATER, OF_MORE, WHOLE_WAR, Counted, counted
from sayso.situation.loose import names_a_place
from sayso.situation.told import Told
from sayso.situation.words import fold, sentence_around, sentence_span

_ANOTHER = (
    r"(?:imminent|possible|planned|alleged|new|latest|previous|first|second|third|last|next|recent|similar|earlier|other|ongoing|daily|worst|deadliest"
    r"|who|which|to)\b"
)
_POINTS_BACK = re.compile(r"\b(?:the|this|that|these|those|both)(?: (?!" + _ANOTHER + r")\w+)?$")
_OTHERS = re.compile(r"\b(?:previous|earlier|past|similar|other|such)(?: \w+)?$")
_ITS_OWN = re.compile(
    r" (?:with|on|against|in|near|across|by|at|that|which|carried|conducted|launched|staged|mounted|committed|led|blamed|claimed|attributed)\b"
)
"""What says of several deeds which they are, so that they need not be those just told."""
_ITS_OWN_WITHIN = 12
_NOUN = re.compile(
    r"attacks?|blasts?|bombings?|explosions?|strikes?|airstrikes?|raids?|killings?|massacre|bloodshed|assault|offensive|ambush|shootings?"
    r"|shelling|bombardment|abductions?|kidnappings?|evacuation|release|withdrawal|surrender|truce|deal|agreement|ceasefire"
)
_GROUND = frozenset({"taking", "battle"})
"""No single deed, as a rule: "the attack" seldom stands for these."""
_DEADLY = frozenset({"air", "shelling", "blast", "explosion", "bombed", "shooting", "unconventional", "attack"})
"""Acts of which dead and wounded are told in the next sentence."""
_THE_FALLEN = re.compile(r"\b(?:those|the)(?: who(?: had| have)?)?$")
"""Before a word for the dead or the wounded: those of the deed that the report has told."""
_ATTACKERS = re.compile(r"\b(?:the|these|both) (?:\w+ )?(?:attackers?|assailants?|raiders|ambushers|gunm[ae]n|bombers?)\b")
"""Those of whom nobody speaks so but of a deed that has been told."""
_AT_ANOTHER_TIME = re.compile(r"\b(?:had|earlier|previous(?:ly)?|before|later|then|every|each|often|usually|always|sometimes|used to|again)\b")
_FALLEN_WORD = re.compile(r"killed|dead|died|wounded|injured|victims?|casualties|fatalities|deaths|death toll|toll")
_BEFORE = 40  # characters before the noun in which its article is looked for
_HEADLINE_WORDS = 0.4  # of a headline's words that the sentence below it has to share
_PLURAL_REACH = 300  # "the attacks" may be many more than what was told
_REACH = 700  # characters; what a longer text told before has had other things told after it


def pointing_back(told: Sequence[Told]) -> list[Told]:
    """A report's told events, in the order of its text, each with the id of the earlier one that its words only point back to, and what is
    denied of "them" laid at the door of those who are meant."""
    told = [_laid(one, told) for one in told]
    meant = ((one, _meant_by(one, told[:at], told[at + 1 :])) for at, one in enumerate(told))
    return [replace(one, points_to=other.event.id) if other else one for one, other in meant]


def _meant_by(one: Told, before: Sequence[Told], after: Sequence[Told]) -> Told | None:
    """The telling that these words point at, of those before them in the report, or, of a headline, after it."""
    earlier = (find(one, before) for find in (_told_again, _denied_at_once, _meant, _by_the_attackers, _those_who_fell, _came_of, _counted_otherwise))
    return next((found for found in earlier if found is not None), None) or _headed(one, after)


def _told_again(one: Told, before: Sequence[Told]) -> Told | None:
    """The deed of which the reader has found that these words tell it again, on another's word: the last of its kind, of that day and place first."""
    if not one.again or (one.trigger.endswith("s") and _ITS_OWN.match(one.sheet.report.text[one.event.trigger[1] :][:_ITS_OWN_WITHIN])):
        return None
    alike = [o for o in reversed(before) if o.family == one.family and acts_agree(o.act, one.act) and o.whose.source != one.whose.source]
    named = [o for o in alike if set(o.trigger.split()) & set(one.trigger.split())]  # "the strikes" are the "air strikes" and no ground seized since
    alike = named or alike
    same = (other for other in alike if other.event.place == one.event.place and other.event.when == one.event.when)
    near = (other for other in alike if one.days is not None and one.days.telling and other.event.place in (one.event.place, None))
    return next(same, None) or next(near, None)


def _denied_at_once(one: Told, before: Sequence[Told]) -> Told | None:
    """What a denial without day or place of its own answers: the last deed of its very act that the report has told on another's word."""
    if not one.denial or (one.site is not None and not one.carried) or (one.days is not None and one.days.stated):
        return None
    for other in reversed(before):
        if one.event.trigger[0] - other.event.trigger[0] > _REACH:
            return None
        same = other.family == one.family and acts_speak(one.act, other.act) and other.stand == "asserts" and not other.heads
        own = one.spared and one.whose.owner in other.doers.owners
        if same and not own and other.whose.source != one.whose.source and one.doers.may_be(other.doers):
            return other
    return None


def _laid(one: Told, told: Sequence[Told]) -> Told:
    """Who is meant where somebody denies of himself what the report has told of another: "they" in "the army denied that they had captured
    the town" are those who claim it, whoever the reader takes them for. Nobody denies having taken what another took."""
    if not one.denial or one.whose.owner not in one.doers.owners:
        return one
    for other in told:
        same = other.stand == "asserts" and (other.act, other.family) == (one.act, one.family) and other.town == one.town
        others = other.doers.owners and one.whose.owner not in other.doers.owners
        if same and others and (other.town or other.recipients & one.recipients) and _claims(other):
            return replace(one, actors=other.actors, doers=other.doers)
    return one


def _claims(one: Told) -> bool:
    """Whether a deed is its teller's own, or one that can have but one doer."""
    return one.act == "taking" or one.whose.owner in one.doers.owners


def _headed(one: Told, after: Sequence[Told]) -> Told | None:
    """What a headline tells: the first deed of its kind below it."""
    if not one.heads:
        return None
    below = (other for other in after if not other.heads)
    for other in below:
        if other.event.trigger[0] - one.event.trigger[1] > _REACH:
            return None
        if other.family == one.family and other.stand == one.stand and acts_agree(one.act, other.act) and _told_below(one, other):
            return other
    return None


def _told_below(head: Told, other: Told) -> bool:
    """Whether a deed below a headline is the headline's: told in its words, or denied by the same."""
    alike = len(set(head.sentence).intersection(other.sentence)) >= _HEADLINE_WORDS * len(head.sentence)
    one_act = head.act == other.act and head.act not in OPEN
    if head.stand == "denies":
        one_denier = head.denial and other.denial and head.whose.owner == other.whose.owner
        return (one_denier and (alike or one_act)) or (alike and one_act)
    return alike and (other.whose.source != head.whose.source or acts_speak(head.act, other.act) or bool(head.counts & other.counts))


def _meant(one: Told, before: Sequence[Told]) -> Told | None:
    if one.own_day or one.stand != "asserts" or not _NOUN.fullmatch(one.trigger.rpartition(" ")[2]):
        return None
    start = one.event.trigger[0]
    text, end = one.sheet.report.text, one.event.trigger[1]
    plural = one.trigger.endswith("s")
    if not _POINTS_BACK.search(_before(one)) or text[end : end + 4] == " of " or (plural and _ITS_OWN.match(text[end : end + _ITS_OWN_WITHIN])):
        return None
    for other in reversed(before):
        apart = start - other.event.trigger[0]
        if apart > _REACH:
            return None
        if plural and apart > _PLURAL_REACH and not other.trigger.endswith("s"):
            continue
        told = other.stand == "asserts" or other.denial  # "denied that it attacked the town. The assault killed nine"
        if told and other.family == one.family and _named_alike(one, other) and not _OTHERS.search(_before(other)):
            return other if other.whose.source != one.whose.source else None
    return None


def _by_the_attackers(one: Told, before: Sequence[Told]) -> Told | None:
    """The deed of which somebody tells how it went: "the attackers set off a charge and opened fire". Who attacks has been told of: the last
    violent deed that the report has told as done, where the words have neither day nor place of their own but its own."""
    if one.family != "ASSAULT" or one.stand != "asserts" or one.own_day:
        return None
    start, end = sentence_span(one.sheet.report.text, one.event.trigger)
    before_it = fold(one.sheet.report.text[start : one.event.trigger[0]])
    if one.habit or not _ATTACKERS.search(before_it) or _AT_ANOTHER_TIME.search(fold(one.sheet.report.text[start:end])):
        return None
    for other in reversed(before):
        if other.event.trigger[0] >= start or other.habit or other.act in _GROUND or _OTHERS.search(_before(other)):
            continue
        if one.event.trigger[0] - other.event.trigger[0] > _REACH:
            return None
        if other.family == "ASSAULT" and other.stand == "asserts" and not other.heads:
            return other if one.site is None or one.carried or one.town == other.town else None
    return None


def _those_who_fell(one: Told, before: Sequence[Told]) -> Told | None:
    """The deed whose dead or wounded are spoken of again: "most of those killed were at home". The last deadly one that the report has told,
    if no other place or day is named."""
    if one.act != "harm" or one.stand != "asserts" or not _FALLEN_WORD.fullmatch(one.trigger) or not _THE_FALLEN.search(_before(one)):
        return None
    if one.event.when is not None or OF_MORE.search(sentence_around(one.sheet.report.text, one.event.trigger)):
        return None
    for other in reversed(before):
        if one.event.trigger[0] - other.event.trigger[0] > _REACH:
            return None
        if other.family == "ASSAULT" and other.stand == "asserts" and other.act in _DEADLY | {"harm"} and not _OTHERS.search(_before(other)):
            apart = one.site is not None and not one.carried and one.town != other.town
            numbers = {what for what, _ in one.counts} & {what for what, _ in other.counts}
            return None if apart or other.habit or (numbers and not one.counts & other.counts) else other
    return None


def _came_of(one: Told, before: Sequence[Told]) -> Told | None:
    """What a count of dead and wounded came of: the deed of the sentence before, where the words have neither day nor place of their own."""
    own_place = one.site is not None and not one.carried
    if one.act != "harm" or one.stand != "asserts":
        return None
    text = one.sheet.report.text
    start, _ = sentence_span(text, one.event.trigger)
    if before and before[-1].denial and before[-1].act in _DEADLY and before[-1].event.trigger[0] >= start:
        return before[-1]  # "denied responsibility for the shelling, which killed nine"
    if one.own_day or own_place or not one.event.figures:
        return None
    inside = [other for other in before if other.event.trigger[0] >= start and other.family == one.family]
    first, _ = sentence_span(text, (max(0, start - 2), max(0, start - 2)))
    deeds = [other for other in before if first <= other.event.trigger[0] < start and other.family == one.family and other.act != "harm"]
    if inside or len(deeds) != 1 or OF_MORE.search(sentence_around(text, one.event.trigger)):
        return None
    (deed,) = deeds
    if deed.stand != "asserts" or deed.act not in _DEADLY:
        return None
    high = any(count >= WHOLE_WAR for _, count in one.counts)
    counted_already = deed.whose.source == one.whose.source and {what for what, _ in deed.counts} & {what for what, _ in one.counts}
    return None if high or counted_already else deed


def _counted_otherwise(one: Told, before: Sequence[Told]) -> Told | None:
    """The deed of which somebody else gives a count of his own: "... killing nine, the police said. A spokesman of the rebels said 22 policemen
    had been killed". The last one in the report of which the same is counted, where the second count has neither day nor place of its own."""
    own_place = one.site is not None and not one.carried
    if one.family != "ASSAULT" or one.stand != "asserts" or one.whose.own or one.own_day or own_place:
        return None
    counts = _counts(one)
    statement = one.sheet.statements.get(one.event.according_to or "")
    if not counts or statement is None or names_a_place(one.sheet, statement):
        return None
    if LATER.search(sentence_around(one.sheet.report.text, one.event.trigger)):
        return None
    for other in reversed(before):
        if one.event.trigger[0] - other.event.trigger[0] > _REACH:
            return None
        if other.stand == "asserts" and any(mine.may_be(theirs) for mine in counts for theirs in _counts(other)):
            agree = other.family == one.family and acts_agree(one.act, other.act) and one.doers.may_be(other.doers)
            return other if agree and other.whose.source != one.whose.source and not other.heads else None
    return None


def _counts(one: Told) -> list[Counted]:
    """What is counted of the people that a deed befell."""
    found = (counted(fold(one.sheet.figures[figure].what)) for figure in one.figures)
    return [what for what in found if what is not None and what.fate and what.of_people]


def _before(one: Told) -> str:
    start = one.event.trigger[0]
    return fold(one.sheet.report.text[max(0, start - _BEFORE) : start])


def _named_alike(one: Told, other: Told) -> bool:
    """Whether the noun can be a word for the deed: an attack is anything violent, blasts are a bombing and no killing."""
    named = act_of(other.event.type, None, other.trigger) if other.family == "ASSAULT" else other.act
    if one.trigger.endswith("assault"):
        return one.family == "ASSAULT" and not _GROUND & {other.act, named}  # said of any attack
    if not acts_agree(one.act, other.act) or _GROUND & {one.act, other.act, named}:
        return False
    return one.act in OPEN or (acts_speak(one.act, other.act) and named not in OPEN - {"attack"})
