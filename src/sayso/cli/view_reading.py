"""A Reading for people at a terminal: who says what, what happened on whose word, talks, ground, figures, forecasts."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.model import Event, Move, Reading, Span, Statement
from sayso.model.chain import chain_of, sentence, short_name, titled
from sayso.view import amount, days, harmless, relation

STATUS_STYLE = {"denied": "red", "demanded": "yellow", "possible": "yellow", "conditional": "yellow", "planned": "cyan", "ongoing": "bold"}


def print_reading(console: Console, reading: Reading, source: object = None) -> None:  # noqa: ARG001
    """Print a whole reading, each section only where there is something in it."""
    page = _View(console, reading)
    page.head()
    page.statements()
    page.events()
    page.moves()
    page.ground()
    page.figures()
    page.forecasts()
    page.names()
    if not any(getattr(reading, layer) for layer in ("statements", "events", "moves", "control", "figures", "forecasts")):
        console.print("  Nothing found: no statement, event, move, ground, figure or forecast in the words of this report.", style="italic")
    console.print()


class _View:
    def __init__(self, console: Console, reading: Reading) -> None:
        self.console, self.reading = console, reading
        self.parties = {p.id: p for p in reading.parties}
        self.places = {p.id: p for p in reading.places}

    def words(self, span: tuple[int, int], most: int = 400) -> str:
        text = harmless(self.reading.words(span))
        return text if len(text) <= most else text[: most - 1] + "…"

    def names_of(self, ids: Sequence[str]) -> str:
        return ", ".join(harmless(short_name(self.parties[i])) for i in ids)

    def heading(self, title: str) -> None:
        self.console.print()
        self.console.print(Text(title.upper(), style="bold"))

    def quoted(self, words: str, indent: int = 4) -> None:
        self.console.print(Padding(Text(f"“{words}”", style="italic"), (0, 0, 0, indent)))

    def line(self, text: str, style: str = "", indent: int = 2) -> None:
        self.console.print(Padding(Text(text, style=style), (0, 0, 0, indent)))

    def head(self) -> None:
        report = self.reading.report
        self.console.rule(style="dim")
        self.console.print(Text(harmless(report.title or self.words((0, min(len(report.text), 90)))), style="bold"))
        dateline = self.places.get((report.dateline.place if report.dateline else None) or "")
        facts = [
            report.outlet, f"filed from {dateline.name}" if dateline else None,
            f"published {report.published} ({report.published_basis})" if report.published else "publication date unknown",
            f"by {report.byline}" if report.byline else None, f"edited by {report.editor}" if report.editor else None,
            f"{report.origin.name} text" if report.origin.name and report.origin.name != "own" else None,
            f"id {report.id[:12]}",
        ]  # fmt: skip
        self.console.print(Text(harmless(" · ".join(f for f in facts if f)), style="dim"))
        for warning in self.reading.warnings:
            self.console.print(Text(harmless(f"Warning: {warning}"), style="yellow"))

    def statements(self) -> None:
        if not self.reading.statements:
            return
        self.heading("Who says what")
        repeats: dict[str, list[str]] = {}
        for one in self.reading.statements:
            if one.repeats:
                repeats.setdefault(one.repeats, []).append(one.id)
        for speaker, group in _by_speaker(self.reading.statements):
            party = self.parties.get(speaker or "")
            name = titled(party, self.parties) if party else "somebody not named"
            self.line(harmless(name) + (", an unnamed source" if group[0].anonymous else ""), "bold")
            shown_chain = ""
            for one in (s for s in group if not s.repeats):
                self._statement(one, repeats.get(one.id, []))
                chain = harmless(sentence(chain_of(self.reading, one.id)))
                if chain != shown_chain:
                    self.line(chain, "dim", 7)
                shown_chain = chain

    def _statement(self, one: Statement, repeated: list[str]) -> None:
        notes = [one.stance, days(one.stated), f"inside {one.within}" if one.within else ""]
        notes.append(f"again in {', '.join(repeated)}" if repeated else "")
        label = Text(f"{one.id:>4}  ", style="dim") + Text(" · ".join(n for n in notes if n), style="cyan")
        self.console.print(Padding(label, (0, 0, 0, 1)))
        self.quoted(" … ".join(self.words(s) for s in one.content), 7)

    def events(self) -> None:
        if self.reading.events:
            self.heading("What happened")
        for event in self.reading.events:
            self._event(event)

    def _event(self, event: Event) -> None:
        place = self.places.get(event.place or "")
        who = f"{self.names_of(event.actors) or '?'} → {self.names_of(event.recipients) or '?'}"
        where = " · ".join(x for x in (harmless(place.name) if place else "", days(event.when)) if x)
        status = ("reportedly " if event.hedged else "") + event.status
        line = Text(f"{event.id:>4}  ", style="dim") + Text(event.type, style="bold") + Text(f" {event.mode or ''}".rstrip())
        line += Text(f"  {who}") + Text(f"  {where}" if where else "", style="dim")
        line += Text("  ") + Text(status, style=STATUS_STYLE.get(event.status, "green"))
        statement = next((s for s in self.reading.statements if s.id == event.according_to), None)
        self.console.print(Padding(line, (0, 0, 0, 1)))
        self.line(f"“{self.words(event.trigger, 60)}”, on the word of {self._word_of(statement)}", "dim", 7)

    def _word_of(self, statement: Statement | None) -> str:
        if statement is None:
            return harmless(self.reading.report.outlet or "the report itself")
        party = self.parties.get(statement.speaker or "")
        return (harmless(short_name(party)) if party else "somebody not named") + f" ({statement.id})"

    def _rests(self, span: Span, according_to: str | None) -> None:
        """The words that a fact rests on, and whose they are."""
        statement = next((s for s in self.reading.statements if s.id == according_to), None)
        self.line(f"“{self.words(span)}”, on the word of {self._word_of(statement)}", "dim", 6)

    def moves(self) -> None:
        if not self.reading.moves:
            return
        self.heading("Talks")
        for move in self.reading.moves:
            self.line(self._move_line(move))
            for term in move.terms:
                gives, gets = (f"gives: {term.gives}" if term.gives else ""), (f"gets: {term.gets}" if term.gets else "")
                self.line(harmless("; ".join(x for x in (gives, gets) if x) or term.text), "cyan", 6)
            self._rests(move.span, move.according_to)

    def _move_line(self, move: Move) -> str:
        parts = [move.id, move.kind, self.names_of(move.from_) or "?", "→", self.names_of(move.to) or "?"]
        if move.through:
            parts.append(f"through {self.names_of(move.through)}")
        if move.answers:
            parts.append(f"(answers {move.answers})")
        return " ".join([*parts, "·", move.status, *([f"· {days(move.when)}"] if days(move.when) else [])])

    def ground(self) -> None:
        if self.reading.control:
            self.heading("Ground")
        for one in self.reading.control:
            place, area = self.places.get(one.place or ""), f" ({one.area_km2:g} km²)" if one.area_km2 else ""
            holder = self.names_of([one.holder]) if one.holder else "?"
            said = f"{holder} {relation(one.relation, one.extent, holder)} {harmless(place.name) if place else '?'}{area}"
            self.line(" · ".join(x for x in (f"{one.id} {said}", "denied" if one.denied else "", days(one.when)) if x), "red" if one.denied else "")
            self._rests(one.span, one.according_to)

    def figures(self) -> None:
        if self.reading.figures:
            self.heading("Figures")
        for one in self.reading.figures:
            unit = f" {one.unit}" if one.unit and one.unit not in one.what else ""
            self.line(harmless(f"{one.id} {amount(one.min, one.max, one.approximate)}{unit}: {one.what}"))

    def forecasts(self) -> None:
        if self.reading.forecasts:
            self.heading("Forecasts")
        for one in self.reading.forecasts:
            due = f", due {days(one.due)}" if days(one.due) else ""
            self.line(harmless(f"{one.id} {self.names_of([one.by]) if one.by else 'the report'}{due}: {one.what}"))

    def names(self) -> None:
        if self.reading.parties:
            self.heading("Parties")
            for party in self.reading.parties:
                others = [a for a in party.aliases if a != party.name]
                self.line(harmless(f"{party.id} {party.name} ({party.kind}){': ' + ', '.join(others) if others else ''}"))
        if self.reading.places:
            self.heading("Places")
            for place in self.reading.places:
                point = (
                    f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else place.reason or "no point"
                )
                self.line(harmless(f"{place.id} {place.name} ({place.kind}{', ' + place.country if place.country else ''}) {point}"))


def _by_speaker(statements: Iterable[Statement]) -> list[tuple[str | None, list[Statement]]]:
    groups: dict[str | None, list[Statement]] = {}
    for one in statements:
        groups.setdefault(one.speaker, []).append(one)
    return list(groups.items())
