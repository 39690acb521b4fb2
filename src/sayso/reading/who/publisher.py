"""Who publishes a report and is no outlet: "Ministry of Defence", "SDF press office". Its own text is the word of that body."""

import re

from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.names.phrases import fold
from sayso.reading.who.scene import Scene

_DESK = re.compile(
    r"(?:(?:[’']s)?,? (?:(?:war |military )?(?:news and information|media|information)|press|public affairs"
    r"|public relations|communications?|spokes(?:man|woman|person)(?:[’']s)?)"
    r" (?:office|service|cent(?:re|er)|desk|bureau|department|directorate|division|wing|unit|channel|team)"
    r"|,? (?:media|statement|communiqu[eé]|telegram(?: channel)?|press release|spokes(?:man|woman|person))"
    r"|[’']s (?:office|spokes(?:man|woman|person)))$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"^(?:the )?(?:(?:press|media|information|spokes(?:man|woman|person)(?:[’']s)?) )?"
    r"(?:office|service|cent(?:re|er)|general command|general staff|high command|command|spokes(?:man|woman|person)|leadership) (?:of|for) (?:the )?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^(?:communiqu[eé]|statement|press release|letter|bulletin) (?:of|by|from) (?:the )?", re.IGNORECASE)
_BESIDE = re.compile(
    r" ?\([^)]*\)"
    r"|, (?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}|(?:daily |weekly )?(?:briefing|communiqu[eé]|statement|(?:press )?release|summary))(?=,|$| ?\()"
)
"""What stands beside a publisher's name: where it is, and what it puts out."""
_COMMANDS = {
    "commander-in-chief": "military", "general staff": "military", "general staff of the armed forces": "military", "armed forces": "military",
    "defence forces": "military", "ministry of national defence": "defence ministry", "ministry of national defense": "defence ministry",
    "ministry of internal affairs": "interior ministry", "ministry of home affairs": "interior ministry",
}  # fmt: skip
"""Bodies of a state that go by more than one name, and the one that the lexicon has."""


_OURS = frozenset({"we", "us", "our"})
_NO_BODY: frozenset[PartyKind] = frozenset({"person", "outlet", "agency", "civilians"})


def publishing_body(scene: Scene) -> str | None:
    """The party of which the outlet's name is a name or an office, if the report tells of it or its country has it; the outlet's name becomes
    one of its names."""
    outlet = scene.page.report.outlet
    if not outlet:
        return None
    name = " ".join(outlet.split()).removeprefix("The ").removeprefix("the ")
    body = _OF.sub("", _DESK.sub("", _BESIDE.sub("", _LETTER.sub("", name))))
    found = _called(scene, body)
    if found is None or found.entry is None:
        low = body.lower()
        found = _of_its_state(scene, name, _COMMANDS.get(low, low)) or found
    if found is None and (row := scene.known.sides.get(fold(body))) is not None and _first_person(scene):
        found = scene.page.cast.add(row.name, row.kind, by="who.publisher", confidence=0.8, entry=row.id)
    if found is None:
        return None
    for other in scene.page.cast.members():  # a body of the outlet's name that the text speaks of
        if other is not found and other.entry is None and other.name.lower() == name.lower():
            scene.page.cast.merge(found.id, other.id)
    if outlet not in found.aliases:
        found.aliases.append(outlet)
    return found.id


def _of_its_state(scene: Scene, name: str, noun: str) -> Member | None:
    """The body of the report's country that a publisher's name describes; of another one where the town beside the name is there: "Ministry of
    Defence, Moscow"."""
    towns = [scene.page.lexicon.gazetteer.exactly(town.strip(" ,()")) for town in _BESIDE.findall(name)]
    abroad = next((found[0].country for found in towns if found and scene.register.home not in {place.country for place in found}), None)
    row = scene.known.institutions.get(noun)
    if abroad is None or row is None:
        return scene.register.own_institution(noun)
    return scene.register.institution(abroad, row.key_part, f"{scene.known.adjective(abroad)} {row.noun}", row.kind)


def _first_person(scene: Scene) -> bool:
    return any(token.lower_ in _OURS for token in scene.doc)


def _called(scene: Scene, name: str) -> Member | None:
    """The one body of this name that the report speaks of and that is no outlet."""
    low = name.lower()
    rows = scene.known.parties
    bodies = ((m, rows.get(m.entry or "")) for m in scene.page.cast.members() if m.kind not in _NO_BODY)
    found = [m for m, row in bodies if low in {alias.lower() for alias in (m.name, *m.aliases, *(row.aliases if row else ()))}]
    return found[0] if len(found) == 1 else None
