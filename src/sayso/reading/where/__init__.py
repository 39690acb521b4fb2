"""Where: the places named, each resolved in the gazetteer, with its kind and point."""

from sayso.lexicon import Lexicon
from sayso.reading.page import Page


class Where:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, page: Page) -> None:
        """Read the page and add what is found."""
