"""Which sense a verb or noun has: the rows of `predicates.tsv`, the most specific first, each with its conditions on the words around."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.lexicon import Lexicon
from sayso.lexicon.event_rows import OperatorRow, PredicateRow, WordClassRow
from sayso.lexicon.party_rows import PersonNounRow
from sayso.reading.grammar import agents, by_phrase, expand, is_passive, objects_of, patients

ENTITIES = frozenset({"PERSON", "NORP", "ORG", "GPE", "FAC", "LOC"})
_NUMBER_TAGS = frozenset({"CD"})
_NOT_ACTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "PERSON", "NORP", "LANGUAGE"})
_PREDICATIVE = frozenset({"amod", "acomp", "ROOT", "conj", "ccomp", "relcl", "acl", "xcomp"})
_NOUN_TIES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "attr", "pcomp", "csubj", "csubjpass", "ROOT", "ccomp", "dep"})
_SKIP_INSIDE = frozenset({"ORG", "PERSON", "FAC", "PRODUCT", "WORK_OF_ART", "LAW"})
_IRREGULAR = {
    "shot": "shoot", "slain": "slay", "beaten": "beat", "held": "hold", "taken": "take", "broken": "break", "fled": "flee", "struck": "strike",
    "bombed-out": "bomb", "hit": "hit", "sent": "send", "fallen": "fall", "given": "give", "sunk": "sink", "hung": "hang",
}  # fmt: skip


@dataclass(slots=True)
class Sense:
    """A row made ready: word sets instead of lists, the extra words of a multi-word entry apart."""

    row: PredicateRow
    rest: tuple[str, ...]
    preps: frozenset[str]
    optional: bool
    objects: frozenset[str]
    excludes: frozenset[str]
    weight: int = 0


@dataclass(slots=True)
class Around:
    """What stands around a candidate, gathered once and shared by all its senses."""

    objects: list[Token] = field(default_factory=list)
    subjects: list[Token] | None = None
    preps: dict[str, list[Token]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)


class Senses:
    """Looks predicates up. `of(token)` is the sense of a token in its sentence, or None."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.classes = {row.name: frozenset(row.words) for row in lexicon.rows(WordClassRow)}
        self.people = self.classes["person"] | {row.noun.lower() for row in lexicon.rows(PersonNounRow) if " " not in row.noun}
        self.targets = self.people | self.classes["place"] | self.classes["facility"] | self.classes["vehicle"] | self.classes["weapon"]
        self.light = self.classes["light"]
        self.sufferance = self.classes["sufferance"]
        self._operators: dict[tuple[str, str, str], OperatorRow] = {
            (word, row.pos, row.effect): row for row in lexicon.rows(OperatorRow) for word in row.words
        }
        self._senses: dict[tuple[str, str], list[Sense]] = {}
        for row in lexicon.rows(PredicateRow):
            for word in row.words:
                parts = word.split()
                head, rest = (parts[0], parts[1:]) if row.pos == "v" else (parts[-1], parts[:-1])
                sense = Sense(
                    row, tuple(rest), frozenset(row.preps) - {"-"}, "-" in row.preps or not row.preps,
                    self._expanded(row.objects), self._expanded(row.excludes),
                )  # fmt: skip
                sense.weight = 4 * bool(sense.objects) + 3 * len(rest) + 2 * (not sense.optional) + bool(row.needs)
                sense.weight += 8 * ("refused" in row.needs)
                self._senses.setdefault((head, row.pos), []).append(sense)
        for senses in self._senses.values():
            senses.sort(key=lambda s: -s.weight)
        self._participles = {form: word for word, pos in self._senses if pos == "v" for form in _forms(word)} | _IRREGULAR
        self._gerunds = {form: word for word, pos in self._senses if pos == "v" for form in _ing(word)}

    def _expanded(self, words: tuple[str, ...]) -> frozenset[str]:
        found: set[str] = set()
        for word in words:
            found |= self.classes[word[1:]] if word.startswith("@") else {word}
        return frozenset(found)

    def of(self, token: Token) -> Sense | None:
        """The most specific sense whose conditions hold."""
        lemma = token.lemma_.lower()
        tag = token.tag_[:1]
        if tag == "V":
            order = (("n", token.lower_), ("n", lemma), ("v", lemma)) if token.dep_ == "pobj" or _gerund_noun(token) else (("v", lemma),)
        elif tag == "N":
            if token.ent_type_ in _NOT_ACTS:
                return None
            if lemma.endswith("ing") and lemma in self._gerunds and (lemma, "n") not in self._senses:
                order = (("v", self._gerunds[lemma]),)
            else:
                order = (("n", lemma), ("v", lemma)) if _headline_verb(token) and lemma not in self.people else (("n", lemma), ("n", token.lower_))
        elif tag == "J" or token.tag_ in ("RB", "RP"):
            base = self._participles.get(token.lower_)
            if base is None or token.dep_ not in _PREDICATIVE:
                return None
            order = (("v", base),)
        else:
            return None
        around: Around | None = None
        for pos, word in order:
            senses = self._senses.get((word, pos))
            if not senses:
                continue
            if around is None:
                if tag == "N" and pos == "n" and _inside_name(token):
                    return None
                around = _around(token, pos, tag)
            for sense in senses:
                if self._fits(sense, token, around, pos):
                    return sense if sense.row.type != "NONE" else None
        return None

    def _fits(self, sense: Sense, token: Token, around: Around, pos: str) -> bool:
        if sense.rest and not (_verb_rest(token, sense.rest, around) if pos == "v" else _noun_rest(token, sense.rest)):
            return False
        used = [p for p in sense.preps if p in around.preps] if sense.preps else []
        if not used and not sense.optional:
            return False
        if pos == "n":
            if sense.objects and not (sense.objects & around.words):
                return False
            return not (sense.excludes and sense.excludes & around.words)
        governed = [noun for p in used for noun in around.preps[p]]
        nouns = governed if used and not (sense.optional and around.objects) else around.objects
        if sense.objects and not any(_named(noun, sense.objects) for noun in (*nouns, *(around.objects if used else ()))):
            return False
        if sense.excludes and (sense.excludes & around.words or any(_named(noun, sense.excludes) for noun in around.objects)):
            return False
        return all(self._needed(need, token, around, nouns) for need in sense.row.needs)

    def _needed(self, need: str, token: Token, around: Around, nouns: list[Token]) -> bool:
        if need == "none":
            return not around.objects
        if need == "refused":
            return _will_not(token)
        if need == "active":
            return not is_passive(token) or bool(by_phrase(token))
        if need == "direct":
            return bool(around.objects)
        if need == "object":
            return bool(nouns)
        if need == "human":
            return any(self.human(noun) for noun in nouns)
        if need == "target":
            return any(self.human(noun) or noun.lemma_.lower() in self.targets or noun.ent_type_ in ENTITIES for noun in nouns)
        if around.subjects is None:
            around.subjects = agents(token) or (patients(token) if not around.objects else [])
        if need == "actor":
            return not around.subjects or any(self.human(noun) or noun.lemma_.lower() in self.targets for noun in around.subjects)
        wanted = self.people if need == "civil" else self.classes["explosive" if need == "test" else need]
        return any(_named(noun, wanted) for noun in around.subjects)

    def human(self, noun: Token) -> bool:
        """Whether a noun stands for people or a body of people."""
        return (
            noun.ent_type_ in ENTITIES or noun.lemma_.lower().rpartition("-")[2] in self.people or noun.pos_ in ("PRON", "PROPN")
            or noun.tag_ in _NUMBER_TAGS or _part_of(noun, self.people) or (noun.tag_ in ("JJ", "VBN") and noun.dep_ in ("dobj", "nsubjpass", "pobj"))
        )  # fmt: skip

    def effect(self, token: Token, wanted: str) -> OperatorRow | None:
        """The operator row of this effect that a token carries."""
        pos = token.tag_[:1]
        key = "v" if pos in ("V", "M") else "n" if pos == "N" else "a"
        return self._operators.get((token.lemma_.lower(), key, wanted)) or (self._operators.get((token.lower_, "a", wanted)) if key == "v" else None)


def _forms(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return (word + "d",)
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return (word[:-1] + "ied",)
    return (word + "ed", word + word[-1] + "ed")


def _will_not(verb: Token) -> bool:
    """Whether the verb is negated and willed: "will not", "would never", "is not going to", "does not intend"."""
    words = {child.dep_: child for child in verb.children if child.dep_ in ("neg", "aux")}
    return "neg" in words and "aux" in words and words["aux"].lower_ in ("will", "would", "wo", "'ll", "shall", "'d")


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


def _around(token: Token, pos: str, tag: str) -> Around:
    around = Around()
    if pos == "v":
        if tag == "J" or (token.dep_ == "amod" and token.tag_ == "VBN"):
            around.objects = [token.head] if token.dep_ == "amod" else agents(token)
        else:
            around.objects = list(patients(token))
            if token.dep_ == "amod" and token.tag_ == "VBG" and not around.objects:
                around.subjects = [token.head]
    for child in token.children:
        dep = child.dep_
        if dep in ("prep", "agent", "prt", "dative", "advmod"):
            if dep == "advmod":
                around.words.add(child.lower_)
            nouns = objects_of(child) if dep != "prt" else around.objects
            around.preps.setdefault(child.lower_, []).extend(nouns)
            if dep == "dative" and not nouns:
                around.preps.setdefault("to", []).append(child)
            if pos == "n":
                around.words.update(word for noun in nouns for word in (noun.lemma_.lower(), noun.ent_type_) if word)
                around.words.add(child.lower_)
            for inner in child.children:
                if inner.dep_ == "pcomp":
                    around.preps[child.lower_].append(inner)
        elif dep in ("xcomp", "ccomp", "oprd", "acomp", "attr", "advcl"):
            if dep in ("oprd", "acomp", "attr"):
                around.objects = [*around.objects, child]
            elif any(part.dep_ == "aux" and part.lower_ == "to" for part in child.children):
                around.preps.setdefault("to", []).append(child)
            elif dep == "ccomp":
                around.preps.setdefault("that", []).append(child)
                around.words.update(part.lemma_.lower() for part in child.children if part.dep_ in ("acomp", "oprd", "attr"))
                if child.pos_ in ("ADJ", "NOUN"):
                    around.objects = [*around.objects, child, *(part for part in child.children if part.dep_ == "nsubj")]
        elif dep in ("amod", "compound", "poss", "nmod", "nummod") and pos == "n":
            around.words.update((child.lemma_.lower(), child.lower_))
        elif dep in ("nsubj", "nsubjpass") and pos == "v":
            around.words.add(child.lemma_.lower())
        elif dep == "acl" and pos == "n":
            around.preps.setdefault("to" if child.tag_ == "VB" else "that", []).append(child)
    if pos == "v":
        for noun in around.objects:
            if noun.dep_ in ("dobj", "attr", "oprd"):
                for child in noun.children:
                    if child.dep_ == "prep":
                        around.preps.setdefault(child.lower_, []).extend(objects_of(child))
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].tag_ == "RP":
        around.preps.setdefault(token.doc[token.i + 1].lower_, []).extend(around.objects)
    return around


def _verb_rest(token: Token, rest: tuple[str, ...], around: Around) -> bool:
    if len(rest) == 1 and rest[0] in around.preps:
        return True
    doc, i = token.doc, token.i + 1
    if len(rest) == 1:
        return any(doc[j].lower_ == rest[0] or doc[j].lemma_ == rest[0] for j in range(i, min(i + 4, len(doc))) if doc[j].head.i == token.i)
    return all(i + k < len(doc) and (doc[i + k].lower_ == word or doc[i + k].lemma_ == word) for k, word in enumerate(rest))


def _noun_rest(token: Token, rest: tuple[str, ...]) -> bool:
    doc, i = token.doc, token.i
    words = [doc[j].lower_ for j in range(max(0, i - 4), i) if doc[j].text != "-"]
    return tuple(words[-len(rest):]) == rest or (len(rest) == 1 and rest[0] in words[-2:])


def _named(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun, its modifiers, what it is a number or a part of, or its conjuncts are among the wanted words or labels."""
    for one in expand(noun):
        if one.lemma_.lower() in wanted or one.lower_ in wanted or one.ent_type_ in wanted:
            return True
        for child in one.children:
            if child.dep_ in ("compound", "amod", "nmod", "poss") and (child.lemma_.lower() in wanted or child.lower_ in wanted):
                return True
            if child.dep_ == "prep" and child.lower_ == "of" and any(n.lemma_.lower() in wanted for n in objects_of(child)):
                return True
    return False


def _part_of(noun: Token, people: frozenset[str]) -> bool:
    """Whether "of people" follows: a handful of, a group of, three of."""
    return any(
        inner.lemma_.lower() in people or inner.ent_type_ in ENTITIES
        for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" for inner in objects_of(child)
    )  # fmt: skip
