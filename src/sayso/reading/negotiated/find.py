"""Moves in a dependency tree: the word that makes one and what it governs, tried rule by rule in the order of the text."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.lexicon.talks_rows import MoveRow
from sayso.model.codes import MoveKind, Status
from sayso.reading.grammar import agents, below, is_passive, objects_of, owners, patients, phrases
from sayso.reading.negotiated.asked import JUDGES, LAWGIVERS, asked, own_folk
from sayso.reading.negotiated.between import between as goes_between
from sayso.reading.negotiated.breaches import BREACHES, attacked_after, instead_of, told_broken
from sayso.reading.negotiated.clause import Clause, foreseen, not_yet, unreal
from sayso.reading.negotiated.course import course, guns_silent, tore_up
from sayso.reading.negotiated.deeds import conditional, done, given_time
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import addressed, go_betweens, makers_of
from sayso.reading.negotiated.given import given
from sayso.reading.negotiated.idioms import by_idiom
from sayso.reading.negotiated.met import met, no_partner
from sayso.reading.negotiated.orders import (
    between,
    called_names,
    holding_back,
    nothing_to_talk_of,
    ordered,
    recalled,
    stayed_away,
    swapped,
    unacceptable,
)  # fmt: skip
from sayso.reading.negotiated.own_words import own_words
from sayso.reading.negotiated.pacts import both_ways, each_other, existing_pact, of_the_talks, pact_parties
from sayso.reading.negotiated.replies import replied
from sayso.reading.negotiated.roundabout import roundabout
from sayso.reading.negotiated.sayings import said_plainly
from sayso.reading.negotiated.wished import BARGAINING, CHANCE, LETS, as_untrue, denied_outright, negated, only_wished
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_CLAUSES = ("ccomp", "xcomp", "acl", "advcl")
_VERBS = ("VERB", "AUX")
_TO_DO = frozenset({"agree", "reject", "offer", "accept"})
_ANNOUNCING = frozenset({"announce", "declare", "proclaim"})
_EXITS = frozenset({"withdrawal", "pullout", "exit", "departure"})
_ATTENDING = frozenset({
    "take", "attend", "join", "participate", "enter", "return", "go", "send", "come", "sit", "resume", "continue", "open", "hold",
})  # fmt: skip
_ROUNDS = frozenset({"round", "session", "day", "series"})
_TOGETHER = frozenset({"meet", "sit down", "gather", "convene"})
_ASKED = frozenset({"demand", "offer", "propose", "ultimatum"})
_CARRYING = frozenset({"implement", "honour", "honor", "respect", "observe", "follow", "apply", "accept", "adopt", "execute"})
_DEMANDING = frozenset({"demand", "insist", "require"})
_ELSE = frozenset({"risk", "face", "suffer"})
_PLAIN = frozenset({"be", "have", "remain", "stay", "bring", "get", "pay", "acceptable"})
_BINDING = frozenset({"must", "should", "ought"})
_MADE = frozenset({"demand", "offer", "propose", "ultimatum", "reject", "accept", "walk_out"})
_OF_CLAUSES = frozenset({"demand", "offer", "reject", "accept", "propose", "ultimatum", "agree"})


def find_moves(page: Page, candidates: list[int], words: TalksWords, sides: Sides, status: Callable[[Token], Status]) -> Iterator[Found]:
    """All moves that the candidate tokens of a page make, in the order of the text."""
    taken: set[int] = set()
    inside: set[int] = set()
    listed = words.listed(page.doc)
    pact_known = any(words.is_pact(page.doc[i]) for i in candidates)
    for i in candidates:
        token = page.doc[i]
        if i in taken or page.skipped(token.idx) or (token.pos_ in _VERBS and unreal(token)):
            continue
        found = _by_tables(token, words, sides, status, page, pact_known) if i in listed else None
        if (found is None or (not found.makers and found.kind in _MADE)) and i not in inside:
            found = _by_skeleton(token, words, sides, _just_asked(page)) or found
        if found is not None and found.kind == "demand" and _or_else(found):
            found.kind = "ultimatum"
        if found is not None:
            taken.add(i)
            if found.object is not None and found.object.pos_ not in _VERBS:
                own_move = found.kind == "breach" and found.of_pact  # a pact that is broken was made as well
                if (found.makers or found.kind != "walk_out") and not own_move and not _of_another(found, sides):
                    taken.add(found.object.i)
            elif found.object is not None and found.kind == "deny_talks":  # "denied that any deal had been reached" is one move
                taken.update(t.i for t in _said_in(found.object) if (term := words.term(t)) is not None and term.cls in ("pact", "talks"))
            if found.rule in ("negotiated.untrue", "negotiated.condition-made"):
                taken.update(inner.i for inner in below(found.token, 25))
            if found.object is not None and found.object.pos_ in _VERBS and found.kind in _OF_CLAUSES:
                inside.update(t.i for t in _said_in(found.object) if t != found.token)
            yield found
        told = course(token, words, sides, page, status) if i in listed else None
        if told is not None and (found is None or found.kind != told.kind):
            yield told
            if told.kind == "breach":
                taken.add(told.token.i)
        for begun in (found, told):
            if begun is not None and begun.kind in ("implement", "offer") and (attack := attacked_after(begun, words, sides, status)) is not None:
                yield attack


def _or_else(found: Found) -> bool:
    """ "Urged them to leave or risk bombs", "let them go by Friday or we close the road"."""
    heads = [head for head in (found.token, found.object) if head is not None]
    heads += [c for head in heads for c in head.children if c.dep_ in ("xcomp", "ccomp", "dobj")]
    return any(
        c.dep_ == "conj" and (c.lemma_ in _ELSE or (c.pos_ in _VERBS and any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children)))
        for head in heads if any(c.dep_ == "cc" and c.lower_ == "or" for c in head.children) for c in head.children
    )  # fmt: skip


def _of_another(found: Found, sides: Sides) -> bool:
    """ "Turned down a proposal by the militia": what is answered is a move of its own, by whom its words name."""
    noun = found.object
    if noun is None or found.kind not in ("reject", "accept") or noun.pos_ != "NOUN" or not any(c.lower_ in ("a", "an") for c in noun.children):
        return False
    named = [n for c in noun.children if c.lower_ in ("by", "from") for n in objects_of(c)]
    return bool(set(sides.of_all(named)) - set(found.makers))


def _by_tables(token: Token, words: TalksWords, sides: Sides, status: Callable[[Token], Status], page: Page, pact_known: bool) -> Found | None:
    """The move that the tables and the rules for their words find in a token."""
    return (
        told_broken(token, words, sides, status)
        or _by_row(token, words, sides, status)
        or given_time(token, words, sides)
        or conditional(token, words, sides)
        or ordered(token, words, sides)
        or between(token, sides)
        or holding_back(token, sides)
        or recalled(token, sides)
        or stayed_away(token, words, sides)
        or nothing_to_talk_of(token, sides)
        or called_names(token, words, sides)
        or swapped(token, words, sides, status)
        or unacceptable(token, words, sides)
        or said_plainly(token, words, sides)
        or replied(token, words, sides, page, pact_known)
        or guns_silent(token, pact_known)
        or tore_up(token, words, sides, status)
        or done(token, words, sides, status, pact_known)
        or existing_pact(token, words, sides)
        or by_idiom(token, words, sides, status)
    )


def _just_asked(page: Page) -> bool:
    return any(move.kind in _ASKED for move in page.moves[-3:])


def _by_skeleton(token: Token, words: TalksWords, sides: Sides, just_asked: bool) -> Found | None:
    """The move that a clause makes by who asks, wants, gives or refuses what of whom, whatever its words."""
    if token.dep_ in ("aux", "auxpass", "amod") or token.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    if not_yet(token) or foreseen(token):
        return None
    clause = Clause(token, words, sides)
    if not clause.cls and token.lemma_ not in _PLAIN and not any(c.dep_ == "aux" and c.lower_ in _BINDING for c in token.children):
        return None
    return (
        goes_between(clause) or own_words(clause, just_asked) or roundabout(clause, just_asked)
        or asked(clause) or given(clause, just_asked) or met(clause)
    )  # fmt: skip


def _by_row(token: Token, words: TalksWords, sides: Sides, status: Callable[[Token], Status]) -> Found | None:
    for row in words.moves(token):
        governed = _governed(token, row, words, sides)
        if governed is None:
            continue
        if (row.kind == "implement" and not words.is_pact(governed)) or (row.word in BARGAINING and is_passive(token)):
            continue
        kind: MoveKind = row.kind
        denied = negated(token)
        if row.kind == "ultimatum" and token.dep_ in ("dobj", "nsubjpass") and any(c.dep_ == "neg" for c in token.head.children):
            continue  # "were not given a deadline"
        if denied:
            if row.negated is None:
                continue
            if kind in ("agree", "accept") and not_yet(token):
                return None  # "has not agreed": no refusal either
            kind = denied_outright(token, row.negated, row, governed, words)
        elif row.word == "agree" and (governed.lemma_ in _CARRYING or ((term := words.term(governed)) is not None and term.cls == "proposal")):
            kind = "accept"
        if only_wished(token, row, governed, denied, status, words):
            continue
        if kind in ("reject", "accept") and any(n.lemma_.lower() in JUDGES for n in agents(token)):
            return None
        if kind == "deny_talks" and (token.dep_ == "relcl" or any(t.lower_ in ("neither", "nor") for t in (*token.children, *token.head.children))):
            return None  # "people whom they had never met", "would neither confirm nor deny the contact"
        if kind == "deny_talks" and governed.lemma_.lower() in BREACHES:
            return None  # who denies that he broke a truce denies no truce
        if kind == "reject" and as_untrue(token, words):
            kind = "deny_talks"
        if row.word in _ANNOUNCING:
            kind = _announced(token, governed, kind, words)
        makers = makers_of(token, row, sides)
        if kind == "offer" and row.pos == "verb" and each_other(token, makers):
            kind = "agree"  # "had promised each other a truce"
        if kind == "breach" and row.pos == "verb" and makers and not agents(token):  # who says that it was broken broke nothing
            return Found(token, kind, governed, (), makers, rule=f"negotiated.{row.word}", of_pact=True)
        if row.word in _ANNOUNCING and kind == "offer" and makers and words.is_pact(governed) and _between_them(makers, sides):
            first, second = pact_parties(governed, sides)
            return Found(token, "agree", governed, first, tuple(p for p in second if p not in makers), makers, "negotiated.announced-for")
        to: tuple[str, ...] = ()
        if row.word == "lead" and (not makers or any(p in sides.both or sides.kind(p) in ("armed_group", "military") for p in makers)):
            continue  # "led the talks for the rebels"
        if kind in ("agree", "mediate", "meet"):
            makers, to = both_ways(token, kind, governed, makers, sides)
        if kind == "agree" and not makers and not to:
            makers, to = of_the_talks(governed, words, sides)
        to = to or addressed(token, replace(row, kind=kind), governed, sides, makers)
        through = go_betweens(token, governed, sides, makers) if kind != "mediate" else ()
        if kind == "mediate" and not makers and token.dep_ == "acl" and any(c.lower_ == "between" for c in token.children):
            continue  # "a truce brokered between them": whoever brokered it is not told
        if kind == "meet" and all(sides.kind(p) == "military" and not sides.is_person(p) for p in to) and _own_men(makers, sides):
            continue
        if (kind == "meet" and not (makers and to)) or (kind == "implement" and not makers):
            continue
        if kind == "meet" and (clause := Clause(token, words, sides)).group(to) and clause.own_go_betweens(makers):
            kind = "mediate"
        if row.word in LETS and kind == "accept":
            return None
        if kind == "demand" and any(n.lemma_.lower() in ("name", "anonymity") for preposition, n in phrases(token) if preposition == "for"):
            return None
        if kind == "demand" and not to and any(n.lemma_.lower() in LAWGIVERS or own_folk(n) for n in patients(token)):
            return None
        return Found(token, kind, governed, makers, to, through, f"negotiated.{row.word}", denied)
    return None


def _between_them(makers: tuple[str, ...], sides: Sides) -> bool:
    """Whether those who announce a truce are none of its sides: an envoy, a state that is none of the two most spoken of."""
    return all(sides.kind(p) in ("io", "ngo") or (sides.outsider(p) and len(sides.both) > 1 and p not in sides.both) for p in makers)


def _own_men(makers: tuple[str, ...], sides: Sides) -> bool:
    """ "The president met wounded soldiers": they are his."""
    return all(sides.kind(p) in ("government", "state") for p in makers)


def _announced(token: Token, governed: Token, kind: MoveKind, words: TalksWords) -> MoveKind:
    """A truce that one side announces is its offer, a deal that is announced has been made, and an end of either is a way out."""
    if governed.lemma_ in _EXITS and any(c.lower_ == "from" and any(_of_talks(n, words) for n in _objects_of(c)) for c in governed.children):
        return "walk_out"
    if not any(words.is_pact(t) for t in below(governed, 8)):
        return kind
    if governed.lemma_ == "end" or any(t.lower_ in ("over", "dead", "void", "finished") for t in (*token.children, *governed.children)):
        return "walk_out"
    term = words.term(governed)
    return "agree" if term is not None and term.family in ("deal", "exchange") else kind


def _of_talks(noun: Token, words: TalksWords) -> bool:
    term = words.term(noun)
    return term is not None and term.cls in ("talks", "pact")


def _objects_of(preposition: Token) -> list[Token]:
    return [noun for noun in preposition.children if noun.dep_ == "pobj"]


def _governed(token: Token, row: MoveRow, words: TalksWords, sides: Sides) -> Token | None:
    """The head of what the move is about, if it is of a class that the row allows; the token itself where it needs none."""
    classes = set(row.object)
    if not classes:
        return token if _own_noun(token, row, words, sides) else None
    if row.kind == "meet" and row.word in _TOGETHER and not patients(token) and len(sides.of_all(agents(token))) > 1:
        return token
    if row.kind == "mediate" and row.pos == "verb" and any(sides.after(c) for c in token.children if c.lower_ in ("between", "among")):
        return token
    if row.word == "mediate" and row.pos == "verb" and agents(token) and (not patients(token) or token.dep_ == "relcl"):
        return token
    for noun in _objects(token, row):
        term = words.term(noun)
        if term is not None and term.cls in classes:
            return noun
        if _inner_term(noun, classes, words) is not None or ("proposal" in classes and words.goes_back(noun)):
            return noun
        if row.word == "meet" and no_partner(noun):
            continue  # "met resistance from Moscow"
        if "party" in classes and row.kind == "meet" and sides.of_all(agents(token)) and sides.of(noun):
            return noun
        if row.word in BARGAINING and negated(token):  # "will not bargain with thieves": whoever they are, it is a refusal
            return noun
    if "clause" in classes:
        for clause in _clauses(token, row):
            for inside in _said_in(clause):
                term = words.term(inside)
                carried = row.kind in ("agree", "accept") and clause.lemma_ in _CARRYING and term is not None and term.cls in ("proposal", "text")
                attending = row.kind == "reject" and clause.lemma_ in _ATTENDING and term is not None and term.cls == "talks"
                if term is not None and (carried or attending or _fits(term.cls, row.kind, inside == clause)):
                    return clause
            if row.word in _DEMANDING and _to_be_done(clause) and any(sides.kind(p) in ARMED for p in makers_of(token, row, sides)):
                return clause
    if row.kind == "demand" and row.pos == "noun" and (_refused_thing(token, words) or (token.dep_ == "appos" and sides.owner_word(token))):
        return token
    return None


def _to_be_done(clause: Token) -> bool:
    """ "That they be returned", "that the charity pay": what somebody else is to do, whatever it is."""
    subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ not in ("it", "there") for c in clause.children)
    helped = [c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")]
    return subject and (helped == ["be"] or (not helped and clause.tag_ == "VB"))


def _fits(cls: str, kind: MoveKind, is_head: bool) -> bool:
    """Whether a term in a clause makes it the content of such a move: to agree is to agree to do something."""
    if kind == "deny_talks":
        return cls in ("pact", "talks")
    return cls == "act" or (cls in ("pact", "talks") and (is_head or kind not in _TO_DO))


def _refused_thing(noun: Token, words: TalksWords) -> bool:
    """ "Kept the buses out despite appeals by the bishops": what is asked stands in the clause."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "despite" and any(
        (term := words.term(t)) is not None and term.cls == "act" for t in below(noun.head.head, 25)
    )


def _own_noun(token: Token, row: MoveRow, words: TalksWords, sides: Sides) -> bool:
    if row.pos != "noun":
        return False
    if row.kind == "propose":
        return words.term(token) is not None and bool(owners(token, frozenset({"by", "of", "from"})) or sides.owner_word(token))
    if row.kind == "meet":
        counted = token.head.lower_ == "of" and token.head.head.lemma_ in _ROUNDS  # "a second round of talks between them"
        above = token.head.head if counted else token  # "after two days of talks": of those who do what is told
        partner = any(c.lower_ in ("with", "between") for c in token.children) or (
            above.dep_ == "pobj" and above.head.lower_ in ("after", "following", "during") and len(sides.of_all(agents(above.head.head))) > 1
        )
        free = counted or (token.head.lower_ not in CHANCE - {"for", "in"} and token.head.head.lemma_ not in ("open", "ready"))
        return partner and token.dep_ in ("nsubj", "nsubjpass", "attr", "dobj", "pobj") and free
    if row.kind == "mediate":  # "under the mediation of Oman"; "thanks to mediation" is nobody's
        return token.dep_ != "pobj" or (token.head.lower_ == "under" and bool(owners(token, frozenset({"of", "by"})) or sides.owner_word(token)))
    return True


def _objects(token: Token, row: MoveRow) -> Iterator[Token]:
    if row.pos == "verb":
        yield from patients(token) if row.word != "call" else ()  # "called the talks a trick", "called off the talks" ask for nothing
        for child in token.children:
            if child.dep_ in ("attr", "dative", "oprd") and row.word != "call":  # "called the raid a breach of the truce"
                yield child
    else:
        for child in token.children:
            if child.dep_ in ("compound", "amod", "nmod"):
                yield child
        if token.dep_ == "nsubj" and token.head.lemma_ == "be":  # "its condition is a full withdrawal"
            yield from (child for child in token.head.children if child.dep_ == "attr")
    for preposition, noun in phrases(token):
        if preposition in row.via or (row.pos == "noun" and preposition in ("for", "of", "to")):
            yield noun
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in row.via:
            yield from (grand for grand in child.children if grand.dep_ == "pcomp")


def _clauses(token: Token, row: MoveRow) -> Iterator[Token]:
    if row.word == "must" and token.dep_ == "aux":
        yield token.head
    if row.pos == "adj" and token.head.pos_ in _VERBS:
        yield from (c for c in token.head.children if c.dep_ in ("ccomp", "xcomp", "advcl") and c.i > token.i)
    if row.pos == "noun" and token.dep_ == "nsubj" and token.head.lemma_ == "be":  # "its main demand is that"
        yield from (c for c in token.head.children if c.dep_ in ("ccomp", "xcomp"))
    for child in token.children:
        if child.dep_ in _CLAUSES and child.pos_ in _VERBS and child.i > token.i:
            if child.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ not in ("that", "for") for c in child.children):
                yield child
        elif child.dep_ in ("dobj", "pobj", "dative"):
            yield from (grand for grand in child.children if grand.dep_ in ("acl", "relcl", "ccomp") and _proposes(grand))
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp" and not instead_of(inner):
                    yield inner


def _proposes(clause: Token) -> bool:
    """An infinitive or a that-clause behind a noun: "a promise to leave", not "the group formed in May"."""
    return clause.pos_ in _VERBS and (any(c.tag_ == "TO" or c.lower_ == "that" for c in clause.children) or clause.tag_ == "MD")


def _said_in(clause: Token) -> Iterator[Token]:
    """What a clause itself says: its tokens without its relative and adverbial clauses."""
    waiting = [clause]
    for token in waiting:
        yield token
        if len(waiting) < 40:
            waiting.extend(c for c in token.children if c.dep_ not in ("relcl", "advcl", "parataxis", "punct"))


def _inner_term(noun: Token, classes: set[str], words: TalksWords) -> Token | None:
    """A term just below a noun: "calls for a safe passage deal", "an end to the siege"."""
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "acl", "prep"):
            for token in [child, *[g for g in child.children if g.dep_ in ("pobj", "pcomp", "compound")]]:
                term = words.term(token)
                if term is not None and term.cls in classes:
                    return token
    return None
