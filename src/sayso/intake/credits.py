"""Who wrote and who edited: "By ...", "Reporting by ...; Editing by ...", and the credits at the end of a report."""

import re
from dataclasses import dataclass

_NAME_WORD = r"[^\W\d_a-zß-ÿ][\w'’.-]*|(?:al|el|de|van|von|bin|ibn|der|da|di|la|le|abu)[ -][\w'’-]+"
_NAME = rf"(?:{_NAME_WORD})(?:[ \xa0](?:{_NAME_WORD})){{0,3}}"
_NAMES = rf"{_NAME}(?:(?:,[ \xa0]|[ \xa0]and[ \xa0]|,[ \xa0]and[ \xa0]|[ \xa0]?[&/][ \xa0]?){_NAME}){{0,5}}"
_BYLINE_LINE = re.compile(
    rf"(?:[Bb]y|BY)[ \xa0]+(?P<names>{_NAMES})"
    r"(?P<role>[ \xa0]?[,|–—-][^\n.]{0,80}|[ \xa0](?:for|in|of|at)[ \xa0][^\n.]{0,60})?[ \xa0\t\r]*\.?(?=\r?\n|\Z)"
)
_FULL_NAME = rf"(?:{_NAME_WORD})(?:[ \xa0](?:{_NAME_WORD})){{1,3}}"
_PLACED = re.compile(
    rf"(?P<names>{_FULL_NAME}(?:(?:,| and)[ \xa0]{_FULL_NAME}){{0,3}})[ \xa0]in[ \xa0]{_NAME}(?:[ \xa0]and[ \xa0]\w+)?[ \t]*(?=\r?\n)"
)
_ROLE = r"(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Aa]nalyst|[Ww]riter)"
_BYLINE_RUN = re.compile(
    r"By[ \xa0](?P<names>[^\W\d_a-z][\w'’.-]+[ \xa0](?:(?:al|el|de|van|von|bin)[ -])?[^\W\d_a-z][\w'’-]+)"
    rf"(?:,?[ \xa0](?:[A-Z][\w'’-]*[ \xa0,]+){{0,4}}?{_ROLE}(?:, [A-Z]\w+)?)?(?=[ \xa0])"
)
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "the a an this that these those early late mid contrast".split()
)
_JOBS = r"(?:[Aa]dditional[ \xa0])?[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Cc]ompiled|[Tt]ranslated|[Tt]ranslation|[Ww]ritten"
_JOB = re.compile(rf"(?P<job>{_JOBS})(?:[ \xa0]and[ \xa0](?:{_JOBS}))?(?:[ \xa0][Bb]y|:)[ \xa0]+(?=[A-Z])")
_OF_NAMES = re.compile(rf"(?P<names>[^;()\n|]{{2,120}}?)[ \xa0]*(?=[;()\n|]|\Z|[ \xa0](?:Our[ \xa0]Standards|(?:{_JOBS})\b))")
_IN_PLACE = re.compile(r"[ \xa0]+in[ \xa0][A-Z].*|[ \xa0]*,[ \xa0]*(?=and[ \xa0]|\Z)|[ .]+\Z")


@dataclass(frozen=True, slots=True)
class Credit:
    """Names at [start, end); `job` is byline or editor."""

    start: int
    end: int
    job: str
    names: str


def byline_at(text: str, start: int) -> Credit | None:
    """The byline at `start`: a line of its own, or one that the report's first sentence follows on the same line."""
    window = text[start : start + 200]
    found = _BYLINE_LINE.match(window) or _BYLINE_RUN.match(window)
    if not found or found.group("names").split()[0].casefold() in _NO_NAMES:
        return None
    return Credit(start, start + found.end(), "byline", " ".join(found.group("names").split()))


def placed_byline_at(text: str, start: int) -> Credit | None:
    """A line of names and where they are, without "By": "Ruta Olm in Orlen and Agencies"."""
    found = _PLACED.match(text, start, start + 160)
    if not found or found.group("names").split()[0].casefold() in _NO_NAMES:
        return None
    return Credit(start, found.end(), "byline", " ".join(found.group("names").split()))


def closing_credits(text: str, start: int) -> list[Credit]:
    """The credits after `start` in order: writers as byline, editors as editor. Each stands at the start of a line, after a bracket,
    a semicolon, or a sentence's end; and what it says is names."""
    credits = []
    for found in _JOB.finditer(text, start):
        before = text[: found.start()].rstrip(" \xa0")
        if before and before[-1] not in "\n(;.!?”\"|)]":
            continue
        names = _OF_NAMES.match(text, found.end(), found.end() + 200)
        if names:
            job = "editor" if found.group("job").lower().startswith("edit") else "byline"
            end = names.end() + (text[names.end() : names.end() + 1] in (";", ")"))
            opening = found.start() - 1 if text[found.start() - 1 : found.start()] == "(" else found.start()
            credits.append(Credit(opening, end, job, _IN_PLACE.sub("", names.group("names"))))
    return credits


def only_names(words: str) -> bool:
    """Whether `words` are nothing but two to eight capitalised words, as a byline without "By" is."""
    tokens = re.split(r"[\s/&]+", words.strip())
    return 2 <= len(tokens) <= 8 and all(t[:1].isupper() and re.sub(r"[-’'.]", "", t).isalpha() for t in tokens)
