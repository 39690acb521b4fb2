"""Read the same reports in one process, by two workers and by two Ray actors, each of the last two also with one of them killed midway, and
compare: every reading to the byte after sorting, and every situation.

    python scripts/same_bytes.py REPORTS... --reports 2000 --shards 40 --work FOLDER

Exit status 1 where anything differs. Needs the extra `ray`; without it the runs with Ray are left out and said to be.
"""

import argparse
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from itertools import chain, islice
from pathlib import Path

SAYSO = str(Path(sys.executable).with_name("sayso"))
WAYS: dict[str, list[str]] = {"one process": [], "two workers": ["--workers", "2"], "two actors": ["--actors", "2"]}


def main() -> int:
    """Run every way and print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("paths", nargs="+", type=Path, help="JSON Lines of reports")
    asked.add_argument("--reports", type=int, default=2000)
    asked.add_argument("--shards", type=int, default=40)
    asked.add_argument("--work", type=Path, help="a folder to work in, kept afterwards; by default one that is removed")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = given.work or Path(folder)
        _cut(given.paths, given.reports, given.shards, work / "in")
        ways = {name: options for name, options in WAYS.items() if "--actors" not in options or find_spec("ray")}
        if len(ways) < len(WAYS):
            print("Ray is not installed: the runs with it are left out")
        found = {}
        for name, options in ways.items():
            found[name] = _run(work, name, options, killing=False)
            if options:
                found[f"{name}, one killed"] = _run(work, f"{name}, one killed", options, killing=True)
    first, *others = found.values()
    same = all(one == first for one in others)
    print("all the same" if same else "NOT THE SAME")
    return 0 if same else 1


def _cut(paths: list[Path], reports: int, shards: int, folder: Path) -> None:
    """Deal the first so many reports out to shards."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = list(islice(chain.from_iterable(path.open(encoding="utf-8") for path in paths), reports))
    for number in range(shards):
        (folder / f"{number:04d}.jsonl").write_text("".join(line.rstrip("\n") + "\n" for line in lines[number::shards]), encoding="utf-8")
    print(f"{len(lines)} reports in {shards} shards")


def _run(work: Path, name: str, options: list[str], killing: bool) -> tuple[str, str]:
    """Hashes of the sorted readings and of the situation of one way."""
    out = work / name.replace(" ", "-").replace(",", "")
    started = time.perf_counter()
    command = [SAYSO, "scale", "read", str(work / "in"), "--out", str(out), *options]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    killed = _kill_one(process.pid, out) if killing else 0
    process.wait()
    seconds = time.perf_counter() - started
    subprocess.run([SAYSO, "scale", "situate", str(out)], check=True, stderr=subprocess.DEVNULL)
    readings = sorted(line for path in (out / "readings").glob("*.jsonl") for line in path.open("rb"))
    situation = [path for path in sorted((out / "situation").rglob("*")) if path.is_file()]
    count = json.loads((out / "situation" / "about.json").read_text(encoding="utf-8"))["reports"]
    hashes = (_hash(readings), _hash([path.read_bytes() for path in situation]))
    was = f", killed process {killed}" if killed else ", NOTHING WAS KILLED" if killing else ""
    print(f"{name}: {len(readings)} readings of {count} reports, {seconds:.0f} s{was}; readings {hashes[0]}, situation {hashes[1]}", flush=True)
    return hashes


def _kill_one(parent: int, out: Path) -> int:
    """Kill one of the processes that read, when the first shard is done; its number, or 0 where all was over before."""
    for _ in range(6000):
        time.sleep(0.1)
        if any((out / "readings").glob("*.jsonl")):
            readers = [one for one in _below(parent) if _reads(one)]
            if readers:
                os.kill(readers[0], signal.SIGKILL)
                return readers[0]
            return 0
    return 0


def _below(parent: int) -> list[int]:
    """All processes that a process has started, and those that these have."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found, todo = [], [parent]
    while todo:
        below = sorted(children.get(todo.pop(), []))
        found += below
        todo += below
    return found


def _reads(process: int) -> bool:
    """Whether it is a process that reads reports: a spawned worker or an actor."""
    try:
        line = Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
    return b"spawn_main" in line or b"ShardReader" in line


def _hash(parts: list[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
