"""Whose word an outlet's own text is: a press office's is its body's, a ministry's its state's."""

import re

from sayso.model.codes import FIGHTERS, PartyKind
from sayso.situation.case import Sheet
from sayso.situation.known import Known
from sayso.situation.officials import NOT_OF_STATE
from sayso.situation.words import fold, words

VOICES: frozenset[PartyKind] = frozenset({"agency", "outlet"})
BODIES: frozenset[PartyKind] = FIGHTERS - {"state"} | {"ngo", "io", "party", "monitor"}
"""Kinds of party whose organs publish under the body's name and their own."""
_ORGANS = frozenset(
    "office department team bureau directorate secretariat spokesman spokeswoman spokesperson centre center command division zone wing staff".split()
)
"""What a body's own publishing house is called, behind its name or before it."""
_SIDE = re.compile(
    r"\b(?:(?<!salvation )army|navy|air force|armed forces|command|general staff|brigade|battalion|ministry|task force|defen[cs]e council"
    r"|council of defen[cs]e|general directorate|police (?:command|headquarters|directorate)|communiqu[eé]|press release"
    r"|press (?:office|centre|center|service|bureau) of|spokes(?:man|woman|person))\b"
)
_PAPER = re.compile(
    r"\b(?:times|news\w*|post|daily|herald|tribune|radio|wire|agency|journal|review|gazette|mirror|telegraph|standard|star|sun|voice|tv|television|fm"
    r"|online|magazine|podcast|substack|blog|observer|watch|monitor\w*|mail|page|today|report|human rights)\b"
)
_SELVES = frozenset(
    "army navy force forces police gendarmerie ministry minister president presidency governor mayor prosecutor command staff corps brigade battalion"
    " regiment division committee commission council union association federation front movement party diocese office directorate administration"
    " municipality service government team mission board hospital company court cabinet secretariat group".split()
)
"""The last word of what somebody is called who may put out a text himself."""
_JOINTS = frozenset({"of", "for"})
_OF_STATE = re.compile(
    r"\b(?:ministry|general staff|armed forces|gendarmerie|national (?:army|police)|(?:government|presidential) (?:communications?|press|information)"
    r"|police (?:headquarters|command|directorate))\b"
)
"""In the name of an outlet that only a state has."""
_CALLING = frozenset(
    "the of and for islamic federal democratic people peoples popular transitional public state royal kingdom government general staff armed"
    " forces army national police gendarmerie ministry office department directorate spokesman spokeswoman press media information communication"
    " communications service services presidency presidential command headquarters security defence defense interior foreign affairs health"
    " justice home relations external internal chief joint".split()
)
"""What the names of such outlets are made of: any other word may be another country's."""


def voices_of(known: Known) -> set[str]:
    """The folded names under which a party may publish a text of its own."""
    if not known.sheets or not (known.kind in VOICES or known.named):
        return set()
    return {fold(name) for name in (known.name, *known.aliases)}


def bodies_in(folded: str) -> tuple[str, ...]:
    """The names that an organ's name begins or ends with, the longest first: "front media office" may be the front's, as "command of the
    front"."""
    said = folded.split()
    found = [said[:end] for end in range(1, len(said)) if not _ORGANS.isdisjoint(said[end:])]
    found += [_named(said[at + 1 :]) for at in range(1, len(said) - 1) if said[at] in _JOINTS and not _ORGANS.isdisjoint(said[:at])]
    return tuple(" ".join(one) for one in sorted(found, key=len, reverse=True))


def _named(said: list[str]) -> list[str]:
    return said[1:] if said[0] == "the" and len(said) > 1 else said


def of_a_side(name: str | None) -> bool:
    """Whether an outlet's name is that of one who fights or rules, and no newspaper's: "Ambazonia Defence Council, communiqué"."""
    folded = fold(name or "")
    return _SIDE.search(folded) is not None and _PAPER.search(folded) is None


def speaks_itself(outlet: str | None, said: str) -> bool:
    """Whether one whom a text speaks of as "the army" or "the general command" is its own publisher, who is called that."""
    told, called = words(said), set(words(outlet or ""))
    return bool(told) and told[-1] in _SELVES and called.issuperset(told) and _PAPER.search(fold(outlet or "")) is None


def of_any_state(name: str) -> bool:
    """Whether an outlet's name is that of an organ which every state has: "Ministry of Defence"."""
    folded = fold(name)
    return _OF_STATE.search(folded) is not None and _CALLING.issuperset(folded.split())


def country_behind(name: str, sheet: Sheet) -> str | None:
    """The country whose state publishes under this name, which a report of that country bears: "General Staff of the Armed Forces of Chad", or
    "Ministry of Defence" in a report filed there. None where the name may be another country's, which writes of this one, or no state's."""
    folded = fold(name)
    if not sheet.country or not _OF_STATE.search(folded) or NOT_OF_STATE.search(folded):
        return None
    places = [place for place in sheet.reading.places if place.country == sheet.country]
    here = {word for place in places for word in words(place.name)} - _CALLING
    said = set(folded.split()) - _CALLING
    filed = any("dateline" in place.roles for place in places)
    return sheet.country if said <= here and (said or filed) else None
