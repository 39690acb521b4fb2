"""`sayso formats`."""

import json

import click


@click.command(name="formats")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(as_json: bool) -> None:
    """List the formats that are read, what each needs installed, and what a report's id is the sha256 of.

    Formats are found by content, not by the file's ending. A format of your own is a package with an entry point in the group
    sayso.formats; one that could not be loaded is named with the reason.
    """
    from sayso.intake import Format
    from sayso.intake.formats import Broken, formats, own_formats

    listed: list[Format | Broken] = [*formats(), *(own for own in own_formats() if isinstance(own, Broken))]
    row: dict[str, object]
    for one in listed:
        if isinstance(one, Broken):
            state, row = f"could not be loaded: {one.reason}", {"name": one.name, "error": one.reason}
        else:
            state = f"not installed: {one.needs()}" if one.missing() else "ready"
            needs = one.needs() if one.modules else None
            row = {"name": one.name, "what": one.what, "identity": one.identity, "ready": not one.missing(), "needs": needs}
        if as_json:
            click.echo(json.dumps(row))
        else:
            click.echo(f"{one.name:8}{'' if isinstance(one, Broken) else one.what:74}{state}")
            click.echo("" if isinstance(one, Broken) else f"{'':8}a report's id is the sha256 of: {one.identity}")
