"""Where talks stand: what their moves come to in the mouth of each who speaks of them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sayso.model import Move
from sayso.model.codes import MoveKind
from sayso.model.situation import ThreadState, ThreadStatus
from sayso.situation.case import UNDATED
from sayso.situation.identity import Identity
from sayso.situation.made import Made
from sayso.situation.released import settles
from sayso.situation.topics import topics_of
from sayso.situation.words import fold, sentence_span

_FRESH = timedelta(days=1)
"""Origins disagree about the state of talks only when their last words on it lie so close together."""
_DENIED_SINCE = timedelta(days=14)
"""A deal told so long before somebody denies it is what is denied."""
_MEANS: dict[MoveKind, ThreadStatus] = {
    "demand": "open", "offer": "open", "propose": "open", "mediate": "open", "meet": "open", "ultimatum": "open",
    "accept": "agreed", "agree": "agreed", "reject": "refused", "walk_out": "broken", "deny_talks": "unknown",
    "implement": "implemented", "breach": "broken",
}  # fmt: skip
_BESIDE: frozenset[MoveKind] = frozenset({"mediate", "meet", "demand", "ultimatum", "implement"})
"""What goes on after a refusal and takes nothing of it back: a first step, too, is no deal yet."""
_ASKED_AFTER: frozenset[MoveKind] = frozenset({"demand", "ultimatum"})
"""What is asked after a deal was broken opens no talks anew: it stays broken until another is made or offered."""
_BROKERED = re.compile(
    r"\b(?:deal|agreement|accord|pact|truce|ceasefire|cease fire|cessation of hostilities|armistice)\b(?: \w+){0,4} "
    r"(?:brokered|mediated|negotiated|sponsored)\b"
)
_TO_TALK = re.compile(
    r"\b(?:agree|accept)(?:s|d|ed)? (?:to |on )?(?:"
    r"meet(?! (?:(?:all|any|most|some|every|each|of|the|its|their|these|those|this|that|two|three|\w+ s) ){0,3}"
    r"(?:\w+ )?(?:terms?|conditions?|demands?|deadlines?|obligations?|commitments?|pledges?|requirements?)\b)|sit down|talk|negotiate|"
    r"(?:(?:return|go back|come back|come) to|sit (?:down )?at) the (?:negotiating |negotiation )?table|"
    r"(?:(?:hold|continue|resume|start|restart|reopen|revive|open|begin|attend|join|return to|enter) )?"
    r"(?:(?:an?|the|their|another|new|further|more|first|second|third|next|fresh|stalled|suspended|broken off|interrupted|delayed|formal|informal|"
    r"direct|indirect|face to face|political|technical|peace|truce|ceasefire|cease fire|round|rounds|invitation|of|to) )*"
    r"(?:talks|negotiations|meetings?|dialogue|discussions))\b"
)
"""What is agreed on is only that they talk: "agreed to meet again on Monday"."""
_DEAL_BESIDE = re.compile(
    r"^(?: (?!(?:about|over|concerning|aimed|aiming|leading|lead|on(?! \w+day\b))\b)\w+){0,5}? (?:and (?:also )?(?:to |on )?|to )(?:an?|the) "
    r"(?:(?!(?:new|further|round|meeting)\b)\w+ ){0,2}?(?:truce|cease ?fire|cessation|armistice|deal|pact|accord|halt|"
    r"pause|release|exchange|swap|withdrawal)\b"
)
"""A deal that is agreed on with the talks, or in them: "agreed to talks and to a truce"; "to talks on a truce" is none."""
_SECOND = re.compile(r"and (?:also )?(?:to|on) ")
_AFTER = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing) (?:the |an? )?$")
_A_NEW = re.compile(r"(?:have |has |had )?(?:agreed|signed|reached|struck) (?:to |on )?an? new\b")
_MADE: frozenset[ThreadStatus] = frozenset({"agreed", "implemented", "broken"})
"""Statuses that need a deal."""


class _Word(NamedTuple):
    """The last word of one who speaks of the talks: when, whose, what it comes to, and in which report."""

    day: str
    origin: str
    state: ThreadStatus
    denied: bool
    """Whether it is a denial that there were talks, or a deal."""
    aside: bool
    """Whether it is not the word of one of the sides of the talks."""
    report: str

    def in_force(self, day: str) -> bool:
        """Whether the word, on this later day, is that a deal was made not long ago and not broken."""
        if self.state not in ("agreed", "implemented") or self.denied or UNDATED in (self.day, day):
            return False
        return date.fromisoformat(day) - date.fromisoformat(self.day) <= _DENIED_SINCE


def status_of(part: Sequence[Made], identity: Identity) -> tuple[ThreadState, ...]:
    """What the moves come to in the mouth of each owner whose last word lies close to the very last. Who denies that there were
    talks, or a deal, is where it was before."""
    said = _last_words(part, identity)
    unnamed = {made.whose.origin for made in part if made.whose.unnamed}  # they add no origin
    newest = max((word.day for word in said), default=UNDATED)
    denied_on = max((word.day for word in said if word.denied), default="")
    states: dict[ThreadStatus, list[_Word]] = defaultdict(list)
    for word in said:
        standing = word.state in _MADE and word.day <= denied_on == newest  # a denial takes back nothing that others have said
        if newest == UNDATED or date.fromisoformat(newest) - date.fromisoformat(word.day) <= (_DENIED_SINCE if standing else _FRESH):
            states[word.state].append(word)
    for state in ("agreed", "implemented"):
        left = [word for word in states[state] if not _gone_by(word, states)]
        if not left:
            del states[state]
    if len(states) > 1 and not any(word.denied for word in states.get("open", ())):
        states.pop("open", None)  # asking goes on beside any answer; a denial that anything was agreed does not
    return tuple(ThreadState(value=value, origins=tuple(sorted({word.origin for word in states[value]} - unnamed))) for value in sorted(states))


def _gone_by(word: _Word, states: Mapping[ThreadStatus, Sequence[_Word]]) -> bool:
    """Whether a deal is told to be carried out or broken after this word of it: who told of the deal gainsays neither. That one side calls it
    broken takes back nothing of what others have seen kept."""
    if word.state == "agreed" and any(word.day <= later.day for later in states.get("implemented", ())):
        return True
    return any(
        (word.day < later.day or (word.state == "agreed" and word.report == later.report)) and (word.state == "agreed" or later.aside)
        for later in states.get("broken", ())
    )  # fmt: skip


def _last_words(part: Sequence[Made], identity: Identity) -> list[_Word]:
    """What the talks come to in the mouth of each who speaks of them, in the order in which they first spoke."""
    said: dict[str, _Word] = {}
    called: dict[str, str] = {}
    before: ThreadStatus = "unknown"
    deal: ThreadStatus | None = None
    refused = agreed = broken = False
    ended: dict[str, int] = {}
    for made in [made for made in part if _counts(made, identity)] or part:  # an appeal opens talks of which there is nothing else yet
        owner = _owner(made, identity, called)
        state = _meaning(made)
        if state == "broken" and _before_another(made, part):
            continue
        whole = settles(made) if "captives" in topics_of(made) else agreed or not refused
        if state == "implemented" and not whole and not agreed:
            state = "open"  # a first step as a sign of good will, after a refusal
        refused = state == "refused" or (refused and made.move.kind in _BESIDE)
        agreed |= state in _MADE
        if broken and made.move.kind in _ASKED_AFTER and state == "open":
            continue
        if state == "agreed" and made.move.when is None and made.move.span[0] < ended.get(made.sheet.id, 0):
            continue  # a report that says on which day a deal ended, and not on which it was made
        if state == "broken":
            broken = made.move.kind == "breach" or made.over
            ended[made.sheet.id] = max(ended.get(made.sheet.id, 0), sentence_span(made.sheet.report.text, made.move.span)[1])
        elif state in ("agreed", "implemented") or made.move.kind in ("offer", "propose"):
            broken = False
        if state == "open" and owner in said and said[owner].in_force(made.day):
            continue  # asking goes on while a deal is carried out
        if made.recalled and not made.over and deal in ("broken", "implemented"):
            continue  # "the truce brokered by Oman" that collapsed last week is not in force again
        if deal != "broken" and _only_to_talk(made) and any(word.in_force(made.day) for word in said.values()):
            continue  # who talks on about a deal that there is takes nothing back
        deal = state if state in _MADE else deal
        denied = state is None
        if state is None:
            state = said[owner].state if owner in said and said[owner].state not in _MADE else before
        elif state not in _MADE:
            before = state
        said[owner] = _Word(made.day, made.whose.origin, state, denied, made.whose.side not in made.sides, made.sheet.id)
    return list(said.values())


def _before_another(made: Made, part: Sequence[Made]) -> bool:
    """Whether a breach is only what a new deal came after: "agreed a new truce, a week after the collapse of the last one"."""
    text, span = made.sheet.report.text, made.move.span
    start, end = sentence_span(text, span)
    if made.move.kind != "breach" or made.move.when is not None or not _AFTER.search(text[start : span[0]]):
        return False
    deals = (one for one in part if one.sheet is made.sheet and one.move.kind == "agree" and start <= one.move.span[0] < end)
    return any(_A_NEW.match(one.sheet.reading.words(one.move.span)) for one in deals)


def _owner(made: Made, identity: Identity, called: dict[str, str]) -> str:
    """Whose word a move is. Somebody whom a report calls by one name alone is the one whom another calls so with more names before it;
    `called` keeps those met, by their last name."""
    owner, speaker = made.whose.owner, made.whose.speaker
    if speaker is None or identity.kind(speaker) != "person":
        return owner or made.whose.origin
    *more, last = fold(identity.name(speaker)).split() or [""]
    if more and owner is not None:
        called.setdefault(last, owner)
    return called.get(last, owner or made.whose.origin) if not more else owner or made.whose.origin


def _counts(made: Made, identity: Identity) -> bool:
    """An appeal by somebody who is no side of the talks moves them nowhere."""
    by = {identity.side(party) for party in identity.actors_of(made.sheet, made.move.from_)}
    return made.move.kind != "demand" or not by or bool(by & made.sides)


def _only_to_talk(made: Made) -> bool:
    """Whether all that is agreed on is that they talk."""
    text, span = made.sheet.report.text, made.move.span
    words = fold(text[span[0] : span[1]])
    found = _TO_TALK.search(words) if made.move.kind in ("agree", "accept") else None
    if found is None:
        return False
    behind = fold(text[span[1] : sentence_span(text, span)[1]])  # the words of a move may end before its second object
    return not any(_DEAL_BESIDE.search(f" {rest}") for rest in (words[found.end() :].lstrip(), behind if _SECOND.match(behind) else ""))


def _meaning(made: Made) -> ThreadStatus | None:
    """A refusal holds before the offer is made; an agreement that is only planned or hoped for leaves the talks open. None for a
    denial, which takes back and adds nothing."""
    move: Move = made.move
    means = _MEANS[move.kind]
    if move.kind == "mediate" and _BROKERED.search(fold(made.sheet.reading.words(move.span))):
        means = "agreed"  # "a deal brokered by Qatar" there is
    if _only_to_talk(made):
        means = "open"
    if made.over:
        means = "broken"
    if move.status == "denied" or move.kind == "deny_talks" or (made.denied and means in _MADE):
        return None
    if move.status not in ("happened", "ongoing") and means in _MADE:
        return "open"
    return means
