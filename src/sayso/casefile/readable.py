"""A casefile that is open, and all that can be looked up in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.casefile import browse, coding, log, quarantine
from sayso.casefile.corrected import Coding, Corrected, Orphan
from sayso.casefile.corrected import corrected as apply
from sayso.casefile.judgements import judgements
from sayso.casefile.opened import Opened
from sayso.casefile.quarantine import Quarantined
from sayso.casefile.query import Query
from sayso.casefile.records import CasefileError, LogEntry, MissingError, ReportRow, StoredReport
from sayso.casefile.rereading import Difference, as_taken, differences
from sayso.casefile.search import Hits, search
from sayso.casefile.tables import TAKEN_OUT
from sayso.model import Correction, ReaderVersion, Reading, Report
from sayso.model.situation import Judgement

if TYPE_CHECKING:
    from sayso.intake import Taken


class Readable(Opened):
    """What a casefile is to whoever only reads it: see `Casefile`."""

    # --- reports and readings -----------------------------------------------------------------------------------------

    def has(self, report_id: str, reader: ReaderVersion, published: str | None = None) -> bool:
        """Whether this reader has read the report already, anchored at `published` or at an earlier date, so that reading it
        again would give nothing new."""
        with self._reads() as connection:
            return browse.has(connection, report_id, reader, published)

    def reports(self) -> Iterator[ReportRow]:
        """All reports, by date of publication, undated ones last, then by id; as people's corrections and later appearances have them."""
        with self._reads() as connection:
            rows = {row.id: row for row in browse.reports(connection)}
            otherwise = {one.report for one in browse.corrections(connection, None) if one.layer == "report"}
        otherwise |= {row.id for row in rows.values() if row.appearances > 1 and not (row.published and row.outlet)}
        for reading in self.readings(sorted(otherwise & rows.keys())):
            now = reading.report
            rows[now.id] = replace(rows[now.id], title=now.title, outlet=now.outlet, published=now.published)
        return iter(sorted(rows.values(), key=lambda row: (row.published or browse.UNDATED, row.id)))

    def report(self, id_prefix: str) -> StoredReport:
        """The report whose id starts so. MissingError when there is none, CasefileError when
        there is more than one."""
        with self._reads() as connection:
            return browse.report(connection, id_prefix)

    def reading(self, report_id: str, version: ReaderVersion | None = None, *, corrected: bool = True) -> Reading:
        """The newest reading of a report (its full id), or the one by a reader; with people's corrections applied unless told otherwise."""
        with self._reads() as connection:
            (reading,) = browse.readings(connection, [report_id], version) or (None,)
            if reading is None:
                by = f" by {version.name} {version.version}" if version else ""
                raise MissingError(f"The casefile {self.name} has no reading{by} of report {report_id[:12]}.")
            return apply(reading, browse.corrections(connection, report_id)).reading if corrected else reading

    def readings(self, of: Sequence[str] | None = None, *, corrected: bool = True) -> Iterator[Reading]:
        """The newest reading of each report, by the report's id, or in the order of the ids in `of`; all appearances in
        `report.appearances`; with people's corrections applied unless told otherwise. A page of them is in memory, and nothing is
        locked between one reading and the next."""
        for ids in self._pages(of):
            with self._reads() as connection:
                page = browse.readings(connection, ids)
                made = browse.corrections_of(connection, ids) if corrected else {}
            yield from (apply(r, made[r.report.id]).reading if r.report.id in made else r for r in page)

    def _pages(self, of: Sequence[str] | None) -> Iterator[Sequence[str]]:
        if of is not None:
            yield from (of[start : start + browse.PAGE] for start in range(0, len(of), browse.PAGE))
            return
        after = ""
        while True:
            with self._reads() as connection:
                ids = browse.ids_after(connection, after)
            if not ids:
                return
            yield ids
            after = ids[-1]

    def original(self, report_id: str) -> bytes:
        """The bytes as they came in."""
        with self._reads() as connection:
            return browse.original(connection, report_id)

    def search(self, query: Query, limit: int = 20, offset: int = 0) -> Hits:
        """The reports that a query finds, the best first, a page of them."""
        with self._reads() as connection:
            return search(connection, query, limit, offset)

    def judgements(self) -> list[Judgement]:
        """What people have decided about events of several reports: which are one happening and which are not."""
        found: list[Judgement] = []
        with self._reads() as connection:
            reports = {one.report for one in browse.corrections(connection, None) if any(":" in other for other in one.others)}
            for report in sorted(reports):
                for reading in browse.readings(connection, [report]):
                    found += judgements(apply(reading, browse.corrections(connection, report)).applied)
        return found

    # --- corrections --------------------------------------------------------------------------------------------------

    def corrected(self, report_id: str, by: Coding | None = None) -> Corrected:
        """The newest reading of a report (its full id) with its corrections: `reading`, which were `applied` to which fact,
        and which are `orphaned` and why. With `by`, as one person coded it."""
        with self._reads() as connection:
            (reading,) = browse.readings(connection, [report_id]) or (None,)
            if reading is None:
                raise CasefileError(f"The casefile {self.name} has no reading of report {report_id[:12]}.")
            return apply(reading, browse.corrections(connection, report_id), by)

    def corrections(self, report_id: str | None = None) -> list[Correction]:
        """The corrections to a report, or to all, in the order in which they were stored; undone ones and undos among them."""
        with self._reads() as connection:
            return browse.corrections(connection, report_id)

    def correction(self, id_prefix: str) -> Correction:
        """The correction whose id starts so. CasefileError when there is none, or more than one."""
        with self._reads() as connection:
            return browse.correction(connection, id_prefix)

    def codings(self) -> dict[str, tuple[str, ...]]:
        """The double codings by name, each with its reports, the oldest first."""
        with self._reads() as connection:
            return coding.sets(connection)

    def orphans(self) -> list[Orphan]:
        """The corrections that no longer stand, each with its reason, by report."""
        found: list[Orphan] = []
        for report in sorted({one.report for one in self.corrections()}):
            found += self.corrected(report).orphaned
        return found

    # --- to be read, or read again ------------------------------------------------------------------------------------

    def quarantine(self) -> list[Quarantined]:
        """The reports in quarantine, the oldest first. `add` takes one out."""
        with self._reads() as connection:
            return quarantine.listed(connection)

    def set_aside_as(self, report_id: str) -> "Taken":
        """A report in quarantine (its full id) as it was taken in, to be read again."""
        with self._reads() as connection:
            return quarantine.taken_of(connection, report_id)

    def stale(self, reader: ReaderVersion) -> list[str]:
        """Ids of the reports whose newest reading is by another reader."""
        with self._reads() as connection:
            return browse.stale(connection, reader)

    def readers(self) -> list[tuple[ReaderVersion, int]]:
        """Who made the readings that count now, and how many each, the most first."""
        with self._reads() as connection:
            return browse.newest_readers(connection)

    def as_taken(self, report_id: str) -> Report:
        """A report as it was before it was read, to be read again: its text is that of the newest reading, whatever intake is now."""
        return as_taken(self.reading(report_id, corrected=False).report)

    def compare(self, old: Reading, new: Reading) -> tuple[list[Difference], list[Orphan]]:
        """What a new reading has otherwise than an old one of the same report, both without corrections, and the corrections that
        stand now and would not stand over the new one."""
        made = self.corrections(old.report.id)
        lost = {one.correction.id for one in apply(old, made).orphaned}
        return differences(old, new), [one for one in apply(new, made).orphaned if one.correction.id not in lost]

    # --- the log ------------------------------------------------------------------------------------------------------

    def state(self) -> tuple[int, str]:
        """The number and the hash of the log's last line: the same as long as nothing was put in or corrected."""
        with self._reads() as connection:
            return log.state(connection)

    def changed_since(self, line: int) -> list[str] | None:
        """The reports (full ids) that were put in, met again, read again or corrected after this line of the log, in that order. None where
        something else was done that the situation depends on, such as a redaction."""
        with self._reads() as connection:
            return log.changed_since(connection, line)

    def redacted_after(self, line: int) -> bool:
        """Whether something was redacted or forgotten after that line of the log: what was made of the casefile before may hold it."""
        with self._reads() as connection:
            return log.last_redaction(connection, line) is not None

    def log(self) -> list[LogEntry]:
        """The whole log, oldest line first."""
        with self._reads() as connection:
            return list(log.entries(connection))

    def redactions(self) -> list[LogEntry]:
        """The lines of the log that say what was redacted or forgotten, oldest first."""
        return [one for one in self.log() if one.action in TAKEN_OUT]
