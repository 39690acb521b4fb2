"""Reports that were redacted or forgotten here: the same bytes are not taken in again, and no reading of them as they were."""

from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, Connection, bindparam, insert, select

from sayso.casefile import browse
from sayso.casefile.log import Signature
from sayso.casefile.records import RedactedError
from sayso.casefile.rereading import as_taken
from sayso.casefile.tables import blocked
from sayso.model import Report

if TYPE_CHECKING:
    from sayso.intake import Taken

# Made once: to put a statement together takes longer than to execute it, and each report that is stored is looked for.
_ID: BindParameter[str] = bindparam("sought")
_OF = select(blocked.c.at, blocked.c.operator).where(blocked.c.sha256 == _ID)


def close(connection: Connection, report_id: str, signature: Signature) -> None:
    """The same bytes are not taken in again."""
    if connection.execute(select(blocked.c.sha256).where(blocked.c.sha256 == report_id)).first() is None:
        connection.execute(insert(blocked), {"sha256": report_id, "at": signature.at, "operator": signature.operator})


def refuse_redacted(connection: Connection, taken: "Taken") -> None:
    """Raise RedactedError for bytes in which something was redacted here."""
    was = redacted_by(connection, taken.report.id)
    if was is not None:
        raise RedactedError(f"{taken.source}: {was}; its original is not taken in again. Delete the file where it should be nowhere.")


def redacted_by(connection: Connection, report_id: str) -> str | None:
    """Who redacted a report and when, in words; None where nobody did."""
    found = connection.execute(_OF, {"sought": report_id}).first()
    return None if found is None else f"{found.operator} redacted this report on {found.at[:10]}"


def refuse_as_it_was(connection: Connection, report: Report) -> None:
    """Raise RedactedError where what was read again is not what a redaction left of the report."""
    was = redacted_by(connection, report.id)
    if was is not None and all(as_taken(one.report) != as_taken(report) for one in browse.readings(connection, [report.id])):
        raise RedactedError(f"Report {report.id[:12]}: {was}, and it was read as it stood before; the reading is not stored. Read it again.")
