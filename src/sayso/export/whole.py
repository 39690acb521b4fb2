"""A file that appears whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def whole(out: Path) -> Iterator[TextIO]:
    """Write UTF-8 text to `out`. It is there, or replaced, when the block ends well; otherwise nothing is left. Raises OSError.

    A link is followed, not replaced; and what is no plain file (a pipe, /dev/stdout) is written to as it is.
    """
    if out.exists() and not out.is_file() and not out.is_dir():
        with out.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        return
    target = Path(os.path.realpath(out))
    if target.is_dir():
        raise IsADirectoryError(21, "Is a directory", str(out))
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)  # mode 0600: it holds what a casefile holds
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
