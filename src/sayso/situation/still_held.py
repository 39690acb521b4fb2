"""Ground that one side says it has taken and the other that it still has: "they had seized the mill", "the mill is in our hands".

Nobody says there that nothing was taken; who still holds the place denies it all the same.
"""

import re
from collections.abc import Iterable, Sequence

from sayso.model import Statement
from sayso.model.codes import FIGHTERS
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.origins import Whose
from sayso.situation.rebuttal import power_of
from sayso.situation.told import Told
from sayso.situation.words import fold, words

_REACH = 900  # characters between a taking and what its loser says of it
_STEM = 5
_LOST = re.compile(r"\b(?:lost|losing|fallen|fell|been taken|been captured|been seized|been overrun)\b")
_HOLDS = re.compile(
    r"\b(?:is|are|remains?|stays?|was|were|remained) (?:still |firmly |fully |all )?"
    r"(?:in (?:our|their|its|his|the \w+ s) hands|under (?:our|their|its|his|the \w+ s|full) control)\b"
    r"|\b(?:has|have|had) not fallen\b|\bnothing (?:has |had )?fallen\b"
    r"|\b(?:we|(?:our|its) (?:men|troops|forces|soldiers|fighters)) (?:still |firmly )*(?:hold|control|held|controlled)\b"
)


def speaks_of_ground(sheet: Sheet, statement: Statement) -> bool:
    """Whether somebody denies that ground was lost, or says that he holds it."""
    said = fold(" ".join(sheet.reading.words(span) for span in statement.content))
    return (_LOST if statement.stance in ("deny", "reject") else _HOLDS).search(said) is not None


def still_held(sheet: Sheet, statement: Statement, whose: Whose, told: Sequence[Told], identity: Identity) -> Told | None:
    """The taking, told before on another's word, that a statement of the side that lost the ground answers."""
    at = statement.content[0][0]
    said = {word for span in statement.content for word in words(sheet.reading.words(span))}
    takings = [
        one for one in reversed(told)
        if one.act == "taking" and one.stand == "asserts" and 0 < at - one.event.trigger[0] <= _REACH
        and one.whose.owner != whose.owner and _lost_it(one, whose, identity)
    ]  # fmt: skip
    there = (one for one in takings if one.town and not one.carried and said.issuperset(one.town.split()))
    named = (one for one in takings if _stems(said) & _stems(one.sentence))
    return next(there, None) or next(named, None)


def _lost_it(one: Told, whose: Whose, identity: Identity) -> bool:
    """Whether a side is the one that a taking was from, as far as it is told."""
    side = whose.side or ""
    if identity.kind(side) not in FIGHTERS or whose.owner in one.doers.owners:
        return False
    own, takers = power_of(identity.kind(side)), one.doers.kinds or {power_of(identity.kind(one.whose.side or ""))} - {""}
    return side in one.recipients or bool(own and takers and own not in takers)


def _stems(said: Iterable[str]) -> set[str]:
    return {word[:_STEM] for word in said if len(word) >= _STEM}
