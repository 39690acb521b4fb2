"""Which nouns for people head a description, and do not only stand in one or mean a thing."""

from sayso.reading.gerunds import owner_misread
from sayso.reading.names.phrases import fold
from sayso.reading.parsed import Token
from sayso.reading.who.scene import Scene

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PARTICIPLE_TAGS = frozenset({"JJ", "VBN", "VBD"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT", "attr", "appos", "dative", "agent", "poss"})
_THINGS = frozenset("head heads source sources bomber bombers fighter fighters driver drivers host hosts defender defenders bank banks".split())
_BANKS_OF_A_RIVER = frozenset("east west north south eastern western northern southern left right opposite far both the".split())
_HUMAN_COMPOUNDS = frozenset(
    """security military medical hospital government regime activist defence defense police rebel opposition intelligence family army
    news palace church party union guerrilla resistance suicide enemy militia taxi truck bus state industry diplomatic court ministry
    embassy""".split()
)
_SO_MANY = frozenset({"group", "groups", "team", "teams", "crowd", "crowds", "number", "handful", "wave", "waves"})
_TAKING = frozenset("take hold keep seize".split())


class Heads:
    """Asked of the nouns of one page."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._doc = scene.doc
        self._known = scene.known

    def __call__(self, token: Token) -> bool:
        """Whether the noun is the head of its phrase and not half of "rebel-held" or the first half of "terrorist attack"."""
        following = self._doc[token.i + 1] if token.i + 1 < len(self._doc) else None
        if following is not None and following.text in ("-", "\u2013") and not following.whitespace_ and not token.whitespace_:
            return False
        if token.tag_ in _PARTICIPLE_TAGS:
            return token.dep_ in _ARGUMENTS and token.i > 0 and self._doc[token.i - 1].lower_ == "the"
        if token.tag_ not in _NOUN_TAGS:
            return False
        if token.dep_ in ("compound", "nmod", "amod"):
            return token.head.i < token.i
        if following is not None and token.tag_ == "NN" and owner_misread(following) is not None:
            return False
        if token.dep_ in ("oprd", "dobj", "advmod", "attr") and token.lower_ in ("hostage", "prisoner", "captive") and token.head.lemma_ in _TAKING:
            return token.i > 0 and self._doc[token.i - 1].tag_ in ("DT", "PRP$", "JJ")  # "were taken prisoner"
        if token.lower_ in _SO_MANY and self._of_people(token):
            return False
        if token.lower_ == "power" and not any(child.dep_ in ("det", "poss") for child in token.children):
            return False  # "seized power"
        return not (token.lower_ in _THINGS and self._thing(token))

    def _of_people(self, token: Token) -> bool:
        """Whether a noun only counts the people behind it, who are whom it means: "a first group of monitors"."""
        follow = next((c for c in token.rights if c.lower_ == "of" and c.i == token.i + 1), None)
        people = [o for o in follow.children if o.dep_ == "pobj"] if follow is not None else []
        return any((noun := self._scene.noun(one)) is not None and noun[1] for one in people)

    def _thing(self, token: Token) -> bool:
        """Whether a word that may be for people or things is for a thing here: "energy sources", "my head", "the source of the smoke"."""
        before = self._doc[token.i - 1] if token.i else token
        compound = before.dep_ == "compound" and before.head.i == token.i and before.i not in self._scene.name_at
        if compound and before.lower_ not in _HUMAN_COMPOUNDS and not self._people_word(before):
            return True
        of = any(c.lower_ == "of" for c in token.rights)
        if token.lower_ in ("bank", "banks"):
            return of and before.lower_ in _BANKS_OF_A_RIVER
        return before.tag_ == "PRP$" and not of if token.lower_ in ("head", "heads") else of and token.lower_ in ("source", "sources")

    def _people_word(self, token: Token) -> bool:
        """Whether a word in capitals is of a nation, a people or a faith: "Tuareg fighters"."""
        key = fold(token.text)
        return token.text[0].isupper() and (key in self._known.adjectives or key in self._known.peoples)
