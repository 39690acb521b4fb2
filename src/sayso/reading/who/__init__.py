"""Who is in the report: one party for each real actor, with all its names and descriptions, and what pronouns mean."""

from sayso.lexicon import Lexicon
from sayso.reading.names.knowledge import knowledge
from sayso.reading.page import Page
from sayso.reading.who.casting import Casting
from sayso.reading.who.firstperson import resolve_first_person

__all__ = ["Who", "resolve_first_person"]


class Who:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._knowledge = knowledge(lexicon)

    def __call__(self, page: Page) -> None:
        """Fill `page.cast`. Names of countries that act become groups in `page.names`; elsewhere they stay places."""
        Casting(page, self._knowledge).run()
