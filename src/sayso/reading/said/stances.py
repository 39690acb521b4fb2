"""The stance of a statement: the cue's own, or what its words show where the cue is a plain one."""

import re

from sayso.lexicon import Lexicon
from sayso.lexicon.cue_rows import StanceRow
from sayso.model.codes import PartyKind, Stance

_ORDER: tuple[Stance, ...] = ("reject", "threaten", "warn", "demand", "promise", "accuse", "estimate")
_ADVERSARIES: frozenset[PartyKind] = frozenset({"armed_group", "coalition", "state", "government", "military", "party"})
_SOBER: frozenset[PartyKind] = frozenset({"monitor", "outlet"})
_OWN = r"^\W*(?:(?:but|and|so|yes|certainly|today|now),? )*(?:we|i)(?:\s+\w+ly)?\s*(?:{})\b(?! not| never)"


class Stances:
    """Tells the stance of what is said."""

    def __init__(self, lexicon: Lexicon) -> None:
        phrases: dict[tuple[Stance, str], list[str]] = {}
        for row in lexicon.rows(StanceRow):
            phrases.setdefault((row.stance, row.of), []).append(_pattern(row.phrase))
        self._tests = [
            (stance, of, re.compile((_OWN if of == "first person" else r"\b(?:{})\b").format("|".join(found)), re.IGNORECASE))
            for (stance, of), found in sorted(phrases.items(), key=lambda item: _ORDER.index(item[0][0]))
        ]

    def of(self, content: str, given: Stance, kind: PartyKind | None, activist: bool) -> Stance:
        """The stance of `content`. `kind` is the speaker's; `activist`: whether activists speak."""
        if given != "say":
            return given
        for stance, of, pattern in self._tests:
            if of == "adversary" and not (activist or kind in _ADVERSARIES or (kind is not None and kind not in _SOBER and kind != "ngo")):
                continue
            if pattern.search(content):
                return stance
        return given


def _pattern(phrase: str) -> str:
    words = re.escape(phrase.rstrip("*")).replace(r"\ ", r"\s+").replace("'", "['\u2019]")
    return words + (r"\w*" if phrase.endswith("*") else "")
