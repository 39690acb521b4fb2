"""`sayso users`."""

import sys
from pathlib import Path

import click


@click.command(name="users")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("name")
@click.option("--role", type=click.Choice(["reader", "coder", "editor"]), default="reader", show_default=True, help="What the person may do.")
@click.option("--no-password", is_flag=True, help="The person signs in at a proxy (`sayso serve --proxy-user`).")
@click.option("--remove", is_flag=True, help="Take the person out of the file.")
def command(file: Path, name: str, role: str, no_password: bool, remove: bool) -> None:
    """Put the person NAME into FILE, the list of those who may use a workbench that serves a team, or change or remove one.

    A reader looks and hands over; a coder takes part in codings (`sayso agreement`) besides; an editor corrects, adds and
    adjudicates. The password is asked for, or read from standard input; its hash is kept. A workbench that is running takes
    changes up at once.
    """
    from sayso.workbench.people import SHORTEST, PeopleError, Person, hashed, write_person

    person = None
    if not remove:
        password = None if no_password else _asked()
        if password is not None and len(password) < SHORTEST:
            raise click.ClickException(f"a password has at least {SHORTEST} characters: several words in a row are easy to remember")
        person = Person(name, role, hashed(password) if password is not None else None)  # type: ignore[arg-type]
    try:
        write_person(file, person, name)
    except PeopleError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{name} is {'no longer in' if remove else f'{role} in'} {file}")


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    given: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return given
