"""What merging makes of perfect readings: campaigns scored with the gold's events and moves in place of the reader's.

    python scripts/given_gold.py samples/campaigns

Beside `sayso evaluate situation` it tells how much is lost in reading and how much in merging. The gold has no parties of events: those of
the reader's event at the same words stay, and an event that the reader lacks has none. Totals only: no wrong answer is printed.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from sayso.evaluate import situation as measures
from sayso.evaluate.across import course
from sayso.evaluate.across.bodies import above, called
from sayso.evaluate.across.found import Found
from sayso.evaluate.across.gold import Campaign, Row, Spot, campaigns
from sayso.evaluate.across.incidents import covering
from sayso.evaluate.counting import overlap
from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import PartyRow
from sayso.model import Event, Figure, Interval, Move, Party, Place, Reading, Span, Statement
from sayso.reading.pipeline import Reader
from sayso.situation.identity import is_named
from sayso.situation.words import fold, sentence_span


class Sheet:
    """A reading that is being given the gold's facts. `known` are the readings of the whole campaign, `called` what the lexicon calls whom."""

    def __init__(self, campaign: Campaign, reading: Reading, known: Sequence[Reading], called: Mapping[str, PartyRow]) -> None:
        self.campaign, self.reading, self.known, self.called = campaign, reading, known, called
        self.file = next(name for name, report in campaign.reports.items() if report.id == reading.report.id)
        self.parties, self.places = list(reading.parties), list(reading.places)
        self.statements = list(reading.statements)

    def given(self) -> Reading:
        """The reading with the gold's events and moves."""
        events = tuple(self._event(row, place, n) for n, (row, place) in enumerate(self._mentions()))
        moves = tuple(self._move(row, place, n) for n, (row, place) in enumerate(self._moves()))
        return self.reading.model_copy(update={
            "parties": tuple(self.parties), "places": tuple(self.places), "statements": tuple(self.statements), "events": events, "moves": moves,
        })  # fmt: skip

    def _mentions(self) -> Iterator[tuple[Row, Row]]:
        yield from ((row, place) for row in self.campaign.gold["incidents"] for place in row["mentions"] if place["report"] == self.file)

    def _moves(self) -> Iterator[tuple[Row, Row]]:
        yield from ((row, place) for row in self.campaign.gold["threads"] for place in row["moves"] if place["report"] == self.file)

    def _event(self, row: Row, place: Row, number: int) -> Event:
        spot = self.campaign.spot(place)
        also = self.campaign.spots({**one, "report": self.file} for one in place.get("also", ()))
        fact = covering(Found({self.reading.report.id: self.reading}, {}, {}), spot, also)
        read = next((event for event in self.reading.events if fact and event.id == fact[1]), None)
        sentence = sentence_span(self.reading.report.text, spot.span)
        also = [one for one in also if overlap(one.span, sentence)]  # farther ones are this voice's, whatever statements the reader finds there
        denies = place["stand"] == "denies"
        status = "denied" if denies else row["status"] if row["status"] in ("happened", "ongoing") else "happened"
        figures = {*(read.figures if read else ()), *(figure.id for figure in self._counted(row, place, spot))}
        return Event(
            id=f"G{number}", type=row["type"], mode=read.mode if read and read.type == row["type"] else None, trigger=spot.span,
            also=tuple(one.span for one in also), actors=read.actors if read else (), recipients=read.recipients if read else (),
            place=self._place(row.get("place")), when=_when(row.get("when")), status=status, figures=tuple(sorted(figures)), confidence=1.0,
            according_to=self._statement(place["origin"], spot.span, read, denies=denies),
        )  # fmt: skip

    def _counted(self, row: Row, place: Row, spot: Spot) -> Iterator[Figure]:
        """The figures that the gold's disputes and updates quote of this source on this incident."""
        gold = self.campaign.gold
        sides = [side for one in gold["disputes"] if "figures" in one["kinds"] and row["id"] in one["incidents"] for side in one["sides"]]
        quoted = self.campaign.spots(words for side in sides if side["source"] == place["origin"] for words in side["words"])
        sentence = sentence_span(self.reading.report.text, spot.span)
        updates = self.campaign.spots(words for one in gold["updates"] for words in one["figures"])
        quoted += [one for one in updates if one.report == spot.report and overlap(one.span, sentence)]
        for figure in self.reading.figures:
            if any(one.report == spot.report and overlap(one.span, figure.span) for one in quoted):
                yield figure

    def _move(self, row: Row, place: Row, number: int) -> Move:
        span = self.campaign.spot(place).span
        read = max((one for one in self.reading.moves if overlap(one.span, span)), key=lambda one: overlap(one.span, span), default=None)
        inside = next((one.id for one in self.reading.statements if any(start <= span[0] < end for start, end in one.content)), None)
        first, *others = (self._party(name) for name in row["parties"])
        return Move(
            id=f"M{number}", kind=place["kind"], from_=(first,), to=tuple(others), span=span, when=read.when if read else None,
            status="denied" if place["kind"] == "deny_talks" else "happened", according_to=read.according_to if read else inside,
        )  # fmt: skip

    def _party(self, name: str) -> str:
        own = next((one for one in self.parties if _is(one, name) and is_named(one)), None)
        if own is None:
            other = next((one for reading in self.known for one in reading.parties if _is(one, name) and is_named(one)), None)
            own = (other or self._made(name)).model_copy(update={"id": f"P{len(self.parties)}G", "mentions": (), "roles": ()})
            self.parties.append(own)
        return own.id

    def _made(self, name: str) -> Party:
        """A party that no report names so: the lexicon's, a country's government, or one of this name, which is the same in every report."""
        row = self.called.get(fold(name))
        if row is not None:
            return Party(id="", name=row.name, kind=row.kind, aliases=(name,), entry=row.id)
        named = Party(id="", name=name, kind="other", aliases=(name,))
        return named if is_named(named) else named.model_copy(update={"entry": f"gold:{fold(name)}"})

    def _place(self, name: str | None) -> str | None:
        if name is None:
            return None
        own = next((one for one in self.places if fold(one.name) == fold(name)), None)
        if own is None:
            other = next((one for reading in self.known for one in reading.places if fold(one.name) == fold(name)), None)
            own = (other or Place(id="", name=name, kind="village")).model_copy(update={"id": f"L{len(self.places)}G", "mentions": ()})
            self.places.append(own)
        return own.id

    def _statement(self, origin: str | None, span: Span, read: Event | None, *, denies: bool) -> str | None:
        """The statement on which a mention rests: the reader's where it is by this origin, else one that is its sentence."""
        if origin == self.reading.report.outlet and not denies:
            return None
        names = {party.id: party for party in self.parties}
        for one in self.reading.statements:
            told = read is not None and one.id == read.according_to and one.speaker is not None and origin is not None
            if told and _is(names[one.speaker or ""], origin or "") and (one.stance == "deny") == denies:
                return one.id
        sentence, speaker = sentence_span(self.reading.report.text, span), self._party(origin) if origin else None
        made = Statement(
            id=f"S{len(self.statements)}G", content=(sentence,), kind="indirect", stance="deny" if denies else "say", speaker=speaker,
            anonymous=not origin,
        )  # fmt: skip
        self.statements.append(made)
        return made.id


def _is(party: Party, name: str) -> bool:
    return fold(name) in {fold(alias) for alias in (party.name, *party.aliases)}


def _when(day: str | None) -> Interval | None:
    if day is None or len(day) == len("2030-01-01"):
        return Interval(earliest=day, latest=day) if day else None
    if len(day) == len("2030"):
        return Interval(earliest=f"{day}-01-01", latest=f"{day}-12-31")
    return Interval(earliest=f"{day}-01", latest=f"{day}-28")


def _measured(campaign: Campaign) -> tuple[Campaign, Found]:
    reader = Reader(lexicon=Lexicon(campaign.lexicon)) if campaign.lexicon else Reader()
    read = list(reader.read_many(campaign.reports.values()))
    names, parents = called(reader.lexicon), reader.lexicon.parents
    given = [Sheet(campaign, one, read, names).given() for one in read]
    as_of = {day: measures.situation_of(given, parents, date.fromisoformat(day)) for day in course.dates(campaign.gold)}
    return campaign, Found({one.report.id: one for one in given}, measures.situation_of(given, parents, None), as_of, {}, above(reader.lexicon))


def main() -> None:
    """Print all totals."""
    scores = measures.compare([_measured(campaign) for campaign in campaigns(Path(sys.argv[1]))])
    for name, count in scores.counts.items():
        print(f"{name:62}{count.precision:6.3f}{count.recall:6.3f}{count.f1:6.3f}  {count.right} of {count.gold}, {count.predicted} found")
    for name, share in scores.shares.items():
        print(f"{name:62}{share.right} of {share.of}")
    print(*scores.notes, sep="\n")


if __name__ == "__main__":
    main()
