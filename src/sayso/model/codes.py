"""The closed vocabularies of the contract, as types and as tuples.

PLOVER 0.8 event types and modes; TIMEX3 types; the rest are sayso's own (docs/reference/codes.md).
"""

from typing import Literal, get_args

PartyKind = Literal[
    "person", "armed_group", "coalition", "state", "government", "military", "police", "party",
    "agency", "outlet", "monitor", "io", "ngo", "civilians", "other",
]  # fmt: skip
PlaceKind = Literal["country", "province", "district", "city", "town", "village", "suburb", "area", "river", "facility", "other"]
PlaceRole = Literal["dateline", "event", "destination", "origin", "background"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "say", "deny", "confirm", "accuse", "demand", "offer", "reject", "promise", "warn", "threaten", "estimate", "other",
]  # fmt: skip
Channel = Literal["tweet", "interview", "press_statement", "press_conference", "broadcast", "document", "witness", "unknown"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "ongoing", "denied", "planned", "demanded", "possible", "conditional"]
Relation = Literal["holds", "besieges", "contests", "took", "lost"]
Extent = Literal["whole", "part", "near"]
MoveKind = Literal[
    "demand", "offer", "accept", "reject", "propose", "mediate", "meet", "agree",
    "breach", "ultimatum", "deny_talks", "walk_out", "implement",
]  # fmt: skip
MoveChannel = Literal["direct", "intermediary", "mediator", "public", "unknown"]
PublishedBasis = Literal["given", "metadata", "text", "inferred", "unknown"]
PartKind = Literal["headline", "pull_quote", "dateline", "byline", "editor", "date", "body", "caption", "furniture", "repeat"]
Medium = Literal["tweet", "post", "message", "mail"]
CorrectionAction = Literal["confirm", "reject", "edit", "add", "merge", "split", "undo"]
Layer = Literal["report", "parties", "places", "times", "statements", "events", "figures", "control", "moves", "forecasts"]

POWERS: frozenset[PartyKind] = frozenset({"state", "government", "military", "police"})
"""Kinds of party that are a state's."""
FIGHTERS: frozenset[PartyKind] = POWERS | {"armed_group", "coalition"}
"""Kinds of party that may bear arms or command who does."""
MORTALS: frozenset[PartyKind] = FIGHTERS | {"civilians", "person"}
"""Kinds of party that are people, whom a deed may kill."""

EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
LAYERS: tuple[Layer, ...] = ("parties", "places", "times", "statements", "events", "figures", "control", "moves", "forecasts")

QUAD: dict[EventType, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""PLOVER's quad classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""

MODES: dict[EventType, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
        "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip

CONTEXTS: tuple[str, ...] = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security",
    "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum",
    "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip

_CODED = frozenset(
    """id kind type mode contexts status stance channel relation extent roles medium language published_basis country gazetteer value earliest
    latest published published_range retrieved stated made rule by of within repeats speaker via audience actors recipients place according_to
    figures holder from to through answers layer action""".split()
)


def is_coded(field: str, value: object) -> bool:
    """Whether what a fact or a report has in a field is a code, an id or a date, and no words of a text or of a person: what takes names out
    leaves it as it is."""
    if field in ("reader", "schema_version"):
        return True
    return field in _CODED and (isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value)))
