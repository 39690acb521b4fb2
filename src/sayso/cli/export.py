"""`sayso export`."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from sayso.cli.options import DAY, downloader_option, lexicon_option, min_confidence_option, note_copy, open_case
from sayso.export import FORMATS, formats, writer
from sayso.model.codes import EVENT_TYPES, Status

if TYPE_CHECKING:
    from sayso.casefile import Casefile
    from sayso.export.material import Material

@click.command(name="export", epilog="Formats: " + "; ".join(f"{name}: {what}" for name, what in FORMATS.items()))
@click.argument("case")
@click.option("--format", "name", required=True, metavar="NAME", help=f"Which format: {', '.join(FORMATS)}, or that of a plug-in.")
@click.option("--out", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The file, or for csv and parquet the folder, to write.")
@click.option("--as-of", type=DAY, metavar="DATE", help="Only what was published on or before this day, and the situation of that day.")
@click.option("--since", type=DAY, metavar="DATE", help="Only reports published on or after this day.")
@click.option("--until", type=DAY, metavar="DATE", help="Only reports published on or before this day.")
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only reports that this outlet carried. May be given more than once.")
@click.option("--type", "types", multiple=True, type=click.Choice(EVENT_TYPES), help="Only events of this PLOVER type.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(get_args(Status)), help="Only events with this status.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="Only events that this party does or undergoes.")
@click.option("--place", "places", multiple=True, metavar="NAME", help="Only events at this place, or in the country with these two letters.")
@click.option("--min-origins", type=click.IntRange(min=0), default=0, help="Only events that at least so many independent origins assert.")
@click.option("--codebook", type=click.Path(path_type=Path), metavar="FILE", help="Your own codes for PLOVER's: a table of type, mode, status, code.")
@click.option("--pseudonyms", is_flag=True, help="Call private persons Person 1, Person 2, ... everywhere, the texts included.")
@click.option("--raw", is_flag=True, help="For machines: leave cells that begin like a formula as they are.")
@min_confidence_option
@lexicon_option
@downloader_option
def command(case: str, name: str, out: Path, lexicons: tuple[Path, ...], downloader: str | None, **asked: Any) -> None:
    """Hand CASE over to other tools.

    A format with a row for each event or incident has those that are asked for; a format of whole readings has the reports that hold
    at least one of them. What is left out still counts: origins are those of the whole case as of the day.
    """
    from sayso.cli.terminal import notice

    if name not in formats():
        raise click.UsageError(f"There is no format {name!r}. There are {', '.join(formats())}.")
    pseudonyms, least = asked.pop("pseudonyms"), asked.pop("min_confidence")
    wanted = _wanted(lexicons, asked)
    with open_case(case, operator=downloader) as casefile:
        note_copy(casefile, out, downloader)  # before anything is looked up: a redaction that comes between names it, too
        with casefile.at_one_moment():
            material = _material(casefile, case, wanted, least, pseudonyms)
            try:
                count = writer(name)(material, out)
            except OSError as error:
                raise click.ClickException(f"{out}: could not be written ({error.strerror}); nothing was left there") from None
            except ImportError as error:
                raise click.ClickException(f"The format {name} needs {error.name}: pip install 'sayso[{name}]'") from None
    click.echo(f"{out}: {count} {'readings' if name == 'jsonl' else 'rows'}", err=True)
    for said in material.notices:
        notice(said)


def _wanted(lexicons: tuple[Path, ...], asked: dict[str, Any]) -> "Callable[..., Material]":
    """What makes the material of readings and judgements, with all else that was asked for."""
    from sayso.export.codebook import Codebook
    from sayso.export.material import Material
    from sayso.export.selection import Selection
    from sayso.lexicon import Lexicon, LexiconError

    raw, codebook = asked.pop("raw"), asked.pop("codebook")
    days = {key: value.date() for key, value in asked.items() if isinstance(value, datetime)}
    try:
        return partial(
            Material, lexicon=Lexicon(*lexicons), selection=Selection(**(asked | days)), codebook=Codebook(codebook) if codebook else None, raw=raw
        )  # fmt: skip
    except LexiconError as error:
        raise click.UsageError(str(error)) from None


def _material(casefile: "Casefile", address: str, wanted: "Callable[..., Material]", least: float, pseudonyms: bool) -> "Material":
    """Pseudonyms are given over the whole case, so with them, and with facts left out, all readings are in memory."""
    from sayso.export.kept import KeptReadings
    from sayso.export.pseudonyms import pseudonymised
    from sayso.model import Reading, at_least

    readings: tuple[Reading, ...] | KeptReadings = KeptReadings(casefile, address)
    if least:
        readings = tuple(at_least(one, least) for one in casefile.readings())
    if pseudonyms:
        readings = pseudonymised(readings)
    return wanted(readings=readings, judgements=tuple(casefile.judgements()))
