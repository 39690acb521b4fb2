"""`sayso show`."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from sayso.cli.options import case_situation, lexicon_option, min_confidence_option, open_case

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
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="What was known on this day.")
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
            known = {one.id: one.name for one in situation.parties}
            exact = [one for one in situation.sources if source.casefold() in (one.party.casefold(), known.get(one.party, "").casefold())]
            _source(page, exact[0] if len(exact) == 1 else _one(situation.sources, source, lambda one: one.party, "source"))


def _one(things: Iterable[T], prefix: str, name: Callable[[T], str], what: str) -> T:
    """The thing whose id starts so, or a sentence."""
    found = [thing for thing in things if name(thing).startswith(prefix)]
    if len(found) != 1:
        many = f"{len(found)} {what}s start with {prefix!r}; give more of the id" if found else f"there is no {what} {prefix!r} in this situation"
        raise click.ClickException(many)
    return found[0]


def _incident(page: "View", situation: "Situation", incident: "Incident") -> None:
    from sayso.view import harmless

    page.incident(incident, incident.claims)
    told = {(claim.report, claim.event) for claim in incident.claims}
    for one in situation.judgements:
        if (one.one.report, one.one.fact) in told or (one.other.report, one.other.fact) in told:
            by = f"{one.who} ({one.correction})" if one.by == "person" else f"evidence {one.evidence:+.1f}"
            page.line(f"{one.verdict}, {by}: {harmless('; '.join(one.grounds))}", 6, "cyan")
            for ref in (one.one, one.other):
                page.line(f"{ref.report[:10]} {ref.fact} “{page.words_of(ref)}”", 8, "dim")


def _source(page: "View", source: "Source") -> None:
    from sayso.view import harmless

    page.heading(page.party(source.party), len(source.statements))
    for said in source.statements:
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
