"""JSON Lines: one report a line, streamed, so that a corpus of any size is read in flat memory."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from sayso.intake.decode import decode
from sayso.intake.terms import Limits, RefusalError

Row = dict[str, object]
FIELDS = ("text", "title", "outlet", "url", "published", "id")


def rows(stream: BinaryIO, limits: Limits) -> Iterator[tuple[int, Row | RefusalError]]:
    """Each line's number and its row, or why it has none. Blank lines are passed over."""
    number = 0
    while line := stream.readline(limits.max_bytes + 1):
        number += 1
        if len(line) > limits.max_bytes and not line.endswith(b"\n"):
            _pass_over_rest(stream)
            yield number, RefusalError(f"the line is longer than the limit of {limits.max_bytes} bytes. Raise it with --max-bytes.")
        elif line.strip():
            try:
                yield number, _row(line, limits.replace_undecodable)
            except RefusalError as error:
                yield number, error


def _pass_over_rest(stream: BinaryIO) -> None:
    while (piece := stream.readline(1 << 16)) and not piece.endswith(b"\n"):
        pass


def _row(line: bytes, replace: bool) -> Row:
    try:
        value = json.loads(decode(line, replace=replace))
    except RecursionError:
        raise RefusalError("the line is nested too deeply to be a report.") from None
    except RefusalError as error:
        raise RefusalError(f"the line {error}") from None
    except json.JSONDecodeError as error:
        raise RefusalError(f"the line is not JSON ({error.msg}, at character {error.pos + 1}).") from None
    except ValueError as error:
        raise RefusalError(f"the line is not JSON that can be read ({error}).") from None
    if not isinstance(value, dict):
        raise RefusalError('the line is JSON, but no object: a report is written {"text": "..."}.')
    if not isinstance(value.get("text"), str):
        lack = "its \"text\" is not a string" if "text" in value else 'it has no "text"'
        raise RefusalError(f'the line is an object, but {lack}: a report is written {{"text": "..."}}.')
    return {name: _storable(name, value[name], replace) for name in FIELDS if name in value}


def _storable(name: str, value: object, replace: bool) -> object:
    """A string that has half a surrogate pair is no text: it can be neither hashed nor stored."""
    if not isinstance(value, str):
        return value
    try:
        value.encode()
    except UnicodeEncodeError as error:
        if replace:
            return value.encode(errors="surrogatepass").decode(errors="replace")
        raise RefusalError(
            f'the "{name}" has half a surrogate pair (\\u{ord(value[error.start]):04x}) at character {error.start + 1}, which is no text. '
            "Write the line again, or pass --replace-undecodable to read it with \ufffd in its place."
        ) from None
    return value
