"""Options that several commands share, each written once."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.reading import DEFAULT_MODEL

if TYPE_CHECKING:
    from datetime import date

    from sayso.casefile import Casefile
    from sayso.model import Reading, Situation
    from sayso.reading.languages import Languages
    from sayso.reading.pipeline import Reader

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.DateTime):
    """A day as 2019-01-28, and a sentence for whatever is none."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day at midnight."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day of the calendar, written as 2019-01-28", param, ctx)


DAY = Day()


def lexicon_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """--lexicon."""
    return click.option(
        "--lexicon",
        "lexicons",
        multiple=True,
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="A folder of your own tables (parties.tsv, cues.tsv, ...), laid over the shipped ones. May be given more than once.",
    )(function)


def reader_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """--model and --lexicon."""
    option = click.option("--model", default=DEFAULT_MODEL, show_default=True, metavar="NAME", help="Any installed spaCy pipeline for English.")
    return option(lexicon_option(function))


def min_confidence_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """--min-confidence."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="C",
        help="Only facts whose confidence is C or more, from 0 to 1, and the statements and parties that they rest on.",
    )(function)


def make_reader(model: str, lexicons: tuple[Path, ...]) -> "Reader":
    """A reader, or a usage error that says what is wrong with the model or the lexicon."""
    from sayso._processes import keep_what_is_loaded
    from sayso.lexicon import Lexicon, LexiconError
    from sayso.reading.pipeline import Reader

    try:
        reader = Reader(model, Lexicon(*lexicons))
    except (LexiconError, LookupError) as error:
        raise click.UsageError(str(error)) from None
    keep_what_is_loaded()
    return reader


def make_readers(model: str, lexicons: tuple[Path, ...]) -> "Languages":
    """That reader, with the plug-ins for other languages beside it."""
    from sayso.reading.languages import Languages

    return Languages(make_reader(model, lexicons))


def downloader_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """--downloader, with which the workbench says for whom it asks."""
    return click.option("--downloader", hidden=True, metavar="NAME", help="Who downloads it from the workbench: the log says so.")(function)


def note_copy(casefile: "Casefile", out: Path, downloader: str | None = None) -> None:
    """The log names every copy that is about to leave, so that a redaction can name it too: whoever downloads it has it, and not the
    server's folder that it is made in."""
    from sayso.casefile import CasefileError
    from sayso.cli.terminal import notice

    try:
        casefile.handed_over("export", f"downloaded by {downloader}" if downloader else str(out.absolute()))
    except CasefileError as error:
        notice(f"The log does not note this export. {error}")


@contextmanager
def open_case(path: str, *, create: bool = False, operator: str | None = None) -> "Iterator[Casefile]":
    """The casefile at `path`, signed by `operator`, closed at the end. Whatever goes wrong with it in between ends the command with its sentence."""
    from sayso.casefile import Casefile, CasefileError

    try:
        with Casefile.open(path, create=create, operator=operator) as casefile:
            yield casefile
    except CasefileError as error:
        raise click.ClickException(str(error)) from None


def case_situation(
    casefile: "Casefile", as_of: "date | None", lexicons: tuple[Path, ...], least: float = 0.0
) -> "tuple[Situation, Mapping[str, Reading]]":
    """The situation that a casefile's reports describe on a day, with people's judgements, and the readings it is made of, each
    loaded when it is asked for: while the casefile is open. `least` is the lowest confidence of a fact that counts."""
    from sayso.casefile.looked_up import LookedUp
    from sayso.casefile.situations import made_anew, situation_of
    from sayso.lexicon import Lexicon, LexiconError

    try:
        parents = Lexicon(*lexicons).parents
    except LexiconError as error:
        raise click.UsageError(str(error)) from None
    if least:
        return made_anew(casefile, as_of, parents, least)[1], LookedUp(casefile)
    return situation_of(casefile, as_of, parents), LookedUp(casefile)
