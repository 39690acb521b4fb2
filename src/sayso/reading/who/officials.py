"""Whose the officials and officers are who have no name in a report: "the governor", "an army colonel", "a Thai general"."""

import re

from sayso.model import Role
from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.grammar import objects_of
from sayso.reading.names.phrases import fold
from sayso.reading.page import Name
from sayso.reading.parsed import Token
from sayso.reading.who.homeland import disputed, state_of_place
from sayso.reading.who.phrase import left_of, stands_behind
from sayso.reading.who.scene import Scene

_SILENT = frozenset({"DT", "POS", "HYPH", "CD", "``", "''", ","})
_LONGEST = 12  # tokens before the noun at most
_OF_STATE = frozenset("minister governor mayor prefect prosecutor president premier governorate ministers governors mayors prefects".split())
"""Offices that, without more, are those of the report's state."""
_OFFICERS = frozenset("""officer general colonel captain major lieutenant brigadier admiral commodore sergeant spokesman spokeswoman spokesperson
    official ambassador envoy attache consul chief commander head source officers generals colonels officials commanders
    spokesmen sources""".split())  # fmt: skip
"""Those who may be of anybody, and are of a state where a word tells its nation or a body that it has."""
_RANKED = frozenset("""officer general colonel captain major lieutenant brigadier admiral official ambassador officers generals colonels
    officials""".split())  # fmt: skip
"""Of whom a word for the nation alone tells whose they are; a "Syrian commander" may be a rebel."""
_BODIES = {
    "army": "army", "military": "military", "police": "police", "navy": "navy", "naval": "navy", "gendarmerie": "gendarmerie",
    "government": "government", "cabinet": "government", "ministry": "government", "parliament": "parliament", "presidency": "presidency",
    "presidential": "presidency", "administration": "government",
}  # fmt: skip
"""Words before an officer, or behind "of", for a body that the state has, and the noun of the lexicon for it."""
_OPEN = frozenset({"military"})
"""A word that rebels have for their own commanders, too."""
_ARMIES = frozenset({"army", "military", "navy", "naval"})
_LOCAL = frozenset({"chief", "head"})
_PLACED = frozenset("district provincial regional county municipal town city".split())
_PLAIN = frozenset(
    """deputy vice acting local provincial regional district state senior chief top ranking high-ranking high military interior defence defense
    health information justice home prime first second security oil transport finance education culture agriculture labour railway energy city
    town county municipal air force general public under assistant brigade staff lieutenant major colonel brigadier warrant sub young
    old tired junior press civil federal central national spokesman and of""".split()
)
"""Words that leave it open whose an official is; any other may make him a union's, a prison's, a party's or a rival's."""
_SPEAKING = frozenset("spokesman spokeswoman spokesperson spokesmen".split())
_ANOTHERS = frozenset(
    """appointed installed named set put imposed opposition rebel rebels insurgents paramilitary paramilitaries militia militias occupation occupying
    parallel rival shadow breakaway separatist separatists defected defector""".split()
)
_REACH = 10
"""Tokens behind an office in which such a word stands, before the word for speaking."""
_GROUND = frozenset("province region district town city state county department capital governorate area municipality zone prefecture oblast".split())
_WITHIN = frozenset("in at with from".split())
_POLICE = re.compile(r" (?:(?:provincial|regional|city|district|state) )?police(?: (?:command|department|headquarters|directorate))?$", re.IGNORECASE)
_KINDS: frozenset[PartyKind] = frozenset({"person", "military", "police", "government", "other"})


def unnamed_officials(scene: Scene) -> None:
    """Give each official and officer who has no name the body of the state that he is one of, where the words and the report tell it."""
    for member in scene.page.cast.members():
        state = _state_of_police(scene, member) if member.kind == "police" and not member.entry and not member.roles else None
        if state is not None:
            member.roles = [Role(title="police", of=_institution(scene, state, "police").id)]
    for i, member in list(scene.held.items()):
        if member.by != "description" or member.kind not in _KINDS or any(role.of for role in member.roles):
            continue
        noun = scene.doc[i]
        body = _body(scene, noun)
        if body is not None and body is not member:
            title = member.roles[0].title if member.roles else noun.lower_
            member.roles = [Role(title=title, of=body.id), *member.roles[1:]]


def _body(scene: Scene, noun: Token) -> Member | None:
    low = noun.lower_
    if (low not in _OF_STATE and low not in _OFFICERS) or _anothers(noun):
        return None
    behind = [o for child in noun.rights if child.lower_ in ("of", "for") for o in objects_of(child)[:1]]
    before = [t for head in (noun, *behind) for t in _before(scene, head)]
    named = [scene.name_at[t.i] for t in (*before, *behind) if t.i in scene.name_at]
    within = [scene.name_at[o.i] for c in noun.rights if c.dep_ == "prep" and c.lower_ in _WITHIN for o in objects_of(c) if o.i in scene.name_at]
    named += within if low in _OF_STATE or low in _SPEAKING else []
    if within and not (low in _OF_STATE or low in _SPEAKING):
        return None  # "an official in Baghdad": of whom ever
    if any(name.kind != "place" or _rival(scene, name) for name in named) or any(stands_behind(scene.doc, t.i, scene.name_at) for t in before):
        return None
    nations = {code for t in before if (code := scene.known.adjectives.get(fold(t.text))) is not None and t.text[:1].isupper()}
    nations |= {code for name in named if (code := _country(name, within)) is not None}
    if len(nations) > 1 or any(len(code) != 2 for code in nations):
        return None
    state = next(iter(nations), None) or _state_of_places(scene, named)
    home = scene.register.officials_of
    rest = [t for t in before if t.i not in scene.name_at and fold(t.text) not in scene.known.adjectives]
    if not all(t.lower_ in _PLAIN or t.lower_ in _BODIES for t in rest) or not all(_open_ground(scene, t) for t in behind):
        return None
    if state is None:
        foreign = any(t.lower_ == "foreign" for t in rest)
        if home is None or foreign or not scene.register.officials_alone(noun.idx) or not all(_there(scene, name, home) for name in named):
            return None
    word = next((t.lower_ for t in (*rest, *behind) if t.lower_ in _BODIES), None)
    if low in _OF_STATE:
        plain = low != "president" or ((state is not None or not rest) and not behind)
        return scene.register.institution(state or home or "", "gov") if plain else None
    if word is None and low in _LOCAL and behind == [] and any(t.lower_ in _PLACED for t in rest):
        word = "administration"
    if word == "administration" and any(t.lower_ in ("civil", "civilian") for t in (*rest, *behind)):
        return None  # which rebels have, too
    if word is None:
        return scene.register.institution(state, "gov") if state is not None and low in _RANKED else None
    if word in _ARMIES and any(t.i in scene.name_at and _country(scene.name_at[t.i], []) is None for t in before):
        return None  # "the Upper Marn army"
    if word in _OPEN and low in ("commander", "commanders", "chief", "source", "sources", "head") and state is None:
        return None
    return _institution(scene, state or home or "", _BODIES[word])


def _anothers(noun: Token) -> bool:
    """Whether what stands behind an office says that it is another's than it seems: "the governor, appointed by", "a colonel in the opposition"."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 1 + _REACH, noun.sent.end)]
    cue = next((t.i for t in behind if t.lemma_.lower() in ("say", "tell")), behind[-1].i + 1 if len(behind) else noun.i)
    return any(t.lower_ in _ANOTHERS for t in behind if t.i < cue)


def _state_of_police(scene: Scene, member: Member) -> str | None:
    """The state whose the police of one of its towns or provinces are: "Srinagar police", "Aleppo Police Command"."""
    place = _POLICE.sub("", member.name)
    named = {scene.page.report.text[name.start : name.end] for name in scene.page.names if name.kind == "place"}
    if not (place in named or member.by == "name") or place == member.name or disputed(scene.page, scene.known.rival_ground):
        return None
    last = scene.page.tokens(*member.mentions[0])[-1] if member.mentions else None
    if last is not None and _anothers(last):
        return None
    home = scene.register.officials_of
    there = {found.country for found in scene.page.lexicon.gazetteer.exactly(place)}
    return home if home in there else state_of_place(place, scene.page, scene.known)


def _before(scene: Scene, noun: Token) -> list[Token]:
    """The words that stand before a noun in its phrase."""
    return [t for t in scene.doc[max(left_of(noun), noun.i - _LONGEST) : noun.i] if t.tag_ not in _SILENT]


def _institution(scene: Scene, code: str, noun: str) -> Member:
    row = scene.known.institutions[noun]
    return scene.register.institution(code, row.key_part, f"{scene.known.adjective(code)} {row.noun}" if row.key_part != "gov" else None, row.kind)


def _country(name: Name, within: list[Name]) -> str | None:
    """The state that an office is of by a name: "of Chad", "in N'Djamena"."""
    sort, _, code = (name.entry or "").partition(":")
    return code if (sort == "country" and name not in within) or (sort == "seat" and name in within) else None


def _state_of_places(scene: Scene, named: list[Name]) -> str | None:
    """The state in which the towns and provinces lie that an office is of."""
    texts = (" ".join(scene.page.report.text[name.start : name.end].split()) for name in named)
    states = {state_of_place(text, scene.page, scene.known) for text in texts}
    return next(iter(states)) if len(states) == 1 else None


def _rival(scene: Scene, name: Name) -> bool:
    """Whether a place has had a government beside the state's."""
    return fold(scene.page.report.text[name.start : name.end]).startswith(scene.known.rival_ground)


def _open_ground(scene: Scene, noun: Token) -> bool:
    """Whether what an office is told to be of leaves its state open, or is a body of the state: "of the region", "of police", "of Kirkuk"."""
    return noun.lower_ in _GROUND or noun.lower_ in _BODIES or noun.i in scene.name_at or noun.lower_ in _PLAIN


def _there(scene: Scene, name: Name, home: str) -> bool:
    """Whether a place that an office is of may lie in a country."""
    if name.entry is not None:
        return name.entry == f"seat:{home}"
    words = " ".join(scene.page.report.text[name.start : name.end].split())
    return home in {place.country for place in scene.page.lexicon.gazetteer.exactly(words)}
