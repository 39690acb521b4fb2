"""`sayso schema`."""

import json

import click


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema of everything sayso writes: Reading, Situation, Correction."""
    from sayso.model.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=1, ensure_ascii=False))
