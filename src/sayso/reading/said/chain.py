"""How the words reached the report: channel, agency, hearers and the time at the cue."""

import re

from sayso.lexicon import Lexicon
from sayso.lexicon.cue_rows import ChannelRow
from sayso.model import Interval, Time
from sayso.model.codes import Channel
from sayso.reading.said.cues import Cue
from sayso.reading.said.draft import Draft
from sayso.reading.said.sheet import Sheet

_REACH = 2000
"""So many characters on either side of a cue its time and channel may stand."""


class Channels:
    """Reads the channel off the words around a cue."""

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[Channel, list[str]] = {}
        for row in lexicon.rows(ChannelRow):
            words.setdefault(row.channel, []).append(row.words)
        self._patterns = [(name, _either_case(rf"\b(?:{'|'.join(found)})\b")) for name, found in words.items()]

    def of(self, draft: Draft, words: str) -> Channel:
        """The channel that the words of the sentence outside what is said name; else the cue's own."""
        words = words.lower()
        for name, pattern in self._patterns:
            if pattern.search(words):
                return name
        if draft.cue is not None and draft.cue.row.channel is not None:
            return draft.cue.row.channel
        return "unknown"


def _either_case(pattern: str) -> re.Pattern[str]:
    """An expression that finds the same in a text in small letters: three times as fast where it is written small itself."""
    return re.compile(pattern, re.NOFLAG if re.sub(r"\\.", "", pattern).islower() else re.IGNORECASE)


def occasion(sheet: Sheet, draft: Draft) -> tuple[int, int]:
    """Offsets of the sentence of the cue, in which its time and channel stand."""
    if draft.cue is None:
        return (0, 0)
    first, last = sheet.sentence(draft.cue.i)
    at = draft.cue.token.idx
    return max(sheet.starts[first], at - _REACH), min(sheet.end_of(last - 1), at + _REACH)


def outside(sheet: Sheet, draft: Draft, where: tuple[int, int]) -> str:
    """The words of a stretch that are not content."""
    text, kept, at = sheet.text, [], where[0]
    for start, end in sorted(draft.content):
        if start >= where[1]:
            break
        kept.append(text[at : max(at, min(start, where[1]))])
        at = max(at, end)
    kept.append(text[at : where[1]])
    return " | ".join(kept)


def stated(sheet: Sheet, draft: Draft, where: tuple[int, int]) -> Interval | None:
    """The time given at the cue: the first one in its sentence that is not part of the content."""
    for time in sheet.times_in(*where):
        if time.type not in ("DATE", "TIME"):
            continue
        if any(start < time.span[1] and time.span[0] < end for start, end in draft.content):
            continue
        if (time.earliest or time.latest) and not _of_others(sheet, time, draft.cue):
            return Interval(earliest=time.earliest, latest=time.latest)
    return None


def _of_others(sheet: Sheet, time: Time, cue: Cue | None) -> bool:
    """Whether a time tells when something else was: "could not get there since Friday and urged", "said so, but they said it ended on Sunday"."""
    tokens = sheet.page.tokens(*time.span)
    if cue is None or cue.token.pos_ != "VERB" or not len(tokens):
        return False
    if tokens.start and tokens.doc[tokens.start - 1].lower_ == "since":
        return True
    verb = tokens.root
    while verb.pos_ not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX") or verb in (cue.token, *cue.token.ancestors):
        return False
    chain = [verb, *verb.ancestors]
    return cue.token not in chain or any(word.dep_ in ("conj", "relcl") for word in chain[: chain.index(cue.token)])
