"""The things of a Situation in one line each, for people at a terminal: names in place of ids, and on whose word it is."""

from collections.abc import Collection, Mapping, Sequence

from sayso.model import Reading, Situation
from sayso.model.situation import Claim, Dispute, GroundHeld, Incident, Ref, ThreadMove
from sayso.situation.acts import TOGETHER
from sayso.situation.claims import words_of
from sayso.situation.words import sentence_around
from sayso.view import STATUS, days, disowning, harmless, nameless, relation

LONGEST = 200
"""How many characters of a sentence are printed before and after the words of an event."""


def told_again(one: ThreadMove | GroundHeld) -> str:
    """How many more reports tell the same, in brackets; blank where none does."""
    reports = len({ref.report for ref in one.told_again} - {one.report})
    return f" (told again in {reports} more report{'s' if reports != 1 else ''})" if reports else ""


class Lines:
    """What a situation's parties, places, incidents, moves, ground and forecasts are called."""

    def __init__(self, situation: Situation, readings: Mapping[str, Reading]) -> None:
        self.situation, self.readings = situation, readings
        self.parties = {p.id: p for p in situation.parties}
        self.places = {p.id: p for p in situation.places}
        self.incidents_by_id = {i.id: i for i in situation.incidents}

    def party(self, party: str | None) -> str:
        """A party's name; "?" for none."""
        if party is None:
            return "?"
        return harmless(self.parties[party].name) if party in self.parties else nameless(party)

    def parties_of(self, ids: Sequence[str], disowning: Collection[str] = ()) -> str:
        """The names of parties; "?" for none. Of those who deny what they are told to have done it is said."""
        return ", ".join(self.party(i) + (" (denies it)" if i in disowning else "") for i in ids) or "?"

    def place(self, place: str | None) -> str:
        """A place's name; blank for none."""
        return harmless(self.places[place].name) if place in self.places else ""

    def label(self, incident: Incident) -> str:
        """An incident in one line: what, who, whom, where and when."""
        sides = incident.parties
        with_each_other = incident.type in TOGETHER and len(sides.actors) > 1 and not sides.recipients
        who = self.parties_of(sides.actors, disowning(incident)) + ("" if with_each_other else f" → {self.parties_of(sides.recipients)}")
        where = " · ".join(x for x in (self.place(incident.place), days(incident.when)) if x)
        return f"{incident.type}{' ' + incident.mode if incident.mode else ''}  {who}" + (f"  {where}" if where else "")

    def about(self, dispute: Dispute) -> str:
        """What a dispute is about: its first incident, or the talks; blank for ground, of which the sides' words say which it is."""
        first = self.incidents_by_id.get(dispute.incidents[0]) if dispute.incidents else None
        if first is not None:
            return self.label(first)
        between = [one.parties for one in self.situation.threads if one.id in dispute.threads]
        return f"talks  {self.parties_of(between[0])}" if between else ""

    def move(self, move: ThreadMove) -> str:
        """A move in one line: how it stands where it has not simply happened, and on whose word."""
        through = f" through {self.parties_of(move.through)}" if move.through else ""
        day = days(move.when)
        stands = f" ({STATUS[move.status]})" if move.status != "happened" and move.kind != "deny_talks" else ""
        sides = f"{self.parties_of(move.from_)} → {self.parties_of(move.to)}{through}"
        return f"{day + '  ' if day else ''}{move.kind}{stands}: {sides}, on the word of {self.source(move.source, move.report)}"

    def source(self, source: str, report: str) -> str:
        """Whose word something is, by name; of a source without a name where it speaks."""
        return f"an unnamed source ({self.outlet(report)})" if source == "unnamed" else self.party(source)

    def held(self, one: GroundHeld) -> str:
        """Ground in one line: who has it, on whose word, and who denies it."""
        area = f" ({one.area_km2:g} km²)" if one.area_km2 else ""
        holder = self.party(one.holder)
        said = f"{holder} {relation(one.relation, one.extent, holder)} it{area}"
        source = self.source(one.source, one.report)
        if one.denied:
            return f"denied by {source}: {said}"
        deniers = ", ".join(self.source(who, one.report) for who in one.denied_by)
        return f"{said}, on the word of {source}{told_again(one)}" + (f"; denied by {deniers}" if deniers else "")

    def named(self, what: str, id: str) -> str:
        """A thing of the situation in one line, by its kind and id."""
        report, _, fact = id.partition(":")
        if what == "incident":
            return f"{self.label(self.incidents_by_id[id])}  {id}"
        if what == "dispute":
            dispute = next(one for one in self.situation.disputes if one.id == id)
            return f"{dispute.kind}  {self.about(dispute)}  {id}"
        if what == "thread":
            return f"{self.parties_of(next(one for one in self.situation.threads if one.id == id).parties)}  {id}"
        if what == "control":
            held = next(one for one in self.situation.control if (one.report, one.control) == (report, fact))
            holder = self.party(held.holder)
            said = f"{holder} {relation(held.relation, held.extent, holder)} {self.place(held.place) or '?'}"
            return f"{'denied: ' if held.denied else ''}{said}  {days(held.when)}"
        forecast = next(one for one in self.situation.forecasts if (one.report, one.forecast) == (report, fact))
        return f"{self.party(forecast.by) if forecast.by else 'the report'}: “{harmless(forecast.words)}”"

    def words_of(self, ref: Ref) -> str:
        """The sentence of an event, a figure, a statement, a move or a word on ground."""
        reading = self.readings.get(ref.report)
        said = {s.id: s.content[0] for s in reading.statements if s.content} if reading else {}
        others = {one.id: one.span for layer in (reading.figures, reading.moves, reading.control) for one in layer} if reading else {}
        spans = {**{e.id: e.trigger for e in reading.events}, **others, **said} if reading else {}
        if reading is None or ref.fact not in spans:
            return f"{ref.report[:10]} {ref.fact}"
        return harmless(sentence_around(reading.report.text, spans[ref.fact], LONGEST))

    def claim(self, claim: Claim) -> str:
        """A claim in one line: its sentence, who says it, and where."""
        reading = self.readings.get(claim.report)
        span = words_of(reading, claim) if reading else None
        if reading is None or span is None:
            return f"{claim.stand}: {claim.report[:10]} {claim.fact}"
        speaker = f"{self.party(claim.side)}, in " if claim.side else ""
        stand = "" if claim.stand == "asserts" else f"{claim.stand}: "
        words = harmless(sentence_around(reading.report.text, span, LONGEST))
        return f"{stand}“{words}” ({speaker}{harmless(reading.report.outlet or reading.report.id[:10])})"

    def outlet(self, report: str) -> str:
        """Who published a report; of one that nobody is known to have published, the beginning of its id."""
        reading = self.readings.get(report)
        return (reading.report.outlet if reading else None) or report[:10]
