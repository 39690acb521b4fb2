"""Where a text speaks of what will be: the verb or noun that is foretold and the rule that saw it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reading.parsed import Parsed, Token

_WILL = frozenset({"will", "'ll", "shall", "wo"})
_MODALS = frozenset({"may", "might", "could", "would", "will", "'ll"})
_MAY = frozenset({"may", "might", "could", "should"})
_DROPPED = frozenset({"cancel", "postpone", "call", "delay", "scrap", "suspend", "put", "shelve", "abandon", "collapse", "fail"})
_PUT_DOWN = frozenset({"set", "due", "scheduled", "planned", "slated", "expected"})
_AT_THAT_TIME = frozenset({"as", "when", "while"})
_UNITS = frozenset({"month", "week", "day", "year", "hour", "minute", "decade"})
_BE = frozenset({"is", "are", "was", "were", "'s", "'re", "be", "am", "'m", "been"})
_ASKING = frozenset({"WRB", "WP", "WDT"})
_GOVERNED = frozenset({"dobj", "pobj", "appos", "attr"})
_BEFORE_IT = frozenset({"after", "as", "amid", "despite", "since", "when", "following", "weeks", "days", "day", "hours"})
_NOBODY = frozenset({"nobody", "none", "no"})
_STOOD = frozenset({"accept", "allow", "permit", "tolerate", "forgive", "forget"})
"""What "nobody will" do is what the speaker does not stand for; that nobody will be left is a forecast."""
_FORCE = frozenset({"force", "violence", "weapon", "arm", "gas", "veto", "bomb", "shield", "kind", "sort", "type"})
"""What somebody "will not use" is what he forswears; that he will not use a road before Friday is a forecast."""
_BY = frozenset({"by", "before"})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_TIMES = frozenset({"before", "after", "while", "as"})
_ADDED = frozenset({"relcl", "acl", "advcl", "xcomp", "conj"})
_UNREAL = frozenset({"if", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is foretold: the token that heads it, the token that says so ("will", "expects"), and by which rule."""

    head: Token
    cue: Token
    rule: str


class Prospects:
    """Finds prospects in a parsed text."""

    def __init__(self, words: dict[str, frozenset[str]]) -> None:
        self._words = words
        kinds = ("warn", "prospect", "scheduled", "hold", "vow", "occasion")
        self._cues = frozenset({"would", "to", "matter"}).union(_WILL, _MAY, *(words[kind] for kind in kinds))

    def find(self, doc: Parsed) -> Iterator[Prospect]:
        """All prospects, in the order of their cues."""
        for token in doc:
            word = token.lower_
            if word not in self._cues and token.lemma_ not in self._cues:
                continue
            if word in _WILL:
                yield from self._will(token)
            elif word == "would":
                yield from self._would(token)
            elif token.lemma_ in self._words["warn"]:
                yield from self._warned(token)
            elif word == "to" and token.tag_ == "TO":
                yield from self._infinitive(token)
            elif word in self._words["prospect"] and (_has_be(token) or _describes(token)):
                yield from self._due(token)
            elif token.tag_ in ("VBZ", "VBP") and token.lemma_ in self._words["scheduled"]:
                yield from self._scheduled(token)
            elif word in _MAY:
                yield from self._may(token)
            elif token.pos_ == "VERB" and token.lemma_ in self._words["hold"]:
                yield from self._held(token)
            elif token.pos_ in ("VERB", "NOUN") and token.lemma_ in self._words["vow"]:
                yield from self._vowed(token)
            elif token.pos_ == "NOUN" and token.dep_ in _GOVERNED and token.lemma_ in self._words["occasion"]:
                yield Prospect(token, token, "occasion")
            elif token.lemma_ == "matter":
                yield from self._matter(token)

    def _will(self, aux: Token) -> Iterator[Prospect]:
        """"will VERB", but not the will of the speaker ("we will never accept"), nor a condition."""
        verb = aux.head
        if aux.tag_ != "MD" or verb.i <= aux.i or verb.pos_ not in ("VERB", "AUX"):
            return
        if self._own_will(verb) or _conditional(verb):
            return
        if verb.dep_ in ("relcl", "advcl") or any(c.tag_ in _ASKING for c in verb.lefts):
            if verb.dep_ == "relcl":
                yield Prospect(verb, aux, "may")
            return
        hoped = verb.dep_ == "ccomp" and verb.head.lemma_ == "hope"
        yield Prospect(verb, aux, "hope" if hoped else "will")

    def _would(self, aux: Token) -> Iterator[Prospect]:
        """"said that it would VERB": the future of reported speech."""
        verb = aux.head
        if verb.i <= aux.i or verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ccomp", "conj", "ROOT") or _conditional(verb):
            return
        above = verb.head
        if verb.dep_ == "conj" and above.dep_ == "ccomp":
            above = above.head
        told = self._words["speech"] | (self._words["warn"] if verb.dep_ == "conj" else frozenset())
        if any(c.lower_ == "have" for c in verb.lefts) or any(c.dep_ == "advcl" and _supposing(c) for c in verb.children):
            return
        if self._own_will(verb):
            return
        if any(c.tag_ in _ASKING or (c.dep_ == "nsubj" and c.lower_ in ("that", "this", "it")) for c in verb.lefts):
            return
        yield Prospect(verb, aux, "would" if above.lemma_ in told else "would-said")

    def _may(self, aux: Token) -> Iterator[Prospect]:
        """"could VERB tomorrow", "should VERB by Friday": worth a look only where a day is given."""
        verb = aux.head
        if aux.tag_ != "MD" or verb.i <= aux.i or verb.pos_ not in ("VERB", "AUX") or verb.dep_ == "relcl" or _conditional(verb):
            return
        if not any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.lefts):
            yield Prospect(verb, aux, "may")

    def _vowed(self, word: Token) -> Iterator[Prospect]:
        """"vowed to VERB before the new year", "plans to VERB on Monday", "a pledge to VERB within a week": announced acts that have a day."""
        if _negated(word) or (word.tag_ == "VBN" and _has_be(word)) or _overtaken(word):
            return
        for child in word.rights:
            if child.dep_ in ("xcomp", "acl", "advcl", "relcl") and child.tag_ == "VB" and any(c.tag_ == "TO" for c in child.lefts):
                yield Prospect(child, word, "vow")
                return

    def _matter(self, noun: Token) -> Iterator[Prospect]:
        """"it is a matter of days before VERB"."""
        if noun.dep_ not in ("attr", "pobj") or not any(_of_time(child) for child in noun.children):
            return
        verb = noun.head if noun.dep_ == "attr" else noun.head.head
        yield Prospect(verb, noun, "matter")

    def _own_will(self, verb: Token) -> bool:
        """"will never accept", "will oppose": a refusal or a stand taken now; "won't let up" is none."""
        if verb.lemma_ == "let" and any(c.dep_ == "prt" for c in verb.children):
            return False  # "won't let up"
        nobody = any(c.dep_ in ("nsubj", "nsubjpass") and (c.lower_ in _NOBODY or c.left_edge.lower_ == "no") for c in verb.lefts)
        refused = _negated(verb) and (verb.lemma_ in self._words["will"] or _of_force(verb))
        return refused or (nobody and verb.lemma_ in _STOOD) or verb.lemma_ in self._words["stand"]

    def _warned(self, verb: Token) -> Iterator[Prospect]:
        """"warned that", "warned of"."""
        for child in verb.rights:
            if child.dep_ in ("ccomp", "xcomp") and any(c.lower_ in _MODALS for c in child.lefts):
                if not any(c.lower_ in _WILL or (c.lower_ == "would" and child.head.lemma_ in self._words["speech"]) for c in child.lefts):
                    yield Prospect(child, verb, "warn")
            elif child.dep_ == "prep" and child.lower_ in ("of", "about"):
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if inner is not None and inner.pos_ in ("NOUN", "PROPN"):
                    yield Prospect(inner, verb, "warn")

    def _due(self, word: Token) -> Iterator[Prospect]:
        """"is set to VERB", "are due for NOUN", "is expected to VERB"."""
        for child in word.rights:
            if child.dep_ in ("xcomp", "ccomp", "advcl") and any(c.tag_ == "TO" for c in child.lefts):
                done = any(c.dep_ == "aux" and c.lower_ == "have" for c in child.lefts)
                if _overtaken(word) or (done and not any(c.lower_ in _BY for c in child.rights)):
                    return  # "is likely to have been fired from the hill"; not "to have left by Friday"
                rule = "dated" if not _has_be(word) else "was-due" if _had_been(word) else "due"
                yield Prospect(child, word, "vow" if done else rule)
                return
            put_down = child.lower_ == "for" or (child.lower_ in ("on", "in", "by") and word.lower_ != "set")
            if child.dep_ == "prep" and put_down and word.lower_ in _PUT_DOWN:
                if _has_be(word):
                    yield Prospect(word, word, "due")
                elif not _called_off(word.head):
                    yield Prospect(word.head, word, "dated")
                return

    def _scheduled(self, verb: Token) -> Iterator[Prospect]:
        """"the truce expires on Saturday", "the talks are on Sunday": the present tense for what has its day in the future."""
        after = any(c.lower_ in _BEFORE_IT or any(g.lower_ in _BEFORE_IT for g in c.lefts) for c in verb.rights)
        if verb.lemma_ == "come" and after and not _on_a_date(verb):
            return  # "the raid comes a day after", "comes two days after nine people were killed"
        if verb.lemma_ == "take" and not any(c.lower_ in ("effect", "place") for c in verb.rights):
            return
        if verb.dep_ in ("ROOT", "ccomp", "conj") and not _negated(verb) and not _conditional(verb) and not _has_helper(verb):
            yield Prospect(verb, verb, "dated")

    def _infinitive(self, to: Token) -> Iterator[Prospect]:
        """"is to VERB", "need a month to VERB"."""
        verb = to.head
        if verb.i <= to.i or not (verb.tag_ == "VB" or any(c.lower_ == "be" for c in verb.lefts)):
            return
        above = verb.head
        if to.i and to.nbor(-1).lower_ in ("is", "are", "was", "were") and above.i == to.i - 1 and verb.dep_ == "xcomp":
            if any(c.dep_ in ("nsubj", "csubj") and c.lemma_ in self._words["aim"] for c in above.lefts):
                return
            yield Prospect(verb, to.nbor(-1), "is-to" if to.nbor(-1).lower_ in ("is", "are") else "was-to")
        elif to.i and to.nbor(-1).lower_ == "," and verb.dep_ in _ADDED and any(c.lower_ == "be" for c in verb.lefts):
            yield Prospect(verb, verb, "dated")  # "a second one, to be signed on Friday"
        elif above.lemma_ in self._words["need"] and above.pos_ == "VERB" and not _over(above) and _length(above):
            yield Prospect(verb, above, "need")

    def _held(self, verb: Token) -> Iterator[Prospect]:
        """"expects X to VERB", "predicted that", "hoping that tomorrow"."""
        if (verb.tag_ in ("VBN",) and _has_be(verb)) or _negated(verb):
            return
        for child in verb.rights:
            if child.dep_ in ("ccomp", "xcomp") and child.pos_ in ("VERB", "AUX"):
                if any(c.lower_ in _WILL or c.lower_ == "would" for c in child.lefts) and verb.lemma_ in self._words["speech"]:
                    return
                plain = verb.lemma_ == "fear" and child.dep_ == "ccomp" and not any(c.lower_ in _MODALS for c in child.lefts)
                if plain and (child.tag_ not in ("VBZ", "VBP") or _has_helper(child) or not any(c.lower_ in _BY for c in child.rights)):
                    return  # "fears that they were shot"; not "fear the town falls by Friday"
                yield Prospect(child, verb, "hope" if plain or verb.lemma_ == "hope" else "hold")
                return
            if child.dep_ == "dobj" and child.pos_ == "NOUN" and verb.lemma_ != "hope" and not any(c.lower_ == "no" for c in child.lefts):
                yield Prospect(child, verb, "hope" if verb.lemma_ == "fear" else "hold")
                return


def _supposing(clause: Token) -> bool:
    """Whether a clause is a condition, and not only a time: "before the month is out"."""
    return not any(c.lower_ in _TIMES and c.dep_ in ("mark", "advmod") for c in clause.lefts)


def _describes(word: Token) -> bool:
    """Whether a participle describes a noun before it: "the talks due to open on Monday", "an exchange planned for Friday"."""
    return word.dep_ in ("acl", "amod", "relcl", "appos", "acomp") and word.head.pos_ in ("NOUN", "PROPN") and word.head.i < word.i


def _called_off(noun: Token) -> bool:
    """Whether what was planned is told to have been dropped: "the talks planned for Friday were cancelled", "put off a visit to the town"."""
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        return _called_off(noun.head.head)
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.lemma_ in _DROPPED


def _had_been(word: Token) -> bool:
    """Whether something "was due to" be, which need not be any more."""
    return any(c.lower_ in ("was", "were") for c in word.lefts) or (word.dep_ != "ROOT" and word.head.lower_ in ("was", "were"))


def _overtaken(word: Token) -> bool:
    """Whether something was about to be when something else came: "seized as he was about to fly out"."""
    past = [c for c in (*word.lefts, word.head) if c.lower_ in ("was", "were")]
    return bool(past) and any(c.lower_ in _AT_THAT_TIME for verb in (word, *past) for c in verb.lefts)


def _of_force(verb: Token) -> bool:
    """Whether a verb is to use force: "will not use such weapons"."""
    return verb.lemma_ == "use" and any(c.dep_ == "dobj" and c.lemma_ in _FORCE for c in verb.rights)


def _on_a_date(verb: Token) -> bool:
    """Whether a date of its own hangs on a verb: "comes after the feast, on July 3". A mere weekday may be the one just past."""
    return any(c.dep_ == "prep" and c.lower_ == "on" and any(g.dep_ == "pobj" and g.lower_ not in _WEEKDAYS for g in c.rights) for c in verb.rights)


def _has_helper(verb: Token) -> bool:
    """Whether an auxiliary stands before a verb ("do not end", "has end...")."""
    return any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)


def _over(verb: Token) -> bool:
    """Whether what took its time is told as past: "took a month to", "after taking a week to"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "before", "despite"))


def _of_time(preposition: Token) -> bool:
    """Whether "of" is followed by a unit of time: "of days", "of a few weeks"."""
    return preposition.lower_ == "of" and any(c.lemma_ in _UNITS for c in preposition.children)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)


def _conditional(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in _UNREAL for c in verb.lefts)


def _has_be(word: Token) -> bool:
    if any(c.lower_ in _BE for c in word.lefts if c.dep_ in ("auxpass", "aux", "cop")):
        return True
    return word.dep_ in ("acomp", "attr", "xcomp", "prep", "advmod") and word.head.lower_ in _BE


def _length(verb: Token) -> bool:
    """Whether a verb has an object that is a length of time: "need a month"."""
    return any(c.lemma_ in _UNITS for c in verb.rights if c.dep_ in ("dobj", "npadvmod", "attr"))
