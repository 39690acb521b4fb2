"""Inputs in, reports out: one at a time, in the order of the inputs. What cannot be read is named with the reason; the rest is read."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.intake.opening import Fetch, Opener
from sayso.intake.terms import Known, Limits, Refused, Taken, TimeUpError, is_web_address, shown
from sayso.intake.walk import files

_NOTHING_KNOWN = Known()
_USUAL_LIMITS = Limits()


def take(
    paths: Sequence[str | Path],
    known: Known = _NOTHING_KNOWN,
    limits: Limits = _USUAL_LIMITS,
    stdin: BinaryIO | None = None,
    without: Iterable[Path] = (),
    fetch: Fetch | None = None,
) -> Iterator[Taken | Refused]:
    """The reports in files, folders, addresses and, for "-", standard input (or `stdin`). Nothing is raised for a bad input: it is a
    Refused. Addresses are asked for only with a `fetch` (`sayso.intake.web.Fetcher`); without one, no network is used.

    Files `without` are passed over where a folder holds them: a casefile that lies among its reports is no report.
    """
    left_out = frozenset(Path(os.path.realpath(path)) for path in without)
    opener = Opener(known, limits, fetch)
    for path in paths:
        try:
            if str(path) == "-":
                yield from opener.open(stdin or sys.stdin.buffer, "-")
            elif isinstance(path, str) and is_web_address(path):
                yield from opener.address(path.strip())
            else:
                for found in files(Path(path), left_out):
                    yield from [found] if isinstance(found, Refused) else _from_file(opener, found)
        except TimeUpError as error:
            yield Refused(shown(str(path)), f"{error}. What is left of it is not read.")


def _from_file(opener: Opener, path: Path) -> Iterator[Taken | Refused]:
    try:
        stream = path.open("rb")
    except OSError as error:
        yield Refused(shown(str(path)), f"cannot be read: {(error.strerror or str(error)).lower()}.")
        return
    with stream:
        yield from opener.open(stream, str(path))
