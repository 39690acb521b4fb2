"""Words of a turn that things take ("begin", "arrive", "run out") and of things themselves, so that two reports that tell of one in other
words can be seen to share it; and words that tell a turn as not taken, late or put off."""

import re
from typing import NamedTuple

from sayso.situation.words import fold

_TURNS: dict[str, str] = {
    "begin": r"begins?|began|begun|beginning|starts?|started|starting|resum\w+|opens?|opened|opening|underway|under way|launch\w*|observed?"
             r"|(?:tak|took|taken|going|gone|go|went|come|came|enter\w*|put)\w*(?: in| in to|) ?(?:into )?(?:effect|force)",
    "come": r"arriv\w+|reach(?:es|ed|ing)?|enter(?:s|ed|ing)?|(?:drive|drove|driven|roll|rolled|rolling|pull|pulled|march|marched|sail"
         r"|sailed|cross|crossed"
            r"|walk|walked|push|pushed|move|moved|come|came|get|got|gets|fly|flew|flown|go|went)(?: \w+)?? (?:in|into|through|to|home)|come"
            r"|comes|came"
            r"|be (?:back )?(?:in|at|home)|return\w*|back (?:in|at|home)|dock\w*|berth\w*|land|lands|landed|visit\w*|deliver\w*|set foot",
    "end": r"ends?|ended|finish\w*|complet\w+|over|expir\w+|lapsed?|exhaust\w*|(?:run|ran|runs|running) out|gone|emptied|concluded|used up|left",
    "open": r"open|opens|opened|reopen\w*|opening|passable",
    "free": r"free|frees|freed|releas\w+|(?:hand|handed|turned|turn) over|handover|let go|set free|home|swap\w*|exchang\w+|walked free",
    "leave": r"leave|leaves|left|leaving|withdr[ae]w\w*|pull(?:ed|s|ing)? (?:out|back)|evacuat\w+|depart\w*|vacat\w+|be out|out of|(?:fly"
         r"|flew|flown|take|took"
             r"|taken|got|get|brought|bring|bussed|moved|driven|drove)(?: \w+)?? out|retreat\w*|quit",
    "take": r"captur\w+|seiz\w+|recaptur\w+|re?tak\w+|retook|took|liberat\w+|clear|cleared|clears|secur\w+|fall|falls|fell|fallen|overr[ua]n|storm\w*"
            r"|raise[sd]? (?:its|their|the) flag",
    "sign": r"sign|signs|signed|signing|signature|(?:reach|struck|strike|conclud|agree|seal|clinch)\w*(?: \w+){0,2} (?:deal|agreement"
         r"|accord|truce|ceasefire)",
    "mend": r"repair\w*|restor\w+|pump\w*|flow\w*|work|works|working|rebuil\w+|reconnect\w+|resum\w+|back on",
    "meet": r"meets?|met|meeting|sat down|sit down|held talks",
}  # fmt: skip
_THINGS: dict[str, str] = {
    "truce": "truce truces ceasefire ceasefires cease pause armistice lull quiet guns silence silent",
    "deal": "deal agreement accord pact",
    "aid": "truck trucks lorry lorries convoy convoys aid relief supplies",
    "force": "reinforcement reinforcements troops soldiers men forces units column columns brigade battalion brigades battalions army"
    " fighters commandos tanks",
    "talks": "talks negotiations round session delegations delegation delegates table meeting summit dialogue negotiators",
    "captive": "prisoner prisoners hostage hostages captive captives detainee detainees captured abducted kidnapped",
    "power": "power electricity current blackout",
    "strike": "strike stoppage",
    "poll": "election elections vote poll referendum",
}
_PLAIN = frozenset((
    "the a an of in on at to for from by with and or but as that this these those it its they them their he him his she her we our us you"
    " your i my who"
    " which what whom whose when where while until till since before after during within over under between among through into onto out off up down"
    " is are was were be been being am has have had having do does did done will would shall should may might can could must not no nor never nobody"
    " none nothing one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million first second third last next new"
    " say says said saying tell told according expect expects expected hope hopes hoped plan plans planned promise promised vow vowed more most than"
    " least less all any some every each other another such only also still yet again now then there here so too very just even both few many much"
    " ministry minister spokesman spokeswoman spokesperson president official officials reporters agency statement press foreign office"
    " north south east west northern southern eastern western about around some day days week weeks month months year years hour hours"
    " night nights morning noon afternoon evening midnight today tonight"
    " tomorrow yesterday end early late later earlier monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december sept oct nov dec jan feb mar apr jun jul aug if because s t ll re ve people town city village"
).split())  # fmt: skip
_STEM = 5
_TURN = {turn: re.compile(rf"\b(?:{words})\b") for turn, words in _TURNS.items()}
_THING = {word: f"~{thing}" for thing, words in _THINGS.items() for word in words.split()}
OCCASIONS = frozenset({"~truce", "~talks"})
"""What there is one of in a war at a time, more often than not."""
_OF_A_TURN = "|".join(f"(?:{words})" for words in _TURNS.values())
LASTING = re.compile(r"\b(?:will|would|shall|to|not|can|could)(?: \w+)? (?:last|hold|remain|stay|continue|go on|keep|survive)\b")
"""What goes on and takes no turn."""

UNTRUE = re.compile(r"\b(?:will|would|shall|wo|is|are)(?: \w+)? not\b|\b(?:won|wouldn) t\b|\bnever\b|\bno\b")
"""What is foretold not to be."""
_NOT = re.compile(r"\b(?:not|\w+n t|never|no|nobody|none|neither|without|failed to|fails to|fail to|yet to|refused to)\b")
_A_DEAL = re.compile(r"\b(?:a|an|the) (?:\w+ )?(?:deal|agreement|accord)\b")
_TO_DO = re.compile(r"\b(?:to|for) \w+")
_AGAIN = re.compile(r"\bagain\b")
_STILL = re.compile(r"\b(?:still|remains?|remained|stands?|as ever|goes on|go on|continues?)\b")
_LATE = re.compile(
    r"\b(?:later than (?:\w+ ){0,3}(?:hoped|planned|expected|promised|announced|foreseen|scheduled|said)|missed|overdue|behind schedule|too late"
    r"|by now|had (?:\w+ )?hoped|should have|were to have|was to have|(?:passed|came and went|gone by) without|days? late|in vain"
    r"|deadline (?:\w+ )?passed)\b"
)
_PUT_OFF = re.compile(r"\b(?:postpon\w+|put off|put back|delayed|called off|cancel\w+|shelved|scrapped|suspended|adjourned|deferred)\b")
_AHEAD = re.compile(r"\b(?:will|would|shall|ll|is to|are to|was to|were to|due to|set to|expects?|expected|hopes?|plans?|wants?|if|unless"
r"|could|may|might|should)\b")
_THERE_IS = re.compile(
    r"\b(?:since|held|holding|holds|began|begun|started|opened|ended|expired|ran out|(?:hours|days|weeks|rounds?|day) of|first|second|third|fourth"
    r"|during|under way|underway|in force|broke|broken|violated|kept|keeps|took effect|at the|in its)\b"
)
SETTLING = re.compile("|".join(f"(?:{one.pattern})" for one in (_NOT, _STILL, _AGAIN, _LATE, _PUT_OFF, _THERE_IS, *_TURN.values())))
"""What a sentence has that tells what became of anything."""


_TURN_WORDS = re.compile(rf"\b(?:{_OF_A_TURN})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w]*")


def _kept(turn: re.Match[str]) -> str:
    """What is left of a word of a turn: itself where it is one for a thing as well ("captured soldiers")."""
    return turn[0] if turn[0].casefold() in _THING else " "


class Things(NamedTuple):
    """The things that a stretch of text speaks of: by words of weight, each by its first letters or by its kind, and by names."""

    words: frozenset[str]
    names: frozenset[str]

    def shared(self, other: "Things") -> int:
        """How many the two share; none where they share names alone, for two reports may tell anything of one town."""
        words = len(self.words & other.words)
        return words + len(self.names & other.names) if words else 0

    def any(self, other: "Things") -> bool:
        """Whether the two share anything, or there is nothing to share."""
        return not (self.words or self.names) or bool(self.words & other.words or self.names & other.names)

    def beside(self, other: "Things") -> "Things":
        """Those of both."""
        return Things(self.words | other.words, self.names | other.names)


def things(text: str) -> Things:
    """Those of a sentence; words of turns, of time and of speaking left out."""
    words, names = set[str](), set[str]()
    for at, found in enumerate(_WORD.finditer(_TURN_WORDS.sub(_kept, text))):
        written = found[0]
        word = fold(written)
        if not word or word in _PLAIN or " " in word:
            continue
        if written[0].isupper() and at:
            names.add(word[:_STEM])
        else:
            words.add(_THING.get(word) or word[:_STEM])
    return Things(frozenset(words), frozenset(names))


def turns(said: str) -> frozenset[str]:
    """The turns that folded words speak of."""
    found = frozenset(turn for turn, words in _TURN.items() if words.search(said))
    return found or (frozenset({"sign"}) if _A_DEAL.search(said) else found)


def taken(said: str) -> frozenset[str]:
    """The turns that they tell as taken: none that somebody is "to" take."""
    return turns(_TO_DO.sub(" ", said))


def told_as_again(said: str) -> bool:
    """Whether they say that something is as it was before it stopped."""
    return bool(_AGAIN.search(said))


def told_ahead(said: str) -> bool:
    """Whether they speak of what is to come."""
    return bool(_AHEAD.search(said))


def told_as_not(said: str) -> bool:
    """Whether they say that something is or was not."""
    return bool(_NOT.search(said))


def told_as_lasting(said: str) -> bool:
    """Whether they say that something is still as it was."""
    return bool(_STILL.search(said))


def told_as_late(said: str) -> bool:
    """Whether they say that something came too late or has not come when it should."""
    return bool(_LATE.search(said))


def told_as_put_off(said: str) -> bool:
    """Whether they say that something was put off."""
    return bool(_PUT_OFF.search(said))


def there_is(said: str) -> bool:
    """Whether they take for granted that something has begun."""
    return bool(_THERE_IS.search(said))

