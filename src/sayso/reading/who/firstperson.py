"""We and our: the speaker's own side inside a statement, the body's that publishes the text outside. Asked once the speakers are known."""

from sayso.lexicon import Lexicon
from sayso.model import Statement
from sayso.reading.page import Page

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


class FirstPerson:
    """The question after `said`: whose "we" each statement's is. The innermost statements answer first."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Needs nothing of the lexicon; every question is made with it."""

    def __call__(self, page: Page) -> None:
        """Note in the cast what the first person means in all statements."""
        for statement in sorted(page.statements, key=lambda s: (sum(b - a for a, b in s.content), s.id)):
            resolve_first_person(page, statement)
        if page.publisher is not None:
            for token in page.doc:
                if token.lower_ in _PLURAL and token.text != "US" and page.statement_around(token.idx, token.idx + len(token)) is None:
                    page.cast.refer(token.idx, token.idx + len(token), page.publisher)


def resolve_first_person(page: Page, statement: Statement) -> None:
    """Note in the cast what I, we, us and our mean in a statement: the speaker, or the party the speaker speaks for.

    Does nothing for a statement without a speaker. Pronouns are given to the innermost statement that asks first, so
    ask for statements within others before those around them.
    """
    if statement.speaker is None:
        return
    speaker = page.cast[statement.speaker]
    body = next((role.of for role in speaker.roles if role.of is not None), speaker.id)
    for start, end in statement.content:
        for token in page.tokens(start, end):
            word = token.lower_ if token.text != "US" else ""  # "US aircraft" are nobody's
            if word in _SINGULAR:
                page.cast.refer(token.idx, token.idx + len(token), speaker.id)
            elif word in _PLURAL:
                page.cast.refer(token.idx, token.idx + len(token), body)
