"""One clause of talks laid out for the skeletons: what its verb does, whether it is denied, who does it, whose words it is."""

from dataclasses import dataclass
from functools import cached_property

from sayso.reading.grammar import agents, below, is_passive, objects_of, patients
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token
from sayso.reading.side_words import GROUPS
from sayso.reading.sides import ARMED, SPEAKERS, Sides

VERBS = ("VERB", "AUX")
BETWEEN = frozenset({"io", "ngo"})
_WILL = frozenset({"will", "would", "wo", "'ll", "'d", "shall"})
_MAY = frozenset({"could", "may", "might", "can"})
_UNREAL = frozenset({"would", "could", "might", "should", "'d"})
_FORESEEING = frozenset({"expect", "predict", "hope", "fear", "foresee", "anticipate", "doubt"})
_LEADING = 5
_TO_DO = frozenset({"offer", "promise"})
"""What is to be done, in an infinitive that the parse may take for an aim."""
_CONDITIONS = frozenset({"if", "once", "provided", "when", "unless", "until", "till", "before", "after", "as", "while"})
_UNMADE = frozenset({"if", "unless", "whether", "until", "once", "when"})
_PEOPLE = frozenset(
    {"man", "fighter", "force", "troop", "soldier", "army", "group", "movement", "people", "government", "side", "country", "unit", "team", "party"}
)
_BYSTANDERS = frozenset({
    "resident", "residents", "witness", "witnesses", "analyst", "doctor", "doctors", "journalist", "activist", "activists", "villager",
    "survivor", "expert", "teacher", "farmer", "professor", "historian", "lawyer", "medic", "medics", "woman", "man", "mother", "father",
})  # fmt: skip
_ONLOOKERS = frozenset({"cabinet", "council", "parliament", "court", "assembly", "nations", "congress", "senate"})
_LOCALS = frozenset({
    "elder", "bishop", "archbishop", "priest", "imam", "cleric", "church", "diocese", "vicar", "pastor", "reverend", "monk", "abbot", "cadi", "qadi",
    "notable", "go-between", "intermediary", "intermediarie",
})  # fmt: skip
"""Who of a place goes between its people and those who bear arms, and has no talks of his own; without the "s" of the plural."""
_CHIEFS = frozenset({"canton", "village", "clan", "tribal", "traditional", "customary"})
_MIDDLEMEN = _LOCALS | {"mediator", "envoy", "emissary", "emissarie", "facilitator", "negotiator", "lawyer"}


@dataclass(slots=True)
class Condition:
    """A clause on which another hangs: "if the army withdrew"."""

    verb: Token
    tie: str
    only: bool
    doers: tuple[str, ...]


class Clause:
    """A verb or an adjective that may make a move, and what stands around it."""

    def __init__(self, token: Token, words: TalksWords, sides: Sides) -> None:
        self.token, self.words, self.sides = token, words, sides
        self.verb = token.head if token.pos_ == "ADJ" and token.head.pos_ in VERBS else token
        self.cls = frozenset(words.classes(token))

    @cached_property
    def negated(self) -> bool:
        """Whether the clause is denied: "not", "never", "no longer", "nothing", "no" on its object, or a head that is: "is not going to"."""
        heads = [self.token, self.verb]
        if self.token.dep_ == "xcomp" and self.token.head.lemma_ in ("go", "intend", "plan", "want", "prepare", "have", "be", "need"):
            heads.append(self.token.head)
        return any(_denied(head) for head in heads)

    @cached_property
    def helped(self) -> frozenset[str]:
        """Its auxiliaries, written small."""
        return frozenset(c.lower_ for c in self.verb.children if c.dep_ in ("aux", "auxpass"))

    @property
    def willed(self) -> bool:
        """Whether it is told as to come: "will", "would"."""
        going = self.token.dep_ == "xcomp" and self.token.head.lemma_ == "go" and self.token.head.tag_ == "VBG"
        return bool(self.helped & _WILL) or going

    @cached_property
    def subject(self) -> list[Token]:
        """The nouns that do it."""
        return [self.verb.head] if self._misread else agents(self.verb)

    @cached_property
    def _misread(self) -> bool:
        """Whether the parse takes the verb of a whole sentence for a participle: "the rebels asked for the wounded to be let out."."""
        verb, noun = self.verb, self.verb.head
        if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or noun.dep_ != "ROOT" or any(c.lower_ == "by" for c in verb.children):
            return False
        closed = self.token.doc[verb.sent.end - 1].text in (".", '"', "”")
        return closed and noun.pos_ in ("NOUN", "PROPN") and bool(self.sides.of_all([noun]))

    @cached_property
    def doers(self) -> tuple[str, ...]:
        """The parties that do it; those that only tell of the war left out."""
        named = [n for n in self.subject if not self._own_people(n)]
        found = [p for p in self.sides.of_all(named) if self.sides.kind(p) not in SPEAKERS]
        if len(named) < len(self.subject) and self.speaker is not None:
            found.append(self.speaker)
        return tuple(dict.fromkeys(found))

    def _own_people(self, noun: Token) -> bool:
        """ "His men", "our army", in the words of their leader."""
        whose = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)
        return whose and noun.lemma_.lower() in _PEOPLE and self.speaker is not None

    @cached_property
    def speaker(self) -> str | None:
        """Whose words the clause is, if a side's or a go-between's: the party that a person speaks for, else the person."""
        said = self.sides.speaker(self.token)
        party = self.sides.behind(said)
        named = party is not None and self.sides.is_person(party) and not set(self.sides.words(party)) & _BYSTANDERS
        return party if party is not None and (named or self.takes_part(party)) else None

    @cached_property
    def passive(self) -> bool:
        """Whether its verb is passive."""
        return is_passive(self.verb) and not self._misread

    @cached_property
    def objects(self) -> list[Token]:
        """What it is done to."""
        return [c for c in self.verb.children if c.dep_ == "dobj"] if self._misread else patients(self.verb)

    @cached_property
    def clauses(self) -> list[Token]:
        """The clauses that it governs: "to free them", "that they leave", "for them to leave"."""
        own = [c for c in self.token.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ in VERBS and c.i > self.token.i and not _inverted(c)]
        own += [c for c in self.token.children if c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ == "for" for m in c.children)]
        if not own and self.cls & _TO_DO and not any(c.dep_ == "dobj" for c in self.token.children):  # "offered through priests to stop"
            own = [c for c in self.token.children if c.dep_ == "advcl" and c.tag_ == "VB" and c.i > self.token.i and _to(c)]
        nouns = [n for c in self.token.children if c.dep_ == "prep" and c.lower_ == "for" for n in objects_of(c)]
        return own + [c for n in nouns for c in n.children if c.dep_ in ("relcl", "acl") and any(m.tag_ == "TO" for m in c.children)]

    def under(self, *prepositions: str) -> list[Token]:
        """The nouns under these prepositions, on the verb or on its object."""
        heads = [self.token, *(c for c in self.token.children if c.dep_ == "dobj")]
        return [
            n for head in heads for c in head.children if c.dep_ in ("prep", "dative", "agent") and c.lower_ in prepositions for n in objects_of(c)
        ]

    @cached_property
    def conditions(self) -> list[Condition]:
        """The clauses that it hangs on."""
        found = []
        soon = [c for a in self.verb.children if a.lower_ in ("soon", "long") for c in a.children if c.dep_ == "advcl"]
        for child in [*self.verb.children, *soon]:
            if child.dep_ not in ("advcl", "ccomp") or child.pos_ not in VERBS:
                continue
            ties = [c for c in child.children if c.lower_ in _CONDITIONS and c.dep_ in ("mark", "advmod") and c.i < child.i]
            tie = "should" if _inverted(child) else ties[0].lower_ if ties and child.dep_ == "advcl" else ""
            if tie:
                near = {t.lower_ for t in self.token.doc[max(0, child.left_edge.i - 2) : child.i]}
                found.append(Condition(child, tie, "only" in near, self.sides.of_all(agents(child) or patients(child))))
        return found

    @property
    def open(self) -> bool:
        """Whether it is only told that it may be: "could accept the deal"."""
        return bool(self.helped & _MAY)

    @property
    def supposed(self) -> bool:
        """Whether the clause is itself only supposed, or somebody's aim: "if they ask", "wants to ask"."""
        if any(c.lower_ in _UNMADE and c.dep_ in ("mark", "advmod") and c.i < self.verb.i for c in self.verb.children):
            return True
        infinitive = self.verb.tag_ == "VB" and any(c.tag_ == "TO" for c in self.verb.children)
        return infinitive and self.verb.dep_ in ("xcomp", "advcl", "acl", "ccomp", "relcl")

    def armed(self, party: str) -> bool:
        """Whether a party is a side of the war, or a person of one."""
        return self.sides.kind(party) in ARMED

    def takes_part(self, party: str) -> bool:
        """Whether a party is a side, a body between the sides, or a go-between by its name."""
        return self.sides.kind(party) in ARMED | BETWEEN or self.go_between(party)

    def go_between(self, party: str) -> bool:
        """Whether a party is one that goes between the sides: an aid body, an envoy, elders."""
        return self.sides.kind(party) in BETWEEN or goes_between(self.sides.described(party))

    def own_go_betweens(self, parties: tuple[str, ...]) -> bool:
        """Whether all these are elders, clergy, chiefs of the place: who of them sees a group that fights does so for others."""
        return bool(parties) and all(bool(_LOCALS & _singular(words)) or _chief(words) for words in map(self.sides.described, parties))

    def group(self, parties: tuple[str, ...]) -> bool:
        """Whether one of these is a group that fights, or a person of one: no army and no state."""
        return any(self.sides.kind(p) in GROUPS for p in parties)

    def may_mediate(self, parties: tuple[str, ...], to: tuple[str, ...]) -> bool:
        """Whether these are somebody, none of them a group or of an army, nor one of the two sides of the report; a state by its name, however
        much is said of it, may go between a group and an army."""
        across = self.group(to) and any(self.armed(p) and self.sides.kind(p) not in GROUPS for p in to)
        barred = [p for p in parties if {p, self.sides.behind(p)} & {*self.sides.both} and not (across and self.sides.is_named(p))]
        return bool(parties) and not barred and not any(self.sides.kind(p) in GROUPS | {"military"} for p in parties)

    def others(self, nouns: list[Token], makers: tuple[str, ...]) -> tuple[str, ...]:
        """The armed parties among nouns that are none of the makers, nor their own people: "his men"."""
        own = {*makers, *(self.sides.behind(p) for p in makers)}
        free = [n for n in nouns if not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in n.children)]
        found = list(self.sides.of_all(free))
        if not found and any(n.lower_ in ("both", "each", "them") for n in free):
            found = list(self.sides.both)
        return tuple(
            p for p in found if p not in own and self.sides.behind(p) not in own and self.armed(p) and not self.outside(p)
        )  # fmt: skip

    def outside(self, party: str) -> bool:
        """Whether a party is no side of this war: a parliament, a council, a state that the report hardly speaks of."""
        if _ONLOOKERS & set(self.sides.words(party)):
            return True
        leading = self.sides.belligerents[:_LEADING]
        return self.sides.kind(party) in ("state", "government") and not {party, self.sides.behind(party)} & set(leading)

    def classes_of(self, tokens: list[Token]) -> set[str]:
        """What these words do in talks."""
        return {cls for t in tokens for cls in self.words.classes(t)}

    def about(self, limit: int = 14) -> set[str]:
        """The classes of the words that it governs."""
        return self.classes_of([t for t in below(self.token, limit) if t != self.token and t not in self.subject])

    def of_talks(self, token: Token) -> bool:
        """Whether a noun names a pact, talks, a proposal or demand, or goes back to one."""
        term = self.words.term(token)
        return (term is not None and term.cls in ("pact", "talks", "proposal", "text")) or self.words.goes_back(token)


def goes_between(described: frozenset[str]) -> bool:
    """Whether somebody who is described in these words may go between the sides: an envoy, elders, a village's chief."""
    return bool(_MIDDLEMEN & _singular(described)) or _chief(described)


def _singular(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in words)


def _chief(described: frozenset[str]) -> bool:
    """A village's chief, or a clan's: none of an army or a gang."""
    return bool(described & {"chief", "chiefs", "leader", "leaders"} and described & _CHIEFS)


def _to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def unreal(verb: Token) -> bool:
    """ "Would have accepted it": what has not come about."""
    helped = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(helped & _UNREAL) and "have" in helped


def not_yet(verb: Token) -> bool:
    """ "Is yet to reject it", "has yet to answer", "has not agreed": neither done nor refused."""
    if verb.dep_ in ("xcomp", "ccomp") and any(c.lower_ == "yet" for c in verb.head.children) and any(c.tag_ == "TO" for c in verb.children):
        return verb.head.lemma_ in ("be", "have", "remain")
    helped = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(helped & {"has", "have", "had", "'ve"}) and any(c.dep_ == "neg" and c.lower_ != "never" for c in verb.children)


def foreseen(verb: Token) -> bool:
    """ "Analysts expect them to reject it": told by who foresees it."""
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in _FORESEEING


def _inverted(verb: Token) -> bool:
    """Whether a clause is a condition by its order: "should the talks fail"."""
    helped = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "should"), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return helped is not None and subject is not None and helped.i < subject.i


def _denied(head: Token) -> bool:
    for child in head.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "longer", "nothing", "nobody"):
            return True
        nouns = objects_of(child) if child.lower_ in ("to", "with") else [child] if child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") else []
        if any(c.lower_ in ("no", "neither", "none") for noun in nouns for c in noun.children):
            return True
    return False
