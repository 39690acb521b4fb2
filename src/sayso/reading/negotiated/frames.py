"""Who makes a move, to whom and through whom: read off the word that makes it and what it governs."""

from sayso.lexicon.talks_rows import MoveRow
from sayso.reading.grammar import agents, below, by_phrase, objects_of, owners, patients, phrases
from sayso.reading.parsed import Token
from sayso.reading.side_words import OF_THE_VICTIM
from sayso.reading.sides import ARMED, SPEAKERS, Sides

_VERBS = ("VERB", "AUX")
_TO_THE_OTHER_SIDE = frozenset({"offer", "demand", "propose"})
_OWN_STATE = frozenset({"state", "government", "country", "nation", "republic"})
_HELD_TO = frozenset({"bind", "commit"})
_GRANTED = frozenset({"amnesty", "passage", "immunity", "money", "ransom"})
_LETTERS = frozenset({"message", "letter", "note", "statement", "call", "email", "communique", "video"})
_OF_ITS_DOER = frozenset({"withdrawal", "pullout", "pullback", "surrender", "disarmament", "retreat", "redeployment", "departure"})
_SENDING = frozenset({"send", "carry", "pass", "deliver", "convey", "relay", "transmit", "write"})
_TURNING_DOWN = frozenset({"veto", "reject", "block", "oppose", "dismiss", "refuse", "defy", "ignore"})
_BLAMING = frozenset({"condemn", "accuse", "criticise", "criticize", "blame", "denounce", "rebuke"})
_BROKERING = frozenset({"broker", "mediate", "sponsor", "facilitate", "oversee", "arrange", "guarantee"})
_BROKERED = frozenset({"brokered", "mediated", "sponsored", "backed", "facilitated", "negotiated"})


def makers_of(token: Token, row: MoveRow, sides: Sides) -> tuple[str, ...]:
    """Who makes the move: the doer of a verb, the owner of a noun; where grammar names nobody, the side whose words these are."""
    nouns: list[Token] = []
    if row.word == "must" or (row.pos == "adj" and row.kind == "demand"):
        speaker = sides.speaker(token)
        return (speaker,) if speaker and sides.kind(speaker) not in SPEAKERS else ()
    if row.pos == "verb" and row.word in _HELD_TO:
        nouns = patients(token) or agents(token)
    elif row.pos == "verb":
        nouns = _blamed(token) or agents(_sender(token) or token)
    elif row.pos == "adj":
        nouns = agents(token.head) if token.head.pos_ in _VERBS else []
    else:
        nouns = owners(token, frozenset({"by", "from", "of", "between"}))
        found = sides.of_all(nouns)
        if found:
            return found
        nouns = [child for child in token.children if child.dep_ in ("compound", "nmod", "amod") and sides.of(child)]
        nouns += [n for child in token.children if child.dep_ == "relcl" for n in agents(child)]
        if not nouns and row.kind in ("demand", "offer") and (whose := sides.owner_word(token)) is not None:
            return (whose,)  # "a key rebel demand"
        if token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.pos_ in _VERBS and not nouns:
            nouns = agents(token.head.head)  # "set Thursday as the deadline"
        purpose = token.dep_ == "pobj" and row.kind == "meet"
        verb = token.head.head if purpose else token.head
        if not nouns and purpose and row.kind == "breach" and verb.pos_ in ("NOUN", "PROPN"):
            nouns = [verb]  # "jets in violation of the truce bombed it"
        if not nouns and verb.pos_ in _VERBS and (purpose or token.dep_ in ("dobj", "attr", "nsubjpass", "oprd")):
            nouns = agents(verb)
    named = [n for n in nouns if n.i != token.i]
    if row.pos == "verb" and row.kind == "demand" and token.dep_ == "conj" and named and not sides.of_all(named):
        teller = sides.speaker(token)  # "said the raids broke the truce and demanded that they stop"
        return (teller,) if teller is not None and sides.kind(teller) not in SPEAKERS else ()
    if named and (all(n.lemma_ in _OWN_STATE for n in named) and not sides.of_all(named)):
        return spoken_by(token, sides)  # "the state does not bargain", says its minister
    return sides.of_all(named) if named else spoken_by(token, sides)


def spoken_by(token: Token, sides: Sides) -> tuple[str, ...]:
    """The party whose words these are, if it is a side of the war or an organisation between the sides."""
    speaker = sides.behind(sides.speaker(token))
    return (speaker,) if speaker and sides.kind(speaker) in ARMED | {"io", "ngo"} else ()


def _blamed(token: Token) -> list[Token]:
    """Who is blamed for doing something "despite agreeing" or "after promising" otherwise: he and not his accuser."""
    if token.dep_ != "pcomp" or token.tag_ != "VBG" or token.head.lower_ not in ("despite", "after", "of", "without"):
        return []
    head = token.head
    for _ in range(5):
        head = head.head
        if head.lemma_ in _BLAMING and head.pos_ in _VERBS:
            return patients(head)
    return []


def _sender(token: Token) -> Token | None:
    """The sending verb behind a participle that the parse hangs on a go-between or on the message: "send word via elders demanding"."""
    head = token.head
    if token.dep_ not in ("acl", "advcl") or token.tag_ != "VBG" or head.pos_ in _VERBS:
        return None
    if head.dep_ == "dobj" and head.head.lemma_ in _TURNING_DOWN:
        return None  # "vetoed a resolution calling for a truce"
    if head.dep_ == "pobj" and head.head.lower_ in ("via", "through", "with"):
        head = head.head.head
    while head.pos_ not in _VERBS and head.head != head:
        head = head.head
    return head if head.pos_ in _VERBS else None


def addressed(token: Token, row: MoveRow, governed: Token, sides: Sides, makers: tuple[str, ...]) -> tuple[str, ...]:
    """To whom the words say the move is made: by the row's slots, by the sending verb, by whom a demand or proposal is from."""
    nouns: list[Token] = []
    if row.word == "must":
        nouns += agents(token.head) or patients(token.head)
    for slot in row.to:
        if slot == "object" and row.pos == "verb":
            nouns += [n for n in patients(token) if n != governed or row.kind == "meet"]
            nouns += [c for c in token.children if c.dep_ == "dative" and c.pos_ != "ADP"]
            if row.kind == "offer" and governed.lemma_ in _GRANTED:  # "promised the bandits amnesty", read as one noun
                folk = [c for c in governed.children if c.dep_ in ("compound", "nmod") and c.tag_ in ("NNS", "NNPS")]
                granted = tuple(p for c in folk if (p := sides.named(c.text)) is not None and p not in makers)
                if granted:
                    return granted
        elif slot == "clause":
            if governed.pos_ in _VERBS:
                nouns += [n for n in agents(governed) if not any(sides.kind(p) == "civilians" for p in sides.of(n))]
        else:
            befallen = governed.lemma_ in OF_THE_VICTIM  # "the release of 300 prisoners from X" is asked of X
            nouns += [noun for preposition, noun in phrases(token) if preposition == slot and not (befallen and slot == "of")]
            nouns += [n for t in below(governed, 8) if befallen and slot == "from" and t.lower_ == slot for n in objects_of(t)]
            whole = slot != "of" or governed.pos_ in _VERBS or governed.lemma_ in _OF_ITS_DOER  # "release of prisoners" is asked of somebody else
            nouns += [noun for child in governed.children if whole and child.lower_ == slot for noun in objects_of(child)]
    if row.kind in ("demand", "offer", "ultimatum"):
        nouns += [noun for verb in _sending(token) for preposition, noun in phrases(verb) if preposition == "to"]
        if row.kind == "offer" and governed.pos_ in _VERBS:  # "offered to hand the dam back to the government"
            nouns += [n for t in below(governed, 12) if t.dep_ in ("prep", "dative") and t.lower_ == "to" for n in objects_of(t) if sides.armed(n)]
        if governed.lemma_ in _OF_ITS_DOER:
            nouns += owners(governed, frozenset({"of", "by"}))
        letters = [noun for preposition, noun in phrases(token) if preposition in ("in", "with", "by") and noun.lemma_ in _LETTERS]
        nouns += [noun for letter in letters for preposition, noun in phrases(letter) if preposition == "to"]
    if row.kind in ("reject", "walk_out", "deny_talks", *_TO_THE_OTHER_SIDE):
        partners = [child for t in (*below(governed, 8), token) for child in t.children if child.lower_ in ("with", "between")]
        nouns += [n for child in partners for n in objects_of(child) if row.kind not in _TO_THE_OTHER_SIDE or sides.armed(n)]
    if row.kind == "ultimatum":
        nouns += [c for c in token.head.children if token.dep_ == "dobj" and c.dep_ == "dative" and c.pos_ != "ADP"]
        clauses = [c for head in (token, token.head) for c in head.children if c.dep_ in ("advcl", "acl", "relcl") and c.tag_ == "VB"]
        nouns += [n for clause in clauses for c in clause.children if c.dep_ == "nsubj" for n in (c,)]
    if row.kind in ("reject", "accept"):
        nouns += owners(governed, frozenset({"by", "from", "of"} if governed.lemma_ not in OF_THE_VICTIM else {"by", "from"}))
        nouns += [n for t in below(governed, 8) if t.dep_ == "prep" and t.lower_ == "from" for n in objects_of(t)]  # "a truce offer from X"
        nouns += [c for c in governed.children if c.dep_ in ("compound", "nmod")]
        nouns += [n for child in governed.children if child.dep_ == "relcl" for n in agents(child)]
        nouns += [n for child in governed.children if child.lower_ == "for" for n in objects_of(child)]
    if row.kind in _TO_THE_OTHER_SIDE:  # "wants its men freed": its own people
        nouns = [n for n in nouns if n.lower_ not in ("more", "all") and not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in _inmost(n).children)]
    found = tuple(p for p in sides.of_all(nouns) if p not in makers)
    if not found and row.kind in ("reject", "accept") and governed.pos_ == "NOUN":
        whose = sides.owner_word(governed)
        found = (whose,) if whose and whose not in makers else ()
    return found


def _inmost(noun: Token) -> Token:
    """Of "100 of its men" the men."""
    inner = [n for c in noun.children if c.lower_ == "of" for n in objects_of(c)] if noun.pos_ == "NUM" else []
    return inner[0] if inner else noun


def _sending(token: Token) -> list[Token]:
    """Verbs of sending a message that a move hangs on: "used elders to send a message to X, asking ..."."""
    found, head = [], token.head
    for _ in range(4):
        if head.pos_ in _VERBS:
            found += [v for v in (head, *head.children) if v.lemma_ in _SENDING and v.pos_ in _VERBS]
        if head.head == head:
            break
        head = head.head
    return found


def go_betweens(token: Token, governed: Token, sides: Sides, makers: tuple[str, ...]) -> tuple[str, ...]:
    """Through whom: "via traders", "brokered by Qatar", "Egyptian-mediated", "under the mediation of", also on a verb of sending."""
    nouns: list[Token] = []
    found: list[str] = []
    senders = _sending(token)
    for head in dict.fromkeys([token, governed, *senders, *(s.head for s in senders)]):
        nouns += [noun for preposition, noun in phrases(head) if preposition in ("via", "through")]
        if head.lemma_ == "use" and senders:
            nouns += patients(head)
        for child in head.children:
            lemma = child.lemma_.lower()
            if child.dep_ in ("acl", "relcl", "advcl") and lemma in _BROKERING:
                nouns += by_phrase(child)
            elif child.dep_ == "relcl" and any(c.dep_ == "xcomp" and c.lemma_ in _BROKERING for c in child.children):
                nouns += agents(child)  # "which Malaysia helped to broker"
            elif child.dep_ == "acl" and lemma == "negotiate":
                outside = sides.of_all(by_phrase(child))
                found += outside if len(outside) == 1 and sides.outsider(outside[0]) else ()
            elif child.dep_ == "prep" and child.lower_ in ("under", "with", "through", "by", "after"):
                for noun in objects_of(child):
                    if noun.lemma_.lower() in ("mediation", "auspices", "help", "sponsorship", "facilitation", "efforts", "brokerage"):
                        found += [p for p in (sides.owner_word(noun),) if p]
                        nouns += owners(noun, frozenset({"of", "by", "from"}))
            elif child.lower_ in _BROKERED and child.dep_ == "amod" and child.i >= 2:
                last = child.nbor(-2 if child.nbor(-1).text == "-" else -1)
                states = sides.nations(last)
                found += states if len(states) > 1 else [p for p in sides.of(last) or (sides.named(last.text),) if p]
    found += sides.of_all(nouns)
    return tuple(dict.fromkeys(p for p in found if p not in makers))
