"""On whose word: the first hop that had access of its own, and which of them count as one.

An origin is a named speaker on an occasion, or the text that an outlet or agency wrote itself. Its `owner` is the
organisation whose word it is: several origins with one owner count once where independence is counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Report, Statement
from sayso.model.situation import Copy, SourceOrigin
from sayso.situation.case import Sheet
from sayso.situation.identity import VOICES, Identity
from sayso.situation.joining import Joined
from sayso.situation.reuse import Reuse, quotations, reuses
from sayso.situation.words import fold, short_id


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose word a fact is. `owner` is None for an unnamed source, which adds no origin."""

    origin: str
    owner: str | None
    speaker: str | None
    side: str | None

    @property
    def unnamed(self) -> bool:
        """Whether nobody stands behind it by name."""
        return self.owner is None

    @property
    def source(self) -> str:
        """Whom to name: the speaker, or the owner of the text."""
        return self.speaker or self.owner or "unnamed"


_REPORTERS = frozenset({"correspondent", "correspondents", "reporter", "reporters", "journalist", "journalists", "photographer", "photographers"})

Occasion = tuple[str, str]
"""A speaker and when they spoke: a day, or the report that tells it where it does not say when."""


class Origins:
    """The origins of a case. `sheets` are in the case's order."""

    def __init__(self, sheets: Sequence[Sheet], identity: Identity) -> None:
        self._identity = identity
        self._sheets = sheets
        self._reuses = reuses(sheets)
        self._texts = _joined_texts(len(sheets), self._reuses)
        self._place = {sheet.id: place for place, sheet in enumerate(sheets)}
        self._owners = self._owners_of_texts()
        self._occasions = self._joined_occasions()
        self._used: dict[str, tuple[Occasion, set[int]]] = {}

    def text(self, sheet: Sheet) -> int:
        """The first report, by its place in the case, of those that carry this one's text."""
        return self._texts.first(self._place[sheet.id])

    def whose(self, sheet: Sheet, according_to: str | None) -> Whose:
        """Whose word a fact is that rests on this statement; without one it is the text's own."""
        statement = sheet.statements[according_to] if according_to else None
        hops = 0
        while statement and not statement.speaker and not statement.anonymous and statement.within and hops < 9:
            statement, hops = sheet.statements[statement.within], hops + 1
        if statement is None:
            return self._own_voice(sheet)
        speaker = self._identity.actor(sheet, statement.speaker) if statement.speaker else None
        if speaker and (paper := self._correspondents(speaker)) is not None:
            return self._own_voice(sheet, self._identity.voice(paper) if paper[:1].isupper() else None)
        if speaker is None or statement.anonymous or self._nobody_in_particular(speaker):
            text = self._sheets[self.text(sheet)].id
            return Whose(short_id("U", text, speaker or ""), None, speaker, None)
        side = self._identity.side(speaker)
        if self._identity.kind(speaker) in VOICES and side == self._owners[self.text(sheet)]:
            return self._own_voice(sheet)
        occasion = self._occasions.first(self._occasion(sheet, statement, speaker))
        origin = short_id("O", *occasion)
        self._used.setdefault(origin, (occasion, set()))[1].add(self._place[sheet.id])
        return Whose(origin, self._identity.owner(speaker), speaker, side)

    def listed(self) -> tuple[SourceOrigin, ...]:
        """All texts, and the occasions that `whose` was asked about, by id."""
        found = []
        for first, places in self._texts.sets().items():
            report = self._sheets[first].report
            name = self._credit(report) or report.title or report.id[:12]
            reports = tuple(self._sheets[place].id for place in places)
            owner, copies = self._owners[first], self._copies(places)
            found.append(SourceOrigin(id=self._text_id(first), name=name, owner=owner, reports=reports, copies=copies))
        for origin, (occasion, told_in) in self._used.items():
            speaker, when = occasion
            day = f", {when}" if len(when) == 10 else ""
            reports = tuple(self._sheets[place].id for place in sorted(told_in))
            name_of = self._identity.actors[speaker].name
            found.append(SourceOrigin(id=origin, kind="speaker", name=f"{name_of}{day}", owner=self._identity.owner(speaker), reports=reports))
        return tuple(sorted(found, key=lambda one: one.id))

    def _nobody_in_particular(self, speaker: str) -> bool:
        """A description ("the army", "a monitoring group") may be somebody whom another report names: it adds no origin."""
        return not self._identity.named(speaker)

    def _correspondents(self, speaker: str) -> str | None:
        """The outlet whose reporter this is ("an AFP correspondent"): blank where the words do not say."""
        *whose, last = self._identity.actors[speaker].name.split()
        return " ".join(whose) if fold(last) in _REPORTERS else None

    def _own_voice(self, sheet: Sheet, owner: str | None = None) -> Whose:
        first = self.text(sheet)
        return Whose(self._text_id(first), owner or self._owners[first], None, None)

    def _text_id(self, first: int) -> str:
        return short_id("O", "text", self._sheets[first].id)

    def _copies(self, places: list[int]) -> tuple[Copy, ...]:
        """For each later report of a text the largest share that it took from one earlier report."""
        shares: dict[int, float] = {}
        inside = set(places)
        for reuse in self._reuses:
            if reuse.later in inside:
                shares[reuse.later] = max(shares.get(reuse.later, 0.0), reuse.share)
        return tuple(Copy(report=self._sheets[place].id, share=shares.get(place, 0.0)) for place in places[1:])

    def _owners_of_texts(self) -> dict[int, str]:
        """Whose text it is: the agency that any of its copies credits, else the outlet that had it first, else its first report's."""
        owners = {}
        for first, places in self._texts.sets().items():
            reports = [self._sheets[place].report for place in places]
            credited = sorted(r.origin.name for r in reports if r.origin.name and r.origin.name != "own")
            name = credited[0] if credited else self._credit(reports[0])
            owners[first] = self._identity.voice(name) if name else f"report:{reports[0].id[:12]}"
        return owners

    @staticmethod
    def _credit(report: Report) -> str | None:
        if report.origin.name and report.origin.name != "own":
            return report.origin.name
        outlets = sorted((a.published or "9999", a.outlet) for a in report.appearances if a.outlet)
        return report.outlet or (outlets[0][1] if outlets else None)

    def _occasion(self, sheet: Sheet, statement: Statement, speaker: str) -> Occasion:
        stated = statement.stated
        if stated and stated.earliest and stated.latest and stated.earliest[:10] == stated.latest[:10]:
            return (speaker, stated.earliest[:10])
        return (speaker, self._sheets[self.text(sheet)].id)

    def _joined_occasions(self) -> Joined[Occasion]:
        """Two reports that quote the same speaker in the same five words or more tell of one occasion."""
        joined: Joined[Occasion] = Joined()
        first_told: dict[tuple[str, str], Occasion] = {}
        for sheet in self._sheets:
            for said, statement_id in quotations(sheet):
                statement = sheet.statements[statement_id]
                if statement.speaker and not statement.anonymous:
                    speaker = self._identity.actor(sheet, statement.speaker)
                    occasion = self._occasion(sheet, statement, speaker)
                    joined.join(first_told.setdefault((speaker, said), occasion), occasion)
        return joined


def _joined_texts(count: int, found: list[Reuse]) -> Joined[int]:
    joined: Joined[int] = Joined()
    for place in range(count):
        joined.first(place)
    for reuse in found:
        joined.join(reuse.earlier, reuse.later)
    return joined
