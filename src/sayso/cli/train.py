"""`sayso train`."""

from pathlib import Path

import click

from sayso.cli.options import make_reader, reader_options


@click.command(name="train")
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write the weights; by default over those in use.")
@reader_options
def command(folder: Path, out: Path | None, model: str, lexicons: tuple[Path, ...]) -> None:
    """Train the judge of events anew on FOLDER: files *.txt of sentences whose events are marked.

    The same sentences, reader and version give the same weights. Files called *_holdout.txt are not trained on:
    `sayso evaluate marked` measures on them.
    """
    from sayso.reading.happened.judge import SHIPPED
    from sayso.reading.happened.learn import examples_of, learn
    from sayso.reading.happened.lessons import lessons_under

    try:
        lessons = lessons_under(folder)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    examples = list(examples_of(lessons, make_reader(model, lexicons)))
    judge = learn(examples)
    if not len(judge):
        raise click.ClickException(f"{folder} has too few sentences to learn from: {len(examples)} acts. Nothing was written.")
    path = out or SHIPPED
    try:
        judge.save(path)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None
    click.echo(f"{len(lessons)} sentences, {len(examples)} acts, {len(judge)} traits -> {path}")
