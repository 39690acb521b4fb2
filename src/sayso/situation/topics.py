"""What talks are about, by the words of their moves: a truce, an evacuation, aid, captives, weapons."""

import re

from sayso.situation.made import Made
from sayso.situation.words import fold, sentence_around

_TOPICS = {
    "truce": r"truces?|ceasefires?|cease fires?|cessation|hostilities|armistice|lull|pauses?|de ?escalat\w*"
    r"|halt (?:fire|to the (?:fighting|shelling|strikes))",
    "leaving": r"evacuat\w*|withdraw\w*|pull\w* (?:out|back)|corridors?|safe passage|population (?:swaps?|exchanges?|transfers?)|depart\w*",
    "aid": r"aid|relief|convoys?|supplies|humanitarian|humanitarians|access",
    "captives": r"prisoners?|hostages?|captives?|detainees?|ransom\w*|swaps?|bodies",
    "weapons": r"chemical|weapons?|arsenal|stockpiles?|warheads?|disarm\w*|inspect\w*|surrender\w*",
    "peace": r"peace|transition\w*|settlement|constitution\w*|elections?|negotiat\w*",
}
"""Words for what is talked about, folded; a move may be about several."""
_WORDS = {topic: re.compile(rf"\b(?:{words})\b") for topic, words in _TOPICS.items()}


def topics_of(made: Made) -> frozenset[str]:
    """What a move is about, as far as its words tell, else those of its sentence."""
    own = _named_in(" ".join((made.sheet.reading.words(made.move.span), *(term.text for term in made.move.terms))))
    return own or _named_in(sentence_around(made.sheet.report.text, made.move.span))


def _named_in(text: str) -> frozenset[str]:
    said = fold(text)
    return frozenset(topic for topic, words in _WORDS.items() if words.search(said))
