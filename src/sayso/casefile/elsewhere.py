"""Corrections made elsewhere of a report that was redacted here: the colleague's copy may have the words that were taken out."""

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from sayso.casefile import browse
from sayso.casefile.blocked import redacted_by
from sayso.casefile.records import RedactedError
from sayso.model import Correction, Quoted
from sayso.model.codes import EVENT_TYPES

_WORD = re.compile(r"[^\W\d_]+")


def refuse_words_taken_out(connection: Connection, correction: Correction) -> None:
    """Raise RedactedError for a correction of a redacted report that may hold what was taken out.

    Nobody here knows those words any more. So the words that it quotes must stand where it says, all words of what its author saw must be
    among those that the report has here, and so must whatever may be a name in what its author wrote: words that begin with a capital
    letter or have no capitals.
    """
    was = redacted_by(connection, correction.report)
    readings = browse.readings(connection, [correction.report]) if was else []
    if not readings:
        return
    text = readings[0].report.text
    kept = " ".join([*EVENT_TYPES, *(one.to_json() for one in (*readings, *browse.corrections(connection, correction.report)))])
    known = {_key(one) for one in _WORD.findall(kept)}
    seen = [correction.before, *(one.name for one in correction.refers)]
    strange = {one for one in _words(seen) if _key(one) not in known}
    strange |= {one for one in _words([correction.after, correction.why]) if not one[0].islower() and _key(one) not in known}
    if strange or any(text[slice(*one.span)] != one.words for one in _quotations(correction)):
        raise RedactedError(
            f"{was}, and the correction has words that the report does not have here: they may be what was taken out. "
            "It is not taken in; look at the report and decide it anew here."
        )


def _quotations(correction: Correction) -> Iterator[Quoted]:
    yield from (one for one in (correction.quoted, *(other.quoted for other in correction.refers)) if one is not None)


def _words(value: Any) -> list[str]:
    return _WORD.findall(json.dumps(value, ensure_ascii=False))


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
