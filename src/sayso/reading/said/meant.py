"""Whether words that tell a stance are the speaker's own: who does the verb in them, he or somebody that he tells of."""

from sayso.model.codes import PartyKind, Stance
from sayso.reading.grammar import agents, is_passive, resolved
from sayso.reading.names.knowledge import knowledge
from sayso.reading.parsed import Token
from sayso.reading.said.people import Speaker
from sayso.reading.said.sheet import Sheet
from sayso.reading.sides import Sides

_OWN: frozenset[Stance] = frozenset({"reject", "threaten"})
"""Stances that only the doer of the verb takes."""
_SIDES: frozenset[PartyKind] = frozenset({"armed_group", "coalition", "state", "government", "military", "party", "police"})
_RULERS: frozenset[PartyKind] = frozenset({"government", "state", "military"})
_OURS = frozenset({"we", "i", "us", "our", "ours", "my", "mine"})
_THEIRS = frozenset({"they", "he", "she", "their", "his", "her"})
_ITS = frozenset({"it", "its"})
_SUFFERED = frozenset({"pay", "regret", "burn", "be"})
"""Verbs whose subject has done nothing: "they will pay", "there will be no talks"."""
_GOES_ON = frozenset({"go", "continue"})
"""Verbs that a side says of what it does: "the operation will go on until"."""
_COPULAS = frozenset({"be", "call", "describe", "dismiss", "denounce", "brand", "label"})
_OPEN = frozenset({"will", "would", "shall", "can", "could", "may", "might", "must", "should"})
_OFFICES = frozenset({
    "commander", "official", "officials", "minister", "spokesman", "spokeswoman", "spokesperson", "president", "premier", "general", "colonel",
    "leader", "leaders", "chief", "officer", "officers", "ministry", "fighter", "fighters", "governor", "negotiator", "negotiators",
})  # fmt: skip
"""Words for those who speak for a side."""
_LAST = 40


class Meant:
    """Asked for one page whose stance the words in a stretch of it tell."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._sides = Sides(sheet.page)

    def by(self, who: Speaker, stance: Stance, start: int, end: int) -> bool:
        """Whether the words at [start, end) of the text show that `who` takes a stance."""
        tokens = [self._sheet.doc[i] for i in range(self._sheet.token_from(start), min(self._sheet.token_from(end), len(self._sheet.doc)))]
        if stance == "deny":
            return _denies(tokens)
        return stance not in _OWN or self._own(who, tokens)

    def _own(self, who: Speaker, tokens: list[Token]) -> bool:
        verb = next((t for t in reversed(tokens) if t.pos_ in ("VERB", "AUX")), None)
        while verb is not None and verb.dep_ in ("aux", "auxpass") and verb.head != verb:
            verb = verb.head
        party = self._sides.behind(who.party)
        office = any(t.lower_ in _OFFICES for t in self._words(who))
        takes_part = who.kind in _SIDES or who.activist or who.named or party != who.party or office
        if verb is None:
            return takes_part
        if any(c.dep_ == "neg" and c.i < tokens[0].i for c in verb.children):
            return False  # "would not reject it"
        subject = [resolved(n) for n in agents(verb)][:_LAST]
        if is_passive(verb) or verb.lemma_ in _SUFFERED or any(c.dep_ == "expl" for c in verb.children):
            whom = [n for n in verb.children if n.dep_ in ("nsubj", "nsubjpass") and n.lower_ not in _THEIRS]
            return takes_part and not any(self._himself(n, who, party) for n in whom)
        if verb.lemma_ in _GOES_ON and takes_part and not self._sides.of_all(subject):
            return True
        if who.party is None and any(self._sides.kind(p) in _SIDES for p in self._sides.of_all(subject)):
            return True  # no other speaker is named than who rejects or threatens
        return not subject or any(self._himself(n, who, party) for n in subject)

    def _himself(self, noun: Token, who: Speaker, party: str | None) -> bool:
        """Whether a subject is the speaker, his side, or their men."""
        alone = who.kind == "person" and party == who.party
        for word in (noun, *(c for c in noun.children if c.dep_ == "poss")):
            theirs = word.lower_ in _THEIRS and who.kind not in ("io", "monitor", "outlet")
            if word.lower_ in _OURS or theirs or (word.lower_ in _ITS and not alone):
                return True
        if noun.pos_ == "PRON":
            return False
        for one in self._sides.of(noun):
            if one in (who.party, party) or self._sides.behind(one) in (who.party, party):
                return True
            side = self._sides.kind(party) if party is not None else who.kind
            if self._sides.kind(one) == "military" and side in _RULERS and not any(c.ent_type_ for c in noun.children):
                return True  # "the army will strike back", says its government
        return noun.text[:1].isupper() and self._of_his_nation(noun, who)

    def _of_his_nation(self, noun: Token, who: Speaker) -> bool:
        """Whether a name means the country that a speaker is called after: "Israel" of "an Israeli official"."""
        known = knowledge(self._sheet.page.lexicon)
        nation = known.nation(noun.text)
        words = (t.text for t in self._words(who) if t.dep_ in ("amod", "compound", "nmod", "poss"))
        return nation is not None and any(known.nation(word) == nation for word in words)

    def _words(self, who: Speaker) -> list[Token]:
        return list(self._sheet.page.tokens(*who.span)) if who.span is not None else []


def _denies(tokens: list[Token]) -> bool:
    """ "That is a lie", "no such meeting took place"; not "had told a lie", "no such attack will go unanswered"."""
    if not tokens:
        return True
    last = tokens[-1]
    if last.lemma_.lower() == "lie" and last.pos_ == "NOUN":
        told = last.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass") and last.head.lemma_ not in _COPULAS and last.head.lower_ != "as"
        return not told
    if [t.lower_ for t in tokens] == ["no", "such"]:
        verb = last.head
        for _ in range(4):
            if verb.pos_ in ("VERB", "AUX"):
                return not any(c.dep_ == "aux" and c.lower_ in _OPEN for c in verb.children)
            verb = verb.head
    return True
