"""People told by their nation or faith alone: "Syrians", "the Kurds", "a Palestinian"."""

from sayso.reading.names.phrases import fold
from sayso.reading.parsed import Token
from sayso.reading.who.phrase import left_of
from sayso.reading.who.scene import Scene


def people(scene: Scene, token: Token) -> None:
    """A nation or a faith by its plural."""
    member = scene.register.described(f"people {scene.known.peoples[fold(token.text)]}", token.text, "civilians", many=True)
    scene.mention(member, left_of(token), token.i + 1, token)


def one_of_a_people(scene: Scene, token: Token) -> None:
    """Somebody by his nation: "a Palestinian", of whom nothing else is told."""
    member = scene.register.described(f"one {token.i}", token.text, "civilians")
    scene.mention(member, left_of(token), token.i + 1, token)
