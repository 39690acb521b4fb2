"""How the words reached the report: channel, agency, hearers and the time at the cue."""

import re

from sayso.model import Interval
from sayso.model.codes import Channel
from sayso.reading.said.draft import Draft
from sayso.reading.said.sheet import Sheet

_CHANNELS: tuple[tuple[Channel, re.Pattern[str]], ...] = tuple(
    (channel, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for channel, words in (
        ("tweet", r"tweet(?:s|ed)?|on twitter|tweeting|twitter (?:post|account|feed|message|thread)|posted on x"),
        ("press_conference", r"(?:news|press) (?:conference|briefing)|briefing|told a briefing"),
        ("press_statement", r"(?:in|by|through|via|with|issued|released|(?:a|the|its|his|her|their)(?: \w+)?) (?:a |an |the )?(?:\w+ ){0,2}(?:statement|press release|communiqu[e\u00e9])"),
        ("document", r"(?:in|on|by|from) (?:a|an|its|his|her|their|the)(?: \w+){0,2} (?:report|letter|e-?mail|memo|document|article|op-ed|book|essay|post|note|paper|study)|on (?:its |his |her |their )?(?:official )?facebook|facebook|e-?mailed|wrote|study|report (?:by|from|of|on)|website"),
        ("interview", r"interview(?:s|ed)?|told (?:afp|reuters|the associated press|ap|cnn|bbc|the bbc|al[- ]jazeera)|by (?:tele)?phone|via skype"),
        ("broadcast", r"televised|on (?:state )?(?:tv|television|radio)|broadcast|(?:tv|television|radio|video) (?:address|message|speech|appearance|statement)|in a video"),
    )
)  # fmt: skip


def occasion(sheet: Sheet, draft: Draft) -> tuple[int, int]:
    """Offsets of the sentence of the cue, in which its time and channel stand."""
    if draft.cue is None:
        return (0, 0)
    first, last = sheet.sentence(draft.cue.i)
    return sheet.starts[first], sheet.end_of(last - 1)


def outside(sheet: Sheet, draft: Draft, where: tuple[int, int]) -> str:
    """The words of a stretch that are not content."""
    text, kept, at = sheet.text, [], where[0]
    for start, end in sorted(draft.content):
        kept.append(text[at : max(at, min(start, where[1]))])
        at = max(at, end)
    kept.append(text[at : where[1]])
    return " | ".join(kept)


def channel(sheet: Sheet, draft: Draft, where: tuple[int, int]) -> Channel:
    """The channel that the words at the cue name."""
    words = outside(sheet, draft, where)
    for name, pattern in _CHANNELS:
        if pattern.search(words):
            return name
    if draft.cue is not None and draft.cue.row.channel is not None:
        return draft.cue.row.channel
    return "unknown"


def stated(sheet: Sheet, draft: Draft, where: tuple[int, int]) -> Interval | None:
    """The time given at the cue: the first one in its sentence that is not part of the content."""
    for time in sheet.page.times:
        if time.type not in ("DATE", "TIME") or not where[0] <= time.span[0] < where[1]:
            continue
        if any(start < time.span[1] and time.span[0] < end for start, end in draft.content):
            continue
        if time.earliest or time.latest:
            return Interval(earliest=time.earliest, latest=time.latest)
    return None
