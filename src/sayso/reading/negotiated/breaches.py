"""A pact broken, told by a deed or by a noun: "despite the truce, the army shelled", "the latest breach of the deal", "after its collapse"."""

from collections.abc import Callable

from sayso.model.codes import POWERS, Status
from sayso.reading.grammar import OTHER_TIMES, agents, below, is_passive, objects_of, owners, patients, phrases
from sayso.reading.held.ground import GENERIC, SITES
from sayso.reading.negotiated.attacks import ATTACKS, HUSHED, armed, doers, done, is_attack, is_truce, kept, whose
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import go_betweens
from sayso.reading.negotiated.pacts import pact_parties
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token
from sayso.reading.sides import Sides

_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
_HITS = ATTACKS | {"hit", "pound", "batter", "target", "rock", "injure", "wound"}
"""Verbs that are an attack beside an attack, a plane or a gun."""
_TAKES = frozenset({"seize", "capture"})
"""Verbs that are one where ground or armed men are taken."""
_MISHAPS = frozenset({"accident", "crash", "mishap", "collision", "flood", "earthquake", "avalanche", "blaze"})
_ARMS = frozenset({"jet", "plane", "warplane", "drone", "missile", "helicopter", "gunner", "sniper", "tank", "gun", "bullet"})
_KEPT_TO = frozenset({"promise", "pledge", "commitment", "vow", "extension", "renewal", "start", "beginning", "declaration", "existence"})
"""Of a truce; who fights on despite them breaks it. The end of one, or calls for one, are none of these."""
_SPITE = frozenset({"spite", "defiance", "contravention"})
_SHORTLY = frozenset({"minute", "hour", "day"})
_STARTS = frozenset({"start", "beginning", "onset", "entry"})
BREACHES = frozenset({"violation", "breach", "infringement", "contravention", "infraction"})
_OF_PACTS = frozenset({"of", "to", "in", "against", "with"})
_NOT_TOLD = frozenset({"no", "any", "possible", "potential", "further", "future", "zero", "few"})
_COUNTING = frozenset({"record", "register", "report", "document", "count", "log", "note", "cite", "list", "see", "witness", "detect"})
_DOING = frozenset({"commit", "perpetrate", "make"})
_BEING = frozenset({"be", "mark", "constitute", "represent", "become"})
_CHARGING = frozenset({"accuse", "blame", "suspect"})
_CHARGES = frozenset({"accusation", "charge", "allegation", "claim", "report", "complaint"})
_COMPLAINING = frozenset({"complain", "protest"})
_CALLING = frozenset({"describe", "condemn", "denounce", "call", "brand", "label", "see", "regard"})
_AFTERWARDS = frozenset({"after", "following", "since", "over", "amid", "with", "citing", "for"})
_COLLAPSES = frozenset({"collapse", "breakdown", "unravelling", "unraveling", "disintegration", "failure"})
_BRINGING = frozenset({"follow", "cause", "trigger", "mark", "witness", "announce", "precipitate", "confirm"})
_SPELLING = frozenset({"signal", "mark", "spell", "mean", "bring"})

_SOME = frozenset({"several", "many", "repeated", "numerous", "new", "fresh", "multiple", "daily"})
_OWN_LIMIT = 40
_BACK = 40
"""How many tokens back a truce is looked for."""
_THOUGH = frozenset({"though", "although"})
_COMING = frozenset({"come", "happen", "occur", "follow"})
_DEALING = frozenset({"deal", "strike", "deliver"})
_MORTAL = frozenset({"fatal", "mortal", "deadly", "death", "final"})
_HONOURING = frozenset({"honour", "honor", "respect", "observe", "keep", "implement", "uphold", "abide", "stick", "adhere", "comply"})
_DECLARED = frozenset({"negotiated.announce", "negotiated.declare", "negotiated.proclaim"})
_LATER = frozenset({"start", "begin", "from", "set", "come", "take", "due", "next", "tomorrow"})
"""Of a truce that is not in force yet: "announced a truce starting on Friday"."""

_Standing = Callable[[Token], Status]


def told_broken(token: Token, words: TalksWords, sides: Sides, status: _Standing) -> Found | None:
    """The breach that a word tells: a deed that a truce forbids, a noun for breaking it or for its end, a truce that was to be kept here."""
    if token.pos_ in _NOUNS:
        return _in_spite(token, words, sides, status) or _noun(token, words, sides, status) or _soon_after(token, words, sides, status)
    return _in_spite(token, words, sides, status) or _supposed(token, words, sides, status) or _not_honoured(token, words, sides, status)


def attacked_after(begun: Found, words: TalksWords, sides: Sides, status: _Standing) -> Found | None:
    """ "Jets struck a town hours after the ceasefire had taken effect", "though a truce is in force", "hours after the army had declared a
    truce": a breach by the attacker, and of a truce that one side declares only by that side or by nobody named."""
    verb = begun.token
    though = verb.dep_ == "advcl" and any(c.lower_ in _THOUGH and c.dep_ == "mark" for c in verb.children)
    if though and begun.kind == "implement" and verb.head.pos_ in _VERBS:
        return _attacked(verb.head, sides, status, soon=True)
    after = next((c for c in verb.children if c.lower_ == "after" and c.dep_ == "mark"), verb.head if verb.dep_ == "pcomp" else None)
    attack = after.head.head if after is not None and after.head == verb else after.head if after is not None else verb
    if after is None or after.lower_ != "after" or verb.dep_ not in ("advcl", "pcomp") or attack.pos_ not in _VERBS:
        return None
    soon = any(c.dep_ == "npadvmod" and c.lemma_ in _SHORTLY for head in (verb, after, attack) for c in head.children)
    found = _attacked(attack, sides, status, soon)
    if begun.kind == "implement" or found is None:
        return found
    declared = begun.rule in _DECLARED and begun.object is not None and words.is_pact(begun.object) and is_truce(begun.object, words)
    later = declared and begun.object is not None and any(t.lemma_ in _LATER for t in below(begun.object, 20))
    return found if declared and not later and not set(found.makers) - set(begun.makers) else None


def _attacked(attack: Token, sides: Sides, status: _Standing, soon: bool) -> Found | None:
    """The breach of an attack on a truce that is new, by nobody named only where it came within hours or days."""
    if attack.dep_ == "advcl" and attack.nbor(-1).head.dep_ == "agent" and is_passive(attack.head):
        attack = attack.head  # "was hit by rebel shelling": the parse takes the shelling for a verb
    subject = agents(attack)
    shells = any(is_attack(n) or n.lemma_.lower() in _ARMS for n in subject)
    comes = attack.lemma_ in _COMING and shells  # "the raids come hours after it took effect"
    takes = attack.lemma_ in _TAKES and any(_ground(n) or sides.armed(n) for n in patients(attack))
    if (attack.lemma_.lower() not in _HITS and not comes and not takes) or not done(attack, status):
        return None
    by_nobody = is_passive(attack) and not subject and not any(n.lemma_.lower() in _MISHAPS for _, n in phrases(attack))
    if not (shells or by_nobody or armed(subject, sides)):
        return None
    makers = doers(attack, sides)
    return Found(attack, "breach", attack, makers, rule="negotiated.attacked-after", status="happened", of_pact=True) if makers or soon else None


def _ground(noun: Token) -> bool:
    return noun.lower_ in GENERIC | SITES or noun.ent_type_ in ("GPE", "LOC", "FAC")


def _in_spite(token: Token, words: TalksWords, sides: Sides, status: _Standing) -> Found | None:
    """ "Despite the truce, the army shelled the town": a breach by the attacker, by nobody named where the pact is a truce by its words."""
    spite = token.lower_ in _SPITE and token.head.lower_ == "in"
    if not spite and token.lower_ not in ("despite", "notwithstanding"):
        return None
    ties = [c for c in token.children if c.lower_ == "of"] if spite else [token]
    pact = next((p for tie in ties for n in objects_of(tie) if (p := _kept_to(n, words)) is not None), None)
    clause = token.head.head if spite else token.head
    if pact is None or any(c.dep_ == "neg" for c in clause.children):
        return None
    within = {t.i for t in token.subtree}
    told = [*_own_words(clause), *(agents(clause) if clause.pos_ in _VERBS else ())]
    attacks = [w for w in told if is_attack(w) and w.i not in within and done(w, status)]
    for word in attacks:
        if makers := doers(word, sides):
            bound = _bound(makers, word, pact, sides)
            return Found(token, "breach", word, makers, rule="negotiated.despite", status="happened") if bound else None
    if not attacks or not is_truce(pact, words):
        return None
    return Found(token, "breach", attacks[0], (), rule="negotiated.despite", status="happened", of_pact=True)


def _own_words(clause: Token) -> list[Token]:
    """What a clause itself tells, and not what was done when, before or after, by whom, of what somebody was convicted."""
    waiting = [clause]
    for token in waiting:
        waiting += [c for c in token.children if not _aside(c)] if len(waiting) < _OWN_LIMIT else []
    return waiting


def _aside(word: Token) -> bool:
    when = word.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.i < word.i for c in word.children)
    charged = {above.lemma_ for above in (word.head.head, word.head.head.head)} & _CHARGING  # "accused the army of shelling"
    of_it = word.dep_ == "pcomp" and word.head.lower_ == "of" and not charged
    return when or of_it or word.dep_ == "relcl" or word.lower_ in OTHER_TIMES


def _bound(makers: tuple[str, ...], attack: Token, pact: Token, sides: Sides) -> bool:
    """Whether who attacked is one of those between whom the pact is, where it is told: not the ELN by a deal with the FARC, nor the police
    by a truce with an army."""
    told = {p for some in pact_parties(pact, sides) for p in some}
    if not told or told & {one for p in makers for one in (p, sides.behind(p))}:
        return True
    if all(sides.kind(p) == "police" for p in makers):
        return False
    if attack.pos_ in _VERBS and told & set(sides.of_all(patients(attack))):
        return True
    power = any(sides.kind(p) in POWERS for p in makers)
    across = any((sides.kind(p) in POWERS) != power for p in told)
    return across if len(told) == 1 else any((sides.kind(p) in POWERS) == power for p in told) and not any(sides.is_named(p) for p in makers)


def _kept_to(noun: Token, words: TalksWords) -> Token | None:
    """The pact that somebody was to keep to: itself, or what was promised, prolonged or begun."""
    if words.is_pact(noun):
        return noun
    if noun.lemma_.lower() not in _KEPT_TO:
        return None
    return next((n for n in below(noun, 12) if n.dep_ in ("pobj", "compound") and words.is_pact(n) and is_truce(n, words)), None)


def _noun(token: Token, words: TalksWords, sides: Sides, status: _Standing) -> Found | None:
    """What a noun tells of a pact: that it was broken, that it has collapsed, that an attack was its end."""
    lemma = token.lemma_.lower()
    if lemma not in BREACHES | _COLLAPSES | {"end", "blow"} or any(c.lower_ in _NOT_TOLD for c in token.children):
        return None
    pact = _pact_of(token, words)
    if lemma in BREACHES:
        counted = any(c.dep_ == "nummod" for c in token.children) and _by(token)
        known = pact is not None or (counted and any(words.is_pact(t) for t in token.sent)) or _of_the_last(token, words)
        return _breach(token, pact, sides, status) if known else None
    if pact is None or not done(token, status):
        return None
    verb = token.head
    spelled = lemma == "end" and verb.lemma_ in _SPELLING
    dealt = lemma == "blow" and verb.lemma_ in _DEALING and any(c.lower_ in _MORTAL for c in token.children)
    if (spelled or dealt) and token.dep_ == "dobj" and any(is_attack(n) for n in agents(verb)):
        makers = doers(verb, sides)
        through = go_betweens(pact, pact, sides, makers)
        return Found(token, "breach", pact, makers, (), through, "negotiated.spelled-the-end", status="happened", of_pact=True)
    fell = (token.dep_ == "pobj" and verb.lower_ in _AFTERWARDS) or (token.dep_ == "dobj" and verb.lemma_ in _BRINGING)
    if lemma not in _COLLAPSES or not (fell or (token.dep_ == "nsubj" and verb.tag_ in ("VBD", "VBN"))):
        return None
    first, second = pact_parties(pact, sides)
    through = go_betweens(pact, pact, sides, (*first, *second))
    return Found(token, "breach", pact, (*first, *second), (), through, "negotiated.its-collapse", status="happened", of_pact=True)


def _of_the_last(token: Token, words: TalksWords) -> bool:
    """ "Accused each other of violations", just after a truce: of that, and not of rights or of a border."""
    charged = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in _CHARGING
    plain = not any(c.dep_ in ("compound", "amod", "nmod", "prep", "poss") and c.lower_ not in _SOME for c in token.children)
    return charged and plain and any(words.is_pact(t) and is_truce(t, words) for t in token.doc[max(0, token.i - _BACK) : token.i])


def _pact_of(noun: Token, words: TalksWords) -> Token | None:
    """The pact that is broken: "of the truce", "to the terms of the deal", "ceasefire violations", "the truce's collapse"."""
    hung_on_verb = [c for c in noun.head.children if c.lower_ == "to" and c.i > noun.i] if noun.dep_ == "dobj" else []
    for child in (*noun.children, *hung_on_verb):  # "dealt a blow to the truce"
        if child.dep_ in ("compound", "nmod", "amod", "poss") and (words.is_pact(child) or child.lower_ in HUSHED):
            return child
        if child.dep_ in ("prep", "dative") and child.lower_ in _OF_PACTS:
            for inner in objects_of(child):
                if (found := next((t for t in below(inner, 8) if words.is_pact(t) and t.dep_ in ("pobj", "conj")), None)) is not None:
                    return found
    return None


def _breach(token: Token, pact: Token | None, sides: Sides, status: _Standing) -> Found | None:
    """Whose breach it is: theirs whom the noun names, who did what was "in violation", whom it is laid at."""
    head = token.head
    if not done(token, status) or any(c.dep_ == "neg" for c in head.children):
        return None
    makers = armed([*owners(token, frozenset({"by", "from"})), *_by(token)], sides)
    makers = makers or (armed(_by(pact), sides) if pact is not None else ()) or kept((sides.owner_word(token),), sides)
    if token.dep_ == "pobj":
        told = _under(head, sides)
    elif token.dep_ in ("attr", "dobj", "oprd", "xcomp", "ccomp") and head.lemma_ in _BEING | _CALLING:
        told = whose(agents(head) if head.lemma_ in _BEING else patients(head), sides)
    elif token.dep_ in ("dobj", "nsubjpass", "nsubj"):
        told = _said_of(token, head, sides)
        if told is None and makers and token.dep_ == "nsubj" and head.tag_ == "VBD":
            told = ()  # "the rebels' breach of the truce angered the army"
    elif token.dep_ in ("ROOT", "appos"):
        told = ()
    else:
        return None
    if told is None:
        return None
    makers = makers or told
    first, second = pact_parties(pact, sides) if pact is not None else ((), ())
    to = tuple(p for p in (*first, *second) if p not in makers) if makers else ()
    through = go_betweens(pact, pact, sides, (*makers, *to)) if pact is not None else ()
    return Found(token, "breach", pact or token, makers, to, through, f"negotiated.{token.lemma_.lower()}", status="happened", of_pact=True)


def _by(noun: Token) -> list[Token]:
    """Whom a "by" behind a noun names, though the parse hang it on the verb before: "counted nine breaches of the truce by the army"."""
    heads = [noun, *((noun.head,) if noun.dep_ == "dobj" and not is_passive(noun.head) else ())]
    heads += [noun.head.head] if noun.dep_ == "pobj" and noun.head.head.lemma_ in _COMPLAINING else []
    ties = [c for head in heads for c in head.children if c.dep_ in ("prep", "agent") and c.lower_ == "by" and c.i > noun.i]
    return [n for tie in ties for n in objects_of(tie)]


def _under(preposition: Token, sides: Sides) -> tuple[str, ...] | None:
    """By whom, of a breach behind a preposition: "shelled the town in violation of", "accused of breaches of"; None where it tells none."""
    above = preposition.head
    if above.dep_ in ("dobj", "nsubjpass") and above.head.lemma_ in _CHARGING | _CALLING:
        above = above.head  # the parse may hang it on whom or what it is laid at
    tie = preposition.lower_
    if tie == "of" and above.lemma_ in _CHARGING:
        return armed(patients(above), sides)
    if tie == "of" and above.lemma_.lower() in _CHARGES:
        verb = above.head
        return armed(agents(verb), sides) if verb.pos_ in _VERBS and above.dep_ == "dobj" else ()
    if tie == "as" and above.lemma_ in _CALLING:
        return whose(patients(above), sides)
    if tie == "in":
        return _done_in(above, sides)
    if tie in ("of", "about") and above.lemma_ in _COMPLAINING:
        return ()
    return () if tie in _AFTERWARDS else None


def _done_in(above: Token, sides: Sides) -> tuple[str, ...] | None:
    """Who did what was "in violation of the truce": the attackers, whose men they are, the doer of the verb."""
    found = whose([above], sides) if above.pos_ in _NOUNS else ()
    while above.pos_ not in _VERBS and above.head != above:
        above = above.head
        found = found or (whose([above], sides) if is_attack(above) else ())
    if above.lemma_ == "be" and any(c.dep_ == "neg" for c in above.children):
        return None  # "is not in violation of the truce"
    return found or doers(above, sides) or next((m for w in below(above, 25) if is_attack(w) and (m := doers(w, sides))), ())


def _said_of(token: Token, verb: Token, sides: Sides) -> tuple[str, ...] | None:
    """By whom, of a breach that is committed, counted, or has gone on."""
    lemma = verb.lemma_.lower()
    if lemma in _DOING:
        return doers(verb, sides)
    return () if lemma in _COUNTING or (token.dep_ != "dobj" and lemma in ("continue", "occur", "persist", "mount", "rise", "include")) else None


def _soon_after(token: Token, words: TalksWords, sides: Sides, status: _Standing) -> Found | None:
    """ "Shells hit the port two hours into the truce", "a day after the start of the ceasefire"."""
    if token.dep_ != "pobj" or token.head.dep_ not in ("prep", "mark"):
        return None
    tie, pact = token.head, token
    begun = tie.lower_ == "after" and token.lemma_.lower() in _STARTS
    if begun:
        pact = next((n for c in token.children if c.lower_ in ("of", "to") for n in objects_of(c)), token)
    if not (begun or tie.lower_ == "into") or not words.is_pact(pact) or not is_truce(pact, words):
        return None
    soon = any(c.dep_ in ("npadvmod", "nmod") and c.lemma_ in _SHORTLY for c in (*tie.children, *tie.head.children)) or tie.head.lemma_ in _SHORTLY
    attack = tie.head
    while attack.pos_ not in _VERBS and attack.head != attack:
        attack = attack.head
    return _attacked(attack, sides, status, soon) if soon else None


def _supposed(token: Token, words: TalksWords, sides: Sides, status: _Standing) -> Found | None:
    """ "Shelled the town, where a truce is supposed to hold", "in what is meant to be a de-escalation zone"."""
    if token.lemma_ not in ("suppose", "mean") or token.tag_ != "VBN" or not is_passive(token):
        return None
    told = [t for t in below(token, 30) if t.dep_ in ("nsubj", "nsubjpass", "attr", "pobj")]
    if not any((words.is_pact(t) and is_truce(t, words)) or (t.lemma_ in ("zone", "area") and _hushed_zone(t)) for t in told):
        return None
    above = token
    for _ in range(8):
        if above.dep_ not in ("relcl", "advcl", "ccomp", "pcomp", "acl") and above.pos_ in _VERBS:
            return None if above == token else _there(above, token, sides, status)
        if above.head == above:
            return None
        above = above.head
    return None


def _there(above: Token, token: Token, sides: Sides, status: _Standing) -> Found | None:
    """The attack that the clause tells in whose place a truce was to hold."""
    within = {t.i for t in token.subtree}
    attacks = [w for w in below(above, 40) if is_attack(w) and w.i not in within and done(w, status)]
    if not attacks:
        return None
    makers = next((m for w in attacks if (m := doers(w, sides))), ())
    return Found(attacks[0], "breach", attacks[0], makers, rule="negotiated.supposed-to-hold", status="happened", of_pact=True)


def _not_honoured(token: Token, words: TalksWords, sides: Sides, status: _Standing) -> Found | None:
    """ "Instead of honouring the truce, the army bombed the mill"."""
    if token.lemma_ not in _HONOURING or not instead_of(token):
        return None
    tie = token.head
    pact = next((t for t in below(token, 12) if words.is_pact(t)), None)
    if pact is None:
        return None
    within = {t.i for t in (tie.subtree if tie.head != tie else pact.subtree)} - {w.i for w in pact.children if w.pos_ in _VERBS}
    for word in token.sent:
        if word.i not in within and word.pos_ in _VERBS and (is_attack(word) or word.lemma_ in _HITS) and done(word, status):
            makers = doers(word, sides)
            return Found(word, "breach", word, makers, rule="negotiated.not-honoured", status="happened", of_pact=True) if makers else None
    return None


def instead_of(verb: Token) -> bool:
    """Whether something was done in the place of this: "instead of honouring", "rather than accept"."""
    tie = verb.head
    instead = tie.lower_ == "of" and tie.i > 0 and tie.nbor(-1).lower_ == "instead"
    return verb.dep_ == "pcomp" and (instead or tie.lower_ == "than")


def _hushed_zone(zone: Token) -> bool:
    return any(c.lower_ in HUSHED | {"escalation"} for c in zone.children)
