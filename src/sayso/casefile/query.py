"""What a person types to search: words that must all be there, "phrases", `a OR b`, `-without`."""

import re
from dataclasses import dataclass, field
from typing import get_args

from sayso.casefile.records import CasefileError
from sayso.model.codes import EVENT_TYPES, MODES, MoveKind

TYPES = frozenset(
    [*(kind.casefold() for kind in EVENT_TYPES), *(f"{kind}/{mode}".casefold() for kind, modes in MODES.items() for mode in modes),
     *get_args(MoveKind)]
)  # fmt: skip
"""What a search can ask for by type, casefolded."""
_TOKEN = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Clause:
    """One of these phrases must be there, or, with `without`, none of them."""

    any_of: tuple[str, ...]
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. Every given filter must hold; `since` and `until` are days of publication, both inclusive.
    Raises CasefileError for a type that there is not, and where only words to leave out are given."""

    words: str = ""
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    clauses: tuple[Clause, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "clauses", clauses_of(self.words))
        for one in self.types:
            if " ".join(one.casefold().split()) not in TYPES:
                events, moves = ", ".join(EVENT_TYPES), ", ".join(get_args(MoveKind))
                raise CasefileError(f"“{one}” is no type. Of events: {events}, or one with its mode, such as ASSAULT/aerial; of moves: {moves}.")


def clauses_of(words: str) -> tuple[Clause, ...]:
    """The clauses of a query; none for a blank one. Raises CasefileError where only words to leave out are given."""
    found: list[Clause] = []
    alternative = False
    for minus, phrase, word in _TOKEN.findall(words):
        if word == "OR":
            alternative = bool(found) and not found[-1].without
            continue
        without = bool(minus) or (word.startswith("-") and len(word) > 1)
        said = phrase or word.removeprefix("-")
        if not re.search(r"\w", said):
            continue
        if alternative and not without:
            found[-1] = Clause((*found[-1].any_of, said))
        else:
            found.append(Clause((said,), without))
        alternative = False
    if found and all(one.without for one in found):
        raise CasefileError("A search needs a word that is to be there, not only words to leave out.")
    return tuple(found)
