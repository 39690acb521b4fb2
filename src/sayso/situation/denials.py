"""Which negated events are denials: somebody with a name answers that it did not happen.

"The attack was foiled", "to avoid a bloodbath" and "they have not moved in" negate an event as well, and deny nothing that
anybody says. Only a denial is set against those who assert the event.
"""

import re
from collections.abc import Collection

from sayso.model import Event, Statement
from sayso.model.codes import EventType
from sayso.situation.words import fold, sentence_span

_DENIED: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "RETREAT", "AGREE", "CONCEDE", "MOBILIZE", "SUPPORT", "CONSULT"})
"""Where a plain "not" is a denial at all: nobody denies a protest by saying that it was not peaceful."""
TALKS_OF = (
    r"(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?|rumou?rs?|charges?|accounts?|versions?|stor(?:y|ies)|statements?|words)"
)
_TALK = re.compile(rf"\b{TALKS_OF}\b")
_OWN_WORD = re.compile(rf"{TALKS_OF}|articles?|tweets?|posts?|(?:said|says|claim|report|alleg|stat|assert)\w*")
"""The cue of a denial that takes back what its speaker told: "retracted its report that", "a story that said"."""
_TAKING_BACK = re.compile(
    rf"\b(?:retract|withdr[ae]w|recant|rescind|disown)\w*\b|\b(?:earlier|previous|prior) version of (?:this|the|our) {TALKS_OF}\b"
)
_WE_TAKE_BACK = re.compile(rf"\bwe (?:\w+ ){{0,3}}(?:retract|withdr[ae]w|recant|rescind|disown)\w* (?:\w+ ){{0,2}}{TALKS_OF}\b")
_OWN = re.compile(
    r"\b(?:we|our|this (?:newspaper|paper|magazine|website|site|outlet|agency|station|channel|radio|broadcaster|publication))\b"
    r"|\bversion of (?:this|the|our)\b"
)
_NO_TRUTH = re.compile(
    rf"\b(?:no|not any|little|never any) (?:truth|substance|basis|foundation|merit)\b(?: \w+){{0,4}}? {TALKS_OF}\b"
    rf"|^(?:not one|none|no|not a single)\b(?: \w+){{0,3}}? {TALKS_OF}\b.{{0,200}}\b(?:true|truthful|correct|accurate|founded|credible)\b"
    rf"|\b(?:dismiss|den(?:y|i)|reject|refut|disput|untrue|false|baseless|unfounded|groundless|fabricated|invented)\w*(?: \w+){{0,3}}? {TALKS_OF}\b"
)
"""What others say is called untrue. "Reports showed that nobody died" calls no report so."""
_BLAME = re.compile(
    r"(?:(?:any|all|its|his|her|their|having|a|being|it|that|he|she|they|was|were|had) )*"
    r"(?:responsib\w+|involve\w*|role|part|hand|complicity|behind|blame)\b"
)
"""What is denied is the part in a deed, not the deed."""
_NO_PART = re.compile(
    r"(?:\w+ ){0,5}(?:(?:had|has|have) (?:nothing|no \w+) to do with|(?:was|were|is|are|had|has|have) (?:not|not been|in no way) "
    r"(?:behind|responsible|involved|to blame)|(?:had|has|have|played|took|bore) no (?:part|role|hand|responsibility|involvement))\b"
)
"""The same in so many words: "it had nothing to do with the attack"."""
_TOLL = re.compile(r"casualt\w+|injur\w+|victims?|losses|damage|deaths?|wounded|dead")
"""Of these a plain "no" is a count and no denial: "the shells caused no casualties"."""
_HARM = re.compile(r"\b(?:casualt\w+|injur\w+|victims?|losses|damage\w*|deaths?|wounded|dead|killed|died|hurt|harmed)\b")
_ANY_MORE = re.compile(r"\b(?:any ?more|any longer)\b")
"""What is no more has been: "there is no truce any more" denies no truce."""
_SINCE = re.compile(
    r"^[^.]{0,60}? since (?:the \w+ of )?(?:\w+ ){0,2}"
    r"(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)"
)
"""Behind a deed: who has not bombed since May tells of when he did, and answers no strike in particular."""
_PRESENT = re.compile(r"den(?:y|ies)|refutes?|rejects?")
_PERFECT = re.compile(r"\b(?:has|have)(?: \w+){0,2} (?:denied|refuted|rejected)$")
_AUXILIARY = 30
_PARTICULAR = re.compile(
    r"\d|[A-Z][a-z]+|\b(?:it|that|they|he|she|(?:its|their|his) \w+) (?:had|has|was|were|made|held|took|struck|hit|shot|sent|gave|paid|met|\w+ed)\b"
    r"|\b(?:today|yesterday|last)\b|respons|involve|\b(?:role|behind)\b"
)
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|such|any)\b")
_HABIT = re.compile(r"\b\w{4,}s (?:use|target|attack|bomb|shell|kill|commit|hit|employ)\b|\b(?:uses|targets|commits|employs|bombs)\b")
"""Verbs told of the present: what somebody does at all."""
_UNTRUTH = (
    r"(?:untrue|not true|false|falsehoods?|baseless|unfounded|groundless|without foundation|incorrect|fabricat\w+|lies?|inventions?|invented"
    r"|nonsense|propaganda)"
)
_IS = r"(?:is|was|are|were) (?:(?!not |no |never )\w+ ){0,3}?"
_FALSE = re.compile(
    rf"\b{TALKS_OF}\b.{{0,200}}?\b(?:was|were|is|are|be) (?:(?!not |no )\w+ ){{0,2}}"
    rf"(?:wrong|{_UNTRUTH})\b"
)
_UNTRUE = re.compile(rf"\b{_UNTRUTH}\b")
FALSE_ALL = re.compile(
    rf"(?:this|that|these|those|it|they|all(?: of (?:it|this|that|them))?) {_IS}{_UNTRUTH}\b(?! that\b| to\b)"
    rf"|(?:this|that|these|those|all|such|the|any|every)(?: \w+){{0,3}}? {TALKS_OF}(?: (?:made )?(?:by|from)(?: \w+){{1,4}}?)? {_IS}"
    rf"(?:wrong|{_UNTRUTH})\b"
    r"|none of (?:this|that|it) (?:is|was) true\b"
    r"|(?:(?:it|this|that) (?:has |had )?never|no such thing (?:has |had |ever )*|nothing of the (?:kind|sort) (?:has |had |ever )*)\b ?"
    r"(?:happened|took place|taken place|occurred)\b(?! before)"
)
"""What somebody has just told is false: "this is a lie", "the accusation was without foundation"."""
_FORCES = (
    r"(?:strikes?|airstrikes?|raids?|flights?|sorties|operations?|planes?|aircraft|warplanes?|jets?|drones?|helicopters?|gunships?|troops|forces|men"
    r"|fighters|soldiers|units?|guns?|artillery|tanks?|snipers?)"
)
_ACTED = r"(?:had|has|have|was|were|flew|fired|came|went|took|shot|hit|\w+ed)"
_OURS = (
    r"(?:it|they|we|he|she|i|(?:its|our|his|her|their|none of (?:its|our|his|her|their))(?: \w+){1,3}?"
    rf"|(?:the )?(?:army |government |rebel )?{_FORCES})"
)
"""Whose deeds a speaker answers for: a "not" about anybody else's denies nothing."""
_DEED_NOUN = (
    r"(?:\w*strikes?|\w*shelling|raids?|attacks?|bomb\w+|fire|firing|gunfire|shooting|operations?|flights?|sorties|massacres?|killings?|assaults?|ambush|arrests?"
    r"|abductions?|kidnappings?|executions?|looting|burning|clash(?:es)?|fighting|battles?|blasts?|explosions?|incidents?)"
)
_NOT_DONE = re.compile(
    rf"(?:there (?:was|were|had been|has been|have been) (?:no|not a|never an?) (?:\w+ ){{0,2}}?{_DEED_NOUN}"
    rf"|(?:nobody|no one|nothing|none|neither|not an?|not one|no) (?:\w+ ){{0,5}}?{_ACTED}"
    rf"|{_OURS} (?:did|had|has|have) (?:not|never)(?! been)"
    rf"|{_OURS} (?:had|has|have) no (?:\w+ )?{_FORCES}"
    rf"|{_OURS} (?:(?:had|has|have) )?(?:\w+ed|hit|shot|took|did|sent|paid|laid) (?:nothing|nobody|no one)"
    r"|(?:\w+ ){1,4}?(?:had|has|have|was|were|is) (?:not|never) (?:been )?(?:lost|fallen|given up|abandoned)"
    rf"|it (?:is|was) {_UNTRUTH} that)\b"
)
"""What somebody says was not done: "nobody flew on Tuesday", "our men had closed nothing"."""
_BARE_TALK = re.compile(
    rf"(?:(?:any|all|the|those|these|such|this|that|its|his|her|their|having|a|being|it|was|were|had) )*"
    rf"(?:{TALKS_OF}(?: (?:as|were|was|are|is) (?:\w+ )?\w+)?|responsib\w+|involvement|involved|role|part|hand|complicity|behind it)"
)
_AND_THAT = re.compile(r"\band that ")
_AT_REST = re.compile(
    rf"(?:all |every one of |each of )?{_OURS}(?: \w+){{0,4}}? (?:was|were|(?:had|has|have) been|(?:had |has |have )?(?:stayed|remained)) (?:\w+ )?"
    r"(?:silent|quiet|idle|grounded|on the ground|in (?:(?:their|its|our|the) )?(?:hangars?|bases?|barracks|ports?|harbou?rs?))\b(?!.* since\b)"
)
"""What else says so: "our guns were silent", "all its ships were in port"."""
AN_ACCIDENT = r"(?:(?:all|only|simply|just|nothing but) )?an? (?:\w+ )?(?:accident|mishap)"
_MISHAP = re.compile(
    r"(?:it|this|that|what (?:had )?(?:happened|took place)|the (?:blast|explosion|fire|crash|deaths?))(?: (?!not|no|never)\w+){0,7}?"
    rf" (?:was|were|had been) {AN_ACCIDENT}\b(?! that\b)"
)
"""Where somebody is accused: "what happened at the depot was an accident"."""
IDLE_ARMS = re.compile(
    rf"\b(?:fired?|firing|flew|flown|sorties?|flights?|in (?:action|the air))\b|\b(?:had|has|have) no (?:\w+ )?{_FORCES}\b(?! to\b| for\b| left\b)"
)
"""In a "not": no arms were used, so that no deed with arms was done."""
_NO_WORD = re.compile(
    r"\b(?:claim\w*|find\w*|found|know\w*|knew|aware|comment\w*|confirm\w*|clear|immediately|yet|plan\w*|intend\w*|want\w*|wish\w*|need\w*|respon\w+|repl\w+|receiv\w+|hear|heard"
    r"|see|seen|saw|expect\w*|mention\w*|specif\w+|elaborat\w+|say|said|give|gave|given|provid\w+|choice|doubt\w*|longer|more|enough|only|excuse|reason|decid\w+"
    r"|justif\w+|surpris\w+|agree\w*|talks|negotiat\w+|until|unless|if|would|will|should|could|must|may|might|can|cannot|able|fail\w*|stop\w*|reach\w*)\b"
)
"""Of these a "not" tells what is not known, wanted or finished, and of no deed that was not done."""
_FEW_WORDS = 12
_TELLING = frozenset({"say", "other", "accuse"})
_NOT = r"(?:no|not|nothing|nobody|never|neither|nor|none|without|cannot|didnt|hasnt|havent|wasnt|werent|isnt|doesnt|dont|n t|t)"
_TO_NOTHING = re.compile(r"\s*(?:to |with |on |at )?(?:nothing|nobody|no one|none)\b(?! but| except)")
"""Behind a deed: "we have agreed to nothing"."""
_NEGATED = re.compile(rf"\b{_NOT}\b(?: \w+){{0,8}}$")
_NOT_ONE = re.compile(r"\b(?:not (?:a single|one|once|any)|never|none of|no such|no \w+ (?:whatever|whatsoever|at all))\b")
"""Who says so of others' deeds, too, denies them: "not a single house was burned by a soldier"."""
_WITHIN = re.compile(rf"\b{_NOT}\b")
"""In the words of a deed: "carried out no strike"."""
_RATHER = re.compile(
    r"\b(?:rocket|shell|missile|mortar|grenade|bomb|mine|drone|strike|raid|shooting|blast|explosion)s?\b(?: \w+){0,2}"
    r" and not (?:an? |the )?(?:\w+ )?$"
)
"""Before a deed: "it was a rocket and not a car bomb" tells which deed it was, and does not deny one."""
_FAILED = re.compile(
    r"\b(?:foil\w*|fail\w*|unable|avoid\w*|avert\w*|prevent\w*|thwart\w*|refrain\w*|repel\w*|repuls\w*|stop\w*|ceas\w*|halt\w*|yet|until|if"
    r"|would|could|should\w*|might|must|can|cant|cannot|will|going|shall|able|allow\w*|aim\w*|detail\w*|before|enough|only|just|mention\w*|report\w*|know\w*|clear|immediately|say|said|who|neither)\b"
)


def of_what_others_say(statement: Statement, text: str) -> bool:
    """Whether what somebody rejects is what others say: "rejected claims that ...", not a demand or a deal."""
    start, end = statement.content[0] if statement.content else (0, 0)
    said = text[max(0, (statement.cue or (start, start))[0]) : end]
    return _TALK.search(fold(said)) is not None


def retracts(statement: Statement, text: str) -> bool:
    """Whether somebody takes back what he has told himself: "retracted its report that", where the word denied is his own, or "we have
    withdrawn our claim"."""
    if statement.stance == "deny" and statement.cue is not None:
        return _OWN_WORD.fullmatch(fold(text[slice(*statement.cue)])) is not None
    return statement.stance in _TELLING and any(_WE_TAKE_BACK.search(fold(text[a:b])) for a, b in statement.content)


def retracts_its_own(event: Event, text: str, outlet: str | None) -> bool:
    """Whether a text denies an event in its own voice by taking back what its outlet told: "We retract our report that"."""
    if event.status != "denied" or event.according_to is not None:
        return False
    sentence = fold(text[slice(*sentence_span(text, event.trigger))])
    own = _OWN.search(sentence) is not None or (outlet is not None and fold(outlet) in sentence)
    return own and _TAKING_BACK.search(sentence) is not None


def taken_for_granted(event: Event, statement: Statement, text: str) -> bool:
    """Whether a denial leaves this event as it was: "denied responsibility for the bombing" tells of a bombing, on the outlet's word."""
    return event.status in ("happened", "ongoing") and of_a_part(event, statement, text)


def of_a_part(event: Event, statement: Statement, text: str) -> bool:
    """Whether somebody denies no more than his part in an event: "denied any role in the bombing", "had nothing to do with it"."""
    return bool(statement.content) and statement.content[0][0] <= event.trigger[0] and denies_a_part(statement, text)


def denies_a_part(statement: Statement, text: str) -> bool:
    """Whether somebody denies no more than his part in what was done, whatever it is: "denied any responsibility"."""
    if not statement.content:
        return False
    said = fold(text[slice(*statement.content[0])])
    part = _NO_PART.match(said) or (_BLAME.match(said) if statement.stance in ("deny", "reject") else None)
    return part is not None


def in_general(statement: Statement, text: str) -> bool:
    """Whether somebody denies what is done at all, and no deed: "Damascus denies using barrel bombs", "has denied that it targets civilians".
    Told of a day ("denied using gas") the same words are about what has just been told."""
    if statement.stance != "deny" or statement.cue is None or not statement.content:
        return False
    (first, last), (start, end) = statement.cue, statement.content[0]
    if not (_PRESENT.fullmatch(fold(text[first:last])) or _PERFECT.search(fold(text[max(0, first - _AUXILIARY) : last]))):
        return False
    said = text[start:end]
    return not _PARTICULAR.search(said) and (not _DEFINITE.search(said) or _HABIT.search(said) is not None)


def gainsays(statement: Statement, text: str) -> bool:
    """Whether somebody says, with no word for denying, that what has been told is false, or that no such thing was done."""
    return gainsaying(statement, text) != ""


def gainsaying(statement: Statement, text: str) -> str:
    """The folded words in which he does, from where they begin; blank where he does not."""
    if statement.stance not in _TELLING or not statement.content or statement.speaker is None:
        return ""
    start, end = statement.content[0]
    said = fold(text[start:end])
    parts = (said, *(said[found.end() :] for found in _AND_THAT.finditer(said)))
    return next((part for part in parts if gainsays_in(part)), "")


def gainsays_in(said: str) -> bool:
    """Whether folded words say so."""
    return _FALSE.search(said) is not None or gainsays_that(said)


def gainsays_that(said: str) -> bool:
    """Whether they say so of what has just been told, and do not name other talk that is false."""
    if any(plainly.match(said) for plainly in (FALSE_ALL, _NO_PART, _AT_REST, _MISHAP)):
        return True
    first = " ".join(said.split()[:_FEW_WORDS])
    return _NOT_DONE.match(first) is not None and not _NO_WORD.search(first) and not _HARM.search(first)


def points_back(said: str) -> bool:
    """Whether folded words only call untrue what has been told, or deny a part in it, and name nothing else that is not so."""
    return bool(FALSE_ALL.match(said) or _MISHAP.match(said) or _AT_REST.match(said) or _NO_PART.match(said) or _BARE_TALK.fullmatch(said))


def names_no_deed(said: str) -> bool:
    """Whether a plain "no" (folded) says only that arms were at rest, or that it was an accident, and names nothing that was not done."""
    return bool(IDLE_ARMS.search(said) or _AT_REST.match(said) or _MISHAP.match(said))


def denies(event: Event, statement: Statement | None, text: str, speakers: Collection[str]) -> bool:
    """Whether this event, told with status denied, is denied by the speaker of its statement. `speakers` are the parties of the report
    that speak for those who are said to have done it: of others' deeds a plain "not" is no denial."""
    if event.status != "denied" or statement is None or statement.speaker is None:
        return False
    if in_general(statement, text) or (event.type == "CONSULT" and of_a_part(event, statement, text)):
        return False
    if statement.stance == "deny" or retracts(statement, text) or (statement.stance == "reject" and of_what_others_say(statement, text)):
        return True
    start, end = statement.content[0] if statement.content else event.trigger
    if statement.stance in _TELLING and (_FALSE.search(fold(text[start:end])) or _NO_TRUTH.search(fold(text[start:end]))):
        return True
    first, last = sentence_span(text, event.trigger)
    others = event.actors and statement.speaker not in speakers and not _NOT_ONE.search(fold(text[first:last]))
    if statement.stance not in _TELLING or event.type not in _DENIED or others:
        return False
    within = next((a for a, b in statement.content if a <= event.trigger[0] < b), first)  # "asked not to be named" negates nothing that he says
    return _plainly(event, text, max(first, within))


def denies_itself(event: Event, text: str) -> bool:
    """Whether a body that fights denies an event in a text of its own: "It is untrue that civilians died", "Not one of our men was hit"."""
    if event.status != "denied" or event.type not in _DENIED:
        return False
    first, last = sentence_span(text, event.trigger)
    return _UNTRUE.search(fold(text[first:last])) is not None or _plainly(event, text, first)


def _plainly(event: Event, text: str, first: int) -> bool:
    """Whether a plain negation, looked for from `first` on, says that a deed was not done."""
    _, last = sentence_span(text, event.trigger)
    if _ANY_MORE.search(fold(text[event.trigger[1] : last])) or _SINCE.match(" " + fold(text[event.trigger[1] : last])):
        return False
    before = fold(text[first : event.trigger[0]])
    if _TO_NOTHING.match(fold(text[event.trigger[1] : last])):
        return True
    negated = _NEGATED.search(before)
    told = fold(text[slice(*event.trigger)])
    if _TOLL.fullmatch(told) or _RATHER.search(before + " "):
        return False
    if _WITHIN.search(told):
        return True
    return negated is not None and not _FAILED.search(before[max(0, negated.start() - 20, before.rfind(" and ", 0, negated.start() + 1)) :])
