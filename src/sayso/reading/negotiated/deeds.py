"""Moves made by deeds: a deal carried out on the ground, time given, a refusal of the act."""

from collections.abc import Callable

from sayso.lexicon.talks_rows import TermRow
from sayso.model.codes import MoveKind, Status
from sayso.reading.grammar import agents, below, is_passive, objects_of, owners, patients, phrases
from sayso.reading.negotiated.attacks import armed, kept
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import spoken_by
from sayso.reading.negotiated.pacts import pact_parties
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token
from sayso.reading.sides import Sides

_VERBS = ("VERB", "AUX")
_UNDER_IT = frozenset({"dobj", "prep", "nsubjpass", "xcomp"})
_LINKS = frozenset({"under", "as", "following", "after", "in", "by", "per", "within", "thanks"})
_GOES_ON = frozenset({"begin", "start", "resume", "continue", "complete", "finish", "proceed", "conclude", "kick", "take", "go", "underway"})
_LETS = frozenset({"allow", "let", "permit", "grant", "give", "enable"})
_LED = frozenset({"allow", "see", "lead", "permit", "enable", "bring", "result"})
_MOVES_OFF = frozenset({"travel", "go", "move", "board", "ride", "depart", "leave", "arrive", "drive", "transport", "bus", "ferry", "transfer"})
_REAL = frozenset({"begin", "start", "continue", "manage", "resume", "able"})
_YIELDING = frozenset({"leave", "stop", "free", "give", "let", "accept", "quit"})
_PRESSING = frozenset({"have", "give", "threaten", "warn", "vow", "say"})
_STEPS = frozenset({"part", "step", "stage", "phase", "move", "measure", "condition", "result", "round", "batch"})
_RELIEF = frozenset({"aid", "food", "flour", "relief", "convoy", "medicine", "ambulance", "wheat", "insulin", "supplies"})
_ON_THE_ROAD = frozenset({"truck", "lorry", "tanker", "bus", "convoy", "vehicle", "crew", "engineer", "deminer", "barge", "ship", "train"})
_ARRIVING = frozenset({"reach", "enter", "arrive", "roll", "drive", "pass", "cross"})
_DELAYS = frozenset({"hour", "day", "week", "minute", "deadline", "ultimatum", "time", "month"})


def done(token: Token, words: TalksWords, sides: Sides, status: Callable[[Token], Status], pact_known: bool) -> Found | None:
    """A term carried out: an act tied to a pact ("left under a deal"), begun ("the swap started"), or let happen ("let the Red Cross in")."""
    term = words.term(token)
    lemma = token.lemma_.lower()
    if token.pos_ in _VERBS:
        if lemma in _LETS:
            return _aid_let_in(token, sides, status) or _let_through(token, words, status, pact_known)
        if lemma in _ARRIVING and (pact := _pact_of(token, words) or _as_agreed(token)) is not None and _brings(agents(token)):
            first, second = pact_parties(pact, sides)
            now = status(token)
            held = now in ("happened", "ongoing") and not any(c.dep_ == "neg" for c in token.children)
            return Found(token, "implement", token, first, second, rule="negotiated.arrived", status=now, of_pact=True) if held else None
        act = term is not None and term.cls == "act"
        above = _pact_above(token, words) if lemma in _MOVES_OFF and token.dep_ == "relcl" else None
        pact = (_pact_of(token, words) or above or _as_agreed(token)) if act or above is not None else None
        freed = lemma == "evacuate" and pact_known and armed([*agents(token), *patients(token)], sides)
        refused = _refused(token, term, sides)
        if refused is not None:
            return refused
        if above is None and not (act and (pact is not None or freed)):
            return None
        now = status(token)
        will = any(c.dep_ == "aux" and c.lower_ in ("will", "'ll") for c in token.children)
        if (now not in ("happened", "ongoing") and not (now == "planned" and will)) or (_infinitive(token) and token.head.lemma_ not in _REAL):
            return None
        makers = armed(agents(token), sides) or armed(patients(token), sides)
        if not makers and pact is not None:
            first, second = pact_parties(pact, sides)
            makers = (*first, *second) if first or not (agents(token) or patients(token)) else ()
        return Found(token, "implement", token, makers, rule=f"negotiated.done.{lemma}", status=now, anchor=pact)
    if term is None or term.cls not in ("act", "pact") or term.family not in _CARRIED or (term.cls == "pact" and term.family != "exchange"):
        return None
    verb = token.head if token.dep_ in ("nsubj", "nsubjpass") else None
    process = token.head if token.dep_ == "compound" and token.head.lemma_ in ("process", "operation", "exchange", "convoy") else None
    if process is not None and process.dep_ in ("nsubj", "nsubjpass"):
        verb = process.head
    if verb is not None and verb.lemma_.lower() in _GOES_ON and (pact_known or term.cls == "pact"):
        now = status(verb)
        if now in ("happened", "ongoing", "planned"):
            now = "ongoing" if now == "happened" and verb.lemma_ in ("begin", "start", "resume", "continue") else now
            owner = sides.of_all([n for p, n in phrases(token) if p in ("of", "between", "by")])
            return Found(verb, "implement", process or token, kept(owner, sides), rule="negotiated.under-way", status=now)
    led = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ in ("pobj", "dobj") and led.lemma_.lower() in _LED and any(words.is_pact(n) for n in agents(led)) and status(led) == "happened":
        owner = sides.of_all(owners(token, frozenset({"of", "by"})))
        return Found(token, "implement", token, kept(owner, sides), rule="negotiated.led-to", status="happened")
    return None


def conditional(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """An offer made as a condition: one side "would free the soldiers if the army withdrew", "in return for" something."""
    term = words.term(token)
    if token.pos_ not in _VERBS or term is None or term.cls != "act":
        return None
    children = list(token.children)
    if not any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll", "'d") for c in children) or any(c.dep_ == "neg" for c in children):
        return None
    clause = next((c for c in children if c.dep_ == "advcl" and any(m.dep_ in ("mark", "advmod") and m.lower_ in _GIVEN for m in c.children)), None)
    swap = any(
        noun.lemma_ in ("return", "exchange")
        for head in (token, *(c for c in children if c.dep_ == "dobj"))
        for c in head.children if c.dep_ == "prep" and c.lower_ == "in"
        for noun in c.children if noun.dep_ == "pobj"
    )  # fmt: skip
    said = token.dep_ == "ccomp" or clause is not None
    if not (clause is not None or swap) or not said:
        return None
    makers = armed(agents(token), sides)
    to = tuple(p for p in armed(agents(clause), sides) if p not in makers) if clause is not None else ()
    only = clause is not None and any(t.lower_ == "only" for t in token.doc[max(0, clause.left_edge.i - 1) : clause.i])
    return Found(token, "demand" if only else "offer", token, makers, to, rule="negotiated.condition", status="happened") if makers else None


_GIVEN = frozenset({"if", "once", "provided", "when"})
_CARRIED = frozenset({"release", "withdrawal", "evacuation", "exchange", "handover", "surrender", "safe passage", "ceasefire"})


def _refused(token: Token, term: TermRow | None, sides: Sides) -> Found | None:
    """ "Will not surrender its weapons to the army": a refusal of the act."""
    if term is None or term.cls != "act" or not any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children):
        return None
    reported = token.dep_ == "ccomp"
    if not any(c.dep_ == "aux" and (c.lower_ in ("will", "wo", "'ll", "shall", "sha") or (reported and c.lower_ == "would")) for c in token.children):
        return None
    makers = armed(agents(token), sides)
    to = tuple(p for preposition, noun in phrases(token) if preposition == "to" for p in sides.of(noun) if p not in makers)
    return Found(token, "reject", token, makers, to, rule="negotiated.will-not", negated=True) if makers else None


def given_time(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Gave the gunmen a day to surrender", "threatened to kill the hostages unless the troops withdrew": an ultimatum."""
    lemma = token.lemma_.lower()
    if token.pos_ not in _VERBS or lemma not in _PRESSING:
        return None
    if lemma not in ("have", "give"):
        return _unless(token, words, sides)
    makers = armed(agents(token), sides) or tuple(p for p in sides.of_all(agents(token)) if lemma == "give" and sides.kind(p) in ("io", "ngo"))
    if lemma == "have":  # "the rebels have until noon to leave", says the army
        until = next((c for c in token.children if c.dep_ in ("prep", "mark") and c.lower_ in ("until", "till")), None)
        speaker = spoken_by(token, sides)
        to = tuple(p for p in makers if p not in speaker)
        asked = any(t.tag_ == "VB" and (term := words.term(t)) is not None and term.cls == "act" for t in below(token, 25))
        return Found(token, "ultimatum", token, speaker, to, rule="negotiated.have-until") if until is not None and asked and speaker and to else None
    spans = [n for n in (*patients(token), *token.children) if n.lemma_.lower() in _DELAYS]
    until = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("until", "till")), None)
    to = sides.of_all([c for c in token.children if c.dep_ in ("dative", "dobj") and c.pos_ != "ADP" and c not in spans])
    to = to or tuple(p for preposition, noun in phrases(token) if preposition == "to" for p in sides.of(noun))
    due = bool(spans) or until is not None
    whom = bool(to) or until is not None
    asked = due and any((whom and _infinitive(t)) or ((term := words.term(t)) is not None and term.cls == "act") for t in below(token, 25))
    if not makers and to and any(n.lower_ in ("they", "he") for n in agents(token)):  # "they gave us until Sunday to leave"
        across = sides.opponent(to[0])
        makers = (across,) if across else ()
    span = spans[0] if spans else until
    asked = asked and not (to and all(sides.kind(p) == "civilians" for p in to))
    return Found(token, "ultimatum", span, makers, to, rule="negotiated.given-time") if span is not None and asked and makers else None


def _unless(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Threatened to kill the hostages unless the troops withdrew", "would fight on until they left"."""
    for clause in (c for head in (token, *(k for k in token.children if k.dep_ in ("xcomp", "ccomp"))) for c in head.children):
        marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
        if "as" in marks or any(c.lower_ == "as" for c in clause.children):
            continue  # "as if there were none"
        if_not = "if" in marks and any(c.dep_ == "neg" for c in clause.children)
        if clause.dep_ == "advcl" and (marks & {"unless", "until"} or if_not) and (makers := armed(agents(token), sides)):
            to = tuple(p for p in sides.of_all(agents(clause) or patients(clause)) if p not in makers)
            kind: MoveKind = "demand" if token.lemma_.lower() == "say" and "until" in marks else "ultimatum"  # "would fight on until they left"
            if kind == "demand" and not (to and _YIELDING & set(words.classes(clause))):
                continue  # "the boys fought until they had no bullets", he said
            return Found(token, kind, clause, makers, to, rule="negotiated.unless")
    return None


def _infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def _aid_let_in(token: Token, sides: Sides, status: Callable[[Token], Status]) -> Found | None:
    clause = next((c for c in token.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ in _VERBS), None)
    objects = [c for c in token.children if c.dep_ == "ccomp" and c.pos_ in ("NOUN", "PROPN")]
    guests = sides.of_all([*(agents(clause) if clause is not None else []), *patients(token), *objects])
    aid = tuple(p for p in guests if sides.kind(p) in ("io", "ngo") or sides.is_aid(p))
    brought = any(t.lemma_.lower() in _RELIEF for n in (*patients(token), *(agents(clause) if clause is not None else [])) for t in below(n, 8))
    makers = armed(agents(token), sides)
    if not (aid or brought) or not makers or any(c.dep_ == "neg" for c in token.children) or status(token) not in ("happened", "ongoing"):
        return None
    return Found(token, "implement", clause or token, makers, aid, rule="negotiated.let-in", status="happened")


def _let_through(token: Token, words: TalksWords, status: Callable[[Token], Status], pact_known: bool) -> Found | None:
    """ "The first lorries were let through", where there is a deal."""
    if token.lemma_ not in ("let", "allow", "permit") or not is_passive(token) or not _brings(patients(token)):
        return None
    if not pact_known and _pact_of(token, words) is None:
        return None
    if status(token) not in ("happened", "ongoing") or any(c.dep_ == "neg" for c in token.children):
        return None
    return Found(token, "implement", token, (), rule="negotiated.let-through", status="happened", of_pact=True)


def _brings(nouns: list[Token]) -> bool:
    """Whether some of these are lorries, crews or goods that a deal lets pass."""
    return any(t.lemma_.lower() in _RELIEF | _ON_THE_ROAD for n in nouns for t in below(n, 8))


def _pact_of(token: Token, words: TalksWords) -> Token | None:
    """The pact under which something is done, hanging on the verb or on the noun it governs."""
    heads = [token, *(c for c in token.children if c.dep_ in _UNDER_IT), *((token.head,) if token.dep_ == "pcomp" else ())]
    steps = [c for c in token.children if c.dep_ in ("appos", "npadvmod", "attr", "oprd") and c.lemma_ in _STEPS]  # "freed ten men, part of the deal"
    for head in (*heads, *steps):
        for child in head.children:
            if child.dep_ in ("prep", "agent", "mark") and (child.lower_ in _LINKS or (child.lower_ == "of" and head in steps)):
                for noun in objects_of(child):
                    for word in (noun, *(n for p in noun.children if p.lower_ in ("of", "with") for n in objects_of(p))):
                        if words.is_pact(word):
                            return word
    return None


def _as_agreed(token: Token) -> Token | None:
    """ "Pulled out of the hospital as agreed": the verb of the agreement."""
    for child in token.children:
        if child.dep_ == "advcl" and child.lemma_ in ("agree", "promise", "stipulate") and any(c.lower_ == "as" for c in child.children):
            return child
    return None


def _pact_above(verb: Token, words: TalksWords) -> Token | None:
    """ "A pact to spare the garrison, which marched off at dawn": the pact below which the clause hangs."""
    token = verb.head
    for _ in range(6):
        if words.is_pact(token):
            return token
        if token.head == token:
            return None
        token = token.head
    return None
