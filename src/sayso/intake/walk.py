"""Paths -> files: folders are walked in sorted order, hidden entries passed over; link loops, links that lead out and files about the folder
are named."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from sayso.intake.terms import Refused, TimeUpError, shown

_ABOUT = re.compile(r"(?:readme|licen[cs]e|copying|notice|changelog|contributing)(?:\.(?:md|markdown|rst|txt))?", re.IGNORECASE)
"""Names of files that tell about the folder they lie in."""


def files(path: Path, without: frozenset[Path] = frozenset()) -> Iterator[Path | Refused]:
    """The files at `path`: itself, or what its folder holds, in the order of names, each folder's files where its name stands.

    Files `without` (absolute paths, links followed) are passed over in folders, without a word.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield Refused(shown(str(path)), _why_not(path, error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _walk(path, without)
    elif stat.S_ISREG(status.st_mode):
        yield path
    else:
        yield Refused(shown(str(path)), "is neither a file nor a folder. To read from a pipe, send it to standard input and name it -.")


def _walk(top: Path, without: frozenset[Path]) -> Iterator[Path | Refused]:
    found = False
    inside = os.path.realpath(top)
    entered: set[tuple[int, int]] = set()
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(top, frozenset())]
    while waiting:
        path, above = waiting.pop()
        try:
            status = path.stat()
            if path.is_symlink() and path != top and os.path.commonpath([inside, os.path.realpath(path)]) != inside:
                found = True
                yield Refused(shown(str(path)), "is a link that leads out of the folder; passed over. To read what it leads to, name that itself.")
                continue
            if without and Path(os.path.realpath(path)) in without:
                continue
            if not stat.S_ISDIR(status.st_mode):
                if _ABOUT.fullmatch(path.name):
                    yield Refused(shown(str(path)), "tells about its folder by its name; passed over. To read it, name it itself.", harmless=True)
                    continue
                found = True
                yield path if stat.S_ISREG(status.st_mode) else Refused(shown(str(path)), "is neither a file nor a folder; passed over.")
                continue
            here = (status.st_dev, status.st_ino)
            if here in above:
                yield Refused(shown(str(path)), "is a link to a folder that it lies in; passed over.")
            elif here not in entered:
                entered.add(here)
                names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
                waiting.extend((path / name, above | {here}) for name in names)
        except OSError as error:
            found = True
            yield Refused(shown(str(path)), _why_not(path, error))
        except TimeUpError as error:  # a folder on a disk that does not answer
            found = True
            yield Refused(shown(str(path)), str(error))
    if not found:
        yield Refused(shown(str(top)), "is a folder without reports: it holds no file whose name does not start with a dot.")


def _why_not(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read by this user. Change its permissions, or read a copy."
    if isinstance(error, FileNotFoundError):
        return "is a link that leads nowhere." if path.is_symlink() else "does not exist. Check the path."
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror.lower()}."
    return f"cannot be read: {error}."
