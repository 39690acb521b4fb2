"""Ministries told without their state ("the defence ministry"), and those of a land that is no state ("the interior ministry of Puntland")."""

from sayso.reading.names.knowledge import Knowledge
from sayso.reading.parsed import Token
from sayso.reading.who.description import Description

MINISTRIES = frozenset({"ministry", "headquarters"})


def ministry_in(found: Description, known: Knowledge) -> str:
    """A ministry told without its country ("the defence ministry"); blank for others, and for a foreign ministry, which may be anybody's."""
    words = [t.lower_ for t in found.modifiers if t.dep_ != "det"]
    if found.word not in MINISTRIES or found.plural or len(words) > 1:
        return ""
    named = [" ".join([*words, found.word]), f"{found.word} of {next((o.lower_ for o in _behind(found.head)), '')}"]
    rows = [known.institutions.get(name) for name in named]
    return next((name for name, row in zip(named, rows, strict=True) if row is not None and row.key_part != "mfa"), "")


def land_behind(found: Description, known: Knowledge) -> Token | None:
    """The name of a land whose ministry it is told to be, and which is no state."""
    after = _behind(found.head)
    if after and f"{found.word} of {after[0].lower_}" in known.institutions:
        after = [*after[1:], *_behind(after[0])]  # behind what the ministry is for
    return next((land for land in after if any(part.tag_ in ("NNP", "NNPS") for part in land.subtree)), None)


def _behind(noun: Token) -> list[Token]:
    return [o for child in noun.rights if child.lower_ == "of" for o in child.children if o.dep_ == "pobj"]
