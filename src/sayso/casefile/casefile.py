"""The casefile: what is put in stays as it was, and everything done to it is logged."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sayso.casefile import browse, coding, copying, log, quarantine, situations, store, verify
from sayso.casefile.backend import backend_for
from sayso.casefile.decide import decide, keep, undo
from sayso.casefile.draft import Decision
from sayso.casefile.readable import Readable
from sayso.casefile.records import Added, CasefileError, RedactedError
from sayso.casefile.redact import Redacted, forget, redact
from sayso.model import Correction, Reading

if TYPE_CHECKING:
    from sayso.intake import Taken


class Casefile(Readable):
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

    def start_coding(self, name: str, reports: Sequence[str]) -> None:
        """Declare the set of reports (their full ids) of a double coding."""
        with self._writes() as connection:
            coding.start(connection, name, reports, self._signature())

    # --- taking out ---------------------------------------------------------------------------------------------------

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

    # --- custody ------------------------------------------------------------------------------------------------------

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
            detail = {"from": str(backup.absolute()), "line": last[0], "sha256": last[1]}
            log.append(connection, self._signature(), "restored", "casefile", detail)

    def handed_over(self, what: str, where: str) -> None:
        """Log that the casefile's readings go out, all or some: an "export" or a "backup". A later redaction names it as a copy that may
        hold what was redacted; so it is logged before the first reading is looked up."""
        with self._writes() as connection:
            detail = {"where": where, "readings": browse.count(connection)}
            log.append(connection, self._signature(), what, "casefile", detail)
