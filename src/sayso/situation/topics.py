"""What talks are about: in general by the words of their moves (a truce, an evacuation, aid, captives, weapons), and by the words themselves."""

import re

from sayso.situation.made import Made
from sayso.situation.rebuttal import SAYING_LITTLE
from sayso.situation.released import is_release
from sayso.situation.told import LONG, STEM
from sayso.situation.words import fold, sentence_around

_TOPICS = {
    "truce": r"truces?|ceasefires?|cease fires?|cessation|hostilities|armistice|lull|pauses?|de ?escalat\w*|accord|guns|peace|hold fire"
    r"|halt\w* (?:fire|to (?:the )?(?:fighting|shelling|strikes))|stop (?:fighting|shooting)|refrain from",
    "leaving": r"evacuat\w*|withdraw\w*|pull\w* (?:out|back)|corridors?|safe passage|population (?:swaps?|exchanges?|transfers?)|depart\w*"
    r"|(?:leave|leaves|leaving|left|quit) (?:the|their) (?:\w+ ){0,2}?(?:town|city|village|suburb|district|quarter|neighbourhood|camp|enclave)",
    "surrender": r"(?:lay|lays|laying|laid) down (?:\w+ ){0,2}(?:arms|weapons|guns)|surrender\w*|garrison|ultimatum|deadline"
    r"|give (?:themselves|itself|himself) up|hand in",
    "aid": r"aid|relief|convoys?|supplies|humanitarian|humanitarians|access|trucks?|lorry|lorries|food|flour|medicines?|fuel|tankers?|passage"
    r"|open\w* (?:the |a |that )?roads?|roads? (?:be |was |is |to be )?(?:re ?)?open\w*|checkpoints?|crossings?|blockade",
    "captives": r"prisoners?|prisons?|jails?|hostages?|captives?|captors?|detainees?|inmates?|captured|abducted|kidnapp\w+|ransom\w*|swap\w*"
    r"|exchange|traded?|releas\w+|freed|set free|let (?:him|her|them) go|bodies|remains",
    "weapons": r"chemical|weapons?|arsenal|stockpiles?|warheads?|disarm\w*|inspect\w*",
    "settlement": r"transition\w*|settlement|constitution\w*|elections?",
}
"""Words for what is talked about, folded; a move may be about several."""
_FOR = {"truce": {"aid", "settlement"}, "surrender": {"leaving", "aid"}}
"""What such talks may be for, or come with: a humanitarian pause is a truce, and a safe road for those who give up is their surrender."""
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")
"""Names of several words: the Relief League is no relief."""
_WORDS = {topic: re.compile(rf"\b(?:{words})\b") for topic, words in _TOPICS.items()}
_OF_ANY_TALKS = SAYING_LITTLE | frozenset(
    "talks agreement agreed agree deal demand demanded demands offer offered refused refuse parties sides side accord negotiate would will both since"
    " could should last first once again still today monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december weeks month months days hours".split()
)


def topics_of(made: Made) -> frozenset[str]:
    """What a move is about, as far as its words and terms tell, else those of its sentence."""
    if is_release(made):
        return frozenset({"captives"})
    found = _named_in(_own(made)) or _named_in(_NAME.sub(" ", sentence_around(made.sheet.report.text, made.move.span)))
    for topic in found & _FOR.keys():
        found -= _FOR[topic]
    return found


def words_about(made: Made) -> frozenset[str]:
    """The beginnings of a move's own words and terms that say what it is about, and not who deals with whom."""
    return _telling(_own(made)) - made.sheet.party_words


def words_around(made: Made) -> frozenset[str]:
    """Those of its sentence, too."""
    return words_about(made) | (_telling(sentence_around(made.sheet.report.text, made.move.span)) - made.sheet.party_words)


def words_of_topics(made: Made) -> frozenset[str]:
    """The beginnings of those words around a move that only name a topic: many talks of one war are about a truce, or prisoners."""
    said = fold(f"{_own(made)} {sentence_around(made.sheet.report.text, made.move.span)}")
    named = (found[0] for words in _WORDS.values() for found in words.finditer(said))
    return frozenset(word[:STEM] for topic in named for word in topic.split())


def _own(made: Made) -> str:
    return " ".join((made.sheet.reading.words(made.move.span), *(term.text or "" for term in made.move.terms)))


def _named_in(text: str) -> frozenset[str]:
    said = fold(text)
    return frozenset(topic for topic, words in _WORDS.items() if words.search(said))


def _telling(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in fold(text).split() if len(word) >= LONG and word not in _OF_ANY_TALKS and not word.isdigit())
