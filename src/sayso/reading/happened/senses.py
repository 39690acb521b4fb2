"""Which sense a verb or noun has: the rows of `predicates.tsv`, the most specific first, each with its conditions on the words near."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon import Lexicon
from sayso.lexicon.event_rows import OperatorRow, PredicateRow, WordClassRow
from sayso.lexicon.party_rows import PersonNounRow
from sayso.reading.doubt import Doubt
from sayso.reading.grammar import agents, bearers, by_phrase, is_passive, objects_of, patients
from sayso.reading.happened.quantified import stands_alone
from sayso.reading.happened.surroundings import ENTITIES, Around, around, common, fought_for, named, noun_rest, part_of, verb_rest, words_above
from sayso.reading.parsed import Span, Token

LEARNT = "learnt."
"""The names of senses that are of the finder, and no row's, begin so."""
_ASKED_LATER = frozenset({"fighters", "fighters-near"})
_TAKING = frozenset({"take", "seize", "capture", "retake", "recapture"})
_STORED = frozenset({"cache", "stockpile", "stock", "arsenal", "store", "depot", "supply", "possess", "trace", "exchange"})
"""Needs that only the parties of the page can tell."""
_BURNING = frozenset({"catch", "on", "a", "engine", "the"})
_NUMBER_TAGS = frozenset({"CD"})
_NOT_ACTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "PERSON", "NORP", "LANGUAGE"})
_NO_EFFECT: frozenset[str] = frozenset()
_BEFORE, _BEHIND = 10, 8
"""How many tokens outside its sentence a sense may be known by: what "which" stands for, fixed words that go on."""
_EVERYWHERE = frozenset({"to", "that"})
"""Words that a clause may stand for."""

_PREDICATIVE = frozenset({"amod", "acomp", "ROOT", "conj", "ccomp", "relcl", "acl", "xcomp"})
_NOUN_TIES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "attr", "pcomp", "csubj", "csubjpass", "ROOT", "ccomp", "dep"})
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj"})
_DESCRIBING = frozenset({"acl", "advcl", "amod", "acomp", "oprd", "dep", "appos"})
_SKIP_INSIDE = frozenset({"ORG", "PERSON", "FAC", "PRODUCT", "WORK_OF_ART", "LAW"})
_IRREGULAR = {
    "shot": "shoot", "slain": "slay", "beaten": "beat", "held": "hold", "taken": "take", "broken": "break", "fled": "flee", "struck": "strike",
    "bombed-out": "bomb", "hit": "hit", "sent": "send", "fallen": "fall", "given": "give", "sunk": "sink", "hung": "hang",
    "retook": "retake", "retaken": "retake", "overran": "overrun", "withdrew": "withdraw", "withdrawn": "withdraw", "fought": "fight",
    "slew": "slay", "swore": "swear", "broke": "break", "took": "take", "shook": "shake", "sank": "sink", "drove": "drive", "driven": "drive",
    "raped": "rape", "raping": "rape", "waded": "wade", "burnt": "burn", "froze": "freeze", "frozen": "freeze",
}  # fmt: skip


@dataclass(slots=True)
class Sense:
    """A row made ready: word sets instead of lists, the extra words of a multi-word entry apart."""

    row: PredicateRow
    rest: tuple[str, ...]
    preps: tuple[str, ...]
    optional: bool
    objects: frozenset[str]
    excludes: frozenset[str]
    weight: int = 0

    @property
    def signs(self) -> frozenset[str] | None:
        """Words of which a sentence must have one (`words_about`) where this sense is meant, as few as may be; None where it may have none."""
        needed = [frozenset({word.lower()}) for word in self.rest if word != "one's"]
        needed += [frozenset(self.preps)] if self.row.pos == "v" and not self.optional else []
        needed += [self.objects] if self.objects and self.row.pos != "a" else []
        return min((words for words in needed if words.isdisjoint(_EVERYWHERE)), key=len, default=None)


class Meanings:
    """The senses that one word may have, the most specific first, by the words that they cannot be without."""

    def __init__(self, senses: list[Sense]) -> None:
        self._all = senses
        self._open: list[int] = []
        self._by_sign: dict[str, list[int]] = {}
        for place, sense in enumerate(senses):
            signs = sense.signs
            if signs is None:
                self._open.append(place)
            for sign in signs or ():
                self._by_sign.setdefault(sign, []).append(place)
        self._signs = frozenset(self._by_sign)

    def among(self, words: frozenset[str] | None) -> list[Sense]:
        """Those that a sentence of these words may tell."""
        if words is None:
            return self._all
        signs = words & self._signs
        if not signs:
            return [self._all[place] for place in self._open]
        return [self._all[place] for place in sorted({*self._open, *(place for sign in signs for place in self._by_sign[sign])})]


class Senses:
    """Looks predicates up. `of(token)` is the sense of a token in its sentence, or None."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.doubt = Doubt(lexicon)
        self.classes = {row.name: frozenset(row.words) for row in lexicon.rows(WordClassRow)}
        self.people = self.classes["person"] | {row.noun.lower() for row in lexicon.rows(PersonNounRow) if " " not in row.noun}
        self.things = self.classes["facility"] | self.classes["struck"]
        self.targets = self.people | self.things.union(*(self.classes[name] for name in ("place", "vehicle", "weapon")))
        self.doers = self.targets | self.classes["armed"] | self.classes["missile-like"]
        self.light = self.classes["light"]
        self.sufferance = self.classes["sufferance"]
        effects: dict[tuple[str, str], set[str]] = {}
        for operator in lexicon.rows(OperatorRow):
            for word in operator.words:
                effects.setdefault((word, operator.pos), set()).add(operator.effect)
        self._effects = {key: frozenset(found) for key, found in effects.items()}
        self._phrasal = frozenset(word.split()[0] for word, _ in effects if " " in word)
        found: dict[tuple[str, str], list[Sense]] = {}
        for row in lexicon.rows(PredicateRow):
            for word in row.words:
                parts = word.split()
                head, rest = (parts[0], parts[1:]) if row.pos == "v" else (parts[-1], parts[:-1])
                sense = Sense(
                    row, tuple(rest), tuple(p for p in row.preps if p != "-"), "-" in row.preps or not row.preps,
                    self._expanded(row.objects), self._expanded(row.excludes),
                )  # fmt: skip
                sense.weight = 4 * bool(sense.objects) + 3 * len(rest) + 2 * (not sense.optional) + bool(row.needs)
                sense.weight += 8 * bool({"refused", "declined"} & set(row.needs))
                found.setdefault((head, row.pos), []).append(sense)
        self._senses = {key: Meanings(sorted(senses, key=lambda s: -s.weight)) for key, senses in found.items()}
        self._participles = {form: word for word, pos in self._senses if pos == "v" for form in _forms(word)} | _IRREGULAR
        self._heads = frozenset(word for word, _ in self._senses)
        self._gerunds = {form: word for word, pos in self._senses if pos == "v" for form in _ing(word)}
        self._forms = self._heads | self._participles.keys() | self._gerunds.keys()

    def _expanded(self, words: tuple[str, ...]) -> frozenset[str]:
        found: set[str] = set()
        for word in words:
            found |= self.people if word == "@person" else self.classes[word[1:]] if word.startswith("@") else {word}
        return frozenset(found)

    def may(self, token: Token) -> bool:
        """Whether a token's form or lemma is in the lexicon at all."""
        return token.lower_ in self._forms or token.lemma_.lower() in self._heads

    def types(self) -> Iterator[tuple[str, str, frozenset[str]]]:
        """Each word with its part of speech and the types that its rows tell, NONE left out."""
        for (word, pos), meanings in self._senses.items():
            yield word, pos, frozenset(sense.row.type for sense in meanings.among(None)) - {"NONE"}

    def of(self, token: Token) -> Sense | None:
        """The most specific sense whose conditions hold and that tells something."""
        sense = self.fitting(token)
        return sense if sense is not None and sense.row.type != "NONE" else None

    def fitting(self, token: Token, words: frozenset[str] | None = None) -> Sense | None:
        """The most specific sense whose conditions hold; of the type NONE where the words are known to tell nothing. `words`: those of its
        sentence, where they are gathered (`words_about`)."""
        tag = token.tag_[:1]
        first: str | None = None
        near: Around | None = None
        for pos, word in self._readings(token):
            meanings = self._senses.get((word, pos))
            if meanings is None:
                continue
            if first is None:
                if tag == "N" and pos == "n" and _inside_name(token):
                    return None
                first = pos
            for sense in meanings.among(words):
                near = near or around(token, first, tag)
                if self._fits(sense, token, near, pos):
                    return sense
        return None

    def _readings(self, token: Token) -> tuple[tuple[str, str], ...]:
        """As what a token can be looked up: (part of speech, word), the likeliest first; tags are evidence, not verdicts."""
        lemma, tag = token.lemma_.lower(), token.tag_[:1]
        if tag == "V":
            as_noun = token.dep_ == "pobj" or (token.tag_ == "VBZ" and token.dep_ in _NOUN_PLACES) or _gerund_noun(token)
            lemma = _IRREGULAR.get(token.lower_, lemma)
            verb = lemma if (lemma, "v") in self._senses else self._participles.get(token.lower_, lemma)
            before = _hyphened(token)
            if before and (f"{before}-{verb}", "v") in self._senses:
                verb = f"{before}-{verb}"
            return (("n", token.lower_), ("n", lemma), ("v", verb)) if as_noun else (("v", verb),)
        if tag == "N":
            if token.ent_type_ in _NOT_ACTS:
                return ()
            if lemma.endswith("ing") and lemma in self._gerunds and (lemma, "n") not in self._senses:
                return (("v", self._gerunds[lemma]),)
            return (("n", lemma), ("v", lemma) if _headline_verb(token) and lemma not in self.people else ("n", token.lower_))
        if tag == "J" or token.tag_ in ("RB", "RP"):
            base = self._participles.get(token.lower_)
            if base and token.dep_ in _PREDICATIVE:
                return (("v", base),)
            return (("a", lemma),) if tag == "J" and (lemma, "a") in self._senses else ()
        return ()

    def _fits(self, sense: Sense, token: Token, near: Around, pos: str) -> bool:
        if sense.rest and not (verb_rest(token, sense.rest, near) if pos == "v" else noun_rest(token, sense.rest, near)):
            return False
        if pos == "a":
            nouns = bearers(token)
            if not nouns or any(named(noun, sense.excludes) for noun in nouns) or (sense.preps and not _followed(token, sense.preps)):
                return False
            return all(self._needed(need, token, near, nouns) for need in sense.row.needs)
        used = [p for p in sense.preps if p in near.preps] if sense.preps and near.preps else []
        if not used and not sense.optional:
            return False
        if pos == "n":
            if sense.objects and not (sense.objects & near.words):
                return False
            if sense.excludes and sense.excludes & near.words:
                return False
            return "unstored" not in sense.row.needs or not _STORED & (words_above(token) | near.words)
        governed = [noun for p in used for noun in near.preps[p]]
        if sense.row.roles == "undergo":  # "died of hunger", "died from cold"
            governed += [noun for p in ("of", "from", "in") for noun in near.preps.get(p, ())]
            governed += [inner for noun in governed for inner in _whence(noun)]
        nouns = governed if used and not (sense.optional and near.objects) else near.objects
        if sense.objects and not any(named(noun, sense.objects) for noun in (*nouns, *(near.objects if used else ()))):
            return False
        if sense.excludes and not sense.excludes.isdisjoint(near.words):
            return False
        if sense.excludes and any(not _of_time(near.preps[word]) for word in sense.excludes.intersection(near.preps)):
            return False
        if sense.excludes and any(named(noun, sense.excludes) for noun in (*near.objects, *governed)):
            return False
        return all(self._needed(need, token, near, nouns) for need in sense.row.needs)

    def _needed(self, need: str, token: Token, near: Around, nouns: list[Token]) -> bool:
        if need in _ASKED_LATER:
            return True
        if need == "unhit":
            return not _under_fire(token.sent, self.classes["downing"])
        if need == "none":
            return not near.objects
        if need == "unnamed":
            return not _names(token)
        if need == "asks":
            return any(child.dep_ in ("ccomp", "xcomp") and _to_be_done(child) for child in token.children)
        if need == "describing":
            return token.tag_ == "VBN" and token.dep_ in _DESCRIBING and not any(c.dep_ in ("auxpass", "agent", "nsubj") for c in token.children)
        if need == "refused":
            return _will_not(token)
        if need == "declined":
            return _does_not(token)
        if need == "active":
            return not is_passive(token) or bool(by_phrase(token))
        if need == "direct":
            return bool(near.objects)
        if need == "object":
            return bool(nouns)
        if need == "whom":
            return any(self.human(noun) for noun in near.objects)
        if need == "human":
            return any(self.human(noun) for noun in nouns)
        if need == "target":
            return any(self.human(noun) or noun.lemma_.lower() in self.targets or noun.ent_type_ in ENTITIES for noun in nouns)
        if near.subjects is None:
            near.subjects = agents(token) or (patients(token) if not near.objects else [])
        if need == "actor":
            return not near.subjects or any(self.human(noun) or common(noun) in self.doers for noun in near.subjects)
        if need == "missile-like" and not near.subjects:  # "A rocket ploughed into flats": the parse takes it for a participle
            near.subjects = [token.head] if token.dep_ == "acl" else patients(token)
        if need == "@fallen" and any(noun.pos_ == "PROPN" for noun in near.subjects):  # a town that the parse knows no label for
            return True
        wanted = self.people if need == "civil" else self.classes[need.removeprefix("@")]
        return any(named(noun, wanted) for noun in near.subjects)

    def human(self, noun: Token) -> bool:
        """Whether a noun stands for people or a body of people."""
        return not (noun.head.lemma_ in _TAKING and fought_for(noun)) and (
            noun.ent_type_ in ENTITIES or noun.lemma_.lower().rpartition("-")[2] in self.people or noun.pos_ in ("PRON", "PROPN")
            or noun.tag_ in _NUMBER_TAGS or stands_alone(noun) or _of_an_age(noun) or part_of(noun, self.people)
            or (noun.tag_ in ("JJ", "VBN") and noun.dep_ in ("dobj", "nsubjpass", "pobj"))
        )  # fmt: skip

    def effects(self, token: Token) -> frozenset[str]:
        """The effects that a token can have on what is embedded under it; with a particle it may be another word: "called off" the strike."""
        pos = token.tag_[:1]
        if pos == "V" and token.lemma_ in self._phrasal:
            phrases = (self._effects.get((f"{token.lemma_} {child.lower_}", "v")) for child in token.children if child.dep_ in ("prt", "prep"))
            if phrasal := next(filter(None, phrases), None):
                return phrasal
        key = "v" if pos in ("V", "M") else "n" if pos == "N" else "a"
        found = self._effects.get((token.lemma_.lower(), key), _NO_EFFECT)
        return found or (self._effects.get((token.lower_, "a"), _NO_EFFECT) if key == "v" else found)


@lru_cache(maxsize=4)
def senses_of(lexicon: Lexicon) -> Senses:
    """The senses of a lexicon, shared by all questions that ask for them."""
    return Senses(lexicon)


def words_about(sentence: Span) -> frozenset[str]:
    """All words and labels by which a sense of a word of this sentence may be known, and some more: it is quicker to see that one is missing
    than to look at what stands around the word."""
    tokens = sentence.doc[max(0, sentence.start - _BEFORE) : sentence.end + _BEHIND]
    found = set(_EVERYWHERE)
    found.update([token.lower_ for token in tokens])
    found.update([token.lemma_.lower() for token in tokens])
    found.update([token.ent_type_ for token in tokens])
    found.update([common(token) for token in tokens if token.tag_ in ("NNP", "NNPS")])
    return frozenset(found)


def _of_time(nouns: list[Token]) -> bool:
    """Whether a preposition tells only when: "fell on Monday"."""
    return bool(nouns) and all(noun.ent_type_ in ("DATE", "TIME") for noun in nouns)


def _whence(harm: Token) -> list[Token]:
    """What a wound comes of: "wounds from a bomb", "injuries suffered in a crash"."""
    carriers = (harm, *(child for child in harm.children if child.dep_ in ("acl", "relcl")))
    ties = (child for carrier in carriers for child in carrier.children if child.dep_ == "prep" and child.lower_ in ("of", "from", "in"))
    return [noun for tie in ties for noun in objects_of(tie)]


def _hyphened(token: Token) -> str:
    """The word that a hyphen ties to this one: "test" before "fired" in "test-fired"."""
    return token.nbor(-2).lower_ if token.i > 1 and token.nbor(-1).text == "-" else ""


def _followed(adjective: Token, words: tuple[str, ...]) -> bool:
    """Whether an adjective has one of these prepositions, or an infinitive where "to" is one: "ready to talk", "open to a truce"."""
    ties = {child.lower_ for child in adjective.children if child.dep_ == "prep"}
    ties.update("to" for child in adjective.children if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VB")
    return bool(ties & set(words))


def _of_an_age(noun: Token) -> bool:
    """Whether somebody is called by an age: "a two-year-old"."""
    return noun.lower_ == "old" and noun.i > 1 and noun.nbor(-1).text == "-"


def _forms(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return (word + "d",)
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return (word[:-1] + "ied",)
    return (word + "ed", word + word[-1] + "ed")


def _under_fire(sentence: Span, words: frozenset[str]) -> bool:
    """Whether a sentence tells of fire: words of being hit, or "fire" that is neither caught nor burning."""
    fires = (token for token in sentence if token.lemma_.lower() == "fire" and token.i > sentence.start)
    return not words.isdisjoint(token.lemma_.lower() for token in sentence) or any(one.nbor(-1).lemma_ not in _BURNING for one in fires)


def _will_not(verb: Token) -> bool:
    """Whether the verb is negated and willed: "will not", "would never", "is not going to", "does not intend"."""
    words = {child.dep_: child for child in verb.children if child.dep_ in ("neg", "aux")}
    return "neg" in words and "aux" in words and words["aux"].lower_ in ("will", "would", "wo", "'ll", "shall", "'d")


def _names(verb: Token) -> bool:
    """Whether a verb says what its object is: "called him a liar", "called the claim absurd", "called the mayor 'a crook'"."""
    if any(child.dep_ in ("oprd", "acomp", "attr", "ccomp") and child.pos_ != "PROPN" for child in verb.rights):
        return True  # "the minister called Lavrov": no name that he gives
    beside = (child for noun in verb.rights if noun.dep_ == "dobj" for child in noun.rights if child.dep_ == "appos")
    return any(child.lower_ in ("a", "an") for noun in beside for child in noun.lefts)


def _to_be_done(clause: Token) -> bool:
    """Whether a clause says what is to be and not what is: "insisted that they leave", "that they must leave", not "that the raid left nine dead"."""
    helped = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
    return clause.tag_ in ("VB", "VBP") or bool(helped & {"should", "must", "be", "to"})


def _does_not(verb: Token) -> bool:
    """Whether the verb is negated as a rule that is kept: "we do not bargain with pirates"; "did not" tells what was not done."""
    words = {child.dep_: child for child in verb.children if child.dep_ in ("neg", "aux")}
    return "neg" in words and "aux" in words and words["aux"].lower_ in ("do", "does")


def _gerund_noun(token: Token) -> bool:
    """Whether an -ing form is used as a noun: "the shelling of", "in shelling by"."""
    if token.tag_ != "VBG" or token.dep_ not in _NOUN_TIES:
        return False
    kinds = {child.dep_ for child in token.children}
    verbal = token.dep_ in ("pcomp", "csubj", "ROOT", "ccomp", "dep", "conj")
    return not kinds & {"dobj", "aux", "nsubj"} and (not verbal or bool(kinds & {"amod", "det", "poss", "compound"}))


def _headline_verb(token: Token) -> bool:
    """Whether a word tagged as a noun stands where a verb stands, as in headlines ("Airstrikes kill seven")."""
    return token.dep_ == "ROOT" and any(child.dep_ in ("nsubj", "dobj", "compound") for child in token.children)


def _ing(word: str) -> tuple[str, ...]:
    if word.endswith("e") and not word.endswith("ee"):
        return (word[:-1] + "ing",)
    return (word + "ing", word + word[-1] + "ing")


def _inside_name(token: Token) -> bool:
    """Whether a noun is part of a longer name ("Defence Ministry", "Peace Council")."""
    if token.ent_type_ not in _SKIP_INSIDE:
        return False
    neighbour = token.i + 1 < len(token.doc) and token.doc[token.i + 1].ent_iob_ == "I"
    return (token.ent_iob_ == "I" or neighbour) and token.tag_.startswith("NNP")
