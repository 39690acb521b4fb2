"""JSON Lines: one report a line, streamed, so that a corpus of any size is read in flat memory. Lines that are posts count, too."""

import dataclasses
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from sayso.intake.decode import decode
from sayso.intake.format import Format, Opened, Piece, Row, Unread
from sayso.intake.found import DESCRIBED
from sayso.intake.post import post
from sayso.intake.sniff import is_jsonl
from sayso.intake.terms import Known, Limits, RefusalError, no_day

FIELDS = ("text", "title", "outlet", "url", "published")


def pieces(opened: Opened) -> Iterator[Piece]:
    """A piece for each line."""
    empty = True
    for number, row in rows(opened.stream(), opened.limits):
        empty = False
        yield row if isinstance(row, Row) else Unread(f":{number}", str(row))
    if empty:
        raise RefusalError("has no lines: it is to hold one report a line.")


FORMAT = Format("jsonl", "JSON Lines: a report or a post a line", is_jsonl, pieces, identity="its text")


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
                yield number, _row(line, f":{number}", limits.replace_undecodable)
            except RefusalError as error:
                yield number, error


def _pass_over_rest(stream: BinaryIO) -> None:
    while (piece := stream.readline(1 << 16)) and not piece.endswith(b"\n"):
        pass


def _row(line: bytes, where: str, replace: bool) -> Row:
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
    return row_of(value, where, replace)


def row_of(value: Mapping[str, object], where: str, replace: bool) -> Row:
    """The report that an object is: a post of a known service, or {"text": ...}. Raises RefusalError for anything else."""
    posted = post(value)
    if posted is not None:
        said = {name: _storable(name, one, replace) for name in DESCRIBED if (one := getattr(posted[1], name))}
        return Row(where, _storable("text", posted[0], replace), found=dataclasses.replace(posted[1], **said))  # type: ignore[arg-type]
    if not isinstance(value.get("text"), str):
        lack = "its \"text\" is not a string" if "text" in value else 'it has no "text"'
        raise RefusalError(f'the line is an object, but {lack}: a report is written {{"text": "..."}}.')
    fields = {name: _storable(name, one, replace) for name in FIELDS if isinstance(one := value.get(name), str)}
    given, written = Known.of(fields), str(value.get("published") or "").strip()
    return Row(where, fields["text"], given=given, doubts=(no_day(written),) if written and not given.published else ())


def _storable(name: str, value: str, replace: bool) -> str:
    """A string that has half a surrogate pair is no text: it can be neither hashed nor stored."""
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
