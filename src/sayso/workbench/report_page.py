"""What the pages show, prepared from readings: plain data for the templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.export.pseudonyms import MARK
from sayso.export.rows import reader_of
from sayso.model import Interval, Reading
from sayso.model.chain import chain_of, short_name, titled
from sayso.model.reading import spans_of
from sayso.view import amount, days, harmless, relation
from sayso.workbench.copies import Relative
from sayso.workbench.marking import Stretch, paragraphs
from sayso.workbench.review_fields import LAYERS as CORRECTED

LAYERS = {
    "statements": "Statements", "events": "Events", "moves": "Talks", "control": "Ground", "figures": "Figures", "forecasts": "Forecasts",
    "parties": "Parties", "places": "Places", "times": "Times",
}  # fmt: skip
MARKED = {"statements": ("content",), "events": ("trigger", "also"), "parties": ("mentions",), "places": ("mentions",)}
"""Which spans of a fact are lit up in the text; its `span` where the layer is not named."""


@dataclass(frozen=True, slots=True)
class FactCard:
    """One fact beside the text: a label, a line that says it, details, and the chain that it rests on."""

    id: str
    label: str
    line: str
    details: tuple[str, ...] = ()
    quote: str = ""
    chain: tuple[str, ...] = ()
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report: its anatomy, its text with one layer marked, the facts of that layer."""

    id: str
    title: str
    facts_line: tuple[str, ...]
    layer: str
    layers: tuple[tuple[str, str, int], ...]
    paragraphs: list[tuple[str, int, tuple[Stretch, ...]]]
    """Each with the part of the report's anatomy that it is (headline, byline, body, ...) and where in the text it starts."""
    cards: tuple[FactCard, ...]
    lit: str | None
    appearances: tuple[str, ...] = field(default=())
    relatives: tuple[Relative, ...] = ()
    compared: Relative | None = None
    incidents: Mapping[str, str] = field(default_factory=dict)
    """The incident that each event belongs to, as far as the situation is made."""
    correctable: bool = False
    reader: str = ""
    pseudonyms: bool = False
    """Whether private persons have other names in it, so that it is not the text that came in."""


def report_page(
    reading: Reading, layer: str, lit: str | None, relatives: Sequence[Relative] = (), compared: Relative | None = None,
    shared: Sequence[tuple[int, int]] = (), incidents: Mapping[str, str] | None = None,
) -> ReportPage:
    """Prepare a report's page with one layer marked and, if asked for, one fact lit; or, where it is `compared` with another
    report, the passages that are `shared` with it."""
    report = reading.report
    place = next((p.name for p in reading.places if report.dateline and p.id == report.dateline.place), None)
    facts_line = (
        report.outlet,
        f"filed from {place}" if place else None,
        f"published {report.published} ({report.published_basis})" if report.published else "publication date unknown",
        f"by {report.byline}" if report.byline else None,
        f"edited by {report.editor}" if report.editor else None,
        f"text of {report.origin.name}" if report.origin.name and report.origin.name != "own" else None,
    )
    marks = [
        (fact.id, start, end)
        for name, fact in reading.facts()
        if name == layer
        for field_name, start, end in spans_of(fact)
        if field_name in MARKED.get(layer, ("span",))
    ]
    if compared:
        marks = [("shared", start, end) for start, end in shared]
    return ReportPage(
        id=report.id,
        title=harmless(report.title or report.text[:90]),
        facts_line=tuple(harmless(f) for f in facts_line if f),
        layer=layer,
        layers=tuple((key, name, len(getattr(reading, key))) for key, name in LAYERS.items()),
        paragraphs=[(_part(reading, p.start), p.start, p.stretches) for p in paragraphs(report.text, marks)],
        cards=() if compared else _CARDS[layer](reading),
        lit=lit,
        appearances=tuple(harmless(" · ".join(x for x in (a.outlet, a.published, a.url) if x)) for a in report.appearances),
        relatives=tuple(relatives), compared=compared, incidents=incidents or {}, correctable=layer in CORRECTED,
        reader=harmless(reader_of(reading)), pseudonyms=MARK in reading.reader.name,
    )  # fmt: skip


def _part(reading: Reading, offset: int) -> str:
    kind = next((part.kind for part in reading.report.parts if part.span[0] <= offset < part.span[1]), "body")
    return "body" if kind == "dateline" else kind


def _names(reading: Reading, ids: tuple[str, ...]) -> str:
    parties = {p.id: p for p in reading.parties}
    return ", ".join(short_name(parties[i]) for i in ids) or "?"


def _place(reading: Reading, place: str | None) -> str:
    return next((p.name for p in reading.places if p.id == place), "")


def _chain(reading: Reading, statement: str | None) -> tuple[str, ...]:
    return tuple(hop.name for hop in chain_of(reading, statement))


def _when(when: Interval | None) -> tuple[str, ...]:
    return (days(when),) if days(when) else ()


def _statements(reading: Reading) -> tuple[FactCard, ...]:
    parties = {p.id: p for p in reading.parties}
    cards = []
    for s in reading.statements:
        speaker = titled(parties[s.speaker], parties) if s.speaker in parties else "somebody not named"
        notes = (
            s.kind,
            *_when(s.stated),
            *((f"inside {s.within}",) if s.within else ()),
            *((f"repeats {s.repeats}",) if s.repeats else ()),
        )
        quote = " … ".join(reading.words(span) for span in s.content)
        chain = _chain(reading, s.id)
        cards.append(
            FactCard(s.id, s.stance, speaker + (" (unnamed source)" if s.anonymous else ""), notes, quote, chain, s.confidence < 0.5)
        )
    return tuple(cards)


def _events(reading: Reading) -> tuple[FactCard, ...]:
    cards = []
    for e in reading.events:
        details = (*((_place(reading, e.place),) if e.place else ()), *_when(e.when), ("reportedly " if e.hedged else "") + e.status)
        line = f"{_names(reading, e.actors)} → {_names(reading, e.recipients)}"
        label = f"{e.type} {e.mode or ''}".strip()
        chain = _chain(reading, e.according_to)
        cards.append(FactCard(e.id, label, line, details, reading.words(e.trigger), chain, e.confidence < 0.5))
    return tuple(cards)


def _moves(reading: Reading) -> tuple[FactCard, ...]:
    cards = []
    for m in reading.moves:
        terms = tuple(f"{verb} {value}" for t in m.terms for verb, value in (("gives", t.gives), ("gets", t.gets)) if value)
        through = (f"through {_names(reading, m.through)}",) if m.through else ()
        answers = (f"answers {m.answers}",) if m.answers else ()
        details = (*through, *answers, m.status, *_when(m.when), *terms)
        line = f"{_names(reading, m.from_)} → {_names(reading, m.to)}"
        cards.append(FactCard(m.id, m.kind, line, details, reading.words(m.span), _chain(reading, m.according_to)))
    return tuple(cards)


def _control(reading: Reading) -> tuple[FactCard, ...]:
    cards = []
    for c in reading.control:
        holder = _names(reading, (c.holder,) if c.holder else ())
        line = f"{holder} {relation(c.relation, c.extent, holder)} {_place(reading, c.place) or '?'}"
        area = (f"{c.area_km2:g} km²",) if c.area_km2 else ()
        details = (*(("denied",) if c.denied else ()), *area, *_when(c.when))
        cards.append(FactCard(c.id, c.relation, line, details, reading.words(c.span), _chain(reading, c.according_to)))
    return tuple(cards)


def _figures(reading: Reading) -> tuple[FactCard, ...]:
    return tuple(
        FactCard(
            f.id, amount(f.min, f.max, f.approximate), f.what, (f.unit,) if f.unit else (),
            reading.words(f.span), _chain(reading, f.according_to),
        )
        for f in reading.figures
    )  # fmt: skip


def _forecasts(reading: Reading) -> tuple[FactCard, ...]:
    return tuple(
        FactCard(
            f.id, f"due {days(f.due)}" if days(f.due) else "no date", _names(reading, (f.by,)) if f.by else "the report", (),
            reading.words(f.span), _chain(reading, f.according_to),
        )
        for f in reading.forecasts
    )  # fmt: skip


def _parties(reading: Reading) -> tuple[FactCard, ...]:
    parties = {p.id: p for p in reading.parties}
    return tuple(
        FactCard(p.id, p.kind.replace("_", " "), titled(p, parties), tuple(a for a in p.aliases if a != p.name)) for p in reading.parties
    )


def _places(reading: Reading) -> tuple[FactCard, ...]:
    cards = []
    for p in reading.places:
        point = f"{p.lat:.3f}, {p.lon:.3f}" if p.lat is not None and p.lon is not None else p.reason or "no point"
        cards.append(FactCard(p.id, p.kind, p.name, (*((p.country,) if p.country else ()), point)))
    return tuple(cards)


def _times(reading: Reading) -> tuple[FactCard, ...]:
    return tuple(FactCard(t.id, t.type, t.text, (t.value, *_when(Interval(earliest=t.earliest, latest=t.latest)))) for t in reading.times)


_CARDS = {
    "statements": _statements, "events": _events, "moves": _moves, "control": _control, "figures": _figures, "forecasts": _forecasts,
    "parties": _parties, "places": _places, "times": _times,
}  # fmt: skip
