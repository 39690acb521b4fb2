"""Corrections out of one casefile and into another, as CSV for spreadsheets or JSON; both hold all of a correction."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sayso.model import Correction

_PLAIN = ("id", "report", "layer", "action", "fact", "who", "when", "why", "undoes", "coding")
_LISTS = ("others", "overrules")
_AS_JSON = ("before", "after", "refers")
COLUMNS = (
    "id", "report", "layer", "action", "fact", "start", "end", "words", "before", "after", "who", "when", "why", *_LISTS,
    "undoes", "coding", "refers",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_corrections(corrections: Iterable[Correction], out: Path) -> None:
    """Write them to a file ending in .csv or .json, readable by its owner alone. Raises ValueError for another ending."""
    if kind_of(out) == ".json":
        text = json.dumps([one.model_dump(mode="json") for one in corrections], ensure_ascii=False, indent=1) + "\n"
    else:
        buffer = io.StringIO(newline="")
        writer = csv.DictWriter(buffer, COLUMNS)
        writer.writeheader()
        writer.writerows(_row(one) for one in corrections)
        text = buffer.getvalue()
    out.touch(mode=0o600)
    out.write_text(text, encoding="utf-8", newline="")


def read_corrections(source: Path) -> list[Correction]:
    """Every correction in a file ending in .csv or .json. Raises ValueError, naming the row, when one is not whole."""
    made = []
    rows = _rows(source)
    for number, row in enumerate(rows, 1):
        try:
            made.append(Correction.model_validate(row if kind_of(source) == ".json" else _of_row(row)))
        except (ValidationError, ValueError, KeyError, TypeError, RecursionError) as error:
            said = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
            where = ".".join(str(one) for one in said["loc"])
            raise ValueError(f"{source}: correction {number} is not whole ({where}: {said['msg']}). Nothing was taken in.") from None
    return made


def _rows(source: Path) -> list[dict[str, Any]]:
    kind = kind_of(source)
    try:
        text = source.read_text(encoding="utf-8-sig")
        if kind == ".csv":
            return [dict(row) for row in csv.DictReader(io.StringIO(text, newline=""))]
        rows = json.loads(text)
    except (ValueError, RecursionError, csv.Error) as error:
        raise ValueError(f"{source} is no {kind[1:].upper()} file in UTF-8 ({error}). Export the corrections again. Nothing was taken in.") from None
    if not isinstance(rows, list):
        raise ValueError(f"{source} does not hold a list of corrections.")
    return rows


def kind_of(path: Path) -> str:
    """".csv" or ".json", by the name's ending. Raises ValueError for another ending."""
    ending = path.suffix.lower()
    if ending not in (".csv", ".json"):
        raise ValueError(f"{path}: corrections are written as .csv or .json; end the name in one of these.")
    return ending


def _row(one: Correction) -> dict[str, str]:
    data = one.model_dump(mode="json")
    quoted = data["quoted"] or {"span": ["", ""], "words": ""}
    row = {name: data[name] or "" for name in _PLAIN} | {name: " ".join(data[name]) for name in _LISTS}
    row |= {name: json.dumps(data[name], ensure_ascii=False) if data[name] else "" for name in _AS_JSON}
    row |= {"start": str(quoted["span"][0]), "end": str(quoted["span"][1]), "words": quoted["words"]}
    return {name: "'" + value if value.startswith((*_FORMULA, "'")) else value for name, value in row.items()}  # a spreadsheet runs nothing


def _of_row(row: dict[str, Any]) -> dict[str, Any]:
    cells = {name: (value or "")[1:] if (value or "").startswith("'") else value or "" for name, value in row.items() if name is not None}
    data: dict[str, Any] = {name: cells[name] or None for name in _PLAIN}
    data |= {name: cells[name].split() for name in _LISTS}
    data |= {name: json.loads(cells[name]) if cells[name] else None for name in _AS_JSON}
    data["refers"] = data["refers"] or []
    if cells["start"]:
        data["quoted"] = {"span": [int(cells["start"]), int(cells["end"])], "words": cells["words"]}
    return data
