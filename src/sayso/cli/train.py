"""`sayso train`."""

from pathlib import Path

import click

from sayso.cli.options import make_reader, reader_options


@click.command(name="train")
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write the weights; by default over those in use.")
@reader_options
def command(folder: Path, out: Path | None, model: str, lexicons: tuple[Path, ...]) -> None:
    """Train the finder and the judge of events anew on FOLDER: files *.txt of sentences whose events are marked.

    The same sentences, reader and version give the same weights. Files called *_holdout.txt are not trained on:
    `sayso evaluate marked` measures on them.
    """
    from sayso.reading.happened.learn import taught
    from sayso.reading.happened.lessons import lessons_under
    from sayso.reading.happened.weights import SHIPPED, save

    try:
        lessons = lessons_under(folder)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    judge, finder = taught(lessons, make_reader(model, lexicons))
    if not len(judge) or not finder.weights:
        raise click.ClickException(f"{folder} has too few sentences to learn from: {len(lessons)}. Nothing was written.")
    path = out or SHIPPED
    try:
        save(path, {"judge": judge.weights, "finder": finder.weights})
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None
    click.echo(f"{len(lessons)} sentences, {len(judge)} traits of acts, {len(finder.weights)} of verbs -> {path}")
