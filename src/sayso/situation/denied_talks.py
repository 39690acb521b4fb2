"""A deal, or talks, of which one side tells and which another denies, where the reports have no event for it but moves alone."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sayso.model.codes import EventType, MoveKind
from sayso.model.situation import Dispute, DisputeSide, Ref
from sayso.situation.case import UNDATED
from sayso.situation.made import Made
from sayso.situation.moves import denies
from sayso.situation.precedents import OF_TALKS, Round
from sayso.situation.words import fold, quoted, short_id, words

OF_DEALS: frozenset[EventType] = OF_TALKS | {"SUPPORT"}
"""Types of the incidents that a deal, or talks, may be as well."""
_DEAL: frozenset[MoveKind] = frozenset({"agree", "accept", "implement"})
_TALKS: frozenset[MoveKind] = _DEAL | {"meet", "mediate"}
_OF_TALKS = re.compile(r"\b(?:talks?|talking|negotiat\w*|meetings?|met|meet|contacts?|dialogue|discussions?)\b")
_OF_A_DEAL = re.compile(r"\b(?:deals?|agree\w*|accord|truce|ceasefire|cease fire|pact|bargain|swap|exchange)\b")
_OF_A_PRICE = re.compile(r"\b(?:paid|pays?|payments?|ransom|coins?|money|cash|bribes?|promis\w+)\b")
"""What a deal may have cost: "no ransom was paid" denies no deal."""
_OF_A_BREACH = re.compile(r"\b(?:broke|broken|breaking|violat\w*|breach\w*|torn up)\b")
_UNDENIED: frozenset[MoveKind] = frozenset({"reject", "demand", "ultimatum"})
"""What stands as it was where a "not" is said of it: "has not taken back its refusal"."""
_FAR = 10_000
_DENIED_SINCE = timedelta(days=14)
"""A deal told so long before somebody denies it is what is denied."""

Said = tuple[str, str]
"""A source and the report in which it says so."""


def said_in_dispute(dispute: Dispute) -> Iterator[Said]:
    """Who speaks in a dispute, and in which reports."""
    for side in dispute.sides:
        yield from ((side.source, ref.report) for ref in side.claims)


def denied_talks(rounds: Iterable[Round], known: Collection[Said]) -> Iterator[Dispute]:
    """One dispute for all that is denied in a round of talks. `known` is who speaks in the disputes about incidents of that kind: what they
    have already is not told twice."""
    found = [_Denied(one, told, deniers) for one in rounds for told, deniers in [_gainsaid(one)] if told]
    nearest: dict[Said, int] = {}
    for one in found:
        for denial in one.deniers:
            nearest[_denial(denial)] = min(nearest.get(_denial(denial), _FAR), one.apart(denial))
    for one in found:
        meant = [denial for denial in one.deniers if nearest[_denial(denial)] == one.apart(denial)]
        if meant and not (_among(one.told, known) and _among(meant, known)):
            yield Dispute(
                id=short_id("D", "denied", one.round.id), incidents=(), kind="denied", sides=(*_sides(one.told), *_sides(meant)),
                since=_since(one.told, meant), threads=(one.round.id,),
            )  # fmt: skip


def _denial(denial: Made) -> Said:
    """Which move of which report denies something."""
    return denial.move.id, denial.sheet.id


class _Denied(NamedTuple):
    """What is told in a round of talks and denied, and its denials."""

    round: Round
    told: list[Made]
    deniers: list[Made]

    def apart(self, denial: Made) -> int:
        """How many characters from a denial the same report tells what is denied: who speaks of two deals denies the nearest."""
        found = (abs(denial.move.span[0] - made.move.span[0]) for made in self.told if made.sheet is denial.sheet)
        return min(found, default=_FAR)


def _gainsaid(one: Round) -> tuple[list[Made], list[Made]]:
    denying = [made for made in one.moves if denies(made.move, made.denied) and made.whose.owner]
    answered = [(made, denial) for denial in denying for made in one.moves if _answers(denial, made)]
    return list(dict.fromkeys(made for made, _ in answered)), list(dict.fromkeys(denial for _, denial in answered))


def _answers(denial: Made, made: Made) -> bool:
    """Whether a denial is one of what this move tells: of its kind, in the days before, not of other parties' talks, and not by those who
    tell it themselves."""
    if denies(made.move, made.denied) or made.move.status not in ("happened", "ongoing") or made.whose.owner == denial.whose.owner:
        return False
    if made.move.kind not in _denied_kinds(denial) or not denial.named <= made.sides | made.named or not _in_time(denial, made):
        return False
    return not denial.others or denial.others <= set(words(made.sheet.report.text))


def _in_time(denial: Made, made: Made) -> bool:
    if made.sheet is denial.sheet:
        return True
    if UNDATED in (made.day, denial.day):
        return False
    return timedelta(0) <= date.fromisoformat(denial.day) - date.fromisoformat(made.day) <= _DENIED_SINCE


def _denied_kinds(denial: Made) -> frozenset[MoveKind]:
    if denial.move.kind != "deny_talks":
        return _DEAL if denial.move.kind in _DEAL else frozenset({denial.move.kind}) - _UNDENIED
    said = fold(denial.sheet.reading.words(denial.move.span))
    if _OF_A_BREACH.search(said):
        return frozenset({"breach"})
    if _OF_A_DEAL.search(said):
        return _DEAL
    return _TALKS if _OF_TALKS.search(said) else frozenset() if _OF_A_PRICE.search(said) else _DEAL


def _among(moves: Sequence[Made], known: Collection[Said]) -> bool:
    return any((made.whose.source, made.sheet.id) in known for made in moves)


def _sides(moves: Sequence[Made]) -> Iterator[DisputeSide]:
    by_source: dict[str, list[Made]] = defaultdict(list)
    for made in moves:
        by_source[made.whose.source].append(made)
    for source in sorted(by_source):
        first = by_source[source][0]
        claims = tuple(Ref(report=made.sheet.id, fact=made.move.id) for made in by_source[source])
        yield DisputeSide(source=source, says=quoted(first.sheet.report, first.move.span), claims=claims)


def _since(told: Sequence[Made], denying: Sequence[Made]) -> str | None:
    firsts = [min((made.sheet.published for made in side if made.sheet.published), default=None) for side in (told, denying)]
    return max(first for first in firsts if first) if all(firsts) else None
