"""A user's own codebook laid over PLOVER on the way out."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from sayso.lexicon.table import LexiconError, Row, read_table
from sayso.model.codes import EVENT_TYPES, MODES, EventType, Status


@dataclass(frozen=True, slots=True)
class CodebookRow(Row):
    """One line of a mapping file: PLOVER's type, and mode and status where they matter, and the user's own code for them."""

    TABLE: ClassVar[str] = "codebook"
    KEY: ClassVar[tuple[str, ...]] = ("type", "mode", "status")

    type: EventType
    code: str
    """The user's code; "-" leaves such events out."""
    mode: str | None = None
    """One of the type's modes; empty for any."""
    status: Status | None = None
    """happened, denied, ...; empty for any."""
    label: str | None = None

    def check(self) -> None:
        """The mode is one of the type's."""
        if self.mode and self.mode not in MODES.get(self.type, ()):
            raise ValueError(f"{self.type} has no mode {self.mode!r}; it has {', '.join(MODES.get(self.type, ())) or 'none'}")


class Codebook:
    """Codes of a user's own. Raises LexiconError with file, line and reason for a file that is none."""

    def __init__(self, path: Path) -> None:
        self._rows: dict[tuple[str, str | None, str | None], CodebookRow] = {}
        for line, row in read_table(path, CodebookRow):
            if row.key in self._rows:
                raise LexiconError(path, line, f"{row.type} {row.mode or ''} {row.status or ''}".rstrip() + " stands twice in this file")
            self._rows[row.type, row.mode, row.status] = row
        if not self._rows:
            raise LexiconError(path, 0, f"maps nothing: give a line for each of {', '.join(EVENT_TYPES)} that you code")

    def row(self, kind: EventType, mode: str | None, status: Status) -> CodebookRow | None:
        """The most exact line for an event: mode before status, both before either. None: the codebook has no code for it, or "-"."""
        for key in ((kind, mode, status), (kind, mode, None), (kind, None, status), (kind, None, None)):
            row = self._rows.get(key)
            if row is not None:
                return row if row.code != "-" else None
        return None
