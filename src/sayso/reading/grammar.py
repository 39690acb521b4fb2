"""Who does what to whom in a dependency tree: subjects and objects through passives, relatives, participles and coordination."""

from collections.abc import Iterator

from sayso.reading.misparsed import after_day, downed, given_time, goes_off, in_one_breath, named_besides
from sayso.reading.once import nouns_once, once
from sayso.reading.parsed import Token

RELATIVES = frozenset({"who", "which", "that", "whom"})
_VERBAL = frozenset({"VERB", "AUX"})
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CHARGING = frozenset({"accuse", "suspect", "convict", "blame", "charge", "stop", "prevent", "keep", "bar"})
"""Verbs whose object does what "of", "for" or "from" tells: "accused the army of shelling"."""

_TELLING = frozenset({"say", "report", "tell", "add", "announce", "claim"})

ANSWERING = frozenset({"retaliation", "response", "reply", "revenge", "reprisal", "connection", "vengeance", "answer"})
"""Nouns between a deed and an earlier one that it answers: "in retaliation for the killing of"."""

OTHER_TIMES = frozenset({"after", "before", "since", "following", "until"})
"""Prepositions before a deed that was done at another time than the one that they stand with."""
_COORDINATED = 40
"""No more nouns than these are taken from one list."""
_SHARED = 3
"""Within how many tokens two coordinated verbs share an object."""
_DEPTH = 6
"""How many verbs up a missing subject is looked for."""


def expand(token: Token) -> list[Token]:
    """A noun and what is coordinated with it: "rebels and residents" gives both."""
    found = [token]
    for last in found:
        if last.children and len(found) < _COORDINATED:
            found += [child for child in last.children if child.dep_ == "conj" and child.pos_ not in _VERBAL]
    return found[:_COORDINATED]


def resolved(token: Token) -> Token:
    """The noun that a relative pronoun stands for, the nearest before it where there is one; any other token itself."""
    if token.lower_ in RELATIVES and token.tag_ in ("WP", "WDT", "IN"):
        before = antecedent(token)
        if before is not None:
            return before
        verb = token.head
        for _ in range(_DEPTH):
            if verb.dep_ == "relcl":
                return verb.head
            verb = verb.head
    return token


def antecedent(relative: Token) -> Token | None:
    """The noun right before "which", "who" or "where", over a comma, a closing bracket or a preposition; else None.

    A plural verb after the pronoun passes over a singular name: "the towns near the capital, which are besieged".
    """
    verb = relative.doc[min(relative.i + 1, len(relative.doc) - 1)]
    plural = verb.lower_ in ("are", "were", "have")
    for i in range(relative.i - 1, max(-1, relative.i - (8 if plural else 4)), -1):
        token = relative.doc[i]
        if token.pos_ in ("NOUN", "PROPN"):
            if plural and token.tag_ in ("NN", "NNP") and not has(token, "conj") and token.dep_ != "conj":
                continue
            first = token.head
            if token.dep_ == "conj" and token.tag_ == first.tag_ == "NNP" and first.dep_ != "conj" and verb.tag_ in ("VBD", "VBP") and \
                    verb.lower_ != "was" and relative.nbor(-1).text == ",":
                return first  # "Norway and Cuba, which hosted them"
            return token
        if plural and token.pos_ in ("ADP", "DET", "ADJ"):
            continue
        if token.text not in (",", ")", "\u2014", "-") and token.pos_ != "ADP":
            break
    return None


def meant(token: Token) -> list[Token]:
    """The nouns that a subject or an object stands for: those of a list; of a relative pronoun those before it, not the rest of the list behind
    its clause: "Omar Nadir, who was wounded, and Ali Marn"."""
    noun = resolved(token)
    return [one for one in expand(noun) if noun is token or one.i < token.i]


_NEED_AN_OBJECT = frozenset({
    "abduct", "kidnap", "kill", "wound", "injure", "arrest", "detain", "displace", "behead", "hospitalise", "hospitalize", "massacre", "maim",
    "murder", "stab", "shoot",
})  # fmt: skip
_AIMED_AT = frozenset({"at", "on", "upon", "into", "toward", "towards", "down"})
"""Behind "shot" they say that somebody shoots: "troops shot at the crowd"."""


@once
def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, reduced relatives ("a deal reached by") included."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if _reduced(verb) or _told_short(verb) or passive_again(verb) or _found_so(verb) or downed(verb):
        return True
    return verb.tag_ == "VBN" and (_fronted(verb) or (has(verb, "agent") and not has(verb, "aux")))


def _reduced(verb: Token) -> bool:
    """Whether a participle says what befell the noun before it; a clause of its own ("claims that they had fled") does not."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children) and not goes_off(verb)


def _found_so(verb: Token) -> bool:
    """Whether a participle says how its subject was seen or found: "two nurses were reported wounded"."""
    if verb.dep_ not in ("xcomp", "oprd") or verb.tag_ != "VBN" or not has(verb.head, "auxpass"):
        return False
    return not any(c.dep_ in ("nsubj", "aux", "dobj") for c in verb.children)


def _told_short(verb: Token) -> bool:
    """Whether a verb that needs an object has none, as headlines leave out the auxiliary: "17 students abducted"."""
    if verb.lemma_ not in _NEED_AN_OBJECT or verb.tag_ not in ("VBD", "VBN") or verb.dep_ not in ("ROOT", "conj", "parataxis", "ccomp"):
        return False
    children = list(verb.children)
    subject = any(c.dep_ == "nsubj" and c.i < verb.i and c.pos_ != "PRON" for c in children)
    if verb.lemma_ == "shoot" and any(c.lower_ in _AIMED_AT for c in children):
        return False
    if verb.tag_ == "VBN" and not any(c.dep_ == "cc" for c in children):  # "Two nurses kidnapped in a raid walked home": no doers
        children = [c for c in children if c.dep_ != "conj" or c.tag_ not in _FINITE]
    children = [c for c in children if c.dep_ != "advcl" or not any(m.lower_ in ("when", "after", "as") for m in c.lefts)]
    return subject and not any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp", "relcl", "prt", "oprd") or c.pos_ == "VERB" for c in children)


def passive_again(verb: Token) -> bool:
    """Whether a participle shares the auxiliary and the subject of a passive before it: "was shot and killed", "were reported killed or wounded"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN":
        return False
    if not any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.head.children) and not _found_so(verb.head):
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "dobj") for c in verb.children)


def _fronted(verb: Token) -> bool:
    """Whether a participle before its clause tells what befell the subject: "Arrested on Tuesday, he was freed"."""
    return verb.dep_ == "advcl" and verb.i < verb.head.i and not any(c.dep_ in ("nsubj", "aux", "dobj", "mark") for c in verb.children)


def has(token: Token, dep: str) -> bool:
    """Whether a token has a child of this relation."""
    return any(child.dep_ == dep for child in token.children)


@nouns_once
def agents(verb: Token, depth: int = 0) -> list[Token]:
    """The doers of a verb: its subject, the by-phrase of a passive, else the subject that grammar lends it."""
    if is_passive(verb):
        return by_phrase(verb) or [noun for child in verb.rights if in_one_breath(child, verb) for noun in by_phrase(child)]
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "csubj")]
    if subjects:
        return meant(next((s for s in reversed(subjects) if s.i < verb.i and not named_besides(s)), subjects[0]))
    if called := _called_on(verb):
        return called
    if noun := after_day(verb) or given_time(verb):
        return expand(noun)
    if depth > _DEPTH or verb.head == verb:
        return []
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in _VERBAL:
        if is_passive(head) and not by_phrase(head):
            return patients(head)
        return agents(head, depth + 1)
    if verb.dep_ == "ccomp" and head.pos_ in _VERBAL and (misread := _subject_misread(verb)):
        return misread
    if verb.dep_ == "ccomp" and verb.i < head.i and head.lemma_ in _TELLING and verb.tag_ in _FINITE:
        return []  # "... shelled the town, residents said", its subject lost: not the residents
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in _VERBAL:
        objects = [
            child for child in head.children
            if child.dep_ in ("dobj", "dative", "nsubjpass") and child.pos_ != "ADP" and child.ent_type_ not in _MEASURES
        ]  # fmt: skip
        if not objects and verb.dep_ == "xcomp" and _reduced(head) and not by_phrase(head):
            return expand(head.head)  # "a woman believed to have planted the bomb"
        return meant(objects[0]) if objects else agents(head, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp", "acl") and head.pos_ == "ADJ":
        return agents(head.head, depth + 1) if head.head.pos_ in _VERBAL else []
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and head.lemma_ in _TELLING and verb.i > head.i:
        told = [child for child in head.children if child.dep_ == "ccomp" and child.i < head.i]
        if told:  # "the army shelled the town, residents said, killing nine"
            return patients(told[-1]) if is_passive(told[-1]) else agents(told[-1], depth + 1)
    if verb.dep_ in ("advcl", "dep", "parataxis") and head.pos_ in _VERBAL:
        if verb.tag_ == "VBG" and verb.i > head.i and _by_a_blow(head):
            return []
        return patients(head) if is_passive(head) else agents(head, depth + 1)
    if verb.dep_ == "pcomp":
        return [] if head.dep_ == "agent" else _doer_above(head, depth)  # "were killed by shelling": nobody is named
    if verb.dep_ == "acl" and (verb.tag_ == "VBG" or (verb.tag_ == "VBN" and goes_off(verb))):
        return expand(head)
    return []


_BLOWS = frozenset({"strike", "airstrike", "raid", "shelling", "bombing", "bombardment", "blast", "explosion"})


def _by_a_blow(verb: Token) -> bool:
    """Whether people were hurt in a strike, which what follows is then told of: "were wounded in raids targeting a base"."""
    into = (noun for child in verb.children if child.dep_ == "prep" and child.lower_ == "in" for noun in objects_of(child))
    return is_passive(verb) and any(noun.lemma_.lower() in _BLOWS for noun in into)


_CALLING = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",)}


def _called_on(verb: Token) -> list[Token]:
    """Who is called on to do something: "called on the rebels to disarm"."""
    ties = _CALLING.get(verb.head.lemma_, ()) if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl", "ccomp", "acl") else ()
    before = (child for child in verb.head.children if child.lower_ in ties and child.i < verb.i)
    return [noun for child in before for noun in objects_of(child) if noun.ent_type_ not in _MEASURES]


def _doer_above(token: Token, depth: int) -> list[Token]:
    for _ in range(_DEPTH):
        if token.pos_ in _VERBAL:
            if token.lemma_ in _CHARGING:
                return patients(token)
            return patients(token) if is_passive(token) else agents(token, depth + 1)
        if token.head == token:
            break
        token = token.head
    return []


def _subject_misread(verb: Token) -> list[Token]:
    """The subject of a clause whose participle was read as its verb: "said shells fired from the hill had destroyed a school"."""
    before = [child for child in verb.head.children if child.dep_ == "ccomp" and child.i < verb.i and child.i > verb.head.i]
    if not before or verb.tag_ != "VBN" or before[-1].tag_ not in ("VBD", "VBN") or any(c.dep_ == "cc" for c in before[-1].rights):
        return []
    subjects = [child for child in before[-1].children if child.dep_ == "nsubj"]
    return meant(subjects[0]) if subjects and not any(c.dep_ == "aux" for c in before[-1].children) else []


def _each_other(noun: Token) -> bool:
    """Whether an object means those who do it: "accused each other of", "shelled one another"."""
    words = " ".join([near.lower_ for near in noun.doc[max(noun.i - 1, 0) : noun.i + 2]])
    return "each other" in words or "one another" in words


@nouns_once
def patients(verb: Token, depth: int = 0) -> list[Token]:
    """What a verb is done to: its object, the subject of a passive, the noun that a participle or relative clause modifies."""
    passive = is_passive(verb)
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass" or (child.dep_ == "nsubj" and passive)]
    if subjects:  # the nearest before it: "Hama Two women were killed", a heading run together with its text
        return meant(next((child for child in reversed(subjects) if child.i < verb.i), subjects[0]))
    if not passive:
        for child in verb.children:
            if child.dep_ == "dobj":
                return agents(verb) if _each_other(child) else meant(_whole(child))
        for child in verb.children:  # "have besieged Velmar": the parse takes an unknown name for an adverbial
            name = child.pos_ == "PROPN" or (child.pos_ == "ADV" and child.text.istitle())
            if child.dep_ in ("npadvmod", "advmod") and child.i == verb.i + 1 and name and child.ent_type_ not in ("DATE", "TIME"):
                return expand(child)
    if _reduced(verb):
        return [verb.head]
    if passive and verb.dep_ == "pcomp" and verb.head.head.pos_ in _VERBAL and verb.head.lower_ not in ("of", "for", "from", "with"):
        return patients(verb.head.head) if is_passive(verb.head.head) else agents(verb.head.head)  # "held it before being driven out"
    if passive and verb.dep_ == "pcomp" and verb.head.head.lemma_ in _OWN_LOT:
        return agents(verb.head.head)  # "women told of being raped"
    if passive and (verb.dep_ == "xcomp" or _fronted(verb)) and verb.head.pos_ in _VERBAL:
        of_head = [child for child in verb.head.children if child.dep_ in (("dobj", *_SUBJECTS) if verb.dep_ == "xcomp" else _SUBJECTS)]
        return meant(max(of_head, key=lambda child: child.dep_ == "dobj")) if of_head else []
    if verb.dep_ == "relcl" and not is_passive(verb) and verb.head.pos_ in ("NOUN", "PROPN") and not _asked_elsewhere(verb):
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None and resolved(subject) == subject:
            return [verb.head]
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL and is_passive(verb) and is_passive(verb.head):
        return patients(verb.head, depth + 1) if depth < _DEPTH else []
    return []


def _whole(noun: Token) -> Token:
    """The last part of a noun with a hyphen that the parse takes for several: "his ex-wife"."""
    after = noun.doc[noun.i + 2] if noun.i + 2 < len(noun.doc) and noun.nbor().text == "-" else None
    return after if after is not None and after.head.i == noun.head.i and after.dep_ == noun.dep_ else noun


def bearers(adjective: Token) -> list[Token]:
    """Of whom an adjective behind its noun is told: "two are dead", "was found dead", "left six people dead", "a mother and her son dead"."""
    own = [child for child in adjective.children if child.dep_ in _SUBJECTS and child.i < adjective.i]
    if own:
        return [noun for subject in own for noun in meant(subject)]
    head = adjective.head
    if adjective.dep_ == "acomp" and head.pos_ in _VERBAL and not has(head, "dobj") and not is_passive(head):
        verb = head.head if head.dep_ == "conj" and not any(c.dep_ in _SUBJECTS for c in head.children) else head
        return [noun for child in verb.children if child.dep_ in _SUBJECTS for noun in meant(child)]
    if adjective.dep_ in ("oprd", "acomp", "ccomp", "xcomp", "advcl") and head.pos_ in _VERBAL:
        return patients(head)
    if adjective.dep_ == "amod" and head.i < adjective.i:
        return expand(head)
    return []


def _asked_elsewhere(verb: Token) -> bool:
    """Whether the relative word of a clause is none of its objects: in "a deal under which they left" nobody leaves the deal, in "the clinic
    where he died" nothing befalls the clinic."""
    if any(child.tag_ == "WRB" for child in verb.children):
        return True
    return any(c.dep_ == "pobj" and c.tag_ in ("WDT", "WP") for child in verb.children if child.dep_ == "prep" for c in child.children)


_PAST = ("VBD", "VBN")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OWN_LOT = frozenset({"tell", "speak", "complain", "escape", "recover", "suffer", "die", "fear", "fearful", "describe"})
"""Verbs whose subject tells what befell himself in a gerund: "told of being beaten", "died from being beaten"."""


def shared_objects(verb: Token) -> list[Token]:
    """The object that a verb shares with the one coordinated right behind it: "shot and killed the driver", "attacked and burned villages"."""
    if is_passive(verb):
        return []
    for child in verb.children:
        alike = child.tag_ == verb.tag_ or (child.tag_ in _PAST and verb.tag_ in (*_PAST, "VBP"))  # "beat and tortured", "has condemned nor praised"
        if child.dep_ == "conj" and child.pos_ in _VERBAL and alike and child.i - verb.i <= _SHARED and not is_passive(child):
            return patients(child)
    return []


def by_phrase(verb: Token) -> list[Token]:
    """The agents that a "by" or "at the hands of" names."""
    found = [noun for child in verb.children if child.dep_ == "agent" or child.lower_ == "by" for noun in objects_of(child)]
    return found or at_hands(verb)


def hands(preposition: Token) -> Token | None:
    """The "hands" of "at the hands of"."""
    return next((child for child in preposition.children if child.lower_ == "hands"), None) if preposition.lower_ == "at" else None


def at_hands(word: Token) -> list[Token]:
    """Who does it, by "at the hands of"."""
    found = (hands(child) for child in word.children if child.dep_ == "prep")
    return [noun for hand in found if hand is not None for child in hand.children if child.lower_ == "of" for noun in objects_of(child)]


def answers(preposition: Token) -> bool:
    """Whether what stands behind a preposition is what a deed answers, whatever the parse ties it to."""
    return bool(preposition.i) and preposition.nbor(-1).lemma_ in ANSWERING


def objects_of(preposition: Token, depth: int = 0) -> list[Token]:
    """The nouns that a preposition governs, stacked prepositions included ("from inside the city")."""
    found: list[Token] = []
    for child in preposition.children:
        if child.dep_ == "pobj" or (child.dep_ == "pcomp" and child.text[:1].isupper() and child.tag_[:1] != "V"):
            found.extend(expand(child))  # a name that the parse does not know may be any part of speech
        elif child.dep_ == "prep" and depth < _DEPTH:
            found.extend(objects_of(child, depth + 1))
    return found


def phrases(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of a word, and of its object, whose attachment is uncertain: ("with", noun)."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB"):
            for noun in objects_of(child):
                yield child.lower_, noun
        elif child.dep_ in ("dobj", "nsubjpass", "attr"):
            for inner in child.children:
                if inner.dep_ == "prep":
                    for noun in objects_of(inner):
                        yield inner.lower_, noun


def owners(noun: Token, prepositions: frozenset[str]) -> list[Token]:
    """Whose a noun is: its possessor, or the noun after one of these prepositions."""
    for child in noun.children:
        if child.dep_ == "poss" and child.tag_ not in ("WP$",):
            return expand(child)
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            found.extend(objects_of(child))
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            found.extend(by_phrase(child) if "by" in prepositions else [])
    return found


def noun_span(noun: Token) -> tuple[int, int]:
    """Offsets of a noun with what stands before it, without what hangs on behind."""
    left = noun
    for child in noun.lefts:
        if child.dep_ not in ("cc", "conj", "punct", "relcl", "appos"):
            left = child.left_edge
            break
    return left.idx, noun.idx + len(noun)


def below(head: Token, limit: int = 60) -> Iterator[Token]:
    """The tokens below a head, nearest to it first; at most `limit` of them."""
    waiting = [head]
    for token in waiting:
        yield token
        if len(waiting) < limit:
            waiting.extend(token.children)
