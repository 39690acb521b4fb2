"""Datelines: "ERBIL (Kurdistan 24) –", "KABUL, Afghanistan, Jan 3 (Reuters) -", "Damascus, SANA-", "BEIRUT —", "(CNN) --"."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.intake.agencies import agency, same_outlet

_WORD = r"[^\W\d_][\w'’ʿ.-]*"
_PLACE = rf"(?P<place>{_WORD}(?:[ \xa0/]{_WORD}){{0,4}})"
_REGION = rf"(?P<region>,[ \xa0]{_WORD}(?:[ \xa0]{_WORD}){{0,3}})?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:,?[ \xa0](?:{_MONTH}[ \xa0]\d{{1,2}}(?:,?[ \xa0]\d{{4}})?|\d{{1,2}}[ \xa0]{_MONTH}(?:,?[ \xa0]\d{{4}})?))?"
_OUTLET = r"\((?P<outlet>[^()\n]{2,40})\)"
_DASH = r"[ \xa0]?(?P<dash>[-–—‒―−_]{1,3}|:)(?:(?=\s)|(?<=[ \xa0][-_])(?=[“\"‘A-Z])|(?<=[–—―])(?=[“\"‘A-Z])|(?<=--)(?=[“\"‘A-Z]))\s*"
_FULL = re.compile(rf"{_PLACE}{_REGION}{_DATE}(?:[ \xa0]\([A-Z][\w .]{{2,30}}\))?[ \xa0]?{_OUTLET}(?:{_DASH}|\s+)")
_COMMA = re.compile(rf"{_PLACE},[ \xa0]?(?P<outlet>[A-Z][\w.]{{1,15}}){_DASH}")
_BARE = re.compile(rf"{_PLACE}{_REGION}{_DATE}{_DASH}")
_OUTLET_IN_BRACKETS = re.compile(rf"{_OUTLET}(?:{_DASH}|\s+)")
_CAPITALS = re.compile(
    r"(?P<place>[A-Z][A-Z'’.-]+(?:[ \xa0/][A-Z][A-Z'’.-]+){0,2})(?P<region>,[ \xa0][A-Z][a-z]+(?:[ \xa0][A-Z][a-z]+)?)?[ \xa0](?=[A-Z“\"\d])"
)
_PLACE_BEFORE = re.compile(
    rf"[A-Z][A-Z'’.-]+(?:[ \xa0/][A-Z][A-Z'’.-]+){{0,3}}(?:,[ \xa0]{_WORD}(?:[ \xa0]{_WORD})?)?{_DATE}[ \xa0]?\Z"
)
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)[ \xa0]?[-–—‒―−_]{1,3}\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")

_PARTICLES = frozenset("al el ad ar as at ash an az ez de del des la le les di da do dos of the es sur and y in on upon".split())
_NO_PLACES = frozenset(
    "breaking update updated exclusive analysis opinion factbox timeline video watch live editorial comment insight explainer feature interview "
    "profile photos pictures audio advisory correction corrected clarification wrapup urgent flash news summary highlights note report fact "
    "abstract introduction background conclusion related tags source sources question answer".split()
)


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline: [start, end) are its place and outlet words; the report's first sentence begins at `after`."""

    start: int
    end: int
    after: int
    outlet: str | None


def named_dateline_at(text: str, start: int, own: str | None = None) -> FoundDateline | None:
    """The dateline at `start` that names its outlet. `own` is the outlet that published the report, where that is known."""
    window = text[start : start + 160]
    found = _FULL.match(window)
    if found and _is_place(found) and _follows(window, found, own):
        return _made(start, found, found.end("outlet") + 1, found.group("outlet"))
    found = _COMMA.match(window)
    if found and _is_place(found) and _is_outlet(found.group("outlet"), own):
        return _made(start, found, found.end("outlet"), found.group("outlet"))
    found = _OUTLET_IN_BRACKETS.match(window)
    name = found.group("outlet") if found else ""
    if found and _sentence_at(window, found.end()) and (_is_outlet(name, own) or (found.group("dash") and name.isupper())):
        return _made(start, found, found.end("outlet") + 1, name)
    return None


def bare_dateline_at(text: str, start: int) -> FoundDateline | None:
    """The dateline at `start` that names a place alone: in capitals, before a long dash, or a city known for its datelines."""
    window = text[start : start + 160]
    found = _BARE.match(window)
    if found and found.group("dash") != ":" and _is_place(found) and _sentence_at(window, found.end()):
        place = found.group("place")
        long_dash = found.group("dash")[0] in "–—―" or len(found.group("dash")) > 1
        if _is_city(place) or (place.isupper() and len(place) > 3) or (long_dash and found.group("region")):
            return _made(start, found, found.start("dash"), None)
    found = _CAPITALS.match(window)
    if found and _is_city(found.group("place")):
        return _made(start, found, found.end("region") if found.group("region") else found.end("place"), None)
    return None


def named_dateline_within(text: str, start: int, end: int, own: str | None = None) -> FoundDateline | None:
    """The first dateline with an agency in brackets and a place in capitals that stands somewhere in [start, end)."""
    for found in _IN_BRACKETS.finditer(text, start, end):
        if not _is_outlet(found.group(1), own):
            continue
        place = _PLACE_BEFORE.search(text[max(start, found.start() - 80) : found.start()])
        if place:
            return FoundDateline(found.start() - len(place.group()), found.end(1) + 1, found.end(), _named(found.group(1)))
    return None


def _made(start: int, found: re.Match[str], end: int, outlet: str | None) -> FoundDateline:
    words = found.string[:end].rstrip(" \xa0,")
    return FoundDateline(start, start + len(words), start + found.end(), _named(outlet))


def _named(outlet: str | None) -> str | None:
    return agency(outlet) or (" ".join(outlet.split()) if outlet else None)


def _follows(window: str, found: re.Match[str], own: str | None) -> bool:
    """Whether what stands in the brackets is an outlet and not the place's own abbreviation, and a sentence comes next."""
    outlet, place = found.group("outlet"), found.group("place")
    known = _is_outlet(outlet, own)
    if _YEAR.search(outlet):
        return False
    if not found.group("dash"):
        return (known or (outlet.isupper() and _is_city(place))) and _sentence_at(window, found.end())
    if found.group("dash") == ":" and not known:
        return False
    initials = "".join(word[0] for word in re.split(r"[\s/-]+", place) if word).casefold()
    abbreviation = outlet.casefold().replace(".", "") in (initials, initials.replace("a", ""))
    return known or place.isupper() or (not abbreviation and (_is_city(place) or not outlet.isupper()) and _sentence_at(window, found.end()))


def _is_outlet(name: str, own: str | None) -> bool:
    return agency(name) is not None or same_outlet(name, own) or any(agency(part) for part in re.split(r"\s*[/,&+]\s*|\s+and\s+", name))


def _is_place(found: re.Match[str]) -> bool:
    words = [word for word in re.split(r"[ \xa0/]", found.group("place")) if word]
    capitals = all(word[0].isupper() or word.casefold().partition("-")[0] in _PARTICLES for word in words)
    return capitals and words[0].rstrip(".:").casefold() not in _NO_PLACES


def _sentence_at(window: str, at: int) -> bool:
    return at < len(window) and (window[at].isupper() or window[at].isdigit() or window[at] in "“\"‘'[`«")


@cache
def _cities() -> frozenset[str]:
    lines = files("sayso.intake").joinpath("dateline_cities.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(city.replace("_", " ").casefold() for line in lines if not line.startswith("#") for city in line.split())


def _is_city(place: str) -> bool:
    return all(part.strip().casefold() in _cities() for part in place.replace("\xa0", " ").split("/"))
