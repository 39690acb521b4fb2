"""`sayso correct`."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import click

from sayso.cli.options import open_case
from sayso.cli.values import START_END, fields_of, span_of

if TYPE_CHECKING:
    from sayso.casefile import Casefile, Decision
    from sayso.model import Correction, Reading
    from sayso.model.codes import CorrectionAction

_ELSEWHERE = re.compile(r"[0-9a-f]{4,64}:\w+$")

EXAMPLES = """\b
Examples:
  sayso correct case.sayso 0a5f88 E3 --confirm
  sayso correct case.sayso 0a5f88 E3 --set status=denied --set actors=P1,P2 --why "see the second paragraph"
  sayso correct case.sayso 0a5f88 E3 --reject
  sayso correct case.sayso 0a5f88 --add events --words "shelled the mill" --set type=ASSAULT --set actors=P2
  sayso correct case.sayso 0a5f88 P1 --merge P4
  sayso correct case.sayso 0a5f88 P1 --split "the governor" --set name="the governor of Qasr"
  sayso correct case.sayso 0a5f88 report --set published=2019-01-28
  sayso correct case.sayso --undo 5be0c1
"""


@click.command(name="correct", epilog=EXAMPLES)
@click.argument("case")
@click.argument("report", required=False)
@click.argument("fact", required=False)
@click.option("--confirm", is_flag=True, help="The fact is right.")
@click.option("--reject", is_flag=True, help="The report does not say so.")
@click.option("--set", "pairs", multiple=True, metavar="FIELD=VALUE", help="What a field should be; may be given more than once.")
@click.option("--add", "layer", metavar="LAYER", help="Add a fact that the reader missed: statements, events, moves, parties, ...")
@click.option("--words", metavar="WORDS", help="The words an added fact rests on, as they stand in the report, or START-END.")
@click.option("--merge", multiple=True, metavar="OTHER", help="OTHER is the same one; the name of FACT stays. REPORT:OTHER for another report's.")
@click.option("--split", "parted", multiple=True, metavar="WORDS", help="These words of a party or place mean another one; or REPORT:FACT.")
@click.option("--undo", "undone", metavar="ID", help="Take this correction back (`sayso corrections CASE` lists them).")
@click.option("--why", metavar="TEXT", help="The reason, kept with it.")
@click.option("--who", metavar="NAME", help="Whose decision it is; by default the user of this machine.")
@click.option("--over", multiple=True, metavar="ID", help="Decide against this correction by somebody else.")
@click.option("--coding", metavar="NAME", help="It belongs to this double coding and counts nowhere else (see `sayso agreement`).")
def command(
    case: str, report: str | None, fact: str | None, confirm: bool, reject: bool, pairs: tuple[str, ...], layer: str | None, words: str | None,
    merge: tuple[str, ...], parted: tuple[str, ...], undone: str | None, why: str | None, who: str | None, over: tuple[str, ...], coding: str | None,
) -> None:  # fmt: skip
    """Confirm, reject, change, add, merge or split a fact of REPORT in CASE, or undo that.

    Nothing is overwritten: what you decide is kept beside the reading, with your name, the time, the words it rests on and
    the value that was there before; it holds over every later reading as long as the words stand. Where somebody else has
    decided otherwise about the same fact, nothing is stored and their decision is shown; --over says that yours goes.
    """
    from sayso.casefile import ConflictError, in_words

    actions = {"confirm": confirm, "reject": reject, "add": bool(layer), "merge": bool(merge), "split": bool(parted), "undo": bool(undone)}
    chosen = [name for name, given in actions.items() if given] or (["edit"] if pairs else [])
    if len(chosen) != 1:
        raise click.UsageError("say one thing: --confirm, --reject, --set, --add, --merge, --split or --undo")
    with open_case(case) as casefile:
        if undone:
            made = casefile.undo(undone, why=why, who=who)
        else:
            if report is None or (fact is None and not layer):
                raise click.UsageError("name the report, by the first characters of its id, and the fact, such as E3")
            whole = casefile.report(report).row.id
            what = _said(casefile.reading(whole), casefile, fact, layer, pairs, words, merge, parted)
            overrules = tuple(casefile.correction(one).id for one in over)
            action = cast("CorrectionAction", chosen[0])
            try:
                made = casefile.decide(replace(what, action=action, why=why, overrules=overrules, coding=coding), who=who)
            except ConflictError as error:
                over_them = " ".join(f"--over {one.id}" for one in error.others)
                raise click.ClickException(f"{error} On the command line: {over_them}") from None
        called = _called(casefile, made) if made.action == "merge" else ", as the report had it already" if _said_already(made) else ""
    click.echo(f"{made.fact or made.layer} of {made.report[:10]}: {in_words(made)}{called}, by {made.who} (correction {made.id})")


def _said_already(made: "Correction") -> bool:
    """Whether an edit gives every field the value that it had."""
    before = made.before or {}
    return made.action == "edit" and all(name in before and before[name] == value for name, value in (made.after or {}).items())


def _called(casefile: "Casefile", made: "Correction") -> str:
    """What parties or places that were joined are called from now on."""
    reading = casefile.reading(made.report)
    names = [*(one.name for one in reading.parties if one.id == made.fact), *(one.name for one in reading.places if one.id == made.fact)]
    return f", and is called {names[0]}" if names else ""


def _said(
    reading: "Reading", casefile: "Casefile", fact: str | None, layer: str | None, pairs: tuple[str, ...], words: str | None,
    merge: tuple[str, ...], parted: tuple[str, ...],
) -> "Decision":  # fmt: skip
    """The decision but for its action, who and why."""
    from sayso.casefile import Decision, resting_on
    from sayso.model.codes import LAYERS

    text = reading.report.text
    after = fields_of(pairs, reading) or None
    if layer:
        if layer not in LAYERS:
            raise click.UsageError(f"{layer!r} is no layer; these are: {', '.join(LAYERS)}")
        if not words:
            raise click.UsageError("--add needs --words, the words of the report that the fact rests on")
        added = span_of(words, text)
        return Decision(reading.report.id, "add", layer=layer, span=added, after=resting_on(layer, after or {}, added))
    if any(not one.strip() for one in (*parted, *merge)):
        raise click.UsageError("--split and --merge name what they part or join: the words of a mention, or a fact such as E3 or REPORT:E3")
    others = tuple(_other(casefile, one) for one in (*merge, *(one for one in parted if _ELSEWHERE.match(one))))
    taken = [one for one in parted if not _ELSEWHERE.match(one)]
    if taken:
        after = {"name": taken[0], **(after or {}), "mentions": [list(span) for one in taken for span in _mentions(reading, fact, one)]}
    span = span_of(words, text) if words else None
    return Decision(reading.report.id, "edit", fact=fact, after=after, others=others, span=span)


def _mentions(reading: "Reading", fact: str | None, words: str) -> list[tuple[int, int]]:
    """The mentions of a party or place that read so."""
    if START_END.fullmatch(words):
        return [span_of(words, reading.report.text)]
    known = [span for party in reading.parties if party.id == fact for span in party.mentions]
    known += [span for place in reading.places if place.id == fact for span in place.mentions]
    found = [span for span in known if reading.words(span).casefold() == words.casefold()]
    if not found:
        if not known:
            raise click.ClickException(f"{fact} is no party or place of this report that has words of its own, so none can be split off")
        raise click.ClickException(f"{fact} is nowhere called “{words}”: it is called " + ", ".join(sorted({reading.words(x) for x in known})))
    return found


def _other(casefile: "Casefile", name: str) -> str:
    """FACT, or REPORT:FACT with the whole id of the report."""
    report, colon, fact = name.rpartition(":")
    return f"{casefile.report(report).row.id}:{fact}" if colon else name
