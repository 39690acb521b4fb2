"""Bodies of a state that a house style writes with capitals: "the Army", "the Ministry of Defence". The words describe a body, and name none."""

from dataclasses import replace

from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Name, Page
from sayso.reading.parsed import Token
from sayso.reading.who.described import HOME_BODIES
from sayso.reading.who.register import Register

_STATES_KINDS = frozenset({"government", "military", "police"})
_MINISTRY = "mo"
"""How the keys of ministries begin."""


def named_after_all(page: Page, known: Knowledge, register: Register) -> list[Name]:
    """The names of a page without those that are no more than the word for a body of one state: of the report's own, of one named with it
    ("Lebanon's Health Ministry"), or of one that has been. The short form of a name is none of these ("the Arakan Army ... the Army"), nor is what
    may be any state's; but whose it is by the lexicon it is in a report about that country only (Britain's "Ministry of Defence")."""
    words = {name: _words(page, name) for name in page.names}
    found: list[Name] = []
    told: set[tuple[str, ...]] = set()
    others: set[tuple[str, ...]] = set()
    for name in page.names:
        own = words[name]
        generic = name.kind == "group" and _of_any_state(own, known) and not _called_so(name, words, page, known)
        of_state = generic and _with_a_state(name, page, known)
        if of_state:
            told.add(own)
        elif generic and (own in others or _somebodys(name, page)):  # "Hamas's Interior Ministry ... the Interior Ministry"
            others.add(own)
            found.append(name)
        elif not generic or _of_this_country(name, known, register.home):
            found.append(name)
            row = known.parties.get(name.entry or "")
            told |= {own[-1:], own[-2:]} if row is not None and row.kind in _STATES_KINDS else set()  # "the Congolese Army"
        elif own not in told and not (register.home_alone(name.start) and (" ".join(own) in HOME_BODIES or not register.towns_elsewhere)):
            found.append(replace(name, entry=None))
    return found


def _somebodys(name: Name, page: Page) -> bool:
    """Whether it is told to be somebody's who is no state: "the rebels' Health Ministry"."""
    first = page.tokens(name.start, name.end)[0]
    return first.i > 0 and page.doc[first.i - 1].tag_ in ("POS", "PRP$")


def _of_this_country(name: Name, known: Knowledge, home: str | None) -> bool:
    row = known.parties.get(name.entry or "")
    return row is not None and (not row.country or home in row.country)


def _of_any_state(words: tuple[str, ...], known: Knowledge) -> bool:
    row = known.institutions.get(" ".join(words))
    return row is not None and (" ".join(words) in HOME_BODIES or row.key_part.startswith(_MINISTRY))


def _with_a_state(name: Name, page: Page, known: Knowledge) -> bool:
    """Whether it is told whose it is: "Russia's Defence Ministry", "the Defence Ministry of Russia"."""
    tokens = page.tokens(name.start, name.end)
    before = [token for token in page.doc[max(tokens[0].i - 2, 0) : tokens[0].i] if token.tag_ != "POS"][-1:]
    of = page.doc[tokens[-1].i + 1 : tokens[-1].i + 3]
    behind = [of[1]] if len(of) > 1 and of[0].lower_ == "of" else []
    return any(fold(token.text) in known.adjectives or _is_state(token, page) for token in before) or any(_is_state(token, page) for token in behind)


def _is_state(token: Token, page: Page) -> bool:
    return any(name.start <= token.idx < name.end and (name.entry or "").startswith(("country:", "seat:")) for name in page.names)


def _called_so(name: Name, words: dict[Name, tuple[str, ...]], page: Page, known: Knowledge) -> bool:
    """Whether a longer name of the report begins or ends in these words, or the word before may belong to them; but "the Malian Army ... the Army"
    is the state's."""
    own = words[name]
    longer = (other[: -len(own)] for other in words.values() if len(other) > len(own) and other[-len(own) :] == own)
    if any(other[: len(own) + 1] == (*own, "of") for other in words.values()):
        return True  # "the Army of Conquest ... the Army"
    first = page.tokens(name.start, name.end)[0]
    before = page.doc[first.i - 1] if first.i else first
    stuck = before is not first and before.tag_ in ("NNP", "NNPS") and fold(before.text) not in known.adjectives and not _is_state(before, page)
    return stuck or not all(len(known.adjectives.get(" ".join(front), "")) == 2 for front in longer)


def _words(page: Page, name: Name) -> tuple[str, ...]:
    words = tuple(fold(token.text) for token in page.tokens(name.start, name.end))
    return words[1:] if words[:1] == ("the",) else words
