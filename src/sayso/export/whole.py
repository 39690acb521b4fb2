"""A file or a folder that appears whole or not at all."""

import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

MADE_BY = ".sayso-export"
"""The file by which an export knows a folder of its own again."""


@contextmanager
def whole(out: Path) -> Iterator[TextIO]:
    """Write UTF-8 text to `out`: see `whole_bytes`. Line ends are written as they are."""
    with whole_bytes(out) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="\n", write_through=True)
        yield text
        text.detach()


@contextmanager
def whole_bytes(out: Path) -> Iterator[BinaryIO]:
    """Write bytes to `out`. It is there, or replaced, when the block ends well; otherwise nothing is left. Raises OSError.

    A link is followed, not replaced; and what is no plain file (a pipe, /dev/stdout) is written to as it is.
    """
    if out.exists() and not out.is_file() and not out.is_dir():
        with out.open("wb") as file:
            yield file
        return
    target = Path(os.path.realpath(out))
    if target.is_dir():
        raise IsADirectoryError(21, "Is a directory", str(out))
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)  # mode 0600: it holds what a casefile holds
    try:
        with open(handle, "wb") as file:
            yield file
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A new folder to write in, which becomes `out` when the block ends well; otherwise nothing is left. Raises OSError.

    A folder of that name is replaced when it is empty or was written by an export before (it holds MADE_BY); one with a user's
    own files is never touched.
    """
    target = Path(os.path.realpath(out))
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(20, "there is a file of this name, and this format writes a folder", str(out))
    if target.is_dir() and any(target.iterdir()) and not (target / MADE_BY).exists():
        raise FileExistsError(17, "the folder holds other files; name a new one", str(out))
    made = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent))  # mode 0700
    try:
        (made / MADE_BY).write_text("Written by sayso export. The next export to this folder replaces it.\n", encoding="utf-8")
        yield made
        if target.is_dir():
            shutil.rmtree(target)
        os.replace(made, target)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
