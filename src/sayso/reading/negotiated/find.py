"""Moves in a dependency tree: the word that makes one, what it governs, who makes it and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.lexicon.talks_rows import MoveRow
from sayso.model.codes import MoveKind
from sayso.reading.grammar import agents, below, by_phrase, is_passive, objects_of, owners, patients, phrases
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.page import Page
from sayso.reading.sides import ARMED, Sides

_CLAUSES = ("ccomp", "xcomp", "acl", "advcl")
_VERBS = ("VERB", "AUX")
_MEDIATORS = frozenset({"broker", "mediate", "sponsor", "facilitate", "oversee", "arrange"})
_EXIST = frozenset({"be", "reach", "hold", "take", "exist", "come", "go", "work", "collapse", "enter"})


@dataclass(slots=True)
class Found:
    """A move as found, with parties by id; `object` is the head of what it governs."""

    token: Token
    kind: MoveKind
    object: Token | None
    makers: tuple[str, ...]
    to: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    rule: str = ""
    negated: bool = False
    anchors: list[Token] = field(default_factory=list)


def find_moves(page: Page, words: TalksWords, sides: Sides) -> Iterator[Found]:
    """All moves of a page, in the order of the text."""
    taken: set[int] = set()
    for i in words.candidates(page.doc):
        token = page.doc[i]
        if i in taken or page.skipped(token.idx):
            continue
        found = _by_row(token, words, sides) or _existing_pact(token, words, sides, taken)
        if found is not None:
            taken.add(i)
            if found.object is not None:
                taken.add(found.object.i)
            yield found


def _by_row(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    for row in words.moves(token):
        governed = _governed(token, row, words, sides)
        if governed is None:
            continue
        negated = _negated(token)
        kind: MoveKind = row.kind
        if negated:
            if row.negated is None:
                continue
            kind = row.negated
        makers = _makers(token, row, sides)
        to = _addressed(token, row, governed, sides, makers)
        if kind == "deny_talks" and words.term(governed) is None:
            continue
        if not negated and _only_wished(token, row, governed):
            continue
        between = sides.of_all([noun for preposition, noun in phrases(token) if preposition == "between"]) if kind == "agree" else ()
        between = between or (sides.of_all(owners(governed, frozenset({"between"}))) if kind == "agree" else ())
        if between:
            makers, to = between[:1], between[1:]
        through = _through(token, governed, sides, makers)
        if kind == "mediate":
            through, makers = makers, makers
        return Found(token, kind, governed, makers, to, through, f"negotiated.{row.word}", negated)
    return None


def _governed(token: Token, row: MoveRow, words: TalksWords, sides: Sides) -> Token | None:
    """The head of what the move is about, if it is of a class that the row allows; the token itself where it needs none."""
    classes = set(row.object)
    if not classes:
        return token if _own_noun(token, row, words) else None
    for noun in _objects(token, row):
        term = words.term(noun)
        if term is not None and term.cls in classes:
            return noun
        inner = _inner_term(noun, classes, words)
        if inner is not None:
            return noun
        if "party" in classes and row.kind == "meet" and _meets(noun, token, sides):
            return noun
    if "clause" in classes or "act" in classes:
        for clause in _clauses(token):
            for below_token in below(clause, 40):
                term = words.term(below_token)
                if term is not None and term.cls in ("act", "pact", "talks"):
                    return clause
    return None


def _only_wished(token: Token, row: MoveRow, governed: Token) -> bool:
    """Letting that is only a purpose or a part of what is asked; insisting that there is no deal."""
    if row.word in ("allow", "let", "permit"):
        infinitive = any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children)
        return infinitive or token.dep_ in ("relcl", "acl")
    if row.word in ("insist", "want", "need") and governed.pos_ in _VERBS:
        return any(t.lower_ in ("no", "not", "never") for t in below(governed, 20))
    return False


def _own_noun(token: Token, row: MoveRow, words: TalksWords) -> bool:
    if row.pos != "noun":
        return False
    if row.kind == "propose":
        return words.term(token) is not None and bool(owners(token, frozenset({"by", "of", "from"})))
    return row.kind != "meet" or token.dep_ in ("nsubj", "nsubjpass", "attr", "dobj")


def _objects(token: Token, row: MoveRow) -> Iterator[Token]:
    if row.pos == "verb":
        yield from patients(token)
        for child in token.children:
            if child.dep_ in ("attr", "dative", "oprd"):
                yield child
    else:
        for child in token.children:
            if child.dep_ in ("compound", "amod", "nmod"):
                yield child
    for preposition, noun in phrases(token):
        if preposition in row.via or row.pos == "noun" and preposition in ("for", "of", "to"):
            yield noun
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in row.via:
            yield from (grand for grand in child.children if grand.dep_ == "pcomp")


def _clauses(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in _CLAUSES and child.pos_ in _VERBS and child.i > token.i:
            yield child
        elif child.dep_ in ("dobj", "pobj", "dative"):
            yield from (grand for grand in child.children if grand.dep_ in ("acl", "relcl", "ccomp") and grand.pos_ in _VERBS)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp":
                    yield inner


def _inner_term(noun: Token, classes: set[str], words: TalksWords) -> Token | None:
    """A term just below a noun: "calls for a safe passage deal", "an end to the siege"."""
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "acl", "prep"):
            for token in [child, *[g for g in child.children if g.dep_ in ("pobj", "pcomp", "compound")]]:
                term = words.term(token)
                if term is not None and term.cls in classes:
                    return token
    return None


def _meets(noun: Token, verb: Token, sides: Sides) -> bool:
    return bool(sides.of(noun)) and bool(sides.of_all(agents(verb)))


def _negated(token: Token) -> bool:
    if any(child.dep_ == "neg" for child in token.children):
        return True
    if any(child.dep_ in ("dobj", "nsubjpass", "nsubj") and any(g.lower_ == "no" for g in child.children) for child in token.children):
        return True
    return token.dep_ in ("xcomp", "acomp") and any(child.dep_ == "neg" for child in token.head.children)


def _makers(token: Token, row: MoveRow, sides: Sides) -> tuple[str, ...]:
    if row.pos == "verb":
        nouns = agents(_sender(token) if _carrier(token) is not None else token)
    elif row.pos == "adj":
        nouns = agents(token.head) if token.head.pos_ in _VERBS else []
    else:
        nouns = owners(token, frozenset({"by", "from", "of", "between"}))
        nouns += [child for child in token.children if child.dep_ in ("compound", "nmod", "amod") and sides.of(child)]
        for child in token.children:
            if child.dep_ == "relcl":
                nouns += agents(child)
        if not nouns and token.head.pos_ in _VERBS:
            nouns = agents(token.head)
    found = sides.of_all(nouns)
    return found or _spoken_by(token, sides)


def _carrier(token: Token) -> Token | None:
    """The go-between that the parse makes the doer: "send messages via elders demanding ..."."""
    head = token.head
    if token.dep_ == "acl" and head.dep_ == "pobj" and head.head.lower_ in ("via", "through", "with"):
        return head
    return None


def _sender(token: Token) -> Token:
    """The verb that a go-between's preposition hangs on."""
    verb = token.head.head.head
    while verb.pos_ not in _VERBS and verb.head is not verb:
        verb = verb.head
    return verb


def _spoken_by(token: Token, sides: Sides) -> tuple[str, ...]:
    """Where grammar names nobody, the party whose words these are, if it is a side of the war."""
    speaker = sides.behind(sides.speaker(token))
    return (speaker,) if speaker and sides.kind(speaker) in ARMED else ()


def _addressed(token: Token, row: MoveRow, governed: Token, sides: Sides, makers: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for slot in row.to:
        if slot == "object" and row.pos == "verb":
            found += sides.of_all([n for n in patients(token) if n is not governed])
            found += sides.of_all([c for c in token.children if c.dep_ == "dative" and c.pos_ != "ADP"])
        elif slot == "clause" and governed.pos_ in _VERBS:
            found += sides.of_all(agents(governed))
        else:
            found += sides.of_all([noun for preposition, noun in phrases(token) if preposition == slot])
            found += sides.of_all([noun for child in governed.children if child.lower_ == slot for noun in objects_of(child)])
    if row.kind in ("reject", "accept"):
        found += sides.of_all(owners(governed, frozenset({"by", "from", "of"})))
        found += sides.of_all([c for c in governed.children if c.dep_ in ("compound", "nmod")])
        for child in governed.children:
            if child.dep_ == "relcl":
                found += sides.of_all(agents(child))
    return tuple(dict.fromkeys(p for p in found if p not in makers))


def _through(token: Token, governed: Token, sides: Sides, makers: tuple[str, ...]) -> tuple[str, ...]:
    """Go-betweens: "via smugglers", "through elders", "brokered by Qatar", also on the verb that the move hangs on."""
    carrier = _carrier(token)
    found = list(sides.of(carrier)) if carrier is not None else []
    heads = [token, governed, *([token.head, *[c for c in token.head.children if c.dep_ == "xcomp"]] if token.dep_ in ("advcl", "acl", "xcomp") else [])]
    for head in heads:
        for preposition, noun in phrases(head):
            if preposition in ("via", "through"):
                found += sides.of_all([noun])
        for child in head.children:
            if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in _MEDIATORS:
                found += sides.of_all(by_phrase(child) or agents(child))
            if child.dep_ == "prep" and child.lower_ in ("under", "with") and "mediation" in {t.lemma_ for t in child.children}:
                found += sides.of_all([n for t in child.children for n in owners(t, frozenset({"of", "by"}))])
    if token.head.lemma_ in ("send", "carry", "pass", "deliver") or token.head.lemma_ == "use":
        carrier = token.head if token.head.lemma_ == "use" else token.head.head
        if carrier.lemma_ == "use":
            found += sides.of_all(patients(carrier))
    return tuple(dict.fromkeys(p for p in found if p not in makers))


def _existing_pact(token: Token, words: TalksWords, sides: Sides, taken: set[int]) -> Found | None:
    """A pact told as a fact: "there was a deal to ...", "a truce took effect", "a deal between X and Y was reached"."""
    term = words.term(token)
    if term is None or term.cls != "pact" or token.i in taken or token.pos_ != "NOUN":
        return None
    head = token.head
    told = token.dep_ in ("attr", "nsubj", "nsubjpass") and head.lemma_.lower() in _EXIST and head.pos_ in _VERBS
    if not told or head.i in taken:
        return None
    if _negated(head) or any(child.lower_ == "no" for child in token.children):
        makers = _spoken_by(token, sides)
        return Found(token, "deny_talks", token, makers, (), (), "negotiated.no-pact", True)
    between = owners(token, frozenset({"between", "among", "with", "by", "of"}))
    makers = sides.of_all(between)
    if not makers:
        inside = [n for clause in token.children if clause.dep_ in ("acl", "relcl") for n in (*patients(clause), *agents(clause))]
        makers = sides.of_all(inside)
    through = _through(token, token, sides, ())
    anchors = [head] if is_passive(head) else []
    return Found(token, "agree", token, makers[:1], makers[1:2], through, "negotiated.pact", False, anchors)
