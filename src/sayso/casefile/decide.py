"""Storing what a person decided: drafted as a correction, held against what others decided, and kept; or taken back."""

from sqlalchemy import Connection

from sayso.casefile import browse, store
from sayso.casefile.conflicts import refuse_conflict
from sayso.casefile.corrected import Coding, corrected, undone
from sayso.casefile.draft import Decision, Seen, drafted, signed
from sayso.casefile.elsewhere import refuse_words_taken_out
from sayso.casefile.judgements import JUDGED
from sayso.casefile.log import Signature
from sayso.casefile.records import CasefileError
from sayso.model import Correction, Reading
from sayso.model.codes import LAYERS


def decide(connection: Connection, decision: Decision, who: str, signature: Signature) -> Correction:
    """Store what a person decided. Raises ConflictError, or CasefileError with the reason why it cannot stand."""
    coding = Coding(decision.coding, who) if decision.coding else None
    state = Seen(_reading(connection, decision.report), browse.corrections(connection, decision.report), coding)
    correction = drafted(state, decision, who, signature.when)
    _refuse_what_is_not_there(connection, correction)
    result = corrected(state.raw, [*state.made, correction], coding)
    for orphan in result.orphaned:
        if orphan.correction.id == correction.id:
            raise CasefileError(f"This cannot be said of report {decision.report[:12]}. {orphan.reason}")
    refuse_conflict(state.raw, result, correction)
    store.correct(connection, correction, signature)
    return correction


def _refuse_what_is_not_there(connection: Connection, correction: Correction) -> None:
    """Raises CasefileError where a fact of another report, which is to be joined or parted, is none there, or one of another sort."""
    for other in correction.others:
        report, colon, fact = other.rpartition(":")
        if not colon:
            continue
        made = browse.corrections(connection, report)
        there = corrected(_reading(connection, report), made).reading.model_dump(mode="json")
        layer = next((layer for layer in LAYERS if any(one["id"] == fact for one in there[layer])), None)
        if layer is None:
            raise CasefileError(f"Report {report[:12]} has no fact {fact}: `sayso show CASE {report[:10]}` lists what it has.")
        if correction.layer not in JUDGED:
            raise CasefileError(f"{', '.join(JUDGED)} of several reports are joined and parted, and {correction.fact} is none of these.")
        if layer != correction.layer and not {layer, correction.layer} <= {"events", "statements"}:
            raise CasefileError(f"{fact} of report {report[:12]} is one of its {layer}, and {correction.fact} here one of the {correction.layer}.")


def keep(connection: Connection, correction: Correction, signature: Signature) -> bool:
    """Store a correction made elsewhere, unless it is here; whether it was stored. Raises RedactedError where it may hold what was
    taken out of its report here."""
    if store.has_correction(connection, correction):
        return False
    refuse_words_taken_out(connection, correction)
    raw = browse.readings(connection, [correction.report])
    if raw and correction.undoes is None:
        made = [*browse.corrections(connection, correction.report), correction]
        coding = Coding(correction.coding, correction.who) if correction.coding else None
        refuse_conflict(raw[0], corrected(raw[0], made, coding), correction)
    return store.correct(connection, correction, signature)


def undo(connection: Connection, correction_id: str, why: str | None, who: str, signature: Signature) -> Correction:
    """Take a correction back, or an undo. It stays where it is and no longer holds."""
    target = browse.correction(connection, correction_id)
    made = browse.corrections(connection, target.report)
    if target.id in undone(made):
        done = next(one for one in made if one.undoes == target.id)
        raise CasefileError(f"Correction {target.id} was undone by {done.who} on {done.when[:16]} already ({done.id}).")
    fields = {"report": target.report, "layer": target.layer, "fact": target.fact, "undoes": target.id, "coding": target.coding}
    correction = signed({**fields, "action": "undo", "why": why}, made, who, signature.when)
    store.correct(connection, correction, signature)
    return correction


def _reading(connection: Connection, report: str) -> Reading:
    found = browse.readings(connection, [report])
    if not found:
        raise CasefileError(f"The casefile has no reading of report {report[:12]}.")
    return found[0]
