"""The headline: a known title found again at the top of the text, or a first line that reads like one."""

import re

from sayso.intake.dates import record_at

_LONGEST = 200
_SITE = re.compile(r"\s+[|–—-]\s+")


def title_at(text: str, start: int, title: str) -> int | None:
    """Where the known title ends when the text has it at `start`, whatever the punctuation; the site's name at its end may be missing."""
    pieces = _SITE.split(title.strip())
    candidates = [" - ".join(pieces[i:j]) for i in (0, 1) for j in range(len(pieces), i, -1)]
    for candidate in candidates:
        if len(candidate.split()) >= 3 and (end := _same_words(text, start, candidate)) is not None:
            return end
    return None


def headline_at(text: str, start: int) -> int | None:
    """Where the line at `start` ends when it reads like a headline: short, no sentence's full stop, and the story comes below it."""
    end = text.find("\n", start)
    if end < 0 or end - start > _LONGEST:
        return None
    line = text[start:end].strip()
    below = text[end:]
    words = line.split()
    if len(words) < 2 or not (line[0].isupper() or line[0].isdigit() or line[0] in "‘'“\"[") or line[-1] in ",;:_-–—" or not below.strip():
        return None
    full_stop = line.rstrip("”\"’'").endswith(".") and not line.endswith("...")
    if full_stop and (not _title_case(words) or re.search(r"\d{4}\.$", line)):
        return None
    if below.lstrip()[:1].islower():  # a line that was only wrapped
        return None
    gap = re.match(r"[ \t\r\xa0]*\n[ \t\r\xa0]*\n", below[:50])
    next_line = below.lstrip()[:400].split("\n", 1)[0]
    set_off = gap or len(next_line) > max(100, 1.3 * len(line)) or len(next_line.split()) <= 6 or _ends_in_a_date(next_line)
    return end if set_off else None


def _ends_in_a_date(line: str) -> bool:
    """Whether a short line is a name and a date: "Hill Country Times | 9 June 2031"."""
    bars = re.finditer(r"[|•]\s*|,\s|\s[–—-]\s", line[:_LONGEST])
    records = (record_at(line, bar.end()) for bar in bars)
    return len(line) < _LONGEST and any(record is not None and not line[record.end :].strip() for record in records)


def _title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.9 * len(long) and len(words) <= 20


def _same_words(text: str, start: int, title: str) -> int | None:
    at, end = start, start
    for char in title.casefold():
        if not char.isalnum():
            continue
        while at < len(text) and not text[at].isalnum():
            at += 1
        if at >= len(text) or text[at].casefold() != char:
            return None
        at += 1
        end = at
    if end == start:
        return None
    rest = text[end : end + 3]
    if rest[:1] in ("”", "’", '"', "'", ")"):
        end += 1
        rest = rest[1:]
    if rest[:1] in ".?!" and rest:
        return end + 1
    if rest.strip()[:1] == "." and rest[:1] == " ":
        return end + 2
    after = rest.lstrip(" \xa0")
    return end if not rest or rest[0] in "\r\n" or (rest[0] in " \xa0" and not after[:1].islower()) else None
