"""Words that leave a matter open: what is not confirmed, not said, asked, unknown or without evidence is nobody's word that it was so."""

from sayso.lexicon import Lexicon
from sayso.lexicon.event_rows import WordClassRow
from sayso.reading.parsed import Token

_NEGATIONS = frozenset({
    "not", "n't", "never", "no", "neither", "nor", "nobody", "none", "hardly", "scarcely", "cannot", "little", "few", "nowhere",
})  # fmt: skip
_NOT_ALL = frozenset({"only", "just", "merely", "simply", "solely"})
"""Words behind "not" with which more is told, and nothing denied."""
_NOTHING = frozenset({"nothing", "nobody", "none"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SINGLE = frozenset({"one", "a", "an", "single", "any"})
_NO = frozenset({"no", "neither"})
_OF = frozenset({"of", "about", "on", "for", "as"})
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "acl", "pcomp"})
_ASKED = frozenset({*_CLAUSES, "advcl", "relcl", "dep", "ROOT"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_WILLING = frozenset({"able", "want", "wish", "ready", "willing", "prepared"})
_CLASSES = ("telling", "proving", "evidence", "absence", "hearsay", "knowing", "unknowing", "untrue", "true", "withholding")


def negated(token: Token) -> bool:
    """Whether a word is negated by a word of its own, by its subject or object ("no soldier", "not one house") or by "nor" before it."""
    for child in token.children:
        word, dep = child.lower_, child.dep_
        if dep == "neg" or word == "not":
            following = token.doc[child.i + 1].lower_ if child.i + 1 < len(token.doc) else ""
            if following in _NOT_ALL or (following == "to" and child.i > token.i):  # "not only shelled but burnt it"; "threatened not to come"
                continue
            if dep == "neg":
                return True
        if word in _NEGATIONS and dep in ("det", "advmod", "nsubj", "nsubjpass", "preconj", "amod"):
            return word not in ("few", "little") or not (child.i and child.nbor(-1).lower_ == "a")
        if dep in ("nsubj", "nsubjpass", "dobj") and none_of(child):
            return True
        if word in _NOTHING and dep in (*_SUBJECTS, "dobj", "attr"):
            return not _but(child)
        if dep == "prep" and any(_never(noun) if child.i < token.i else _nothing(noun) for noun in child.children):
            return True
    return token.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "nor" and c.i < token.i for c in token.head.children)


def none_of(noun: Token) -> bool:
    """Whether a noun phrase counts nothing: "no house", "neither side", "not one prisoner", "hardly any shells"."""
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in _NO:
            return True
        if child.i < noun.i and child.lower_ in ("not", "hardly", "scarcely") and child.dep_ in ("neg", "advmod"):
            return any(other.lower_ in _SINGLE for other in noun.children)
        if child.lower_ in _SINGLE and any(inner.lower_ in ("not", "hardly", "scarcely") for inner in child.children):
            return True
    return False


def _nothing(noun: Token) -> bool:
    """Whether what is done is done to nothing: "agreed to nothing", "fired at nobody"."""
    return noun.dep_ == "pobj" and (noun.lower_ in _NOTHING or (noun.lower_ == "one" and none_of(noun))) and not _but(noun)


def _but(noun: Token) -> bool:
    """Whether an exception follows: "nothing but the church was hit", "nothing short of a massacre"."""
    return noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].lower_ in ("but", "except", "other", "short", "less", "more", "like")


def _never(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.lemma_ in ("time", "point", "stage", "way") and any(c.lower_ == "no" for c in noun.children)


def asked(clause: Token) -> bool:
    """Whether a clause is a question that leaves open if it is so: "whether the town had fallen", "if anyone was killed"."""
    for child in clause.children:
        if child.dep_ in ("mark", "advmod", "cc", "preconj") and child.i < clause.i:
            if child.lower_ == "whether":
                return clause.dep_ in _ASKED
            if child.lower_ == "if":
                return clause.dep_ in ("ccomp", "csubj", "pcomp") and clause.i > clause.head.i
    return False


def _which(clause: Token) -> bool:
    """Whether a clause asks who, where, when or how many: then that it happened is taken for granted."""
    first = clause.left_edge
    return first.tag_ in ("WRB", "WP", "WP$", "WDT") and first.lower_ != "that" and first.lower_ != "whether"


class Doubt:
    """Tells what a word does to the truth of what hangs on it; its words are those of the lexicon's classes."""

    def __init__(self, lexicon: Lexicon) -> None:
        named = {row.name: frozenset(row.words) for row in lexicon.rows(WordClassRow)}
        self._words = {name: named[name] for name in _CLASSES}

    def _is(self, token: Token, name: str) -> bool:
        return token.lemma_.lower() in self._words[name] or token.lower_ in self._words[name]

    def telling(self, verb: Token) -> bool:
        """Whether a verb tells or finds something: what it does not tell is open."""
        return self._is(verb, "telling")

    def withheld(self, verb: Token) -> bool:
        """Whether a verb of telling is said not to be done: negated, refused, failed, "yet to", "without"."""
        if negated(verb):
            return True
        above = verb.head
        if verb.dep_ in ("xcomp", "ccomp", "acl") and verb.tag_ in ("VB", "VBG"):
            if self._is(above, "withholding"):
                return True
            if verb.tag_ == "VB" and any(c.lower_ in ("yet", "impossible") and c.i < verb.i for c in above.children):
                return any(c.lower_ == "to" for c in verb.children)
            return above.lemma_ in _WILLING and (negated(above) or (above.dep_ == "acomp" and negated(above.head)))
        if verb.dep_ == "pcomp":
            return above.lower_ in ("without", "from", "of") and (above.lower_ == "without" or above.head.lemma_ in ("refrain", "stop", "short"))
        if verb.dep_ == "conj" and verb.tag_ in ("VB", "VBG") and verb.tag_ == above.tag_:
            return not any(c.dep_ in _SUBJECTS for c in verb.children) and self.withheld(above)
        return False

    def leaves_open(self, head: Token, child: Token, noun: bool) -> bool:
        """Whether `head` leaves open what hangs on it by `child`. `noun`: that is told by a noun, and `child` is it or hearsay of it."""
        if asked(child):
            return True
        tag, dep = head.tag_[:1], child.dep_
        if tag == "N":
            return self._is(head, "evidence") and self._hangs(child) and not _which(child) and self._lacking(head)
        if tag == "J" or (tag == "V" and dep == "prep"):
            if dep not in ("ccomp", "csubj", "prep", "xcomp") or (dep == "prep" and child.lower_ not in _OF):
                return False
            if tag == "J":
                return self._unknown(head)
            heard = any(self._is(c, "hearsay") for c in child.children if c.dep_ == "pobj")
            return ((heard and self._is(head, "telling")) or head.lemma_ == "know") and self.withheld(head)
        if tag not in ("V", "M"):
            return False
        if dep in ("ccomp", "csubj", "csubjpass", "nsubj"):
            adjective = next((c for c in head.children if c.dep_ in ("acomp", "oprd")), None)
            if adjective is not None:
                return dep != "nsubj" and not _which(child) and self._unknown(adjective)
        if dep in _OBJECTS and (noun or self._is(child, "hearsay")):
            return self._is(head, "proving") and self.withheld(head)
        return dep in ("ccomp", "xcomp", "csubjpass") and self._is(head, "telling") and not _which(child) and self.withheld(head)

    def unseen(self, head: Token) -> bool:
        """Whether a word that leaves a matter open says that it was looked for and not seen: "no sign of fighting"."""
        return head.tag_[:1] == "N" and self._is(head, "absence")

    def untrue(self, head: Token, child: Token) -> bool:
        """Whether `head` says that what hangs on it is false: "it is not true that ...", "reports that ... are baseless"."""
        if child.dep_ not in ("ccomp", "csubj", "nsubj"):
            return False
        adjective = next((c for c in head.children if c.dep_ in ("acomp", "oprd")), None)
        if adjective is None:
            return False
        no = negated(head) or negated(adjective)
        return (self._is(adjective, "untrue") and not no) or (self._is(adjective, "true") and no)

    def hearsay(self, head: Token, child: Token) -> bool:
        """Whether a noun only hands on what hangs on it: "reports that ...", "claims of ..."."""
        return head.tag_[:1] == "N" and self._is(head, "hearsay") and self._hangs(child)

    @staticmethod
    def _hangs(child: Token) -> bool:
        if child.dep_ == "prep":
            return child.lower_ in _OF
        return child.dep_ in ("acl", "relcl", "ccomp") and (child.tag_ != "VB" or any(c.dep_ in _SUBJECTS for c in child.children))

    def _unknown(self, adjective: Token) -> bool:
        if self._is(adjective, "unknowing"):
            return not negated(adjective.head)
        return self._is(adjective, "knowing") and (negated(adjective) or negated(adjective.head))

    def _lacking(self, noun: Token) -> bool:
        """Whether there is none of it: "no evidence", "has not received any report", "denied knowledge", "without proof"."""
        if none_of(noun) or any(c.lower_ == "little" for c in noun.children) or any(c.dep_ == "neg" for c in noun.children):
            return True
        governor = noun.head
        if noun.dep_ == "pobj":
            return governor.lower_ == "without" or (governor.lower_ == "of" and governor.head.lemma_ in ("lack", "absence"))
        if noun.dep_ not in ("dobj", "attr", "nsubjpass", "nsubj", "conj"):
            return False
        return negated(governor) or (governor.lemma_ in ("deny", "lack") and noun.dep_ == "dobj" and not negated(governor))
