"""What stands around a predicate: objects, subjects, prepositions and modifiers, gathered once and asked by all its senses."""

from dataclasses import dataclass, field

from sayso.reading.gerunds import misread_gerund
from sayso.reading.grammar import agents, bearers, expand, objects_of, patients, shared_objects
from sayso.reading.parsed import Token

ENTITIES = frozenset({"PERSON", "NORP", "ORG", "GPE", "FAC", "LOC"})


_HURT = frozenset({"killed", "wounded", "injured", "hurt", "maimed"})
_OUTWARD = frozenset({"out", "away", "off", "back", "up", "down", "along"})
"""Particles that carry a preposition of their own."""


_FOUGHT_FOR = frozenset({"capture", "recapture", "retake", "take", "seize", "enter", "storm", "overrun", "regain", "reach", "attack", "lose", "hold"})
_GROUND = frozenset({"town", "village", "city", "base", "airport", "hill", "camp", "district", "suburb", "island", "port", "crossing", "post"})
_LEAVING = frozenset({"keep", "leave", "hold", "have", "see", "want", "find"})


@dataclass(slots=True)
class Around:
    """What stands around a candidate, gathered once and shared by all its senses."""

    objects: list[Token] = field(default_factory=list)
    subjects: list[Token] | None = None
    preps: dict[str, list[Token]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    before: list[str] | None = None
    """The words right before it, hyphens left out; gathered where a sense asks for them."""


def around(token: Token, pos: str, tag: str) -> Around:
    """Gather what stands around a token looked up as a verb ("v") or a noun ("n"); `tag` is the first letter of its tag."""
    found = Around()
    if pos == "v":
        if tag == "J" or (token.dep_ == "amod" and token.tag_ == "VBN"):
            found.objects = [token.head] if token.dep_ == "amod" else agents(token) or _said_of(token)
        else:
            found.objects = list(patients(token)) or shared_objects(token)
            if not found.objects and token.tag_ == "VBN":
                kept = token.dep_ in ("xcomp", "oprd") and token.head.lemma_ in _LEAVING  # "has kept the town cut off"
                found.objects = bearers(token) if kept else _said_of(token)
            if token.dep_ == "amod" and token.tag_ == "VBG" and not found.objects:
                charged = misread_gerund(token)
                found.subjects, found.objects = (charged, [token.head]) if charged else ([token.head], [])
    for child in token.children:
        dep = child.dep_
        if dep in ("prep", "agent", "prt", "dative", "advmod"):
            if dep == "advmod":
                found.words.add(child.lower_)
            nouns = objects_of(child) if dep != "prt" else found.objects
            found.preps.setdefault(child.lower_, []).extend(nouns)
            if dep == "dative" and not nouns:
                found.preps.setdefault("to", []).append(child)
            if pos == "n":
                found.words.update(word for noun in nouns for word in (noun.lemma_.lower(), noun.ent_type_) if word)
                found.words.add(child.lower_)
            for inner in child.children:
                if inner.dep_ == "pcomp":
                    found.preps[child.lower_].append(inner)
                elif inner.dep_ == "prep" and pos == "v" and child.lower_ in _OUTWARD:  # "walked out of the talks"
                    found.preps.setdefault(inner.lower_, []).extend(objects_of(inner))
        elif dep in ("xcomp", "ccomp", "oprd", "acomp", "attr", "advcl"):
            if dep in ("oprd", "acomp", "attr"):
                found.objects = [*found.objects, child]
            elif any(part.dep_ == "aux" and part.lower_ == "to" for part in child.children):
                found.preps.setdefault("to", []).append(child)
                if dep == "ccomp" and any(part.dep_ in ("nsubj", "nsubjpass") for part in child.children):
                    found.preps.setdefault("that", []).append(child)  # "want fuel to be sent", not "want to send fuel"
            elif dep == "ccomp":
                found.preps.setdefault("that", []).append(child)
                found.words.update(part.lemma_.lower() for part in child.children if part.dep_ in ("acomp", "oprd", "attr"))
                if child.pos_ in ("ADJ", "NOUN"):
                    found.objects = [*found.objects, child, *(part for part in child.children if part.dep_ == "nsubj")]
        elif dep in ("amod", "compound", "poss", "nmod", "nummod") and pos == "n":
            found.words.update((child.lemma_.lower(), child.lower_))
        elif dep in ("nsubj", "nsubjpass") and pos == "v":
            word = child.lemma_.lower()
            found.words.add(word if word != "fire" or flames(child) else "gunfire")
        elif dep == "npadvmod" and pos == "v" and child.pos_ == "NOUN" and any(part.dep_ == "dative" for part in token.children):
            found.objects = [*found.objects, child]  # "gave them a week to leave", misread
        elif dep == "acl" and pos == "n":
            found.preps.setdefault("to" if child.tag_ == "VB" else "that", []).append(child)
    if pos == "v":
        for noun in found.objects:
            if noun.dep_ in ("dobj", "attr", "oprd"):
                for child in noun.children:
                    if child.dep_ == "prep":
                        found.preps.setdefault(child.lower_, []).extend(objects_of(child))
        if token.lemma_ == "leave":  # "leaving nine soldiers killed", read as soldiers who were killed
            found.objects = [*found.objects, *(c for noun in found.objects for c in noun.rights if c.dep_ == "acl" and c.lower_ in _HURT)]
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].tag_ == "RP":
        found.preps.setdefault(token.doc[token.i + 1].lower_, []).extend(found.objects)
    return found


def _said_of(participle: Token) -> list[Token]:
    """Of whom a participle read as an adjective is told: "is once more encircled", "were left injured"."""
    behind = participle.dep_ == "oprd" or (participle.dep_ == "acomp" and participle.head.lemma_ == "be")
    return bearers(participle) if behind else []


_FAR = 9
"""Within how many tokens a fixed word follows its verb: "took more than a hundred people hostage"."""


def verb_rest(token: Token, rest: tuple[str, ...], around: Around) -> bool:
    """Whether the fixed words of a verb entry follow: a particle, or the words in their order."""
    if len(rest) == 1 and rest[0] in around.preps:
        return True
    doc, i = token.doc, token.i + 1
    if len(rest) == 1:
        word = rest[0]
        return any(near.head.i == token.i and (near.lower_ == word or near.lemma_ == word) for near in doc[i : i + _FAR])
    return fixed_end(token, rest) > token.i


def fixed_end(token: Token, rest: tuple[str, ...]) -> int:
    """Where the fixed words right after a verb end: the place of the last one, or the verb's own where they do not follow in their order."""
    doc, i = token.doc, token.i + 1
    follow = i + len(rest) <= len(doc) and all(_is(doc[i + k], word) for k, word in enumerate(rest))
    return token.i + len(rest) if follow else token.i


def _is(token: Token, word: str) -> bool:
    return token.tag_ == "PRP$" if word == "one's" else token.lower_ == word or token.lemma_ == word


def noun_rest(token: Token, rest: tuple[str, ...], around: Around) -> bool:
    """Whether the fixed words of a noun entry stand before it."""
    words = around.before
    if words is None:
        words = around.before = [near.lower_ for near in token.doc[max(0, token.i - 4) : token.i] if near.text != "-"]
    return tuple(words[-len(rest):]) == rest or (len(rest) == 1 and rest[0] in words[-2:])


def common(noun: Token) -> str:
    """The dictionary form of a plural that the parse takes for a name, as at a sentence's start ("Rockets rained"); else the lemma."""
    return noun.lower_[:-1] if noun.tag_ in ("NNP", "NNPS") and noun.lower_.endswith("s") else noun.lemma_.lower()


def fought_for(pronoun: Token) -> bool:
    """Whether "it" is ground that its sentence has just told to be fought for or entered: "retook Kesh days after the army took it"."""
    if pronoun.lower_ != "it":
        return False
    doc = pronoun.doc
    last = next((doc[i] for i in range(pronoun.i - 1, pronoun.sent.start - 1, -1) if doc[i].dep_ in ("dobj", "nsubjpass")), None)
    return last is not None and last.head.lemma_ in _FOUGHT_FOR and (last.pos_ == "PROPN" or last.lower_ in _GROUND)


def named(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun, its modifiers, what it is a number or a part of, or its conjuncts are among the wanted words or labels."""
    if "GPE" in wanted and fought_for(noun):
        return True
    for one in expand(noun):
        if one.lemma_.lower() in wanted or one.lower_ in wanted or one.ent_type_ in wanted or common(one) in wanted:
            return True
        for child in one.children:
            if child.dep_ in ("compound", "amod", "nmod", "poss") and (child.lemma_.lower() in wanted or child.lower_ in wanted):
                return True
            if child.dep_ == "prep" and child.lower_ == "of" and any(n.lemma_.lower() in wanted for n in objects_of(child)):
                return True
    return False


def part_of(noun: Token, people: frozenset[str], depth: int = 1) -> bool:
    """Whether "of people" follows: a handful of, a group of, three of; "a number of gatherings of rebels" too."""
    return any(
        inner.lemma_.lower() in people or inner.ent_type_ in ENTITIES or (depth > 0 and part_of(inner, people, depth - 1))
        for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" for inner in objects_of(child)
    )  # fmt: skip


def flames(noun: Token) -> bool:
    """Whether a noun is a fire that burns, not what guns do: "a factory fire", not "cross-border fire", "fire from the ridge"."""
    if noun.lemma_.lower() not in ("fire", "blaze", "flame") or noun.tag_[:1] != "N":
        return False
    shot = any(c.dep_ in ("amod", "nmod", "poss") or (c.dep_ == "prep" and c.lower_ in ("from", "on", "by")) for c in noun.children)
    return noun.lemma_.lower() != "fire" or not shot or any(c.lower_ in ("huge", "large", "big", "massive", "fierce", "deadly") for c in noun.lefts)


def words_above(noun: Token) -> frozenset[str]:
    """What has a noun as its object or holds it, and the nouns that it is joined to: "exchange vows", "caches of mustard gas and nerve agents"."""
    found = set()
    while noun.dep_ in ("conj", "appos") and noun.head is not noun:
        noun = noun.head
        found.add(noun.lemma_.lower())
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        found.add(noun.head.head.lemma_.lower())
    elif noun.dep_ == "dobj":
        found.add(noun.head.lemma_.lower())
    return frozenset(found)


_WARFARE = frozenset({"offensive", "operation", "campaign", "intervention", "action", "escalation", "confrontation", "conflict", "push", "exercise"})
"""Deeds of which "military" says what kind they are."""


def of_what_kind(word: Token, beside: list[Token]) -> bool:
    """Whether "military" only says what kind of deed others do, or one of war and not of peace: "the rebels' military offensive"."""
    if word.lower_ != "military" or word.dep_ != "amod" or (word.i and word.nbor(-1).ent_type_ in ENTITIES):
        return False
    return word.head.lemma_.lower() in _WARFARE or any(other is not word for other in beside)
