"""What the name of an outlet and the rivals for the ground tell of the state that a report means without naming it."""

import re

from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Page

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_KNOWN = 4.0
"""The weight of a town of ten thousand."""
_LARGE = 4.5
_CLEARLY = 1.5
"""So much weightier a large town is than the next place of its name abroad: thirty times the people. A smaller one has no namesake abroad."""
_LONGEST = 3
_WORLDWIDE = frozenset("US GB FR CA AU DE AT CH BE NL IT ES IE SE NO DK FI CN JP AE QA SA".split())
"""States from whose towns many write of the wars of others; their towns tell nothing, a word for the nation does."""
_TWO_STATES = {"PS": "9", "EH": "9", "TW": "9", "SS": "2011-07", "ER": "1993-05", "TL": "2002-05", "XK": "2008-02"}
"""Ground of which another state's army and officials are, or were before a day."""
_PAPER = frozenset(
    """the radio agency post times star sun news daily weekly herald mail press bulletin gazette voice echo mirror observer journal report channel
    front party union liberty hope nation progress victoria independence republic tribune telegraph monitor mission desk media letter note
    notice courier review digest chronicle sentinel banner call standard dispatch record summary punch human federal national interior northern
    southern eastern western central islands island wadi hit sabah un krishna guinea general public bay port batman""".split()
)
"""Words in the names of outlets that are also names of towns somewhere."""
_PLAIN = frozenset(
    """the of and for at in a daily weekly evening morning today online times news post herald tribune radio tv television gazette courier star
    telegraph observer journal mirror standard voice press agency wire service mail chronicle dispatch monitor review bulletin echo sun
    examiner guardian leader express argus banner record report reporter paper page channel network broadcasting corporation fm
    ministry defence defense interior information foreign affairs health army armed police navy air command staff office directorate
    department headquarters statement release
    communique spokesman spokeswoman""".split()
)
"""Words of the names of outlets and offices that leave it to a nation or a town beside them whose they are; with any other word ("Free Syrian Army
Media Office", "Niger Delta Voice") the nation is not whose outlet it is."""
_REPUBLIC = frozenset({"republic", "emirate", "caliphate"})
_APART = frozenset("breakaway self-proclaimed self-styled unrecognised unrecognized self-declared so-called exile exiled".split())


def outlet_state(page: Page, known: Knowledge) -> str | None:
    """The state that the name of a report's outlet tells: by its nation, its country or a town that is clearly there, at its
    beginning or end ("Basra Telegraph", "Ministry of Defence, Bogota"). None where it
    tells several, or one whose press writes of everybody's wars, or ground of two states."""
    words = _WORD.findall(page.report.outlet or "")
    nations = _nations(words, known)
    if sum(word.lower() not in _PLAIN for word in words) > (1 if not nations else _words_of_nations(words, known)):
        return None
    if nations:
        code = next(iter(nations))
        return code if len(nations) == 1 and len(code) == 2 and alone_there(code, page) else None
    sizes = range(min(_LONGEST, len(words)), 0, -1)
    begins = next((town for size in sizes if (town := _town(words[:size], page, known)) is not None), None)
    ends = next((town for size in sizes if (town := _town(words[-size:], page, known)) is not None), None)
    towns = {town for town in (begins, ends) if town is not None}
    return next((town for town in towns - _WORLDWIDE if alone_there(town, page)), None) if len(towns) == 1 else None


def alone_there(code: str, page: Page) -> bool:
    """Whether a state's army and officials were alone on its ground when a report was published."""
    return (page.report.published or "0") >= _TWO_STATES.get(code, "0")


def state_of_place(words: str, page: Page, known: Knowledge) -> str | None:
    """The state of a town or province that an office is of ("the governor of North Kordofan"), where its name can hardly mean another."""
    found = _town(words.split(), page, known)
    return found if found is not None and alone_there(found, page) else None


def _nations(words: list[str], known: Knowledge) -> set[str]:
    """The states and peoples that words name, the longest names first: not Sudan in "South Sudanese"."""
    found: set[str] = set()
    at = 0
    while at < len(words):
        size, code = next(((n, code) for n in range(_LONGEST, 0, -1) if (code := known.nations.get(_joined(words[at : at + n])))), (1, None))
        found |= {code} if code is not None else set()
        at += size
    return found


def _words_of_nations(words: list[str], known: Knowledge) -> int:
    """How many of some words belong to the names of nations."""
    found = [range(at, at + n) for n in range(_LONGEST, 0, -1) for at in range(len(words)) if known.nations.get(_joined(words[at : at + n]))]
    return len({at for one in found for at in one})


def _joined(words: list[str]) -> str:
    return re.sub(r"[’']s?$", "", fold(" ".join(words)))


def _town(words: list[str], page: Page, known: Knowledge) -> str | None:
    """The state of the town that these words name, where they can hardly name another one or a thing."""
    folded = _joined(words)
    if not words[0][:1].isupper() or folded in _PAPER or folded in known.given or folded in known.noun_heads:
        return None
    if (seat := known.seats.get(folded)) is not None:
        return seat
    places = page.lexicon.gazetteer.exactly(re.sub(r"[’']s?$", "", " ".join(words)))
    if not places or places[0].weight < _KNOWN or places[0].country is None:
        return None
    rival = max((place.weight for place in places if place.country != places[0].country), default=0.0)
    clear = places[0].weight - rival >= _CLEARLY if places[0].weight >= _LARGE else rival == 0.0
    return places[0].country if clear else None


def disputed(page: Page, ground: tuple[str, ...]) -> bool:
    """Whether a report, or its outlet's name, speaks of ground that has a government beside the state's ("the Republic of Upper Marn", Abkhazia):
    whose an official is who is told without his state is then open. `ground` are the beginnings of the names of such lands and their seats."""
    words = [*(token.text for token in page.doc), *_WORD.findall(page.report.outlet or "")]
    if any(word.lower() in _APART for word in words):
        return True
    if any(word[:1].isupper() and fold(word).startswith(ground) for word in words):
        return True
    countries = [(name.start, name.end) for name in page.names if (name.entry or "").startswith("country:")]
    republics = [token for token in page.doc if token.text[:1].isupper() and token.lower_ in _REPUBLIC]
    return any(not any(start <= token.idx < end for start, end in countries) for token in republics)
