"""Offices told behind somebody: "Yaqub Sadr, who speaks for the Front", "a man who spoke for the gang", "Nizar Salem of the Interior Ministry"."""

from sayso.model.codes import FIGHTERS, POWERS
from sayso.reading.grammar import objects_of, resolved
from sayso.reading.parsed import Token
from sayso.reading.who.scene import Scene

_TITLES = {"speak": "spokesman", "represent": "representative", "lead": "leader", "head": "head", "command": "commander"}
_SPEAKING = frozenset({"speak", "represent"})
"""Who spoke for somebody did so as the report tells; who led somebody may do so no more."""
_NOW = frozenset({"VBZ", "VBP"})
_BODIES = (FIGHTERS | {"party", "io", "ngo"}) - {"state"}


def offices_told_behind(scene: Scene) -> None:
    """Give a person the office that the clause behind him tells, of whatever body."""
    for token in scene.doc:
        if token.lower_ == "of" and token.i and token.dep_ == "prep":
            _of_a_body(scene, token)
        if token.lower_ != "who" or token.dep_ != "nsubj" or token.head.dep_ != "relcl":
            continue
        verb = token.head
        title = _TITLES.get(verb.lemma_)
        if title is None or (verb.tag_ not in _NOW and verb.lemma_ not in _SPEAKING) or any(c.dep_ == "neg" for c in verb.children):
            continue
        member, body = scene.held.get(resolved(token).i), next((m for n in _led(verb) if (m := scene.held.get(n.i)) is not None), None)
        if member is None or body is None or member is body:
            continue
        if member.kind not in ("person", "other", "civilians") or body.kind in ("person", "civilians"):
            continue
        if not any(role.of for role in member.roles):
            scene.role(member, title, body)


def _of_a_body(scene: Scene, tie: Token) -> None:
    """ "Nizar Salem of the Interior Ministry": whoever is called so by name belongs to it."""
    member = scene.held.get(tie.i - 1)
    if member is None or member.kind != "person" or member.by not in ("name", "lexicon") or tie.head.i != tie.i - 1 or member.roles:
        return
    body = next((m for n in objects_of(tie)[:1] if (m := scene.held.get(n.i)) is not None), None)
    if body is not None and body.kind in _BODIES:
        scene.role(member, "official" if body.kind in POWERS | {"io", "ngo"} else "member", body)


def _led(verb: Token) -> list[Token]:
    """Whom somebody leads, or for whom he speaks."""
    if verb.lemma_ == "speak":
        return [noun for child in verb.children if child.lower_ == "for" for noun in objects_of(child)]
    return [child for child in verb.children if child.dep_ == "dobj"]
