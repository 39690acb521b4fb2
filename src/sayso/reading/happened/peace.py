"""Reports that are not about arms, and the deeds of armed parties and states that they tell all the same."""

from sayso.model.codes import FIGHTERS
from sayso.reading.grammar import expand
from sayso.reading.happened.act import Act
from sayso.reading.happened.senses import Senses
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_LONG = 5
_AT_PEACE = 0.12
"""Of a report about a war a fifth of the sentences and more have a word of arms, of ordinary news mostly none."""
_AT_WAR = 0.35
"""Of a report about fights and attacks so many of the sentences have a word of arms: nobody dies there of old age."""
HARM = frozenset({
    "kill", "die", "wound", "injure", "injury", "hurt", "perish", "dead", "death", "casualty", "fatality", "leave", "claim", "cost", "victim",
    "survivor",
})  # fmt: skip
"""Words that tell that people were harmed and not by what."""
_ARMIES = frozenset({"armed_group", "military", "coalition"})
_KEEPING_ORDER = HARM | {"police", "policeman", "prison", "custody", "civilian", "refugee", "marine"}
"""Words of arms that ordinary news of towns has as often."""
_DYING = frozenset({"assault.die", "a.dead"})
_DEATHS = frozenset({"death", "casualty", "fatality"})
_NATIONS = ("GPE", "NORP")
_BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_MEN = frozenset({"man", "youth", "mob", "crowd", "boy", "officer", "guard", "gang", "policeman", "people", "inmate"})
"""People of whom no report says that they attack somebody in words, beside those who bear arms."""
_BODIES = frozenset({"group", "front", "division", "unit", "column", "republican", "security", "intelligence", "official", "agent", "plane"})
"""Words of armed bodies that have peaceful senses as often."""


class Peace:
    """What a page is about where it is not about arms."""

    def __init__(self, page: Page, senses: Senses) -> None:
        self._cast, self._doc = page.cast, page.doc
        self._arms = senses.classes["arms"]
        words = self._arms | senses.classes["combatant"]
        sentences = page.doc.sents
        self._human = senses.human
        self._fighters = senses.classes["combatant"] | senses.classes["raider"] | {"force", "protester", "demonstrator", "rioter"}
        armed = sum(not one.lemmas.isdisjoint(words) for one in sentences)
        self._fought = any(member.kind in _ARMIES and len(member.mentions) > 1 for member in page.cast.members())
        telling = sum(not one.lemmas.isdisjoint(words - HARM) for one in sentences)
        self._war = telling >= _AT_WAR * len(sentences)
        self._short = len(sentences) < _LONG
        self.reigns = len(sentences) >= _LONG and armed < _AT_PEACE * len(sentences)
        """Whether a report of some length is not about arms: hardly any of its sentences has a word of them."""
        self._forceful = (senses.classes["armed"] | senses.classes["raider"] | senses.classes["captor"] | _MEN) - _BODIES

    def over(self, act: Act) -> bool:
        """Whether nothing tells of arms where an act is told, no word of its sentence and no part that a state or an armed party has in force."""
        if not self.reigns or not act.token.sent.lemmas.isdisjoint(self._arms):
            return False
        return act.type not in _BY_FORCE or not (self.among_armed(act) or self.by_men(act) or self._by_those_before(act))

    def uncaused(self, act: Act) -> bool:
        """Whether it is only told that people are dead, in a report that is about no war and with no word of what killed them: "his mother died
        at sea"."""
        if self._war or act.type != "ASSAULT" or act.actors or not self._only_death(act):
            return False
        return (act.token.sent.lemmas & self._arms).issubset(HARM)

    def _only_death(self, act: Act) -> bool:
        return act.sense.row.sense in _DYING or (not act.verbal and act.token.lemma_.lower() in _DEATHS)

    def by_force(self, act: Act) -> bool:
        """Whether those who bear arms do a deed, or a sentence about arms tells of it and no private person does it: in a report that is about
        no war, what only the finder knows is told of nobody else."""
        if self._short or self._fought or any(self._bears_arms(one) for noun in act.actors for one in expand(noun)):
            return True
        if act.type in ("ASSAULT", "COERCE") and any(noun.ent_type_ == "GPE" for noun in act.actors):
            return any(self._human(noun) for noun in act.recipients)  # "Algeria drove dozens of migrants into the sands"
        if (act.token.sent.lemmas & self._arms).issubset(_KEEPING_ORDER):
            return False
        open_ = not act.actors or any(noun.pos_ == "PRON" for noun in act.actors)
        return (open_ and act.type in _BY_FORCE) or self.by_men(act) or any(self._is_armed(one) for noun in act.actors for one in expand(noun))

    def _bears_arms(self, noun: Token) -> bool:
        party = self._cast.at(noun.idx, noun.idx + len(noun))
        kind = self._cast[party].kind if party is not None else None
        return kind in _ARMIES or noun.lemma_.lower() in self._fighters

    def among_armed(self, act: Act) -> bool:
        """Whether a state, its forces or an armed party has a part in an act."""
        return any(self._is_armed(one) for noun in (*act.actors, *act.recipients) for one in expand(noun))

    def by_men(self, act: Act) -> bool:
        """Whether people do it who use force, not words: "youths beat him", "officers fired"."""
        return any(one.lemma_.lower() in self._forceful for noun in act.actors for one in expand(noun))

    def _by_those_before(self, act: Act) -> bool:
        """Whether a pronoun does it that may stand for men in the sentence before: "armed men came; they set the barn on fire"."""
        start = act.token.sent.start
        if start == 0 or not any(noun.pos_ == "PRON" for noun in act.actors):
            return False
        return not self._doc[start - 1].sent.lemmas.isdisjoint(self._forceful | self._arms)

    def _is_armed(self, noun: Token) -> bool:
        if noun.ent_type_ in _NATIONS or any(one.ent_type_ in _NATIONS for one in noun.lefts):
            return True
        party = self._cast.at(noun.idx, noun.idx + len(noun))
        return party is not None and self._cast[party].kind in FIGHTERS
