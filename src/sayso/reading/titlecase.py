"""Headlines in which every word has a capital, written as the text below them is: the parser takes "Coalition Condemns Attack" for a name.

What is a name the text itself tells, by how it writes the words elsewhere; else the lexicon, the map and the list of English words do.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

_LINE = re.compile(r"(?m)^.{20,220}$")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_CREDIT = re.compile(r"\W*(?:by|reporting|additional|editing|writing|written|photo|picture|source|tags|updated|last|published|from)\b", re.IGNORECASE)
"""How lines open that are no headline but names."""
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december ramadan christmas easter""".split()
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d:\d\d")
_ENDED = re.compile(r"[^\W\d_]{2}[.?!] +\S")
_FEWEST = 4
"""So many longer words a line has at least for its capitals to mean something."""
_LONG = 4
_MANY, _MOST = 7, 0.8
"""In a line of so many longer words, the share that has a capital though others than these have none."""
_JOINING = frozenset(
    """despite from with after over near amid into than that their while during under against before between among across following including
    without within through until because when where which who whom whose they this these those what upon onto toward towards around""".split()
)


@dataclass(slots=True)
class _Usage:
    """How the rest of a text writes its words."""

    small: set[str] = field(default_factory=set)
    capital: set[str] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Words in capitals that stand side by side inside a sentence."""


def plain_titles(text: str, truecase: Callable[[str], str], english: Callable[[str], bool]) -> str:
    """The text, at the same length, in which lines in title case are written plainly. `truecase` gives a line in small letters its capitals."""
    lines = [(match.start(), match.group()) for match in _LINE.finditer(text) if _titled(match.group())]
    if not lines or not text[: lines[0][0]].strip() + text[lines[-1][0] + len(lines[-1][1]) :].strip():
        return text  # no headline stands alone
    usage = _usage(text, {start for start, _ in lines})
    for start, line in lines:
        text = text[:start] + _plain(line, truecase(line), usage, english) + text[start + len(line) :]
    return text


def _titled(line: str) -> bool:
    words = [word for word in _WORD.findall(line) if len(word) >= _LONG]
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) < _FEWEST or not any(word[1:].islower() for word in capitals):
        return False
    if _ENDED.search(line) or _CREDIT.match(line) or _YEAR.search(line):
        return False  # more than one sentence, who wrote it, or when
    plain = [word for word in words if word[0].islower() and word not in _JOINING]
    return not plain or (len(words) >= _MANY and len(capitals) >= _MOST * len(words))


def _usage(text: str, titles: set[int]) -> _Usage:
    usage = _Usage()
    at = 0
    for line in text.splitlines(keepends=True):
        if at not in titles:
            _learn(line, usage)
        at += len(line)
    return usage


def _learn(line: str, usage: _Usage) -> None:
    found = list(_WORD.finditer(line))
    inside = [line[max(0, match.start() - 2) : match.start()].strip()[-1:] not in (".", "?", "!", '"', "\u201c", ":", "") or
              (i > 0 and line[found[i - 1].end() : match.start()] in (" ", "-")) for i, match in enumerate(found)]  # fmt: skip
    for match, within in zip(found, inside, strict=True):
        word = match.group()
        if word.islower():
            usage.small.add(word)
        elif within and word[0].isupper():
            usage.capital.add(word.lower())
    for (a, _), (b, within) in pairwise(zip(found, inside, strict=True)):
        if within and a.group()[0].isupper() and b.group()[0].isupper() and line[a.end() : b.start()] in (" ", "-"):
            usage.pairs.add((a.group().lower(), b.group().lower()))


def _plain(line: str, cased: str, usage: _Usage, english: Callable[[str], bool]) -> str:
    out = list(line)
    found = list(_WORD.finditer(line))
    lows = [match.group().lower() for match in found]
    for i, match in enumerate(found):
        word, low = match.group(), lows[i]
        if match.start() == 0 or low in _CALENDAR or not word[0].isupper() or word[1:] != word[1:].lower():
            continue
        beside = (i and (lows[i - 1], low) in usage.pairs) or (i + 1 < len(lows) and (low, lows[i + 1]) in usage.pairs)
        stem = low.removesuffix("s")  # the s of an apostrophe that is lost: "Syrias"
        named = low not in usage.small and (low in usage.capital or (stem != low and stem in usage.capital))
        known = cased[match.start()].isupper() and low not in usage.small
        if not (beside or named or known) and (low in usage.small or english(low)):
            out[match.start()] = out[match.start()].lower()
    return "".join(out)
