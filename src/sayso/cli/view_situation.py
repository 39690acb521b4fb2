"""A Situation for people at a terminal: what is contested first, then what is told by most origins, talks, ground, forecasts."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli.view_reading import STATUS_STYLE
from sayso.model import Reading, Situation
from sayso.model.situation import Claim, Dispute, GroundHeld, Incident, Ref, Thread, ThreadMove
from sayso.situation.claims import words_of
from sayso.situation.words import sentence_around
from sayso.view import STATUS, amount, days, grounds, harmless, nameless, relation

MOST = 25
"""How many of each kind are printed where not all are asked for; the rest are counted."""
LONGEST = 200
"""How many characters of a sentence are printed before and after the words of an event."""


def print_situation(console: Console, situation: Situation, readings: Mapping[str, Reading], most: int | None = MOST) -> None:
    """Print a situation with the words its claims rest on: at most so many of each kind, or all."""
    page = View(console, situation, readings, most)
    page.head()
    page.disputes()
    page.incidents()
    page.threads()
    page.ground()
    page.forecasts()
    page.origins()
    console.print()


def _weight(incident: Incident) -> tuple[int, int, int, str]:
    """Incidents in the order in which people want them: most origins, then those that say most of who, whom, where and when."""
    told = [incident.parties.actors, incident.parties.recipients, incident.place, incident.when]
    return -incident.origins_for - incident.origins_against, -sum(map(bool, told)), -len(incident.claims), incident.id


class View:
    """A situation laid out for printing: names of parties and places, labels, and one method for each part of the page."""

    def __init__(self, console: Console, situation: Situation, readings: Mapping[str, Reading], most: int | None = MOST) -> None:
        self.console, self.situation, self.most = console, situation, most
        self.readings = readings
        self.parties = {p.id: p for p in situation.parties}
        self.places = {p.id: p for p in situation.places}
        self.incidents_by_id = {i.id: i for i in situation.incidents}

    def party(self, party: str | None) -> str:
        if party is None:
            return "?"
        return harmless(self.parties[party].name) if party in self.parties else nameless(party)

    def parties_of(self, ids: Sequence[str]) -> str:
        return ", ".join(self.party(i) for i in ids) or "?"

    def place(self, place: str | None) -> str:
        return harmless(self.places[place].name) if place in self.places else ""

    def line(self, text: str | Text, indent: int = 2, style: str = "") -> None:
        self.console.print(Padding(text if isinstance(text, Text) else Text(text, style=style), (0, 0, 0, indent)))

    def heading(self, title: str, count: int) -> None:
        self.console.print()
        self.console.print(Text(f"{title.upper()} ({count})", style="bold"))

    def rest(self, count: int) -> None:
        """How many more there are than are printed."""
        if self.most is not None and count > self.most:
            self.line(f"and {count - self.most} more: --all prints them", style="italic")

    def head(self) -> None:
        s = self.situation
        self.console.rule(style="dim")
        self.console.print(Text(f"The situation as of {s.as_of or 'an unknown date'}", style="bold"))
        texts = sum(origin.kind == "text" for origin in s.origins)
        said = f"{len(s.reports)} reports carrying {texts} texts of their own; they quote named speakers on {len(s.origins) - texts} occasions"
        self.console.print(Text(said, style="dim"))
        if not s.incidents and not s.threads:
            none = f"no report of this case is dated {s.as_of} or before" if not s.reports else "its reports tell of no event and no talks"
            self.line(f"Nothing to show: {none}{', as far as the reader can see' if s.reports else ''}.", style="italic")

    def disputes(self) -> None:
        if self.situation.disputes:
            self.heading("Contested", len(self.situation.disputes))
        for dispute in self.situation.disputes[: self.most]:
            self.dispute(dispute)
        self.rest(len(self.situation.disputes))

    def dispute(self, dispute: Dispute) -> None:
        """A dispute with what each side says."""
        about = self.about(dispute)
        self.line(
            Text(dispute.kind, style="red")
            + Text(f"  {about}" if about else "")
            + Text(f"  since {dispute.since}" if dispute.since else "")
            + Text(f"  {dispute.id}", style="dim")
        )
        for words in dict.fromkeys(f"{self.party(side.source)}: {harmless(side.says)}" for side in dispute.sides):
            self.line(words, 6, "dim")

    def about(self, dispute: Dispute) -> str:
        """What a dispute is about: its first incident, or the talks; blank for ground, of which the sides' words say which it is."""
        first = self.incidents_by_id.get(dispute.incidents[0]) if dispute.incidents else None
        if first is not None:
            return self.label(first)
        between = [one.parties for one in self.situation.threads if one.id in dispute.threads]
        return f"talks  {self.parties_of(between[0])}" if between else ""

    def label(self, incident: Incident) -> str:
        """An incident in one line: what, who, whom, where and when."""
        who = f"{self.parties_of(incident.parties.actors)} → {self.parties_of(incident.parties.recipients)}"
        where = " · ".join(x for x in (self.place(incident.place), days(incident.when)) if x)
        return f"{incident.type}{' ' + incident.mode if incident.mode else ''}  {who}" + (f"  {where}" if where else "")

    def incidents(self) -> None:
        ranked = sorted(self.situation.incidents, key=_weight)
        if ranked:
            self.heading("What is told", len(ranked))
        for incident in ranked[: self.most]:
            self.incident(incident, self._telling(incident))
        self.rest(len(ranked))

    def incident(self, incident: Incident, claims: Sequence[Claim]) -> None:
        """An incident with its figures and some or all of its claims."""
        status = Text(incident.status, style=STATUS_STYLE.get(incident.status, "green"))
        self.line(Text(self.label(incident) + "  ") + status + Text(f"  {incident.id}", style="dim"))
        self.line(grounds(incident), 6, "cyan")
        for figure in incident.figures:
            by_source = dict.fromkeys(f"{amount(f.min, f.max, False)} ({self.party(f.source)})" for f in figure.by_source)  # a copy's doctor once
            self.line(harmless(f"{figure.what}: {'; '.join(by_source)}"), 6)
        for claim in claims:
            self.line(self._claim(claim), 6, "dim")

    def _telling(self, incident: Incident) -> list[Claim]:
        """One claim for each origin and stand: copies of a sentence are not shown again."""
        first: dict[tuple[str, str], Claim] = {}
        for claim in incident.claims:
            first.setdefault((claim.origin, claim.stand), claim)
        return list(first.values())[:4]

    def _claim(self, claim: Claim) -> str:
        reading = self.readings.get(claim.report)
        span = words_of(reading, claim) if reading else None
        if reading is None or span is None:
            return f"{claim.stand}: {claim.report[:10]} {claim.event}"
        speaker = f"{self.party(claim.side)}, in " if claim.side else ""
        stand = "" if claim.stand == "asserts" else f"{claim.stand}: "
        words = harmless(sentence_around(reading.report.text, span, LONGEST))
        return f"{stand}“{words}” ({speaker}{harmless(reading.report.outlet or reading.report.id[:10])})"

    def threads(self) -> None:
        if self.situation.threads:
            self.heading("Talks", len(self.situation.threads))
        for thread in self.situation.threads[-self.most if self.most else None :]:  # those that began last
            self.thread(thread, self.most)
        self.rest(len(self.situation.threads))

    def thread(self, thread: Thread, most: int | None = None) -> None:
        """A thread with its moves (or its last ones), its status and what came before it."""
        states = "; or ".join(f"{s.value} ({_origins(len(s.origins))})" for s in thread.status)
        self.line(Text(f"{self.parties_of(thread.parties)}  ") + Text(states, style="yellow") + Text(f"  {thread.id}", style="dim"))
        if most is not None and len(thread.moves) > most:
            self.line(f"{len(thread.moves) - most} earlier moves: sayso show CASE --thread {thread.id}", 6, "italic")
        for move in thread.moves[-most:] if most else thread.moves:
            self.line(self.move(move), 6)
            again = f" (told again in {len(move.told_again)} more report{'s' if len(move.told_again) != 1 else ''})" if move.told_again else ""
            self.line(f"“{harmless(move.words)}”{again}", 8, "dim")
        for one in thread.recalled:
            self.line(f"before: {days(one.when)}  {one.ended}  {one.id}", 6, "cyan")
            self.line(f"“{harmless(one.words)}”", 8, "dim")

    def move(self, move: ThreadMove) -> str:
        """A move in one line: how it stands where it has not simply happened, and on whose word."""
        through = f" through {self.parties_of(move.through)}" if move.through else ""
        day = days(move.when)
        stands = f" ({STATUS[move.status]})" if move.status != "happened" and move.kind != "deny_talks" else ""
        sides = f"{self.parties_of(move.from_)} → {self.parties_of(move.to)}{through}"
        return f"{day + '  ' if day else ''}{move.kind}{stands}: {sides}, on the word of {self.source(move.source, move.report)}"

    def source(self, source: str, report: str) -> str:
        """Whose word something is, by name; of a source without a name where it speaks."""
        return f"an unnamed source ({self._outlet(report)})" if source == "unnamed" else self.party(source)

    def ground(self) -> None:
        if self.situation.control:
            self.heading("Ground", len(self.situation.control))
        by_place: dict[str, list[GroundHeld]] = {}
        for one in self.situation.control:
            by_place.setdefault(self.place(one.place) or "a place that is not named", []).append(one)
        for place, lines in list(by_place.items())[: self.most]:
            self.line(place)
            for one in lines[-self.most if self.most else None :]:
                self.line(f"{days(one.when) or 'undated'}  {self.held(one)}", 6, "red" if one.denied or one.denied_by else "dim")
            if self.most is not None and len(lines) > self.most:
                self.line(f"and {len(lines) - self.most} earlier: --all prints them", 6, "italic")
        self.rest(len(by_place))

    def held(self, one: GroundHeld) -> str:
        """Ground in one line: who has it, on whose word, and who denies it."""
        area = f" ({one.area_km2:g} km²)" if one.area_km2 else ""
        holder = self.party(one.holder)
        said = f"{holder} {relation(one.relation, one.extent, holder)} it{area}"
        source = self.source(one.source, one.report)
        if one.denied:
            return f"denied by {source}: {said}"
        deniers = ", ".join(self.source(who, one.report) for who in one.denied_by)
        return f"{said}, on the word of {source}" + (f"; denied by {deniers}" if deniers else "")

    def forecasts(self) -> None:
        if self.situation.forecasts:
            self.heading("Forecasts", len(self.situation.forecasts))
        for one in self.situation.forecasts[: self.most]:
            due = f"due {days(one.due)}" if days(one.due) else "no date"
            self.line(f"{one.outcome}, {due}: {self.party(one.by) if one.by else 'the report'}: “{harmless(one.words)}”")
            for ref in one.evidence[:2]:
                self.line(f"by: “{self.words_of(ref)}”", 6, "dim")
        self.rest(len(self.situation.forecasts))

    def words_of(self, ref: Ref) -> str:
        """The sentence of an event or a figure."""
        reading = self.readings.get(ref.report)
        spans = {**{e.id: e.trigger for e in reading.events}, **{f.id: f.span for f in reading.figures}} if reading else {}
        if reading is None or ref.fact not in spans:
            return f"{ref.report[:10]} {ref.fact}"
        return harmless(sentence_around(reading.report.text, spans[ref.fact], LONGEST))

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

    def origins(self) -> None:
        copied = [o for o in self.situation.origins if o.copies]
        if copied:
            self.heading("Copies: they add no origin", sum(len(o.copies) for o in copied))
        for origin in sorted(copied, key=lambda one: -len(one.copies))[: self.most]:
            shares = ", ".join(f"{self._outlet(c.report)} ({c.share:.0%})" for c in origin.copies[: self.most])
            self.line(harmless(f"{origin.name}: {shares}" + (", ..." if self.most and len(origin.copies) > self.most else "")))
        self.rest(len(copied))

    def _outlet(self, report: str) -> str:
        reading = self.readings.get(report)
        return (reading.report.outlet if reading else None) or report[:10]


def _origins(count: int) -> str:
    return "unnamed sources only" if not count else f"{count} origin{'s' if count != 1 else ''}"
