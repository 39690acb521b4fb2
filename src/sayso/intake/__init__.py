"""Bytes, files, folders, addresses and standard input -> Report: what a report is made of, before anybody asks what it says."""

from sayso.intake.anatomy import from_row, from_text
from sayso.intake.format import Format, Inside, Link, Opened, Piece, Row, Unread, Whole
from sayso.intake.found import Found
from sayso.intake.take import take
from sayso.intake.terms import Known, Limits, RefusalError, Refused, Taken

__all__ = [
    "Format", "Found", "Inside", "Known", "Limits", "Link", "Opened", "Piece", "RefusalError", "Refused", "Row", "Taken", "Unread", "Whole",
    "from_row", "from_text", "take",
]  # fmt: skip
