"""What talks are about, by the words of their moves: a truce, an evacuation, aid, captives, weapons."""

import re

from sayso.situation.made import Made
from sayso.situation.released import is_release
from sayso.situation.words import fold, sentence_around

_TOPICS = {
    "truce": r"truces?|ceasefires?|cease fires?|cessation|hostilities|armistice|lull|pauses?|de ?escalat\w*|accord|guns|peace|stop fighting"
    r"|halt\w* (?:fire|to the (?:fighting|shelling|strikes))",
    "leaving": r"evacuat\w*|withdraw\w*|pull\w* (?:out|back)|corridors?|safe passage|population (?:swaps?|exchanges?|transfers?)|depart\w*",
    "surrender": r"lay(?:s|ing)? down|laid down|surrender\w*|garrison|ultimatum|deadline|give (?:themselves|itself|himself) up|hand in",
    "aid": r"aid|relief|convoys?|supplies|humanitarian|humanitarians|access|trucks|lorries|food|passage",
    "captives": r"prisoners?|hostages?|captives?|detainees?|inmates?|captured|abducted|kidnapp\w+|ransom\w*|swap\w*|exchange|releas\w+|freed|bodies"
    r"|remains",
    "weapons": r"chemical|weapons?|arsenal|stockpiles?|warheads?|disarm\w*|inspect\w*",
    "settlement": r"transition\w*|settlement|constitution\w*|elections?|negotiat\w*",
}
"""Words for what is talked about, folded; a move may be about several."""
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")
"""Names of several words: the Relief League is no relief."""
_WORDS = {topic: re.compile(rf"\b(?:{words})\b") for topic, words in _TOPICS.items()}


def topics_of(made: Made) -> frozenset[str]:
    """What a move is about, as far as its words and terms tell, else those of its sentence."""
    if is_release(made):
        return frozenset({"captives"})
    own = " ".join((made.sheet.reading.words(made.move.span), *(term.text or "" for term in made.move.terms)))
    return _named_in(own) or _named_in(_NAME.sub(" ", sentence_around(made.sheet.report.text, made.move.span)))


def _named_in(text: str) -> frozenset[str]:
    said = fold(text)
    return frozenset(topic for topic, words in _WORDS.items() if words.search(said))
