"""The store: one file for a case, with the originals, every reading and correction, and a log that shows what was done to it."""

from sayso.casefile.blackout import BLOCK
from sayso.casefile.casefile import Casefile
from sayso.casefile.conflicts import ConflictError, in_words
from sayso.casefile.corrected import Applied, Coding, Corrected, Orphan, corrected
from sayso.casefile.draft import Decision, resting_on
from sayso.casefile.quarantine import Quarantined
from sayso.casefile.query import Query
from sayso.casefile.records import Added, CasefileError, LogEntry, MissingError, RedactedError, ReportRow, StoredReport
from sayso.casefile.redact import Redacted
from sayso.casefile.rereading import Difference
from sayso.casefile.restoring import restore
from sayso.casefile.search import Hit, Hits

__all__ = [
    "BLOCK", "Added", "Applied", "Casefile", "CasefileError", "Coding", "ConflictError", "Corrected", "Decision", "Difference", "Hit",
    "Hits", "LogEntry", "MissingError", "Orphan", "Quarantined", "Query", "Redacted", "RedactedError", "ReportRow", "StoredReport",
    "corrected", "in_words", "resting_on", "restore",
]  # fmt: skip
