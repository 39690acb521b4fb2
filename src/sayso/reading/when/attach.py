"""Which time belongs to a clause: by the parse, not by mere presence in the sentence."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from operator import itemgetter

from sayso.model import Interval, Time
from sayso.reading.grammar import ANSWERING, OTHER_TIMES, objects_of
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.when.values import granularity

_CARRIERS = frozenset({"prep", "npadvmod", "advmod", "tmod", "nmod", "poss", "compound", "amod", "nummod", "obl", "dep", "attr", "pobj", "appos"})
"""Dependents that may carry a clause's time; clauses, subjects and objects carry their own."""
_CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "acl", "parataxis", "csubj", "pcomp"})
_WITHIN = frozenset({"ccomp", "advcl", "xcomp", "conj"})
"""Clauses that happen when their main clause does, if they have no time of their own: "said that", "as rebels fought"."""
_OF_A_NOUN = frozenset({"poss", "compound", "nmod", "amod"})
_RANKS = frozenset({"first", "last", "second", "third", "only", "unprecedented", "unseen", "never", "not"})
"""Words, beside superlatives, that make of "since 2019" a comparison: "the first since 2019", "not seen since 2019"."""
_RECORD = 10
"""Within how many tokens of "since" they stand."""
_EARLIER = OTHER_TIMES | {"over", "about"}
"""Prepositions before a deed that is not of the day of the verb that they stand with: "flew home on Tuesday after the raid"."""
_COMES_OF = ANSWERING | frozenset({
    "wake", "aftermath", "reaction", "relation", "victim", "survivor", "relative", "scene", "site", "perpetrator", "author", "inquiry",
    "investigation", "probe", "anniversary", "suspect", "detail", "evidence", "proof", "news", "account", "footage", "video", "memory", "memorial",
    "witness", "trial", "role", "case", "culprit", "mastermind",
})  # fmt: skip
"""Nouns between a verb and an earlier deed: "arrested in connection with the raid", "buried the victims of the raid"."""
_REACTIONS = frozenset({
    "condemn", "denounce", "deplore", "criticise", "criticize", "decry", "mourn", "lament", "investigate", "probe", "examine", "discuss", "debate",
    "commemorate", "protest", "recall", "remember", "blame", "avenge", "accuse", "regret", "applaud", "look", "delve", "dig", "inquire", "enquire",
    "charge", "indict", "convict", "sentence", "jail", "arraign", "try", "acquit", "prosecute", "sue", "suspect", "name", "question", "interview",
    "testify", "plead", "link", "tie", "implicate", "extradite", "address", "mention", "describe",
})  # fmt: skip
"""Verbs whose deed is not of their day: "condemned the raid on Thursday" dates the words."""
_AT_ONCE = frozenset({"die", "kill", "wound", "injure", "hurt", "destroy", "flee", "perish"})
"""What comes of a deed comes on its day: "died on Sunday after an attack"."""
_REPORTING = frozenset({"say", "report", "tell", "announce", "add", "write", "quote", "cite"})
_MEANWHILE = frozenset({"when", "as", "while"})
_PARTED = frozenset({"hour", "morning", "evening", "night", "afternoon", "day", "week", "month", "summer", "winter", "spring", "autumn", "war"})
"""What is part of a day or a year, or fell in one."""
_BEGINNING = frozenset({"begin", "start", "happen", "occur", "erupt"})
_SPANS = frozenset({"day", "week", "month", "year"})
_FINDING = frozenset({"conclude", "find", "determine", "establish", "decide", "believe", "think", "learn", "know", "discover", "suspect"})
"""What somebody says that he has found out is of an earlier day than he says it: "said on Monday that they had concluded that"."""
_RISING = frozenset({"rise", "climb", "reach", "stand", "grow", "increase", "jump", "mount", "surge", "soar"})
"""Verbs of a count: "the toll of the raid rose to 14 on Thursday" dates the count and not the raid."""
_HURTS = frozenset({"wound", "injury", "burn"})
"""Of what people die later: "died on Thursday of wounds suffered in the raid"."""
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""How a verb stands in a sentence as a noun does."""
_AHEAD = frozenset({"plan", "prepare", "run", "hope", "want", "intend", "organise", "organize", "wait"})
"""What is meant for a day: "killed men who were planning an attack on Friday"."""
_GOVERNED = frozenset({"dobj", "pobj", "prep", "dative", "appos", "attr"})
_CHAIN = 6
"""Links from a verb to the day behind its objects."""
_CLIMBS = 8
_SUBTREE = 25
_FRONT = 4
"""A sentence opens with a time if the time starts within so many tokens of its beginning."""


def of(page: Page, token: Token, done: bool = False) -> Interval | None:
    """The time of the clause that a token (a verb, or the noun of a happening) heads; None where the text gives none. `done`: of a deed that
    was done and not only spoken, whose day may stand at the end of what its verb governs."""
    if not page.has_time(token.sent):
        return None
    opened = _of_when(page, token)
    if opened is not None and _below(page, token) is None:
        return Interval(earliest=opened.earliest, latest=opened.latest)  # "since June, when rebels took the town": they took it in June
    found = time_of(page, token, done)
    return interval(page, found, _since_a_deed(page, found, token)) if found else None


def _since_a_deed(page: Page, time: Time, token: Token) -> bool:
    """Whether a time is of a deed since which another was done: "since the coup in February the army has killed hundreds"."""
    words = page.tokens(*time.span)
    below = words.root if len(words) else token
    while below.head is not below and below.i != token.i:
        if below.dep_ == "prep" and below.lower_ == "since":
            return True
        below = below.head
    return False


def time_of(page: Page, token: Token, done: bool = False) -> Time | None:
    """The time expression of that clause: among the token's own dependents, then those of the heads up to its clause,
    then of the verbs joined to it, for what was done the day behind what they govern, then of the verb that reports it ("said on Monday
    that"), then one that opens the sentence if the clause is its main one.
    """
    if not page.times:
        return None
    place = token
    if token.pos_ == "NOUN" and (begun := _begun(page, token)) is not None:
        return begun
    joined = False
    for _ in range(_CLIMBS):
        found = _below(page, place)
        if found and not (joined and _word_before(page, found) == "since"):  # "unable to get there since Friday and urged"
            return found
        joined = joined or place.dep_ == "conj"
        if place.dep_ in _CLAUSES or place.head.i == place.i:
            break
        named = place.pos_ == "NOUN" or (place.tag_ == "VBG" and place.dep_ in _NOMINAL)  # "shelling began on Friday"
        if place.pos_ in ("VERB", "AUX") and not named and place.dep_ not in ("conj", "xcomp", "aux", "auxpass"):
            break
        if named and _of_another_day(place):
            return _month_behind(page, place) or ((_behind(page, place) or _followed(page, place)) if done else None)
        if place.dep_ == "appos" and place is not token:
            return None  # "issued a warrant on Monday for Ortel, a fugitive wanted for murder"
        place = place.head
        if place.lemma_ in _RISING and place.pos_ in ("VERB", "AUX") and token.pos_ in ("NOUN", "PROPN"):
            return None
    own = place
    clause = place.pos_ in ("VERB", "AUX") or any(child.dep_ == "nsubj" for child in place.lefts)  # "shot dead" may be read as an adjective's clause
    if done and place is token and place.dep_ == "relcl" and place.head.pos_ in ("NOUN", "NUM") and (found := _of_antecedent(page, place)):
        return found  # "one in March that left nine dead"
    if clause:
        for other in place.rights:
            apart = ("nsubj", "nsubjpass", "auxpass")  # "was sentenced to death and was hanged in May": not sentenced then
            if other.dep_ == "conj" and other.pos_ == "VERB" and _is_joined(place, other) and not any(c.dep_ in apart for c in other.lefts):
                found = _below(page, other)
                if found:
                    return found
        for when in (c for c in place.rights if c.dep_ == "advcl" and any(w.lower_ in _MEANWHILE for w in c.lefts)):
            if found := _below(page, when) or _behind(page, when):
                return found  # "fled when shells fell on Monday", "was shot as he walked home on Monday"
        found = _behind(page, token) or (_behind(page, place) if place is not token else None) if done else None
        if found:
            return found
    for _ in range(_CLIMBS):
        if place.head.i == place.i or not (place.dep_ in _WITHIN or _misread(place)):
            break
        if place.dep_ == "advcl" and any(child.lower_ == "after" and child.i and child.nbor(-1).lemma_ in _SPANS for child in place.lefts):
            return None  # "was seen on Monday days after a sniper killed the mayor"
        if place.head.lemma_ in _FINDING and place.dep_ == "ccomp":
            if place.head.dep_ == "ccomp":
                return _below(page, place.head)
            if any(child.lower_ == "had" for child in place.lefts):
                return None  # "in May they concluded that he had been killed"
        beside, place = place, place.head
        at_once = done and beside.dep_ == "advcl" and not any(child.lower_ in OTHER_TIMES for child in beside.lefts)
        found = _below(page, place) or (_behind(page, place) if at_once else None)
        if found:
            return found
    if place.dep_ == "relcl" and place.tag_ == "VBD" and any(child.lower_ == "where" for child in place.lefts):
        return time_of(page, place.head)  # "fighting went on on Monday in the suburb, where troops took a bridge"
    return _opening(page, place, own) if place.dep_ == "ROOT" or place.head.i == place.i else None


def _is_joined(verb: Token, other: Token) -> bool:
    """Whether an "and" or a comma joins two verbs: where neither stands, "the raids mark a breach of the truce agreed in May" is misread so,
    unless the other only reports it."""
    between = (child for child in (*verb.rights, *other.lefts) if child.i < other.i)
    return other.lemma_ in _REPORTING or any(child.dep_ == "cc" or child.text in (",", ";", "-", "–") for child in between)


def _of_antecedent(page: Page, verb: Token) -> Time | None:
    """The time of what a relative clause tells of: the noun's own, or the one right before "that"."""
    word = next((child for child in verb.lefts if child.lower_ in ("that", "which")), None)
    near = page.time_at(word.nbor(-1)) if word is not None and word.i else None
    return _below(page, verb.head) or (near if near and (near.earliest or near.latest) and near.type != "SET" else None)


def _of_when(page: Page, verb: Token) -> Time | None:
    """The time right before the "when" that opens a verb's clause."""
    word = next((child for child in verb.lefts if child.lower_ == "when"), None) if verb.dep_ in ("advcl", "relcl") else None
    if word is None or word.i < 2:
        return None
    before = word.nbor(-1) if word.nbor(-1).text != "," else word.nbor(-2)
    near = page.time_at(before)
    return near if near and (near.earliest or near.latest) and near.type != "SET" else None


def below(page: Page, noun: Token) -> Interval | None:
    """The time that stands with a noun: "by a group of gunmen in December"."""
    found = _below(page, noun)
    return interval(page, found) if found else None


def behind(page: Page, word: Token) -> Interval | None:
    """The day behind what a word governs."""
    found = _behind(page, word)
    return interval(page, found) if found else None


def _behind(page: Page, word: Token) -> Time | None:
    """The day at the end of what a word governs, which the parse ties to a noun there: "broke off talks with the rebels on Tuesday",
    "went off outside a shop in Selm on Tuesday evening"."""
    level = [word]
    for _ in range(_CHAIN):
        right = [(c, above) for above in level for c in above.rights]
        found = next((time for child, _ in right if (time := _day_on(page, child)) is not None), None)
        below = [child for child, above in right if _governed(child, above)]
        if found is not None or not below:
            return found
        level = below
    return None


def _governed(child: Token, above: Token) -> bool:
    """Whether a word is tied to what a verb governs, and is no deed that the verb only speaks of."""
    if child.dep_ == "conj":
        return above.pos_ == "ADP"  # "on and around the camp"
    if child.dep_ == "xcomp":
        return child.tag_ == "VB" and above.lemma_ == "let"  # "were let go on Saturday"
    if child.dep_ == "acl":
        own = any(c.lower_ == "on" and any(day.ent_type_ == "DATE" for day in c.children) for c in child.rights)  # "a town captured on Friday"
        return child.tag_ == "VBN" and above.dep_ == "pobj" and not own  # "fought with guns mounted on lorries on Sunday"
    if child.dep_ == "relcl":  # "killed nine men who were cutting wood near Selm on Saturday"
        return child.tag_ == "VBG" and child.lemma_ not in _AHEAD and any(c.dep_ == "aux" and c.lower_ in ("was", "were") for c in child.lefts)
    if child.dep_ not in _GOVERNED or (child.dep_ == "prep" and child.lower_ in _EARLIER) or child.lemma_ in ANSWERING:
        return False
    return child.dep_ != "dobj" or child.pos_ != "NOUN" or not _of_another_day(child)


def _day_on(page: Page, child: Token) -> Time | None:
    """The single day that "on" names, or that stands alone: "on Tuesday", "on Tuesday evening", "last Tuesday"."""
    alone = child.dep_ in ("npadvmod", "tmod")
    if not alone and (child.dep_ != "prep" or child.lower_ != "on"):
        return None
    times = (page.time_at(noun) for noun in ((child,) if alone else child.children))
    return next((t for t in times if t is not None and t.type in ("DATE", "TIME") and t.earliest and t.earliest == t.latest), None)


def _of_another_day(noun: Token) -> bool:
    """Whether the deed of a noun was not on the day of the verb above it, which speaks of it or follows from it."""
    above = noun.head
    if noun.dep_ in ("dobj", "nsubjpass"):
        return above.lemma_ in _REACTIONS or (noun.dep_ == "nsubjpass" and above.lemma_ == "follow")  # "the raid was followed two days later by"
    if noun.lemma_ in _HURTS and noun.dep_ == "pobj":
        return above.head.lemma_ in _AT_ONCE
    if noun.dep_ != "pobj":
        return False
    verb = above.head
    if verb.lemma_ in _COMES_OF or verb.lemma_ in _REACTIONS:
        return True
    return above.lower_ in _EARLIER and (verb.ent_type_ in ("DATE", "TIME") or (verb.pos_ in ("VERB", "AUX") and verb.lemma_ not in _AT_ONCE))


def _followed(page: Page, noun: Token) -> Time | None:
    """The day at the end of "came after the raid on a clinic on Monday", which is that of the raid and not of what came."""
    verb = noun.head.head
    if verb.lemma_ != "come" or noun.dep_ != "pobj" or noun.head.lower_ != "after":
        return None
    return next((time for child in verb.rights if child.i > noun.i and (time := _day_on(page, child)) is not None), None)


def _month_behind(page: Page, noun: Token) -> Time | None:
    """The month or year right behind the noun of a deed, whatever the parse ties it to: "in revenge for the raid in May 2014"."""
    if noun.i + 2 >= len(page.doc) or noun.nbor(1).lower_ != "in":
        return None
    time = page.time_at(noun.nbor(2))
    return time if time and time.type == "DATE" and (time.earliest or time.latest) else None


def _misread(verb: Token) -> bool:
    """A sentence whose main word is a noun with a participle: the parser took "fighters left" for fighters who were left."""
    return verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ in ("NOUN", "PROPN")


def interval(page: Page, time: Time, since: bool = False) -> Interval | None:
    """The days of a time as the preposition before it turns them: "since 2012" runs to the publication, "by Friday" has no beginning,
    "before Monday" ends on the Sunday, and "after 2016" has no end. `since`: it says so, if not right before it.

    None for durations, sets and references, which cover no days of their own.
    """
    if time.type == "SET" or not (time.earliest or time.latest):
        return None
    before = "since" if since else _word_before(page, time)
    if before == "since":
        published = page.published.isoformat() if page.published else None
        if published and time.earliest and time.earliest <= published:
            return Interval(earliest=time.earliest, latest=published)
        return Interval(earliest=time.earliest, latest=None)
    if before in ("until", "till", "by"):
        return Interval(earliest=None, latest=time.latest)
    if before == "before" and time.text.casefold().startswith(("the end", "end of")):  # "before the end of March" has all of March
        return Interval(earliest=None, latest=time.latest)
    if before == "before" and time.earliest and time.type == "DATE":  # "before dawn on Monday" is on the Monday
        return Interval(earliest=None, latest=_next_day(time.earliest, -1))
    if before == "after" and time.latest and time.type == "DATE":
        return Interval(earliest=_next_day(time.latest, 1), latest=None)
    return Interval(earliest=time.earliest, latest=time.latest)


def _next_day(day: str, step: int) -> str | None:
    """The day before or after one; None at the ends of the calendar."""
    try:
        return (date.fromisoformat(day[:10]) + timedelta(step)).isoformat()
    except OverflowError:
        return None


def _word_before(page: Page, time: Time) -> str:
    """The word before a time that stands by itself; none where it is of a noun, which the word then bounds: "since Monday's raid"."""
    tokens = page.tokens(*time.span)
    if not len(tokens) or not tokens.start or tokens.root.dep_ in _OF_A_NOUN:
        return ""
    return page.doc[tokens.start - 1].lower_


def _below(page: Page, head: Token) -> Time | None:
    """The first usable time among the dependents of a token, nearest after it first."""
    own = page.time_at(head)
    if own and own.earliest:
        return own
    answered = next((inner.i for child in head.rights if child.dep_ == "prep" for inner in child.children if inner.lemma_ in ANSWERING), None)
    carried = [(child.i < head.i, abs(child.i - head.i), time) for child in _carriers(head) if (time := page.time_at(child)) is not None]
    if answered is not None:  # "arrested in connection with the raid last year"
        carried = [one for one in carried if one[0] or head.i + one[1] < answered]
    for _, _, time in sorted(carried, key=itemgetter(0, 1)):
        if time.type != "SET" and (time.earliest or time.latest) and not _compares(page, time) and not _is_age(page, time):
            return time
    return None


def _is_age(page: Page, time: Time) -> bool:
    """Whether a time says how old a thing is and not when something happened to it: "the 13th-century citadel"."""
    last = page.tokens(*time.span)[-1]
    return time.value is not None and granularity(time.value) == "C" and last.head.i > last.i and last.head.pos_ in ("NOUN", "PROPN")


def _compares(page: Page, time: Time) -> bool:
    """Whether a time only says since when something is the first or the worst: "the first truce since 2019"."""
    if _word_before(page, time) != "since":
        return False
    since = page.tokens(*time.span).start - 1
    start = max(page.doc[since].sent.start, since - _RECORD)
    for token in reversed(page.doc[start:since]):
        if token.tag_ in ("JJS", "RBS") or token.lower_ in _RANKS:
            return True
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN":
            return False
    return False


def _carriers(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in _CARRIERS:
            yield child
            if child.i < head.i and child.dep_ in ("prep", "npadvmod", "advmod"):
                yield from islice((word for word in child.subtree if not _in_relative_clause(word, child)), _SUBTREE)
            elif child.dep_ == "prep":
                for inner in child.children:
                    if inner.dep_ in ("pobj", "pcomp", "prep", "npadvmod"):
                        yield inner
                        yield from (c for c in inner.children if c.dep_ in _CARRIERS)
                        yield from _parted(inner)
            elif child.dep_ in ("npadvmod", "tmod"):
                yield from child.children


def _parted(noun: Token) -> Iterator[Token]:
    """The day or year of which a noun is a part, or in which what it names fell: "in the early hours of Saturday", "in the war of 1967"."""
    if noun.head.lower_ in ("in", "during", "at") and noun.lemma_ in _PARTED:
        yield from (day for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of" for day in objects_of(child))


def _begun(page: Page, noun: Token) -> Time | None:
    """The day on which a deed was by the clause that says so: "the shelling that began on Friday", "which took place on Friday"."""
    if noun.dep_ == "pobj" and noun.head.head.pos_ not in ("VERB", "AUX"):
        return None  # "a freeze on fighting that began on Friday"
    for verb in (c for c in noun.rights if c.dep_ == "relcl"):
        if verb.lemma_ in _BEGINNING or (verb.lemma_ == "take" and any(c.lemma_ == "place" for c in verb.rights)):
            found = _below(page, verb) or _behind(page, verb)
            return found if found is not None and found.type == "DATE" and found.earliest == found.latest else None
    return None


def _in_relative_clause(word: Token, above: Token) -> bool:
    """Whether a word under another is of a clause that says of a noun what it is: "in Selm, which they have held since May"."""
    while word.i != above.i and word.head.i != word.i:
        if word.dep_ == "relcl":
            return True
        word = word.head
    return False


def _opening(page: Page, verb: Token, own: Token) -> Time | None:
    """The time that opens a sentence ("On Monday, ..."), unless it is inside the clause of a verb that is neither the main one nor the act's."""
    sentence = verb.sent
    for near in page.doc[sentence.start : min(sentence.start + _FRONT, verb.i)]:
        time = page.time_at(near)
        if time and time.type != "SET" and (time.earliest or time.latest) and not _is_age(page, time):
            return time if _clause_of(near) in (None, verb, own) else None
    return None


def _clause_of(token: Token) -> Token | None:
    for _ in range(_CLIMBS):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None
