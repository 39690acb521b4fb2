"""The casefile: what is put in stays as it was, and everything done to it is logged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sayso.casefile import browse, coding, copying, log, quarantine, situations, store, verify
from sayso.casefile.backend import backend_for
from sayso.casefile.corrected import Coding, Corrected, Orphan
from sayso.casefile.corrected import corrected as apply
from sayso.casefile.decide import Decision, decide, keep, undo
from sayso.casefile.judgements import judgements
from sayso.casefile.opened import Opened
from sayso.casefile.quarantine import Quarantined
from sayso.casefile.query import Query
from sayso.casefile.records import Added, CasefileError, LogEntry, MissingError, RedactedError, ReportRow, StoredReport
from sayso.casefile.redact import Redacted, forget, redact
from sayso.casefile.rereading import Difference, as_taken, differences
from sayso.casefile.search import Hits, search
from sayso.model import Correction, ReaderVersion, Reading, Report
from sayso.model.situation import Judgement

if TYPE_CHECKING:
    from sayso.intake import Taken


class Casefile(Opened):
    """One case. Open it with `Casefile.open`, best in a `with` statement.

    Every method raises CasefileError with a sentence when the file is busy, full, damaged or not to be written. Each
    call that writes is one transaction: a process killed at any moment leaves all of it or nothing.
    """

    # --- putting in ---------------------------------------------------------------------------------------------------

    def add(self, taken: "Taken", reading: Reading) -> Added:
        """Store a report with its original, its appearances and a reading of it; nothing twice."""
        with self._writes() as connection:
            return store.add(connection, taken, reading, self._signature())

    def add_all(self, given: Sequence[tuple["Taken", Reading]]) -> list[Added | RedactedError]:
        """As `add` of each, all in one transaction, which takes a third less time and writes a third of the pages: all are stored or none.
        For one that was redacted here the error stands in its place, and the others are stored."""
        answers: list[Added | RedactedError] = []
        with self._writes() as connection:
            for taken, reading in given:
                try:
                    answers.append(store.add(connection, taken, reading, self._signature()))
                except RedactedError as error:  # raised before anything of it is written
                    answers.append(error)
        return answers

    def meet(self, taken: "Taken") -> Added:
        """Note where a report that `has` was true of, or one in quarantine, was met again, without reading it: APPEARANCE, or KNOWN."""
        with self._writes() as connection:
            return quarantine.meet(connection, taken, self._signature()) or store.meet(connection, taken, self._signature())

    def set_aside(self, taken: "Taken", reason: str) -> bool:
        """Put a report that could not be read into quarantine, with the reason; False where the casefile has a reading of it."""
        with self._writes() as connection:
            return quarantine.put(connection, taken, reason, self._signature())

    def quarantine(self) -> list[Quarantined]:
        """The reports in quarantine, the oldest first. `add` takes one out."""
        with self._reads() as connection:
            return quarantine.listed(connection)

    def set_aside_as(self, report_id: str) -> "Taken":
        """A report in quarantine (its full id) as it was taken in, to be read again."""
        with self._reads() as connection:
            return quarantine.taken_of(connection, report_id)

    # --- reading again ------------------------------------------------------------------------------------------------

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

    def accept(self, reading: Reading) -> bool:
        """Put another reading of a known report beside the old ones; it is the newest from now on. False when it is here already.

        Raises RedactedError where something was redacted in the report since it was read, MissingError where it was forgotten."""
        with self._writes() as connection:
            return store.reread(connection, reading, self._signature())

    # --- corrections --------------------------------------------------------------------------------------------------

    def decide(self, decision: Decision, *, who: str | None = None) -> Correction:
        """Store what a person decided about a fact and give it back as a Correction; `who` is by default the operator.

        What is stored is never changed; it holds over every reading there is and will be, as long as the words stand.
        Raises ConflictError, whose `others` are the decisions of other people that say otherwise of the same fact and are
        not among `decision.overrules`; CasefileError with the reason where the decision cannot be applied to the report.
        """
        with self._writes() as connection:
            return decide(connection, decision, who or self._operator, self._signature())

    def undo(self, correction_id: str, *, why: str | None = None, who: str | None = None) -> Correction:
        """Take a correction back, named by its id or the first characters of it. An undo can be undone in its turn."""
        with self._writes() as connection:
            return undo(connection, correction_id, why, who or self._operator, self._signature())

    def correct(self, correction: Correction) -> bool:
        """Keep a correction made elsewhere. True when it was stored; False when the very same is here already.

        Raises ConflictError as `decide` does, RedactedError where it may hold words that were redacted in its report here, and
        CasefileError for another correction under its id. One that does not fit the
        report's newest reading is kept, and listed as orphaned.
        """
        with self._writes() as connection:
            return keep(connection, correction, self._signature())

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

    def start_coding(self, name: str, reports: Sequence[str]) -> None:
        """Declare the set of reports (their full ids) of a double coding."""
        with self._writes() as connection:
            coding.start(connection, name, reports, self._signature())

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

    # --- looking up ---------------------------------------------------------------------------------------------------

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

    def judgements(self) -> list[Judgement]:
        """What people have decided about events of several reports: which are one happening and which are not."""
        found: list[Judgement] = []
        with self._reads() as connection:
            reports = {one.report for one in browse.corrections(connection, None) if any(":" in other for other in one.others)}
            for report in sorted(reports):
                for reading in browse.readings(connection, [report]):
                    found += judgements(apply(reading, browse.corrections(connection, report)).applied)
        return found

    def search(self, query: Query, limit: int = 20, offset: int = 0) -> Hits:
        """The reports that a query finds, the best first, a page of them."""
        with self._reads() as connection:
            return search(connection, query, limit, offset)

    def original(self, report_id: str) -> bytes:
        """The bytes as they came in."""
        with self._reads() as connection:
            return browse.original(connection, report_id)

    def state(self) -> tuple[int, str]:
        """The number and the hash of the log's last line: the same as long as nothing was put in or corrected."""
        with self._reads() as connection:
            return browse.state(connection)

    def redacted_after(self, line: int) -> bool:
        """Whether something was redacted or forgotten after that line of the log: what was made of the casefile before may hold it."""
        with self._reads() as connection:
            return browse.last_redaction(connection, line) is not None

    def changed_since(self, line: int) -> list[str] | None:
        """The reports (full ids) that were put in, met again, read again or corrected after this line of the log, in that order. None where
        something else was done that the situation depends on, such as a redaction."""
        with self._reads() as connection:
            return browse.changed_since(connection, line)

    def log(self) -> list[LogEntry]:
        """The whole log, oldest line first."""
        with self._reads() as connection:
            return list(browse.log_entries(connection))

    def verify(self) -> list[str]:
        """Sentences naming what was lost or altered; empty when everything is as it was put in. Reads the whole file."""
        faults: list[str] = []
        try:
            with self._reads() as connection:
                faults.extend(verify.findings(connection, self._backend))
            if not faults:
                faults.extend(situations.differing(self))
        except CasefileError:
            if not faults:  # of a damaged file not even the end of a transaction can be relied on; what is wrong was named
                raise
        return faults

    # --- the rest -----------------------------------------------------------------------------------------------------

    def redact(self, phrases: tuple[str, ...], report_id: str | None = None, *, why: str | None = None) -> tuple[Redacted, str | None]:
        """Block names or passages out of one report, or of all, for good: text, facts, index, log and the file's pages.

        Gives what it came to, and a sentence where the scrubbed room may hold them still (None: it does not).
        """
        with self._writes() as connection:
            done = redact(connection, phrases, report_id, why, self._signature())
        return done, self._scrubbed()

    def forget(self, report_id: str, *, why: str | None = None) -> tuple[Redacted, str | None]:
        """Take a report (its full id) out as a whole and for good; the log keeps that it was here. Gives what `redact` gives."""
        if all(one.id != report_id for one in self.quarantine()):
            self.report(report_id)
        with self._writes() as connection:
            done = forget(connection, report_id, why, self._signature())
        return done, self._scrubbed()

    def scrub(self) -> str | None:
        """Overwrite or give back all room that held deleted values; a sentence where some of it may hold them still."""
        with self._in_words():
            return self._backend.scrub(self._engine)

    def _scrubbed(self) -> str | None:
        try:
            return self.scrub()
        except CasefileError as error:  # what was taken out is taken out
            return f"{error} Free room may hold what was taken out until `sayso redact {self.name} --scrub` is done."

    def redactions(self) -> list[LogEntry]:
        """The lines of the log that say what was redacted or forgotten, oldest first."""
        return [one for one in self.log() if one.action in ("redaction", "forgotten")]

    def backup(self, out: Path) -> tuple[tuple[int, str], list[str]]:
        """Write the casefile, as it is at this moment, to a new file that is a casefile itself, and log that. Others may go on reading and
        writing. The line is in the copy too. Gives the copy's last line of the log, and what `verify` finds in the copy."""
        with copying.new_file(out) as part, self._in_words():
            self.handed_over("backup", str(out.absolute()))
            self._write_to(part)
            backend = backend_for(part)
            copy = type(self)(backend.engine(self._busy_seconds), backend, self._busy_seconds, self._clock, self._operator)
            try:  # looked at as it is: opening it would change it
                return copy.state(), copy.verify()
            finally:
                copy.close()

    def snapshot(self, out: Path) -> None:
        """Write the casefile, as it is at this moment, to a new file, for as long as something is made of it: no line of the log says so."""
        with copying.new_file(out) as part, self._in_words():
            self._write_to(part)

    def _write_to(self, part: Path) -> None:
        if not self._backend.snapshot(self._engine, part):
            part.unlink()
            with type(self).open(part, create=True, clock=self._clock, operator=self._operator) as empty:
                self.copy_to(empty)

    def copy_to(self, empty: Self) -> None:
        """Put everything, as it is at this moment, into a casefile that nothing was put into yet."""
        with self._reads() as here, empty._writes() as there:
            copying.copy(here, there)

    def put_back(self, backup: Path, last: tuple[int, str]) -> None:
        """Log that this casefile was restored from a backup, whose log ended so."""
        with self._writes() as connection:
            signature = self._signature()
            detail = {"from": str(backup.absolute()), "line": last[0], "sha256": last[1]}
            log.append(connection, signature.at, signature.operator, "restored", "casefile", detail)

    def handed_over(self, what: str, where: str) -> None:
        """Log that the casefile's readings go out, all or some: an "export" or a "backup". A later redaction names it as a copy that may
        hold what was redacted; so it is logged before the first reading is looked up."""
        with self._writes() as connection:
            signature = self._signature()
            detail = {"where": where, "readings": browse.count(connection)}
            log.append(connection, signature.at, signature.operator, what, "casefile", detail)
