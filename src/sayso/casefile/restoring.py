"""A backup put back: a casefile in a new file, or in the empty database of a server."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sayso.casefile.backend import is_server
from sayso.casefile.casefile import Casefile
from sayso.casefile.copying import copy_file, new_file
from sayso.casefile.records import CasefileError


def restore(backup: Path, name: Path | str, *, anyway: bool = False, **options: Any) -> tuple[tuple[int, str], list[str]]:
    """Make the casefile `name` out of a backup, which is only read. `options` are those of `Casefile.open`.

    Gives the last line of the backup's log, and what `verify` finds in it. Raises CasefileError where the place is not empty, and,
    unless `anyway`, where something in the backup was lost or altered.
    """
    if is_server(str(name)):
        with TemporaryDirectory(prefix="sayso-") as folder:  # its owner's alone
            copy_file(backup, Path(folder) / "case")
            with Casefile.open(Path(folder) / "case", create=False) as source, Casefile.open(name, create=True, **options) as target:
                found = _looked_at(source, backup, anyway)
                source.copy_to(target)
                target.put_back(backup, found[0])
        return found
    with new_file(Path(name)) as part:
        copy_file(backup, part)
        with Casefile.open(part, create=False, **options) as target:
            found = _looked_at(target, backup, anyway)
            target.put_back(backup, found[0])
    return found


def _looked_at(case: Casefile, backup: Path, anyway: bool) -> tuple[tuple[int, str], list[str]]:
    faults = case.verify()
    if faults and not anyway:
        many = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        raise CasefileError(f"The backup {backup} is not as it was written: {faults[0]}{many}. Nothing was restored; --anyway does it all the same.")
    return case.state(), faults
