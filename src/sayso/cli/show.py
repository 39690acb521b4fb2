"""`sayso show`."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from sayso.cli.options import DAY, case_situation, lexicon_option, min_confidence_option, open_case

if TYPE_CHECKING:
    from sayso.cli.view_situation import View
    from sayso.model import Situation
    from sayso.model.situation import Incident, Source

T = TypeVar("T")


@click.command(name="show")
@click.argument("case")
@click.argument("report", required=False)
@click.option("--incident", metavar="ID", help="An incident with all its claims and why they are one.")
@click.option("--thread", metavar="ID", help="Talks with all their moves, and what came before.")
@click.option("--source", metavar="ID", help="What a party has said, and what others make of it; the party's name will do.")
@click.option("--dispute", metavar="ID", help="What the sides of a dispute say.")
@click.option("--as-of", type=DAY, metavar="DATE", help="What was known on this day.")
@min_confidence_option
@lexicon_option
def command(
    case: str, report: str | None, incident: str | None, thread: str | None, source: str | None, dispute: str | None,
    as_of: datetime | None, lexicons: tuple[Path, ...], min_confidence: float,
) -> None:  # fmt: skip
    """Show what a report says, by the first characters of its id; without one, list the reports of CASE. Or show one thing that
    holds across reports: an incident, talks, a source or a dispute, by the first characters of its id (`sayso situation` prints them)."""
    from sayso.cli.terminal import notice, output
    from sayso.cli.view_reading import print_reading
    from sayso.model import at_least

    wanted = [one for one in (report, incident, thread, source, dispute) if one is not None]
    if len(wanted) > 1:
        raise click.UsageError("name one thing to show: a report, an incident, a thread, a source or a dispute")
    with open_case(case) as casefile:
        if report is not None:
            print_reading(output(), at_least(casefile.reading(casefile.report(report).row.id), min_confidence))
            return
        if not wanted:
            from sayso.cli.stale import tell_stale
            from sayso.cli.view_case import print_reports

            print_reports(output(), list(casefile.reports()))
            aside = len(casefile.quarantine())
            if aside:
                notice(f"{aside} in quarantine, on which the reader failed: `sayso retry {case} --list` names them.")
            tell_stale(casefile, lexicons)
            return
        day: date | None = as_of.date() if as_of else None
        situation, readings = case_situation(casefile, day, lexicons, min_confidence)
        from sayso.cli.view_situation import View

        page = View(output(), situation, readings)
        if incident is not None:
            _incident(page, situation, _one(situation.incidents, incident, lambda one: one.id, "incident"))
        elif thread is not None:
            page.thread(_one(situation.threads, thread, lambda one: one.id, "thread"))
        elif dispute is not None:
            page.dispute(_one(situation.disputes, dispute, lambda one: one.id, "dispute"))
        elif source is not None:
            _source(page, situation, _called(situation, source))


def _one(things: Iterable[T], prefix: str, name: Callable[[T], str], what: str) -> T:
    """The thing whose id starts so, or a sentence."""
    found = [thing for thing in things if name(thing).startswith(prefix)]
    if len(found) != 1:
        none = f"there is no {what} {prefix!r} in this situation; `sayso situation` prints the ids"
        many = f"{len(found)} {what}s start with {prefix!r}; give more of the id" if found else none
        raise click.ClickException(many)
    return found[0]


def _called(situation: "Situation", name: str) -> "Source":
    """The source of this id or name, else the one that goes by it as well or whose name ends so, else the one whose id starts so; or a
    sentence. A party that only others speak for is one too. What is no name ("the army") may mean each that is called so."""
    from sayso.model.situation import Source

    wanted = name.casefold()
    sources = {one.party: one for one in situation.sources}
    spoken_for = {one.side for one in situation.sources}
    parties = [one for one in situation.parties if one.id in sources or one.id in spoken_for]
    called = [one for one in parties if one.name.casefold() == wanted]
    known = [one for one in called if not _described(situation, one.id)]
    besides = [one for one in parties if wanted in {other.casefold() for other in one.aliases}]
    longer = [one for one in parties if one.name.casefold().endswith(f" {wanted}")]
    every = {one.id: one for one in (*called, *besides, *longer)}
    for found in ([one for one in parties if one.id.casefold() == wanted], known, besides if not called else [], list(every.values())):
        if len(found) == 1:
            return sources.get(found[0].id) or Source(party=found[0].id, statements=())
        if found:
            each = ", ".join(f"{one.name} ({one.id})" for one in found)
            raise click.ClickException(f"{len(found)} sources may be called {name!r}: {each}; give the id of one")
    if not any(one.party.startswith(name) for one in situation.sources):
        raise click.ClickException(f"there is no source {name!r} in this situation{_sources_like(situation, wanted)}")
    return _one(situation.sources, name, lambda one: one.party, "source")


def _sources_like(situation: "Situation", wanted: str) -> str:
    """The sources whose names have the word, or else those that say most, for whoever asked for one that is not there."""
    names = {one.id: one.name for one in situation.parties}
    most = [names.get(one.party, one.party) for one in sorted(situation.sources, key=lambda one: -len(one.statements))]
    like = [one for one in most if wanted in one.casefold()]
    listed, more = (like or most)[:12], len((like or most)[12:])
    return f"; {'called so in part' if like else 'those who say most'}: {', '.join(listed)}{f' and {more} more' if more else ''}" if listed else ""


def _described(situation: "Situation", party: str) -> bool:
    """Whether a party goes by a description alone ("the army"), of which a war may have several and a case of two wars has."""
    from sayso.model.codes import POWERS

    known = next((one for one in situation.parties if one.id == party), None)
    if known is None or known.kind not in POWERS or not party.startswith("party:"):
        return False
    return not any(word[:1].isupper() for word in known.name.split()[1:])


def _incident(page: "View", situation: "Situation", incident: "Incident") -> None:
    from sayso.view import harmless

    page.incident(incident, incident.claims)
    told = {(claim.report, claim.fact) for claim in incident.claims}
    for one in situation.judgements:
        if (one.one.report, one.one.fact) in told or (one.other.report, one.other.fact) in told:
            by = f"{one.who} ({one.correction})" if one.by == "person" else f"evidence {one.evidence:+.1f}"
            page.line(f"{one.verdict}, {by}: {harmless('; '.join(one.grounds))}", 6, "cyan")
            for ref in (one.one, one.other):
                page.line(f"{ref.report[:10]} {ref.fact} “{page.words_of(ref)}”", 8, "dim")


def _source(page: "View", situation: "Situation", source: "Source") -> None:
    from sayso.view import harmless

    if _described(situation, source.party):
        page.line(f"“{page.party(source.party)}” is no name: the reports of this case may mean several parties by it.", 0, "italic")
    speakers = [one for one in situation.sources if one.side == source.party]
    for who in (source, *speakers):
        page.heading(page.party(who.party) + (f", for {page.party(source.party)}" if who is not source else ""), len(who.statements))
        for said in who.statements:
            page.line(f"{said.stance}: “{harmless(said.words)}” ({said.report[:10]} {said.statement})")
    for title, incidents in (("confirmed by others", source.corroborated), ("contradicted by others", source.contradicted)):
        if incidents:
            page.heading(title, len(incidents))
        for one in incidents:
            page.line(page.named("incident", one))
    for title, refs in (("forecasts that held", source.held), ("forecasts that were missed", source.missed)):
        if refs:
            page.heading(title, len(refs))
        for ref in refs:
            page.line(page.named("forecast", f"{ref.report}:{ref.fact}"))
