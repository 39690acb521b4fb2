"""`sayso verify`."""

import sys

import click

from sayso.cli.options import open_case


@click.command(name="verify")
@click.argument("case")
@click.option("--head", nargs=2, type=(int, str), metavar="LINE HASH", help="A head of the log deposited before: is it in the log still?")
def command(case: str, head: tuple[int, str] | None) -> None:
    """Re-hash everything in CASE and name what was lost or altered. Exit status 0 when all is as it was stored, else 1.

    A chain of hashes inside one file proves nothing against the file's owner, who can make it anew. So deposit the head of the
    log, which this prints, with somebody else; --head holds the log against it later.
    """
    from sayso.cli.terminal import notice

    with open_case(case) as casefile:
        faults = casefile.verify()
        if head and (head[0], head[1].lower()) not in ((entry.seq, entry.sha256) for entry in casefile.log()):
            faults.append(f"Line {head[0]} of the log is not the one whose hash was deposited: the log was made anew, or cut, since.")
        redacted = casefile.redactions() if not faults else []
        last = casefile.state() if not faults else None
    for fault in faults:
        notice(fault)
    if not faults:
        for entry in redacted:
            click.echo(f"{entry.subject[:12]}: {'redacted' if entry.action == 'redaction' else 'forgotten'} by {entry.operator} on {entry.at[:10]}")
        click.echo(f"{case}: nothing was lost or altered")
        if head:
            click.echo(f"line {head[0]} of the log is the one that was deposited, and all before it with it")
        if last:
            click.echo(f"head of the log, to be deposited elsewhere: {last[0]} {last[1]}")
    sys.exit(1 if faults else 0)
