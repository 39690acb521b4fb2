"""What `sayso --version` prints: enough to repeat a reading."""

from sayso._version import __version__
from sayso.lexicon import Lexicon
from sayso.model.reading import SCHEMA_VERSION
from sayso.reading import DEFAULT_MODEL
from sayso.reading.parse import PINNED_FINGERPRINT, Parser


def version_text() -> str:
    """Version, schema, lexicon, and the language pipeline with its hash and whether that is the one this release was measured with."""
    lines = [f"sayso {__version__}", f"schema {SCHEMA_VERSION}", f"lexicon {Lexicon().version}"]
    try:
        parser = Parser()
    except LookupError:
        return "\n".join([*lines, f"model {DEFAULT_MODEL}: not installed"])
    pinned = "as measured" if parser.fingerprint == PINNED_FINGERPRINT else "NOT the files this release was measured with"
    return "\n".join([*lines, f"model {parser.version} sha256 {parser.fingerprint} ({pinned})"])
