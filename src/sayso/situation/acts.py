"""What kind of act a report's own word names, finer than the event's type: a clash is no air strike, an offer is no deal.

The reader's types are made for coding and put many acts into one. For merging the question is another: can the two words be
about one happening? Each act below is told apart from every other one; a word that only tells what came of it ("killed"), or
nothing but that there was one ("attack"), fits several of them and speaks for none.
"""

import re
from collections.abc import Mapping, Sequence

from sayso.model.codes import EventType

_BY_MODE: Mapping[str, str] = {
    "aerial": "air", "drone": "air", "heavy-weapons": "shelling", "explosives": "blast", "suicide-attack": "blast",
    "unconventional": "unconventional", "firearms": "shooting", "targeted": "killing", "abduct": "abduction", "torture": "torture",
    "sexual": "sexual", "beat": "beating", "crowd-control": "crowd", "destroy": "damage", "primitive": "stabbing",
    "withdraw": "leaving", "access": "leaving", "release": "release", "disarm": "surrender", "ceasefire": "truce", "resign": "resigning",
}  # fmt: skip
LOOTING = "looting"
"""Goods taken: reports call it an assault as often as a seizure."""
_BY_WORD: tuple[tuple[str, str], ...] = (
    (r"gas|chemical|sarin|chlorine|napalm|phosphorus|nerve", "unconventional"),
    (r"air|airstrikes?|aerial|planes?|jets?|warplanes?|sorties?|drones?|helicopters?", "air"),
    (r"suicide|blast|explo\w*|detonat\w*|mine|landmine|ied|blew|blow|bombing|bombings|bomber|bombers", "blast"),
    (r"ambush\w*", "ambush"),
    (r"shell\w*|artillery|mortars?|rockets?|missiles?|bombard\w*|barrage\w*", "shelling"),
    (r"clash\w*|fight|fighting|fought|battl\w*|infighting|skirmish\w*|offensive\w*|counter\w*|storm\w*|advanc\w*|assault\w*|repel\w*|onslaught"
     r"|operation\w*|campaign|pushed|push|drive|confront\w*|engag\w*|break|broke", "battle"),
    (r"retak\w*|recaptur\w*|captur\w*|seiz\w*|took|take|taken|taking|regain\w*|wrest\w*|liberat\w*|overran|overrun|oust\w*|expel\w*|fell|fallen"
     r"|clear\w*|secur\w*|occup\w*", "taking"),
    (r"execut\w*|behead\w*|crucif\w*|hang\w*|lynch\w*|murder\w*|assassinat\w*|slay\w*|slain", "killing"),
    (r"shot|shoot\w*|gunfire|gunned|gunman|gunmen|sniper\w*|opened", "shooting"),
    (r"kidnap\w*|abduct\w*|hostage\w*|shield\w*", "abduction"),
    (r"stab\w*|knif\w*|hack\w*", "stabbing"),
    (r"loot\w*|plunder\w*|pillag\w*|ransack\w*|rob|robs|robbed|robbing|robbery|steal|steals|stole|stolen|stealing|theft", LOOTING),
    (r"destroy\w*|destruction|damag\w*|demolish\w*|raz\w*|burn\w*|torch\w*|level\w*", "damage"),
    (r"attack\w*|raid\w*|strik\w*|struck|hit|hits|hitting|target\w*|bomb\w*|pound\w*|us(?:e|ed|ing)|violence|aggression", "attack"),
    (r"massacre\w*|slaughter\w*|bloodshed|carnage"
     r"|kill\w*|die|died|dies|dead|death\w*|toll|casualt\w*|wound\w*|injur\w*|hurt|victim\w*|martyr\w*|fatalit\w*|perish\w*|claim\w*|lost", "harm"),
)  # fmt: skip
_BOMBED = re.compile(r"bombed|bombs|bombings?|bombard\w+")
"""Aircraft, guns or a planted bomb: the word alone does not say."""
_SHOT_DOWN = re.compile(r"(?:shot|shoots?|shooting|brought|bring|brings|bringing|took|taken|take|taking) down")
_FIRED = re.compile(r"fire|fired|fires|firing")
"""Rifles or guns: "fired on the village"."""
_EXPLOSION = re.compile(r"(?:the )?(?:explosions?|blasts?|exploded|explodes)")
"""What blew up may have been planted, fired or dropped."""
_CLASH = re.compile(r"clash\w*|fight|fights|fighting|fought|battl\w*|infighting|skirmish\w*|confront\w*")
"""Words of the act "battle" that two sides do to each other."""
_SCATTERED = frozenset({"barrel", "cluster"})
_DROPPED = re.compile(r"drop\w*")
_YIELDING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:evacuat\w*|leav(?:e|es|ing)|left|withdr\w+|depart\w*|(?:pull\w*|com(?:e|es|ing)|came|brought|taken) out)\b"), "leaving"),
    (re.compile(r"\b(?:releas\w*|free|frees|freed|freeing|set free|let go|handed over)\b"), "release"),
    (re.compile(r"\b(?:surrender\w*|g[ai]ve themselves up|laid down|lay down|disarm\w*)\b"), "surrender"),
    (re.compile(r"\b(?:truce|ceasefire|cease fire)\b"), "truce"),
)
"""What is given up or let go where the reader has no mode for it."""
_ACCORD = re.compile(r"offer\w*|propos\w*|ready|readiness|willing\w*|promis\w*|pledg\w*|vow\w*|invit\w*|plan\w*|intend\w*|hope\w*|would|will")
_PRAISE = re.compile(
    r"prais\w*|support\w*|back|backs|backed|backing|welcom\w*|recogni\w*|endors\w*|hail\w*|thank\w*|applaud\w*|commend\w*|solidar\w*"
)
_WORDS = tuple((re.compile(pattern), act) for pattern, act in _BY_WORD)

TOGETHER: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What parties do with each other, so that either may be named first."""
OPEN = frozenset({"attack", "harm", "other", "praise", ""})
"""Acts that say too little to speak for anything."""
DAILY = frozenset({"air", "shelling", "bombardment", "bombed", "battle", "taking", "damage", "truce", "offer", "leaving"})
"""Acts of which a war has several a day in one place; a bombing, a killing, a hostage or a deal is rarer."""
_ANY = frozenset({"attack", "harm", "other", ""})
"""Acts that any other of their family may be told as."""
_ALIKE = (
    frozenset({"shooting", "killing"}),
    frozenset({"shooting", "battle"}),
    frozenset({"fire", "shooting"}),
    frozenset({"fire", "shelling"}),
    frozenset({"fire", "battle"}),
    frozenset({"fire", "killing"}),
    frozenset({"ambush", "battle"}),
    frozenset({"ambush", "blast"}),
    frozenset({"ambush", "explosion"}),
    frozenset({"ambush", "shooting"}),
    frozenset({"ambush", "fire"}),
    frozenset({"ambush", "killing"}),
    frozenset({"ambush", "shelling"}),
    frozenset({"stabbing", "killing"}),
    frozenset({"abduction", "killing"}),
    frozenset({"air", "unconventional"}),
    frozenset({"shelling", "unconventional"}),
    frozenset({"air", "damage"}),
    frozenset({"shelling", "damage"}),
    frozenset({"bombardment", "fire"}),
    frozenset({"bombardment", "air"}),  # guns or aircraft
    frozenset({"bombardment", "shelling"}),
    frozenset({"bombardment", "bombed"}),
    frozenset({"bombardment", "unconventional"}),
    frozenset({"bombardment", "damage"}),
    frozenset({"bombed", "air"}),
    frozenset({"bombed", "blast"}),
    frozenset({"bombed", "shelling"}),
    frozenset({"blast", "damage"}),
    frozenset({"explosion", "blast"}),
    frozenset({"explosion", "air"}),
    frozenset({"explosion", "shelling"}),
    frozenset({"explosion", "bombed"}),
    frozenset({"explosion", "damage"}),
    frozenset({"looting", "damage"}),
    frozenset({"leaving", "surrender"}),
)
"""Acts that reports give one happening, besides the open ones."""


_NAMES_OF_ONE = (
    {"bombardment", "shelling"}, {"bombed", "air"}, {"bombed", "blast"}, {"explosion", "blast"}, {"explosion", "bombed"}, {"fire", "shooting"},
)  # fmt: skip


def act_of(kind: EventType, mode: str | None, trigger: str) -> str:
    """The act of an event: by its mode, else by the words of its trigger (folded), else "other" for violence and "" for the rest."""
    words = trigger.split()
    if kind == "ASSAULT" and _SHOT_DOWN.fullmatch(trigger):
        return "downing"
    if kind == "ASSAULT" and "murder" in words:
        return "killing"  # a murder-suicide is no suicide attack
    if kind == "ASSAULT" and _DROPPED.fullmatch(words[0] if words else ""):
        return "air" if mode != "unconventional" else "unconventional"
    if mode == "unconventional" and _SCATTERED.intersection(words):
        return "air"  # no gas
    if mode == "heavy-weapons" and trigger.startswith("bombard"):
        return "bombardment"
    if mode == "explosives" and _BOMBED.fullmatch(trigger):
        return "bombed"
    if mode == "firearms" and _FIRED.fullmatch(trigger):
        return "fire"
    if mode == "explosives" and _EXPLOSION.fullmatch(trigger):
        return "explosion"
    if kind == "ASSAULT" and (told := _told_act(words)) in ("ambush", LOOTING):
        return told  # with whatever arms
    if kind == "COERCE" and mode == "seize" and _told_act(words) == LOOTING:
        return LOOTING
    if mode is not None and mode in _BY_MODE:
        told = _told_act(words) if mode == "destroy" else None  # "stormed the town and set the mill on fire": the storming is told
        return told if told in ("battle", "attack", "taking") else _BY_MODE[mode]
    if kind in ("AGREE", "SUPPORT", "CONCEDE"):
        if any(_PRAISE.fullmatch(word) for word in words):
            return "praise"
        return "offer" if any(_ACCORD.fullmatch(word) for word in words) else "deal"
    if kind in ("RETREAT", "AID") and mode is None:
        return next((act for pattern, act in _YIELDING if pattern.search(trigger)), "")
    if kind != "ASSAULT":
        return mode or ""
    return _told_act(words) or "other"


def _told_act(words: Sequence[str]) -> str | None:
    """The act that the words of a trigger name."""
    return next((act for pattern, act in _WORDS if any(pattern.fullmatch(word) for word in words)), None)


def mutual(kind: EventType, act: str, trigger: str) -> bool:
    """Whether both sides do it, so that reports name either first: a clash, a deal, a meeting, a truce. An assault has one doer."""
    if kind == "ASSAULT":
        return act == "battle" and any(_CLASH.fullmatch(word) for word in trigger.split())
    return kind == "CONSULT" or act in ("deal", "truce")


def acts_agree(a: str, b: str) -> bool:
    """Whether two acts of one family can be one happening."""
    return a == b or bool(_ANY & {a, b}) or frozenset((a, b)) in _ALIKE


def acts_speak(a: str, b: str) -> bool:
    """Whether the two name the same act, so that this is evidence."""
    return (a == b and a not in OPEN) or {a, b} in _NAMES_OF_ONE
