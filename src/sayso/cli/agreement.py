"""`sayso agreement`."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from sayso.cli.options import open_case

if TYPE_CHECKING:
    from sayso.casefile import Casefile
    from sayso.casefile.agreement import Agreement


@click.command(name="agreement")
@click.argument("case")
@click.argument("coding", required=False)
@click.option("--start", type=click.IntRange(1), metavar="N", help="Begin the coding with N reports, drawn by its name.")
@click.option("--of", "reports", multiple=True, metavar="REPORT", help="Begin it with this report; may be given more than once.")
@click.option("--between", multiple=True, metavar="WHO", help="Compare only these coders.")
@click.option("--take", "taken", multiple=True, metavar="WHO=REPORT:FACT", help="Adjudicate: what WHO coded of this fact counts from now on.")
@click.option("--accept", is_flag=True, help="What all coders agree on counts from now on.")
@click.option("--who", metavar="NAME", help="Who adjudicates; by default the user of this machine.")
@click.option("--why", metavar="TEXT", help="The reason, kept with it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(
    case: str, coding: str | None, start: int | None, reports: tuple[str, ...], between: tuple[str, ...], taken: tuple[str, ...], accept: bool,
    who: str | None, why: str | None, as_json: bool,
) -> None:  # fmt: skip
    """How far several people agree who have coded the same reports of CASE blind: Krippendorff's alpha and F1, and where they differ.

    A CODING is a set of reports under a name. Each coder decides on its facts without the others' values, in the workbench
    (Review, the coding's name) or with `sayso correct --coding NAME`; none of it counts until it is adjudicated here. Without
    CODING, the codings of CASE are listed.
    """
    from sayso.casefile.adjudicate import accept as put_in_force
    from sayso.casefile.adjudicate import agreement_of

    with open_case(case) as casefile:
        if coding is None:
            for name, of in casefile.codings().items():
                click.echo(f"{name}: {len(of)} reports")
            return
        if start or reports:
            _start(casefile, coding, start, reports)
            return
        for one in taken:
            _take(casefile, coding, one, why, who)
        if accept:
            click.echo(f"{len(put_in_force(casefile, coding, who=who))} decisions on which all agree count from now on")
        if taken or accept:
            return
        found = agreement_of(casefile, coding, between)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
    else:
        _print(found)


def _start(casefile: "Casefile", coding: str, start: int | None, reports: tuple[str, ...]) -> None:
    from sayso.casefile.coding import sample

    ids = [casefile.report(one).row.id for one in reports] or sample(coding, [row.id for row in casefile.reports()], start or 0)
    casefile.start_coding(coding, ids)
    click.echo(f"coding {coding}: {len(ids)} reports: {' '.join(one[:10] for one in casefile.codings()[coding])}")


def _take(casefile: "Casefile", coding: str, given: str, why: str | None, who: str | None) -> None:
    from sayso.casefile import in_words
    from sayso.casefile.adjudicate import take

    coder, equals, named = given.partition("=")
    report, colon, fact = named.partition(":")
    if not (coder and equals and colon and fact):
        raise click.UsageError(f"--take {given}: write WHO=REPORT:FACT, such as ann=0a5f88:E3")
    for made in take(casefile, coding, coder, casefile.report(report).row.id, fact, why=why, who=who):
        click.echo(f"{made.fact or made.layer} of {made.report[:10]}: {in_words(made)}, by {made.who} (correction {made.id})")


def _print(found: "Agreement") -> None:
    from sayso.view import harmless

    who = ", ".join(map(harmless, found.coders)) or "nobody yet"
    click.echo(f"Coding {harmless(found.coding)} by {who}: {found.reports} reports, {found.facts} facts coded by two or more")
    for coder, left in found.waiting:
        if left:
            click.echo(f"  {harmless(coder)} has {left} facts still to code")
    if found.measures:
        click.echo(f"\n{'':12}{'':14}{'facts':>6}{'agreed':>8}{'F1':>8}{'alpha':>8}")
    for one in found.measures:
        f1 = f"{one.f1:.3f}" if one.f1 is not None else ""
        click.echo(f"{one.layer:12}{one.what:14}{one.facts:6}{one.agreed:8}{f1:>8}{'-' if one.alpha is None else f'{one.alpha:.3f}':>8}")
    if any(one.alpha is None for one in found.measures):
        click.echo("-: all values are the same one, so chance cannot be told from agreement")
    if found.disagreements:
        click.echo(f"\nThey differ {len(found.disagreements)} times (--take WHO=REPORT:FACT decides):")
    for apart in found.disagreements:
        said = "; ".join(f"{coder}: {value}" for coder, value in apart.values)
        click.echo(harmless(f"  {apart.report[:10]}:{apart.fact}  {apart.layer} “{apart.words}”  {apart.what}: {said}"))
