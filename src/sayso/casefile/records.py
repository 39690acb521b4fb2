"""What a casefile hands out besides the nouns of the model."""

from dataclasses import dataclass
from enum import Enum

from sayso.model import Appearance, ReaderVersion


class CasefileError(Exception):
    """A casefile that cannot be opened, read or written. The message is a sentence for a person: what, where, what to do."""


class RedactedError(CasefileError):
    """What is not taken in, because its report was redacted here or forgotten."""


class MissingError(CasefileError):
    """A report that the casefile does not have where it is looked for, or has no more."""


class Added(Enum):
    """What storing a report came to."""

    NEW = "new"
    """The report was not in the casefile."""
    REREAD = "reread"
    """It was, and a reading by another reader, or from an earlier date of publication, was put beside the old ones."""
    APPEARANCE = "appearance"
    """It was, read by this reader, and has now been met in one more place."""
    KNOWN = "known"
    """All of it was there; nothing was written."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of the list of reports; `added` is ISO 8601, UTC. `appearances` and what follows are counts, those of facts of the
    newest corrected reading; `opening` is the beginning of the text."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    source: str
    format: str
    added: str
    appearances: int
    readings: int
    statements: int
    events: int
    moves: int
    opening: str


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One report's custody: where it was met, and which readers have read it, the newest last."""

    row: ReportRow
    size: int
    """Bytes of the untouched original."""
    appearances: tuple[Appearance, ...]
    readers: tuple[ReaderVersion, ...]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log. `sha256` covers this line and `previous`, so that no line can be changed without changing all later ones."""

    seq: int
    at: str
    operator: str
    tool: str
    action: str
    subject: str
    detail: str
    previous: str
    sha256: str
