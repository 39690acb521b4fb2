"""Codes in the words of people who do not know them: PLOVER types and modes, statuses, kinds of moves and of parties."""

from sayso.model.codes import QUAD, EventType, Extent, MoveKind, Relation, Status
from sayso.view.words import several

_DEEDS: dict[EventType, str] = {
    "AGREE": "agreement", "CONSULT": "meeting", "SUPPORT": "support", "CONCEDE": "concession", "COOPERATE": "cooperation", "AID": "aid",
    "RETREAT": "withdrawal", "REQUEST": "demand", "ACCUSE": "accusation", "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest",
    "SANCTION": "sanction", "MOBILIZE": "mobilisation", "COERCE": "coercion", "ASSAULT": "attack",
}  # fmt: skip
_MODES: dict[tuple[EventType, str], str] = {
    ("CONSULT", "visit"): "visit", ("CONSULT", "third-party"): "mediation", ("CONSULT", "multilateral"): "talks of several sides",
    ("CONSULT", "phone"): "telephone call",
    ("RETREAT", "withdraw"): "withdrawal", ("SANCTION", "withdraw"): "withdrawal of support", ("SANCTION", "discontinue"): "breaking off",
    ("REQUEST", "change"): "demand for change", ("REJECT", "assist"): "refusal of help", ("REJECT", "change"): "refusal to change",
    ("RETREAT", "release"): "release", ("RETREAT", "disarm"): "disarmament", ("RETREAT", "ceasefire"): "ceasefire",
    ("RETREAT", "access"): "access granted", ("RETREAT", "resign"): "resignation",
    ("REQUEST", "assist"): "appeal for help", ("REQUEST", "meet"): "call for talks", ("REQUEST", "yield"): "demand to yield",
    ("REJECT", "meet"): "refusal to talk", ("REJECT", "yield"): "refusal to yield",
    ("ACCUSE", "disapprove"): "criticism", ("ACCUSE", "investigate"): "investigation",
    ("THREATEN", "violence"): "threat of violence", ("THREATEN", "territory"): "threat to ground", ("THREATEN", "arrest"): "threat of arrest",
    ("PROTEST", "demo"): "demonstration", ("PROTEST", "riot"): "riot", ("PROTEST", "strike"): "strike", ("PROTEST", "hunger"): "hunger strike",
    ("SANCTION", "convict"): "conviction", ("SANCTION", "expel"): "expulsion",
    ("MOBILIZE", "troops"): "troops moved", ("MOBILIZE", "weapons"): "weapons moved", ("MOBILIZE", "police"): "police moved",
    ("MOBILIZE", "militia"): "militia raised",
    ("COERCE", "seize"): "seizure", ("COERCE", "restrict"): "restriction", ("COERCE", "censor"): "censorship", ("COERCE", "curfew"): "curfew",
    ("COERCE", "martial-law"): "martial law", ("COERCE", "arrest"): "arrest", ("COERCE", "deport"): "expulsion",
    ("COERCE", "withhold"): "blocking of aid", ("COERCE", "misinformation"): "disinformation", ("COERCE", "cyber"): "cyber attack",
    ("ASSAULT", "abduct"): "abduction", ("ASSAULT", "beat"): "beating", ("ASSAULT", "torture"): "torture",
    ("ASSAULT", "sexual"): "sexual violence", ("ASSAULT", "targeted"): "targeted killing", ("ASSAULT", "destroy"): "destruction",
    ("ASSAULT", "firearms"): "shooting", ("ASSAULT", "explosives"): "bombing", ("ASSAULT", "suicide-attack"): "suicide attack",
    ("ASSAULT", "aerial"): "air attack", ("ASSAULT", "drone"): "drone attack", ("ASSAULT", "heavy-weapons"): "shelling",
    ("ASSAULT", "crowd-control"): "force against a crowd", ("ASSAULT", "unconventional"): "chemical or similar attack",
    ("ASSAULT", "primitive"): "attack by hand",
}  # fmt: skip
STATUS: dict[Status, str] = {
    "happened": "said to have happened", "ongoing": "said to go on", "denied": "denied", "planned": "planned", "demanded": "demanded",
    "possible": "possible", "conditional": "on a condition",
}  # fmt: skip
MOVES: dict[MoveKind, str] = {
    "demand": "demands", "offer": "offers", "accept": "accepts", "reject": "rejects", "propose": "proposes", "mediate": "mediates",
    "meet": "meets", "agree": "agrees", "breach": "breaks the deal", "ultimatum": "sets an ultimatum", "deny_talks": "denies talks",
    "walk_out": "walks out", "implement": "carries out",
}  # fmt: skip
_RELATIONS: dict[Relation, tuple[str, str]] = {
    "holds": ("holds", "hold"), "besieges": ("besieges", "besiege"), "contests": ("contests", "contest"), "took": ("took", "took"),
    "lost": ("lost", "lost"),
}  # fmt: skip
"""What is said of one and of several."""
_OF_EXTENT: dict[Extent, str] = {"whole": "{}", "part": "{} part of", "near": "{} ground near"}
QUADS = {1: "words of agreement", 2: "deeds of relief", 3: "words of conflict", 4: "deeds of conflict"}
"""What PLOVER's quad classes are called on pages."""


def deed(kind: EventType, mode: str | None) -> str:
    """An event's type and mode in a few words: ("ASSAULT", "aerial") is "air attack"."""
    if mode is None:
        return _DEEDS[kind]
    return _MODES.get((kind, mode)) or f"{_DEEDS[kind]} ({mode.replace('-', ' ')})"


def relation(kind: Relation, extent: Extent, holder: str = "") -> str:
    """What is said of ground, between its holder's name and that of its place: "took", "holds part of", after "rebels" "hold part of"."""
    return _OF_EXTENT[extent].format(_RELATIONS[kind][several(holder)])


def quad(kind: EventType) -> int:
    """PLOVER's quad class of a type: 1 and 2 are cooperation in words and in deeds, 3 and 4 conflict."""
    return QUAD[kind]


def plain(code: str) -> str:
    """A code of one of the small vocabularies as words: "armed_group" is "armed group"."""
    return code.replace("_", " ").replace("-", " ")
