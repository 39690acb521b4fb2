"""Thousands of files, one in ten of them bad: each bad one costs a sentence and nothing else.

    python scripts/bad_inputs.py [--reports 10000]

Makes the files in a temporary folder, by rule, reads them into a casefile there with the command, and counts. Exit status 1 when a reading
or a sentence is missing, or the command ends with another status than 1.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sayso.casefile import Casefile

WHO, DID, WHERE = ("Rebels", "Guards", "The army", "Border troops"), ("shelled", "left", "attacked", "besieged"), ("Qasr", "Darwan", "Lurin", "Tavik")
FRENCH = "Le porte-parole a declare lundi que les combats dans le nord du pays ont repris apres une nuit de calme"
BAD = (
    b"", b"   \n\n", b"\x00\xff\xfe" * 40, b"%PDF-1.4 broken", b"PK\x03\x04broken", b"\x1f\x8bbroken", b"\xff\xfe\x00\xd8broken",
    b"caf\xe9 in a village \x9d",
    FRENCH.encode(),
)  # fmt: skip


def main() -> int:
    """Make, read, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    count = parser.parse_args().reports
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "in"
        inputs.mkdir()
        for number in range(count):
            told = f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHERE)} on Monday, killing {number} people, the council said.\n"
            bad = BAD[number // 10 % len(BAD)]
            (inputs / f"{number:06}.txt").write_bytes(told.encode() if number % 10 != 3 else bad + str(number).encode() if bad.strip() else bad)
        started = time.perf_counter()
        command = [sys.executable, "-c", "from sayso.cli import main; main()", "read", str(inputs), "--into", f"{folder}/case.sayso"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        took = time.perf_counter() - started
        *sentences, summary = done.stderr.splitlines()
        with Casefile.open(f"{folder}/case.sayso", create=False) as case:
            readings, faults = sum(1 for _ in case.readings()), case.verify()
    print(f"{count} files in {took:.0f} s: exit status {done.returncode}, {len(sentences)} sentences, {readings} readings; {summary}")
    wrong = sum(number % 10 == 3 for number in range(count))
    return int((done.returncode, len(sentences), readings, faults) != (1, wrong, count - wrong, []))


if __name__ == "__main__":
    sys.exit(main())
