"""The store: one file for a case, with the originals, every reading and correction, and a log that shows what was done to it."""

from sayso.casefile.casefile import Casefile
from sayso.casefile.corrected import Corrected, corrected
from sayso.casefile.records import Added, CasefileError, LogEntry, ReportRow, StoredReport

__all__ = ["Added", "Casefile", "CasefileError", "Corrected", "LogEntry", "ReportRow", "StoredReport", "corrected"]
