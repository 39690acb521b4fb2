"""Bytes, files, folders and standard input -> Report: what a report is made of, before anybody asks what it says."""

from sayso.intake.anatomy import from_row, from_text
from sayso.intake.take import take
from sayso.intake.terms import Known, Limits, Refused, Taken

__all__ = ["Known", "Limits", "Refused", "Taken", "from_row", "from_text", "take"]
