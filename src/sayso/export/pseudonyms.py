"""Private persons under pseudonyms, in the facts and in the texts.

A private person is one whom the lexicon does not list and to whom no report gives a public office: a teacher, a driver or a sergeant is
private, a minister, a colonel or a spokesman is not. Everything that names one of them becomes "Person 1", "Person 2", ... in the order in
which they are first told of; the reports' authors and editors are left out, and so is an address that holds a name. The texts change, so a
span is a span of the changed text and a report's id no longer its hash.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from sayso.model import Party, Reading
from sayso.model.codes import is_coded
from sayso.model.names import Names, plain
from sayso.situation.case import lay_out
from sayso.situation.identity import actor_id
from sayso.situation.words import fold

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 3
_SPANS = frozenset({"span", "trigger", "cue", "speaker_span"})
_LISTS = frozenset({"mentions", "content", "insertions", "also"})
_PUBLIC = frozenset(
    """minister president premier chancellor secretary undersecretary governor gov mayor king queen prince princess emperor emir sultan caliph
    pope patriarch archbishop bishop cardinal ayatollah mufti ambassador amb envoy emissary consul commissioner spokesman spokeswoman
    spokesperson general gen admiral adm marshal colonel col commander cmdr brigadier commodore chief chairman chairwoman chairperson leader
    head senator sen congressman congresswoman mp mep lawmaker legislator parliamentarian assemblyman assemblywoman councillor justice
    prosecutor warlord strongman dictator negotiator speaker taoiseach ceo director director-general secretary-general attorney-general
    undersecretary-general major-general lieutenant-general brigadier-general lieutenant-colonel vice-president co-chair""".split()
)
"""Words of titles that are a public's business; every other calling is a private person's."""
_CALLED = ("mr", "mrs", "ms", "miss", "dr", "prof", "sheikh", "judge", "sergeant", "captain")
_TITLES = frozenset("mr mrs ms dr sheikh shaykh haji imam umm abu bin ibn al el the of".split())

MARK = "with pseudonyms"
"""Stands in the reader's name of each changed reading, and so in every format: nobody takes one for what was read."""

Edit = tuple[int, int, str]


def pseudonymised(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings with their private persons under pseudonyms."""
    readings = tuple(readings)
    names = _names(readings)
    sought = Names(names)
    return tuple(_reading(reading, names, sought) for reading in readings)


def _names(readings: Sequence[Reading]) -> dict[str, str]:
    """Every name that is to go, as `plain` gives it, and what stands for it.

    A word that a public party or a place shares goes only as part of a full name.
    """
    told: dict[str, list[Party]] = defaultdict(list)
    public: set[str] = set()
    for sheet in lay_out(readings, None):
        for party in sorted(sheet.reading.parties, key=lambda p: (p.mentions[:1], p.id)):
            if party.kind == "person":
                told[actor_id(party, sheet.id, None)].append(party)
            elif party.kind != "other":  # of unknown kind: it may be the person herself, by her surname alone
                public |= {word for name in (party.name, *party.aliases) for word in fold(name).split()}
        public |= {word for place in sheet.reading.places for word in fold(place.name).split()}
    private = []
    for parties in told.values():
        if any(party.entry or any(_public(role.title) for role in party.roles) for party in parties):
            public |= {word for party in parties for name in (party.name, *party.aliases) for word in fold(name).split()}
        else:
            private.append(parties)
    found: dict[str, str] = {}
    for number, parties in enumerate(private, start=1):
        for name in sorted({name for party in parties for name in (party.name, *party.aliases)}):
            if _WORD.search(name) and fold(name) not in public:
                for one in (plain(name), *_shorter(name, public)):
                    found.setdefault(one, f"Person {number}")
    return found


def _shorter(name: str, public: set[str]) -> Iterator[str]:
    """What else a person of that name is called: by a word of it, and where that is too short to stand alone, by a title and it."""
    for part in (part for word in _WORD.findall(name) for part in (word, *word.split("-"))):
        if not part[:1].isupper() or fold(part) in public | _TITLES:
            continue
        if len(part) >= _SHORTEST:
            yield plain(part)
        elif len(part) > 1:
            yield from (plain(f"{title} {part}") for title in _CALLED)


def _public(title: str) -> bool:
    return any(word.strip(".,") in _PUBLIC for word in title.lower().split())


def _reading(reading: Reading, names: Mapping[str, str], sought: Names) -> Reading:
    def edits_of(text: str) -> list[Edit]:
        return [(one.start, one.end, names[one.name]) for one in sought.find(text)]

    def instead(text: str) -> str:
        for start, end, pseudonym in reversed(edits_of(text)):
            text = f"{text[:start]}{pseudonym}{text[end:]}"
        return text

    moved = _Moved(edits_of(reading.report.text))
    data: dict[str, Any] = reading.model_dump(mode="json")
    data = _walk(data, instead, moved)
    report = data["report"]
    report |= {"id": reading.report.id, "byline": None, "editor": None}
    urls = (reading.report.url, *(met.url for met in reading.report.appearances))
    for one, url in zip((report, *report["appearances"]), urls, strict=True):
        one["url"] = None if url and sought.find(re.sub(r"[^\w]+|_", " ", unquote(url))) else url
    data["reader"]["name"] += f" {MARK}"
    report["parts"] = [part for part in report["parts"] if part["kind"] not in ("byline", "editor")]
    for time in data["times"]:
        time["text"] = report["text"][slice(*time["span"])]
    return Reading.model_validate(data)


def _walk(value: Any, instead: Any, moved: "_Moved", key: str = "") -> Any:
    """Every text under its pseudonyms, every span where its words now stand."""
    if key in _SPANS and value is not None:
        return moved.span(value)
    if key in _LISTS:
        return [moved.span(span) for span in value]
    if isinstance(value, dict):
        return {name: one if is_coded(name, one) else _walk(one, instead, moved, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_walk(one, instead, moved) for one in value]
    return instead(value) if isinstance(value, str) else value


class _Moved:
    """Where offsets of the old text lie in the new one."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._starts = [start for start, _, _ in edits]
        self._shift = [0]
        for start, end, new in edits:
            self._shift.append(self._shift[-1] + len(new) - (end - start))

    def span(self, span: Sequence[int]) -> list[int]:
        """A span of the new text; one that cuts a name takes in its whole pseudonym."""
        return [self._at(span[0], False), self._at(span[1], True)]

    def _at(self, offset: int, is_end: bool) -> int:
        number = bisect_right(self._starts, offset - (1 if is_end else 0))
        if number:
            start, end, new = self._edits[number - 1]
            if start < offset < end or (offset == start and not is_end) or (offset == end and is_end):
                return start + self._shift[number - 1] + (len(new) if is_end else 0)
        return offset + self._shift[number]
