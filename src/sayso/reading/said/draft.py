"""A statement in the making, before its speaker is looked up and its chain read."""

from dataclasses import dataclass, field

from sayso.model.codes import Stance
from sayso.reading.said.cues import Cue
from sayso.reading.said.quotations import Quotation
from sayso.reading.said.speakers import Voice


@dataclass(slots=True)
class Draft:
    """Content as offsets; the cue and the speaker as tokens; `frame`: which rule made it."""

    content: list[tuple[int, int]]
    stance: Stance
    frame: str
    cue: Cue | None = None
    voice: Voice | None = None
    attribution: tuple[int, int] = (0, 0)
    """Tokens of the words outside the content that hold cue, speaker, time and channel."""
    audience: list[Voice] = field(default_factory=list)
    carriers: list[Voice] = field(default_factory=list)
    """Who passed the words on ("quoted by the agency")."""
    follows: "Draft | None" = None
    """The statement whose speaker a floating quotation shares."""
    quoted: list[Quotation] = field(default_factory=list)
