"""Other tools on the same texts, for comparison. None is part of the default install: `pip install sayso[peers]`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from spacy.language import Language

PEERS = ("textacy",)
_MARKS = "\"“”'‘’«» "


@dataclass(frozen=True, slots=True)
class PeerStatement:
    """A statement as a peer finds it: spans into the text."""

    content: Span
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]


def textacy_statements(texts: Iterable[str], model: str) -> Iterator[list[PeerStatement]]:
    """textacy's direct_quotations over a bare pipeline, one list for each text. Raises ValueError when it is not installed."""
    import spacy

    yield from textacy_on(spacy.load(model), texts)


def textacy_on(nlp: "Language", texts: Iterable[str], batch: int = 1000) -> Iterator[list[PeerStatement]]:
    """The same over a pipeline that is loaded, batches of so many texts."""
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError:
        raise ValueError("textacy is not installed: pip install textacy") from None
    for doc in nlp.pipe(texts, batch_size=batch):
        found = []
        try:
            quotes = list(direct_quotations(doc))
        except ValueError:  # it gives a text with an unclosed quotation up; that counts as nothing found
            quotes = []
        for quote in quotes:
            text = quote.content.text
            start = quote.content.start_char + len(text) - len(text.lstrip(_MARKS))
            end = quote.content.end_char - (len(text) - len(text.rstrip(_MARKS)))
            if start < end:
                cue, speaker = (tuple((t.idx, t.idx + len(t)) for t in tokens) for tokens in (quote.cue, quote.speaker))
                found.append(PeerStatement((start, end), cue, speaker))
        yield found
