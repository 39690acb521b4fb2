"""Questions of grammar that the rules ask of one token again and again: each is answered once a text. For what hangs on the parse alone."""

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar

from sayso.reading.parsed import Token

T = TypeVar("T")


class Nouns(Protocol):
    """Asks a token for nouns; `depth` counts the tokens that were asked before on the way."""

    __qualname__: str

    def __call__(self, token: Token, /, depth: int = 0) -> list[Token]: ...


def once(question: Callable[[Token], T]) -> Callable[[Token], T]:
    """The same question, its answers kept beside the text."""
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def answer(token: Token) -> T:
        known, key = token.doc.answers, (name, token.i)
        found: T | None = known.get(key)
        if found is None:
            found = known[key] = question(token)
        return found

    return answer


def nouns_once(question: Nouns) -> Nouns:
    """The same question, its answers kept beside the text, each time in a list of its own; what is asked on the way to another is not kept."""
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def answer(token: Token, /, depth: int = 0) -> list[Token]:
        if depth:
            return question(token, depth)
        known, key = token.doc.answers, (name, token.i)
        found: list[Token] | None = known.get(key)
        if found is None:
            found = known[key] = question(token)
        return found.copy()

    return answer
