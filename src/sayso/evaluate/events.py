"""The events of single sentences: their types against PETRARCH's codes, or their quad class, 0 where a sentence tells of none.

PETRARCH's sentences are called CAMEO's (Gerner, Schrodt, Yilmaz 2002), but most of their codes are those of its forerunner, WEIS (McClelland 1978):
"welcomed" is 041, "condemned" 122, "warned" 160, a visit made 032 and received 033, a meeting put off 191, which in CAMEO are talks by
telephone, a refusal, a sanction, an offer and a blockade. So the codes are compared as either.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Scores
from sayso.evaluate.relations import QUAD, ROOT
from sayso.evaluate.rows import measured
from sayso.model import Reading

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

_PLOVER = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD", "09": "ACCUSE", "10": "REQUEST",
    "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT",
    "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
"""CAMEO's first two digits."""
_WEIS = {
    "01": "YIELD", "03": "CONSULT", "04": "SUPPORT", "05": "AGREE", "06": "SUPPORT", "07": "AID", "08": "AGREE", "09": "REQUEST", "10": "REQUEST",
    "11": "REJECT", "12": "ACCUSE", "13": "ACCUSE", "15": "REQUEST", "16": "THREATEN", "17": "THREATEN", "18": "PROTEST", "19": "SANCTION",
    "20": "SANCTION", "21": "COERCE", "22": "ASSAULT",
}  # fmt: skip
"""WEIS's: yield, consult, approve, promise, grant, reward, agree, request, propose, reject, accuse, protest, demand, warn, threaten, demonstrate,
reduce relations, expel, seize, force. Comments (02) and denials (14) have no PLOVER type."""
_WEIS_CODES = {"061": "YIELD", "062": "CONSULT", "063": "AID", "065": "YIELD", "066": "YIELD", "081": "SUPPORT", "182": "MOBILIZE"}
"""Apology, invitation, asylum, a sanction or fire suspended, a release, an agreement signed and forces shown:
PLOVER has them elsewhere than the rest of their root."""
_ASSAULTS = ("175", "1712")
_COERCIONS = ("163", "191", "192")


def measure(reader: "Reader", path: Path) -> Scores:
    """Read sentences of JSON Lines with `text` and `events` ([source, target, CAMEO or WEIS code]) or `quad` (0 to 4) and compare."""
    try:
        return measured(reader, path, "events", compare_types)
    except ValueError:
        return measured(reader, path, "quad", compare_quads)


def plover_root(cameo: str) -> str | None:
    """The PLOVER type of a CAMEO code, CONCEDE and RETREAT as one; None for statements and appeals (01, 02)."""
    if cameo.startswith(_ASSAULTS):
        return "ASSAULT"
    return "COERCE" if cameo.startswith(_COERCIONS) else _PLOVER.get(cameo[:2])


def plover_root_of_weis(code: str) -> str | None:
    """The PLOVER type of a WEIS code, CONCEDE and RETREAT as one; None where there is none."""
    return _WEIS_CODES.get(code[:3], _WEIS.get(code[:2]))


def _roots(reading: Reading) -> list[str]:
    return [ROOT.get(event.type, event.type) for event in reading.events]


def compare_types(row: dict[str, Any], reading: Reading, scores: Scores) -> None:
    """Add one sentence with coded events."""
    gold = {root for event in row["events"] if (root := plover_root(event[2]))}
    as_weis = {root for event in row["events"] if (root := plover_root_of_weis(event[2]))}
    found = set(_roots(reading))
    scores.count("root", len(gold & found), len(gold), len(found))
    scores.count("root, were the codes WEIS", len(as_weis & found), len(as_weis), len(found))
    scores.share("all types of the record right", gold == found)
    if gold:
        scores.share("some event found, of sentences with one", found)
    else:
        scores.share("false alarm, of sentences without an event", found)
    for root in sorted(gold ^ found):
        scores.wrong(f"{'missed' if root in gold else 'not there'}: {root}", row["id"], row["text"])


def compare_quads(row: dict[str, Any], reading: Reading, scores: Scores) -> None:
    """Add one sentence with the quad class of its event, or without an event."""
    found = [QUAD.get(root) for root in _roots(reading)]
    if row["quad"] == 0:
        scores.share("false alarm, of sentences without an event", found)
        scores.add("false events in sentences without one", len(found))
        for event in reading.events:
            scores.wrong(f"not there: {event.type}", row["id"], row["text"], event.trigger)
        return
    scores.share("some event found, of sentences with one", found)
    scores.share("an event of the right class, of sentences with one", row["quad"] in found)
    if row["quad"] not in found:
        scores.wrong(f"missed: class {row['quad']}, found {sorted(set(_roots(reading)))}", row["id"], row["text"])
