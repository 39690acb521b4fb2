"""Who is behind a deed that a modifier tells: "government shelling", "a rebel attack", "Russian air strikes".

These words are no mentions, but they point to a party, as pronouns do.
"""

from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.gerunds import owner_misread
from sayso.reading.names.phrases import fold
from sayso.reading.parsed import Token
from sayso.reading.who.scene import Scene

_FORCE = frozenset(
    """airstrike strike raid air shelling bombing bombardment bomb barrage attack assault offensive siege blockade encirclement operation
    campaign fire gunfire artillery mortar rocket missile jet plane warplane aircraft helicopter drone tank shell sniper ambush
    incursion invasion advance push counter-offensive counteroffensive counterattack crackdown massacre bullet warship gunboat
    checkpoint patrol convoy withdrawal retreat intervention ground""".split()
)
"""Lemmas of nouns for deeds and means of force."""
_RULERS = frozenset({"government", "regime"})
_SERVICES = {"army": "mil", "military": "mil", "police": "police", "navy": "navy"}
_FIGHTERS = frozenset("rebel opposition insurgent militant guerrilla guerilla jihadist".split())


class Modifiers:
    """Refers the modifiers of deeds on one page to parties."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def word(self, token: Token) -> None:
        """Refer one modifier, if it stands before a word for a deed or a means of force."""
        following = token.nbor() if token.i + 1 < len(token.doc) else token
        parted = owner_misread(following) is not None  # "in rebel shelling", read as rebels who shell
        head = following if parted else token.head
        if not (parted or token.dep_ in ("compound", "amod", "nmod")) or head.i <= token.i or token.i in self._scene.name_at:
            return
        if not {head.lemma_.lower(), head.lower_} & _FORCE or token.i in self._scene.held:
            return
        member = self._behind(token)
        if member is not None:
            self._scene.page.cast.refer(token.idx, token.idx + len(token.text), member.id)

    def _behind(self, token: Token) -> Member | None:
        register, known = self._scene.register, self._scene.known
        low = token.lower_
        if low in _RULERS or low in _SERVICES:
            if register.home is None:
                return None
            part = _SERVICES.get(low, "gov")
            kind: PartyKind = "government" if part == "gov" else "police" if part == "police" else "military"
            return register.institution(register.home, part, None if part == "gov" else f"{known.adjective(register.home)} {low}", kind)
        if low in _FIGHTERS:
            cluster = "rebels" if low in ("rebel", "opposition", "insurgent") else low
            return register.described(cluster, f"{low}s" if low != "opposition" else low, "armed_group", many=True)
        code = known.adjectives.get(fold(token.text), "") if token.text[0].isupper() else ""
        return register.country(code) if len(code) == 2 else None
