"""A Situation for people at a terminal: what is contested first, then what is told by most origins, talks, ground, forecasts."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli.lines import Lines, told_again
from sayso.cli.view_reading import STATUS_STYLE
from sayso.model import Reading, Situation
from sayso.model.situation import Claim, Dispute, GroundHeld, Incident, Thread
from sayso.view import amount_told, days, grounds, harmless

MOST = 25
"""How many of each kind are printed where not all are asked for; the rest are counted."""


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


class View(Lines):
    """A situation laid out for printing: one method for each part of the page."""

    def __init__(self, console: Console, situation: Situation, readings: Mapping[str, Reading], most: int | None = MOST) -> None:
        super().__init__(situation, readings)
        self.console, self.most = console, most

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
        if dispute.chance is not None:
            self.line(f"no rule tells it; by learnt weights its chance is {dispute.chance:.2f}: {', '.join(dispute.grounds)}", 6, "dim italic")

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
            by_source = dict.fromkeys(f"{amount_told(f.min, f.max)} ({self.party(f.source)})" for f in figure.by_source)  # a copy's doctor once
            self.line(harmless(f"{figure.what}: {'; '.join(by_source)}"), 6)
        for claim in claims:
            self.line(self.claim(claim), 6, "dim")

    def _telling(self, incident: Incident) -> list[Claim]:
        """One claim for each origin and stand: copies of a sentence are not shown again."""
        first: dict[tuple[str, str], Claim] = {}
        for claim in incident.claims:
            first.setdefault((claim.origin, claim.stand), claim)
        return list(first.values())[:4]

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
            self.line(f"“{harmless(move.words)}”{told_again(move)}", 8, "dim")
        for one in thread.recalled:
            self.line(f"before: {days(one.when)}  {one.ended}  {one.id}", 6, "cyan")
            self.line(f"“{harmless(one.words)}”", 8, "dim")

    def ground(self) -> None:
        if self.situation.control:
            self.heading("Ground", len(self.situation.control))
        by_place: dict[str, list[GroundHeld]] = {}
        for one in self.situation.control:
            by_place.setdefault(self.place(one.place) or "a place that is not named", []).append(one)
        for place, lines in list(by_place.items())[: self.most]:
            self.line(place)
            for one in lines[-self.most if self.most else None :]:
                self.line(f"{self.as_of(one)}  {self.held(one)}", 6, "red" if one.denied or one.denied_by else "dim")
            if self.most is not None and len(lines) > self.most:
                self.line(f"and {len(lines) - self.most} earlier: --all prints them", 6, "italic")
        self.rest(len(by_place))

    def as_of(self, one: GroundHeld) -> str:
        """The days that a report states for ground; else the day of the report, as of which it is."""
        reading = self.readings.get(one.report)
        told = reading.report.published if reading else None
        return days(one.when) or (f"as of {told}" if told else "undated")

    def forecasts(self) -> None:
        if self.situation.forecasts:
            self.heading("Forecasts", len(self.situation.forecasts))
        for one in self.situation.forecasts[: self.most]:
            due = f"due {days(one.due)}" if days(one.due) else "no date"
            self.line(f"{one.outcome}, {due}: {self.party(one.by) if one.by else 'the report'}: “{harmless(one.words)}”")
            for ref in one.evidence[:2]:
                self.line(f"by: “{self.words_of(ref)}”", 6, "dim")
        self.rest(len(self.situation.forecasts))

    def origins(self) -> None:
        found = ((o, list({c.report: c for c in reversed(o.copies) if c.report != o.reports[0]}.values())[::-1]) for o in self.situation.origins)
        copied = [(origin, copies) for origin, copies in found if copies]  # what an outlet takes up of its own earlier story is no copy
        if copied:
            self.heading("Copies: they add no origin", sum(len(copies) for _, copies in copied))
        for origin, copies in sorted(copied, key=lambda one: -len(one[1]))[: self.most]:
            shares = ", ".join(f"{self.outlet(c.report)} ({c.share:.0%})" for c in copies[: self.most])
            self.line(harmless(f"{origin.name}: {shares}" + (", ..." if self.most and len(copies) > self.most else "")))
        self.rest(len(copied))


def _origins(count: int) -> str:
    return "unnamed sources only" if not count else f"{count} origin{'s' if count != 1 else ''}"
