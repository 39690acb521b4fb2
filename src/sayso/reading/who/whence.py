"""Whether a name before people tells where they are from or what band they are of: "Oranja rebels", "Seleka rebels"."""

from sayso.reading.names.phrases import fold
from sayso.reading.page import Name
from sayso.reading.parsed import Token
from sayso.reading.who.scene import Scene

_FROM_SOMEWHERE = frozenset(
    """rebels rebel militants insurgents guerrillas gunmen separatists mutineers dissidents soldiers troops protesters demonstrators
    villagers residents civilians refugees policemen conscripts volunteers mercenaries exiles""".split()
)
"""People who go by the name of where they are from as often as by that of a band."""


def only_whence(name: Name, head: Token, scene: Scene) -> bool:
    """Whether a name of one word that the lexicon does not know stands in the report only before such people: a band is named alone, too."""
    if not head.i:
        return False
    before = scene.doc[head.i - 1]
    if head.lower_ not in _FROM_SOMEWHERE or name.entry is not None or scene.name_at.get(before.i) is not name or before.text.isupper():
        return False
    if len(before.text) != name.end - name.start:
        return False
    text = scene.page.report.text
    same = (other for other in scene.page.names if fold(text[other.start : other.end]) == fold(before.text))
    after = (t.i + 1 for other in same for t in scene.page.tokens(other.start, other.end))
    return all(i < len(scene.doc) and scene.doc[i].lower_ in _FROM_SOMEWHERE for i in after)
