"""What stands among a report's paragraphs and is no part of what it tells: captions, the page's own words, paragraphs met twice.

The text keeps all of it; it is only marked, so that nothing is read from it.
"""

import re
from collections.abc import Iterator

from sayso.intake.layout import Layout

_LONGEST = 300
_FEWEST_WORDS = 8
"""A line of fewer words may well be said twice."""

_CREDIT = r"(?:Getty Images|Reuters|AFP|AP(?: Photo)?|EPA|Anadolu(?: Agency)?|Xinhua|DPA|Handout|Shutterstock)"
_CAPTIONS = (
    r"(?:(?:file )?(?:photo|image|picture|foto)s?(?: (?:credit|caption|copyright|source|by))?|caption|credit|map)\s?[:|–—]\s?\S.*",
    r"(?:photo|image|picture)s? (?:caption|by|credit|courtesy of|copyright) .*",
    r"\[(?:photo|image|picture|video)s?\b[^\]]{0,120}\]",
    rf".*[\[(][^()\[\]]{{0,60}}(?:photo|image|picture|handout|\bvia\b|/ ?{_CREDIT}|getty images|shutterstock)[^()\[\]]{{0,60}}[\])]",
    r".{10,}\s(?:photo(?:graph)?|image|picture):\s.{2,60}",
    rf"(?:[A-Z][\w.'’-]+ ){{1,4}}/ ?{_CREDIT}",
)
_SERVICES = r"(?:share|tweet|print|e-?mail|save|facebook|twitter|whatsapp|telegram|linkedin|reddit|copy link|comments?)"
_FURNITURES = (
    r"advertise?ment|\[?(?:advert|sponsored(?: content)?|promoted(?: content)?|ad)\]?|skip (?:to (?:main )?content|ad(?:vertisement)?)",
    r"(?:read|see|watch|listen|view|explore) (?:also|more|next)(?:\s?[:|>–—].*)?|also (?:read|see|watch|on [\w ]{2,30})\s?[:|>–—].*",
    r"(?:read|see|watch)\s?[:|>]\s?\S.*",
    r"(?:related|recommended|more|trending|popular|latest|top|most (?:read|viewed|popular))"
    r"(?: (?:articles?|stor(?:y|ies)|topics?|news|coverage|links?|posts?|videos?|on this (?:story|topic)))(?:\s?:.*)?|related\s?:.*",
    rf"{_SERVICES}(?:\s?[|/,·•]?\s?{_SERVICES})*",
    r"reply|subscribe|sign up|log ?in|register|menu|search|next|previous|back to top|continue reading|show more|load more|play video|watch live",
    r"listen to this (?:article|story).{0,20}",
    r"(?:share|follow|find|like|join) (?:this|us|the|it|our)\b.{0,100}\b(?:facebook|twitter|x|whatsapp|telegram|youtube|channel)\b.{0,60}",
    r"share this (?:article|story|post)|(?:sign up|subscribe|register)\b.{0,140}\b(?:newsletter|inbox|alerts?|e-?mail)\b.{0,60}",
    r"(?:get|receive) .{0,80}(?:newsletter|to your inbox|notifications).{0,40}",
    r"(?:we use|this (?:web)?site uses) cookies\b.*|.{0,60}\bcookie (?:policy|settings|preferences)\b.{0,60}|accept (?:all )?cookies",
    r"(?:copyright|©|\(c\))\s.{0,160}|.{0,120}\ball rights reserved\b.{0,40}",
    r"\d{1,3} ?(?:shares?|comments?|views?|likes?)|(?:\d+ ?)?min(?:ute)?s? read|reading time:? .{1,20}|page \d{1,4}(?: of \d{1,4})?|- ?\d{1,4} ?-",
    r"(?:this (?:article|story)|story) (?:was )?(?:first|originally) (?:appeared|published) (?:on|in|at|by) .{2,80}",
    r"(?:click|tap) here\b.{0,120}|tags?\s?:.{0,200}|filed under\s?:.{0,120}|topics?\s?:.{0,160}",
    r"(?:image|video|media) (?:unavailable|could not be loaded).{0,40}",
)
_CAPTION = re.compile("|".join(_CAPTIONS), re.I)
_FURNITURE = re.compile("|".join(_FURNITURES), re.I)


def mark_asides(layout: Layout) -> None:
    """Mark captions and the page's own words where they are a line of their own."""
    for start, line in _lines(layout.text):
        words = line.strip()
        if not 1 < len(words) <= _LONGEST:
            continue
        if _CAPTION.fullmatch(words):
            layout.mark("caption", start, start + len(line))
        elif _FURNITURE.fullmatch(words.rstrip(".:!>» ")) or _FURNITURE.fullmatch(words):
            layout.mark("furniture", start, start + len(line))


def mark_repeats(layout: Layout) -> None:
    """Mark a paragraph of the body whose words stand in an earlier one: it says nothing anew."""
    seen: set[str] = set()
    for start, line in _lines(layout.text):
        words = re.findall(r"\w+", line.casefold())
        if len(words) < _FEWEST_WORDS:
            continue
        key = " ".join(words)
        if key in seen:
            layout.mark("repeat", start, start + len(line))
        elif layout.free(start, start + len(line)):
            seen.add(key)


_OPENING, _LEAD = 30, 900
"""By how many characters a lead met again is known, and how long it is at most."""


def mark_doubled_lead(layout: Layout) -> None:
    """Mark the first of two copies of the lead that stand one behind the other: a page's description run together with its text. The second
    goes on, with who said it."""
    text = layout.text
    start = next((part.span[0] for part in layout.parts() if part.kind == "body"), len(text))
    again = text.find(text[start : start + _OPENING], start + _OPENING, start + _LEAD + _OPENING)
    if again < 0:
        return
    lead = text[start:again].strip().rstrip(".")
    if len(lead.split()) >= _FEWEST_WORDS and text.startswith(lead, again):
        layout.mark("repeat", start, again)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line
        at += len(line)
