"""Words of talks: which token makes a move, and which names what talks are about."""

from sayso.lexicon import Lexicon
from sayso.lexicon.talks_rows import IdiomRow, MoveRow, TalkClassRow, TermRow
from sayso.reading.gate import Gate
from sayso.reading.parsed import Parsed, Token

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}

_DEEDS = frozenset({"release", "withdrawal", "evacuation", "exchange", "handover", "surrender"})
ANSWERING = frozenset({"answer", "reply", "response"})
REFUSING = frozenset({"refuse", "decline"})
GIVING = frozenset({"pay", "promise", "concede"})
SAYING = frozenset({
    "say", "call", "dub", "brand", "label", "describe", "term", "be", "have", "contact", "report", "claim", "rumour", "rumor",
    "make", "set", "name", "reason", "need", "point", "room", "basis", "alternative", "channel", "communication",
})  # fmt: skip
_PRONOUNS = frozenset({"it", "this", "that", "them"})
_PAPERS = frozenset({"plan", "idea", "document", "paper", "text", "draft", "formula", "framework", "initiative", "package", "blueprint", "clause"})
_BACK = 40
_FURTHER = frozenset({
    "spite", "defiance", "despite", "notwithstanding", "grant", "give", "threaten", "warn", "violation", "breach", "infringement", "contravention",
    "infraction", "collapse", "breakdown", "unravelling", "unraveling", "disintegration", "failure", "end", "start", "beginning", "onset",
    "suppose", "mean", "blow",
})  # fmt: skip
_ORDERS = frozenset({
    "walk", "storm",
    "attend", "brand", "bring", "call", "carry", "cease", "condemn", "convey", "denounce", "deride", "describe", "dismiss", "freeze",
    "halt", "instruct", "join", "label", "nothing", "order", "pass", "pause", "pull", "relay", "show", "shuttle", "stop", "summon",
    "suspend", "take", "tell", "trade", "turn", "unacceptable", "unrealistic",
})  # fmt: skip
_DOING = frozenset({
    "ask", "order", "threaten", "promise", "offer", "propose", "accept", "refuse", "bind", "mediate", "carry", "talk", "meet", "let", "give", "free",
    "stop", "quit", "leave", "travel", "attack", "willing", "unwilling", "impossible",
})  # fmt: skip
"""Classes of words that may make a move; the others only stand beside those that do."""
_NEEDS = frozenset({"acceptable", "be", "have"})
_PARTICLES = frozenset({"over", "out", "up", "down", "back"})
GUNS = frozenset({"gun", "artillery", "frontline", "front"})
_TRAVEL = frozenset({
    "let", "reach", "enter", "arrive", "roll", "pass", "cross", "travel", "move", "transport", "bus", "ferry", "transfer", "ride", "board", "drive",
})  # fmt: skip
_SIGNING = frozenset({"sign", "negotiate", "broker", "mediate", "conclude", "ratify", "ink"})
_SIDES = frozenset({
    "army", "rebel", "government", "side", "party", "militia", "group", "force", "faction", "clan", "tribe", "community", "insurgent", "separatist",
})  # fmt: skip


class TalksWords:
    """The move and term tables, asked by token."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._moves: dict[tuple[str, str], list[tuple[str, MoveRow]]] = {}
        for row in lexicon.rows(MoveRow):
            word, _, particle = row.word.partition(" ")
            self._moves.setdefault((word, row.pos), []).append((particle, row))
        self._terms: dict[tuple[str, str], TermRow] = {(row.word, row.pos): row for row in lexicon.rows(TermRow)}
        self._idioms: dict[str, list[IdiomRow]] = {}
        for idiom in lexicon.rows(IdiomRow):
            self._idioms.setdefault(idiom.verb, []).append(idiom)
        self._classes: dict[str, list[tuple[str, str]]] = {}
        for classed in lexicon.rows(TalkClassRow):
            for entry in classed.words:
                word, _, particle = entry.partition(" ")
                self._classes.setdefault(word, []).append((particle, classed.cls))
        deeds = {w for (w, pos), row in self._terms.items() if row.cls == "act" and (pos == "verb" or row.family in _DEEDS)}
        pacts = {w for (w, _), row in self._terms.items() if row.cls == "pact"}
        plain = (_FURTHER, _ORDERS, _TRAVEL, GUNS, ANSWERING, REFUSING, GIVING, SAYING)
        known = {*(word for word, _ in self._moves), *self._idioms, *deeds, *pacts, *(word for words in plain for word in words)}
        doing = {word for word, entries in self._classes.items() if any(cls in _DOING for _, cls in entries)}
        self._gate = Gate(known | doing | _NEEDS)
        self._listed = Gate(known)
        self._warlike = Gate(row.word for row in lexicon.rows(TermRow) if row.cls == "war")

    def candidates(self, doc: Parsed) -> list[int]:
        """Tokens whose lemma makes a move, names a pact, or may carry one out."""
        return self._gate.hits(doc)

    def listed(self, doc: Parsed) -> frozenset[int]:
        """Those candidates that some table of moves, idioms or terms has; the others make a move by the skeleton of their clause alone."""
        return frozenset(self._listed.hits(doc))

    def war_words(self, doc: Parsed) -> int:
        """How often the report speaks of war: talks between parties and shops are not our subject."""
        return len(self._warlike.hits(doc))

    def idioms(self, token: Token) -> list[IdiomRow]:
        """The set phrases that this verb may head."""
        return self._idioms.get(token.lemma_.lower(), [])

    def moves(self, token: Token) -> list[MoveRow]:
        """What moves this token may make."""
        pos = _POS.get(token.pos_, "")
        rows = self._moves.get((token.lemma_.lower(), pos)) or self._moves.get((token.lower_, pos)) or []
        particles = {child.lower_ for child in token.children if child.dep_ in ("prt", "advmod", "prep")}
        return [row for particle, row in rows if not particle or particle in particles]

    def classes(self, token: Token) -> list[str]:
        """What this word does in talks, by its kind of doing; a verb with its particle only what the two do together."""
        found = self._classes.get(token.lemma_.lower())
        if found is None:
            return []
        particles = {child.lower_ for child in token.children if child.dep_ in ("prt", "advmod", "prep")}
        joined = [cls for particle, cls in found if particle in particles]
        return list(dict.fromkeys(joined or [cls for particle, cls in found if not particle]))

    def term(self, token: Token) -> TermRow | None:
        """What talks may be about, if this token names it, with the words it needs by it and none of those that make it something else."""
        row = self._terms.get((token.lemma_.lower(), _POS.get(token.pos_, "")))
        if row is None or row.cls == "war" or (row.word == "settlement" and token.tag_ == "NNS" and not _is_settled(token)):
            return None  # "three settlements": villages
        if row.needs or row.bars:
            beside = _beside(token)
            if (row.needs and not beside & set(row.needs)) or beside & set(row.bars):
                return None
        return row

    def goes_back(self, token: Token) -> bool:
        """Whether a pronoun or a noun like "plan" means what talks are about just before it: "the envoy offered a truce; they rejected it"."""
        another = token.lower_ == "one" and any(c.dep_ == "amod" for c in token.children)  # "proposed a second one"
        if not another and token.lower_ not in _PRONOUNS and token.lemma_.lower() not in _PAPERS:
            return False
        before = token.doc[max(0, token.i - _BACK) : token.i]
        return any((term := self.term(t)) is not None and term.cls in ("pact", "talks", "proposal") for t in before)

    def is_pact(self, token: Token) -> bool:
        """Whether a token names a pact."""
        row = self.term(token)
        return row is not None and row.cls == "pact"


def _is_settled(token: Token) -> bool:
    """Whether several settlements are pacts: they are signed or negotiated, or reached with somebody, or lie between sides."""
    verb = token.head if token.dep_ in ("dobj", "nsubjpass") else None
    if verb is not None and verb.lemma_ in _SIGNING:
        return True
    with_somebody = verb is not None and verb.lemma_ == "reach" and any(c.lower_ == "with" for n in (verb, token) for c in n.rights)
    between = (side for c in token.rights if c.lower_ == "between" for side in c.children if side.dep_ == "pobj")
    return with_somebody or any(side.lemma_.lower() in _SIDES for side in between)


def _beside(token: Token) -> set[str]:
    """The words a term goes with: its modifiers, particles and objects, those of its prepositions, and what it is a modifier of."""
    near: list[Token] = []
    for child in token.children:
        near.append(child)
        if child.dep_ in ("prep", "agent", "dobj", "nsubjpass", "nsubj", "npadvmod", "amod", "compound"):
            near.extend(child.children)
            near.extend(g for c in child.children if c.dep_ in ("pobj", "prep") for g in c.children)
            near.extend(child.conjuncts if child.dep_ in ("dobj", "nsubjpass") else ())
        elif child.dep_ in ("ccomp", "xcomp") and token.lemma_ in ("let", "allow"):
            near.extend(c for c in child.children if c.dep_ in ("nsubj", "prt", "advmod", "prep"))
    if token.dep_ in ("compound", "amod", "nmod"):
        near.append(token.head)
    if token.i and token.nbor(-1).head == token.head:
        near.append(token.nbor(-1))
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if after.lower_ in _PARTICLES:  # "hand over six policemen": the parse gives "over" to the number
        near.append(after)
    return {word for t in near for word in (t.lower_, t.lemma_.lower())}
