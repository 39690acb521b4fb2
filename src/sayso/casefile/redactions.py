"""What the log says was redacted, and what became of it."""

import hashlib
from typing import Any

from sayso.casefile.records import LogEntry
from sayso.casefile.tables import TAKEN_OUT


class Redactions:
    """What the log says was redacted, and what became of it."""

    def __init__(self, entries: list[tuple[LogEntry, dict[str, Any]]]) -> None:
        self.lines: dict[int, str] = {}
        self.originals: dict[str, str] = {}
        self.forgotten: set[str] = set()
        self._became: dict[tuple[str, str], str] = {}
        for entry, detail in entries:
            if entry.action not in TAKEN_OUT:
                continue
            self.lines |= {int(seq): digest for seq, digest in detail.get("lines", {}).items()}
            if entry.action == "forgotten":
                self.forgotten.add(entry.subject)
            if "original" in detail:
                self.originals[entry.subject] = detail["original"] or hashlib.sha256(b"").hexdigest()
            for kind in ("readings", "corrections", "appearances"):
                self._became |= {(entry.subject, old): new for old, new in detail.get(kind, {}).items() if old != new}

    def now(self, report: str, digest: str) -> str:
        """What something of a report that was logged under this hash is called now."""
        seen = set()
        while (report, digest) in self._became and digest not in seen:
            seen.add(digest)
            digest = self._became[report, digest]
        return digest
