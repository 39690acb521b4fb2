"""The commands. Each is one module here and calls one thing below; none is imported before it is asked for."""

import importlib
import io
import os
import sys
from typing import Any

import click

COMMANDS: dict[str, str] = {
    "read": "Read reports: files, folders, JSON Lines or standard input.",
    "formats": "List the formats that are read, and what each needs installed.",
    "show": "Show one report of a casefile, an incident, talks, a source or a dispute, for people.",
    "search": "Find reports by their words, parties, places, dates and events.",
    "situation": "The situation that a casefile's reports describe, on any date.",
    "timeline": "What happened on which day.",
    "diff": "What changed in the situation between two days.",
    "serve": "Open the workbench on this machine.",
    "users": "Who may use a workbench that serves a team.",
    "export": "Hand the readings over to other tools.",
    "pages": "The situation, an incident or talks as pages in a folder, for any browser.",
    "correct": "Confirm, reject or change a fact, or undo that; nothing is overwritten.",
    "corrections": "List the corrections of a casefile; hand them over and take them in.",
    "agreement": "How far people agree who have coded the same reports blind; adjudicate.",
    "reread": "Read again what an earlier reader has read; show what would change, accept it.",
    "retry": "Read reports again on which the reader failed or took too long.",
    "redact": "Block a name or a passage out of a casefile for good.",
    "forget": "Take a report out of a casefile for good.",
    "backup": "Write a casefile to a new file while others work on it, and check the copy.",
    "restore": "Put a backup back, as a file or on a server.",
    "verify": "Re-hash everything in a casefile and name what was lost or altered.",
    "relate": "Which PLOVER event a sentence says between two spans.",
    "explain": "Which words and rules made a fact.",
    "evaluate": "Measure the reader on a benchmark.",
    "train": "Train the judge of events anew on sentences whose events are marked.",
    "bench": "Measure the reader's speed beside the bare language pipeline.",
    "scale": "Read an archive into shards of readings, on one machine or a Ray cluster, and merge them.",
    "schema": "Print the JSON Schema of everything sayso writes.",
}
"""Name and one line of help of each command: what `sayso --help` prints without importing any of them."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"sayso.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from sayso.cli.version import version_text

    click.echo(version_text())
    ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version, the language model and its hash.",
)
def cli() -> None:
    """On whose say-so? Reads news reports about armed conflict and keeps the record of who says that what happened.

    \b
    sayso read report.txt                          read one report and show what it says
    sayso read reports/ --into case.sayso          read a folder into a casefile
    sayso situation case.sayso                     what holds across the reports, and on whose word
    sayso serve case.sayso                         look at the reports and their facts in the workbench
    """


def main(argv: list[str] | None = None) -> Any:
    """Run a command. Exit status: 0 all done; 1 some inputs could not be read, or interrupted, or nobody reads on (`head`); 2 wrong usage.

    What is written is UTF-8 whatever the locale says: JSON Lines are nothing else.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return cli.main(args=argv, prog_name="sayso")
    except OSError as error:
        if error.filename is not None:
            raise
        sys.stderr.write(f"Error: the output could not be written: {error.strerror or error}. What came before it is whole.\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter tries again, and fails again, at its end
        sys.exit(1)
