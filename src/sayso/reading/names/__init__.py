"""What is a name, and of what: person, group or place; decided for the whole report."""

from sayso.lexicon import Lexicon
from sayso.reading.names.candidates import Candidate, Finder
from sayso.reading.names.evidence import decide
from sayso.reading.names.knowledge import knowledge
from sayso.reading.page import Name, Page

__all__ = ["Names"]


class Names:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._knowledge = knowledge(lexicon)

    def __call__(self, page: Page) -> None:
        """Fill `page.names`, in the order of the text and without overlap."""
        found = [c for c in Finder(page, self._knowledge).find() if page.part(page.doc[c.start].idx) != "furniture"]
        kinds = decide(page, self._knowledge, found)
        page.names = [_name(page, candidate, kinds[candidate.key]) for candidate in found]


def _name(page: Page, candidate: Candidate, kind: str) -> Name:
    last = page.doc[candidate.end - 1]
    end = last.idx + len(last.text) - candidate.clipped
    return Name(page.doc[candidate.start].idx, end, kind, candidate.by, candidate.entry if kind == candidate.known else None)
