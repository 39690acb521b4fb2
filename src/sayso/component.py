"""sayso as a spaCy component: `nlp.add_pipe("sayso")` gives each Doc its Reading as `doc._.sayso`, and the facts' words as spans."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from sayso.face import read

SPANS = "sayso"
"""The key in `doc.spans`: the triggers of events and the content of statements, labelled with type and stance."""


class Component:
    """Reads each Doc's text. The text is parsed by sayso's own reader, whatever pipeline it is a part of."""

    def __init__(self, published: str | None, outlet: str | None) -> None:
        self._published, self._outlet = published, outlet

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its Reading. A blank text has none: `doc._.sayso` is None."""
        if not doc.text.strip():
            return doc
        reading = read(doc.text, published=self._published, outlet=self._outlet)
        doc._.sayso = reading
        found: list[tuple[tuple[int, int], str]] = [(event.trigger, event.type) for event in reading.events]
        found += [(span, statement.stance) for statement in reading.statements for span in statement.content]
        spans = (doc.char_span(*span, label=label, alignment_mode="expand") for span, label in sorted(found))
        doc.spans[SPANS] = [span for span in spans if isinstance(span, Span)]
        return doc


@Language.factory("sayso", default_config={"published": None, "outlet": None})
def make(nlp: Language, name: str, published: str | None, outlet: str | None) -> Component:  # noqa: ARG001
    """The component: `published` and `outlet` say what is known of all its texts."""
    if not Doc.has_extension("sayso"):
        Doc.set_extension("sayso", default=None)
    return Component(published, outlet)
