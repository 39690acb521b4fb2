"""Readings that are not what this version of sayso would make of their reports: people are told."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.casefile import Casefile


def tell_stale(casefile: "Casefile", lexicons: tuple[Path, ...] = ()) -> None:
    """Say on standard error how many readings are not what this sayso would make of their reports, if any."""
    from sayso._version import __version__
    from sayso.cli.terminal import notice
    from sayso.lexicon import Lexicon

    readers = casefile.readers()
    lexicon = Lexicon(*lexicons).version
    stale = sum(many for one, many in readers if (one.version, one.lexicon, one.model) != (__version__, lexicon, readers[0][0].model))
    if stale:
        of = sum(many for _, many in readers)
        notice(f"{stale} of {of} readings are by another version, lexicon or model: `sayso reread {casefile.name}` shows what would change.")
