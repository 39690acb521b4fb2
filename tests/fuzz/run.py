"""Look for bytes that break a target: `python tests/fuzz/run.py TARGET SECONDS`, through `make fuzz`.

Atheris (libFuzzer) changes inputs towards code that was not reached yet. It stops at an exception, at an input that takes longer than
SLOWEST seconds, and at more than MEGABYTES of memory, and leaves the input in tests/fuzz/found/TARGET, where test_found.py keeps it.
What is tried and reached is kept in build/fuzz/TARGET, so that the next run goes on from there.
"""

import os
import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent
LOOKED_INTO = ["sayso", "trafilatura", "feedparser", "warcio", "openpyxl", "email", "csv", "zipfile", "json", "mailbox"]
"""The packages whose branches lead the search; what is compiled, as lxml and spaCy are, is run as it is."""
SLOWEST = 20
MEGABYTES = 1024
LONGEST = {"reader": 1_500, "restore": 256, "search": 500, "text": 20_000}
"""Bytes of an input; else 8,000."""

sys.path.insert(0, str(HERE))
with atheris.instrument_imports(include=LOOKED_INTO):
    import targets

    from sayso.intake.formats import formats

    formats()  # loaded late elsewhere


def main(name: str, seconds: int) -> None:
    """Fuzz one target."""
    corpus, found = HERE.parents[1] / "build" / "fuzz" / name, HERE / "found" / name
    for place in (corpus, found):
        place.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEGABYTES}", f"-max_len={LONGEST.get(name, 8_000)}"]
    words = HERE / "words" / f"{name}.dict"
    limits += [f"-dict={words}"] if words.exists() else []
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={found}{os.sep}", str(corpus)], targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
