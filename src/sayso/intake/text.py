"""Plain text: the report is the input itself."""

from collections.abc import Iterator

from sayso.intake.decode import decode
from sayso.intake.format import Format, Opened, Piece, Whole
from sayso.intake.sniff import mostly_text


def pieces(opened: Opened) -> Iterator[Piece]:
    """The one report that it is. Raises RefusalError for bytes that are no text."""
    raw = opened.whole()
    yield Whole(raw, decode(raw, replace=opened.limits.replace_undecodable))


FORMAT = Format("text", "plain text", lambda head, name: mostly_text(head), pieces)  # noqa: ARG005
