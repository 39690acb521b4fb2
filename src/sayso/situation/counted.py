"""What a figure counts, so that two sources can be seen to count the same: "40 government soldiers killed", "seven soldiers dead"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Event, Span
from sayso.situation.words import fold, sentence_span

_FATES = frozenset(
    "killed wounded abducted detained missing displaced released surrendered trapped destroyed damaged".split()
)
_KINDS: dict[str, str] = {
    word: kind
    for kind, words in {
        "people": "people person persons them victims lives bodies dead deaths killed injuries wounded casualties",
        "soldiers": "soldier soldiers troop troops serviceman servicemen",
        "fighters": "fighter fighters militant militants rebel rebels insurgent insurgents jihadist jihadists terrorist terrorists gunman gunmen",
        "civilians": "civilian civilians resident residents villager villagers citizen citizens inhabitant inhabitants",
        "children": "child children minors kids",
        "women": "woman women",
        "police": "policeman policemen police officer officers",
    }.items()
    for word in words.split()
}  # fmt: skip
WHOLE_WAR = 1000
"""A count as high is a war's, told in passing."""
OF_MORE = re.compile(
    r"\b(?:since|also|another|separate|elsewhere|meanwhile|months?|years?|weeks?|daily|during|war|conflict|rebellion|uprising|revolt)\b",
    re.IGNORECASE,
)
"""In a sentence of dead and wounded: more than what the sentence before has told, or something else."""
LATER = re.compile(OF_MORE.pattern + r"|\b(?:later|afterwards)\b", re.IGNORECASE)
"""In the sentence of a second count: it may be another deed's, or of a later hour."""
_SOME_BEFORE = re.compile(
    r"\b(?:receiv\w+|t(?:ook|ake|akes|aken|aking) in|admit\w*|treat\w*|carr(?:y|ies|ied|ying)|b(?:rought|ring|rings|ringing)|bur(?:y|ies|ied|ying)"
    r"|recover\w*|retriev\w*|pull\w* out|dug out|collect\w*)(?: (?!(?:tolls?|numbers?|totals?|counts?|tally)\b)\w+){0,5} ?$"
)
_SOME_BEHIND = re.compile(
    r"^(?: \w+){0,5}? (?:was|were|been|being|are) (?:received|taken (?:in|to)|admitted|treated|carried|brought|buried|recovered|retrieved|pulled"
    r"|dug)\b"
)
_LEAST = re.compile(
    r"\b(?:at least|more than) \w+(?: (?!(?:but|while|who|which)\b)\w+){0,4}"
    r" (?:killed|dead|died|shot|slain|wounded|injured|hurt|missing|arrested|detained)(?: \w+){0,2} and $"
)
"""Before the second of two counts: "at least nine miners were killed and 30 hurt" says so of both."""
_AROUND = 60  # characters
PEOPLE = "people"
KINDS_OF_PEOPLE = frozenset(_KINDS.values()) - {PEOPLE}
"""Kinds of which there can be no more than people in all."""
_PLAIN = frozenset(
    "government regime army state other local young innocent unarmed own more the its of a an male rebel opposition enemy loyalist".split()
)
"""Words beside a noun that do not say who else is counted."""
_SIDES = dict.fromkeys(("government", "regime", "army", "state", "loyalist"), "state") | dict.fromkeys(("rebel", "rebels", "opposition"), "rebels")
"""Words that tell of which side they are who are counted."""
_LINKS = frozenset({"of", "in", "at", "from", "with", "on", "who", "including", "for", "under", "near", "aged", "between"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of them, what they are, the words that narrow it ("turkish"), and whose they are where that is told."""

    fate: str
    kind: str
    narrowed: frozenset[str]
    side: str = ""

    @property
    def of_people(self) -> bool:
        """Whether people are counted."""
        return self.kind in _KINDS.values()

    def may_be(self, other: "Counted") -> bool:
        """Whether the two count the same."""
        alike = self.narrowed <= other.narrowed or other.narrowed <= self.narrowed
        one_side = not (self.side and other.side) or self.side == other.side  # forty rebel fighters are no seven loyalist ones
        return (self.fate, self.kind) == (other.fate, other.kind) and alike and one_side


@lru_cache(maxsize=20_000)
def alike(what: str) -> str:
    """A figure's description (folded) in the words that it shares with others of the same: "killed government soldiers" is "killed soldiers"."""
    found = counted(what)
    return what if found is None else " ".join([found.fate, *sorted(found.narrowed), found.kind]).strip()


@lru_cache(maxsize=20_000)
def counted(what: str) -> Counted | None:
    """What is counted, from a figure's description (folded); None where its last word does not say ("30 regime and 39 rebel fighters")."""
    words = what.split()
    fate = words.pop(0) if words and words[0] in _FATES else "killed" if words[:1] == ["dead"] else ""
    end = next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))
    noun, before = (words[end - 1], words[: end - 1]) if end else ("people", [])
    if noun in _PLAIN:
        return None
    behind = [word for word in words[end:] if word not in _LINKS]
    kind = _KINDS.get(noun) or (noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith("ss") else noun)
    side = next((_SIDES[word] for word in (*before, noun) if word in _SIDES), "")
    return Counted(fate, kind, frozenset(word for word in (*before, *behind) if word not in _PLAIN), side)


def of_some(text: str, span: Span) -> bool:
    """Whether there may be more than a figure counts: it is of those in somebody's hands ("had received six dead"), or of at least so many."""
    first, last = sentence_span(text, span)
    before, behind = fold(text[max(first, span[0] - _AROUND) : span[0]]), fold(text[span[0] : min(last, span[1] + _AROUND)])
    if _LEAST.search(before + " "):
        return True
    return _SOME_BEFORE.search(before) is not None or _SOME_BEHIND.match(" " + behind) is not None


_GROWN = re.compile(
    r"\b(?:toll|number|count|tally|total)\b[^.]{0,120}?\b(?P<grown>rises|rose|risen|climb(?:s|ed)|reach(?:es|ed)|grew|grown|increased|jumped|mounted"
    r"|stands|stood|gone up|went up)\b"
    r"|\bdied\b[^.]{0,40}?\bof (?:\w+ )?(?:wounds|injuries|burns)\b"
    r"|\b(?:has|have|is|are) now\b|\bnow (?:known|said|believed|confirmed) to\b"
    r"|\bup from (?:an? |the )?(?:\w+ ){0,2}(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.IGNORECASE,
)
"""A count that has grown since it was first told."""


def grown_count(text: str, event: Event) -> Span | None:
    """Where the sentence of a deed with a count of its dead or wounded says that the count has grown; None where it does not."""
    if event.type != "ASSAULT" or not event.figures:
        return None
    found = _GROWN.search(text, *sentence_span(text, event.trigger))
    return None if found is None else found.span("grown") if found["grown"] else found.span()
