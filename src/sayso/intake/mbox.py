"""MBOX: a mailbox in one file, a message after each line that begins with "From ", streamed."""

import io
import re
from collections.abc import Iterator

from sayso.intake.format import Format, Inside, Opened, Piece, Unread

_START = re.compile(rb"From \S+.{0,80}\d{4}")


def pieces(opened: Opened) -> Iterator[Piece]:
    """Each message. One that is longer than a mail may be is named, and the next one is read."""
    most = opened.limits.max_file
    for number, message in enumerate(_messages(opened.stream(), most), start=1):
        where = f":{number}"
        if len(message) > most:
            yield Unread(where, f"is larger than the limit of {most} bytes for a mail. Raise it with --max-bytes.")
        else:
            yield Inside(where, io.BytesIO(message), format="mail")


FORMAT = Format("mbox", "mailboxes (MBOX)", lambda head, name: _START.match(head) is not None, pieces, identity="each message's bytes")  # noqa: ARG005


def _messages(stream: io.BufferedReader, most: int) -> Iterator[bytes]:
    """The messages' bytes without their "From " lines; of one that is too long, just more than `most`."""
    message, started, blank = bytearray(), False, True
    while line := stream.readline(1 << 20):
        if blank and _START.match(line):
            if started:
                yield bytes(message.removesuffix(b"\n").removesuffix(b"\r"))
            message, started = bytearray(), True
        elif len(message) <= most:
            message += line
        blank = line in (b"\n", b"\r\n")
    if started:
        yield bytes(message)
