"""Words of deeds where no such deed is told: of elections and debates, in which candidates attack and beat one another; of trade, in which
companies offer and refuse; of deaths that nobody is told to have caused; of courts, which put sanctions on private people; of
storms and polls, where nobody bears arms."""

from functools import cached_property

from sayso.reading.grammar import agents, expand
from sayso.reading.happened.act import Act
from sayso.reading.happened.peace import HARM, Peace
from sayso.reading.happened.senses import Senses
from sayso.reading.happened.surroundings import flames, named
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_FIELD = 2
"""So many words of a field, each counted once, show that a sentence or a report without a word of arms is about it."""
_RALLIES = frozenset({"rally", "surrender"})
"""Other words than those of attacks that campaigns have too."""
_DEATHS = frozenset({"death", "casualty", "fatality"})
_HURT = frozenset({"hurt", "die", "dead", "perish", "injury"})
"""Those of them that are of bodies only, and of no class of arms."""
_BLASTS = frozenset({"explosion", "explode", "blast"})
_AT_MISHAPS = _BLASTS | HARM | {"police", "policeman", "blood", "custody", "army", "soldier", "civilian", "stone", "gunshot"}
"""Words of arms that are found where gas explodes, too."""
_BURNING = frozenset({
    "fire", "blaze", "flame", "wind", "rain", "gale", "snow", "hail", "ice", "heat", "smoke", "mud", "water", "river", "sand", "rockfall",
})  # fmt: skip
_OF_ARMS = 3
"""A report with so many words of arms is about them."""
_FOUGHT_IN_WORDS = frozenset({
    "attack", "battle", "fight", "clash", "confront", "confrontation", "target", "hit", "strike", "pound", "hammer", "push", "advance", "capture",
    "conquer", "seize", "storm", "defeat", "beat", "break", "campaign", "operation", "offensive", "blast", "lose", "fall", "enter", "eliminate",
    "wipe", "crush", "drive", "move", "sweep", "rock", "repel", "exchange", "trade", "fend", "knock", "overrun", "blow", "win", "chase", "fire",
})  # fmt: skip
_COMMON = frozenset({
    "agent", "bank", "bid", "campaign", "carrier", "chain", "charge", "cinema", "congress", "director", "executive", "final", "game", "goal",
    "heart", "holding", "illness", "index", "issue", "loss", "maker", "market", "media", "offer", "party", "plant", "political", "politician",
    "politics", "presidential", "primary", "quarter", "race", "rate", "rival", "shop", "speech", "store", "studio", "swing", "team", "tractor",
    "tree", "unit", "yield",
})  # fmt: skip
"""Words of peaceful fields that reports of war have as often."""
_IN_ARMS = frozenset({"armed_group", "military"})
_TRADED = frozenset({"AGREE", "REJECT", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "SANCTION", "ACCUSE", "REQUEST"})


class Figurative:
    """Which acts of a page are deeds in words only."""

    def __init__(self, page: Page, senses: Senses, peace: Peace) -> None:
        self._page, self._peace = page, peace
        self._combatant = senses.classes["combatant"]
        self._arms = senses.classes["arms"]
        self._hustings, self._commerce = senses.classes["hustings"], senses.classes["commerce"]
        self._bench = senses.classes["bench"]
        self._bursting, self._meant = senses.classes["bursting"], senses.classes["meant"]
        self._beast, self._traffic = senses.classes["beast"], senses.classes["traffic"]
        self._sites = senses.things | senses.classes["armed"] | senses.classes["settlement"]
        self._nature = senses.classes["calamity"] | _BURNING
        fields = (senses.classes[name] for name in ("sport", "market", "hustings", "commerce", "mishap", "calamity"))
        self._fields = frozenset().union(*fields) - _COMMON
        self._statecraft, self._mishap = senses.classes["statecraft"], senses.classes["mishap"]

    def __call__(self, act: Act) -> bool:
        """Whether an act is one of a campaign, of trade, of a mishap or of a bench."""
        if not self._borne_arms(act) or (act.type in ("ASSAULT", "COERCE") and self._no_men(act)):
            return True
        if self._tells_figures(act) and self._at_peace(act):
            return True
        if act.learnt and (self._peace.over(act) or not self._peace.by_force(act)):
            return True
        if self._burst and act.type == "ASSAULT" and act.sense.row.mode in (None, "explosives", "destroy", "heavy-weapons"):
            return all(noun.lemma_.lower() in _BLASTS for noun in act.actors)
        word = act.token.lemma_.lower()
        if word == "sanction" and act.light is not None and any(noun.lemma_.lower() in self._bench for noun in agents(act.light)):
            return True
        if act.type == "ASSAULT" and act.sense.row.mode is None and (word in HARM or word in _DEATHS):
            words = act.token.sent.lemmas
            if not words.isdisjoint(self._mishap) and (words & self._arms).issubset(HARM):
                return True
            return word in _DEATHS and (self._page.doc.lemmas & self._arms).issubset(HARM)
        if (act.type == "ASSAULT" and word not in self._arms) or word in _RALLIES:
            return self._in_campaign(act)
        return act.type in _TRADED and self._in_trade(act)

    @cached_property
    def _burst(self) -> bool:
        """Whether a report tells that gas, a boiler or the like exploded, and of no arms and nobody's doing: its other blasts are that one."""
        doc, things = self._page.doc, self._bursting
        if not doc.lemmas.isdisjoint(self._meant):
            return False
        if doc.lemmas.isdisjoint(_BLASTS) or doc.lemmas.isdisjoint(things) or not (doc.lemmas & self._arms).issubset(_AT_MISHAPS):
            return False
        words = (token for token in doc if token.lemma_.lower() in _BLASTS or token.lemma_ == "leak")
        return any(child.lemma_.lower() in things for word in words for child in word.lefts)

    def _at_peace(self, act: Act) -> bool:
        """Whether nothing near an act tells of arms, no word of its sentence and few of its report, and a word of a peaceful field or the
        length of the report says that it is about something else."""
        words = act.token.sent.lemmas
        if not (words.isdisjoint(self._arms) and words.isdisjoint(_HURT)):
            return False
        return self._peace.reigns or (self._unarmed and not (words - {act.token.lemma_.lower()}).isdisjoint(self._fields))

    @cached_property
    def _unarmed(self) -> bool:
        if any(member.kind in _IN_ARMS for member in self._page.cast.members()):
            return False
        return len(self._page.doc.lemmas & self._arms) < _OF_ARMS

    def _tells_figures(self, act: Act) -> bool:
        """Whether an act is told by a word of fights that competitors, critics and storms have too, and nobody who uses force has a part in it."""
        if act.type != "ASSAULT" or act.sense.row.mode is not None or act.token.lemma_.lower() not in _FOUGHT_IN_WORDS:
            return False
        return not (self._peace.among_armed(act) or self._peace.by_men(act))

    def _no_men(self, act: Act) -> bool:
        """Whether beasts do it, or traffic, a storm or a fire, where nothing else tells of arms: "was hit by a tram", "a fire destroyed the shed"."""
        doers = [one for noun in act.actors for one in expand(noun)]
        common = [one for one in doers if one.tag_ in ("NN", "NNS") or _opens(one)]
        nouns = [one.lemma_.lower() for one in common if one.lemma_.lower() != "fire" or flames(one)]
        if not nouns or act.sense.row.mode not in (None, "destroy", "restrict") or not (act.token.sent.lemmas & self._arms).issubset(HARM):
            return False
        if self._beast.issuperset(nouns):
            bitten = [one.lemma_.lower() for one in act.recipients if one.ent_type_ not in ("DATE", "TIME")]
            return bool(bitten) and all(map(self._is_beast, doers)) and self._sites.isdisjoint(bitten)
        return all(noun in self._traffic or noun in self._nature for noun in nouns)

    def _is_beast(self, noun: Token) -> bool:
        """Whether no men or machines are called so: "a wolf killed two sheep", but "lions of our unit", "Grey Wolves", "police dogs"."""
        named_so = noun.text[:1].isupper() and not _opens(noun)
        called = any(child.dep_ in ("compound", "nmod") or (child.dep_ == "amod" and child.text[:1].isupper()) for child in noun.lefts)
        return not (named_so or called or any(child.lower_ == "of" for child in noun.rights) or self._page.cast.at(noun.idx, noun.idx + len(noun)))

    def _borne_arms(self, act: Act) -> bool:
        """Whether arms are borne where the row of an act asks for it: a party loses a city at the polls, a storm brings down power lines."""
        needs, cast = act.sense.row.needs, self._page.cast
        if "fighters-near" in needs:
            sentence = act.token.sent
            spoken = cast.within(sentence[0].idx, sentence[-1].idx + len(sentence[-1]))
            return not sentence.lemmas.isdisjoint(self._combatant) or any(cast[party].kind == "armed_group" for party in spoken)
        if "fighters" not in needs:
            return True
        nouns = [one for noun in (*act.actors, *act.recipients) for one in expand(noun)]
        parties = (cast.at(noun.idx, noun.idx + len(noun)) for noun in nouns)
        return any(named(noun, self._combatant) for noun in nouns) or any(party and cast[party].kind in _IN_ARMS for party in parties)

    def _in_campaign(self, act: Act) -> bool:
        sentence = act.token.sent.lemmas
        if not sentence.isdisjoint(self._arms):
            return False
        if len(sentence & self._hustings) >= _FIELD:
            return True
        page = self._page.doc.lemmas
        return len(page & self._hustings) >= _FIELD and page.isdisjoint(self._arms)

    def _in_trade(self, act: Act) -> bool:
        sentence = act.token.sent.lemmas
        if len(sentence & self._commerce) < _FIELD:
            return False
        return sentence.isdisjoint(self._arms) and sentence.isdisjoint(self._statecraft)


def _opens(noun: Token) -> bool:
    """Whether a word begins its sentence, or what stands behind its dateline: "HAYK – Hail flattened the barley"."""
    return noun.is_sent_start or (noun.i > 0 and noun.nbor(-1).text in ("–", "—", "-"))
